/** The server killed in the middle of an upload, and of a download: both go on, and the bytes are right. */
import { randomBytes } from 'node:crypto'
import t from 'tap'
import { createApp } from '../../device-client/app.js'
import { ServerProcess } from './support/server-process.js'

t.test('a blob outlives kill -9 of the server on its way up and down', async t => {
  const server = new ServerProcess(['--data', t.testdir()])
  await server.start()
  t.teardown(() => server.kill())
  const app = createApp({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'app' })
  t.teardown(() => app.close())
  const bytes = randomBytes(3_000_001)
  const harmed: Promise<unknown>[] = []
  async function harm (): Promise<void> {
    await server.kill()
    await server.start()
  }
  let seen = 0
  const hash = await app.blobs.put(bytes, {
    chunk: 8_192,
    progress: have => {
      t.ok(have >= seen, 'what was acknowledged is still there')
      seen = have
      if (have > 500_000 && harmed.length === 0) harmed.push(harm())
    }
  })
  t.equal(harmed.length, 1, 'it was killed on the way up')
  await Promise.all(harmed)
  const again = await app.blobs.get(hash, {
    chunk: 8_192,
    progress: have => { if (have > 500_000 && harmed.length === 1) harmed.push(harm()) }
  })
  t.equal(harmed.length, 2, 'and on the way down')
  await Promise.all(harmed)
  t.ok(again.equals(bytes))
})
