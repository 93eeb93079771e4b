/** Holds the name of this node in Redis, so that no other process takes it while this one runs. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import { StoreUnusable } from '../store.js'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'

/** Within this a node that was killed can come back under its name, or is known to be gone. */
const HELD_MS = 3_000
const ASK_AGAIN_MS = 200
const ASK_MAX = HELD_MS / ASK_AGAIN_MS + 5

export class NodeName {
  readonly #name: string
  readonly #keys: Keys
  readonly #clock: Clock
  /** Which process this is. */
  readonly #token = randomUUID()

  constructor (name: string, keys: Keys, clock: Clock) {
    this.#name = name
    this.#keys = keys
    this.#clock = clock
  }

  /** @throws StoreUnusable where another process keeps it */
  async take (connection: Connection): Promise<void> {
    for (let asked = 0; asked < ASK_MAX; asked++) {
      const holder = await this.#holder(args => connection.ask(args))
      if (holder === this.#token) return
      await new Promise<void>(resolve => { this.#clock.setTimeout(resolve, ASK_AGAIN_MS) })
    }
    throw new StoreUnusable(`another node that runs is called ${this.#name}: give each its own name (node)`)
  }

  async keep (connection: Connection): Promise<void> {
    const holder = await this.#holder(args => connection.call(args))
    if (holder !== this.#token) connection.lose(`another node is called ${this.#name}, too: give each its own name (node)`)
  }

  /** Prolongs or takes it where nobody else has it. A Redis that is full allows the first, not the second. */
  async #holder (send: (args: readonly string[]) => Promise<string | null>): Promise<string> {
    const key = this.#keys.node(this.#name)
    const standing = await send(['GET', key])
    if (standing !== null && standing !== this.#token) return standing
    if (standing !== null && await send(['GETEX', key, 'PX', String(HELD_MS)]) === this.#token) return this.#token
    return await send(['SET', key, this.#token, 'NX', 'GET', 'PX', String(HELD_MS)]) ?? this.#token
  }

  async release (connection: Connection): Promise<void> {
    try {
      await connection.call(['DEL', this.#keys.node(this.#name)])
    } catch {
      // It runs out by itself.
    }
  }
}
