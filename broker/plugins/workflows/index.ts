/** Runs of workflows: everything under `from/{p}/workflows/…`, told on `state/workflows/+`. */
import type { CommandDefinition } from '../../core/command.js'
import { advances } from './advance.js'
import { manageCommands } from './commands.js'
import { submit } from './submit.js'
import { why } from './why.js'

export { beginRun, contentHash, checkedPlan } from './submit.js'
export { planProblem } from './saved.js'
export { workflowDocument, workflowIndexes } from './documents.js'

export const workflowCommands: readonly CommandDefinition[] = [submit, ...manageCommands, why, ...advances]
