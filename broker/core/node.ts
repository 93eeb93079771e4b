/** The record of an orchestrator node: whether it runs. Which devices it serves stands in theirs. */
import type { StoredRecord } from './records.js'

export type NodePresence = 'online' | 'offline'

export interface Node extends StoredRecord {
  readonly state: NodePresence
  readonly since: number
  /** Online: when it counts as gone unless it is heard of. Offline: when it is forgotten. */
  readonly deadline: number
  /** How it went: it said so, or was not heard of. */
  readonly ending?: 'left' | 'lost'
  /** Why it can store nothing now; told, and never stored. */
  readonly problem?: string
}
