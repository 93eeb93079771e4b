// The short way past mqtt-packet's parser must be the same way: whatever is sent, and wherever it is cut, the same packets
// come out in the same order, and the same is refused. A failure shows the bytes and the cuts, shrunk to a small case.
import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { generate, parser as newParser } from 'mqtt-packet'
import t from 'tap'
import { type Parser, shorten } from '../../broker/hosts/aedes/short-parsing.js'

type Inner = Parser & { on: (event: string, listener: (value: object) => void) => void }

function parse (chunks: readonly Buffer[], change: (parser: Parser) => void): unknown[] {
  const seen: unknown[] = []
  const parser = newParser() as unknown as Inner
  parser.on('packet', packet => seen.push({ ...packet }))
  parser.on('error', error => seen.push(String(error)))
  change(parser)
  for (const chunk of chunks) if (parser.error === null) parser.parse(chunk)
  return seen
}

const id = fc.integer({ min: 1, max: 65_535 })
const topic = fc.oneof(fc.constantFrom('a', 'a/b', 'ß/ø', '€'), fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }))
const publish = fc.record({
  cmd: fc.constant('publish' as const), topic, payload: fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)), qos: fc.constantFrom(0, 1, 2), retain: fc.boolean(), messageId: id
}).chain(packet => fc.boolean().map(dup => generate({ ...packet, dup: dup && packet.qos > 0 } as Parameters<typeof generate>[0])))
const puback = id.map(messageId => generate({ cmd: 'puback', messageId }))
const other = fc.oneof(
  id.map(messageId => generate({ cmd: 'pubrel', messageId })),
  id.map(messageId => generate({ cmd: 'subscribe', messageId, subscriptions: [{ topic: 'a', qos: 1 }] })),
  fc.constant(generate({ cmd: 'pingreq' })),
  // Wrong in one way or another: QoS 3, a topic beyond its packet, a length that never ends, no id.
  fc.constantFrom('3605000161ffff', '300300ff61', '30ffffffffff01', '32030001610000', '4000', '4003000101', '300100', '4202ffff').map(hex => Buffer.from(hex, 'hex'))
)
const stream = fc.array(fc.oneof({ weight: 5, arbitrary: publish }, { weight: 3, arbitrary: puback }, other), { maxLength: 12 })
  .map(packets => Buffer.concat(packets))

function cut (bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map(place => place % (bytes.length + 1))), bytes.length].sort((a, b) => a - b)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)).filter(chunk => chunk.length > 0)
}

t.test('the same packets come out, however the bytes are cut', async t => {
  fc.assert(fc.property(stream, fc.array(fc.nat(), { maxLength: 5 }), (bytes, places) => {
    const chunks = cut(bytes, places)
    deepStrictEqual(parse(chunks, shorten), parse(chunks, () => {}))
  }), { numRuns: 500 })
  t.pass('for 500 streams')
})

t.test('what is read while a packet is told of comes behind the rest of its chunk', async t => {
  const acks = [1, 2, 3].map(messageId => generate({ cmd: 'puback', messageId }))
  const parser = newParser() as unknown as Inner
  const ids: unknown[] = []
  shorten(parser)
  parser.on('packet', packet => {
    ids.push((packet as { messageId: number }).messageId)
    if (ids.length === 1) parser.parse(acks[2] as Buffer)
  })
  parser.parse(Buffer.concat(acks.slice(0, 2)))
  t.same(ids, [1, 2, 3])
})

t.test('MQTT 5 is left alone', async t => {
  const parser = newParser({ protocolVersion: 5 }) as unknown as Inner
  const { parse } = parser
  shorten(parser)
  t.equal(parser.parse, parse)
})
