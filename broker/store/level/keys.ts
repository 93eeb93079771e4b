/**
 * The keys on disk. Ids are any strings: as JSON strings they end where they
 * end, hold no raw control characters and survive UTF-8 even with halves of
 * surrogate pairs.
 *
 *   meta                            whose folder this is, and its schema
 *   r/KIND/"ID"                     a record with its small parts
 *   p/KIND/"ID"/NAME                one of its larger parts
 *   c/KIND/"GROUP"                 how many were claimed lately
 */
export const META = 'meta'
/** Where schema 1 had the ended records by deadline. */
export const ENDED_OF_SCHEMA_1 = { gte: 'e/', lt: 'e0' }

/** Just above the quote that every id begins with. */
const AFTER_IDS = '#'

export function recordKey (kind: string, id: string): string {
  return `r/${kind}/${JSON.stringify(id)}`
}

export function partKey (kind: string, id: string, name: string): string {
  return `p/${kind}/${JSON.stringify(id)}/${name}`
}

/** The records of a kind, in the order of their keys; what follows the prefix is good as a cursor. */
export function recordRange (kind: string): { prefix: string, lt: string } {
  const prefix = `r/${kind}/`
  return { prefix, lt: prefix + AFTER_IDS }
}

export function rateKey (kind: string, group: string): string {
  return `c/${kind}/${JSON.stringify(group)}`
}

export function rateRange (kind: string): { prefix: string, lt: string } {
  const prefix = `c/${kind}/`
  return { prefix, lt: prefix + AFTER_IDS }
}
