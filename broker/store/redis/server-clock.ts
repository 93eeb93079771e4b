/**
 * Redis' clock, carried on by ours in between: deadlines of all nodes are
 * judged by the same clock, however wrong their own may be.
 */
import type { Clock } from '../../platform/clock.js'

/** By what deadlines are judged. */
export interface Time {
  /** Milliseconds since the epoch. */
  now: () => number
  /** `ask` asks Redis for its time. */
  adjust: (ask: () => Promise<number>) => Promise<void>
}

const SAMPLES = 3
/** Smaller steps back are waited out, so that time never goes back; larger ones are another server's clock. */
const STEP_BACK_MS = 1_000

export class ServerClock implements Time {
  readonly #clock: Clock
  #offset = 0
  #last = -Infinity

  constructor (clock: Clock) {
    this.#clock = clock
  }

  now (): number {
    const now = Math.floor(this.#clock.now() + this.#offset)
    if (now > this.#last || this.#last - now > STEP_BACK_MS) this.#last = now
    return this.#last
  }

  /** Of several samples the one with the shortest way counts. */
  async adjust (ask: () => Promise<number>): Promise<void> {
    let shortest = Infinity
    for (let n = 0; n < SAMPLES; n++) {
      const asked = this.#clock.now()
      const time = await ask()
      const way = this.#clock.now() - asked
      if (way >= shortest) continue
      shortest = way
      this.#offset = time - (asked + way / 2)
    }
  }
}
