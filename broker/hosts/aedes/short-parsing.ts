/**
 * The short way into Aedes: PUBLISH and PUBACK, nearly all that clients send,
 * are taken out of a chunk without mqtt-packet's list of buffers and without
 * its log calls, which cost even where the log is off. What is of another type,
 * cut or odd goes to mqtt-packet. It must not judge, reorder or keep anything.
 */
import type { Client } from 'aedes'
import { BufferList } from 'bl'

/** What we use of mqtt-packet's parser, which is not in its types. */
export interface Parser {
  readonly settings: { readonly protocolVersion?: number }
  readonly error: unknown
  /** Bytes of packets that are not whole yet. */
  _list: { readonly length: number }
  /** What of a packet is to be read next; 0 between two of them. */
  readonly _stateCounter: number
  parse: (chunk: Buffer) => number
  emit: (event: 'packet', packet: Packet) => boolean
}

/** As mqtt-packet makes them. */
class Packet {
  declare messageId?: number

  constructor (
    readonly cmd: 'publish' | 'puback',
    readonly retain: boolean,
    readonly qos: number,
    readonly dup: boolean,
    readonly length: number,
    readonly topic: string | null,
    readonly payload: Buffer | null
  ) {}
}

/** MQTT 3.1.1, 2.2 */
const PUBLISH = 0x30
const PUBACK = 0x40
const RETAIN = 0x01
const DUP = 0x08

/** Of a client whose CONNECT has been read: until then there is nothing to gain. */
export function shortenParsing (client: Client): void {
  shorten((client as unknown as { _parser: Parser })._parser)
}

export function shorten (parser: Parser): void {
  // MQTT 5 has properties in these packets; a parser that is built otherwise is left alone.
  if (parser.settings.protocolVersion === 5 || !isKnown(parser)) return
  const parse = parser.parse
  const chunks: Buffer[] = []
  let isReading = false
  let isLean = false

  function read (chunk: Buffer): void {
    if (!isLean && parser._list.length === 0) {
      // mqtt-packet takes a stream, the largest part of its parser, for what it uses as a list alone.
      parser._list = new BufferList()
      isLean = true
    }
    const at = parser._list.length === 0 && parser._stateCounter === 0 && !parser.error ? readWhole(parser, chunk) : 0
    if (at < chunk.length) parse.call(parser, chunk.subarray(at))
  }

  // Who is told of a packet may read on before the chunk is at its end: that comes behind it.
  parser.parse = next => {
    chunks.push(next)
    if (isReading) return 0
    isReading = true
    try {
      for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) read(chunk)
    } finally {
      isReading = false
    }
    return parser._list.length
  }
}

function isKnown (parser: Partial<Parser>): boolean {
  return typeof parser._list?.length === 'number' && typeof parser._stateCounter === 'number'
}

/** Returns where it stopped. */
function readWhole (parser: Parser, chunk: Buffer): number {
  let at = 0
  while (at < chunk.length) {
    // Remaining length: seven bits a byte, at most four bytes (2.2.3).
    let body = at + 1
    let length = 0
    let byte = 0x80
    for (let shift = 0; byte > 0x7f && shift <= 21; shift += 7) {
      byte = chunk[body++] ?? 0x80
      length |= (byte & 0x7f) << shift
    }
    if (byte > 0x7f || body + length > chunk.length) return at
    const packet = packetOf(chunk, chunk[at] as number, body, length)
    if (packet === undefined) return at
    at = body + length
    parser.emit('packet', packet)
  }
  return at
}

function packetOf (chunk: Buffer, header: number, body: number, length: number): Packet | undefined {
  if (header === PUBACK && length === 2) return withId(new Packet('puback', false, 0, false, length, null, null), chunk, body)
  if ((header & 0xf0) !== PUBLISH || length < 2) return undefined
  const qos = header >> 1 & 3
  const topicEnd = body + 2 + chunk.readUInt16BE(body)
  const payloadStart = qos === 0 ? topicEnd : topicEnd + 2
  if (qos === 3 || payloadStart > body + length) return undefined
  const topic = chunk.toString('utf8', body + 2, topicEnd)
  const payload = chunk.subarray(payloadStart, body + length)
  const packet = new Packet('publish', (header & RETAIN) !== 0, qos, (header & DUP) !== 0, length, topic, payload)
  return qos === 0 ? packet : withId(packet, chunk, topicEnd)
}

function withId (packet: Packet, chunk: Buffer, at: number): Packet {
  packet.messageId = chunk.readUInt16BE(at)
  return packet
}
