/** Blobs as a client meets them, on every store: resumed, spoilt, too large, two at once, removed when nobody uses them. */
import { createHash, randomBytes } from 'node:crypto'
import t from 'tap'
import { type Talker, onBothStores, onMemory, startRig } from '../support/topics/rig.js'

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function send (talker: Talker, hash: string, offset: number, bytes: Buffer): Promise<Readonly<Record<string, unknown>>> {
  await talker.say(`blobs/${hash}/${offset}`, bytes)
  const { topic, body } = await talker.next(({ topic }) => topic.startsWith(`to/${talker.name}/blobs/${hash}/${offset}/`))
  return { ...body, isAccepted: topic.endsWith('/accepted') }
}

async function upload (talker: Talker, bytes: Buffer, chunk = 1_000): Promise<string> {
  const hash = hashOf(bytes)
  const begun = await talker.ask(`blobs/${hash}/put`, { bytes: bytes.length, chunk })
  for (let at = Number(begun.have); at < bytes.length; at += chunk) await send(talker, hash, at, bytes.subarray(at, at + chunk))
  return hash
}

/** What comes on the wire, chunk by chunk. */
async function read (talker: Talker, hash: string, ask: { offset?: number, chunk: number, count: number }): Promise<Buffer> {
  const came: Buffer[] = []
  const listen = (topic: string, payload: Buffer): void => { if (/\/blobs\/[0-9a-f]{64}\/\d+$/.test(topic)) came.push(payload) }
  talker.client.on('message', listen)
  const { count } = await talker.ask(`blobs/${hash}/get`, ask)
  await talker.rest()
  talker.client.removeListener('message', listen)
  if (came.length !== count) throw new Error(`${came.length} of ${String(count)} chunks came`)
  return Buffer.concat(came)
}

onBothStores('chunks go in with one size and come out with another, byte for byte', async (t, start) => {
  const { talker } = await start()
  const [app, cam] = [await talker('app'), await talker('cam')]
  const bytes = randomBytes(10_500)
  const hash = await upload(app, bytes)
  for (const chunk of [256, 999, 1_000, 1_001, 4_096, 65_536]) {
    const whole: Buffer[] = []
    for (let offset = 0; offset < bytes.length; offset += chunk * 8) whole.push(await read(cam, hash, { offset, chunk, count: 8 }))
    t.ok(Buffer.concat(whole).equals(bytes), `in chunks of ${chunk}`)
  }
  t.equal((await read(cam, hash, { offset: bytes.length + 5, chunk: 256, count: 4 })).length, 0, 'behind its end is nothing')
  t.same(await app.ask(`blobs/${hash}/get`, { count: 0 }), { blob: hash, bytes: 10_500, offset: 0, chunk: 16_384, count: 0 })
})

onBothStores('nobody can spoil what another uploads, and who is first makes it', async (t, start) => {
  const { talker } = await start()
  const [app, mallory] = [await talker('app'), await talker('mallory')]
  const bytes = randomBytes(2_500)
  const hash = hashOf(bytes)
  await mallory.ask(`blobs/${hash}/put`, { bytes: 2_500, chunk: 1_000 })
  t.match(await send(mallory, hash, 0, Buffer.alloc(1_000)), { isAccepted: true, have: 1_000 })
  t.match(await app.ask(`blobs/${hash}/put`, { bytes: 2_500, chunk: 1_000 }), { have: 0 })
  await upload(app, bytes)
  t.match(await send(mallory, hash, 1_000, Buffer.alloc(1_000)), { isAccepted: true, have: 2_500 }, 'it is there by now')
  t.ok((await read(mallory, hash, { chunk: 4_096, count: 1 })).equals(bytes))
})

onMemory('what is wrong is told, and nothing is kept of it', async (t, start) => {
  const { talker } = await start({ blobBytesMax: 5_000 })
  const app = await talker('app')
  const bytes = randomBytes(2_500)
  const hash = hashOf(bytes)
  t.match(await app.refused('blobs/abc/put', { bytes: 4 }), { code: 'invalid', message: /SHA-256/ })
  t.match(await app.refused(`blobs/${hash}/put`, { bytes: 5_001 }), { code: 'too-large', message: /5000/ }, 'before the first byte')
  await app.ask(`blobs/${hash}/put`, { bytes: 2_500, chunk: 1_000 })
  t.match(await send(app, hash, 0, bytes.subarray(0, 999)), { code: 'out-of-order', message: /1000 bytes/ })
  t.match(await send(app, hash, 1_000, bytes.subarray(1_000, 2_000)), { code: 'out-of-order', message: /begins at 0/ })
  t.match(await send(app, hash, 500, bytes.subarray(0, 1_000)), { code: 'out-of-order' })
  await app.say(`blobs/${hash}/x1`, bytes)
  t.match(await app.told(`blobs/${hash}/x1/rejected`), { code: 'bad-topic' })
  t.match(await send(app, hash, 0, Buffer.alloc(1_000)), { have: 1_000 })
  await send(app, hash, 1_000, bytes.subarray(1_000, 2_000))
  t.match(await send(app, hash, 2_000, bytes.subarray(2_000)), { code: 'hash-mismatch' })
  t.match(await app.refused(`blobs/${hash}/get`), { code: 'unknown-blob' })
  t.match(await app.ask(`blobs/${hash}/put`, { bytes: 2_500, chunk: 500, restart: true }), { have: 0, chunk: 500 })
  await upload(app, bytes, 500)
  t.ok((await read(app, hash, { chunk: 4_096, count: 1 })).equals(bytes))
})

t.test('an upload goes on where it was after a restart', async t => {
  const directory = t.testdir()
  const first = await startRig(t, { directory })
  const app = await first.talker('app')
  const bytes = randomBytes(3_500)
  const hash = hashOf(bytes)
  await app.ask(`blobs/${hash}/put`, { bytes: 3_500, chunk: 1_000 })
  for (const at of [0, 1_000]) await send(app, hash, at, bytes.subarray(at, at + 1_000))
  await first.stop()
  const second = await startRig(t, { directory })
  const again = await second.talker('app')
  t.match(await again.ask(`blobs/${hash}/put`, { bytes: 3_500, chunk: 256 }), { have: 2_000, chunk: 1_000 })
  await upload(again, bytes)
  t.ok((await read(again, hash, { chunk: 4_096, count: 1 })).equals(bytes))
})
