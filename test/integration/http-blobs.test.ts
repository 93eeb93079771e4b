/** Blobs over HTTP, with the rights of MQTT. */
import { createHash, randomBytes } from 'node:crypto'
import t, { type Test } from 'tap'
import { createApp } from '../../device-client/app.js'
import { ServerProcess } from '../faults/support/server-process.js'

const bytes = randomBytes(1_000_003)
const hash = createHash('sha256').update(bytes).digest('hex')
const basic = (name: string, secret: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` })

async function serving (t: Test, ...flags: string[]): Promise<ServerProcess> {
  const server = new ServerProcess(['--data', t.testdir({ secret: 'three blue herons' }), ...flags])
  await server.start()
  t.teardown(() => server.kill())
  return server
}

t.test('what is put is got, over HTTP and over MQTT', async t => {
  const server = await serving(t)
  const url = `http://127.0.0.1:${server.httpPort}/blobs/${hash}`
  t.equal((await fetch(url)).status, 404)
  const put = await fetch(url, { method: 'PUT', body: bytes })
  t.same([put.status, await put.json()], [201, { blob: hash, bytes: bytes.length }])
  const got = await fetch(url)
  t.ok(Buffer.from(await got.arrayBuffer()).equals(bytes))
  t.equal(got.headers.get('etag'), `"${hash}"`)
  const head = await fetch(url, { method: 'HEAD' })
  t.same([head.status, head.headers.get('content-length')], [200, String(bytes.length)])
  const app = createApp({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'app' })
  t.teardown(() => app.close())
  t.ok((await app.blobs.get(hash)).equals(bytes))
  const wrong = await fetch(`http://127.0.0.1:${server.httpPort}/blobs/${'0'.repeat(64)}`, { method: 'PUT', body: 'x' })
  t.match([wrong.status, await wrong.json()], [422, { code: 'hash-mismatch' }])
  t.equal((await fetch(`http://127.0.0.1:${server.httpPort}/blobs/short`)).status, 404)
  t.equal((await fetch(url, { method: 'DELETE' })).status, 405)
  const all = await Promise.all(Array.from({ length: 8 }, () => fetch(url).then(async one => [one.status, (await one.arrayBuffer()).byteLength])))
  t.same(all, Array(8).fill([200, bytes.length]), 'eight at once')
})

t.test('with accounts: nobody without one, and by its roles', async t => {
  const folder = t.testdir({ secret: 'three blue herons' })
  const server = new ServerProcess(['--data', `${folder}/data`, '--accounts', '--root-secret-file', `${folder}/secret`])
  await server.start()
  t.teardown(() => server.kill())
  const root = createApp({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'root', password: 'three blue herons' })
  t.teardown(() => root.close())
  await root.accounts.put('maker', { kind: 'user', roles: ['submitter'], secret: 'four green herons' })
  await root.accounts.put('reader', { kind: 'user', roles: ['viewer'], secret: 'five green herons' })
  const url = `http://127.0.0.1:${server.httpPort}/blobs/${hash}`
  const put = (headers: Record<string, string>): Promise<Response> => fetch(url, { method: 'PUT', body: bytes.subarray(0), headers })
  t.equal((await put({})).status, 401)
  t.equal((await put(basic('maker', 'wrong'))).status, 401)
  t.equal((await put(basic('reader', 'five green herons'))).status, 403)
  t.equal((await put(basic('maker', 'four green herons'))).status, 201)
  t.equal((await fetch(url, { headers: basic('reader', 'five green herons') })).status, 200)
  t.match((await fetch(url)).headers.get('www-authenticate'), /Basic/)
})
