/**
 * Slows down who tries passwords. Each wrong one of a network, or for a name
 * wherever it comes from, makes the next refusal take longer. Only refusals are
 * held: whoever has the right password is never made to wait for others' tries.
 */
import type { Clock } from '../../platform/clock.js'

/** The first few cost nothing: people mistype, and a fleet comes back with one wrong setting. */
const FREE = 10
const FIRST_MS = 100
const LONGEST_MS = 3_000
/** So long without a wrong one, and it is forgotten. */
const FORGOTTEN_MS = 60_000
/** Of networks and names together; the one that was heard of longest ago is forgotten first. */
const REMEMBERED_MAX = 20_000

interface Tries { count: number, at: number }

export class Brake {
  readonly #clock: Clock
  /** In the order in which they were last heard of. */
  readonly #tries = new Map<string, Tries>()

  constructor (clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when the refusal may be told. */
  async failed (name: string, network: string): Promise<void> {
    const count = Math.max(this.#count(`name ${name}`), this.#count(`network ${network}`))
    const delayMs = count <= FREE ? 0 : Math.min(FIRST_MS * 2 ** (count - FREE - 1), LONGEST_MS)
    if (delayMs > 0) await new Promise<void>(resolve => { this.#clock.setTimeout(resolve, delayMs) })
  }

  #count (key: string): number {
    const now = this.#clock.now()
    const before = this.#tries.get(key)
    const count = before === undefined || now - before.at > FORGOTTEN_MS ? 1 : before.count + 1
    this.#tries.delete(key)
    this.#tries.set(key, { count, at: now })
    for (const [oldest, { at }] of this.#tries) {
      if (this.#tries.size <= REMEMBERED_MAX && now - at <= FORGOTTEN_MS) break
      this.#tries.delete(oldest)
    }
    return count
  }
}
