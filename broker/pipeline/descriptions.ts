/**
 * How the devices of the roster describe the parameters of their functions: by
 * function, and each way once, so that a submit to a fleet of one kind is
 * checked once. Functions that nobody describes are not in it.
 */
import type { Params } from '../../schemas/index.js'
import type { Candidate } from '../core/matching.js'

interface Way<C> {
  readonly params: Params
  readonly by: Set<C>
}

export class Descriptions<C extends Candidate> {
  readonly #byFunction = new Map<string, Map<string, Way<C>>>()
  /** Where each stands, as what it says may have changed since. */
  readonly #places = new Map<C, readonly (readonly [name: string, text: string])[]>()

  of (name: string): Iterable<Way<C>> | undefined {
    return this.#byFunction.get(name)?.values()
  }

  add (candidate: C): void {
    const places: [name: string, text: string][] = []
    for (const entry of candidate.device.functions) {
      if (typeof entry === 'string' || entry.params === undefined) continue
      const text = JSON.stringify(entry.params)
      const ways = this.#byFunction.get(entry.name) ?? new Map<string, Way<C>>()
      this.#byFunction.set(entry.name, ways)
      const way = ways.get(text) ?? { params: entry.params, by: new Set() }
      ways.set(text, way)
      way.by.add(candidate)
      places.push([entry.name, text])
    }
    if (places.length > 0) this.#places.set(candidate, places)
  }

  remove (candidate: C): void {
    for (const [name, text] of this.#places.get(candidate) ?? []) {
      const ways = this.#byFunction.get(name)
      const by = ways?.get(text)?.by
      by?.delete(candidate)
      if (by?.size === 0) ways?.delete(text)
      if (ways?.size === 0) this.#byFunction.delete(name)
    }
    this.#places.delete(candidate)
  }
}
