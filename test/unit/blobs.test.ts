/** Blobs: how parts are named and found, and what becomes of those that nobody uses. */
import t from 'tap'
import { type Blob, type Upload, partOf, partsOf, uploadId } from '../../broker/core/blob.js'
import type { Accepted, Command, Decision } from '../../broker/core/command.js'
import { blobCommands } from '../../broker/plugins/blobs/index.js'

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const HOUR_MS = 60 * 60_000
const limits = { payloadBytes: 131_072, valueBytes: 130_000, offerMs: 5_000, scoreWeights: {}, blobBytesMax: 1_000_000, root: 'orchestra/v1', rootBytes: 13 }

function decide (key: string, facts: object | undefined, now: number, body: object = {}): Decision {
  const definition = blobCommands.find(one => one.key === key)
  const command: Command = { key, principal: 'app', entity: HASH, body, qos: 1, persistent: false, now, random: 0.5 }
  if (definition === undefined) throw new Error(`no ${key}`)
  return definition.decide(facts, command, { limits, node: undefined })
}

const changes = (decision: Decision) => (decision as Accepted).transitions.map(({ change: { kind, expect, record } }) => ({ kind, expect, v: record?.v }))
const upload: Upload = { id: uploadId(HASH, 'app'), v: 3, blob: HASH, bytes: 2_500, chunk: 1_000, have: 2_000, deadline: 5 * HOUR_MS }
const blob: Blob = { id: HASH, v: 7, bytes: 2_500, chunk: 1_000, upload: upload.id, deadline: 30 * HOUR_MS }

t.test('parts have letters for names, each its own', async t => {
  t.same([0, 1, 25, 26, 27, 701, 702].map(partOf), ['a', 'b', 'z', 'aa', 'ab', 'zz', 'aaa'])
  t.equal(new Set(Array.from({ length: 65_536 }, (_, index) => partOf(index))).size, 65_536)
  t.same(partsOf(blob), ['a', 'b', 'c'])
  t.same(partsOf(blob, 999, 1_000), ['a'])
  t.same(partsOf(blob, 999, 1_001), ['a', 'b'])
  t.same(partsOf(blob, 2_400, 99_999), ['c'])
  t.same(partsOf(blob, 3_000, 4_000), [])
})

t.test('an upload with which nobody goes on is removed, one that belongs to a blob is not', async t => {
  t.same(changes(decide('uploads/deadline', upload, 5 * HOUR_MS - 1)), [])
  t.same(changes(decide('uploads/deadline', upload, 5 * HOUR_MS)), [{ kind: 'upload', expect: 3, v: undefined }])
  t.same(changes(decide('uploads/deadline', { ...upload, deadline: undefined }, 50 * HOUR_MS)), [])
  t.same(changes(decide('uploads/deadline', undefined, 50 * HOUR_MS)), [])
})

t.test('a blob goes when nobody has read it for a day and nothing names it, with its bytes', async t => {
  t.same(changes(decide('blobs/deadline', { blob, upload, isUsed: false }, 30 * HOUR_MS - 1)), [])
  t.same(changes(decide('blobs/deadline', { blob, upload, isUsed: false }, 30 * HOUR_MS)), [{ kind: 'blob', expect: 7, v: undefined }, { kind: 'upload', expect: 3, v: undefined }])
  t.same(changes(decide('blobs/deadline', { blob, upload, isUsed: true }, 30 * HOUR_MS)), [{ kind: 'blob', expect: 7, v: 8 }])
  const parts = ['aGk=']
  t.same(changes(decide('blobs/get', { blob, parts }, 7 * HOUR_MS)), [], 'not written with every chunk')
  t.same(changes(decide('blobs/get', { blob, parts }, 19 * HOUR_MS)), [{ kind: 'blob', expect: 7, v: 8 }])
})

t.test('what was whole when the process ended is called so by the next put', async t => {
  const whole = { ...upload, have: 2_500 }
  t.match(decide('blobs/put', { upload: whole, digest: HASH }, HOUR_MS, { bytes: 2_500 }), { reply: { have: 2_500 } })
  t.same(changes(decide('blobs/put', { upload: whole, digest: HASH }, HOUR_MS, { bytes: 2_500 })), [{ kind: 'upload', expect: 3, v: 4 }, { kind: 'blob', expect: 0, v: HOUR_MS }])
})
