/** What can happen to a task. Every event brings its time; those of a device say which attempt they mean. */
import type { TaskFailure } from '../../core/task.js'
import type { Patch } from '../../core/records.js'
import type { Task } from '../../core/task.js'

export interface Now { readonly now: number }

export interface FromDevice extends Now {
  readonly device: string
  readonly attempt: number
}

export type TaskEvent =
  /** `same`: it asks for what is already there. */
  | Now & { readonly type: 'submit', readonly task: Task, readonly same: boolean }
  | Now & { readonly type: 'offer', readonly patch: Patch }
  | FromDevice & { readonly type: 'begin' }
  | FromDevice & { readonly type: 'progress', readonly percent?: number, readonly note?: string }
  | FromDevice & { readonly type: 'success' }
  | FromDevice & {
    readonly type: 'fail',
    readonly error: TaskFailure,
    readonly retry: boolean
    /** 0 … 1, spreads the retries of many tasks that failed together. */
    readonly jitter: number
  }
  | FromDevice & { readonly type: 'decline', readonly reason?: string }
  | Now & { readonly type: 'cancel', readonly reason?: string }
  /** Its device is gone, or has said that it no longer has it. */
  | Now & { readonly type: 'release', readonly device: string, readonly reason: string }
  /** A deadline has passed; which one, the state tells. */
  | Now & { readonly type: 'deadline' }
  /** There are too many ended tasks. */
  | Now & { readonly type: 'evict' }

export type TaskEventType = TaskEvent['type']
export type EventOf<T extends TaskEventType> = Extract<TaskEvent, { type: T }>
