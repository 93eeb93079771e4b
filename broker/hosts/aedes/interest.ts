/**
 * What somebody, connected or with a stored session, has asked for below
 * `state/` and `events/`. What nobody has asked for is not even put into words.
 */
import { filterMatches, isWild } from './filters.js'

interface Wild { readonly levels: readonly string[], count: number }

export class Interest {
  readonly #exact = new Map<string, number>()
  readonly #wild = new Map<string, Wild>()

  /** @param filter relative to the root */
  add (filter: string): void {
    // Every device has one of these: they must not cost each fact a comparison.
    if (filter.startsWith('to/')) return
    if (!isWild(filter)) {
      this.#exact.set(filter, (this.#exact.get(filter) ?? 0) + 1)
      return
    }
    const wild = this.#wild.get(filter)
    if (wild === undefined) this.#wild.set(filter, { levels: filter.split('/'), count: 1 })
    else wild.count++
  }

  remove (filter: string): void {
    const wild = this.#wild.get(filter)
    if (wild !== undefined && --wild.count === 0) this.#wild.delete(filter)
    const exact = this.#exact.get(filter)
    if (exact === undefined) return
    if (exact === 1) this.#exact.delete(filter)
    else this.#exact.set(filter, exact - 1)
  }

  has (topic: string): boolean {
    if (this.#exact.size > 0 && this.#exact.has(topic)) return true
    if (this.#wild.size === 0) return false
    for (const wild of this.#wild.values()) if (filterMatches(wild.levels, topic)) return true
    return false
  }
}
