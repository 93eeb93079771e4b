/** Deployments over processes that are killed, and devices that can't take what they are given. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type App, createApp } from '../../device-client/app.js'
import { COUNTER } from '../support/wasm.js'
import { assemble } from '../support/wat.js'
import { ServerProcess } from './support/server-process.js'

const commandLine = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))

async function device (t: Test, { port }: ServerProcess, id: string, dir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [commandLine, 'device', '--broker', `mqtt://127.0.0.1:${port}`, '--id', id, '--modules', dir], { stdio: ['ignore', 'pipe', 'ignore'] })
  t.teardown(() => child.kill('SIGKILL'))
  await once(createInterface(child.stdout), 'line')
  return child
}

interface Stage { readonly server: ServerProcess, readonly app: App, readonly dirs: readonly [string, string] }

async function stage (t: Test): Promise<Stage> {
  const folder = t.testdir()
  const server = new ServerProcess(['--data', join(folder, 'data')])
  await server.start()
  t.teardown(() => server.kill())
  const dirs = [join(folder, 'one'), join(folder, 'two')] as const
  const app = createApp({ broker: `mqtt://127.0.0.1:${server.port}`, id: 'app' })
  t.teardown(() => app.close())
  const blob = await app.blobs.put(await assemble(COUNTER))
  for (const version of ['1.0.0', '2.0.0']) await app.modules.put('counter', { version, blob, functions: { bright: { params: [{ name: 'image', type: 'bytes' }], result: { type: 'i32' } } } })
  return { server, app, dirs }
}

const step = { module: 'm', function: 'bright', args: { image: '=input' }, idempotent: true }
const manifest = (version: string): Parameters<App['deployments']['put']>[1] => ({ modules: { m: `counter@${version}` }, steps: { a: { ...step, device: 'one' }, b: { ...step, device: 'two', after: ['a'] } }, result: 'b', policy: { rollout: { batch: 1 } } })
const IMAGE = { base64: Buffer.from([1, 201, 255, 200, 250]).toString('base64') }

t.test('a revision that a device can\'t install goes back by itself, and what ran before runs on', async t => {
  const { server, app, dirs } = await stage(t)
  await Promise.all([device(t, server, 'one', dirs[0]), device(t, server, 'two', dirs[1])])
  await app.deployments.put('gate', manifest('1.0.0'))
  await app.deployments.ready('gate')
  t.equal(await app.executions.run('gate', IMAGE), 3)
  // A file where its folder was: it can keep no module.
  await rm(dirs[1], { recursive: true })
  await writeFile(dirs[1], '')
  const other = await app.blobs.put(await assemble(`${COUNTER.slice(0, -1)} (func (export "other")))`))
  await app.modules.put('counter', { version: '3.0.0', blob: other, functions: { bright: { params: [{ name: 'image', type: 'bytes' }], result: { type: 'i32' } } } })
  await app.deployments.put('gate', manifest('3.0.0'))
  await t.rejects(app.deployments.ready('gate'), { message: /gate: two: .*ENOTDIR|EEXIST/ })
  t.match(await app.deployments.get('gate'), { revision: 1, state: 'ready', modules: { m: 'counter@1.0.0' }, failed: { revision: 2 } })
  t.equal(await app.executions.run('gate', IMAGE), 3)
})

t.test('executions outlive kill -9 of the server', async t => {
  const { server, app, dirs } = await stage(t)
  await Promise.all([device(t, server, 'one', dirs[0]), device(t, server, 'two', dirs[1])])
  await app.deployments.put('gate', manifest('1.0.0'))
  await app.deployments.ready('gate')
  await app.deployments.put('after', { modules: { m: 'counter@1.0.0' }, steps: { c: { ...step, args: { image: IMAGE }, device: 'two' } }, result: 'c', triggers: [{ deployment: 'gate' }] })
  await app.deployments.ready('after')
  const runs = Array.from({ length: 40 }, (_, n) => `r${n}`)
  const begun = runs.map(run => app.executions.run('gate', IMAGE, { run, timeoutMs: 60_000 }))
  await begun[3]
  await server.kill()
  await server.start()
  t.same(await Promise.all(begun), runs.map(() => 3))
  t.match(await app.deployments.get('gate'), { state: 'ready', revision: 1 })
  const after: string[] = []
  for await (const { execution } of app.executions.list({ deployment: 'after' })) after.push(execution)
  t.same(await Promise.all(after.map(run => app.executions.result(run, 60_000))), runs.map(() => 3), 'each result has executed it once')
})
