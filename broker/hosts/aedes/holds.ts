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
  readonly #held = new Set<Hold>()
  #timer: Timer | undefined

  constructor (private readonly clock: Clock) {}

  hold (verdict: Promise<boolean>, held: Held): void {
    const hold = { until: this.clock.now() + HOLD_MS, held }
    this.#held.add(hold)
    this.#arm()
    const settle = (isDecided: boolean): void => {
      if (this.#held.delete(hold)) held.decided(isDecided)
      else held.late(isDecided)
    }
    verdict.then(settle, () => settle(false))
  }

  close (): void {
    for (const { held } of this.#held) held.letGo()
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
      hold.held.letGo()
    }
    if (this.#held.size > 0) this.#arm()
  }
}
