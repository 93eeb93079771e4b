/**
 * The devices that this node serves, as its working state: who is free for
 * what. All of it can be built again from the records; nothing here is promised
 * to anybody.
 */
import { type Device, type Load, presenceMs } from '../core/device.js'
import type { Described } from '../core/command.js'
import { type Candidate, bucketsOf, isReady } from '../core/matching.js'
import { Descriptions } from './descriptions.js'
import type { Lane } from './lane.js'
import { offerFrameBytes } from '../core/offer.js'

/** A device in the roster. */
export interface Seat extends Candidate {
  device: Device
  held: number
  claiming: number
  leaving: number
  /** What was about to be released was not: a claim may have found it full. */
  doubted: boolean
  credit: number
  mute: boolean
  load: Load | undefined
  offerFrameBytes: number
  /** Offers in a row that lapsed. */
  lapses: number
  /** The version that its published state has reached. */
  v: number
  /** When its presence ends, as far as this node has heard. */
  presentUntil: number
  ready: boolean
  /** Served by this node; of the others only the record is known here. */
  ours: boolean
  /** How often `held` changed: tells whether a count from the store is still true. */
  moves: number
  /** The lanes that fit it, until it or the lanes change. */
  lanes: FittingLanes | undefined
}

export interface FittingLanes {
  /** Which state of the lanes this was read from. */
  readonly version: number
  readonly lanes: readonly Lane[]
}

/** After so many lapses in a row a device gets no more offers until it speaks. */
const LAPSES_MAX = 3

export class Roster {
  readonly #seats = new Map<string, Seat>()
  readonly #byBucket = new Map<string, Set<Seat>>()
  /** Those that could begin something now; in the order in which they became so, the longest idle first. */
  readonly #readyByBucket = new Map<string, Set<Seat>>()

  readonly #descriptions = new Descriptions<Seat>()

  /** `node`: what this one is called, where there are several. */
  constructor (private readonly rootBytes: number, private readonly offerMs: number, private readonly node?: string) {}

  get (id: string): Seat | undefined {
    return this.#seats.get(id)
  }

  seats (): Iterable<Seat> {
    return this.#seats.values()
  }

  offering (name: string): Iterable<Seat> {
    return this.#byBucket.get(name) ?? []
  }

  described (name: string): Iterable<Described> | undefined {
    return this.#descriptions.of(name)
  }

  ready (name: string): Iterable<Seat> {
    return this.#readyByBucket.get(name) ?? []
  }

  put (device: Device, now: number): Seat {
    const before = this.#seats.get(device.id)
    if (before !== undefined) this.#unlist(before)
    const seat = this.#seatOf(device, before, now)
    this.#seats.set(device.id, seat)
    for (const name of bucketsOf(device)) listed(this.#byBucket, name).add(seat)
    this.#descriptions.add(seat)
    this.review(seat)
    return seat
  }

  remove (id: string): void {
    const seat = this.#seats.get(id)
    if (seat === undefined) return
    this.#unlist(seat)
    this.#seats.delete(id)
  }

  /** To be called whenever what makes a device ready may have changed. */
  review (seat: Seat): void {
    const ready = seat.ours && isReady(seat)
    if (ready === seat.ready) return
    seat.ready = ready
    for (const name of bucketsOf(seat.device)) {
      if (ready) listed(this.#readyByBucket, name).add(seat)
      else unlisted(this.#readyByBucket, name, seat)
    }
  }

  lapsed (seat: Seat): void {
    seat.lapses++
    seat.credit++
    seat.mute = seat.lapses >= LAPSES_MAX
  }

  #seatOf (device: Device, before: Seat | undefined, now: number): Seat {
    const presence = presenceMs(device)
    return Object.assign(before ?? { held: 0, claiming: 0, leaving: 0, doubted: false, credit: 0, mute: false, load: undefined, lapses: 0, v: 0, ready: false, moves: 0 }, {
      device,
      ours: device.node === undefined || device.node === this.node,
      offerFrameBytes: offerFrameBytes(device, this.rootBytes, this.offerMs),
      // Taken up after a restart, it may have been published beyond its record: versions follow the clock.
      v: Math.max(before === undefined ? now : before.v + 1, device.v),
      presentUntil: presence === undefined ? Infinity : now + presence,
      ready: false,
      lanes: undefined
    })
  }

  #unlist (seat: Seat): void {
    this.#descriptions.remove(seat)
    for (const name of bucketsOf(seat.device)) {
      unlisted(this.#byBucket, name, seat)
      unlisted(this.#readyByBucket, name, seat)
    }
    seat.ready = false
  }
}

function listed (lists: Map<string, Set<Seat>>, name: string): Set<Seat> {
  let list = lists.get(name)
  if (list === undefined) lists.set(name, list = new Set())
  return list
}

function unlisted (lists: Map<string, Set<Seat>>, name: string, seat: Seat): void {
  const list = lists.get(name)
  list?.delete(seat)
  if (list?.size === 0) lists.delete(name)
}
