/**
 * Reads whose sessions are stored, and what they asked for below our root: at
 * the start, and again where this node may have missed that a client left one.
 * The store and Aedes' persistence hold the truth; nothing is written here.
 */
import type { Sessions } from '../../pipeline/sessions.js'
import type { Log } from '../../platform/log.js'
import type { Connections, Session } from './connections.js'
import type { Persistence } from './deliver.js'
import { belowRoot } from './filters.js'

export interface StoredSessionsOptions {
  readonly sessions: Sessions
  readonly persistence: Persistence
  readonly connections: Connections
  readonly root: readonly string[]
  /** To this node, or to another. */
  readonly isConnected: (clientId: string) => boolean
  readonly log: Log
}

interface Owned { readonly clientId: string, readonly principal: string }

/** Enough for one round trip to carry many, few enough to leave room for what clients ask meanwhile. */
const READ_AT_ONCE = 100

export class StoredSessions {
  readonly #options: StoredSessionsOptions
  #reading: Promise<void> = Promise.resolve()
  #isDue = false
  #closed = false

  constructor (options: StoredSessionsOptions) {
    this.#options = options
  }

  read (): Promise<void> {
    this.#reading = this.#readAll()
    return this.#reading
  }

  /** After what is under way, which may have read what is outdated by now. */
  readAgain (): void {
    if (this.#isDue) return
    this.#isDue = true
    this.#reading = this.#reading.then(async () => {
      this.#isDue = false
      if (!this.#closed) await this.#readAll()
    }).catch(error => {
      // While the store is away; it is tried again once it is back.
      this.#isDue = false
      this.#options.log.warn({ err: error }, 'stored sessions could not be read')
    })
  }

  close (): void {
    this.#closed = true
  }

  async #readAll (): Promise<void> {
    const { sessions, connections } = this.#options
    const obsolete = new Set(connections.stored())
    let some: Owned[] = []
    for await (const session of sessions.all()) {
      obsolete.delete(session.clientId)
      if (some.push(session) < READ_AT_ONCE) continue
      await this.#readSome(some)
      some = []
    }
    await this.#readSome(some)
    for (const clientId of obsolete) connections.drop(clientId)
  }

  async #readSome (owned: readonly Owned[]): Promise<void> {
    const { connections, isConnected } = this.#options
    for (const session of await Promise.all(owned.map(one => this.#withFilters(one)))) {
      if (!isConnected(session.clientId)) connections.store(session)
    }
  }

  async #withFilters ({ clientId, principal }: Owned): Promise<Session> {
    const { persistence, root } = this.#options
    const subscriptions = await persistence.subscriptionsByClient({ id: clientId })
    const filters = subscriptions.flatMap(({ topic, qos }): Session['filters'] => {
      const filter = belowRoot(topic, root)
      return filter === undefined ? [] : [[filter, qos]]
    })
    return { clientId, principal, filters }
  }
}
