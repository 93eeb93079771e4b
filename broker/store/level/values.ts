/**
 * The values on disk: a line of JSON, the record, and one for each of its parts.
 * The small ones are in there, which is cheaper than a key each; of the others
 * there is the name.
 *
 *   {"id":"t1","v":2,…}
 *   args=[1,2]
 *   logs:"as JSON, where it has lines of its own"
 *   result
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
  let text = JSON.stringify(record)
  for (const name in parts) text += `\n${name}${partText(parts[name] ?? null)}`
  return text
}

/** As it is where it can be: most are JSON already, and to escape them again costs a third of all. */
function partText (part: string | null): string {
  if (part === null) return ''
  return part.includes('\n') || !part.isWellFormed() ? `:${JSON.stringify(part)}` : `=${part}`
}

export function decode (value: string): Stored {
  return value.startsWith('{') ? decodeLines(value.split('\n')) : decodeFormer(value)
}

function decodeLines ([record = '', ...lines]: string[]): Stored {
  return { record: JSON.parse(record) as StoredRecord, parts: lines.length === 0 ? NO_PARTS : Object.fromEntries(lines.map(partOf)) }
}

function partOf (line: string): [name: string, part: string | null] {
  const end = line.search(/[=:]/)
  if (end === -1) return [line, null]
  const text = line.slice(end + 1)
  return [line.slice(0, end), line[end] === '=' ? text : JSON.parse(text) as string]
}

/** Schema 2: both in an array. Schema 1 had a letter in front, and a list of names, each part with a key of its own. */
function decodeFormer (value: string): Stored {
  const [parts, record] = JSON.parse(value.startsWith('[') ? value : value.slice(1)) as [Parts | string[], StoredRecord]
  return { record, parts: Array.isArray(parts) ? Object.fromEntries(parts.map(name => [name, null])) : parts }
}
