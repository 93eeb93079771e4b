/**
 * Workflows of a schedule, and what must be true of them: a step begins once all
 * before it are over, a run that was accepted ends, and what it says of its
 * steps is what became of their tasks.
 */
import type { StoredRecord } from '../../broker/core/records.js'
import { type Task, isEnded } from '../../broker/core/task.js'
import { type OnError, type PlanStep, type Workflow, isOver, taskId } from '../../broker/core/workflow.js'
import type { Violated } from './breach.js'
import type { Chance } from './chance.js'

export interface RunPlan {
  readonly id: string
  readonly at: number
  readonly again: readonly number[]
  readonly cancelAt?: number
  readonly steps: Readonly<Record<string, PlanStep>>
}

/** Of the schedules, so many have workflows. */
const SHARE = 0.4
const NAMES = ['a', 'b', 'c', 'd']
const UNDO = 'undo'

export function drawRuns (chance: Chance, seed: number): readonly RunPlan[] {
  if (!chance.happens(SHARE)) return []
  return Array.from({ length: chance.between(1, 2) }, (_, n) => drawRun(chance.branch(), `r${seed % 10}${n}`))
}

function drawRun (chance: Chance, id: string): RunPlan {
  const steps: Record<string, PlanStep> = {}
  for (const [n, name] of NAMES.slice(0, chance.between(1, NAMES.length)).entries()) steps[name] = drawStep(chance.branch(), NAMES.slice(0, n))
  if (Object.values(steps).some(({ onError }) => typeof onError === 'object')) steps[UNDO] = { function: 'f', maxAttempts: 2, backoffMs: 100 }
  const at = chance.between(0, 8_000)
  return { id, at, steps, again: chance.happens(0.5) ? [at + chance.between(0, 10_000)] : [], ...chance.happens(0.15) && { cancelAt: at + chance.between(0, 10_000) } }
}

function drawStep (chance: Chance, before: readonly string[]): PlanStep {
  return {
    function: 'f',
    after: before.filter(() => chance.happens(0.5)),
    maxAttempts: chance.pick([1, 2, 3]),
    backoffMs: 100,
    leaseMs: chance.pick([1_000, 2_500, 6_000]),
    onOffline: chance.pick(['keep', 'release']),
    onError: chance.pick<OnError>(['fail', 'skip', { compensate: UNDO }]),
    ...chance.happens(0.3) && { forEach: chance.pick([[1, 2], [1, 2, 3, 4], []]) }
  }
}

function haveEnded (run: string, step: string, { forEach }: PlanStep, tasks: ReadonlyMap<string, Task>): boolean {
  const ids = forEach === undefined ? [taskId(run, step)] : (forEach as readonly unknown[]).map((_, index) => taskId(run, step, index))
  return ids.every(id => {
    const task = tasks.get(id)
    return task !== undefined && isEnded(task)
  })
}

export class RunChecks {
  readonly #runs = new Map<string, Workflow>()
  readonly #accepted = new Set<string>()

  constructor (private readonly plans: readonly RunPlan[], private readonly violated: Violated) {}

  restarted (records: Iterable<{ readonly kind: string, readonly record: StoredRecord }>): void {
    this.#runs.clear()
    for (const { kind, record } of records) if (kind === 'workflow') this.#runs.set(record.id, record as Workflow)
  }

  accepted (id: string): void {
    this.#accepted.add(id)
  }

  applied (id: string, was: Workflow | undefined, is: Workflow | undefined): void {
    if (is === undefined) this.#runs.delete(id)
    else this.#runs.set(id, is)
    if (was !== undefined && isOver(was) && is !== undefined && was.state !== is.state) this.violated('completion', `the run ${id} was ${was.state} and became ${is.state}`)
  }

  /** A task that was not there before. */
  submitted ({ id, run = '' }: Task, tasks: ReadonlyMap<string, Task>): void {
    const steps = this.plans.find(one => one.id === run)?.steps
    if (steps === undefined) return
    const name = id.slice(run.length + 1).split(':')[0] ?? ''
    const record = this.#runs.get(run)
    // Of two nodes that look at it at once one may write the task, the other the run: what counts is what has become of the tasks.
    const isSeenOver = (other: string): boolean => ['completed', 'skipped'].includes(record?.steps[other]?.state ?? '') || haveEnded(run, other, steps[other] ?? {}, tasks)
    const early = (steps[name]?.after ?? []).find(other => !isSeenOver(other))
    if (early !== undefined) this.violated('completion', `${id} was submitted while ${early} is ${record?.steps[early]?.state ?? 'not known'}`)
    if (record?.state === 'compensating' && name !== UNDO) this.violated('completion', `${id} was submitted after its run had failed`)
  }

  get allEnded (): boolean {
    for (const run of this.#runs.values()) if (!isOver(run)) return false
    return true
  }

  finished (tasks: ReadonlyMap<string, Task>): void {
    for (const { id, steps } of this.plans) {
      const run = this.#runs.get(id)
      if (run === undefined && this.#accepted.has(id)) this.violated('lost', `the run ${id} was accepted and is gone`)
      if (run === undefined) continue
      if (!isOver(run)) this.violated('stuck', `the run ${id} is ${run.state}: ${JSON.stringify(run.steps)}`)
      for (const [name, { state }] of Object.entries(run.steps)) {
        const task = tasks.get(taskId(id, name))
        if (state === 'completed' && steps[name]?.forEach === undefined && task?.state !== 'completed') this.violated('completion', `step ${name} of ${id} is completed, but its task is ${task?.state ?? 'gone'}`)
        if (run.state === 'completed' && state !== 'completed' && state !== 'skipped' && name !== UNDO) this.violated('completion', `the run ${id} is completed, but ${name} is ${state}`)
      }
    }
  }
}
