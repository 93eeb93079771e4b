// Modules on real devices, over a real connection: installed by what is retained, run in threads of their own, ended where they
// do what they should not, and none the worse for it afterwards.
import { readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import type { App } from '../../device-client/app.js'
import { RunError } from '../../device-client/app.js'
import type { Device, ModuleOptions } from '../../device-client/device.js'
import { createWorld, type World } from '../support/device-world.js'
import { CAMERA, COUNTER, JOINER, KEEPER, ROGUE, WASI_PROGRAM } from '../support/wasm.js'
import { assemble } from '../support/wat.js'

async function push (app: App, name: string, text: string, description: { functions: Record<string, object>, interfaces?: string[], limits?: object, mounts?: Record<string, { blob: string }> }, version = '1.0.0'): Promise<string> {
  const blob = await app.blobs.put(await assemble(text))
  await app.modules.put(name, { version, blob, ...description })
  return `${name}@${version}`
}

interface Stage { readonly world: World, readonly app: App, readonly device: Device }

async function stage (t: Test, modules: ModuleOptions = {}): Promise<Stage> {
  const world = await createWorld(t)
  const device = await world.device({ functions: {}, capacity: 4, modules: { camera: 'simulated', ...modules } })
  return { world, device, app: world.app() }
}

const i32 = { result: { type: 'i32' } }
const rogue = { interfaces: ['log', 'files', 'mqtt'], limits: { timeMs: 300 }, functions: { trap: i32, loop: i32, grow: i32, say: i32, escape: i32, file: i32, seen: i32, count: i32, outside: { result: { type: 'bytes' } }, broken: { result: { type: 'json' } } } }

/** A deployment of one step for each of these functions. */
async function deploy (app: App, name: string, module: string, functions: readonly string[]): Promise<void> {
  for (const called of functions) {
    await app.deployments.put(`${name}-${called}`, { modules: { m: module }, steps: { a: { module: 'm', function: called } }, result: 'a' })
    await app.deployments.ready(`${name}-${called}`)
  }
}

async function failure (run: Promise<unknown>): Promise<{ code: string, message: string }> {
  const error = await run.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof RunError)) throw error ?? new Error('it did not fail')
  return error
}

t.test('from a camera to a count: two modules, one device, the bytes between them', async t => {
  const { app } = await stage(t)
  const modules = {
    cam: await push(app, 'camera', CAMERA, { interfaces: ['camera'], functions: { shoot: { result: { type: 'bytes', mediaType: 'image/x-portable-graymap' } } } }),
    net: await push(app, 'counter', COUNTER, { functions: { bright: { params: [{ name: 'image', type: 'bytes', mediaType: 'image/x-portable-graymap' }], ...i32 } } })
  }
  await app.deployments.put('gate', { modules, steps: { shot: { module: 'cam', function: 'shoot' }, n: { module: 'net', function: 'bright', after: ['shot'], args: { image: '=shot.result' } } }, result: 'n' })
  await app.deployments.ready('gate')
  t.equal(await app.executions.run('gate'), 16 * 16, 'the made-up picture has a bright square of that size')
  t.same(await Promise.all([1, 2, 3, 4, 5].map(() => app.executions.run('gate'))), Array(5).fill(256), 'several at once')
  const { devices } = await app.deployments.get('gate')
  t.same(devices, { 'dev-1': { state: 'ready' } })
})

t.test('what a module should not do ends the call, is told, and hurts no other', async t => {
  const { app, world, device } = await stage(t)
  const module = await push(app, 'rogue', ROGUE, rogue)
  const functions = ['trap', 'loop', 'grow', 'outside', 'broken', 'say', 'escape', 'file', 'count']
  await deploy(app, 'r', module, functions)
  t.match(await failure(app.executions.run('r-trap')), { code: 'trap', message: /failed at a: unreachable/ })
  t.match(await failure(app.executions.run('r-loop')), { code: 'timed-out', message: /loop took more than 300 ms/ })
  t.equal(await app.executions.run('r-grow'), -1, 'it gets no more memory than it said')
  t.match(await failure(app.executions.run('r-outside')), { code: 'bad-result', message: /outside of the memory/ })
  t.match(await failure(app.executions.run('r-broken')), { code: 'bad-result', message: /not JSON/ })
  t.equal(await app.executions.run('r-escape'), -1, 'no file outside of its folder')
  t.equal(await app.executions.run('r-file'), 6)
  await app.deployments.put('other', { modules: { m: module }, steps: { a: { module: 'm', function: 'seen' } }, result: 'a' })
  await app.deployments.ready('other')
  t.equal(await app.executions.run('other'), -1, 'another deployment has other files')
  const listener = await connectAsync(world.broker, { clientId: 'listener' })
  t.teardown(() => listener.endAsync(true))
  await listener.subscribeAsync('data/#')
  const heard = new Promise<unknown[]>(resolve => { listener.once('message', (...told: unknown[]) => resolve(told)) })
  await app.executions.run('r-say', undefined, { run: 'said' })
  t.match(await heard, ['data/dev-1/r-say/note', Buffer.from('a line')])
  t.match(await app.get('said.a'), { logs: [{ from: 'dev-1', level: 'warn', message: 'a line' }] })
  t.match(await app.executions.logs('said'), { lines: [{ step: 'a', from: 'dev-1', level: 'warn', message: 'a line' }] })
  t.same([await app.executions.run('r-count'), await app.executions.run('r-count')], [1, 1], 'each call has an instance of its own')
  await app.deployments.put('keeps', { modules: { m: await push(app, 'keeper', KEEPER, { functions: { count: i32 } }) }, steps: { a: { module: 'm', function: 'count' } }, result: 'a' })
  await app.deployments.ready('keeps')
  t.same([await app.executions.run('keeps'), await app.executions.run('keeps')], [1, 2], 'unless the module says that it can be used again')
  t.equal(device.state, 'free')
})

t.test('a module that the device can not take is told, and nothing else is lost', async t => {
  const { app } = await stage(t, { memoryBytesMax: 65_536 })
  await app.deployments.put('big', { modules: { m: await push(app, 'counter', COUNTER, { functions: { bright: { params: [{ name: 'image', type: 'bytes' }], ...i32 } } }) }, steps: { a: { module: 'm', function: 'bright', args: { image: '=input' } } }, result: 'a' })
  await t.rejects(app.deployments.ready('big'), { message: /big: dev-1: counter@1.0.0 may need 262144 bytes of memory, there are 65536/ })
  t.match(await app.deployments.get('big'), { state: 'failed' })
})

t.test('large results are stored, and fetched by who takes them', async t => {
  const { app } = await stage(t, { inlineBytesMax: 100 })
  const modules = {
    cam: await push(app, 'camera', CAMERA, { interfaces: ['camera'], functions: { shoot: { result: { type: 'bytes' } } } }),
    net: await push(app, 'counter', COUNTER, { functions: { bright: { params: [{ name: 'image', type: 'bytes' }], ...i32 } } })
  }
  await app.deployments.put('gate', { modules, steps: { shot: { module: 'cam', function: 'shoot' }, n: { module: 'net', function: 'bright', after: ['shot'], args: { image: '=shot.result' } } }, result: 'n' })
  await app.deployments.ready('gate')
  t.equal(await app.executions.run('gate', undefined, { run: 'r1' }), 256)
  const { result } = await app.get('r1.shot') as { result: { blob: string, bytes: number } }
  t.equal((await app.blobs.get(result.blob)).length, result.bytes)
})

t.test('files by stage: there before the first call, with a call, and what it leaves', async t => {
  const { app } = await stage(t)
  const more = await app.blobs.put(Buffer.from(', and more'))
  const mounted = { params: [{ name: 'text', type: 'bytes', mount: 'in' }], result: { type: 'bytes', mount: 'out' } }
  const description = { interfaces: ['files'], mounts: { more: { blob: more } }, functions: { join: mounted, lazy: mounted } }
  await t.rejects(push(app, 'joiner', JOINER, { ...description, mounts: { more: { blob: '0'.repeat(64) } } } as never), { code: 'bad-module', message: /`mounts.more`: there is no blob/ })
  await t.rejects(push(app, 'joiner', JOINER, { ...description, functions: { join: { ...mounted, result: { type: 'i32', mount: 'out' } } } } as never), { code: 'bad-module', message: /`mount` is for JSON and bytes/ })
  const module = await push(app, 'joiner', JOINER, description)
  for (const called of ['join', 'lazy']) await app.deployments.put(called, { modules: { m: module }, steps: { a: { module: 'm', function: called, args: { text: '=input' } } }, result: 'a' })
  for (const called of ['join', 'lazy']) await app.deployments.ready(called)
  const texts = ['one', 'another', 'third']
  const results = await Promise.all(texts.map(text => app.executions.run('join', { base64: Buffer.from(text).toString('base64') })))
  t.same(results.map(result => Buffer.from((result as { base64: string }).base64, 'base64').toString()), texts.map(text => `${text}, and more`), 'several at once do not mix')
  t.match(await failure(app.executions.run('lazy', { base64: 'AA==' })), { code: 'bad-result', message: /lazy left no file out/ })
})

t.test('WASI, where the device has it, within a folder', async t => {
  const dir = t.testdir()
  const { app, world } = await stage(t)
  const module = await push(app, 'toucher', WASI_PROGRAM, { interfaces: ['wasi'], functions: { touch: i32 } })
  const manifest = { modules: { m: module }, steps: { a: { module: 'm', function: 'touch' } }, result: 'a' }
  await t.rejects(app.deployments.put('wasi', manifest), { code: 'unsatisfiable', message: /none of 1 devices/ })
  await world.device({ id: 'dev-2', functions: {}, modules: { dir, wasi: true } })
  await app.deployments.put('wasi', manifest)
  await app.deployments.ready('wasi')
  t.equal(await app.executions.run('wasi'), 0)
  const [deployment = ''] = await readdir(join(dir, 'files'))
  t.same(await readdir(join(dir, 'files', deployment, 'm')), ['made'])
})

t.test('a device that was off, or lost its disk, comes right by itself; what is removed leaves nothing', async t => {
  const dir = t.testdir()
  const { app, device, world } = await stage(t, { dir })
  const module = await push(app, 'rogue', ROGUE, rogue)
  await app.deployments.put('one', { modules: { m: module }, steps: { a: { module: 'm', function: 'file' } }, result: 'a' })
  await app.deployments.ready('one')
  await app.executions.run('one')
  const [wasm = ''] = await readdir(join(dir, 'modules'))
  await device.stop()
  await writeFile(join(dir, 'modules', wasm), 'lost')
  const again = await world.device({ functions: {}, modules: { dir } })
  t.equal(await app.executions.run('one'), 6, 'fetched again: what was on disk was something else')
  t.equal((await readdir(join(dir, 'files'))).length, 1)
  await app.deployments.remove('one')
  await new Promise<void>(resolve => {
    const look = async (): Promise<void> => {
      const left = [...await readdir(join(dir, 'modules')), ...await readdir(join(dir, 'files'))]
      if (left.length === 0) resolve()
      else setTimeout(() => { look().catch(() => {}) }, 20)
    }
    look().catch(() => {})
  })
  await again.stop()
})

t.test('tables do not grow without bound, and words do not pile up', async t => {
  const { app } = await stage(t)
  const TALKER = `(module (import "log" "write" (func $log (param i32 i32 i32))) (import "mqtt" "publish" (func $publish (param i32 i32 i32 i32) (result i32)))
    (table $t 1 funcref) (memory (export "memory") 1 1) (data (i32.const 0) "a")
    (func (export "grow") (result i32) (table.grow $t (ref.null func) (i32.const 50000000)))
    (func (export "flood") (result i32) (local $i i32) (loop $again (call $log (i32.const 1) (i32.const 0) (i32.const 1)) (local.set $i (i32.add (local.get $i) (i32.const 1))) (br_if $again (i32.lt_u (local.get $i) (i32.const 200000)))) (local.get $i))
    (func (export "shout") (result i32) (loop $again (drop (call $publish (i32.const 0) (i32.const 1) (i32.const 0) (i32.const 1))) (br $again)) (i32.const 0)))`
  await t.rejects(push(app, 'big', '(module (table 10000000 funcref) (func (export "f") (result i32) i32.const 1))', { functions: { f: i32 } }), { code: 'bad-module', message: /a table begins with 10000000 entries/ })
  const module = await push(app, 'talker', TALKER, { interfaces: ['log', 'mqtt'], limits: { timeMs: 20_000 }, functions: { grow: i32, flood: i32, shout: i32 } })
  await deploy(app, 'talker', module, ['grow', 'flood', 'shout'])
  t.equal(await app.executions.run('talker-grow'), -1, 'as where there is no room')
  t.equal(await app.executions.run('talker-flood', undefined, { run: 'flood' }), 200_000)
  const { lines } = await app.executions.logs('flood')
  t.match(lines.at(-1), { message: /further lines of this call are left out/ })
  t.match(await failure(app.executions.run('talker-shout')), { code: 'trap', message: /a call may publish 1000 messages/ })
})

t.test('a module makes no links, and follows none', async t => {
  const dir = t.testdir()
  const { app } = await stage(t, { dir, wasi: true })
  const LINKER = `(module (import "wasi_snapshot_preview1" "path_symlink" (func $link (param i32 i32 i32 i32 i32) (result i32))) (import "files" "size" (func $size (param i32 i32) (result i32)))
    (memory (export "memory") 1 1) (data (i32.const 0) "../../../../../../../../etc/hostname") (data (i32.const 64) "lnk")
    (func (export "link") (result i32) (call $link (i32.const 0) (i32.const 36) (i32.const 3) (i32.const 64) (i32.const 3)))
    (func (export "seen") (result i32) (call $size (i32.const 64) (i32.const 3))))`
  const module = await push(app, 'linker', LINKER, { interfaces: ['wasi', 'files'], functions: { link: i32, seen: i32 } })
  await app.deployments.put('linker', { modules: { m: module }, steps: { a: { module: 'm', function: 'link' }, b: { module: 'm', function: 'seen', after: ['a'] } }, result: 'b' })
  await app.deployments.ready('linker')
  t.equal(await app.executions.run('linker', undefined, { run: 'r' }), -1)
  t.match((await app.get('r.a')).result, 58)
  for (const entry of await readdir(dir, { recursive: true })) if (entry.endsWith('linker')) await symlink('/etc/hostname', join(dir, entry, 'lnk')).catch(() => {})
  t.equal(await app.executions.run('linker'), -1, 'nor one that somebody else has made')
})
