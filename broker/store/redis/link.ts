/**
 * Keeps a connection to Redis: gets the first one, or says why there is none;
 * gets another when it is lost, asking at intervals. What a connection needs
 * before it is of use, and what is done with it, is its owner's business.
 */
import { ErrorReply } from 'redis'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import { StoreUnavailable, StoreUnusable } from '../store.js'
import { Connection } from './connection.js'
import type { RedisSettings } from './settings.js'
import { messageOf, unusable } from './trouble.js'

export interface LinkOwner {
  /** Makes a new connection fit for use; where it throws, there is none. */
  prepare: (connection: Connection) => Promise<void>
  /** Once a second. What fails here has ended the connection, or is tried again with the next beat. */
  beat: (connection: Connection, count: number) => Promise<void>
  lost: (error: StoreUnavailable) => void
  back: () => void
}

const RETRY_MS = 500
const BEAT_MS = 1_000

export class Link {
  readonly #settings: RedisSettings
  readonly #clock: Clock
  readonly #log: Log
  readonly #owner: LinkOwner
  #connection: Connection | undefined
  #away = new StoreUnavailable('the store is not open')
  #closed = false
  #timer: Timer | undefined
  #recovery: Promise<void> = Promise.resolve()

  constructor (settings: RedisSettings, clock: Clock, log: Log, owner: LinkOwner) {
    this.#settings = settings
    this.#clock = clock
    this.#log = log
    this.#owner = owner
  }

  /** Undefined while Redis is away; another object after each time. */
  get connection (): Connection | undefined {
    return this.#connection
  }

  /** Why there is no connection. */
  get away (): StoreUnavailable {
    return this.#away
  }

  /** @throws StoreUnusable with what is wrong and what to do */
  async open (): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      throw unusable(this.#settings, error)
    }
  }

  /** @param farewell what is left to do where there is a connection */
  async close (farewell: (connection: Connection) => Promise<void> = async () => {}): Promise<void> {
    this.#closed = true
    this.#away = new StoreUnavailable('the store is closed')
    this.#stopTimer()
    await this.#recovery
    const connection = this.#connection
    this.#connection = undefined
    if (connection === undefined) return
    await farewell(connection)
    connection.close()
  }

  async #connect (): Promise<void> {
    const connection = await Connection.open(this.#settings, this.#clock, (lost, error) => this.#lose(lost, error))
    try {
      await this.#owner.prepare(connection)
      if (connection.over !== undefined) throw connection.over
    } catch (error) {
      throw connection.close(error)
    }
    this.#connection = connection
    this.#beatLater(connection, 1)
  }

  #beatLater (connection: Connection, count: number): void {
    if (this.#connection !== connection || this.#closed) return
    this.#later(BEAT_MS, () => {
      this.#owner.beat(connection, count).catch(() => {}).finally(() => this.#beatLater(connection, count + 1))
    })
  }

  #lose (connection: Connection, error: StoreUnavailable): void {
    // One that never was of use is told by whoever opens it.
    if (this.#closed || this.#connection !== connection) return
    this.#connection = undefined
    this.#away = error
    this.#stopTimer()
    this.#recoverLater()
    this.#owner.lost(error)
  }

  #recoverLater (): void {
    this.#later(RETRY_MS, () => { this.#recovery = this.#recover() })
  }

  async #recover (): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      if (this.#closed) return
      this.#stillAway(error)
      this.#recoverLater()
      return
    }
    if (!this.#closed) this.#owner.back()
  }

  /** Once for each reason, and aloud where waiting will not help. */
  #stillAway (error: unknown): void {
    const reason = messageOf(error)
    if (reason !== this.#away.message) {
      const level = error instanceof StoreUnusable || error instanceof ErrorReply ? 'warn' : 'debug'
      this.#log[level]({ reason }, 'Redis is still away')
    }
    this.#away = new StoreUnavailable(reason, { cause: error })
  }

  #later (delayMs: number, run: () => void): void {
    this.#timer = this.#clock.setTimeout(run, delayMs)
    this.#timer.unref?.()
  }

  #stopTimer (): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
  }
}
