/**
 * The lanes that this node knows to hold work, by function, and how much of it
 * it knows of: which of them fit a device is asked often, and asking the store
 * for work that isn't there costs as much as getting some. What it believes is
 * set right by every claim that finds less, and by the store once a second.
 */
import { laneKey, parseLane } from '../core/lanes.js'
import { bucketOf, fits } from '../core/matching.js'
import { DEFAULT_QUEUE } from '../core/queue.js'
import type { Task } from '../core/task.js'
import type { Lane } from './lane.js'
import type { Seat } from './roster.js'

export class LaneBook {
  readonly #lanes = new Map<string, Lane>()
  readonly #byBucket = new Map<string, Set<Lane>>()
  #version = 0
  #counter = 0

  /** @param isPaused of a queue: nothing is taken from its lanes */
  constructor (private readonly isPaused: (queue: string | undefined) => boolean) {}

  /** Whether anything may be taken from it. */
  isOpen ({ queue }: Lane): boolean {
    return !this.isPaused(queue)
  }

  of (queue: string): readonly Lane[] {
    return [...this.#lanes.values()].filter(lane => (lane.queue ?? DEFAULT_QUEUE) === queue)
  }

  /** A lane that got work: so many tasks, or Infinity for nobody knows how many. */
  gotWork (key: string, count: number): Lane {
    const lane = this.known(key)
    lane.waiting += count
    lane.gotWork = ++this.#counter
    return lane
  }

  /** The lane of this name, perhaps without work. */
  known (key: string): Lane {
    return this.#lanes.get(key) ?? this.#add(key)
  }

  /** To be given to `claimed`: what comes after it, a claim may not have seen. */
  get now (): number {
    return this.#counter
  }

  /** A claim of `max` from these lanes, begun at `since`, found these tasks. */
  claimed (lanes: readonly Lane[], max: number, tasks: readonly Task[], since: number): void {
    for (const task of tasks) {
      const lane = lanes.length === 1 ? lanes[0] : this.#lanes.get(laneKey(task))
      if (lane !== undefined && lane.waiting > 0) lane.waiting--
    }
    if (tasks.length === max) return
    for (const lane of lanes) if (lane.gotWork <= since) lane.waiting = 0
  }

  /** A claim from these lanes failed: nobody knows what it took. */
  unsure (lanes: readonly Lane[]): void {
    for (const lane of lanes) lane.waiting = Infinity
  }

  /** What the store says: forgets lanes that hold nothing any more, and returns those that do. */
  review (keys: Iterable<string>): Lane[] {
    const kept = new Set(keys)
    for (const lane of this.#lanes.values()) if (!kept.has(lane.key)) this.#forget(lane)
    return Array.from(kept, key => {
      const lane = this.#lanes.get(key) ?? this.#add(key)
      if (lane.waiting === 0) lane.waiting = Infinity
      return lane
    })
  }

  /** Lanes whose tasks somebody let lapse or declined. */
  * avoiding (): Iterable<Lane> {
    for (const lane of this.#lanes.values()) if (lane.avoid !== undefined) yield lane
  }

  /** The lanes with work that a device takes tasks from; not those that avoid it. */
  fitting (seat: Seat, names: readonly string[]): readonly Lane[] {
    return this.#allFitting(seat, names).filter(lane => lane.waiting > 0 && this.isOpen(lane))
  }

  #allFitting (seat: Seat, names: readonly string[]): readonly Lane[] {
    if (seat.lanes?.version === this.#version) return seat.lanes.lanes
    const lanes = names.flatMap(name => [...this.#byBucket.get(name) ?? []])
      .filter(lane => fits(lane, seat) && lane.avoid?.includes(seat.device.id) !== true)
    seat.lanes = { version: this.#version, lanes }
    return lanes
  }

  #add (key: string): Lane {
    const lane: Lane = { ...parseLane(key), waiting: 0, gotWork: 0 }
    this.#lanes.set(key, lane)
    let siblings = this.#byBucket.get(bucketOf(lane))
    if (siblings === undefined) this.#byBucket.set(bucketOf(lane), siblings = new Set())
    siblings.add(lane)
    this.#version++
    return lane
  }

  #forget (lane: Lane): void {
    this.#lanes.delete(lane.key)
    const siblings = this.#byBucket.get(bucketOf(lane))
    siblings?.delete(lane)
    if (siblings?.size === 0) this.#byBucket.delete(bucketOf(lane))
    this.#version++
  }
}
