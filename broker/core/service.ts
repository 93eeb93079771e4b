/** The record of a service: how many instances there are to be, and how each stands. Its arguments are a text beside it. */
import type { StoredRecord } from './records.js'
import type { Requirement, TaskFailure } from './task.js'

export interface ServiceContent {
  readonly function: string
  readonly instances: number
  readonly spread?: boolean | undefined
  readonly require?: Requirement | undefined
  readonly queue?: string | undefined
  readonly priority?: number | undefined
  readonly leaseMs?: number | undefined
  readonly stallMs?: number | undefined
  readonly backoffMs?: number | undefined
  readonly restarts?: { readonly max: number, readonly withinMs: number } | undefined
  readonly batch?: number | undefined
}

export interface Instance {
  /** `starting`: its task waits for a device, or is not begun yet. */
  readonly state: 'waiting' | 'starting' | 'executing' | 'failed'
  readonly generation: number
  /** The number of its task, which grows with the clock: none comes twice, even of a service that was removed. 0: it has had none. */
  readonly tasks: number
  readonly device?: string | undefined
  /** When it was started again, lately. */
  readonly restarts: readonly number[]
  /** Not before. */
  readonly dueAt?: number | undefined
  readonly since: number
  readonly error?: TaskFailure | undefined
}

export interface Service extends StoredRecord {
  readonly content: ServiceContent
  readonly generation: number
  /** The highest number that a task of it has had: the next is one more, whoever decides it. It begins with the time, so that none comes twice after a removal. */
  readonly highest: number
  /** Tasks that are to end, until they are seen to have. */
  readonly ending: readonly string[]
  /** It is there only until all of them have. */
  readonly isRemoved?: true | undefined
  /** By their numbers, those that are to go included. */
  readonly instances: Readonly<Record<string, Instance>>
  readonly submitter: string
  readonly since: number
  readonly deadline: number
}

export function instanceTask (service: string, instance: string, tasks: number): string {
  return `${service}.${instance}.${tasks.toString(36)}`
}
