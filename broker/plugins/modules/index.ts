/** Modules: everything under `from/{c}/modules/…`. They are never told on `state/` or `events/`. */
export { moduleCommands, moduleDocument, versionsOf } from './commands.js'
