/**
 * The store over Redis, for any number of nodes: hands everything to the
 * session of the moment. While the connection is lost there is none, and the
 * store refuses.
 */
import { randomUUID } from 'node:crypto'
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock } from '../../platform/clock.js'
import { type Log, silentLog } from '../../platform/log.js'
import { type Claim, type Due, type Kinds, type Page, type PageRequest, type Store, StoreDamaged, type StoreRefusing, type StoreUnavailable, type Watcher } from '../store.js'
import { RedisBus } from './bus.js'
import type { Connection } from './connection.js'
import { Damages } from './damage.js'
import { listenForExpiry } from './expiry.js'
import { checkFitness } from './fitness.js'
import { Keys } from './keys.js'
import { Link } from './link.js'
import { NodeName } from './node-name.js'
import { ServerClock, type Time } from './server-clock.js'
import { type ReplicaWait, Session } from './session.js'
import { type RedisSettings, nameOf } from './settings.js'

export interface RedisStoreOptions extends RedisSettings {
  readonly clock: Clock
  /** What keys begin with, in braces: nodes with the same tag are one fleet. Default `orchestra`. */
  readonly tag?: string
  /** What this node is called: the same after a restart, and no other's. Default: a new name at each start. */
  readonly node?: string
  /** How many ended records are kept before the oldest are surplus. */
  readonly endedMax?: number
  readonly wait?: ReplicaWait
  /** Asks Redis to tell what expires. Default true; where false, or not allowed, the sweep finds it within a second. */
  readonly expiryEvents?: boolean
  readonly log?: Log
}

/** As many ended records as a list or a recall may sensibly want. */
const ENDED_MAX = 100_000
const BEATS_PER_ADJUSTMENT = 10

export class RedisStore implements Store {
  readonly bus: RedisBus
  readonly #options: RedisStoreOptions
  readonly #keys: Keys
  readonly #time: Time
  readonly #name: NodeName
  readonly #log: Log
  readonly #link: Link
  readonly #damages: Damages
  /** What was warned of, so that a connection that comes and goes says it once. */
  readonly #warned = new Set<string>()
  #kinds: Kinds = {}
  #watcher: Watcher | undefined
  #session: Session | undefined

  /** `time` decides what is due: Redis' own, or a test's. */
  constructor (options: RedisStoreOptions, time: Time = new ServerClock(options.clock)) {
    const { tag, node = `node-${randomUUID().slice(0, 8)}`, clock, log = silentLog } = options
    this.#options = options
    this.#log = log
    this.#keys = new Keys(tag)
    this.#time = time
    this.#damages = new Damages(clock, log)
    this.#name = new NodeName(node, this.#keys, clock)
    this.bus = new RedisBus(node, this.#keys, clock, log)
    this.#link = new Link(options, clock, log, {
      prepare: connection => this.#prepare(connection),
      beat: (connection, count) => this.#beat(connection, count),
      lost: error => this.#lost(error),
      back: () => this.#back()
    })
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#kinds = kinds
    this.#watcher = watcher
    await this.#link.open()
  }

  async close (): Promise<void> {
    await this.#link.close(async connection => {
      await this.#session?.idle()
      this.#session = undefined
      await this.#name.release(connection)
    })
    this.#session = undefined
    this.bus.drop()
  }

  now (): number {
    return this.#time.now()
  }

  remembered (kind: string, id: string): StoredRecord | undefined {
    return this.#live.recent.get(kind, id)
  }

  async get (kind: string, id: string): Promise<StoredRecord | undefined> {
    return await this.#live.get(kind, id)
  }

  async part (kind: string, id: string, name: string): Promise<string | undefined> {
    return await this.#live.part(kind, id, name)
  }

  async held (kind: string, holder: string): Promise<readonly StoredRecord[]> {
    return await this.#live.held(kind, holder)
  }

  async lanes (kind: string): Promise<readonly string[]> {
    return await this.#live.lanes(kind)
  }

  async depth (kind: string, lane: string): Promise<number> {
    return await this.#live.depth(kind, lane)
  }

  async first (kind: string, lane: string, rankMin?: number): Promise<string | undefined> {
    return await this.#live.first(kind, lane, rankMin)
  }

  async grouped (kind: string, group: string): Promise<number> {
    return await this.#live.grouped(kind, group)
  }

  async page (kind: string, request: PageRequest): Promise<Page> {
    return await this.#live.page(kind, request)
  }

  async due (limit: number): Promise<readonly Due[]> {
    return await this.#live.due(limit)
  }

  commit (change: Change): Promise<'applied' | 'conflict'> {
    return this.#session === undefined ? Promise.reject(this.#link.away) : this.#session.commit(change)
  }

  claim (claim: Claim): Promise<readonly StoredRecord[]> {
    return this.#session === undefined ? Promise.reject(this.#link.away) : this.#session.claim(claim)
  }

  async touch (kind: string, id: string, deadline: number, v?: number): Promise<void> {
    await this.#live.touch(kind, id, deadline, v)
  }

  flushed (): Promise<void> | undefined {
    return this.#session === undefined ? Promise.reject(this.#link.away) : this.#session.flushed()
  }

  refusal (): StoreRefusing | undefined {
    return this.#session?.refusal()
  }

  get #live (): Session {
    if (this.#session === undefined) throw this.#link.away
    return this.#session
  }

  async #prepare (connection: Connection): Promise<void> {
    const { clock, endedMax = ENDED_MAX, wait, expiryEvents = true } = this.#options
    const warn = (details: object, message: string): void => this.#warnOnce(details, message)
    const types = [...this.#keys.fixed(Object.keys(this.#kinds)), [this.#keys.node(this.bus.node), 'string'] as const]
    await checkFitness(connection, { keys: this.#keys, types, place: nameOf(this.#options), expiryEvents, replicas: wait?.replicas, warn })
    await this.#name.take(connection)
    await this.#adjust(connection)
    if (expiryEvents) await listenForExpiry(connection, { keys: this.#keys, warn, expired: () => this.#watcher?.due() })
    this.#session = new Session(connection, { clock, keys: this.#keys, kinds: this.#kinds, endedMax, now: () => this.now(), wait, damages: this.#damages })
    // Last: a loss of the bus alone is told to those who then read from a store that is open.
    await this.bus.use(connection)
  }

  #warnOnce (details: object, message: string): void {
    if (!this.#warned.has(message)) this.#log.warn(details, message)
    this.#warned.add(message)
  }

  async #adjust (connection: Connection): Promise<void> {
    await this.#time.adjust(() => timeOf(connection))
  }

  async #beat (connection: Connection, count: number): Promise<void> {
    try {
      await this.#name.keep(connection)
    } catch (error) {
      // It stays ours: no other process can take what is no name.
      if (!(error instanceof StoreDamaged)) throw error
      this.#damages.tell(error)
    }
    if (count % BEATS_PER_ADJUSTMENT === 0) await this.#adjust(connection)
  }

  #lost (error: StoreUnavailable): void {
    this.#session = undefined
    this.bus.drop()
    this.#watcher?.lost(error)
  }

  #back (): void {
    this.#watcher?.lost(undefined)
    this.bus.back()
  }
}

async function timeOf (connection: Connection): Promise<number> {
  const [seconds, micros] = await connection.ask<[string, string]>(['TIME'])
  return Number(seconds) * 1_000 + Number(micros) / 1_000
}
