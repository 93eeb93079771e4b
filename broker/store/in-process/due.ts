/**
 * What is due, in the order in which it is told: shared by the stores, which
 * differ in where they keep what has ended.
 */
import type { StoredRecord } from '../../core/records.js'
import type { Due } from '../store.js'

/** As many ended records as a list or a recall may sensibly want, and some tens of MB at the most. */
export const ENDED_MAX = 100_000

export interface Candidate {
  readonly kind: string
  readonly id: string
  readonly deadline: number
}

interface Waiting {
  readonly kind: { readonly name: string }
  readonly record: StoredRecord
  readonly deadline: number
}

export function candidate ({ kind, record, deadline }: Waiting): Candidate {
  return { kind: kind.name, id: record.id, deadline }
}

export function dueFirst (candidates: Candidate[], now: number, limit: number): Due[] {
  return candidates
    .sort((a, b) => a.deadline - b.deadline)
    .slice(0, limit)
    .map(({ kind, id, deadline }) => ({ kind, id, cause: deadline <= now ? 'deadline' : 'surplus' }))
}
