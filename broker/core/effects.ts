/**
 * What follows a transition, as data. Told effects go out once the change is
 * written; notes tell this node's own working state (who is free for what) as
 * soon as it is applied. All of them can be derived again from the records.
 */
import type { Account } from './account.js'
import type { AuditEntry } from './audit.js'
import type { Upload } from './blob.js'
import type { Deployment } from './deployment.js'
import type { Device, Load } from './device.js'
import type { Queue } from './queue.js'
import type { StoredRecord } from './records.js'
import type { Task, TaskState } from './task.js'

/** What an event tells of a task as it was. */
export interface Former {
  readonly state: TaskState
  readonly device?: string
}

/** The nouns, but for tasks and devices, that are told on `state/{kind}s/{id}`. */
export type Kind = 'node' | 'module' | 'deployment' | 'execution' | 'workflow' | 'template' | 'schedule' | 'service'

export type Effect =
  /** To one principal, on `to/{to}/{topic}`. */
  | { readonly type: 'send', readonly to: string, readonly topic: string, readonly payload: object }
  /** The same, of bytes as they are. */
  | { readonly type: 'bytes', readonly to: string, readonly topic: string, readonly payload: Buffer }
  /** The task, to the device that holds its offer. */
  | { readonly type: 'offer', readonly task: Task }
  /** The final state, with its result, to whoever asked to be notified. */
  | { readonly type: 'ended', readonly task: Task }
  /** The retained fact changed, and perhaps an event is worth telling. */
  | { readonly type: 'task', readonly task: Task, readonly before: Former | undefined, readonly emits: string | undefined, readonly at: number }
  | { readonly type: 'device', readonly device: Device, readonly emits: string | undefined, readonly at: number, readonly reason?: string, readonly gone?: true }
  /** A device's own words, for the log. */
  | { readonly type: 'log', readonly device: string, readonly level: string, readonly message: string, readonly task?: string | undefined }
  /** The retained fact of another noun changed. */
  | { readonly type: 'state', readonly kind: Kind, readonly record: StoredRecord }
  /** Retained for one device: its part of a deployment; without one it is cleared. */
  | { readonly type: 'part', readonly device: string, readonly deployment: string, readonly part: object | undefined }
  /** An ordinary message, outside of our root. */
  | { readonly type: 'publish', readonly topic: string, readonly payload: string, readonly qos: 0 | 1, readonly retain: boolean }
  | { readonly type: 'audit', readonly entry: AuditEntry }
  | { readonly type: 'gone', readonly kind: 'task' | Kind, readonly id: string }

export type Note =
  | { readonly type: 'upload', readonly before: Upload | undefined, readonly after: Upload | null }
  | { readonly type: 'task', readonly before: Task | undefined, readonly after: Task | null, readonly emits: string | undefined }
  /** `held`: how many offers and leases the records name it in, for a node that does not know it yet. */
  | { readonly type: 'device', readonly id: string, readonly after: Device | null, readonly held?: number }
  /** An account is so now, or gone. */
  | { readonly type: 'account', readonly id: string, readonly after: Account | undefined }
  /** A deployment is so now, or gone. */
  | { readonly type: 'deployment', readonly id: string, readonly after: Deployment | undefined }
  /** A queue is paused now, or not any more. */
  | { readonly type: 'queue', readonly id: string, readonly after: Queue | undefined }
  /** To the node that carries a run on: which of its work has ended here. */
  | { readonly type: 'ended', readonly node: string, readonly run: string, readonly ended: readonly object[] }
  /** How many more the device would take, in place of what it said before. */
  | { readonly type: 'credit', readonly device: string, readonly level: number }
  | { readonly type: 'load', readonly device: string, readonly load: Load }
  /** The node's presence and working state of a device go on. */
  | { readonly type: 'spoke', readonly device: string }
