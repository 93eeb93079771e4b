/** Deployments: everything under `from/{p}/deployments/…`, told on `state/deployments/+` and, to each device its part, on `to/{d}/deployments/+`. */
import type { CommandDefinition } from '../../core/command.js'
import { manageCommands } from './commands.js'
import { healingCommands } from './healing.js'
import { reportCommands } from './reports.js'
import { revisionCommands } from './revision.js'
import { why } from './why.js'

export { deploymentDocument, deploymentIndexes, linkIndexes, partDocument } from './documents.js'

export const deploymentCommands: readonly CommandDefinition[] = [...manageCommands, ...reportCommands, why, ...healingCommands, ...revisionCommands]
