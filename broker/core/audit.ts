/** Who did what, from where, and whether they might: of what changes who may do what, and of what is done to others' work. */
import type { Json, StoredRecord } from './records.js'

export interface AuditEntry {
  readonly at: number
  readonly account: string
  /** As in `accounts/put`. */
  readonly command: string
  readonly entity: string
  readonly allowed: boolean
  readonly code?: string
  readonly address?: string
  readonly client?: string
  readonly detail?: Readonly<Record<string, Json>>
}

/** In a place that is used again: the oldest of its node is overwritten. */
export interface AuditRecord extends StoredRecord {
  /** Grows with every entry of its node. */
  readonly place: number
  readonly entry: AuditEntry
}
