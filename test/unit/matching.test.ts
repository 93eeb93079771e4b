/**
 * Which device may take a task and which should: filters and scores with their
 * reasons, the lanes that tasks wait in, and the sizes of offers, which must fit
 * the smallest packet buffers.
 */
import fc from 'fast-check'
import t from 'tap'
import type { Device } from '../../broker/core/device.js'
import { type Lane, laneKey, parseLane, rankOf } from '../../broker/core/lanes.js'
import { type Candidate, explain, fits, isReady, score } from '../../broker/core/matching.js'
import { offerBytesOf, offerFrameBytes, renderOffer } from '../../broker/core/offer.js'
import type { Task } from '../../broker/core/task.js'
import { aDevice, aTask } from '../support/petri/walk.js'

const ROOT = 'orchestra/v1/'
const OFFER_MS = 5_000

const candidate = (device: Partial<Device>, now: Partial<Candidate> = {}): Candidate =>
  ({ device: { ...aDevice, ...device }, held: 0, claiming: 0, leaving: 0, credit: 0, mute: false, offerFrameBytes: 100, ...now })
const lane = (fields: Partial<Lane> = {}): Lane => ({ key: '', function: 'work', offerBytes: 128, ...fields })

t.test('what a device is decides whether it fits, and why not', async t => {
  const device = { labels: { room: '1', floor: '2' }, interfaces: ['camera', 'gpio'], maxPacket: 256 }
  const refused: readonly (readonly [string, Partial<Lane>, string])[] = [
    ['function', { function: 'paint' }, 'does not offer paint'],
    ['device', { require: { device: 'cam-8' } }, 'only cam-8 may'],
    ['labels', { require: { labels: { room: '1', floor: '3' } } }, 'label floor is not 3'],
    ['labels', { require: { labels: { toString: 'x' } } }, 'label toString is not x'],
    ['interfaces', { require: { interfaces: ['camera', 'gps'] } }, 'has no interface gps'],
    ['packet', { offerBytes: 160 }, 'the offer takes up to 260 bytes, its packets only 256']
  ]
  for (const [filter, fields, reason] of refused) {
    t.notOk(fits(lane(fields), candidate(device)), reason)
    t.strictSame(explain(lane(fields), candidate(device)).filters, [{ filter, reason }])
  }
  const all = lane({ offerBytes: 156, require: { device: 'cam-7', labels: { room: '1' }, interfaces: ['gpio'] } })
  t.ok(fits(all, candidate(device)))
  t.ok(fits(lane({ function: 'paint' }), candidate({ functions: [{ name: 'paint', description: 'walls' }] })), 'functions may be described')
  t.ok(fits(lane({ offerBytes: 1e9 }), candidate({})), 'no maxPacket, no limit')
})

t.test('how a device is now decides whether it could begin, and why not', async t => {
  const busy: readonly (readonly [string, Candidate, string])[] = [
    ['offline', candidate({ state: 'offline' }), 'is offline'],
    ['cordoned', candidate({ cordoned: { by: 'me', at: 1 } }), 'is cordoned'],
    ['cordoned', candidate({ cordoned: { by: 'me', at: 1, reason: 'repair' } }), 'is cordoned: repair'],
    ['mute', candidate({}, { mute: true }), 'let three offers in a row lapse and has said nothing since'],
    ['capacity', candidate({ capacity: 2 }, { held: 2 }), 'holds 2 of 2'],
    ['next', candidate({ mode: 'pull' }), 'has not asked for work']
  ]
  for (const [filter, device, reason] of busy) {
    t.notOk(isReady(device), reason)
    t.match(explain(lane(), device), { fits: true, ready: false, filters: [{ filter, reason }] })
  }
  t.ok(isReady(candidate({ capacity: 2 }, { held: 1 })))
  t.ok(isReady(candidate({ mode: 'pull' }, { credit: 1 })))
  t.match(explain(lane({ avoid: ['cam-7'] }), candidate({})).filters, [{ filter: 'avoided' }])
})

t.test('a device is ready exactly where nothing speaks against it', async t => {
  const devices = fc.record({
    device: fc.record({ state: fc.constantFrom('online', 'offline'), mode: fc.constantFrom('push', 'pull'), capacity: fc.integer({ min: 1, max: 3 }), cordoned: fc.constantFrom(undefined, { by: 'me', at: 1 }) }),
    now: fc.record({ held: fc.integer({ min: 0, max: 3 }), credit: fc.integer({ min: 0, max: 2 }), mute: fc.boolean() })
  })
  fc.assert(fc.property(devices, ({ device, now }) => {
    const one = candidate(device as Partial<Device>, now)
    return isReady(one) === explain(lane(), one).ready && isReady(one) === (explain(lane(), one).filters.length === 0)
  }))
  t.pass()
})

t.test('scores order those that fit: free slots, idle processors and memory, charged batteries', async t => {
  const better = (what: string, one: Candidate, other: Candidate): boolean => t.ok(score(one) > score(other), what)
  better('more free slots', candidate({ capacity: 4 }, { held: 1 }), candidate({ capacity: 4 }, { held: 3 }))
  better('less load', candidate({}, { load: { cpu: 10 } }), candidate({}, { load: { cpu: 90 } }))
  better('loads are percent', candidate({}, { load: { memory: 1 } }), candidate({}, { load: { memory: 2 } }))
  better('more battery', candidate({}, { load: { battery: 80 } }), candidate({}, { load: { battery: 20 } }))
  better('no battery is better than half of one', candidate({}), candidate({}, { load: { battery: 50 } }))
  better('what is not told counts as the middle', candidate({}, { load: { cpu: 40 } }), candidate({}))
  t.match(explain(lane(), candidate({ capacity: 2 }, { held: 1, load: { cpu: 25, memory: 100, battery: 10 } })), {
    score: 0.338, scores: { free: 0.5, cpu: 0.75, memory: 0, battery: 0.1 }
  })
  t.equal(explain(lane({ function: 'paint' }), candidate({})).score, undefined, 'who does not fit has no score')
})

t.test('tasks that any device judges alike share a lane', async t => {
  const key = (fields: Partial<Task>): string => laneKey({ ...aTask, ...fields })
  const labels = (...names: string[]): Record<string, string> => Object.fromEntries(names.map(name => [name, 'x']))
  t.equal(key({ require: { labels: labels('a', 'b', '10', '9') } }), key({ require: { labels: labels('9', 'b', '10', 'a') } }), 'whatever the order of the labels')
  t.equal(key({ require: { interfaces: ['a', 'b'] } }), key({ require: { interfaces: ['b', 'a'] } }))
  t.equal(key({ avoid: ['a', 'b'] }), key({ avoid: ['b', 'a'] }))
  t.equal(key({ avoid: [] }), key({}))
  t.equal(key({ id: 'other', priority: 9, order: 77 }), key({}), 'who it is and when it came is its rank')
  for (const other of [{ function: 'paint' }, { require: { device: 'cam-7' } }, { require: { labels: labels('a') } }, { require: { interfaces: ['a'] } }, { avoid: ['a'] }, { offerBytes: 500 }]) {
    t.not(key(other), key({}), JSON.stringify(other))
  }
})

t.test('a lane is read back from its key', async t => {
  const word = fc.oneof(fc.constantFrom('__proto__', 'constructor', '1', 'room'), fc.string({ minLength: 1, maxLength: 8 }))
  const requirement = fc.record({
    device: word,
    labels: fc.array(fc.tuple(word, word), { maxLength: 4 }).map(entries => Object.fromEntries(entries)),
    interfaces: fc.uniqueArray(word, { maxLength: 3 })
  }, { requiredKeys: [] })
  fc.assert(fc.property(requirement, fc.uniqueArray(word, { maxLength: 3 }), fc.integer({ min: 60, max: 200_000 }), (require, avoid, offerBytes) => {
    const key = laneKey({ ...aTask, require, avoid, offerBytes })
    const read = parseLane(key)
    t.equal(laneKey({ ...aTask, require: read.require, avoid: read.avoid, offerBytes: read.offerBytes }), key)
    t.strictSame(Object.entries(read.require?.labels ?? {}).sort(), Object.entries(require.labels ?? {}).sort())
    if (read.offerBytes < offerBytes || read.offerBytes > Math.max(offerBytes * 2, offerBytes + 16)) throw new Error(`a size of ${read.offerBytes} for ${offerBytes}`)
  }))
  const proto = JSON.parse('{"__proto__":"x"}') as Record<string, string>
  const { require } = parseLane(laneKey({ ...aTask, require: { labels: proto } }))
  t.strictSame(Object.keys(require?.labels ?? {}), ['__proto__'], 'a label named __proto__ is a label')
  t.notOk(fits(lane({ require }), candidate({ labels: {} })))
  t.ok(fits(lane({ require }), candidate({ labels: proto })))
})

t.test('higher priority first, then first in, first out', async t => {
  const rank = (priority: number, order: number): number => rankOf({ ...aTask, priority, order })
  t.ok(rank(9, 2 ** 49 - 1) < rank(8, 0))
  t.ok(rank(0, 1) < rank(0, 2))
  t.ok(Number.isSafeInteger(rank(0, 2 ** 49 - 1)))
})

const idOf = (max: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.:-]{0,${max - 1}}$`))

t.test('an offer never takes more bytes than it was matched for', async t => {
  const plain = fc.option(fc.json(), { nil: undefined })
  const padding = fc.option(fc.integer({ min: 15_000, max: 140_000 }), { nil: undefined, freq: 1 })
  const numbers = fc.record({
    attempt: fc.integer({ min: 1, max: 9_999 }),
    session: fc.maxSafeNat(),
    leaseMs: fc.integer({ min: 1_000, max: 1e9 }),
    offerMs: fc.integer({ min: 1, max: 60_000 })
  })
  fc.assert(fc.property(idOf(64), idOf(64), idOf(64), plain, padding, numbers, (id, device, name, plain, padding, { attempt, session, leaseMs, offerMs }) => {
    const args = padding === undefined ? plain : JSON.stringify('x'.repeat(padding))
    const payload = renderOffer({ ...aTask, id, function: name, attempt, leaseMs }, session, args, offerMs)
    JSON.parse(payload)
    const bound = offerBytesOf(id, name, args, leaseMs) + offerFrameBytes({ ...aDevice, id: device, session }, ROOT.length, offerMs)
    const bytes = publishBytes(`${ROOT}to/${device}/offer`, payload)
    if (bytes > bound) throw new Error(`${bytes} bytes, bound to ${bound}`)
  }), { numRuns: 500 })
  t.pass()
})

t.test('with ids of up to 24 characters an offer of small args fits into 256 bytes', async t => {
  const id = 'x'.repeat(24)
  const small: Device = { ...aDevice, id, functions: [id], session: 1_999_999_999_999, maxPacket: 256 }
  const args = '{"pin":13,"on":true}'
  const task: Task = { ...aTask, id, function: id, offerBytes: offerBytesOf(id, id, args, 20_000) }
  const one = candidate(small, { offerFrameBytes: offerFrameBytes(small, ROOT.length, OFFER_MS) })
  t.strictSame(explain(parseLane(laneKey(task)), one).filters, [])
  t.ok(publishBytes(`${ROOT}to/${id}/offer`, renderOffer({ ...task, attempt: 9_999 }, small.session, args, OFFER_MS)) <= 256)
})

/** MQTT 3.1.1, 3.3: a PUBLISH of QoS 1. */
function publishBytes (topic: string, payload: string): number {
  const remaining = 2 + Buffer.byteLength(topic) + 2 + Buffer.byteLength(payload)
  const lengthBytes = [127, 16_383, 2_097_151].filter(most => remaining > most).length + 1
  return 1 + lengthBytes + remaining
}
