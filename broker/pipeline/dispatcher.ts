/**
 * Brings work and devices together: when a task becomes available it looks for
 * a device, when a device becomes free it claims from the lanes that fit. It
 * decides on the applied state, once a turn; what it offers is told after the
 * write. Each node does so for its own devices.
 */
import { type Device, functionNames, presenceMs } from '../core/device.js'
import type { Effect, Former, Note } from '../core/effects.js'
import { type Lane, laneKey } from '../core/lanes.js'
import { fits, score } from '../core/matching.js'
import type { Awaitable, Patch, StoredRecord } from '../core/records.js'
import { type Task, expiryOf, isHeld } from '../core/task.js'
import type { Store } from '../store/store.js'
import { LaneBook } from './lane-book.js'
import { Roster, type Seat } from './roster.js'

export interface DispatcherOptions {
  readonly store: Store
  readonly rootBytes: number
  readonly offerMs: number
  readonly offerPatch: (device: Device, now: number, offerMs: number) => Patch
  /** Tells effects once what is applied is written. */
  readonly tell: (effects: readonly Effect[]) => void
  /** A device without heartbeats that answers no offer is gone. */
  readonly unanswered: (device: string) => void
  readonly failed: (error: unknown) => void
}

/** Of many devices that are ready, so many are compared: a global best is not promised. */
const COMPARED_MAX = 16
const AVAILABLE: Former = { state: 'available' }

export class Dispatcher {
  readonly roster: Roster
  readonly #lanes = new LaneBook()
  readonly #idle = new Set<Seat>()
  /** Lanes that got work, and how much at the least. */
  readonly #woken = new Map<Lane, number>()
  /** Lanes that may go to a device they avoid, if there is no other. */
  readonly #lastResort = new Set<Lane>()
  /** Devices whose published state has changed with the tasks they hold. */
  readonly #changed = new Set<Seat>()
  #running = false
  /** How often a function's lanes got work: tells a claim under way that it may have come too early. */
  readonly #wakes = new Map<string, number>()

  constructor (private readonly options: DispatcherOptions) {
    this.roster = new Roster(options.rootBytes, options.offerMs)
  }

  note (note: Note): void {
    switch (note.type) {
      case 'task': return this.#taskMoved(note)
      case 'device': return this.#deviceMoved(note)
      case 'credit': return this.#withSeat(note.device, seat => this.#credited(seat, note.level))
      case 'load': return this.#withSeat(note.device, seat => {
        seat.load = note.load
        this.#versioned(seat)
      })
      case 'spoke': return this.spoke(note.device)
    }
  }

  /** A sign of life: presence goes on, and offers may be made again. */
  spoke (id: string): void {
    const seat = this.roster.get(id)
    if (seat === undefined) return
    seat.lapses = 0
    if (seat.mute) {
      seat.mute = false
      this.#freed(seat)
    }
    this.#renew(seat)
  }

  wake (key: string): void {
    this.#wake(this.#lanes.add(key))
  }

  /**
   * Offers what nobody else would take to who let it lapse or declined it. From
   * time to time only: a device that declines everything would be asked without end.
   */
  retryAvoided (): void {
    for (const lane of this.#lanes.avoiding()) this.#lastResort.add(lane)
    if (this.#lastResort.size > 0) this.#schedule()
  }

  /** Reads from the store what the working state is made of; whom the store does not know was never told of. */
  async resync (devices: readonly Device[]): Promise<void> {
    const { store } = this.options
    // Before the devices, which look into the lanes as soon as they are there.
    this.#lanes.keepOnly(await store.lanes('task'))
    const known = new Set(devices.map(device => device.id))
    for (const { device } of [...this.roster.seats()]) if (!known.has(device.id)) this.#forgotten(device.id)
    for (const device of devices) {
      const asked = store.held('task', device.id)
      const held = asked instanceof Promise ? await asked : asked
      const seat = this.roster.put(device, store.now())
      seat.held = held.length
      this.#freed(seat)
    }
  }

  /** Forgets lanes that have run empty, and learns of those that other nodes filled. */
  async reviewLanes (): Promise<void> {
    this.#wakes.clear()
    this.#lanes.keepOnly(await this.options.store.lanes('task'))
  }

  #taskMoved ({ before, after, emits }: Extract<Note, { type: 'task' }>): void {
    const holder = before !== undefined && isHeld(before) ? this.roster.get(before.device ?? '') : undefined
    const stillHeld = after !== null && isHeld(after)
    if (holder !== undefined && !stillHeld) this.#released(holder, emits)
    if (holder !== undefined && before?.state !== after?.state) this.#change(holder)
    if (after?.state === 'available') this.#wake(this.#lanes.add(laneKey(after)))
    this.#schedule()
  }

  #wake (lane: Lane): void {
    this.#wakes.set(lane.function, (this.#wakes.get(lane.function) ?? 0) + 1)
    this.#woken.set(lane, (this.#woken.get(lane) ?? 0) + 1)
    this.#schedule()
  }

  #released (seat: Seat, emits: string | undefined): void {
    seat.held--
    if (emits === 'lapsed') {
      this.roster.lapsed(seat)
      if (seat.mute && presenceMs(seat.device) === undefined) this.options.unanswered(seat.device.id)
    }
    this.#freed(seat)
  }

  #deviceMoved ({ id, after, held = 0 }: Extract<Note, { type: 'device' }>): void {
    if (after === null) return this.#forgotten(id)
    const isNew = this.roster.get(id) === undefined
    const seat = this.roster.put(after, this.options.store.now())
    // Of one that it knows, this node has counted on since those records were read.
    if (isNew) seat.held = held
    if (after.state === 'offline') seat.credit = 0
    this.#freed(seat)
  }

  #forgotten (id: string): void {
    this.#withSeat(id, seat => this.#changed.delete(seat))
    this.roster.remove(id)
  }

  #credited (seat: Seat, level: number): void {
    seat.credit = Math.min(level, seat.device.capacity - seat.held)
    this.#freed(seat)
  }

  #freed (seat: Seat): void {
    this.roster.review(seat)
    if (!seat.ready) return
    this.#idle.add(seat)
    this.#schedule()
  }

  #withSeat (id: string, run: (seat: Seat) => unknown): void {
    const seat = this.roster.get(id)
    if (seat !== undefined) run(seat)
  }

  /** Written through only now and then: a busy device speaks a thousand times a second. */
  #renew (seat: Seat): void {
    const presence = presenceMs(seat.device)
    if (presence === undefined || seat.device.state === 'offline') return
    const until = this.options.store.now() + presence
    if (until - seat.presentUntil < presence * RENEWAL_SHARE) return
    seat.presentUntil = until
    this.#touch('device', seat.device.id, until)
  }

  #schedule (): void {
    if (this.#running) return
    this.#running = true
    queueMicrotask(() => this.#run())
  }

  #run (): void {
    try {
      while (this.#idle.size > 0 || this.#woken.size > 0 || this.#lastResort.size > 0) this.#round()
    } catch (error) {
      this.options.failed(error)
    } finally {
      this.#running = false
      this.#publishChanged()
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
      this.#place(lane, count, false)
    }
    for (const lane of this.#lastResort) {
      this.#lastResort.delete(lane)
      this.#place(lane, 1, this.#isUnwanted(lane))
    }
  }

  #goOn (work: Awaitable<unknown>): void {
    if (work instanceof Promise) work.catch(this.options.failed)
  }

  #publishChanged (): void {
    if (this.#changed.size === 0) return
    const at = this.options.store.now()
    const effects = [...this.#changed].map(({ device }): Effect => ({ type: 'device', device, emits: undefined, at }))
    this.#changed.clear()
    this.options.tell(effects)
  }

  /** At once, and told at the end of the turn: no two contents share a version. */
  #change (seat: Seat): void {
    this.#versioned(seat)
    this.#changed.add(seat)
  }

  /** What is published of a device has changed without its record. */
  #versioned (seat: Seat): void {
    seat.v = Math.max(seat.v + 1, this.options.store.now())
  }

  /** Fills the free slots of a device. */
  #serve (seat: Seat): Awaitable<unknown> {
    if (!seat.ready) return undefined
    const { device, held, claiming, credit } = seat
    const free = device.capacity - held - claiming
    return this.#claim(seat, device.mode === 'push' ? free : Math.min(free, credit - claiming))
  }

  /** Finds devices for `count` tasks of a lane, and for more as long as there are both. */
  #place (lane: Lane, count: number, lastResort: boolean): void {
    for (let left = count; left > 0; left--) {
      const seat = this.#choose(lane, lastResort)
      if (seat === undefined) return this.options.store.bus?.send(undefined, 'wake', lane.key)
      const claimed = lastResort ? this.#claimFrom([lane.key], seat, 1) : this.#claim(seat, 1)
      if (claimed instanceof Promise) this.#goOn(claimed.then(taken => { if (taken > 0) this.#place(lane, 1, lastResort) }))
      else if (claimed === 0) return
      else left++
    }
  }

  #choose (lane: Lane, lastResort: boolean): Seat | undefined {
    let best: Seat | undefined
    let bestScore = -1
    let compared = 0
    for (const seat of this.roster.ready(lane.function)) {
      if (!fits(lane, seat) || (!lastResort && avoids(lane, seat))) continue
      const points = score(seat)
      if (points > bestScore) [best, bestScore] = [seat, points]
      if (++compared === COMPARED_MAX) break
    }
    return best
  }

  /** Everybody who could take it let it lapse or declined it. */
  #isUnwanted (lane: Lane): boolean {
    for (const seat of this.roster.offering(lane.function)) {
      const { device, mute } = seat
      const able = device.state === 'online' && device.cordoned === undefined && !mute
      if (able && !avoids(lane, seat) && fits(lane, seat)) return false
    }
    return true
  }

  #claim (seat: Seat, max: number): Awaitable<number> {
    return this.#claimFrom(this.#lanes.fitting(seat, functionNames(seat.device)), seat, max)
  }

  #claimFrom (lanes: readonly string[], seat: Seat, max: number): Awaitable<number> {
    if (lanes.length === 0) return 0
    const { store, offerMs, offerPatch } = this.options
    const { id, capacity } = seat.device
    const claimed = store.claim({ kind: 'task', lanes, max, within: { holder: id, max: capacity }, patch: offerPatch(seat.device, store.now(), offerMs) })
    return claimed instanceof Promise ? this.#claimed(seat, max, claimed) : this.#offered(seat, claimed as readonly Task[])
  }

  /** Until the store has answered, what was asked for counts as taken. */
  async #claimed (seat: Seat, max: number, claim: Promise<readonly StoredRecord[]>): Promise<number> {
    const wakes = this.#wakesOf(seat)
    seat.claiming += max
    this.roster.review(seat)
    const tasks = await claim.finally(() => {
      seat.claiming -= max
      this.roster.review(seat)
    })
    const taken = this.#offered(seat, tasks as readonly Task[])
    // What became available meanwhile did not find it ready.
    if (taken < max && wakes !== this.#wakesOf(seat)) this.#freed(seat)
    this.#publishChanged()
    return taken
  }

  #wakesOf ({ device }: Seat): number {
    return functionNames(device).reduce((sum, name) => sum + (this.#wakes.get(name) ?? 0), 0)
  }

  #offered (seat: Seat, tasks: readonly Task[]): number {
    if (tasks.length === 0) return 0
    seat.held += tasks.length
    seat.credit = Math.max(seat.credit - tasks.length, 0)
    this.roster.review(seat)
    if (seat.device.begin === 'implied') this.#change(seat)
    const at = this.options.store.now()
    const effects: Effect[] = []
    for (const task of tasks) {
      this.#boundByExpiry(task)
      // First what is published: an offer may wait for its arguments, and a later version must not overtake.
      effects.push({ type: 'task', task, before: AVAILABLE, emits: 'offered', at }, { type: 'offer', task })
    }
    this.options.tell(effects)
    return tasks.length
  }

  /** Nobody waits for it: where it fails, the deadline in the record stands. */
  #touch (kind: string, id: string, deadline: number): void {
    const touched = this.options.store.touch(kind, id, deadline)
    if (touched instanceof Promise) touched.catch(this.options.failed)
  }

  /** An offer does not outlive the task's own expiry. */
  #boundByExpiry (task: Task): void {
    const expiry = expiryOf(task)
    if (task.state === 'offered' && expiry < (task.deadline ?? Infinity)) this.#touch('task', task.id, expiry)
  }
}

const RENEWAL_SHARE = 0.2

function avoids ({ avoid }: Lane, seat: Seat): boolean {
  return avoid?.includes(seat.device.id) === true
}
