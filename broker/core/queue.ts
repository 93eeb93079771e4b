/** The record of a queue that is paused or limited; one that is neither has none. */
import type { StoredRecord } from './records.js'

/** Of tasks that name none, and of devices that say none. */
export const DEFAULT_QUEUE = 'default'

export interface Queue extends StoredRecord {
  readonly paused?: { readonly by: string, readonly reason?: string | undefined, readonly since: number } | undefined
  readonly limit?: QueueLimit | undefined
}

/** What is absent has no bound. */
export interface QueueLimit {
  /** How many tasks may be offered or executing at once. */
  readonly running?: number | undefined
  /** How many may be offered within any `perMs`. */
  readonly rate?: number | undefined
  readonly perMs?: number | undefined
}

export const RATE_PER_MS = 1_000

/** How it stands besides. */
export interface QueueLength {
  readonly id: string
  /** Tasks that wait for a device. */
  readonly waiting: number
  /** Since when the one waits that has waited longest. */
  readonly oldestAt?: number | undefined
  /** Tasks that are offered or executing; undefined for those that name no queue, which are not counted. */
  readonly running?: number | undefined
  /** That serve it and are online. */
  readonly devices: number
}
