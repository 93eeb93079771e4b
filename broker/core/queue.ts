/** The record of a queue that is paused; one that is not has none. */
import type { StoredRecord } from './records.js'

/** Of tasks that name none, and of devices that say none. */
export const DEFAULT_QUEUE = 'default'

export interface Queue extends StoredRecord {
  readonly by: string
  readonly reason?: string | undefined
  readonly since: number
}

/** How it stands besides. */
export interface QueueLength {
  readonly id: string
  /** Tasks that wait for a device. */
  readonly waiting: number
  /** Since when the one waits that comes next. */
  readonly oldestAt?: number | undefined
  /** That serve it and are online. */
  readonly devices: number
}
