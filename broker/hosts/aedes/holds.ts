/**
 * Publishes that wait for their verdict. Aedes handles no keepalive of a
 * connection while one of its packets is held, so after a moment it is let go
 * without an acknowledgement. One timer for all.
 */
import type { Clock, Timer } from '../../platform/clock.js'

interface Hold { readonly until: number, readonly release: (acknowledge: boolean) => void }

/** Well under the shortest keepalive that devices use, with its grace of a half. */
const HOLD_MS = 2_000
const CHECK_MS = 250

export class Holds {
  readonly #held = new Set<Hold>()
  #timer: Timer | undefined

  constructor (private readonly clock: Clock) {}

  /** `release` is called once, with whether the packet may be acknowledged. */
  hold (verdict: Promise<boolean>, release: (acknowledge: boolean) => void): void {
    const hold = { until: this.clock.now() + HOLD_MS, release }
    this.#held.add(hold)
    this.#arm()
    const settle = (acknowledge: boolean): void => {
      if (this.#held.delete(hold)) release(acknowledge)
    }
    verdict.then(settle, () => settle(false))
  }

  close (): void {
    for (const { release } of this.#held) release(false)
    this.#held.clear()
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
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
    for (const hold of this.#held) {
      // In order of arrival: the first that may wait on ends the search.
      if (hold.until > now) break
      this.#held.delete(hold)
      hold.release(false)
    }
    if (this.#held.size > 0) this.#arm()
  }
}
