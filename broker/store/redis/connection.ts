/**
 * One connection to a Redis that was found fit: a client for commands and one
 * for what Redis tells by itself. It is over at the first sign of trouble, with
 * everything that was under way; the store opens another one.
 */
import { createHash } from 'node:crypto'
import { ErrorReply, createClient } from 'redis'
import type { Clock, Timer } from '../../platform/clock.js'
import { StoreRefusing, StoreUnavailable } from '../store.js'
import { type RedisAddress, type RedisSettings, clientOptions, nameOf, sentinelOptions } from './settings.js'

export type Client = ReturnType<typeof createClient>

export interface Script {
  readonly text: string
  readonly sha: string
}

export function script (text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}

/** Redis answers within milliseconds, or something is wrong with it or the way there. Counted in looks, so that a stalled process of ours does not blame Redis. */
const WATCH_MS = 500
const SILENT_LOOKS_MAX = 6
/** Redis is there but takes no writes; nothing of the script was carried out. */
const REFUSING = /^(OOM|MISCONF|NOREPLICAS)\b/

export class Connection {
  readonly client: Client
  /** For subscriptions, and nothing else. */
  readonly subscriber: Client
  readonly #clock: Clock
  readonly #lost: (error: StoreUnavailable) => void
  #over: StoreUnavailable | undefined
  #underWay = 0
  #silentLooks = 0
  #timer: Timer | undefined

  /** @throws what the client says where nothing can be reached */
  static async open (settings: RedisSettings, clock: Clock, lost: (error: StoreUnavailable) => void): Promise<Connection> {
    const address = await primaryOf(settings)
    const connection = new Connection(settings, address, clock, lost)
    try {
      await Promise.all([connection.client.connect(), connection.subscriber.connect()])
    } catch (error) {
      connection.close()
      throw error
    }
    connection.#watch()
    return connection
  }

  private constructor (settings: RedisSettings, address: RedisAddress | undefined, clock: Clock, lost: (error: StoreUnavailable) => void) {
    this.#clock = clock
    this.#lost = lost
    this.client = createClient(clientOptions(settings, address))
    this.subscriber = createClient(clientOptions(settings, address))
    for (const client of [this.client, this.subscriber]) {
      client.on('error', (error: Error) => this.lose(`${nameOf(settings)}: ${error.message || error.name}`, error))
    }
  }

  /** @throws StoreUnavailable, StoreRefusing */
  async call<T> (args: readonly (string | Buffer)[]): Promise<T> {
    if (this.#over !== undefined) throw this.#over
    this.#underWay++
    try {
      return await this.client.sendCommand<unknown>(args) as T
    } catch (error) {
      throw this.#judged(error)
    } finally {
      this.#underWay--
      this.#silentLooks = 0
    }
  }

  /** Sent by its digest; whole where Redis does not have it, after a restart or a change of ours. */
  async evaluate<T> ({ sha, text }: Script, prefix: string, args: readonly string[]): Promise<T> {
    try {
      return await this.call<T>(['EVALSHA', sha, '1', prefix, ...args])
    } catch (error) {
      if (!(error instanceof ErrorReply) || !error.message.startsWith('NOSCRIPT')) throw error
      return await this.call<T>(['EVAL', text, '1', prefix, ...args])
    }
  }

  /** Ends it for everybody; told once. */
  lose (reason: string, cause?: unknown): StoreUnavailable {
    if (this.#over !== undefined) return this.#over
    this.#over = new StoreUnavailable(reason, { cause })
    this.#lost(this.#over)
    this.#destroy()
    return this.#over
  }

  /** Ends it without a word. */
  close (): void {
    this.#over ??= new StoreUnavailable('the store is closed')
    this.#destroy()
  }

  #destroy (): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    for (const client of [this.client, this.subscriber]) if (client.isOpen) client.destroy()
  }

  #judged (error: unknown): unknown {
    if (this.#over !== undefined) return this.#over
    if (!(error instanceof ErrorReply)) return this.lose(`Redis: ${error instanceof Error ? error.message : String(error)}`, error)
    if (error.message.startsWith('NOSCRIPT')) return error
    if (REFUSING.test(error.message)) return new StoreRefusing(`Redis takes no writes: ${error.message}`, { cause: error })
    return this.lose(`Redis answered: ${error.message}`, error)
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
