/**
 * How late the kit and the broker are: the timers of this process, and round
 * trips to the broker. A device is not blamed for either.
 */
import type { Clock, Timer } from '../platform/clock.js'

const EVERY_MS = 100
/** Less is nothing to remember. */
const NOTED_MS = 50

interface Lateness { readonly at: number, readonly ms: number }

export class Pulse {
  readonly #noted: Lateness[] = []
  #timer: Timer | undefined
  /** Of the ping that is under way. */
  #pingAt: number | undefined

  constructor (private readonly clock: Clock, private readonly ping: (answered: () => void) => void, private readonly goneMs: number, private readonly gone: () => void) {}

  start (): void {
    const planned = this.clock.now() + EVERY_MS
    this.#timer = this.clock.setTimeout(() => {
      const now = this.clock.now()
      this.#note(now - planned)
      if (this.#pingAt === undefined) this.#measure(now)
      else if (now - this.#pingAt > this.goneMs) return this.gone()
      this.start()
    }, EVERY_MS)
  }

  stop (): void {
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
  }

  /** The worst since then, in ms. */
  worstSince (at: number): number {
    const pending = this.#pingAt === undefined ? 0 : this.clock.now() - this.#pingAt
    return this.#noted.reduce((worst, noted) => noted.at < at ? worst : Math.max(worst, noted.ms), pending)
  }

  #measure (now: number): void {
    this.#pingAt = now
    this.ping(() => {
      this.#pingAt = undefined
      this.#note(this.clock.now() - now)
    })
  }

  #note (ms: number): void {
    if (ms > NOTED_MS) this.#noted.push({ at: this.clock.now(), ms })
  }
}
