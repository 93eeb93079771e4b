/** What is saved to be called by name: everything under `from/{p}/templates/…`, told on `state/templates/+`. */
export { templateDocument, templateCommands } from './commands.js'
