/**
 * A client of the load generator: just enough MQTT 3.1.1 on a socket, and as
 * cheap as it gets, so that the server is what is measured. What is said in one
 * turn of the event loop leaves in one write. It checks nothing it is sent.
 */
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'

/** Control packet types (MQTT 3.1.1, 2.2.1), in place in the first byte. */
const CONNECT = 0x10
const PUBLISH_QOS_1 = 0x32
const PUBLISH = 0x30
const PUBACK = 0x40
const SUBSCRIBE = 0x82
const SUBACK = 0x90
const CLEAN_SESSION_AND_NAME = 0x82
const WILL_AT_QOS_1 = 0x0c
const PACKET_ID_MAX = 65_535
/** Of a connection with little to say; it grows with what is said in one turn. */
const OUT_BYTES = 512

/** Fixed header and packet id, with room to spare. */
const HEADER_BYTES = 16

export interface ConnectOptions {
  /** 0: none. */
  readonly keepaliveS?: number
  readonly will?: { readonly topic: string, readonly payload: string }
}

export type OnPublish = (topic: string, payload: Buffer) => void

export class Wire {
  /** Packets of both directions, handshakes aside. */
  packets = 0
  onPublish: OnPublish = () => {}
  onAck: (id: number) => void = () => {}
  readonly #socket: Socket
  /** When it last said anything: from then on the server counts its keepalive. */
  saidAt = 0
  #out = Buffer.allocUnsafeSlow(OUT_BYTES)
  #outBytes = 0
  #rest: Buffer | undefined
  #packetId = 0

  constructor (socket: Socket) {
    this.#socket = socket.setNoDelay(true)
    socket.on('data', chunk => this.#read(chunk))
    // A server that is done with ends before its clients.
    socket.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'ECONNRESET') throw error })
  }

  /** @returns its packet id, which `onAck` gets */
  publish (topic: string, payload: string): number {
    const id = this.#nextId()
    this.packets++
    this.#begin(PUBLISH_QOS_1, 2 + topic.length + 2 + payload.length)
    this.#text(topic)
    this.#short(id)
    this.#outBytes += this.#out.write(payload, this.#outBytes, 'latin1')
    return id
  }

  subscribe (filter: string): void {
    this.#begin(SUBSCRIBE, 2 + 2 + filter.length + 1)
    this.#short(this.#nextId())
    this.#text(filter)
    this.#byte(1)
  }

  connect (name: string, { keepaliveS = 0, will }: ConnectOptions): void {
    const willBytes = will === undefined ? 0 : 2 + will.topic.length + 2 + will.payload.length
    this.#begin(CONNECT, 10 + 2 * (2 + name.length) + willBytes)
    this.#text('MQTT')
    this.#byte(4)
    this.#byte(CLEAN_SESSION_AND_NAME | (will === undefined ? 0 : WILL_AT_QOS_1))
    this.#short(keepaliveS)
    this.#text(name)
    if (will !== undefined) {
      this.#text(will.topic)
      this.#text(will.payload)
    }
    this.#text(name)
  }

  close (): void {
    this.#socket.destroy()
  }

  #nextId (): number {
    this.#packetId = this.#packetId === PACKET_ID_MAX ? 1 : this.#packetId + 1
    return this.#packetId
  }

  #begin (type: number, length: number): void {
    if (this.#outBytes === 0) setImmediate(() => this.#flush())
    if (this.#outBytes + HEADER_BYTES + length > this.#out.length) this.#grow(length)
    this.#byte(type)
    let left = length
    for (; left > 0x7f; left >>= 7) this.#byte(left & 0x7f | 0x80)
    this.#byte(left)
  }

  #grow (length: number): void {
    const larger = Buffer.allocUnsafeSlow(2 * (this.#out.length + HEADER_BYTES + length))
    this.#out.copy(larger, 0, 0, this.#outBytes)
    this.#out = larger
  }

  #byte (value: number): void {
    this.#out[this.#outBytes++] = value
  }

  #short (value: number): void {
    this.#byte(value >> 8)
    this.#byte(value & 0xff)
  }

  #text (value: string): void {
    this.#short(value.length)
    this.#outBytes += this.#out.write(value, this.#outBytes, 'latin1')
  }

  #flush (): void {
    this.#socket.write(Buffer.from(this.#out.subarray(0, this.#outBytes)))
    this.#outBytes = 0
    this.saidAt = performance.now()
  }

  #read (chunk: Buffer): void {
    const bytes = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (let end = packetEnd(bytes, at); end !== undefined; end = packetEnd(bytes, at)) {
      this.#packet(bytes, at, end)
      at = end
    }
    this.#rest = at === bytes.length ? undefined : bytes.subarray(at)
  }

  #packet (bytes: Buffer, start: number, end: number): void {
    const type = (bytes[start] ?? 0) & 0xf0
    if (type === PUBACK) {
      this.packets++
      this.onAck(bytes.readUInt16BE(start + 2))
    } else if (type === PUBLISH) this.#published(bytes, start, end)
    else if (type === SUBACK) this.#socket.emit('subscribed')
  }

  #published (bytes: Buffer, start: number, end: number): void {
    let at = start + 1
    while ((bytes[at] ?? 0) > 0x7f) at++
    const topicAt = at + 3
    const topicEnd = topicAt + bytes.readUInt16BE(at + 1)
    const qos = (bytes[start] ?? 0) >> 1 & 3
    this.packets++
    if (qos > 0) this.#acknowledge(bytes.readUInt16BE(topicEnd))
    this.onPublish(bytes.toString('latin1', topicAt, topicEnd), bytes.subarray(topicEnd + (qos > 0 ? 2 : 0), end))
  }

  #acknowledge (id: number): void {
    this.packets++
    this.#begin(PUBACK, 2)
    this.#short(id)
  }
}

/** Where the packet at `start` ends; undefined where it is not whole yet. */
function packetEnd (bytes: Buffer, start: number): number | undefined {
  let length = 0
  for (let at = start + 1, shift = 0; at < bytes.length; at++, shift += 7) {
    const byte = bytes[at] ?? 0
    length += (byte & 0x7f) << shift
    if (byte <= 0x7f) return at + 1 + length <= bytes.length ? at + 1 + length : undefined
  }
  return undefined
}

/** Connected under this name, which is its client id and user name, and subscribed. */
export async function dial (port: number, name: string, filter: string, options: ConnectOptions = {}): Promise<Wire> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const wire = new Wire(socket)
  wire.connect(name, options)
  wire.subscribe(filter)
  await once(socket, 'subscribed')
  return wire
}

/** Says something; resolves with the topic once one that ends so comes in. */
export function heard (wire: Wire, topicEnd: string, say: () => void): Promise<string> {
  return new Promise(resolve => {
    wire.onPublish = topic => { if (topic.endsWith(topicEnd)) resolve(topic) }
    say()
  })
}
