/**
 * Publishes that wait for their verdict. Aedes handles no keepalive of a
 * connection while one of its packets is held, so after a moment it is let go;
 * what becomes of it is told later. One timer for all.
 */
import type { Clock, Timer } from '../../platform/clock.js'

/** What a held packet comes to: one of the first two, or `letGo` and then `late`. */
export interface Held {
  readonly decided: (isDecided: boolean) => void
  readonly letGo: () => void
  readonly late: (isDecided: boolean) => void
}

interface Hold { readonly until: number, readonly held: Held }

/** Well under the shortest keepalive that devices use, with its grace of a half. */
const HOLD_MS = 2_000
const CHECK_MS = 250

export class Holds {
  /**
   * By place, each used again and again. Not a set: the old tables that a set
   * leaves behind in the old generation would keep whatever was held then alive
   * until a full collection, which costs more than all the rest here.
   */
  readonly #held: (Hold | undefined)[] = []
  readonly #free: number[] = []
  #timer: Timer | undefined

  constructor (private readonly clock: Clock) {}

  hold (verdict: Promise<boolean>, held: Held): void {
    const place = this.#free.pop() ?? this.#held.length
    const hold = { until: this.clock.now() + HOLD_MS, held }
    this.#held[place] = hold
    this.#arm()
    const settle = (isDecided: boolean): void => {
      if (this.#held[place] === hold) {
        this.#leave(place)
        held.decided(isDecided)
      } else held.late(isDecided)
    }
    verdict.then(settle, () => settle(false))
  }

  close (): void {
    for (const hold of this.#held.splice(0)) hold?.held.letGo()
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
  }

  #leave (place: number): void {
    this.#held[place] = undefined
    this.#free.push(place)
  }

  #arm (): void {
    if (this.#timer !== undefined) return
    this.#timer = this.clock.setTimeout(() => {
      this.#timer = undefined
      this.#check()
    }, CHECK_MS)
    this.#timer.unref?.()
  }

  #check (): void {
    const now = this.clock.now()
    for (const [place, hold] of this.#held.entries()) {
      if (hold === undefined || hold.until > now) continue
      this.#leave(place)
      hold.held.letGo()
    }
    if (this.#free.length < this.#held.length) this.#arm()
  }
}
