/** What is told of executions. Pure. */
import { type Execution, isOver, stepTask } from '../../core/execution.js'
import type { Indexes, StoredRecord } from '../../core/records.js'

/** Without the result, which is a text beside the record. */
export function executionDocument ({ id, submitter, deployment, revision, state, steps, trigger, error, reason, createdAt, since, v }: Execution): object {
  const trace = Object.fromEntries(Object.entries(steps).map(([step, { tasks, ...run }]) => [step, { ...run, task: tasks === undefined ? undefined : stepTask(id, step, { ...run, tasks }) }]))
  return { execution: id, submitter, deployment, revision, state, steps: trace, trigger, error, reason, createdAt, since, v }
}

export function executionIndexes (record: StoredRecord): Indexes {
  const execution = record as Execution
  const { deployment, deadline } = execution
  return isOver(execution) ? { deadline, ended: true } : { holder: deployment, deadline }
}
