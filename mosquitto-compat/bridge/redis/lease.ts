/**
 * Whether it is this node's turn: asked for at intervals, and prolonged with
 * each answer. Who has heard nothing for a while stops before the lease in Redis
 * has run out, whatever hangs. How it is asked is the owner's business.
 */
import type { Clock, Timer } from '../../../broker/platform/clock.js'

export interface LeaseOwner {
  /** Asks for it; rejects where nobody answers. */
  readonly look: () => Promise<boolean>
  readonly turned: (isOurs: boolean) => void
}

/** As long as a node keeps its name that isn't heard of. */
export const LEASE_MS = 3_000
/** Less than the lease, by more than a look takes. */
const TRUST_MS = 2_000
const LOOK_MS = 500
/** Who lets the others have it looks again when each of them has. */
const REST_MS = 2_000

export class Lease {
  isOurs = false
  readonly #clock: Clock
  readonly #owner: LeaseOwner
  #timer: Timer | undefined
  #looking: Promise<void> | undefined
  /** When the last question was put that was answered. */
  #sure = -Infinity
  #closed = false
  #restsUntil = -Infinity

  constructor (clock: Clock, owner: LeaseOwner) {
    this.#clock = clock
    this.#owner = owner
  }

  async start (): Promise<void> {
    this.#lookLater()
    await this.look()
  }

  /** Nothing is told any more. */
  close (): void {
    this.#closed = true
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
  }

  lose (): void {
    this.#turn(false)
  }

  /** Not for a while. */
  rest (): void {
    this.#restsUntil = this.#clock.now() + REST_MS
    this.lose()
  }

  /** One at a time. */
  look (): Promise<void> {
    this.#looking ??= this.#look().finally(() => { this.#looking = undefined })
    return this.#looking
  }

  async #look (): Promise<void> {
    const asked = this.#clock.now()
    const isOurs = await this.#owner.look()
    if (isOurs) this.#sure = asked
    this.#turn(isOurs && this.#isSure)
  }

  get #isSure (): boolean {
    return this.#clock.now() - this.#sure <= TRUST_MS
  }

  #turn (isOurs: boolean): void {
    if (isOurs === this.isOurs || this.#closed) return
    this.isOurs = isOurs
    this.#owner.turned(isOurs)
  }

  #lookLater (): void {
    this.#timer = this.#clock.setTimeout(() => {
      this.#lookLater()
      if (!this.#isSure) this.lose()
      if (this.#clock.now() >= this.#restsUntil) this.look().catch(() => {})
    }, LOOK_MS)
    this.#timer.unref?.()
  }
}
