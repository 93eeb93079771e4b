/**
 * Publishes that wait for their verdict. Aedes handles no keepalive of a
 * connection while one of its packets is held, so after a moment it is let go;
 * what becomes of it is told later. One timer for all.
 */
import type { Clock, Timer } from '../../platform/clock.js'

/** What becomes of a packet: the first of these, or `letGo` and then `late`. */
export interface Held {
  decided: (isDecided: boolean) => void
  letGo: () => void
  late: (isDecided: boolean) => void
}

interface Hold {
  readonly held: Held
  /** Where it stands among those that are held. */
  place: number
  until: number
}

/** Well under the shortest keepalive that devices use, with its grace of a half. */
const HOLD_MS = 2_000
const CHECK_MS = 250

/** Places that are none. */
const NEW = -1
const SETTLED = -2
const LET_GO = -3

export class Holds {
  /**
   * Each place is used again and again. Not a set: the old tables that a set
   * leaves behind in the old generation would keep whatever was held then alive
   * until a full collection, which costs more than all the rest here.
   */
  readonly #held: (Hold | undefined)[] = []
  readonly #free: number[] = []
  #timer: Timer | undefined
  #closed = false

  constructor (private readonly clock: Clock) {}

  /** `begin` settles at once, or later: then the packet is held until it does. */
  hold (held: Held, begin: (settle: (isDecided: boolean) => void) => void): void {
    const hold: Hold = { held, place: NEW, until: 0 }
    begin(isDecided => this.#settle(hold, isDecided))
    if (hold.place === SETTLED) return
    hold.until = this.clock.now() + HOLD_MS
    hold.place = this.#free.pop() ?? this.#held.length
    this.#held[hold.place] = hold
    this.#arm()
  }

  /** Those that are held are let go, and of none is heard any more. */
  close (): void {
    this.#closed = true
    for (const hold of this.#held) if (hold !== undefined) this.#letGo(hold)
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
  }

  #settle (hold: Hold, isDecided: boolean): void {
    const { held, place } = hold
    if (place >= 0) this.#leave(place)
    hold.place = SETTLED
    if (place !== LET_GO) held.decided(isDecided)
    else if (!this.#closed) held.late(isDecided)
  }

  #letGo (hold: Hold): void {
    this.#leave(hold.place)
    hold.place = LET_GO
    hold.held.letGo()
  }

  #leave (place: number): void {
    this.#held[place] = undefined
    this.#free.push(place)
  }

  #arm (): void {
    if (this.#timer !== undefined || this.#closed) return
    this.#timer = this.clock.setTimeout(() => {
      this.#timer = undefined
      this.#check()
    }, CHECK_MS)
    this.#timer.unref?.()
  }

  #check (): void {
    const now = this.clock.now()
    for (const hold of this.#held) if (hold !== undefined && hold.until <= now) this.#letGo(hold)
    if (this.#free.length < this.#held.length) this.#arm()
  }
}
