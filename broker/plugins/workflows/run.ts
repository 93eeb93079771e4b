/** Runs at their beginning: of what was submitted, or of a step that is a saved workflow. Pure. */
import type { Transition } from '../../core/command.js'
import { type Plan, type PlanStep, type Workflow, type WorkflowStep, childId } from '../../core/workflow.js'
import { changed } from './change.js'
import type { Ref } from './draft.js'

/** How soon it is looked at although nothing was heard: somebody may have crashed in between. */
export const LOOK_AGAIN_MS = 2_000
const KEEP_MS = 60 * 60_000

type Beginning = Pick<Workflow, 'id' | 'submitter' | 'content'> & Partial<Pick<Workflow, 'node' | 'template' | 'parent' | 'priority' | 'keepMs' | 'notify' | 'tag'>>

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

export function childOf ({ id, node, submitter, priority, keepMs }: Workflow, { step, index }: Ref, { plan, template }: { readonly plan: Plan, readonly template?: string | undefined }, input: string, now: number): Transition {
  return begun(runOf(plan, { id: childId(id, step, index), submitter, node, content: '', template, parent: { run: id, step, index }, priority, keepMs }, now), plan, input)
}
