/**
 * The values on disk: JSON text behind one letter, which tells an open record
 * from an ended one without parsing it.
 */
import type { StoredRecord } from '../../core/records.js'

export interface Stored {
  readonly record: StoredRecord
  /** The names of its parts. */
  readonly parts: readonly string[]
  /**
   * Where it is ended: the deadline under which it is found on disk. Kept, not
   * derived again: a later derivation must still find it there.
   */
  readonly ended?: number
}

export function encode ({ parts, record, ended }: Stored): string {
  return ended === undefined ? `o${JSON.stringify([parts, record])}` : `e${JSON.stringify([parts, record, ended])}`
}

export function decode (value: string): Stored {
  const [parts, record, ended] = JSON.parse(value.slice(1)) as [string[], StoredRecord, number?]
  return { parts, record, ended }
}

export function isEnded (value: string): boolean {
  return value.startsWith('e')
}
