/** Runs at their beginning: of what was submitted, or of a step that is a saved workflow. Pure. */
import type { Transition } from '../../core/command.js'
import { type Plan, type PlanStep, type Workflow, type WorkflowStep, childId } from '../../core/workflow.js'
import { changed } from './change.js'
import type { Ref } from './draft.js'

/** Elements at a time, where a step says nothing; and those of the runs within a run together, as there may be eight levels of them. */
export const PARALLEL = 256
/** How soon it is looked at although nothing was heard: somebody may have crashed in between. */
export const LOOK_AGAIN_MS = 2_000
const KEEP_MS = 60 * 60_000

type Beginning = Pick<Workflow, 'id' | 'submitter' | 'content'> & Partial<Pick<Workflow, 'node' | 'template' | 'parent' | 'room' | 'priority' | 'keepMs' | 'notify' | 'tag'>>

export function runOf (plan: Plan, { keepMs = KEEP_MS, ...beginning }: Beginning, now: number): Workflow {
  const steps = Object.fromEntries(Object.keys(plan.steps).map(name => [name, waiting(name, plan)]))
  return { v: 1, state: 'executing', steps, ...beginning, keepMs, createdAt: now, since: now, deadline: now + LOOK_AGAIN_MS }
}

function waiting (name: string, { steps }: Plan): WorkflowStep {
  const { after = [], plan } = steps[name] ?? {}
  const compensates = Object.keys(steps).filter(other => compensationOf(steps[other] ?? {}) === name)
  return { state: 'waiting', ...after.length > 0 && { after }, ...compensates.length > 0 && { compensates }, ...plan !== undefined && { isRun: true } }
}

function compensationOf ({ onError }: PlanStep): string | undefined {
  return typeof onError === 'object' ? onError.compensate : undefined
}

/** @param input as JSON */
export function begun (run: Workflow, plan: Plan, input: string | undefined): Transition {
  return changed(undefined, run, { plan: JSON.stringify(plan), ...input !== undefined && { input } })
}

export function childOf (run: Workflow, { step, index }: Ref, { plan, template, parallel = PARALLEL }: PlanStep & { readonly plan: Plan }, input: string, now: number): Transition {
  const { id, node, submitter, priority, keepMs, room = PARALLEL, steps } = run
  const beside = index === undefined ? 1 : Math.min(parallel, steps[step]?.elements?.total ?? parallel, room)
  return begun(runOf(plan, { id: childId(id, step, index), submitter, node, content: '', template, parent: { run: id, step, index }, room: Math.max(1, Math.floor(room / beside)), priority, keepMs }, now), plan, input)
}
