/** The plugins: every command there is, and every kind of record with its indexes. A new noun is named here, and in `documents.ts` where it has a state. */
import type { CommandDefinition } from '../core/command.js'
import { accountCommands, accountIndexes } from '../plugins/accounts/index.js'
import { auditCommands } from '../plugins/audit/index.js'
import { blobCommands, blobIndexes } from '../plugins/blobs/index.js'
import { deploymentCommands, deploymentIndexes, linkIndexes } from '../plugins/deployments/index.js'
import { deviceCommands, deviceIndexes } from '../plugins/devices/index.js'
import { enrolmentCommands, enrolmentIndexes } from '../plugins/enrolments/index.js'
import { executionCommands, executionIndexes } from '../plugins/executions/index.js'
import { moduleCommands } from '../plugins/modules/index.js'
import { nodeCommands, nodeIndexes } from '../plugins/nodes/index.js'
import { queueCommands } from '../plugins/queues/index.js'
import { scheduleCommands, scheduleIndexes } from '../plugins/schedules/index.js'
import { serviceCommands, serviceIndexes } from '../plugins/services/index.js'
import { taskCommands, taskIndexes } from '../plugins/tasks/index.js'
import { templateCommands } from '../plugins/templates/index.js'
import { workflowCommands, workflowIndexes } from '../plugins/workflows/index.js'
import type { Kinds } from '../store/store.js'

const none = (): object => ({})

export const kinds: Kinds = {
  task: taskIndexes,
  device: deviceIndexes,
  node: nodeIndexes,
  account: accountIndexes,
  enrolment: enrolmentIndexes,
  audit: none,
  blob: blobIndexes,
  upload: blobIndexes,
  module: none,
  versions: none,
  deployment: deploymentIndexes,
  link: linkIndexes,
  execution: executionIndexes,
  workflow: workflowIndexes,
  template: none,
  schedule: scheduleIndexes,
  queue: none,
  service: serviceIndexes,
  session: none
}

const commands: readonly (readonly CommandDefinition[])[] = [
  taskCommands,
  deviceCommands,
  nodeCommands,
  accountCommands,
  enrolmentCommands,
  auditCommands,
  blobCommands,
  moduleCommands,
  deploymentCommands,
  executionCommands,
  workflowCommands,
  templateCommands,
  scheduleCommands,
  queueCommands,
  serviceCommands
]

export const definitions: ReadonlyMap<string, CommandDefinition> = new Map(commands.flat().map(one => [one.key, one]))
