/** What a schedule can fail by, and how that is told; and the document that all checks read. */

export type Breach =
  /** Two completions, another result than that of the attempt, or an end that changed. */
  | 'completion'
  /** What was accepted or acknowledged is not there. */
  | 'lost'
  /** Told before it was written. */
  | 'durability'
  /** Taken from a device that may still work on it, or left with one that has vanished. */
  | 'lease'
  | 'capacity'
  /** An attempt was given twice, or executed twice by one process. */
  | 'attempt'
  | 'version'
  /** The last version of a fact was never published, or an answer is older than its question. */
  | 'untold'
  | 'outdated'
  /** A node made an offer to a device that another serves, and could have known. */
  | 'served'
  /** Not all tasks came to an end, or a device is left with something. */
  | 'stuck'
  | 'disagreement'
  /** A message against the contract. */
  | 'message'
  | 'app'
  | 'device'
  | 'failure'

export interface Violation { readonly breach: Breach, readonly what: string, readonly atMs: number }

export type Violated = (breach: Breach, what: string) => void

export interface TaskDocument { readonly task: string, readonly state: string, readonly v: number, readonly result?: unknown }
