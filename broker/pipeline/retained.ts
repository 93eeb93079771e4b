/** Facts as they are retained, and how filters ask for them. */
import type { StoredRecord } from '../core/records.js'
import type { Store } from '../store/store.js'

export interface Retained {
  /** Relative to the root. */
  readonly topic: string
  readonly payload: string
  /** Of a task or an execution: whether it has ended. */
  readonly isOver?: boolean
}

const PAGE = 200

export async function * recordsOf<R extends StoredRecord> (store: Store, kind: string): AsyncIterable<R> {
  let cursor: string | undefined
  do {
    const page = await store.page(kind, { match: () => true, limit: PAGE, ...cursor !== undefined && { cursor } })
    yield * page.records as readonly R[]
    cursor = page.cursor
  } while (cursor !== undefined)
}

export function admits (level: string | undefined, name: string): boolean {
  return level === name || level === '+' || level === '#'
}

export function isWild (level: string): boolean {
  return level === '+' || level === '#'
}
