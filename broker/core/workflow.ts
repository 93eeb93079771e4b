/**
 * The record of a run of a workflow. Its plan, its input, the lists that it goes
 * over and what its steps came to are texts beside it: tasks are kept for a
 * while, a run may take longer.
 */
import type { Params } from '../../schemas/index.js'
import { longHashOf } from './hash.js'
import type { Json, StoredRecord } from './records.js'
import type { Requirement, TaskFailure } from './task.js'

/** What a step asks of its task. */
export interface TaskOptions {
  readonly queue?: string | undefined
  readonly require?: Requirement | undefined
  readonly priority?: number | undefined
  readonly leaseMs?: number | undefined
  readonly maxAttempts?: number | undefined
  readonly backoffMs?: number | undefined
  readonly stallMs?: number | undefined
  readonly onOffline?: 'keep' | 'release' | undefined
}

export type OnError = 'fail' | 'skip' | { readonly compensate: string }

/** As it was given; what it names by `template` is put in before the run begins. */
export interface PlanStep extends TaskOptions {
  readonly function?: string | undefined
  readonly template?: string | undefined
  /** Of a saved workflow. */
  readonly plan?: Plan | undefined
  /** Of a saved function: its arguments, over the step's as `input`. */
  readonly inner?: Json | undefined
  /** Of what is saved: what `args` must be like. */
  readonly params?: Params | undefined
  readonly args?: Json | undefined
  readonly after?: readonly string[] | undefined
  readonly when?: string | undefined
  readonly forEach?: Json | undefined
  readonly parallel?: number | undefined
  readonly onError?: OnError | undefined
  readonly timeoutMs?: number | undefined
}

export interface Plan {
  readonly steps: Readonly<Record<string, PlanStep>>
  readonly result?: string | undefined
  readonly timeoutMs?: number | undefined
}

export interface Failure extends TaskFailure {
  readonly step?: string | undefined
  readonly index?: number | undefined
}

/** Of the elements of a step. */
export interface Elements {
  readonly total: number
  /** The first that was not submitted. */
  readonly next: number
  /** Submitted, and not seen ended. */
  readonly open: readonly number[]
  /** Those that failed and were skipped. */
  readonly failed: number
  /** Of all results so far. */
  readonly bytes: number
}

export interface WorkflowStep {
  readonly state: 'waiting' | 'executing' | 'completed' | 'failed' | 'skipped' | 'cancelled'
  /** The arrows of the graph, for whoever looks at a run and has not its plan. */
  readonly after?: readonly string[] | undefined
  readonly compensates?: readonly string[] | undefined
  /** A saved workflow: it has a run of its own, and no task. */
  readonly isRun?: true | undefined
  readonly device?: string | undefined
  readonly attempts?: number | undefined
  readonly beganAt?: number | undefined
  readonly endedAt?: number | undefined
  readonly elements?: Elements | undefined
  readonly error?: TaskFailure | undefined
}

export type WorkflowSteps = Readonly<Record<string, WorkflowStep>>

export interface Workflow extends StoredRecord {
  /** `compensating`: it has failed, and the step that makes up for it is under way. */
  readonly state: 'executing' | 'compensating' | 'completed' | 'failed' | 'cancelled'
  readonly steps: WorkflowSteps
  readonly submitter: string
  /** The node that carries it on as long as it runs: two at once would only get in each other's way. Absent where there is but one. */
  readonly node?: string | undefined
  /** Of what was submitted: the same again is the recall. */
  readonly content: string
  readonly template?: string | undefined
  readonly parent?: { readonly run: string, readonly step: string, readonly index?: number | undefined } | undefined
  /** Of a run within another: so many elements at a time. They multiply with those of the runs around it. */
  readonly room?: number | undefined
  readonly priority?: number | undefined
  readonly keepMs: number
  readonly notify?: true | undefined
  readonly tag?: string | undefined
  readonly error?: Failure | undefined
  readonly compensated?: boolean | undefined
  readonly reason?: string | undefined
  readonly createdAt: number
  readonly since: number
  /** Looked at again; once it is over: what was left behind, then its removal. */
  readonly deadline: number
  /** What was submitted at the moment of its end has been looked for. */
  readonly isSwept?: true | undefined
}

export function isOver ({ state }: Pick<Workflow, 'state'>): boolean {
  return state !== 'executing' && state !== 'compensating'
}

export function isStepOver ({ state }: WorkflowStep): boolean {
  return state !== 'waiting' && state !== 'executing'
}

/** Begun only where another has failed. */
export function compensations ({ steps }: Plan): ReadonlySet<string> {
  return new Set(Object.values(steps).flatMap(({ onError }) => typeof onError === 'object' ? [onError.compensate] : []))
}

/** Of a step, or of one of its elements. */
export function taskId (run: string, step: string, index?: number): string {
  return index === undefined ? `${run}.${step}` : `${run}.${step}:${index}`
}

/** Of a step that is a saved workflow. Short, so that its own tasks have room for their names. */
export function childId (run: string, step: string, index?: number): string {
  return `sub-${longHashOf(taskId(run, step, index))}`
}

/** Parts have names of letters alone. @param kind `r`: result, `i`: the list that it goes over, `e`: results of its elements */
export function partName (kind: 'r' | 'i' | 'e', step: string, plan: Plan, chunk?: number): string {
  const name = `${kind}${letters(Object.keys(plan.steps).indexOf(step), 'a')}`
  return chunk === undefined ? name : `${name}${letters(chunk, 'A')}`
}

function letters (n: number, first: 'a' | 'A'): string {
  const last = String.fromCharCode(first.charCodeAt(0) + n % LETTERS)
  return n < LETTERS ? last : letters(Math.floor(n / LETTERS) - 1, first) + last
}

const LETTERS = 26
