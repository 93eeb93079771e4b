/*
 * Stands between a connection and Aedes' parser: Aedes reads a connection only by `conn.read`, so that is where everything
 * a client sends is inspected. What breaks MQTT or a limit never reaches Aedes, and its sender loses the connection.
 * It must not buffer: the bytes are Aedes' as soon as they are found good.
 */
import type { Duplex } from 'node:stream'
import { createInspector } from './inspector.js'
import type { PacketLimits, Violation } from './inspector.js'
import { corkPerTurn } from './cork.js'
import type { Line } from './rates.js'

/** Why a connection was closed; `message` is for the log, `code` for programs. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor (code: RefusalCode, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export type RefusalCode =
  | Violation['code']
  | 'connect-timeout'
  | 'too-much-unread'
  | 'too-many-connections'
  | 'too-many-connections-from-address'
  | 'too-many-connects'

export interface GuardOptions extends PacketLimits {
  /** Bytes that may wait for a client that does not read. Default: no limit. */
  readonly maxUnread?: number
  /** How much may come in; absent: nothing limits it. */
  readonly line?: Line | undefined
  /** The first whole and correct CONNECT has arrived. */
  readonly onConnect?: () => void
  /** Called once, just before the connection is destroyed with this error. */
  readonly onRefused?: (reason: Refusal) => void
}

/** Where it is limited how much may come, so much is read in one turn: all that a socket has would be felt by others. */
const CHUNK_BYTES = 8 * 1024

/** Guards `conn`, in place, and returns it. */
export function guard<Connection extends Duplex> (conn: Connection, options: GuardOptions): Connection {
  const inspector = createInspector(options)
  const read = conn.read
  let onConnect = options.onConnect

  function refuse (violation: { readonly code: RefusalCode, readonly message: string }): void {
    if (conn.destroyed) return
    const reason = new Refusal(violation.code, violation.message)
    options.onRefused?.(reason)
    conn.destroy(reason)
  }

  const { line } = options
  const goOn = (): void => { if (!conn.destroyed) conn.emit('readable') }
  // Aedes reads on whenever a packet is done, also while it still parses what it has read.
  let isTurnOver = false
  function endTurn (): void {
    isTurnOver = true
    setImmediate(() => {
      isTurnOver = false
      goOn()
    })
  }

  conn.read = (size?: number) => {
    if (isTurnOver || line?.mayRead(goOn) === false) return null
    const before = inspector.packets
    // The stream itself asks for nothing, so that more is fetched.
    const isAsked = line !== undefined && size !== 0 && conn.readableLength > 0
    const chunk: Buffer | null = read.call(conn, isAsked ? Math.min(conn.readableLength, CHUNK_BYTES) : size)
    if (chunk === null) return null
    const violation = inspector.inspect(chunk)
    if (inspector.connected) {
      onConnect?.()
      onConnect = undefined
    }
    if (line !== undefined) {
      line.took(inspector.packets - before, chunk.length)
      if (conn.readableLength > 0) endTurn()
    }
    if (violation === undefined) return chunk
    refuse(violation)
    return violation.at === 0 ? null : chunk.subarray(0, violation.at)
  }

  corkPerTurn(conn)
  const { maxUnread = Infinity } = options
  limitUnread(conn, maxUnread, bytes => refuse({ code: 'too-much-unread', message: `${bytes} bytes wait to be read, more than maxUnread ${maxUnread}` }))
  return conn
}

/** Of one that reads so much is not waiting, at the speed of any network. */
const SLOW_BYTES = 256 * 1024

/** The drain timeout alone would let them grow for seconds, at the speed of whoever asks. */
function limitUnread (conn: Duplex, max: number, exceeded: (bytes: number) => void): void {
  const write = conn.write
  conn.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    const isRoomLeft = write.call(conn, chunk, encoding as BufferEncoding, done as () => void)
    if (conn.writableLength > max) exceeded(conn.writableLength)
    // What is written in one turn is more than the stream's own mark long before anybody is slow.
    return isRoomLeft || conn.writableLength < Math.min(SLOW_BYTES, max)
  }
}
