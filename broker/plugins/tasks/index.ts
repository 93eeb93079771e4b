/** The tasks: everything under `from/{c}/tasks/…`, and what happens to tasks by itself. */
import type { CommandDefinition } from '../../core/command.js'
import { attemptCommands } from './commands/attempt.js'
import { manageCommands } from './commands/manage.js'
import { submitCommands } from './commands/submit.js'
import { why } from './commands/why.js'
import { taskInternals } from './internal.js'

export { argsProblem } from './arguments.js'
export { taskDocument, taskEventDocument, taskIndexes } from './documents.js'
export { offerPatch } from './moves.js'
export { submitFor, submitInstance, submitStep } from './commands/submit.js'
export { cancelTask } from './transition.js'

export const taskCommands: readonly CommandDefinition[] = [
  ...submitCommands, ...attemptCommands, ...manageCommands, why, ...taskInternals
]
