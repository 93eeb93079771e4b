/** How many filters each connection has, where that is limited: each costs whoever publishes. */
import type { Client } from 'aedes'

export class SubscriptionCount {
  readonly #filters = new WeakMap<Client, Set<string>>()

  constructor (private readonly max: number | undefined) {}

  /** False where it has as many as it may have. Said again, a filter counts once. */
  add (client: Client, filter: string): boolean {
    if (this.max === undefined) return true
    const filters = this.#filters.get(client) ?? new Set()
    if (!filters.has(filter) && filters.size >= this.max) return false
    this.#filters.set(client, filters.add(filter))
    return true
  }

  remove (client: Client, filter: string): void {
    this.#filters.get(client)?.delete(filter)
  }
}
