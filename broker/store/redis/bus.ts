/**
 * The bus over Redis' publish and subscribe: what is sent in one turn goes as
 * one message to each receiver. While Redis is away, and beyond a limit, what
 * is sent is dropped.
 */
import type { Clock } from '../../platform/clock.js'
import type { Bus } from '../bus.js'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'

type Listener = (body: Buffer, from: string) => void

/** Bytes that wait for the turn to end, or for Redis, before the bus counts as full. */
const WAITING_BYTES_MAX = 16 * 2 ** 20

export class RedisBus implements Bus {
  readonly node: string
  readonly #keys: Keys
  readonly #clock: Clock
  readonly #listeners = new Map<string, Listener>()
  readonly #gapListeners: (() => void)[] = []
  /** Frames for each channel. */
  readonly #waiting = new Map<string, Buffer[]>()
  #waitingBytes = 0
  #scheduled = false
  #connection: Connection | undefined

  constructor (node: string, keys: Keys, clock: Clock) {
    this.node = node
    this.#keys = keys
    this.#clock = clock
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
    await connection.subscribe([this.#keys.bus(), this.#keys.bus(this.node)], message => this.#received(message))
    this.#connection = connection
  }

  /** To be called once the store is open again. */
  back (): void {
    for (const listener of this.#gapListeners) listener()
  }

  drop (): void {
    this.#connection = undefined
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
    let from: string | undefined
    for (const { kind, body } of framesOf(message)) {
      if (from === undefined) from = kind
      else if (from !== this.node) this.#listeners.get(kind)?.(body, from)
    }
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

function * framesOf (message: Buffer): Iterable<{ kind: string, body: Buffer }> {
  for (let at = 0; at < message.length;) {
    const kindEnd = at + 1 + message.readUInt8(at)
    const bodyEnd = kindEnd + 4 + message.readUInt32BE(kindEnd)
    yield { kind: message.toString('utf8', at + 1, kindEnd), body: message.subarray(kindEnd + 4, bodyEnd) }
    at = bodyEnd
  }
}
