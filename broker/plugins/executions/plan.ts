/** What an execution does next, as its tasks and its deployment stand. Pure. */
import { own } from '../../core/records.js'
import { type Deployment, type Manifest, type ManifestStep, type Revision, stepFunction } from '../../core/deployment.js'
import { upstreamOf } from '../../core/graph.js'
import { type Execution, type StepRun, stepTask } from '../../core/execution.js'
import { type Task, isEnded } from '../../core/task.js'

/** By step: the task that it has now. */
export type StepTasks = ReadonlyMap<string, Task | undefined>

/** How its revision stands; undefined where that is gone. */
export interface Ground {
  readonly revision: Revision
  readonly isReady: (device: string) => boolean
  /** A revision before waits for its runs to end. */
  readonly hasFormer: boolean
  /** That the step has failed there is counted. */
  readonly isFailing: (step: string, device: string) => boolean
}

/** Why a task was cancelled whose step then waits for another device. */
export const MOVED = 'the step has another device now'

export function groundOf (deployment: Deployment | undefined, revision: number): Ground | undefined {
  if (deployment === undefined) return undefined
  const { current, former, devices, failing } = deployment
  const isFailing: Ground['isFailing'] = (step, device) => (own(own(failing, step), device) ?? 0) > 0
  const hasFormer = former !== undefined
  if (current.revision === revision) return { revision: current, hasFormer, isReady: device => own(devices, device)?.state === 'ready', isFailing }
  return former?.revision === revision ? { revision: former, hasFormer, isReady: () => true, isFailing } : undefined
}

/** Which revision a new execution is of: the one before, as long as the current one was never ready. */
export function revisionFor ({ current, former, wasReady }: Deployment): Revision {
  return former !== undefined && wasReady !== true ? former : current
}

export function waitingSteps ({ steps }: Manifest): Execution['steps'] {
  return Object.fromEntries(Object.keys(steps).map(step => [step, { state: 'waiting' as const }]))
}

/** The steps as their tasks tell. */
export function observed (execution: Execution, tasks: StepTasks, resultBytes: ReadonlyMap<string, number>): Readonly<Record<string, StepRun>> {
  return Object.fromEntries(Object.entries(execution.steps).map(([name, run]) => {
    const task = tasks.get(name)
    if (run.state !== 'executing' || task === undefined || !isEnded(task)) return [name, run]
    const { since, begun } = task
    if (task.state === 'cancelled' && task.reason === MOVED) return [name, { state: 'waiting', tasks: run.tasks }]
    const state = task.state === 'completed' ? 'completed' as const : 'failed' as const
    return [name, { ...run, state, endedAt: since, attempts: begun, resultBytes: resultBytes.get(name) }]
  }))
}

/** Those that wait, and whose turn it is. */
export function turnsOf (steps: Execution['steps'], { revision: { manifest, placement }, isReady }: Ground): readonly string[] {
  return Object.entries(manifest.steps).filter(([name, { after = [] }]) => {
    const device = own(placement, name)
    return steps[name]?.state === 'waiting' && device !== undefined && isReady(device) && after.every(before => steps[before]?.state === 'completed')
  }).map(([name]) => name)
}

/** Those whose task is with a device that has the step no more, and has not begun it. */
export function strandedOf (execution: Execution, tasks: StepTasks, { revision: { placement } }: Ground): readonly string[] {
  return Object.entries(execution.steps).filter(([name, { state, device }]) => {
    const task = tasks.get(name)
    return state === 'executing' && task !== undefined && !isEnded(task) && task.state !== 'executing' && own(placement, name) !== device
  }).map(([name]) => name)
}

/** The steps whose results the arguments of these may speak of. */
export function sourcesOf (steps: readonly string[], { manifest }: Revision): readonly string[] {
  return [...new Set(steps.flatMap(step => [...upstreamOf(step, manifest.steps)]))]
}

/** How soon it is looked at although nothing was heard: somebody may have crashed in between. */
export const LOOK_AGAIN_MS = 10_000
export const LOOK_AGAIN_MAX_MS = 10 * 60_000
const LEASE_MIN_MS = 20_000
const LEASE_SPARE_MS = 10_000
const REPEATS_MAX = 3

/** What is submitted for a step. */
export function submissionOf ({ id, deployment, revision: number }: Execution, step: string, { revision }: Ground): { readonly function: string, readonly require: { readonly device: string }, readonly maxAttempts: number, readonly onOffline: 'release', readonly leaseMs: number } {
  const { module = '', idempotent = false } = revision.manifest.steps[step] as ManifestStep
  const { timeMs = 0 } = revision.modules[module]?.limits ?? {}
  return {
    function: stepFunction(deployment, number, step),
    require: { device: own(revision.placement, step) ?? id },
    maxAttempts: idempotent ? REPEATS_MAX : 1,
    onOffline: 'release',
    leaseMs: Math.max(LEASE_MIN_MS, timeMs + LEASE_SPARE_MS)
  }
}

export function taskIdsOf ({ id, steps }: Execution): readonly (readonly [step: string, task: string])[] {
  return Object.entries(steps).filter(([, { state }]) => state === 'executing').map(([step, run]) => [step, stepTask(id, step, run)])
}
