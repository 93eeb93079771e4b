// The command line as people and service managers meet it: real processes, their flags, variables and files, what they
// print, and the codes they end with. What a task or a device does is tested elsewhere.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect as connectTcp, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Aedes } from 'aedes'
import { type MqttClient, connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { WebSocket } from 'ws'
import { StoreUnavailable, createMemoryStore, systemClock } from '../../broker/index.js'
import { problemOf } from '../../broker/cli/health.js'
import { createHttp } from '../../broker/cli/http.js'
import { startServer } from '../../broker/cli/server.js'
import { resolve } from '../../broker/cli/settings/resolve.js'
import { checkTogether, serveSettings } from '../../broker/cli/settings/serve.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { silentLog } from '../../broker/platform/log.js'
import { createApp } from '../../device-client/app.js'
import { orchestra as run, plainEnv } from '../support/orchestra.js'
import { startRedis } from '../support/redis-server.js'

const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
/** Starts a command that goes on, and waits for the line that says it is ready. */
async function start<T> (t: Test, args: readonly string[]): Promise<{ child: ChildProcess, ready: T, ended: Promise<unknown[]>, err: () => string }> {
  // Its own stderr: an inherited one would keep the whole run waiting for a child that outlives this file.
  const child = spawn(process.execPath, [main, ...args], { env: plainEnv, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.pipe(process.stderr)
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
  t.teardown(() => child.kill('SIGKILL'))
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = once(child, 'close')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(([code]) => { throw new Error(`${args[0]} ended with ${String(code)}`) })])
  return { child, ready: JSON.parse(String(line)) as T, ended, err: () => err }
}

interface Ready { readonly listening: { readonly mqtt: number, readonly http: number } }

const serve = (t: Test, ...args: readonly string[]) => start<Ready>(t, ['serve', '--log-level', 'warn', ...args])

async function inMemory (t: Test, settings: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer({ memory: true, port: 0, httpPort: 0, ...settings }, silentLog)
  t.teardown(() => server.close())
  return { ...server, broker: `mqtt://127.0.0.1:${server.mqttPort}`, http: `127.0.0.1:${server.httpPort}` }
}

const nextMessage = (client: MqttClient) => new Promise<string>(resolve => client.once('message', (_topic, payload) => resolve(String(payload))))

t.test('flag over variable over file over default', async t => {
  const config = `${t.testdir({ 'orchestra.yaml': 'port: 1\nhttpPort: 1\nroot: from/file\nmaxPacket: 1MiB\nofferTimeout: 2s\nallowOrigin: [https://a.example]\n' })}/orchestra.yaml`
  const values = await resolve(serveSettings, { flags: { port: '3', memory: true }, env: { ORCHESTRA_PORT: '2', ORCHESTRA_HTTP_PORT: '2', ORCHESTRA_CONFIG: config, ORCHESTRA_LOG_LEVEL: '' } })
  t.same(values, {
    ...defaultsOf(serveSettings),
    config,
    port: 3,
    memory: true,
    httpPort: 2,
    root: 'from/file',
    maxPacket: 1024 ** 2,
    offerTimeout: 2_000,
    allowOrigin: ['https://a.example']
  })
  const json = `${t.testdir({ 'orchestra.json': '{\n\t"port": 7\n}' })}/orchestra.json`
  t.equal((await resolve(serveSettings, { flags: { config: json }, env: {} })).port, 7, 'a file may be JSON')
})

t.test('what is wrong is refused with its place, all of it at once', async t => {
  const folder = t.testdir({ 'a.yaml': 'root: x\nhtttpPort: 3\nport: 70000\n', 'b.yaml': 'port: [\n', 'c.yaml': '- port\n' })
  const refused = (flags: Record<string, unknown>, env: Record<string, string> = {}) => resolve(serveSettings, { flags, env, otherKeys: ['broker'] })
  await t.rejects(refused({ config: `${folder}/a.yaml`, logLevel: 'loud' }, { ORCHESTRA_DRAIN_TIMEOUT: 'long', ORCHESTRA_PROT: '1', ORCHESTRA_BROKER: 'mqtt://elsewhere' }), {
    exitCode: 2,
    message: [
      'ORCHESTRA_PROT: no such variable (did you mean ORCHESTRA_PORT?)',
      `${folder}/a.yaml:2: htttpPort: no such key (did you mean httpPort?)`,
      `${folder}/a.yaml:3: port: must be a whole number from 0 to 65535, not 70000`,
      '--log-level: must be one of debug, info, warn, error, silent, not "loud"',
      'ORCHESTRA_DRAIN_TIMEOUT: must be a duration, like 500ms, 20s, 5m, 1h or 2d (plain: milliseconds), not "long"'
    ].join('\n')
  })
  await t.rejects(refused({ config: `${folder}/b.yaml` }), { message: /b\.yaml:2: / })
  await t.rejects(refused({ config: `${folder}/c.yaml` }), { message: /c\.yaml: must be a list of "key: value"/ })
  await t.rejects(refused({ config: `${folder}/none.yaml` }), { message: /none\.yaml: can't be read/ })
  for (const root of ['a/b/c', 'a/', '/a', 'a+b', 'x'.repeat(33)]) await t.rejects(refused({ root }), { message: /^--root: must be one or two levels/ })

  const all = defaultsOf(serveSettings)
  t.throws(() => checkTogether({ ...all, host: '0.0.0.0' }), { exitCode: 2, message: /Say --accounts/ })
  t.throws(() => checkTogether({ ...all, memory: true, data: 'x' }), { message: /one excludes the other/ })
  t.throws(() => checkTogether({ ...all, maxPayload: all.maxPacket }), { message: /--max-packet: must be at least/ })
  t.doesNotThrow(() => checkTogether({ ...all, host: '0.0.0.0', allowAnonymous: true }))

  t.match(await run(['serve', '--memory', '--host', '0.0.0.0']), { code: 2, out: '', err: /^orchestra: --host: 0\.0\.0\.0 [^\n]+\n$/ }, 'one line, no stack')
  t.match(await run(['serve', '--prot', '1']), { code: 2, err: /Did you mean --port/ })
})

t.test('a port or a folder that another process has is told, and the start given up', async t => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.teardown(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const data = t.testdir()
  await serve(t, '--port', '0', '--http-port', '0', '--data', data)
  const [busyPort, busyFolder] = await Promise.all([
    run(['serve', '--memory', '--http-port', '0', '--port', String(port)]),
    run(['serve', '--data', data, '--port', '0', '--http-port', '0'])
  ])
  t.match(busyPort, { code: 1, out: '', err: /^orchestra: --port, ORCHESTRA_PORT: port \d+ of 127\.0\.0\.1 is in use[^\n]+\n$/ })
  t.match(busyFolder, { code: 1, out: '', err: /^orchestra: --data: [^\n]+ is in use by another process[^\n]+\n$/ })
})

t.test('over TCP and over WebSocket it is one broker', async t => {
  const { broker, http } = await inMemory(t)
  const tcp = await connectAsync(broker)
  const web = await connectAsync(`ws://${http}/mqtt`)
  t.teardown(() => Promise.all([tcp.endAsync(), web.endAsync()]))
  await web.subscribeAsync('any/topic')
  const [received] = await Promise.all([nextMessage(web), tcp.publishAsync('any/topic', 'hello', { qos: 1 })])
  t.equal(received, 'hello')

  const outcomeFor = async (path: string, origin?: string) => {
    const socket = new WebSocket(`ws://${http}${path}`, 'mqtt', { ...origin !== undefined && { origin } })
    const outcome = await Promise.race([once(socket, 'open').then(() => 'open'), once(socket, 'unexpected-response').then(([, response]) => (response as { statusCode: number }).statusCode)])
    socket.on('error', () => {}).terminate()
    return outcome
  }
  t.equal(await outcomeFor('/mqtt', 'https://evil.example'), 403, 'a foreign page can not connect')
  t.equal(await outcomeFor('/mqtt', 'http://localhost:3000'), 'open', 'a page of this machine can')
  t.equal(await outcomeFor('/other'), 404)
})

t.test('health, and the contract, over HTTP', async t => {
  const { http } = await inMemory(t)
  const health = await fetch(`http://${http}/healthz`)
  t.equal(health.status, 200)
  t.same(await health.json(), { ready: true, root: 'orchestra/v1', store: 'memory', connections: 0 })
  const contract = await fetch(`http://${http}/asyncapi.yaml`)
  t.match(contract.headers.get('content-type'), 'application/yaml')
  t.match(await contract.text(), /^asyncapi: 3\./m)
  t.equal((await fetch(`http://${http}/`)).status, 404)
  t.equal((await fetch(`http://${http}/healthz`, { method: 'POST' })).status, 405)

  const aedes = await Aedes.createBroker()
  const store = Object.assign(createMemoryStore({ clock: systemClock() }), { flushed: () => Promise.reject(new StoreUnavailable('the disk is full')) })
  const away = createHttp({ aedes, store, config: defaultsOf(serveSettings), problem: () => problemOf(store) }).listen(0, '127.0.0.1')
  await once(away, 'listening')
  t.teardown(() => { away.close(); aedes.close() })
  const response = await fetch(`http://127.0.0.1:${(away.address() as AddressInfo).port}/healthz`)
  t.equal(response.status, 503)
  t.match(await response.json(), { ready: false, problem: 'the disk is full' })
})

t.test('texts of devices and apps do not reach the terminal as they are', async t => {
  const { broker } = await inMemory(t)
  const evil = '\u001b]0;pwned\u0007\u009b2J\u202e\r\nsecond line'
  const cam = await connectAsync(broker, { username: 'cam' })
  t.teardown(() => cam.endAsync())
  const say = (command: string, body: object) => cam.publishAsync(`orchestra/v1/from/cam/${command}`, JSON.stringify(body), { qos: 1 })
  await say('tasks/t1/submit', { function: 'work', tag: evil })
  await say('birth', { session: 1, functions: ['work'], labels: { place: evil } })
  await say('tasks/t1/progress', { attempt: 1, note: evil })
  await say('logs', { level: 'info', message: evil, task: 't1' })
  await say('tasks/t1/success', { attempt: 1, result: evil })
  const shown = await Promise.all([['get', 't1'], ['get', 't1', '--json'], ['tasks'], ['tasks', '--json'], ['devices'], ['devices', '--json']]
    .map(async args => ({ args, ...await run([...args, '--broker', broker]) })))
  for (const { args, code, out } of shown) {
    t.equal(code, 0, args.join(' '))
    // eslint-disable-next-line no-control-regex
    t.notMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  }
  t.match(shown[0]?.out, /cam {2}info {2}.*pwned/, 'the log of the task')
  t.match(JSON.parse(shown[1]?.out ?? ''), { tag: evil, result: evil, logs: [{ message: evil }] }, 'as JSON it is the same text')
})

t.test('who is gone before its WebSocket is refused harms nobody', async t => {
  const aedes = await Aedes.createBroker()
  t.teardown(() => aedes.close())
  const http = createHttp({ aedes, store: createMemoryStore({ clock: systemClock() }), config: defaultsOf(serveSettings), problem: async () => undefined })
  const reset = new Error('reset')
  const gone = new Duplex({ read () {}, write (_chunk, _encoding, done) { done(reset) } })
  const closed = new Promise(resolve => gone.once('close', resolve))
  // Unheard, the error of this socket would end the process.
  http.emit('upgrade', { url: '/elsewhere', headers: {} }, gone, Buffer.alloc(0))
  await closed
  t.equal(gone.errored, reset)
})

t.test('closing ends every connection, those that have said nothing too', async t => {
  const server = await inMemory(t)
  const silent = connectTcp(server.mqttPort, '127.0.0.1')
  const web = new WebSocket(`ws://${server.http}/mqtt`, 'mqtt')
  await Promise.all([once(silent, 'connect'), once(web, 'open'), connectAsync(server.broker, { reconnectPeriod: 0 })])
  silent.on('error', () => {})
  await Promise.all([once(silent, 'close'), once(web, 'close'), server.close()])
  const late = connectTcp(server.mqttPort, '127.0.0.1')
  const [error] = await once(late, 'error') as [NodeJS.ErrnoException]
  t.equal(error.code, 'ECONNREFUSED')
})

/** Ends once a file is there; the device polls, as it has nobody to tell it. */
const patient = (file: string) => `
import { existsSync } from 'node:fs'
export default () => new Promise(resolve => {
  const timer = setInterval(() => { if (existsSync(${JSON.stringify(file)})) { clearInterval(timer); resolve('patience') } }, 20)
})`

t.test('a server that is told to end in the middle of a task goes on with it after its next start', async t => {
  const folder = t.testdir({ data: {}, functions: { 'wait.mjs': patient(`${t.testdirName}/go`) } })
  const before = await serve(t, '--port', '0', '--http-port', '0', '--data', `${folder}/data`)
  const port = String(before.ready.listening.mqtt)
  const broker = `mqtt://127.0.0.1:${port}`
  await start(t, ['device', '--id', 'dev', '--broker', broker, '--functions', `${folder}/functions`, '--log-level', 'silent'])

  const app = createApp({ broker })
  t.teardown(() => app.close())
  const plain = await connectAsync(broker)
  await plain.publishAsync('ordinary/topic', 'kept', { qos: 1, retain: true })
  await plain.endAsync()
  const handle = app.dispatch('wait', undefined, { id: 'long', leaseMs: 60_000, onOffline: 'release' })
  const states = app.watch({ task: 'long' })
  for await (const { kind, payload } of states as AsyncIterable<{ kind: string, payload?: { state?: string } }>) {
    if (kind === 'state' && payload?.state === 'executing') break
  }
  before.child.kill('SIGTERM')
  t.same((await before.ended)[0], 0, 'it ended cleanly')

  await serve(t, '--port', port, '--http-port', '0', '--data', `${folder}/data`)
  const found = await run(['get', 'long', '--broker', broker, '--json'])
  t.match(JSON.parse(found.out), { task: 'long', state: 'executing', device: 'dev', attempt: 1 }, 'still with the device that has it')
  writeFileSync(`${folder}/go`, '')
  t.equal(await handle.result, 'patience')
  t.equal((await handle.get()).attempt, 1, 'nothing was done twice')

  const reader = await connectAsync(broker)
  t.teardown(() => reader.endAsync())
  const [retained] = await Promise.all([nextMessage(reader), reader.subscribeAsync('ordinary/topic')])
  t.equal(retained, 'kept', 'retained messages of others are kept, too')
})

t.test('the commands that connect', async t => {
  const functions = t.testdir({
    'double.mjs': 'export default ({ n }) => n * 2',
    'refuse.mjs': 'export default () => { throw Object.assign(new Error("never"), { code: "no", retry: false }) }'
  })
  const { broker } = await inMemory(t)
  const orchestra = (...args: string[]) => run(args, { ORCHESTRA_BROKER: broker })
  const device = await start<{ device: string }>(t, ['device', '--broker', broker, '--id', 'cam-7', '--functions', functions, '--label', 'site=roof', '--capacity', '2', '--log-level', 'silent'])
  t.equal(device.ready.device, 'cam-7')

  const watching = spawn(process.execPath, [main, 'watch', '--json', '--broker', broker], { env: plainEnv, stdio: ['ignore', 'pipe', 'ignore'] })
  t.teardown(() => watching.kill('SIGKILL'))
  const app = createApp({ broker })
  t.teardown(() => app.close())

  await t.test('submit, by outcome', async t => {
    const args = `${t.testdir({ 'args.json': '{"n":4}' })}/args.json`
    const [value, file, failed, stored, expired, unreadable, refused, away, next] = await Promise.all([
      orchestra('submit', 'double', '--args', '{"n":21}', '--id', 'one', '--wait'),
      orchestra('submit', 'double', '--args', `@${args}`, '--wait', '--json', '--require-label', 'site=roof'),
      orchestra('submit', 'refuse', '-w', '--json', '--id', 'bad'),
      orchestra('submit', 'nobody', '--id', 'stays', '--tag', 'blue', '--priority', '9'),
      orchestra('submit', 'nobody', '--expires', '10ms', '--wait'),
      orchestra('submit', 'double', '--args', 'text'),
      orchestra('submit', 'double', '--not-after', '2020-01-01T00:00:00Z'),
      run(['submit', 'double', '--broker', 'mqtt://127.0.0.1:1,mqtt://127.0.0.1:2']),
      run(['get', 'a', '--broker', 'mqtt://127.0.0.1:1', '--broker', broker])
    ])
    t.match(value, { code: 0, out: '42\n', err: '' })
    t.match({ ...file, out: JSON.parse(file.out) }, { code: 0, out: { state: 'completed', result: 8 } })
    t.match({ ...failed, out: JSON.parse(failed.out) }, { code: 1, out: { task: 'bad', state: 'failed', code: 'no', message: 'never' } })
    t.match(stored, { code: 0, out: 'stays\n' })
    t.match(expired, { code: 3, out: '', err: /is expired/ })
    t.match(unreadable, { code: 2, err: /^orchestra: --args: no JSON/ })
    t.match(refused, { code: 5, err: /^orchestra: too-late: / })
    t.match(away, { code: 4, err: /^orchestra: no connection to mqtt:\/\/127\.0\.0\.1:1, mqtt:\/\/127\.0\.0\.1:2: [^\n]+\n$/ })
    t.match(next, { code: 5, err: /^orchestra: unknown-task: / }, 'where the first is gone the next answers')
  })

  await t.test('tasks, devices, get and why', async t => {
    const [tasks, tagged, some, devices, nodes, none, got, why, whyJson, unknown, noId] = await Promise.all([
      orchestra('tasks'),
      orchestra('tasks', '--tag', 'blue', '--json'),
      orchestra('tasks', '--limit', '1', '--json'),
      orchestra('devices', '--label', 'site=roof'),
      orchestra('nodes'),
      orchestra('devices', '--state', 'offline'),
      orchestra('get', 'one'),
      orchestra('why', 'stays'),
      orchestra('why', 'stays', '--json'),
      orchestra('get', 'nothing'),
      orchestra('get', 'a/b')
    ])
    t.match(tasks.out, /^TASK +STATE .+\n(.+\n)*one +completed +double +cam-7/)
    t.match(JSON.parse(tagged.out), { task: 'stays', state: 'available', priority: 9 })
    t.equal(some.out.trimEnd().split('\n').length, 1)
    t.match(some.err, 'there are more than 1')
    t.match(devices.out, /^DEVICE .+ LABELS +FOR\ncam-7 +free +0\/2 +double refuse +site=roof/)
    t.match(nodes, { code: 0, out: '', err: 'none\n' }, 'where there can be but one')
    t.match(none, { code: 0, out: '', err: 'none\n' })
    t.match(got.out, /state: +completed\n(.+\n)*result: +42/)
    t.match(why.out, /^stays is available: no device here offers the function nobody\n\nDEVICE .+\ncam-7 +does not fit +does not offer nobody/)
    t.match(JSON.parse(whyJson.out), { task: 'stays', waitsFor: 'device', devices: [{ device: 'cam-7', fits: false }] })
    t.match(unknown, { code: 5, err: /^orchestra: unknown-task: / })
    t.match(noId, { code: 2, err: /^orchestra: "a\/b" is no id/ })
  })

  await t.test('cancel, cordon, uncordon, forget', async t => {
    t.match(await orchestra('cancel', 'stays', '--reason', 'not needed'), { code: 0, out: 'stays is cancelled\n' })
    t.match(await app.get('stays'), { state: 'cancelled', reason: 'not needed' })
    t.match(await orchestra('cordon', 'cam-7', '--reason', 'dust'), { code: 0, out: 'cam-7 is cordoned\n' })
    t.match(await app.device('cam-7'), { cordoned: true, reason: 'dust' })
    const { out } = await orchestra('uncordon', 'cam-7', '--json')
    t.match(JSON.parse(out), { device: 'cam-7', cordoned: false })
    device.child.kill('SIGTERM')
    t.same((await device.ended)[0], 0, 'the device left')
    t.match(await orchestra('forget', 'cam-7'), { code: 0, out: 'cam-7 is forgotten\n' })
  })

  await t.test('watch has seen it', async t => {
    const lines = createInterface(watching.stdout)
    for await (const line of lines) {
      const { noun, id, event } = JSON.parse(line) as { noun: string, id: string, event: string }
      if (noun === 'devices' && id === 'cam-7' && event === 'forgotten') break
    }
    watching.kill('SIGINT')
    t.same((await once(watching, 'close'))[0], 0, 'it ends by interrupting, and that is no error')
  })
})

t.test('several nodes: what each says at its start, and lists of nodes and of devices', async t => {
  const redis = await startRedis(t, { args: ['--requirepass', 'secret'] })
  const settings = ['--redis', `redis://:secret@127.0.0.1:${redis.port}/1`, '--port', '0', '--http-port', '0']
  const [a, b] = await Promise.all([
    start<Ready>(t, ['serve', ...settings, '--node', 'a', '--log-level', 'info']),
    serve(t, ...settings, '--node', 'b')
  ])
  const at = ['--broker', `mqtt://127.0.0.1:${b.ready.listening.mqtt}`]
  await start(t, ['device', ...at, '--id', 'cam', '--functions', t.testdir({ 'work.mjs': 'export default () => 1' }), '--log-level', 'silent'])
  const [nodes, devices, deviceJson] = await Promise.all([run(['nodes', ...at]), run(['devices', ...at]), run(['devices', ...at, '--json'])])
  t.match(nodes, { code: 0, out: /^NODE +STATE +FOR +SINCE\na +online +\d+\w+ +20\S+Z\nb +online .+\n$/ })
  t.match(devices, { code: 0, out: /^DEVICE .+ LABELS +NODE +FOR\ncam .+ b +\d+\w+\n$/ })
  t.match(JSON.parse(deviceJson.out), { device: 'cam', node: 'b' })

  a.child.kill('SIGTERM')
  await a.ended
  const [gone, left] = await Promise.all([run(['nodes', ...at, '--state', 'offline', '--json']), run(['nodes', ...at, '--state', 'online'])])
  t.match(JSON.parse(gone.out), { node: 'a', state: 'offline' })
  t.match(left.out, /^NODE .+\nb .+\n$/)
  const ready = a.err().split('\n').find(line => line.includes('"ready"')) ?? ''
  t.match(JSON.parse(ready), { node: 'a', store: `Redis at 127.0.0.1:${redis.port}/1`, mqtt: a.ready.listening.mqtt })
  t.notMatch(a.err(), 'secret')
})

t.test('a device without functions, or with bad ones, is refused', async t => {
  const folder = t.testdir({ 'a.mjs': 'export const x = 1' })
  t.match(await run(['device', '--id', 'dev']), { code: 2, err: /^orchestra: --functions: a device needs/ })
  t.match(await run(['device', '--id', 'dev', '--functions', folder, '--broker', 'mqtt://127.0.0.1:1', '--log-level', 'silent']), { code: 2, err: /^orchestra: --functions: [^\n]+a\.mjs exports no function/ })
})
