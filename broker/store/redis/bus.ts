/**
 * The bus over Redis' publish and subscribe: what is sent in one turn goes as
 * one message to each receiver. While Redis is away, and beyond a limit, what
 * is sent is dropped. Redis cuts off whoever does not read as fast as others
 * publish: that is a gap of the bus alone, and not the store's business.
 */
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Bus } from '../bus.js'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'

type Listener = (body: Buffer, from: string) => void

interface Frame { readonly kind: string, readonly body: Buffer }

/** Bytes that wait for the turn to end, or for Redis, before the bus counts as full. */
const WAITING_BYTES_MAX = 16 * 2 ** 20
/** After each gap all devices are read anew: where Redis cuts it off again and again, it waits longer. */
const RETRY_MS = 100
const RETRY_MS_MAX = 3_200
/** Whoever has heard for so long begins with the shortest wait again. */
const STEADY_MS = 10_000
const WARNING_EVERY_MS = 10_000

export class RedisBus implements Bus {
  readonly node: string
  readonly #keys: Keys
  readonly #clock: Clock
  readonly #log: Log
  readonly #listeners = new Map<string, Listener>()
  readonly #gapListeners: (() => void)[] = []
  /** Frames for each channel. */
  readonly #waiting = new Map<string, Buffer[]>()
  #waitingBytes = 0
  #scheduled = false
  #connection: Connection | undefined
  #isDeaf = true
  #hearsSince = 0
  #retryMs = RETRY_MS
  #retry: Timer | undefined
  /** Messages that could not be taken in since the log last said so. */
  #unreadable = 0
  #nextWarning = -Infinity

  constructor (node: string, keys: Keys, clock: Clock, log: Log) {
    this.node = node
    this.#keys = keys
    this.#clock = clock
    this.#log = log
  }

  get isDeaf (): boolean {
    return this.#isDeaf
  }

  send (to: string | undefined, kind: string, body: Buffer | string): void {
    if (this.#connection === undefined) return
    const frame = frameOf(kind, body)
    if (this.#waitingBytes + frame.length > WAITING_BYTES_MAX) return
    const channel = this.#keys.bus(to)
    const frames = this.#waiting.get(channel)
    if (frames === undefined) this.#waiting.set(channel, [frame])
    else frames.push(frame)
    this.#waitingBytes += frame.length
    if (this.#scheduled) return
    this.#scheduled = true
    this.#clock.defer(() => { this.#flush() })
  }

  listen (kind: string, listener: Listener): void {
    this.#listeners.set(kind, listener)
  }

  onGap (listener: () => void): void {
    this.#gapListeners.push(listener)
  }

  /** Goes on with another connection. */
  async use (connection: Connection): Promise<void> {
    await this.#subscribe(connection)
    this.#connection = connection
    this.#hears()
  }

  /** To be called once the store is open again. */
  back (): void {
    for (const listener of this.#gapListeners) listener()
  }

  /** The connection is lost. */
  drop (): void {
    this.#connection = undefined
    this.#isDeaf = true
    if (this.#retry !== undefined) this.#clock.clearTimeout(this.#retry)
  }

  async #subscribe (connection: Connection): Promise<void> {
    const channels = [this.#keys.bus(), this.#keys.bus(this.node)]
    await connection.subscribe(channels, message => this.#received(message), error => this.#cutOff(connection, error))
  }

  #hears (): void {
    this.#isDeaf = false
    this.#hearsSince = this.#clock.now()
  }

  #cutOff (connection: Connection, error: Error): void {
    if (this.#connection !== connection) return
    this.#isDeaf = true
    if (this.#clock.now() - this.#hearsSince >= STEADY_MS) this.#retryMs = RETRY_MS
    this.#subscribeLater(connection, error)
  }

  #subscribeLater (connection: Connection, error: unknown): void {
    this.#retry = this.#clock.setTimeout(() => {
      // Only here: where all of Redis is gone, that is told elsewhere.
      this.#log.warn({ err: error }, 'Redis has cut this node off from what the others say: it subscribes again, and reads what it missed')
      this.#subscribeAgain(connection).catch(err => this.#log.error({ err }, 'what was missed could not be read'))
    }, this.#retryMs)
    this.#retry.unref?.()
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS_MAX)
  }

  async #subscribeAgain (connection: Connection): Promise<void> {
    try {
      await this.#subscribe(connection)
    } catch (error) {
      if (this.#connection === connection && connection.over === undefined) this.#subscribeLater(connection, error)
      return
    }
    if (this.#connection !== connection) return
    this.#hears()
    this.back()
  }

  #flush (): void {
    this.#scheduled = false
    const connection = this.#connection
    for (const [channel, frames] of this.#waiting) {
      const message = Buffer.concat([frameOf(this.node, ''), ...frames])
      const bytes = frames.reduce((sum, frame) => sum + frame.length, 0)
      // What fails here has ended the connection, which is told elsewhere.
      Promise.resolve(connection?.call(['PUBLISH', channel, message])).catch(() => {}).finally(() => { this.#waitingBytes -= bytes })
    }
    this.#waiting.clear()
  }

  #received (message: Buffer): void {
    const [head, ...frames] = framesOf(message)
    if (head === undefined) return this.#dropped('it is not of ours')
    if (head.kind === this.node) return
    for (const { kind, body } of frames) {
      try {
        this.#listeners.get(kind)?.(body, head.kind)
      } catch (error) {
        this.#dropped(error)
      }
    }
  }

  /** Whoever may publish here can write anything: it costs a line now and then. */
  #dropped (reason: unknown): void {
    this.#unreadable++
    const now = this.#clock.now()
    if (now < this.#nextWarning) return
    this.#log.warn({ err: reason, count: this.#unreadable }, 'messages on the bus can not be read and are dropped')
    this.#nextWarning = now + WARNING_EVERY_MS
    this.#unreadable = 0
  }
}

/** A byte with the length of the kind, the kind, four bytes with the length of the body, the body. */
function frameOf (kind: string, body: Buffer | string): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const frame = Buffer.allocUnsafe(5 + Buffer.byteLength(kind) + bytes.length)
  let at = frame.writeUInt8(Buffer.byteLength(kind))
  at += frame.write(kind, at)
  at = frame.writeUInt32BE(bytes.length, at)
  bytes.copy(frame, at)
  return frame
}

/** None where the message is not made of whole frames. */
function framesOf (message: Buffer): readonly Frame[] {
  const frames: Frame[] = []
  for (let at = 0; at < message.length;) {
    const kindEnd = at + 1 + message.readUInt8(at)
    const bodyAt = kindEnd + 4
    const bodyEnd = bodyAt > message.length ? Infinity : bodyAt + message.readUInt32BE(kindEnd)
    if (bodyEnd > message.length) return []
    frames.push({ kind: message.toString('utf8', at + 1, kindEnd), body: message.subarray(bodyAt, bodyEnd) })
    at = bodyEnd
  }
  return frames
}
