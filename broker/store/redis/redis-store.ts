/**
 * The store over Redis, for any number of nodes: hands everything to the
 * session of the moment. When a connection is lost there is none: the store
 * refuses, and tries at intervals to get another one.
 */
import { randomUUID } from 'node:crypto'
import { ErrorReply } from 'redis'
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock, Timer } from '../../platform/clock.js'
import { type Log, silentLog } from '../../platform/log.js'
import { type Claim, type Due, type Kinds, type Page, type PageRequest, type Store, StoreUnavailable, StoreUnusable, type Watcher } from '../store.js'
import { RedisBus } from './bus.js'
import { type Client, Connection } from './connection.js'
import { checkFitness, switchOnExpiryEvents } from './fitness.js'
import { Keys } from './keys.js'
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
const RETRY_MS = 500
const BEAT_MS = 1_000
const BEATS_PER_ADJUSTMENT = 10

export class RedisStore implements Store {
  readonly bus: RedisBus
  readonly #options: RedisStoreOptions
  readonly #keys: Keys
  readonly #time: Time
  readonly #name: NodeName
  readonly #log: Log
  #kinds: Kinds = {}
  #watcher: Watcher | undefined
  #connection: Connection | undefined
  #session: Session | undefined
  /** Why there is no session. */
  #away = new StoreUnavailable('the store is not open')
  #closed = false
  #timer: Timer | undefined
  #recovery: Promise<void> = Promise.resolve()

  /** `time` decides what is due: Redis' own, or a test's. */
  constructor (options: RedisStoreOptions, time: Time = new ServerClock(options.clock)) {
    const { tag = 'orchestra', node = `node-${randomUUID().slice(0, 8)}`, clock, log = silentLog } = options
    this.#options = options
    this.#log = log
    this.#keys = new Keys(tag)
    this.#time = time
    this.#name = new NodeName(node, this.#keys, clock)
    this.bus = new RedisBus(node, this.#keys, clock)
  }

  /** For ordinary MQTT beside our own records; undefined while Redis is away. */
  get client (): Client | undefined {
    return this.#session === undefined ? undefined : this.#connection?.client
  }

  get prefix (): string {
    return this.#keys.prefix
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#kinds = kinds
    this.#watcher = watcher
    try {
      await this.#connect()
    } catch (error) {
      throw asUnusable(nameOf(this.#options), error)
    }
  }

  async close (): Promise<void> {
    this.#closed = true
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
    const [session, connection] = [this.#session, this.#connection]
    this.#away = new StoreUnavailable('the store is closed')
    await this.#recovery
    await session?.idle()
    this.#session = undefined
    if (connection !== undefined) await this.#name.release(connection)
    connection?.close()
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

  async page (kind: string, request: PageRequest): Promise<Page> {
    return await this.#live.page(kind, request)
  }

  async due (limit: number): Promise<readonly Due[]> {
    return await this.#live.due(limit)
  }

  async commit (change: Change): Promise<'applied' | 'conflict'> {
    return await this.#live.commit(change)
  }

  async claim (claim: Claim): Promise<readonly StoredRecord[]> {
    return await this.#live.claim(claim)
  }

  async touch (kind: string, id: string, deadline: number): Promise<void> {
    await this.#live.touch(kind, id, deadline)
  }

  flushed (): Promise<void> | undefined {
    return this.#session === undefined ? Promise.reject(this.#away) : this.#session.flushed()
  }

  get #live (): Session {
    if (this.#session === undefined) throw this.#away
    return this.#session
  }

  async #connect (): Promise<void> {
    const { clock, endedMax = ENDED_MAX, wait, expiryEvents = true } = this.#options
    const connection: Connection = await Connection.open(this.#options, clock, error => this.#lose(connection, error))
    this.#connection = connection
    try {
      await checkFitness(connection, this.#keys, nameOf(this.#options), this.#log)
      await this.#name.take(connection)
      await this.#adjust(connection)
      await this.bus.use(connection)
      if (expiryEvents && await switchOnExpiryEvents(connection, this.#log)) await this.#listenForExpiry(connection)
    } catch (error) {
      connection.close()
      throw error
    }
    this.#session = new Session(connection, { clock, keys: this.#keys, kinds: this.#kinds, endedMax, now: () => this.now(), wait })
    this.#beatLater(connection, 1)
  }

  async #listenForExpiry (connection: Connection): Promise<void> {
    const { database = 0 } = connection.client.options
    const leases = this.#keys.leases()
    await connection.subscriber.subscribe(`__keyevent@${database}__:expired`, key => {
      if (key.startsWith(leases)) this.#watcher?.due()
    })
  }

  async #adjust (connection: Connection): Promise<void> {
    await this.#time.adjust(() => timeOf(connection))
  }

  #beatLater (connection: Connection, beat: number): void {
    this.#timer = this.#options.clock.setTimeout(() => { this.#beat(connection, beat).catch(() => {}) }, BEAT_MS)
    this.#timer.unref?.()
  }

  /** What fails here has ended the connection, which is told elsewhere. */
  async #beat (connection: Connection, beat: number): Promise<void> {
    await this.#name.keep(connection)
    if (beat % BEATS_PER_ADJUSTMENT === 0) await this.#adjust(connection)
    if (this.#connection === connection && !this.#closed) this.#beatLater(connection, beat + 1)
  }

  #lose (connection: Connection, error: StoreUnavailable): void {
    if (this.#closed || this.#connection !== connection) return
    const wasOpen = this.#session !== undefined
    this.#session = undefined
    this.#connection = undefined
    this.#away = error
    this.bus.drop()
    if (!wasOpen) return
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
    this.#recoverLater()
    this.#watcher?.lost(error)
  }

  #recoverLater (): void {
    this.#timer = this.#options.clock.setTimeout(() => { this.#recovery = this.#recover() }, RETRY_MS)
    this.#timer.unref?.()
  }

  async #recover (): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      if (this.#closed) return
      const message = error instanceof Error ? error.message : String(error)
      if (message !== this.#away.message) this.#log.warn({ reason: message }, 'Redis is still away')
      this.#away = new StoreUnavailable(message, { cause: error })
      this.#recoverLater()
      return
    }
    if (this.#closed) return
    this.#watcher?.lost(undefined)
    this.bus.back()
  }
}

async function timeOf ({ client }: Connection): Promise<number> {
  const [seconds, micros] = await client.sendCommand<[string, string]>(['TIME'])
  return Number(seconds) * 1_000 + Number(micros) / 1_000
}

function asUnusable (place: string, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) return error
  const message = error instanceof Error ? error.message || error.name : String(error)
  const hint = error instanceof ErrorReply ? 'see that the user name and password are right' : 'see that it runs, and that the address is right'
  return new StoreUnusable(message.includes(place) ? message : `${place} can't be used: ${message}; ${hint}`, { cause: error })
}
