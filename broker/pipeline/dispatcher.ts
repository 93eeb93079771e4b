/**
 * Keeps this node's working state in step with what is committed, here and on
 * other nodes: who is free for what, which lanes hold work, who is present.
 * Whom the work goes to is the placement's business.
 */
import type { Account } from '../core/account.js'
import type { Transition } from '../core/command.js'
import { type Device, presenceMs } from '../core/device.js'
import type { Note } from '../core/effects.js'
import { laneKey } from '../core/lanes.js'
import type { Queue } from '../core/queue.js'
import { type Task, isHeld } from '../core/task.js'
import { StoreDamaged } from '../store/store.js'
import { DeviceFacts } from './device-facts.js'
import type { Exchange, Word } from './exchange.js'
import type { Lane } from './lane.js'
import { LaneBook } from './lane-book.js'
import { type OfferOptions, Placement } from './placement.js'
import { Roster, type Seat } from './roster.js'

export interface DispatcherOptions extends OfferOptions {
  readonly exchange: Exchange
  readonly rootBytes: number
  /** A device without heartbeats that answers no offer is gone. */
  readonly unanswered: (device: string) => void
  /** Here, or on another node. */
  readonly deploymentMoved: (name: string) => void
  /** Here, or on another node. */
  readonly queueMoved: (name: string, here?: { readonly after: Queue | undefined }) => void
  /** On another node: work of a run that this one carries on. */
  readonly ended: (run: string, ended: readonly object[]) => void
  /** Here, or on another node. */
  readonly accountMoved: (name: string, here?: { readonly after: Account | undefined }) => void
}

export interface Expectation {
  /** Counted already: not to be noted once it is committed. */
  readonly counted: Note | undefined
  /** The device that is about to have room. */
  readonly seat?: Seat
  /** The lane that is about to get work. */
  readonly lane?: Lane
}

type Said = Extract<Note, { type: 'credit' | 'load' | 'spoke' }>

const COUNTED_AT_ONCE = 100
const RENEWAL_SHARE = 0.2

export class Dispatcher {
  readonly roster: Roster
  readonly #lanes: LaneBook
  readonly #facts: DeviceFacts
  readonly #placement: Placement
  /** Those whose count is still to be compared in this round. */
  #uncounted: Seat[] = []

  constructor (private readonly options: DispatcherOptions) {
    const { store, exchange, rootBytes, offerMs, tell } = options
    this.#lanes = new LaneBook(options.queues.isPaused)
    this.roster = new Roster(rootBytes, offerMs, exchange.node)
    this.#facts = new DeviceFacts(this.roster, () => store.now(), tell)
    this.#placement = new Placement({
      ...options,
      roster: this.roster,
      lanes: this.#lanes,
      facts: this.#facts,
      callOthers: ({ key }) => exchange.tell(undefined, { type: 'work', lane: key })
    })
  }

  note (note: Note): void {
    switch (note.type) {
      case 'upload': return
      case 'task': return this.#taskMoved(note)
      case 'device':
        this.options.exchange.tell(undefined, { type: 'device', id: note.id, device: note.after })
        return this.#deviceMoved(note)
      case 'queue':
        this.options.exchange.tell(undefined, { type: 'queue', id: note.id })
        return this.options.queueMoved(note.id, note)
      case 'ended': return this.options.exchange.tell(note.node, { type: 'ended', run: note.run, ended: note.ended })
      case 'account':
        this.options.exchange.tell(undefined, { type: 'account', id: note.id })
        return this.options.accountMoved(note.id, note)
      case 'deployment':
        this.options.exchange.tell(undefined, { type: 'deployment', id: note.id })
        return this.options.deploymentMoved(note.id)
      default: return this.#said(note)
    }
  }

  /**
   * What will be noted once it is committed. A store that answers later is asked
   * for the next task along with the end of the last one, and for a new task
   * along with its submit; it gives none where that comes to nothing.
   */
  expect (transitions: readonly Transition[], notes: readonly Note[] = []): Expectation | undefined {
    const note = transitions.length === 1 ? transitions[0]?.notes[0] : undefined
    if (note?.type !== 'task') return undefined
    const { before, after } = note
    if (before === undefined) return after?.state === 'available' ? this.#expectWork(after, note) : undefined
    return isHeld(before) && (after === null || !isHeld(after)) ? this.#expectRelease(before, notes) : undefined
  }

  #expectRelease ({ device = '' }: Task, notes: readonly Note[]): Expectation | undefined {
    const seat = this.roster.get(device)
    if (seat?.ours !== true) return undefined
    seat.leaving++
    const credit = notes.find(({ type }) => type === 'credit')
    if (credit?.type === 'credit') seat.credit = Math.min(credit.level, seat.device.capacity - seat.held + seat.leaving)
    this.#placement.freed(seat)
    return { seat, counted: credit }
  }

  /** Only for a device that waits here: other nodes are called once the task is there. */
  #expectWork (task: Task, note: Note): Expectation | undefined {
    const lane = this.#lanes.known(laneKey(task))
    if (!this.#placement.hasReady(lane)) return undefined
    this.#placement.wake(this.#lanes.gotWork(lane.key, 1))
    return { lane, counted: note }
  }

  /** To be told before what was committed is noted. */
  settle ({ seat, lane }: Expectation, isCommitted: boolean): void {
    if (lane !== undefined && !isCommitted) lane.waiting = Math.max(lane.waiting - 1, 0)
    if (seat === undefined) return
    seat.leaving--
    if (!isCommitted) seat.doubted = true
    this.roster.review(seat)
  }

  /** Another node told something. */
  heard (word: Word): void {
    switch (word.type) {
      case 'work': return this.#placement.called(this.#lanes.gotWork(word.lane, Infinity))
      // Of two that take each other for the one that serves it, none passes it on.
      case 'note': return this.#withSeat(word.note.device, seat => { if (seat.ours) this.#said(word.note) })
      case 'device': return this.#learnt(word.id, word.device)
      case 'queue': return this.options.queueMoved(word.id)
      case 'ended': return this.options.ended(word.run, word.ended)
      case 'account': return this.options.accountMoved(word.id)
      case 'deployment': return this.options.deploymentMoved(word.id)
      case 'task': return this.#withSeat(word.device, seat => {
        if (seat.ours) this.#holderMoved(seat, word.isReleased, word.emits)
      })
    }
  }

  /** A sign of life: presence goes on, and offers may be made again. */
  spoke (id: string): void {
    this.#withSeat(id, seat => {
      if (seat.ours && (seat.mute || seat.lapses > 0)) this.#answered(seat)
      this.#renew(seat)
    })
  }

  /** What waits in it may be offered now. */
  resumed (queue: string): void {
    for (const lane of this.#lanes.of(queue)) this.#placement.called(this.#lanes.gotWork(lane.key, Infinity))
  }

  /** The devices as they are known now: what changes while they are read anew is newer than what is read. */
  known (): ReadonlyMap<string, Device> {
    return new Map(Array.from(this.roster.seats(), ({ device }) => [device.id, device]))
  }

  /** Makes the working state of what the store holds; whom the store does not know was never told of. */
  async resync (devices: readonly Device[], before: ReadonlyMap<string, Device>): Promise<void> {
    // Before the devices, which look into the lanes as soon as they are there.
    this.#lanes.review(await this.options.store.lanes('task'))
    const read = new Set(devices.map(device => device.id))
    for (const [id, device] of before) if (!read.has(id) && this.roster.get(id)?.device === device) this.roster.remove(id)
    const unchanged = devices.filter(({ id }) => this.roster.get(id)?.device === before.get(id))
    for (let n = 0; n < unchanged.length; n += COUNTED_AT_ONCE) {
      await Promise.all(unchanged.slice(n, n + COUNTED_AT_ONCE).map(device => this.#seated(device, before.get(device.id))))
    }
  }

  /** Once a second: what was missed, of other nodes or because somebody was avoided. */
  async review (): Promise<void> {
    this.#placement.retryAvoided()
    for (const lane of this.#lanes.review(await this.options.store.lanes('task'))) this.#placement.called(lane)
    if (this.options.exchange.node !== undefined) await this.#recount()
  }

  async #seated (device: Device, before: Device | undefined): Promise<void> {
    if (this.roster.get(device.id)?.device !== before) return
    const seat = this.roster.put(device, this.options.store.now())
    if (seat.ours) await this.#count(seat)
    this.#placement.freed(seat)
  }

  /** What the store says that it holds, unless that changed meanwhile. Tells whether it was believed to be another number. */
  async #count (seat: Seat): Promise<boolean> {
    const { moves } = seat
    const length = await this.#heldBy(seat.device.id)
    if (length === undefined || moves !== seat.moves || seat.claiming > 0 || seat.held === length) return false
    seat.held = length
    return true
  }

  /** Undefined where nobody can know. */
  async #heldBy (device: string): Promise<number | undefined> {
    try {
      return (await this.options.store.held('task', device)).length
    } catch (error) {
      if (error instanceof StoreDamaged) return undefined
      throw error
    }
  }

  /** What other nodes did with a task of a device of ours may have got lost on the way: some devices at a time are compared. */
  async #recount (): Promise<void> {
    if (this.#uncounted.length === 0) this.#uncounted = [...this.roster.seats()].filter(({ ours, held }) => ours && held > 0)
    await Promise.all(this.#uncounted.splice(-COUNTED_AT_ONCE).map(async seat => {
      if (!await this.#count(seat)) return
      this.#facts.change(seat)
      this.#placement.freed(seat)
    }))
  }

  /** What a device said, on whichever node, concerns the node that serves it. */
  #said (note: Said): void {
    const seat = this.roster.get(note.device)
    // Of one that it has not heard of yet another node has.
    if (seat?.ours !== true) return this.options.exchange.tell(seat?.device.node, { type: 'note', note })
    switch (note.type) {
      case 'credit': return this.#credited(seat, note.level)
      case 'spoke': return this.spoke(note.device)
      case 'load':
        seat.load = note.load
        this.#facts.versioned(seat)
    }
  }

  #taskMoved ({ before, after, emits }: Extract<Note, { type: 'task' }>): void {
    if (before !== undefined && isHeld(before) && before.state !== after?.state) {
      const isReleased = after === null || !isHeld(after)
      this.#withSeat(before.device ?? '', seat => this.#holderMoved(seat, isReleased, emits))
      if (isReleased && before.queue !== undefined && this.options.queues.limitOf(before.queue) !== undefined) this.resumed(before.queue)
    }
    if (after?.state === 'available') this.#placement.wake(this.#lanes.gotWork(laneKey(after), 1))
    this.#placement.schedule()
  }

  #holderMoved (seat: Seat, isReleased: boolean, emits: string | undefined): void {
    const { id, node } = seat.device
    if (!seat.ours) return this.options.exchange.tell(node, { type: 'task', device: id, isReleased, emits })
    if (isReleased) this.#released(seat, emits)
    this.#facts.change(seat)
    this.#placement.schedule()
  }

  #released (seat: Seat, emits: string | undefined): void {
    seat.held = Math.max(seat.held - 1, 0)
    seat.moves++
    if (emits === 'lapsed') {
      this.roster.lapsed(seat)
      if (seat.mute && presenceMs(seat.device) === undefined) this.options.unanswered(seat.device.id)
    }
    this.#placement.freed(seat)
  }

  #deviceMoved ({ id, after, held = 0 }: Extract<Note, { type: 'device' }>): void {
    if (after === null) return this.roster.remove(id)
    const isServed = this.roster.get(id)?.ours === true
    const seat = this.roster.put(after, this.options.store.now())
    // Of one that it serves, this node has counted on since those records were read.
    if (!isServed) seat.held = held
    if (after.state === 'offline') seat.credit = 0
    this.#placement.freed(seat)
  }

  /** From another node: the words of several may overtake each other. */
  #learnt (id: string, device: Device | null): void {
    if (device === null) return this.roster.remove(id)
    const before = this.roster.get(id)
    if (before !== undefined && before.device.v >= device.v) return
    this.#placement.freed(this.roster.put(device, this.options.store.now()))
  }

  #credited (seat: Seat, level: number): void {
    const free = seat.device.capacity - seat.held
    seat.credit = Math.min(level, free)
    this.#placement.freed(seat)
    if (level <= free || this.options.exchange.node === undefined) return
    // It counts less as its own than this node does: another node may have taken something back.
    this.#count(seat).then(isCorrected => { if (isCorrected) this.#credited(seat, level) }, this.options.failed)
  }

  #answered (seat: Seat): void {
    seat.lapses = 0
    seat.mute = false
    this.#placement.freed(seat)
  }

  #withSeat (id: string, run: (seat: Seat) => void): void {
    const seat = this.roster.get(id)
    if (seat !== undefined) run(seat)
  }

  /** Written through only now and then: a busy device speaks a thousand times a second. */
  #renew (seat: Seat): void {
    const { store, exchange, failed } = this.options
    const { id, node, state } = seat.device
    const presence = presenceMs(seat.device)
    if (presence === undefined || state === 'offline') return
    const until = store.now() + presence
    if (until - seat.presentUntil < presence * RENEWAL_SHARE) return
    seat.presentUntil = until
    if (!seat.ours) return exchange.tell(node, { type: 'note', note: { type: 'spoke', device: id } })
    // Nobody waits for it: where it fails, the deadline in the record stands.
    const touched = store.touch('device', id, until)
    if (touched instanceof Promise) touched.catch(failed)
  }
}
