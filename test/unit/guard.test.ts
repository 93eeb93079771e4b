/*
 * The inspector and the guard without sockets or Aedes: whatever is valid passes untouched, whatever is not is found, however
 * the bytes are cut. A failing property prints its seed; SEED=… runs it again.
 */
import assert from 'node:assert/strict'
import { isUtf8 } from 'node:buffer'
import { once } from 'node:events'
import { duplexPair } from 'node:stream'
import type { Duplex } from 'node:stream'
import fc from 'fast-check'
import { generate } from 'mqtt-packet'
import type { Packet } from 'mqtt-packet'
import t from 'tap'
import { guard } from '../../broker/hosts/aedes/guard/guard.js'
import type { Refusal } from '../../broker/hosts/aedes/guard/guard.js'
import { createInspector } from '../../broker/hosts/aedes/guard/inspector.js'
import type { Violation } from '../../broker/hosts/aedes/guard/inspector.js'

const replay = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
const limits = { maxPacket: 4096, maxConnect: 1024 }

const text = fc.string({ unit: 'binary', maxLength: 60 }).map(string => string.replaceAll('\0', '_'))
const filter = text.map(string => string || '#')
const topic = text.map(string => string.replaceAll(/[+#]/g, '_') || 'a')
const bytes = fc.uint8Array({ maxLength: 200 }).map(array => Buffer.from(array))
const messageId = fc.integer({ min: 1, max: 0xffff })
const qos = fc.constantFrom<0 | 1 | 2>(0, 1, 2)
const retain = fc.boolean()

const connectPacket = fc.record({
  clientId: text.map(string => string || 'c'),
  clean: fc.boolean(),
  keepalive: fc.nat(0xffff),
  version: fc.constantFrom({ protocolId: 'MQTT', protocolVersion: 4 }, { protocolId: 'MQIsdp', protocolVersion: 3 }),
  will: fc.option(fc.record({ topic, payload: bytes, qos, retain }), { nil: undefined }),
  account: fc.option(fc.record({ username: text.map(string => string || 'u'), password: bytes }), { nil: {} })
}).map(({ version, account, ...rest }) => ({ cmd: 'connect', ...version, ...account, ...rest }) as Packet)

const laterPacket: fc.Arbitrary<Packet> = fc.oneof(
  fc.record({ cmd: fc.constant('publish' as const), topic, payload: bytes, qos, retain, messageId })
    .chain(packet => fc.boolean().map(dup => ({ ...packet, dup: dup && packet.qos > 0 }))),
  fc.record({ cmd: fc.constantFrom('puback' as const, 'pubrec' as const, 'pubrel' as const, 'pubcomp' as const), messageId }),
  fc.record({
    cmd: fc.constant('subscribe' as const),
    messageId,
    subscriptions: fc.array(fc.record({ topic: filter, qos }), { minLength: 1, maxLength: 5 })
  }),
  fc.record({
    cmd: fc.constant('unsubscribe' as const),
    messageId,
    unsubscriptions: fc.array(filter, { minLength: 1, maxLength: 5 })
  }),
  fc.record({ cmd: fc.constantFrom('pingreq' as const, 'disconnect' as const) })
)

/** A stream of valid packets as bytes. */
const stream = fc.tuple(connectPacket, fc.array(laterPacket, { maxLength: 12 }))
  .map(([first, rest]) => Buffer.concat([first, ...rest].map(packet => generate(packet))))

/** Where to cut, as fractions of the whole, so that they shrink well with any stream; 1 cuts everywhere. */
type Cuts = 'everywhere' | number[]
const cuts: fc.Arbitrary<Cuts> = fc.oneof(fc.constant('everywhere' as const), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }))

function cut (whole: Buffer, at: Cuts): Buffer[] {
  if (at === 'everywhere') return Array.from(whole, byte => Buffer.of(byte))
  const borders = [0, ...at.map(part => Math.floor(part * whole.length)).sort((a, b) => a - b), whole.length]
  return borders.slice(1).map((end, index) => whole.subarray(borders[index], end))
}

/** Runs the chunks through a new inspector; where the violation is, is told from the start of the whole. */
function inspectAll (chunks: Buffer[]): { violation?: Violation, chunkStart: number, connected: boolean } {
  const inspector = createInspector(limits)
  let chunkStart = 0
  for (const chunk of chunks) {
    const violation = inspector.inspect(chunk)
    if (violation) return { violation, chunkStart, connected: inspector.connected }
    chunkStart += chunk.length
  }
  return { chunkStart, connected: inspector.connected }
}

const connect = generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: 'c', clean: true, keepalive: 9 })

/** A packet by hand: first byte, then the parts of its body; the length is put between. */
function packet (firstByte: number, ...parts: Array<string | number[] | Buffer>): Buffer {
  const body = Buffer.concat(parts.map(part => typeof part === 'string' ? lengthFirst(Buffer.from(part)) : Buffer.from(part)))
  const length = body.length < 128 ? [body.length] : [body.length & 0x7f | 0x80, body.length >> 7]
  return Buffer.from([firstByte, ...length, ...body])
}

function lengthFirst (content: Buffer | number[]): Buffer {
  return Buffer.from([content.length >> 8, content.length & 0xff, ...content])
}

function connectWith (flags: number, ...payload: Array<string | number[] | Buffer>): Buffer {
  return packet(0x10, 'MQTT', [4, flags, 0, 9], ...payload)
}

const ID = [0, 7]
const surrogate = lengthFirst([0x61, 0xed, 0xa0, 0x80])

const malformedAfterConnect: Record<string, [code: Violation['code'], bytes: Buffer]> = {
  'reserved type 0': ['packet-malformed', packet(0x00)],
  'reserved type 15': ['packet-malformed', packet(0xf0)],
  'CONNACK from a client': ['packet-malformed', packet(0x20, [0, 0])],
  'SUBACK from a client': ['packet-malformed', packet(0x90, ID, [0])],
  'UNSUBACK from a client': ['packet-malformed', packet(0xb0, ID)],
  'PINGRESP from a client': ['packet-malformed', packet(0xd0)],
  'a second CONNECT': ['packet-unexpected', connect],
  'QoS 3': ['packet-malformed', packet(0x36, 'a', ID)],
  'DUP with QoS 0': ['packet-malformed', packet(0x38, 'a')],
  'PUBACK with flags': ['packet-malformed', packet(0x41, ID)],
  'PUBREL without its flag': ['packet-malformed', packet(0x60, ID)],
  'SUBSCRIBE without its flag': ['packet-malformed', packet(0x80, ID, 'a', [0])],
  'UNSUBSCRIBE with DUP': ['packet-malformed', packet(0xaa, ID, 'a')],
  'PINGREQ with flags': ['packet-malformed', packet(0xc1)],
  'PINGREQ with a body': ['packet-malformed', packet(0xc0, [0])],
  'DISCONNECT with a body': ['packet-malformed', packet(0xe0, [0])],
  'five length bytes': ['packet-malformed', Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01])],
  'larger than maxPacket by one': ['packet-too-large', packet(0x30, 'a', Buffer.alloc(limits.maxPacket - 5))],
  '256 MiB announced': ['packet-too-large', Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f])],
  'an empty PUBLISH': ['packet-malformed', packet(0x30)],
  'an empty topic': ['packet-malformed', packet(0x30, '')],
  'a topic beyond the packet': ['packet-malformed', packet(0x30, [0, 9], [0x61])],
  'a wildcard in a topic': ['packet-malformed', packet(0x30, 'a/+/b')],
  'NUL in a topic': ['packet-malformed', packet(0x30, 'a\0b')],
  'a surrogate in a topic': ['packet-malformed', packet(0x30, surrogate)],
  'a topic that ends within a character': ['packet-malformed', packet(0x30, lengthFirst([0x61, 0xe2, 0x82]), [0xac])],
  'no packet id': ['packet-malformed', packet(0x32, 'a')],
  'packet id 0': ['packet-malformed', packet(0x32, 'a', [0, 0])],
  'PUBACK with id 0': ['packet-malformed', packet(0x40, [0, 0])],
  'PUBACK too long': ['packet-malformed', packet(0x40, ID, [0])],
  'PUBACK too short': ['packet-malformed', packet(0x40, [1])],
  'SUBSCRIBE with id 0': ['packet-malformed', packet(0x82, [0, 0], 'a', [0])],
  'SUBSCRIBE without filters': ['packet-malformed', packet(0x82, ID)],
  'SUBSCRIBE to an empty filter': ['packet-malformed', packet(0x82, ID, '', [0])],
  'SUBSCRIBE without QoS': ['packet-malformed', packet(0x82, ID, 'a', [0], 'b')],
  'SUBSCRIBE with QoS 3': ['packet-malformed', packet(0x82, ID, 'a', [3])],
  'NUL in a filter': ['packet-malformed', packet(0x82, ID, 'a', [0], 'b\0', [0])],
  'UNSUBSCRIBE without filters': ['packet-malformed', packet(0xa2, ID)],
  'bad UTF-8 in UNSUBSCRIBE': ['packet-malformed', packet(0xa2, ID, lengthFirst([0xc0, 0xaf]))]
}

const malformedFirst: Record<string, [code: Violation['code'], bytes: Buffer]> = {
  'PINGREQ first': ['packet-unexpected', packet(0xc0)],
  'an HTTP request': ['packet-malformed', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  'CONNECT with flags': ['packet-malformed', Buffer.from([0x11, ...connect.subarray(1)])],
  'larger than maxConnect': ['packet-too-large', connectWith(0x02, 'c'.repeat(limits.maxConnect))],
  'reserved connect flag': ['packet-malformed', connectWith(0x03, 'c')],
  'will QoS without will': ['packet-malformed', connectWith(0x0a, 'c')],
  'will retain without will': ['packet-malformed', connectWith(0x22, 'c')],
  'will QoS 3': ['packet-malformed', connectWith(0x1e, 'c', 'a', 'x')],
  'a will that is not there': ['packet-malformed', connectWith(0x06, 'c')],
  'a wildcard in a will topic': ['packet-malformed', connectWith(0x06, 'c', '#', 'x')],
  'NUL in a will topic': ['packet-malformed', connectWith(0x06, 'c', 'a\0', 'x')],
  'a password without user': ['packet-malformed', connectWith(0x42, 'c', 'secret')],
  'NUL in a user name': ['packet-malformed', connectWith(0x82, 'c', 'u\0')],
  'a surrogate in a client id': ['packet-malformed', connectWith(0x02, surrogate)],
  'NUL in the protocol name': ['packet-malformed', packet(0x10, 'MQ\0T', [4, 2, 0, 9], 'c')],
  'bytes after the payload': ['packet-malformed', connectWith(0x02, 'c', [0])],
  'a CONNECT that stops short': ['packet-malformed', packet(0x10, 'MQTT', [4])]
}

t.test('valid streams pass, wherever they are cut', async () => {
  fc.assert(fc.property(stream, cuts, (whole, at) => {
    const { violation, connected } = inspectAll(cut(whole, at))
    assert.equal(violation, undefined)
    assert.equal(connected, true)
  }), { ...replay, numRuns: 500 })
})

t.test('a packet of exactly maxPacket passes', async t => {
  const largest = packet(0x30, 'a', Buffer.alloc(limits.maxPacket - 6))
  t.equal(largest.length, limits.maxPacket)
  t.equal(inspectAll([connect, largest]).violation, undefined)
})

t.test('of MQTT 5 only framing and size are looked at, so that Aedes can refuse it', async t => {
  const connect5 = packet(0x10, 'MQTT', [5, 0xff, 0, 9], [0xff, 0xff])
  t.equal(inspectAll([connect5, packet(0x30, [0xff])]).violation, undefined)
  t.equal(inspectAll([connect5, packet(0x36, 'a')]).violation?.code, 'packet-malformed')
})

function findsAll (cases: typeof malformedFirst, before: fc.Arbitrary<Buffer>): void {
  for (const [name, [code, offending]] of Object.entries(cases)) {
    fc.assert(fc.property(before, cuts, (good, at) => {
      const { violation, chunkStart } = inspectAll(cut(Buffer.concat([good, offending, packet(0xc0)]), at))
      assert.equal(violation?.code, code, name)
      assert.equal(violation?.at, Math.max(0, good.length - chunkStart), `${name}: where it starts`)
    }), { ...replay, numRuns: 30 })
  }
}

t.test('every violation is found and located, wherever it is cut', async () => {
  findsAll(malformedAfterConnect, stream)
  findsAll(malformedFirst, fc.constant(Buffer.alloc(0)))
})

t.test('texts are judged as by the UTF-8 decoder of the platform', async () => {
  const borders = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff]
  const anyText = fc.oneof(bytes, fc.array(fc.constantFrom(...borders), { maxLength: 5 }).map(list => Buffer.from(list)))
  fc.assert(fc.property(anyText, cuts, (content, at) => {
    const { violation } = inspectAll(cut(connectWith(0x02, lengthFirst(content)), at))
    assert.equal(violation === undefined, isUtf8(content) && !content.includes(0))
  }), { ...replay, numRuns: 3000 })
})

/** A guarded end, as Aedes would read it, and the client's end. */
function guardedPair (onConnect?: () => void): { client: Duplex, server: Duplex, refused: Refusal[] } {
  const [client, server] = duplexPair()
  const refused: Refusal[] = []
  guard(server, { ...limits, onConnect, onRefused: reason => refused.push(reason) })
  server.on('error', () => {})
  return { client, server, refused }
}

t.test('packets in front of the offending one are handed over, nothing after', async t => {
  let connects = 0
  const { client, server, refused } = guardedPair(() => connects++)
  const good = Buffer.concat([connect, packet(0x30, 'a', [1, 2])])
  client.write(Buffer.concat([good, packet(0x30, 'a/#'), packet(0xc0)]))
  await once(server, 'readable')
  t.same(server.read(), good)
  t.equal(server.read(), null)
  t.equal(connects, 1)
  t.ok(server.destroyed)
  t.match(refused, [{ code: 'packet-malformed', message: 'PUBLISH: topic contains a wildcard' }])
})

t.test('the error names size and limit', async t => {
  const { client, server, refused } = guardedPair()
  const closed = once(server, 'error')
  client.write(packet(0x10, Buffer.alloc(2000)).subarray(0, 3))
  await once(server, 'readable')
  server.read()
  const [error] = await closed
  t.equal(error, refused[0])
  t.equal(error.message, 'packet of 2003 bytes is larger than maxConnect 1024')
})

t.test('writes of one turn leave together, in order, and say when there is too much', async t => {
  const { client, server } = guardedPair()
  t.equal(server.write('a'), true)
  t.equal(server.write('b'), true)
  t.equal(client.read(), null, 'not yet')
  t.equal(server.write(Buffer.alloc(server.writableHighWaterMark)), true, 'more than the stream asks for, and nobody is slow')
  t.equal(server.write(Buffer.alloc(256 * 1024)), false)
  const drained = once(server, 'drain')
  client.on('data', () => {})
  await drained
  t.equal(server.writableLength, 0)
  t.equal(server.writableCorked, 0)
})

t.test('what was written before end or destroy still leaves', async t => {
  for (const leave of ['end', 'destroy'] as const) {
    const { client, server } = guardedPair()
    const received = once(client, 'data')
    server.cork()
    server.write('last words')
    server[leave]()
    t.equal(String((await received)[0]), 'last words', leave)
  }
})
