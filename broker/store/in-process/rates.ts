/**
 * How many were claimed of each group lately. Counted by slices of time: each
 * counts until all of it is longer ago than the span of the rate, so that never
 * more than allowed are within any span, and a fiftieth less where it is used up all the time.
 */
import type { Rate } from '../store.js'

/** Of the span of a rate. `store/redis/scripts/claim.ts` counts likewise. */
const SLICES = 50

/** Counts by the number of the slice, and how long a slice is. */
interface Slices { readonly sliceMs: number, readonly counts: Map<number, number> }

export class Rates {
  readonly #groups = new Map<string, Slices>()

  /** How many more may be claimed now. */
  room (group: string, { max, perMs }: Rate, now: number): number {
    const { sliceMs, counts } = this.#slices(group, perMs)
    const current = Math.floor(now / sliceMs)
    let room = max
    for (const [slice, count] of counts) {
      if (slice < current - SLICES) counts.delete(slice)
      else room -= count
    }
    return room
  }

  claimed (group: string, { perMs }: Rate, now: number): void {
    const { sliceMs, counts } = this.#slices(group, perMs)
    const slice = Math.floor(now / sliceMs)
    counts.set(slice, (counts.get(slice) ?? 0) + 1)
  }

  /** As text, to be kept; and back. */
  saved (group: string): string {
    const { sliceMs, counts } = this.#groups.get(group) ?? NONE
    return JSON.stringify({ sliceMs, counts: [...counts] })
  }

  restore (group: string, text: string): void {
    const { sliceMs, counts } = JSON.parse(text) as { sliceMs: number, counts: Array<[number, number]> }
    this.#groups.set(group, { sliceMs, counts: new Map(counts) })
  }

  /** Under another span the count begins anew. */
  #slices (group: string, perMs: number): Slices {
    const sliceMs = sliceOf(perMs)
    const known = this.#groups.get(group)
    if (known?.sliceMs === sliceMs) return known
    const slices = { sliceMs, counts: new Map<number, number>() }
    this.#groups.set(group, slices)
    return slices
  }
}

const NONE: Slices = { sliceMs: 0, counts: new Map() }

export function sliceOf (perMs: number): number {
  return Math.max(Math.ceil(perMs / SLICES), 1)
}
