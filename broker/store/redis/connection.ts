/**
 * One connection to a Redis: a client for commands, and others for what Redis
 * tells by itself. It is over at the first sign of trouble, with everything that
 * was under way; link.ts opens another one.
 */
import { ErrorReply, RESP_TYPES, createClient } from 'redis'
import type { Clock, Timer } from '../../platform/clock.js'
import { StoreRefusing, StoreUnavailable } from '../store.js'
import { damageOf } from './damage.js'
import { type Script, evaluated } from './script.js'
import { type RedisAddress, type RedisSettings, clientOptions, nameOf, sentinelOptions } from './settings.js'

export type Client = ReturnType<typeof createClient>

/** Redis answers within milliseconds, or something is wrong with it or the way there. Counted in looks, so that a stalled process of ours does not blame Redis. */
const WATCH_MS = 500
const SILENT_LOOKS_MAX = 6
/** Redis is there but takes no writes; nothing of the script was carried out. */
const REFUSING = /^(OOM|MISCONF|NOREPLICAS)\b/
/** About what was asked alone: a key of another type, or something that a script failed at. All else speaks of the server, or of us. */
const ALONE = /^(WRONGTYPE|DAMAGED|FAILED)\b|^ERR .* script: [0-9a-f]{40}, on /
/** Where a script failed: of no use to who reads it. */
const IN_SCRIPT = / script: [0-9a-f]{40}, on .*$/
const asBytes = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } } as const

export class Connection {
  readonly client: Client
  readonly #settings: RedisSettings
  readonly #address: RedisAddress | undefined
  readonly #clock: Clock
  readonly #lost: (connection: Connection, error: StoreUnavailable) => void
  readonly #clients = new Set<Client>()
  #over: StoreUnavailable | undefined
  #underWay = 0
  #silentLooks = 0
  #timer: Timer | undefined

  /**
   * @param lost told once, before anything that was under way is rejected
   * @throws what the client says where nothing can be reached
   */
  static async open (settings: RedisSettings, clock: Clock, lost: (connection: Connection, error: StoreUnavailable) => void): Promise<Connection> {
    const connection = new Connection(settings, await primaryOf(settings), clock, lost)
    try {
      await connection.#opened(connection.client)
    } catch (error) {
      throw connection.close(error)
    }
    return connection
  }

  private constructor (settings: RedisSettings, address: RedisAddress | undefined, clock: Clock, lost: (connection: Connection, error: StoreUnavailable) => void) {
    this.#settings = settings
    this.#address = address
    this.#clock = clock
    this.#lost = lost
    this.client = this.#create(error => this.#failed(error))
    this.#watch()
  }

  /** Why nothing goes over it any more. */
  get over (): StoreUnavailable | undefined {
    return this.#over
  }

  /**
   * Over a client of its own, which ends with the connection: one that is subscribed does little else, and Redis cuts it off
   * where it does not read as fast as others publish.
   * @param lost told where that client is lost after this has resolved; if left out, the connection is lost with it
   */
  async subscribe (channels: string[], listener: (message: Buffer) => void, lost: (error: Error) => void = error => this.#failed(error)): Promise<void> {
    if (this.#over !== undefined) throw this.#over
    let isSubscribed = false
    const client = this.#create(error => {
      this.#end(client)
      if (isSubscribed) lost(error)
    })
    try {
      await this.#opened(client)
      await this.#watched(client.subscribe(channels, listener, true))
      isSubscribed = true
    } catch (error) {
      this.#end(client)
      throw error
    }
  }

  #create (failed: (error: Error) => void): Client {
    const client = createClient(clientOptions(this.#settings, this.#address))
    client.on('error', failed)
    this.#clients.add(client)
    return client
  }

  #failed (error: Error): void {
    this.lose(`${nameOf(this.#settings)}: ${error.message || error.name}`, error)
  }

  #end (client: Client): void {
    this.#clients.delete(client)
    if (client.isOpen) client.destroy()
  }

  async #opened (client: Client): Promise<Client> {
    await this.#watched(client.connect())
    return client
  }

  /** For what is asked at the start: an error reply is the caller's to judge, and ends nothing. */
  async ask<T> (args: readonly string[]): Promise<T> {
    return await this.#watched(this.client.sendCommand<unknown>(args)) as T
  }

  async #watched<T> (answer: Promise<T>): Promise<T> {
    this.#underWay++
    try {
      return await answer
    } finally {
      this.#underWay--
      this.#silentLooks = 0
    }
  }

  /** @throws StoreUnavailable, StoreRefusing, StoreDamaged; ErrorReply where a script has a mistake */
  async call<T> (args: readonly (string | Buffer)[], options?: typeof asBytes): Promise<T> {
    if (this.#over !== undefined) throw this.#over
    this.#underWay++
    try {
      return await this.client.sendCommand<unknown>(args, options) as T
    } catch (error) {
      throw this.#judged(error, args)
    } finally {
      this.#underWay--
      this.#silentLooks = 0
    }
  }

  async evaluate<T> (script: Script, prefix: string, args: readonly (string | Buffer)[]): Promise<T> {
    return await evaluated(script, (command, code) => this.call<T>([command, code, '1', prefix, ...args]))
  }

  /** Strings come as bytes. */
  async evaluateBytes<T> (script: Script, prefix: string, args: readonly (string | Buffer)[]): Promise<T> {
    return await evaluated(script, (command, code) => this.call<T>([command, code, '1', prefix, ...args], asBytes))
  }

  /** Ends it for everybody; told once. */
  lose (reason: string, cause?: unknown): StoreUnavailable {
    if (this.#over !== undefined) return this.#over
    this.#over = new StoreUnavailable(reason, { cause })
    this.#lost(this, this.#over)
    this.#destroy()
    return this.#over
  }

  /** Ends it without a word. @returns what it was lost for, where it was, else `error`, which came of that */
  close (error?: unknown): unknown {
    const reason = this.#over?.cause ?? this.#over ?? error
    this.#over ??= new StoreUnavailable('the store is closed')
    this.#destroy()
    return reason
  }

  #destroy (): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    for (const client of this.#clients) this.#end(client)
  }

  #judged (error: unknown, args: readonly (string | Buffer)[]): unknown {
    if (this.#over !== undefined) return this.#over
    if (!(error instanceof ErrorReply)) return this.lose(`Redis: ${error instanceof Error ? error.message : String(error)}`, error)
    if (error.message.startsWith('NOSCRIPT')) return error
    if (ALONE.test(error.message)) return damageOf(error, String(args[1])) ?? error
    const message = error.message.replace(IN_SCRIPT, '')
    if (REFUSING.test(message)) return new StoreRefusing(`Redis takes no writes: ${message}`, { cause: error })
    return this.lose(`Redis answered: ${message}`, error)
  }

  #watch (): void {
    this.#timer = this.#clock.setTimeout(() => {
      this.#silentLooks = this.#underWay === 0 ? 0 : this.#silentLooks + 1
      if (this.#silentLooks > SILENT_LOOKS_MAX) this.lose(`Redis has not answered for ${WATCH_MS * SILENT_LOOKS_MAX} ms`)
      else this.#watch()
    }, WATCH_MS)
    this.#timer.unref?.()
  }
}

/** Undefined where no sentinel is to be asked. */
async function primaryOf (settings: RedisSettings): Promise<RedisAddress | undefined> {
  const { sentinel } = settings
  if (sentinel === undefined) return undefined
  const reasons: string[] = []
  for (const node of sentinel.nodes) {
    const client = createClient(sentinelOptions(settings, node))
    client.on('error', () => {})
    try {
      await client.connect()
      const address = await client.sendCommand<[string, string] | null>(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', sentinel.name])
      if (address !== null) return { host: address[0], port: Number(address[1]) }
      reasons.push(`${node.host}:${node.port} does not know ${sentinel.name}`)
    } catch (error) {
      reasons.push(`${node.host}:${node.port}: ${error instanceof Error ? error.message || error.name : String(error)}`)
    } finally {
      if (client.isOpen) client.destroy()
    }
  }
  throw new Error(`no sentinel told where ${sentinel.name} is (${reasons.join('; ')})`)
}
