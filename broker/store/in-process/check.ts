/**
 * What a change must look like. A breach is a mistake of ours, not of a user:
 * it throws instead of being answered.
 */
import type { Change } from '../../core/records.js'

export function checkChange ({ kind, id, expect, record }: Change): void {
  if (record === null) return
  if (record.id !== id) throw new Error(`${kind} ${id}: the record is named ${record.id}`)
  if (record.v <= expect) throw new Error(`${kind} ${id}: version ${record.v} does not follow ${expect}`)
}
