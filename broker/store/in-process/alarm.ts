/**
 * One timer for the earliest deadline of a whole store. It rings once for each
 * deadline that comes to be the earliest and is over; what stays undone after
 * that is found by whoever asks at intervals.
 */
import type { Clock, Timer } from '../../platform/clock.js'

export class Alarm {
  readonly #clock: Clock
  readonly #earliest: () => number
  readonly #ring: () => void
  #timer: Timer | undefined
  /** When the timer runs out, or for which deadline it rang last. */
  #at = Infinity

  /** `earliest` answers Infinity where there is no deadline. */
  constructor (clock: Clock, earliest: () => number, ring: () => void) {
    this.#clock = clock
    this.#earliest = earliest
    this.#ring = ring
  }

  /**
   * To be called after every change. A deadline that moves away leaves the
   * timer as it is: running out early costs less than setting it anew each time.
   */
  check (): void {
    const at = this.#earliest()
    if (this.#timer === undefined ? at !== this.#at : at < this.#at) this.#set(at)
  }

  clear (): void {
    this.#set(Infinity)
  }

  #set (at: number): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#at = at
    if (at === Infinity) return
    this.#timer = this.#clock.setTimeout(() => this.#ranOut(), at - this.#clock.now())
    this.#timer.unref?.()
  }

  #ranOut (): void {
    this.#timer = undefined
    const at = this.#earliest()
    if (at > this.#clock.now()) return this.#set(at)
    this.#at = at
    this.#ring()
  }
}
