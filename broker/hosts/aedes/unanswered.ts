/**
 * Connections of which a packet was let go without an acknowledgement. A client
 * sends it again only over a new connection (MQTT 3.1.1, 4.4), so each is closed
 * (4.8.0-2): once the store answers again, for until then it would gain nothing
 * by coming back; or after a while, for another node may serve it meanwhile.
 */
import type { Client } from 'aedes'
import type { Clock, Timer } from '../../platform/clock.js'

const CHECK_MS = 1_000
/** Longer than a store takes to come back after a restart. */
const WAIT_MS = 5_000
/** So many at a time: a fleet does not come back all at once. */
const CLOSED_AT_ONCE = 500

export class Unanswered {
  /** With when each was left. */
  readonly #clients = new Map<Client, number>()
  #timer: Timer | undefined
  #closed = false

  /** `isAway`: the store answers nobody now. */
  constructor (private readonly clock: Clock, private readonly isAway: () => boolean) {}

  add (client: Client): void {
    if (this.#closed) return
    if (!this.#clients.has(client)) this.#clients.set(client, this.clock.now())
    this.#arm()
  }

  close (): void {
    this.#closed = true
    this.#clients.clear()
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
  }

  #arm (): void {
    if (this.#timer !== undefined) return
    this.#timer = this.clock.setTimeout(() => {
      this.#timer = undefined
      this.#closeSome(this.isAway() ? this.clock.now() - WAIT_MS : Infinity)
      if (this.#clients.size > 0) this.#arm()
    }, CHECK_MS)
    this.#timer.unref?.()
  }

  /** Those that were left before. */
  #closeSome (before: number): void {
    let closed = 0
    for (const [client, left] of this.#clients) {
      // In that order.
      if (left > before) return
      this.#clients.delete(client)
      client.close()
      if (++closed === CLOSED_AT_ONCE) return
    }
  }
}
