/** Holds the name of this node in Redis, so that no other process takes it while this one runs. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
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
  /** Which process this is, and on which machine. */
  readonly #token = `${hostname()} ${process.pid} ${randomUUID()}`

  constructor (name: string, keys: Keys, clock: Clock) {
    this.#name = name
    this.#keys = keys
    this.#clock = clock
  }

  /** @throws StoreUnusable where another process keeps it */
  async take (connection: Connection): Promise<void> {
    for (let asked = 0; asked < ASK_MAX; asked++) {
      const holder = await this.#holder(args => connection.ask(args))
      if (holder === this.#token || (isDead(holder) && await this.#inherit(connection, holder))) return
      await new Promise<void>(resolve => { this.#clock.setTimeout(resolve, ASK_AGAIN_MS) })
    }
    throw new StoreUnusable(`another node that runs is called ${this.#name}: give each its own name`, { option: 'node' })
  }

  async keep (connection: Connection): Promise<void> {
    const holder = await this.#holder(args => connection.call(args))
    if (holder !== this.#token) connection.lose(`another node is called ${this.#name}, too: give each its own name`)
  }

  /** Prolongs or takes it where nobody else has it. A Redis that is full allows the first, not the second. */
  async #holder (send: (args: readonly string[]) => Promise<string | null>): Promise<string> {
    const key = this.#keys.node(this.#name)
    const standing = await send(['GET', key])
    if (standing !== null && standing !== this.#token) return standing
    if (standing !== null && await send(['GETEX', key, 'PX', String(HELD_MS)]) === this.#token) return this.#token
    return await send(['SET', key, this.#token, 'NX', 'GET', 'PX', String(HELD_MS)]) ?? this.#token
  }

  /** From a process of this machine that was killed: nobody has to wait until its name runs out. */
  async #inherit (connection: Connection, holder: string): Promise<boolean> {
    return await connection.ask(['SET', this.#keys.node(this.#name), this.#token, 'XX', 'GET', 'PX', String(HELD_MS)]) === holder
  }

  async release (connection: Connection): Promise<void> {
    const key = this.#keys.node(this.#name)
    try {
      if (await connection.call(['GET', key]) === this.#token) await connection.call(['DEL', key])
    } catch {
      // It runs out by itself.
    }
  }
}

/** Only of a process of this machine it can be known. */
function isDead (holder: string): boolean {
  const [host, pid] = holder.split(' ')
  if (host !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
