/** What starts by the clock: everything under `from/{p}/schedules/…`, told on `state/schedules/+`. */
import type { CommandDefinition } from '../../core/command.js'
import { manageCommands } from './commands.js'
import { fire } from './fire.js'

export { scheduleDocument, scheduleIndexes } from './documents.js'

export const scheduleCommands: readonly CommandDefinition[] = [...manageCommands, fire]
