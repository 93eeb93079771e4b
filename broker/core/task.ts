/**
 * The record of a task as every part of the orchestrator knows it. Arguments
 * and result are not in it: they are texts beside the record (`args`, `result`),
 * so that an open task stays small.
 */
import type { StoredRecord } from './records.js'

export type TaskState =
  'waiting' | 'available' | 'offered' | 'executing' |
  'completed' | 'failed' | 'cancelled' | 'expired'

export interface Requirement {
  readonly device?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly interfaces?: readonly string[]
}

export interface TaskFailure {
  readonly code: string
  readonly message?: string
}

/** How an attempt ended that its device may still repeat itself about. */
export interface PastAttempt {
  readonly attempt: number
  readonly device: string
  readonly how: 'failed' | 'declined'
}

/** A field that has its default is absent, which makes most records on disk a third shorter; so is a count of 0, and `notify` unless true. */
export const TASK_DEFAULTS = { priority: 0, maxAttempts: 3, backoffMs: 1_000, onOffline: 'keep', keepMs: 60 * 60_000 } as const

export interface Task extends StoredRecord {
  readonly state: TaskState
  readonly function: string
  /** Absent: the default one. */
  readonly queue?: string
  readonly require?: Requirement
  /** 0 … 9, 9 first. */
  readonly priority?: number
  /** Grows with every submit: first in, first out within one priority. */
  readonly order: number
  readonly leaseMs: number
  /** 0: no limit. */
  readonly maxAttempts?: number
  readonly backoffMs?: number
  /** No attempt starts after this. */
  readonly notAfter?: number
  /** Ends the task if nobody has begun it by then. */
  readonly expiresAt?: number
  /** How long its progress may stand still. */
  readonly stallMs?: number
  readonly onOffline?: 'keep' | 'release'
  readonly keepMs?: number
  readonly notify?: boolean
  readonly tag?: string
  readonly submitter: string
  /** The execution of which it is a step. */
  readonly run?: string
  /** The service of which it is an instance. */
  readonly service?: string
  /** Bytes of the task's own part of an offer. */
  readonly offerBytes: number

  /** The fencing token: grows with every new offer. */
  readonly attempt: number
  /** How many attempts were begun, which is what `maxAttempts` bounds. */
  readonly begun?: number
  readonly offers?: number
  readonly fails?: number
  /** Who holds the offer or the lease, or who held it last. */
  readonly device?: string
  /** The lease began with the offer. */
  readonly implied?: boolean
  /** An implied attempt of which the device has said nothing yet. */
  readonly silent?: boolean
  readonly past?: PastAttempt
  /** Devices that let an offer lapse or declined it: the last resort until `avoidUntil`. */
  readonly avoid?: readonly string[]
  readonly avoidUntil?: number

  /** When it entered its state. */
  readonly since: number
  /** While waiting: until when. */
  readonly dueAt?: number
  /** When something has to be decided: due, lapse, lease, expiry or end of keeping. */
  readonly deadline?: number
  /** When its progress was another than before; absent: since it was begun. */
  readonly movedAt?: number
  readonly percent?: number
  readonly note?: string
  readonly error?: TaskFailure
  readonly reason?: string
}

export const HELD: readonly TaskState[] = ['offered', 'executing']
export const OPEN: readonly TaskState[] = ['waiting', 'available', ...HELD]
export const ENDED: readonly TaskState[] = ['completed', 'failed', 'cancelled', 'expired']

export function isHeld (task: Pick<Task, 'state'>): boolean {
  return task.state === 'offered' || task.state === 'executing'
}

export function isEnded (task: Task): boolean {
  return !isHeld(task) && task.state !== 'waiting' && task.state !== 'available'
}

/** The moment after which no device may begin the task for the first time, or at all. */
export function expiryOf (task: Task): number {
  const { begun = 0, expiresAt = Infinity, notAfter = Infinity } = task
  return begun === 0 ? Math.min(expiresAt, notAfter) : notAfter
}
