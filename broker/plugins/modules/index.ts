/** Modules: everything under `from/{c}/modules/…`, told on `state/modules/+`. */
export { moduleCommands, moduleDocument, versionsDocument, versionsOf } from './commands.js'
