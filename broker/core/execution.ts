/** The record of an execution: one run of a deployment, a task for each step. Arguments and result are texts beside it. */
import type { StoredRecord } from './records.js'
import type { TaskFailure } from './task.js'

export interface StepRun {
  readonly state: 'waiting' | 'executing' | 'completed' | 'failed'
  readonly device?: string | undefined
  /** How many tasks it has had: it gets another where its device is another. */
  readonly tasks?: number | undefined
  readonly beganAt?: number | undefined
  readonly endedAt?: number | undefined
  /** Of its arguments and its result, as they were sent. */
  readonly argsBytes?: number | undefined
  readonly resultBytes?: number | undefined
  readonly attempts?: number | undefined
}

export interface Execution extends StoredRecord {
  readonly deployment: string
  readonly revision: number
  readonly state: 'executing' | 'completed' | 'failed' | 'cancelled'
  readonly steps: Readonly<Record<string, StepRun>>
  readonly submitter: string
  /** What it was started by, where that was not a command. */
  readonly trigger?: string | undefined
  /** How many executions may come of its result, in all that follows. Absent: as many as of any. */
  readonly following?: number | undefined
  readonly keepMs: number
  readonly error?: TaskFailure & { readonly step?: string | undefined } | undefined
  readonly reason?: string | undefined
  readonly createdAt: number
  readonly since: number
  readonly deadline: number
}

export function isOver ({ state }: Pick<Execution, 'state'>): boolean {
  return state !== 'executing'
}

/** All that it has had so far. @param beyond also so many that it would have next */
export function tasksOf ({ id, steps }: Pick<Execution, 'id' | 'steps'>, beyond = 0): readonly { readonly step: string, readonly task: string }[] {
  return Object.entries(steps).flatMap(([step, run]) => Array.from({ length: (run.tasks ?? 0) + beyond }, (_, index) => ({ step, task: stepTask(id, step, { ...run, tasks: index + 1 }) })))
}

/** The task of a step: the first has the plain name, so that it can be told beforehand. */
export function stepTask (run: string, step: string, { tasks = 1 }: StepRun): string {
  return tasks === 1 ? `${run}.${step}` : `${run}.${step}.${tasks}`
}
