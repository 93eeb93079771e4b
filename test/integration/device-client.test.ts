// Devices against the real orchestrator, and the apps whose tasks they do. Everything waits for events; the only real time that
// passes is that of a lease.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch as watchFolder } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { collect, createWorld, ended, gate, nearOf } from '../support/device-world.js'
import { TaskError } from '../../device-client/app.js'
import { createDevice, type DeviceOptions, type TaskFunction } from '../../device-client/device.js'
import { createFleet } from '../../device-client/simulator.js'

t.test('functions from a folder, called by their file names', async t => {
  const functions = t.testdir({
    'double.mjs': 'export const description = "twice as much"\nexport default async (n, { progress }) => { return n * 2 }',
    'explode.mjs': 'export default () => { throw Object.assign(new Error("as told"), { code: "bang", retry: false }) }',
    'notes.txt': 'no function'
  })
  const { device, app: createApp } = await createWorld(t)
  await device({ functions, labels: { site: 'here' } })
  const app = createApp()
  t.equal(await app.submit('double', 21), 42)
  await t.rejects(app.submit('explode'), { name: 'TaskError', code: 'bang', message: 'as told', state: 'failed' })
  const [known] = await collect(app.devices())
  t.match(known, { device: 'dev-1', functions: [{ name: 'double', description: 'twice as much' }, 'explode'], labels: { site: 'here' } })
})

t.test('a function may type its args, and log a line without a level', async t => {
  const { device, app: createApp } = await createWorld(t)
  await device({
    functions: {
      greet ({ name }: { name: string }, { log, progress }) {
        progress(50)
        log('greeting')
        log('warn', 'politely')
        return `hello ${name}`
      }
    }
  })
  const handle = createApp().dispatch('greet', { name: 'you' })
  t.equal(await handle.result, 'hello you')
  t.match((await handle.get()).logs, [{ from: 'dev-1', level: 'info', message: 'greeting' }, { level: 'warn', message: 'politely' }])
})

t.test('functions that can not serve are refused at the start', async t => {
  const options = { broker: 'mqtt://127.0.0.1:1', id: 'dev-1' }
  const refused = (functions: DeviceOptions['functions'], message: RegExp) => t.rejects(createDevice({ ...options, functions }).start(), { name: 'TypeError', message })
  await refused({ 'two words': () => 1 }, /must have the form/)
  await refused({}, /at least 1 entry/)
  await refused(t.testdir({ empty: {} }), /no \.js, \.mjs or \.cjs module/)
  await refused(t.testdir({ 'a.mjs': 'export const a = 1' }), /a\.mjs exports no function/)
  t.throws(() => createDevice({ ...options, id: 'a/b', functions: {} }), TypeError)
  t.throws(() => createDevice({ ...options, functions: {}, begin: 'implied', clean: false }), /clean session/)
})

t.test('a device that is stopped before it was welcomed says so, and can be started again', async t => {
  const { broker } = await createWorld(t)
  const device = createDevice({ broker, id: 'dev-1', functions: { work: () => 1 }, clean: true })
  const early = device.start()
  await device.stop()
  await t.rejects(early, { message: /stopped before/ }, 'while it loaded its functions')
  const started = device.start()
  await device.stop()
  await t.rejects(started, { message: /stopped before/ })
  await device.start()
  await t.rejects(device.start(), { message: /started already/ })
  await device.stop()
})

t.test('whose session was behind connects anew, with a will of the one that it has', async t => {
  const { device, broker, line: createLine } = await createWorld(t)
  const line = await createLine()
  const functions = { work: () => 1 }
  await (await device({ session: 100, functions })).stop()
  // Without heartbeats only its will tells that it is gone.
  const late = await device({ broker: nearOf(line), session: 50, heartbeatMs: 0, functions })
  t.equal(late.session, 101)
  const watcher = await connectAsync(broker)
  t.teardown(() => watcher.endAsync(true))
  const gone = new Promise<void>(resolve => watcher.on('message', (_, payload) => { if (JSON.parse(payload.toString()).state === 'offline') resolve() }))
  await watcher.subscribeAsync('orchestra/v1/state/devices/dev-1', { qos: 1 })
  line.cut()
  await gone
})

t.test('a result that came about while the line was cut is delivered', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const { fn, calls, callAt } = gate()
  const device = await createDevice({ broker: nearOf(line), functions: { work: fn } })
  const { result } = createApp().dispatch('work')
  const call = await callAt(0)
  line.cut()
  await once(device as never, 'state')
  call.finish('done')
  line.mend()
  t.equal(await result, 'done')
  t.equal(calls.length, 1)
})

t.test('a result whose acceptance got lost is sent again, and counts once', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const { fn, calls, callAt } = gate()
  const device = await createDevice({ broker: nearOf(line), functions: { work: fn } })
  const { result } = createApp().dispatch('work')
  const call = await callAt(0)
  line.loses = 'down'
  call.finish('done')
  t.equal(await result, 'done')
  t.equal(device.state, 'executing', 'it has not been told')
  const ending = ended(device)
  line.cut()
  line.mend()
  t.equal(await ending, 'success')
  t.equal(calls.length, 1)
})

t.test('a device killed between its success and the acceptance delivers it after its restart', async t => {
  const { app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const resultsDir = t.testdir()
  const script = `
    import { createDevice } from '${new URL('../../device-client/device.js', import.meta.url).href}'
    const work = async () => {
      console.log('called')
      await new Promise(resolve => process.stdin.once('data', resolve))
      return 'of the first process'
    }
    await createDevice({ broker: '${nearOf(line)}', id: 'dev-1', functions: { work }, resultsDir: '${resultsDir}' }).start()
    console.log('started')`
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
    t.teardown(() => child.kill('SIGKILL'))
    return child
  }
  const said = async (child: ChildProcess, word: string): Promise<void> => {
    for (let text = ''; !text.includes(word);) text += String((await once(child.stdout as never, 'data'))[0])
  }
  const first = start()
  await said(first, 'started')
  const { result } = createApp().dispatch('work')
  await said(first, 'called')
  line.loses = 'up'
  const folder = watchFolder(resultsDir)
  first.stdin?.write('go\n')
  while (!(await readdir(resultsDir)).some(name => name.endsWith('.result.json'))) await once(folder, 'change')
  folder.close()
  first.kill('SIGKILL')
  await once(first, 'exit')
  line.cut()
  line.mend()
  let calledAgain = false
  const second = start()
  second.stdout?.on('data', chunk => { calledAgain ||= String(chunk).includes('called') })
  t.equal(await result, 'of the first process')
  t.notOk(calledAgain)
  t.ok((await readdir(resultsDir)).includes('session'))
})

t.test('a cancel reaches the function', async t => {
  const { device: createDevice, app: createApp } = await createWorld(t)
  const { fn, callAt } = gate()
  const device = await createDevice({ functions: { work: fn } })
  const app = createApp()
  const task = app.dispatch('work')
  const { context } = await callAt(0)
  const ending = ended(device)
  await task.cancel('changed my mind')
  t.equal(await ending, 'stopped')
  t.ok(context.signal.aborted)
  await t.rejects(task.result, { code: 'cancelled', message: 'changed my mind' })
  t.match(await task.get(), { state: 'cancelled' })
})

t.test('a device stops by itself when its lease is over, cut off as it may be', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const { fn, callAt } = gate()
  const device = await createDevice({ broker: nearOf(line), functions: { work: fn } })
  const { result } = createApp().dispatch('work', undefined, { leaseMs: 1_000, maxAttempts: 1 })
  const { context } = await callAt(0)
  const ending = ended(device)
  line.cut()
  t.equal(await ending, 'stopped')
  t.ok(context.signal.aborted)
  await t.rejects(result, TaskError)
})

t.test('as many at once as its capacity, never more', async t => {
  const { device: createDevice, app: createApp } = await createWorld(t)
  let running = 0
  let most = 0
  const work: TaskFunction = async () => {
    most = Math.max(most, ++running)
    await new Promise(resolve => setImmediate(resolve))
    running--
  }
  await createDevice({ functions: { work }, capacity: 3 })
  const tasks = createApp().submitMany(Array.from({ length: 40 }, () => ({ function: 'work' })))
  await Promise.all(tasks.map(({ result }) => result))
  t.equal(most, 3)
})

t.test('a device that stops finishes, or gives back, what it has', async t => {
  const { device: createDevice, app: createApp } = await createWorld(t)
  const first = gate()
  const second = gate()
  const app = createApp()
  const finishing = await createDevice({ functions: { work: first.fn } })
  const finished = app.dispatch('work')
  const call = await first.callAt(0)
  const stopped = finishing.stop({ finish: true })
  call.finish('finished')
  t.equal(await finished.result, 'finished')
  await stopped

  const leaving = await createDevice({ functions: { work: first.fn } })
  const { result } = app.dispatch('work', undefined, { backoffMs: 0 })
  await first.callAt(1)
  await createDevice({ id: 'dev-2', functions: { work: second.fn } })
  await leaving.stop()
  t.match(await app.device('dev-1'), { state: 'offline' })
  ;(await second.callAt(0)).finish('by another')
  t.equal(await result, 'by another')
})

t.test('a fleet does its work in every combination of mode, begin and replies', async t => {
  const { broker, app: createApp } = await createWorld(t)
  const app = createApp()
  for (const mode of ['push', 'pull'] as const) {
    for (const begin of ['explicit', 'implied'] as const) {
      for (const replies of ['all', 'rejections'] as const) {
        const prefix = `${mode}-${begin}-${replies}-`
        const fleet = createFleet({ broker, count: 3, prefix, failureRate: 0.2, birth: { functions: [prefix], capacity: 2, mode, begin, replies } })
        await fleet.start()
        const tasks = app.submitMany(Array.from({ length: 30 }, (_, n) => ({ function: prefix, args: n, maxAttempts: 0, backoffMs: 0 })))
        t.same(await Promise.all(tasks.map(({ result }) => result)), tasks.map((_, n) => n), prefix)
        while (fleet.counts.success < 30) await once(fleet as never, 'ended')
        t.equal(fleet.counts.success, 30, `${prefix}: each once`)
        t.ok(fleet.counts.fail > 0, `${prefix}: some failed first`)
        await fleet.stop()
      }
    }
  }
})

t.test('a fleet member that crashes leaves its task to another, and comes back', async t => {
  const { broker, app: createApp } = await createWorld(t)
  const app = createApp()
  const { fn, callAt } = gate()
  const fleet = createFleet({ broker, count: 1, work: work => fn(work.args, work) })
  await fleet.start()
  const { result } = app.dispatch('simulate', undefined, { onOffline: 'release' })
  await callAt(0)
  fleet.crash('sim-0')
  await fleet.revive('sim-0')
  ;(await callAt(1)).finish('the second time')
  t.equal(await result, 'the second time')
  await fleet.stop()
})

function startShellDevice (t: Test, broker: string): ChildProcess {
  const child = spawn('sh', ['device-client/shell/device.sh', '-i', 'sh-1', '-b', '127.0.0.1', '-p', new URL(broker).port], { stdio: 'inherit' })
  t.teardown(() => child.kill('SIGTERM'))
  return child
}

t.test('a device in plain sh does real work', async t => {
  const { broker, app: createApp } = await createWorld(t)
  const app = createApp()
  const watch = app.watch({ device: 'sh-1' })
  const child = startShellDevice(t, broker)
  const text = 'naïve "quotes"\\\nand\ttabs 😀'
  const sum = execFileSync('cksum', { input: text }).toString().split(' ').map(Number)
  t.same(await app.submit('checksum', { text }), { crc: sum[0], bytes: sum[1] })
  t.match(await app.submit('wordcount', { text: 'one two\nthree\n' }), { lines: 2, words: 3, bytes: 14 })
  t.match(await app.submit('uname'), { system: String })
  await t.rejects(app.submit('wordcount', { path: '/no/such/file' }, { maxAttempts: 1 }), { state: 'failed', code: /^exit-/ })
  child.kill('SIGTERM')
  t.same(await once(child, 'exit'), [0, null])
  for await (const sighting of watch) if (sighting.kind === 'event' && sighting.noun === 'devices' && sighting.payload.event === 'left') break
  t.match(await app.device('sh-1'), { state: 'offline' })
})

t.test('a device in plain sh takes the next offer as soon as its outcome is accepted', async t => {
  const { broker, app: createApp } = await createWorld(t)
  const app = createApp()
  const watch = app.watch('tasks')
  await app.time()
  const child = startShellDevice(t, broker)
  // The last five fail, and come again at once: the same task in a new attempt.
  const good = Array.from({ length: 25 }, (_, n) => ({ function: 'checksum', args: { text: String(n) } }))
  const bad = good.slice(20).map(() => ({ function: 'checksum', args: { path: '/no/such/file' }, maxAttempts: 2, backoffMs: 0 }))
  const outcomes = await Promise.allSettled(app.submitMany([...good, ...bad]).map(({ result }) => result))
  t.same(outcomes.map(({ status }) => status), [...good.map(() => 'fulfilled'), ...bad.map(() => 'rejected')])
  const told: Record<string, number> = {}
  while ((told.succeeded ?? 0) + (told.failed ?? 0) < 35) {
    const { value } = await watch.next()
    if (value.kind === 'event') told[value.payload.event] = (told[value.payload.event] ?? 0) + 1
  }
  t.match(told, { offered: 35, began: 35, succeeded: 25, failed: 10, declined: undefined, lapsed: undefined })
  child.kill('SIGTERM')
  await once(child, 'exit')
})
