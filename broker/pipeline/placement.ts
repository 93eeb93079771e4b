/**
 * Brings work and devices together: when a lane gets work it looks for a
 * device, when a device becomes free it claims from the lanes that fit. Decides
 * on the applied state, once a turn; what is offered is told after the write.
 * Each node does so for its own devices, and calls the others where it has none.
 */
import type { Device } from '../core/device.js'
import type { Effect, Former } from '../core/effects.js'
import { bucketOf, bucketsOf, fits, freeOf, score } from '../core/matching.js'
import type { Awaitable, Patch, StoredRecord } from '../core/records.js'
import { DEFAULT_QUEUE, type QueueLimit, RATE_PER_MS } from '../core/queue.js'
import { type Task, expiryOf } from '../core/task.js'
import { type GroupLimit, type Store, StoreDamaged } from '../store/store.js'
import type { DeviceFacts } from './device-facts.js'
import type { Lane } from './lane.js'
import type { LaneBook } from './lane-book.js'
import type { QueueRules } from './queue-book.js'
import type { Roster, Seat } from './roster.js'

/** What making offers takes from outside of this node's working state. */
export interface OfferOptions {
  readonly store: Store
  readonly queues: QueueRules
  readonly offerMs: number
  readonly offerPatch: (device: Device, now: number, offerMs: number) => Patch
  /** Tells effects once what is applied is written. */
  readonly tell: (effects: readonly Effect[]) => void
  readonly failed: (error: unknown) => void
}

export interface PlacementOptions extends OfferOptions {
  readonly roster: Roster
  readonly lanes: LaneBook
  readonly facts: DeviceFacts
  /** This node has nobody for the work in this lane. */
  readonly callOthers: (lane: Lane) => void
}

interface Manner {
  /** Also to devices that the lane avoids. */
  readonly lastResort?: boolean
  /** Another node has none and called: it is not called in turn. */
  readonly called?: boolean
}

/** A claim looks at the head of each lane: of more than these it takes some, others the next time. */
const LANES_MAX = 64
/** Of many devices that are ready, so many are compared: a global best is not promised. */
const COMPARED_MAX = 16
const AVAILABLE: Former = { state: 'available' }
/** Cheaper than queueMicrotask, which makes a resource each time. */
const now = Promise.resolve()

export class Placement {
  readonly #idle = new Set<Seat>()
  /** Lanes that got work here, and how much at the least; and those for which another node called. */
  readonly #woken = new Map<Lane, number>()
  readonly #called = new Map<Lane, number>()
  /** Lanes that may go to a device they avoid, if there is no other. */
  readonly #lastResort = new Set<Lane>()
  /** For whom nothing can be claimed, until the next review. */
  readonly #barred = new Set<Seat>()
  #running = false
  readonly #runBound = (): void => this.#run()
  /** Where the next claim from too many lanes begins. */
  #turn = 0

  constructor (private readonly options: PlacementOptions) {}

  wake (lane: Lane): void {
    this.#count(this.#woken, lane)
  }

  called (lane: Lane): void {
    this.#count(this.#called, lane)
  }

  /** Some device here would take work from this lane at once. */
  hasReady (lane: Lane): boolean {
    return this.#choose(lane, false) !== undefined
  }

  /** What makes a device ready may have changed. */
  freed (seat: Seat): void {
    this.options.roster.review(seat)
    if (!seat.ready) return
    this.#idle.add(seat)
    this.schedule()
  }

  /**
   * Offers what nobody else would take to who let it lapse or declined it. From
   * time to time only: a device that declines everything would be asked without end.
   */
  retryAvoided (): void {
    this.#barred.clear()
    for (const lane of this.options.lanes.avoiding()) this.#lastResort.add(lane)
    if (this.#lastResort.size > 0) this.schedule()
  }

  schedule (): void {
    if (this.#running) return
    this.#running = true
    now.then(this.#runBound, this.options.failed)
  }

  #count (lanes: Map<Lane, number>, lane: Lane): void {
    lanes.set(lane, (lanes.get(lane) ?? 0) + 1)
    this.schedule()
  }

  #run (): void {
    try {
      while (this.#idle.size + this.#woken.size + this.#called.size + this.#lastResort.size > 0) this.#round()
    } catch (error) {
      this.options.failed(error)
    } finally {
      this.#running = false
      this.options.facts.publish()
    }
  }

  /** What a store answers later goes on by itself: nobody waits for another's claim. */
  #round (): void {
    for (const seat of this.#idle) {
      this.#idle.delete(seat)
      this.#goOn(this.#serve(seat))
    }
    for (const [lane, count] of this.#woken) {
      this.#woken.delete(lane)
      this.#place(lane, count)
    }
    for (const [lane, count] of this.#called) {
      this.#called.delete(lane)
      this.#place(lane, count, { called: true })
    }
    for (const lane of this.#lastResort) {
      this.#lastResort.delete(lane)
      this.#place(lane, 1, { lastResort: this.#isUnwanted(lane) })
    }
  }

  #goOn (work: Awaitable<unknown>): void {
    if (work instanceof Promise) work.catch(this.options.failed)
  }

  /** Fills the free slots of a device. */
  #serve (seat: Seat): Awaitable<unknown> {
    if (!seat.ready) return undefined
    const free = freeOf(seat)
    return this.#claim(seat, seat.device.mode === 'push' ? free : Math.min(free, seat.credit - seat.claiming))
  }

  /** Finds devices for `count` tasks of a lane, and for more as long as there are both. */
  #place (lane: Lane, count: number, manner: Manner = {}): void {
    const { lastResort = false, called = false } = manner
    for (let left = count; left > 0 && lane.waiting > 0; left--) {
      const seat = this.#choose(lane, lastResort)
      if (seat === undefined) {
        if (!called && this.options.lanes.isOpen(lane)) this.options.callOthers(lane)
        return
      }
      const claimed = lastResort ? this.#claimFrom([lane], seat, 1) : this.#claim(seat, 1)
      if (claimed instanceof Promise) this.#goOn(claimed.then(taken => { if (taken > 0) this.#place(lane, 1, manner) }))
      else if (claimed === 0) return
      else left++
    }
  }

  #choose (lane: Lane, lastResort: boolean): Seat | undefined {
    if (!this.options.lanes.isOpen(lane)) return undefined
    let best: Seat | undefined
    let bestScore = -1
    let compared = 0
    for (const seat of this.options.roster.ready(bucketOf(lane))) {
      if (!fits(lane, seat) || (!lastResort && avoids(lane, seat)) || this.#barred.has(seat)) continue
      const points = score(seat)
      if (points > bestScore) [best, bestScore] = [seat, points]
      if (++compared === COMPARED_MAX) break
    }
    return best
  }

  /** Everybody who could take it let it lapse or declined it. */
  #isUnwanted (lane: Lane): boolean {
    for (const seat of this.options.roster.offering(bucketOf(lane))) {
      const { device, mute } = seat
      const able = device.state === 'online' && device.cordoned === undefined && !mute
      if (able && !avoids(lane, seat) && fits(lane, seat)) return false
    }
    return true
  }

  #claim (seat: Seat, max: number): Awaitable<number> {
    const lanes = this.#some(this.options.lanes.fitting(seat, bucketsOf(seat.device)))
    // No more than there is: until the store has answered, what is asked for is taken for nobody else.
    const waiting = lanes.reduce((sum, lane) => sum + lane.waiting, 0)
    return this.#claimFrom(lanes, seat, Math.min(max, waiting))
  }

  #some (lanes: readonly Lane[]): readonly Lane[] {
    if (lanes.length <= LANES_MAX) return lanes
    this.#turn = (this.#turn + LANES_MAX) % lanes.length
    return [...lanes.slice(this.#turn), ...lanes.slice(0, this.#turn)].slice(0, LANES_MAX)
  }

  #claimFrom (lanes: readonly Lane[], seat: Seat, max: number): Awaitable<number> {
    if (lanes.length === 0) return 0
    const { store, offerMs, offerPatch } = this.options
    const { id, capacity } = seat.device
    const claimed = store.claim({
      kind: 'task',
      lanes: lanes.map(({ key }) => key),
      max,
      within: { holder: id, max: capacity },
      limits: this.#limits(lanes),
      patch: offerPatch(seat.device, store.now(), offerMs)
    })
    return claimed instanceof Promise ? this.#claimed(seat, max, lanes, claimed) : this.#offered(seat, max, lanes, claimed as readonly Task[])
  }

  /** Nearly always none. */
  #limits (lanes: readonly Lane[]): readonly GroupLimit[] | undefined {
    const { limitOf } = this.options.queues
    if (!lanes.some(({ queue }) => limitOf(queue) !== undefined)) return undefined
    return [...new Set(lanes.map(({ queue = DEFAULT_QUEUE }) => queue))].flatMap(group => {
      const limit = limitOf(group)
      return limit === undefined ? [] : [groupLimit(group, limit, lanes)]
    })
  }

  /** Until the store has answered, what was asked for counts as taken. */
  async #claimed (seat: Seat, max: number, lanes: readonly Lane[], claim: Promise<readonly StoredRecord[]>): Promise<number> {
    const { roster, facts, lanes: book } = this.options
    const since = book.now
    seat.claiming += max
    roster.review(seat)
    let taken: number
    try {
      taken = this.#offered(seat, max, lanes, await claim as readonly Task[], since)
    } catch (error) {
      // The next review finds them devices: at once would be again and again.
      book.unsure(lanes)
      if (error instanceof StoreDamaged) this.#passOver(seat, lanes)
      throw error
    } finally {
      seat.claiming -= max
      roster.review(seat)
    }
    if (seat.doubted && taken < max) book.unsure(lanes)
    seat.doubted = false
    // What got work meanwhile did not find it ready.
    if (taken < max) this.freed(seat)
    facts.publish()
    return taken
  }

  /** What this device holds can't be counted: the work is for the others. */
  #passOver (seat: Seat, lanes: readonly Lane[]): void {
    this.#barred.add(seat)
    for (const lane of lanes) this.wake(lane)
  }

  #offered (seat: Seat, max: number, lanes: readonly Lane[], tasks: readonly Task[], since = this.options.lanes.now): number {
    const { roster, facts, store, queues, tell, lanes: book } = this.options
    book.claimed(lanes, max, tasks, since)
    if (tasks.length < max) for (const { queue } of lanes) if (queue !== undefined) queues.throttled(queue)
    if (tasks.length === 0) return 0
    seat.held += tasks.length
    seat.moves++
    seat.credit = Math.max(seat.credit - tasks.length, 0)
    roster.review(seat)
    if (seat.device.begin === 'implied') facts.change(seat)
    const at = store.now()
    for (const task of tasks) this.#boundByExpiry(task)
    // First what is published: an offer may wait for its arguments, and a later version must not overtake.
    tell(tasks.map((task): Effect => ({ type: 'task', task, before: AVAILABLE, emits: 'offered', at })))
    for (const task of tasks) tell([{ type: 'offer', task }])
    return tasks.length
  }

  /** An offer does not outlive the task's own expiry. Nobody waits for it: where it fails, the deadline in the record stands. */
  #boundByExpiry (task: Task): void {
    const expiry = expiryOf(task)
    if (task.state === 'offered' && expiry < (task.deadline ?? Infinity)) this.#goOn(this.options.store.touch('task', task.id, expiry, task.v))
  }
}

function groupLimit (group: string, { running, rate, perMs = RATE_PER_MS }: QueueLimit, lanes: readonly Lane[]): GroupLimit {
  return {
    group,
    lanes: lanes.filter(({ queue }) => queue === group).map(({ key }) => key),
    held: running,
    rate: rate === undefined ? undefined : { max: rate, perMs }
  }
}

function avoids ({ avoid }: Lane, seat: Seat): boolean {
  return avoid?.includes(seat.device.id) === true
}
