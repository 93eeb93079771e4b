/**
 * The subscriptions of stored sessions. Redis holds the truth; every node has
 * a copy in memory, so that a publish that no session asked for costs no
 * question. Who writes announces whose subscriptions changed, and the others
 * read them again: announcements may come twice or in any order. What an
 * announcement lost is found by `reload`.
 */
import { script } from '../../../store/redis/script.js'
import type { Connection } from './connection.js'
import { FilterTree, type Match, type Subscription } from './filter-tree.js'
import type { Keys } from './keys.js'

/** How nodes tell each other. What one announces reaches the others, or they reload. */
export interface Announcements {
  announce: (text: string) => void
  onAnnounced: (listener: (text: string) => void) => void
}

/** Sessions that are read at a time: enough to fill a packet, few enough for memory. */
const READ_AT_ONCE = 500

/**
 * Gives a session subscriptions; each takes the place of the one with its filter.
 * KEYS: subscriptions, sessions; ARGV: client id, filter, what was asked, filter…
 * Returns how many that changes
 */
const ADD = script(`
local changed = 0
for i = 2, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) ~= ARGV[i + 1] then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
    changed = changed + 1
  end
end
redis.call('SADD', KEYS[2], ARGV[1])
return changed`)

/**
 * Takes subscriptions from a session, which ends with the last.
 * KEYS: subscriptions, sessions; ARGV: client id, filter, filter…
 * Returns how many it had
 */
const REMOVE = script(`
local changed = 0
for i = 2, #ARGV do changed = changed + redis.call('HDEL', KEYS[1], ARGV[i]) end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('SREM', KEYS[2], ARGV[1]) end
return changed`)

/**
 * Ends a session.
 * KEYS: sessions, then all that goes; ARGV: client id
 * Returns 1 where it had subscriptions, or 0
 */
const CLEAR = script(`
redis.call('UNLINK', unpack(KEYS, 2))
return redis.call('SREM', KEYS[1], ARGV[1])`)

export class Subscriptions {
  readonly #redis: Connection
  readonly #keys: Keys
  readonly #others: Announcements | undefined
  /** By client id and filter, in the words of Redis: so it is cheap to see what changed. */
  readonly #copy = new Map<string, Map<string, string>>()
  /** Those with QoS 1 and 2: nothing is stored for the rest. */
  readonly #tree = new FilterTree()
  /** Clients to read again. */
  readonly #due = new Set<string>()
  /** Nobody knows which clients are to be read again. */
  #isBehind = false
  #reading: Promise<void> | undefined
  #closed = false

  constructor (redis: Connection, keys: Keys, others: Announcements | undefined) {
    this.#redis = redis
    this.#keys = keys
    this.#others = others
    others?.onAnnounced(clientId => {
      if (this.#closed) return
      this.#due.add(clientId)
      // Where it fails, who asks for matches next tries again, and is told.
      this.#catchUp().catch(() => {})
    })
  }

  /** Announcements of others are nothing to it any more. */
  close (): void {
    this.#closed = true
  }

  /** Reads all that is stored, and forgets what no longer is. Who asks for matches meanwhile waits. */
  async reload (): Promise<void> {
    this.#isBehind = true
    await this.#catchUp()
  }

  async add (clientId: string, subscriptions: readonly Subscription[]): Promise<void> {
    if (subscriptions.length === 0) return
    const added = new Map(subscriptions.map(({ topic, clientId: _, ...asked }) => [topic, JSON.stringify(asked)]))
    const changed = await this.#redis.run(ADD, [this.#keys.subscriptions(clientId), this.#keys.sessions], [clientId, ...[...added].flat()])
    this.#written(clientId, new Map([...this.#copy.get(clientId) ?? [], ...added]), changed)
  }

  async remove (clientId: string, filters: readonly string[]): Promise<void> {
    const changed = await this.#redis.run(REMOVE, [this.#keys.subscriptions(clientId), this.#keys.sessions], [clientId, ...filters])
    const left = new Map(this.#copy.get(clientId))
    for (const filter of filters) left.delete(filter)
    this.#written(clientId, left, changed)
  }

  /** @param more keys that end with the session */
  async clear (clientId: string, more: readonly string[]): Promise<void> {
    const changed = await this.#redis.run(CLEAR, [this.#keys.sessions, this.#keys.subscriptions(clientId), ...more], [clientId])
    this.#written(clientId, new Map(), changed)
  }

  async of (clientId: string): Promise<Subscription[]> {
    const stored = await this.#stored(clientId)
    return [...stored].map(([filter, asked]) => parsed(filter, asked))
  }

  /** Waits for what is known to have changed elsewhere, and for nothing else. */
  async matching (topic: string): Promise<Match[]> {
    await this.#catchUp()
    return this.#tree.match(topic)
  }

  * clientsWith (filter: string): Iterable<string> {
    for (const [clientId, subscriptions] of this.#copy) if (subscriptions.has(filter)) yield clientId
  }

  count (): { subsCount: number, clientsCount: number } {
    return { subsCount: this.#tree.size, clientsCount: this.#copy.size }
  }

  /** Returns at once, as nearly always, where nothing is to be read. */
  async #catchUp (): Promise<void> {
    while (this.#isBehind || this.#due.size > 0 || this.#reading !== undefined) {
      this.#reading ??= this.#readDue().finally(() => { this.#reading = undefined })
      await this.#reading
    }
  }

  /** Who is announced again while being read is read again. */
  async #readDue (): Promise<void> {
    if (this.#isBehind) await this.#findAll()
    const clientIds: string[] = []
    for (const clientId of this.#due) {
      if (clientIds.length === READ_AT_ONCE) break
      clientIds.push(clientId)
      this.#due.delete(clientId)
    }
    try {
      await Promise.all(clientIds.map(async clientId => this.#keep(clientId, await this.#stored(clientId))))
    } catch (error) {
      for (const clientId of clientIds) this.#due.add(clientId)
      throw error
    }
  }

  async #findAll (): Promise<void> {
    this.#isBehind = false
    try {
      for (const clientId of this.#copy.keys()) this.#due.add(clientId)
      for await (const page of this.#redis.text.sScanIterator(this.#keys.sessions, { COUNT: READ_AT_ONCE })) {
        for (const clientId of page) this.#due.add(clientId)
      }
    } catch (error) {
      this.#isBehind = true
      throw error
    }
  }

  async #stored (clientId: string): Promise<Map<string, string>> {
    return await this.#redis.text.hGetAll(this.#keys.subscriptions(clientId)) as unknown as Map<string, string>
  }

  /**
   * A client that subscribes again to what it has, as most do when they come
   * back, is no news. Redis says what is: this copy may be behind.
   */
  #written (clientId: string, subscriptions: Map<string, string>, changed: unknown): void {
    this.#keep(clientId, subscriptions)
    // What is being read may be from before.
    if (this.#reading !== undefined) this.#due.add(clientId)
    if (changed !== 0) this.#others?.announce(clientId)
  }

  #keep (clientId: string, subscriptions: Map<string, string>): void {
    const before = this.#copy.get(clientId) ?? new Map<string, string>()
    for (const filter of before.keys()) if (!subscriptions.has(filter)) this.#tree.remove(clientId, filter)
    for (const [filter, asked] of subscriptions) {
      if (before.get(filter) === asked) continue
      const subscription = parsed(filter, asked)
      if (subscription.qos > 0) this.#tree.add(clientId, subscription)
      else this.#tree.remove(clientId, filter)
    }
    if (subscriptions.size > 0) this.#copy.set(clientId, subscriptions)
    else this.#copy.delete(clientId)
  }
}

function parsed (topic: string, asked: string): Subscription {
  return { topic, ...JSON.parse(asked) as { qos: 0 | 1 | 2 } }
}
