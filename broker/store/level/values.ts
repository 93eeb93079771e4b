/**
 * The values on disk: JSON texts. Of the parts of a record the small ones are
 * in its own value, which is cheaper than a key each; of the others there is
 * the name.
 */
import type { StoredRecord } from '../../core/records.js'

/** By name. null: it has a key of its own. */
export type Parts = Readonly<Record<string, string | null>>

export interface Stored {
  readonly record: StoredRecord
  readonly parts: Parts
}

/** In UTF-16 units. They are written again with every change of the record, and kept in memory while it is open. */
export const INLINE_CHARS_MAX = 256

export const NO_PARTS: Parts = {}

export function encode ({ record, parts }: Stored): string {
  return JSON.stringify([parts, record])
}

/** Schema 1 had a letter in front, and a list of names, each part with a key of its own. */
export function decode (value: string): Stored {
  const [parts, record] = JSON.parse(value.startsWith('[') ? value : value.slice(1)) as [Parts | string[], StoredRecord]
  return { record, parts: Array.isArray(parts) ? Object.fromEntries(parts.map(name => [name, null])) : parts }
}
