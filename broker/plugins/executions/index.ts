/** Executions of deployments: `from/{p}/deployments/{name}/execute`, everything under `from/{p}/executions/…`, told on `state/executions/+`. */
import type { CommandDefinition } from '../../core/command.js'
import { advances } from './advance.js'
import { manageCommands } from './commands.js'
import { logs } from './logs.js'

export { RUNNING_MAX, begin } from './begin.js'
export { executionDocument, executionIndexes } from './documents.js'

export const executionCommands: readonly CommandDefinition[] = [...manageCommands, logs, ...advances]
