/** The accounts: everything under `from/{c}/accounts/…`. They are never told on `state/` or `events/`. */
export { noAccounts, weakness } from './rules.js'
export { accountCommands } from './commands.js'
export { accountIndexes } from './documents.js'
