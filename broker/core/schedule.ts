/** The record of a schedule: when it starts what, and how far it is. */
import type { Json, StoredRecord } from './records.js'
import type { Plan } from './workflow.js'

/** One of the first three, and one of the last four. */
export interface ScheduleContent {
  readonly at?: number | undefined
  readonly every?: string | undefined
  readonly cron?: string | undefined
  readonly timezone?: string | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly jitterMs?: number | undefined
  readonly onOverlap?: 'skip' | 'queue' | 'replace' | undefined
  readonly onMissed?: 'skip' | 'once' | 'all' | undefined
  readonly missedMax?: number | undefined
  readonly task?: { readonly function: string, readonly args?: Json | undefined, readonly notAfter?: number | undefined } | undefined
  readonly workflow?: Partial<Plan> & { readonly template?: string | undefined, readonly input?: Json | undefined, readonly priority?: number | undefined, readonly keepMs?: number | undefined, readonly tag?: string | undefined } | undefined
  readonly execution?: { readonly deployment: string, readonly args?: Json | undefined, readonly keepMs?: number | undefined } | undefined
  readonly message?: { readonly topic: string, readonly payload?: Json | undefined, readonly qos?: 0 | 1 | undefined, readonly retain?: boolean | undefined } | undefined
}

/** What was started, by what it is called where it is looked up. */
export interface Work { readonly kind: 'task' | 'workflow' | 'execution', readonly id: string }

export interface Schedule extends StoredRecord {
  readonly content: ScheduleContent
  readonly state: 'active' | 'paused' | 'ended'
  readonly submitter: string
  /** It was put by an account: nothing is started for one that is gone. */
  readonly isOwned?: true | undefined
  /** The next time, without its jitter. */
  readonly nextAt?: number | undefined
  readonly last?: { readonly at: number, readonly work?: Work | undefined } | undefined
  /** Times that wait for what goes on; the oldest first. */
  readonly waiting?: readonly number[] | undefined
  readonly fired: number
  readonly skipped: number
  readonly missed: number
  readonly problem?: { readonly at: number, readonly code: string, readonly message?: string | undefined } | undefined
  readonly since: number
  readonly deadline?: number | undefined
}
