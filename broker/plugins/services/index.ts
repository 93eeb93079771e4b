/** Functions that go on for ever: everything under `from/{p}/services/…`, told on `state/services/+`. */
import type { CommandDefinition } from '../../core/command.js'
import { advances } from './advance.js'
import { manageCommands } from './commands.js'

export { serviceDocument, serviceIndexes } from './documents.js'

export const serviceCommands: readonly CommandDefinition[] = [...manageCommands, ...advances]
