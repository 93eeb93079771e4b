/** What is told of runs. Pure. */
import type { Indexes, StoredRecord } from '../../core/records.js'
import { type Workflow, type WorkflowStep, childId, isOver, isStepOver, taskId } from '../../core/workflow.js'

/** Without the result, which is a text beside the record. */
export function workflowDocument (run: Workflow): object {
  const { id, submitter, state, template, parent, steps, error, compensated, reason, tag, createdAt, since, v } = run
  const told = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, stepDocument(id, name, step)]))
  return { run: id, submitter, state, template, parent, steps: told, percent: percentOf(run), error, compensated, reason, tag, createdAt, since, v }
}

function stepDocument (run: string, name: string, { elements, isRun, ...step }: WorkflowStep): object {
  if (step.beganAt === undefined) return step
  if (elements === undefined) return { ...step, ...isRun === true ? { run: childId(run, name) } : { task: taskId(run, name) } }
  const { total, next, open, failed } = elements
  return { ...step, task: isRun === true ? undefined : taskId(run, name), total, executing: open.length, done: next - open.length, failed: failed === 0 ? undefined : failed }
}

/** What makes up for a failure counts where that has happened. */
function percentOf ({ steps }: Workflow): number {
  const all = Object.values(steps).filter(({ compensates, state }) => compensates === undefined || state !== 'waiting')
  return Math.floor(100 * all.filter(isStepOver).length / all.length)
}

export function workflowIndexes (record: StoredRecord): Indexes {
  const run = record as Workflow
  const { deadline } = run
  return isOver(run) ? { deadline, ended: true } : { deadline }
}
