/**
 * A run as it will be: what has ended, what begins and what is written because
 * of it are put down here while it is looked at, before anything is decided.
 */
import { inOrder } from '../../core/graph.js'
import type { Json } from '../../core/records.js'
import type { TaskFailure } from '../../core/task.js'
import { type Failure, type Plan, type PlanStep, type Workflow, type WorkflowStep, type WorkflowSteps, compensations, isStepOver } from '../../core/workflow.js'

/** A step, or one of its elements. */
export interface Ref { readonly step: string, readonly index?: number | undefined }

/** What is to be submitted. @property args as JSON */
export interface Begun extends Ref { readonly args: string }

export class Draft {
  readonly steps: Record<string, WorkflowStep>
  readonly parts: Record<string, string> = {}
  readonly begun: Begun[] = []
  /** Steps whose open work is of no use any more. */
  readonly dropped: Ref[] = []
  /** So that none comes before one that it waits for. */
  readonly order: readonly string[]
  readonly compensations: ReadonlySet<string>
  failure: Failure | undefined
  compensated: boolean | undefined

  constructor (readonly run: Workflow, readonly plan: Plan, readonly input: Json | undefined, readonly now: number) {
    this.steps = { ...run.steps }
    this.order = inOrder(plan.steps).order
    this.compensations = compensations(plan)
    this.failure = run.error
    this.compensated = run.compensated
  }

  step (name: string): WorkflowStep {
    return this.steps[name] ?? { state: 'waiting' }
  }

  planned (name: string): PlanStep {
    return this.plan.steps[name] ?? {}
  }

  set (name: string, change: Partial<WorkflowStep>): void {
    this.steps[name] = { ...this.step(name), ...change }
  }

  /** A step, or one of its elements, has failed for good: what that means says the plan. */
  failed ({ step, index }: Ref, error: TaskFailure): void {
    const { onError = 'fail' } = this.planned(step)
    const { elements } = this.step(step)
    if (this.compensations.has(step)) {
      this.compensated = false
      return this.set(step, { state: 'failed', error, endedAt: this.now })
    }
    if (onError === 'skip' && index !== undefined && elements !== undefined) return this.set(step, { elements: { ...elements, failed: elements.failed + 1 } })
    if (index !== undefined || elements !== undefined) this.dropped.push(...openOf({ [step]: this.step(step) }))
    this.set(step, { state: onError === 'skip' ? 'skipped' : 'failed', error, endedAt: this.now, elements: elements === undefined ? undefined : { ...elements, open: [] } })
    if (onError !== 'skip') this.failure ??= { step, index, ...error }
  }

  /** What is to be submitted, but for what has become useless since it was put down. */
  get wanted (): readonly Begun[] {
    return this.begun.filter(({ step }) => this.step(step).state === 'executing' && (this.failure === undefined || this.compensations.has(step)))
  }

  /** What is to be executed because of the failure; undefined where nothing is. */
  get compensation (): string | undefined {
    const { onError } = this.planned(this.failure?.step ?? '')
    return typeof onError === 'object' ? onError.compensate : undefined
  }

  /** Everything that belongs to the way to the result. */
  get isDone (): boolean {
    return this.order.every(name => this.compensations.has(name) || isStepOver(this.step(name)))
  }
}

/** What is under way. */
export function openOf (steps: WorkflowSteps): readonly Ref[] {
  return Object.entries(steps).flatMap(([step, { state, elements }]) => {
    if (state !== 'executing') return []
    return elements === undefined ? [{ step }] : elements.open.map(index => ({ step, index }))
  })
}
