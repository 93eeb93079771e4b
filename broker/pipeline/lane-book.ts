/** The lanes that this node knows to hold work, by function: which of them fit a device is asked often. */
import { type Lane, parseLane } from '../core/lanes.js'
import { fits } from '../core/matching.js'
import type { Seat } from './roster.js'

export class LaneBook {
  readonly #lanes = new Map<string, Lane>()
  readonly #byFunction = new Map<string, Set<Lane>>()
  #version = 0

  get size (): number {
    return this.#lanes.size
  }

  add (key: string): Lane {
    const known = this.#lanes.get(key)
    if (known !== undefined) return known
    const lane = parseLane(key)
    this.#lanes.set(key, lane)
    let siblings = this.#byFunction.get(lane.function)
    if (siblings === undefined) this.#byFunction.set(lane.function, siblings = new Set())
    siblings.add(lane)
    this.#version++
    return lane
  }

  /** Forgets the lanes that hold nothing any more. */
  keepOnly (keys: Iterable<string>): void {
    const kept = new Set(keys)
    for (const [key, lane] of this.#lanes) {
      if (kept.has(key)) continue
      this.#lanes.delete(key)
      const siblings = this.#byFunction.get(lane.function)
      siblings?.delete(lane)
      if (siblings?.size === 0) this.#byFunction.delete(lane.function)
      this.#version++
    }
    for (const key of kept) this.add(key)
  }

  /** Lanes whose tasks somebody let lapse or declined. */
  * avoiding (): Iterable<Lane> {
    for (const lane of this.#lanes.values()) if (lane.avoid !== undefined) yield lane
  }

  /** The lanes that a device takes tasks from; not those that avoid it. */
  fitting (seat: Seat, names: readonly string[]): readonly string[] {
    if (seat.lanes?.version === this.#version) return seat.lanes.keys
    const lanes = names.flatMap(name => [...this.#byFunction.get(name) ?? []])
      .filter(lane => fits(lane, seat) && lane.avoid?.includes(seat.device.id) !== true)
    seat.lanes = { version: this.#version, keys: lanes.map(lane => lane.key) }
    return seat.lanes.keys
  }
}
