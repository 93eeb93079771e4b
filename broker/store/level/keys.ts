/**
 * The keys on disk. Ids are any strings: as JSON strings they end where they
 * end, hold no raw control characters and survive UTF-8 even with halves of
 * surrogate pairs.
 *
 *   meta                            whose folder this is, and its schema
 *   r/KIND/"ID"                     a record
 *   p/KIND/"ID"/NAME                one of its parts
 *   e/DEADLINE/KIND/"ID"            ended records by deadline, 16 digits; no value
 */
import type { Candidate } from '../in-process/due.js'

export const META = 'meta'

const DIGITS = 16
/** Just above the quote that every id begins with. */
const AFTER_IDS = '#'
/** Just above the slash. */
const AFTER_ENDED = 'e0'

export function recordKey (kind: string, id: string): string {
  return `r/${kind}/${JSON.stringify(id)}`
}

export function partKey (kind: string, id: string, name: string): string {
  return `p/${kind}/${JSON.stringify(id)}/${name}`
}

export function endedKey ({ kind, id, deadline }: Candidate): string {
  return `e/${digits(deadline)}/${kind}/${JSON.stringify(id)}`
}

export function parseEndedKey (key: string): Candidate {
  const kindEnd = key.indexOf('/', 2 + DIGITS + 1)
  return {
    deadline: Number(key.slice(2, 2 + DIGITS)),
    kind: key.slice(2 + DIGITS + 1, kindEnd),
    id: JSON.parse(key.slice(kindEnd + 1)) as string
  }
}

/** The records of a kind, in the order of their keys; what follows the prefix is good as a cursor. */
export function recordRange (kind: string): { prefix: string, lt: string } {
  const prefix = `r/${kind}/`
  return { prefix, lt: prefix + AFTER_IDS }
}

export function endedRange (from: number): { gte: string, lt: string } {
  return { gte: `e/${digits(from)}`, lt: AFTER_ENDED }
}

/** No deadline counts as the latest one; so the digits are always 16. */
function digits (deadline: number): string {
  const ms = Math.min(Math.max(Math.floor(deadline), 0), Number.MAX_SAFE_INTEGER)
  return String(ms).padStart(DIGITS, '0')
}
