/**
 * Connections of which a packet was let go without an acknowledgement. A client
 * sends it again only over a new connection (MQTT 3.1.1, 4.4), so each is closed
 * (4.8.0-2): once the store answers again, for until then it would gain nothing
 * by coming back.
 */
import type { Client } from 'aedes'
import type { Clock, Timer } from '../../platform/clock.js'

const CHECK_MS = 1_000
/** So many at a time: a fleet does not come back all at once. */
const CLOSED_AT_ONCE = 500

export class Unanswered {
  readonly #clients = new Set<Client>()
  #timer: Timer | undefined

  /** `isAway`: the store answers nobody now. */
  constructor (private readonly clock: Clock, private readonly isAway: () => boolean) {}

  add (client: Client): void {
    this.#clients.add(client)
    this.#arm()
  }

  /** A connection that has ended. */
  delete (client: Client): void {
    this.#clients.delete(client)
  }

  close (): void {
    this.#clients.clear()
    if (this.#timer !== undefined) this.clock.clearTimeout(this.#timer)
  }

  #arm (): void {
    if (this.#timer !== undefined) return
    this.#timer = this.clock.setTimeout(() => {
      this.#timer = undefined
      if (!this.isAway()) this.#closeSome()
      if (this.#clients.size > 0) this.#arm()
    }, CHECK_MS)
    this.#timer.unref?.()
  }

  #closeSome (): void {
    let closed = 0
    for (const client of this.#clients) {
      this.#clients.delete(client)
      client.close()
      if (++closed === CLOSED_AT_ONCE) return
    }
  }
}
