// `orchestra serve --redis`: its settings, what it says while Redis is away, its name, and TLS.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient } from 'redis'
import { connectAsync } from 'mqtt'
import t, { type Test } from 'tap'
import { type Server, startServer } from '../../broker/cli/server.js'
import { nodeName, redisOptions } from '../../broker/cli/settings/redis.js'
import { resolve } from '../../broker/cli/settings/resolve.js'
import { type ServeConfig, checkTogether, serveSettings } from '../../broker/cli/settings/serve.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { live } from '../support/life.js'
import { orchestra } from '../support/orchestra.js'
import { freePort } from '../support/ports.js'
import { startRedis } from '../support/redis-server.js'
import { Facts } from '../support/topics/facts.js'
import { Talker, type TalkerOptions } from '../support/topics/talker.js'

t.jobs = 3
const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
const clock = systemClock()
const all = defaultsOf(serveSettings)

async function serve (t: Test, settings: Partial<ServeConfig>, env: NodeJS.ProcessEnv = {}, log = silentLog): Promise<Server> {
  const server = await startServer({ port: 0, httpPort: 0, ...settings }, log, env)
  t.teardown(() => server.close())
  return server
}

async function health ({ httpPort }: Server): Promise<{ status: number, body: { ready: boolean, store: string, node: string, problem?: string } }> {
  const response = await fetch(`http://127.0.0.1:${httpPort}/healthz`)
  return { status: response.status, body: await response.json() as { ready: boolean, store: string, node: string, problem?: string } }
}

t.test('the store is switched by --redis alone; REDIS_URL says where it is', async t => {
  const read = async (flags: Record<string, unknown>, env: Record<string, string> = {}) => (await resolve(serveSettings, { flags, env })).redis
  t.equal(await read({}, { REDIS_URL: 'redis://elsewhere' }), false)
  t.equal(await read({ redis: true }), true)
  t.equal(await read({}, { ORCHESTRA_REDIS: 'true' }), true)
  t.equal(await read({}, { ORCHESTRA_REDIS: '0' }), false)
  t.equal(await read({ redis: 'rediss://here:1/2' }, { ORCHESTRA_REDIS: 'true' }), 'rediss://here:1/2')
  const url = async (redis: true | string, env: NodeJS.ProcessEnv) => (await redisOptions({ ...all, redis }, env)).url
  t.equal(await url(true, { REDIS_URL: 'redis://elsewhere' }), 'redis://elsewhere')
  t.equal(await url(true, {}), undefined, 'this machine\'s')
  t.equal(await url('redis://here', { REDIS_URL: 'redis://elsewhere' }), 'redis://here')
  await t.rejects(url(true, { REDIS_URL: 'http://:secret@here' }), { exitCode: 2, message: 'REDIS_URL: must be redis[s]://[user[:password]@]host[:port][/database]' })
  for (const wrong of ['here:6379', 'http://:secret@here', 'redis://here/name', '']) {
    await t.rejects(read({ redis: wrong }), { exitCode: 2, message: /^--redis: must be redis(?!.*secret)/ }, wrong)
  }
})

t.test('what is wrong with them is told with its place', async t => {
  const folder = t.testdir({ 'a.yaml': 'redis: redis://here\nredisSentinel: [one:26379, two]\nredisExpiryEvents: off\nredisWaitTimeout: 10s\nredisTag: "{x}"\n' })
  await t.rejects(resolve(serveSettings, { flags: { config: `${folder}/a.yaml` }, env: {} }), {
    message: [
      `${folder}/a.yaml:5: redisTag: must be an id: a letter or digit, then up to 63 of A-Z a-z 0-9 _ . : -, not "{x}"`,
      `${folder}/a.yaml:4: redisWaitTimeout: must be from 10 to 2000 ms, not "10s"`
    ].join('\n')
  })
  const together = (config: Partial<ServeConfig>) => () => checkTogether({ ...all, ...config })
  t.throws(together({ memory: true, redis: true }), { exitCode: 2, message: '--memory, --redis: one excludes the other' })
  t.throws(together({ data: 'x', redis: 'redis://here' }), { message: '--data, --redis: one excludes the other' })
  t.throws(together({ redisTag: 'mine', redisSentinel: ['a:1'] }), { message: '--redis-tag, --redis-sentinel: nothing is kept in Redis; say --redis, too' })
  t.throws(together({ redis: true, redisCert: 'x' }), { message: '--redis-cert, --redis-key: one needs the other' })
  t.doesNotThrow(together({ redis: true, redisTag: 'mine', node: 'a' }))
  const options = (config: Partial<ServeConfig>) => redisOptions({ ...all, redis: true, ...config }, {})
  await t.rejects(options({ redisPasswordFile: '/nowhere' }), { exitCode: 2, message: /^--redis-password-file: \/nowhere can't be read \(ENOENT/ })
  await t.rejects(options({ redisSentinel: ['one:26379', 'two'] }), { exitCode: 2, message: '--redis-sentinel: must be host:port, not "two"' })
})

t.test('settings become options of the store', async t => {
  const folder = t.testdir({ password: 'pass word\n', 'ca.pem': 'CA' })
  t.match(await redisOptions({
    ...all,
    redis: 'rediss://here',
    redisUsername: 'ours',
    redisPasswordFile: `${folder}/password`,
    redisCa: `${folder}/ca.pem`,
    redisSentinel: ['one:26379', '[::1]:26380'],
    redisSentinelName: 'fleet',
    redisWait: 2,
    redisWaitTimeout: 500,
    redisExpiryEvents: 'off',
    node: 'a'
  }, {}), {
    url: 'rediss://here',
    username: 'ours',
    password: 'pass word',
    tls: { ca: 'CA', cert: undefined, key: undefined },
    sentinel: { name: 'fleet', nodes: [{ host: 'one', port: 26379 }, { host: '::1', port: 26380 }] },
    wait: { replicas: 2, timeoutMs: 500 },
    expiryEvents: false,
    node: 'a',
    tag: 'orchestra'
  })
  t.equal(nodeName('host.example', 1883), 'host.example-1883')
  t.equal(nodeName('-ünïcode host', 1883), 'n-code-host-1883')
  t.equal(nodeName('ü', 1), 'node-1')
  t.equal(nodeName('x'.repeat(80), 65_535).length, 63)
  t.notOk('node' in await redisOptions({ ...all, redis: true, port: 0 }, {}), 'a free port has no name of its own')
})

/** A server as a process of its own. Resolves with its first line, or with what it said before it ended. */
async function spawned (t: Test, ...args: readonly string[]) {
  const child = spawn(process.execPath, [main, 'serve', '--http-port', '0', '--log-level', 'error', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => { child.kill('SIGKILL') })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
  const ended = once(child, 'close') as Promise<[number | null]>
  const line = await Promise.race([once(createInterface(child.stdout), 'line').then(([line]) => String(line)), ended.then(() => undefined)])
  return { child, ended, mqtt: line === undefined ? 0 : (JSON.parse(line) as { listening: { mqtt: number } }).listening.mqtt, err: () => err }
}

t.test('a second process of the same name is refused; the name of one that was killed is free within seconds', { buffered: true }, async t => {
  const redis = await startRedis(t)
  const first = await spawned(t, '--redis', redis.url, '--port', '0', '--node', 'a')
  t.ok(first.mqtt > 0)
  const again = { redis: redis.url, node: 'a', port: first.mqtt }
  await t.rejects(serve(t, { ...again, port: 0 }), { exitCode: 1, message: '--node: another node that runs is called a: give each its own name' })
  first.child.kill('SIGKILL')
  await first.ended
  const killed = clock.now()
  t.match(await health(await serve(t, again)), { status: 200, body: { node: 'a' } })
  t.ok(clock.now() - killed < 5_000, `${clock.now() - killed} ms`)
})

t.test('it stays up while Redis is away, says so, and goes on with what it had', { buffered: true }, async t => {
  const redis = await startRedis(t, { appendonly: 'always' })
  const logged: string[] = []
  const keep = (level: string) => (_details: object, message: string): void => { logged.push(`${level} ${message}`) }
  const server = await serve(t, { redis: true, node: 'one' }, { REDIS_URL: redis.url }, { debug () {}, info: keep('info'), warn: keep('warn'), error: keep('error') })
  t.match(await health(server), { status: 200, body: { ready: true, store: 'redis', node: 'one' } })
  const facts = new Facts()
  const app = await Talker.connect(server.mqttPort, 'orchestra/v1', 'app', facts)
  await app.ask('tasks/t1/submit', { function: 'work' })
  // Aedes acknowledges what is not for us before it stores it, and stores before it passes on.
  await app.subscribeTo('plain/#')
  await app.publish('plain/kept', 'hello', { retain: true })
  await app.next(({ topic }) => topic === 'plain/kept')

  const gone = await Talker.connect(server.mqttPort, 'orchestra/v1', 'gone', facts, { will: { topic: 'plain/will', payload: Buffer.from('gone'), qos: 1, retain: true } })

  await redis.kill()
  const away = await until(() => health(server), ({ status }) => status === 503)
  t.match(away.body, { ready: false, store: 'redis', problem: /Redis at 127\.0\.0\.1:\d+: / })
  let acknowledged = false
  const submitted = app.say('tasks/t2/submit', { function: 'work' }).then(() => { acknowledged = true }, () => {})
  await until(() => health(server), ({ body }) => /ECONNREFUSED/.test(body.problem ?? ''))
  t.notOk(acknowledged)
  const early = Talker.connect(server.mqttPort, 'orchestra/v1', 'early', facts)
  await t.rejects(early, { message: 'early was closed before it was connected' }, 'cut off: after a CONNACK that refuses it, a client may never come again')
  gone.vanish()

  await redis.restart()
  await until(() => health(server), ({ status }) => status === 200)
  await app.leave()
  await submitted
  const late = await Talker.connect(server.mqttPort, 'orchestra/v1', 'app', facts)
  t.match(await late.ask('tasks/t1/get'), { state: 'available' })
  await late.subscribeTo('plain/#')
  t.equal((await late.next(({ topic }) => topic === 'plain/kept')).text, 'hello')
  t.strictSame(logged, ['error the store can not write; nothing is acknowledged until it can', 'info the store is back'])

  await redis.kill()
  await until(() => health(server), ({ status }) => status === 503)
  await server.close()
  t.pass('it can be ended while Redis is away')
})

t.test('two servers on one Redis are one: tasks, retained messages and stored sessions', { buffered: true }, async t => {
  const redis = await startRedis(t)
  const [here, there] = [await serve(t, { redis: redis.url, node: 'here' }), await serve(t, { redis: redis.url, node: 'there' })]
  const facts = new Facts()
  const connect = async (server: Server, name: string, options: TalkerOptions = {}): Promise<Talker> => {
    const talker = await Talker.connect(server.mqttPort, 'orchestra/v1', name, facts, options)
    t.teardown(() => talker.leave())
    return talker
  }
  const [app, cam] = [await connect(here, 'app', { subscribe: ['to/app/#', 'state/tasks/t1'] }), await connect(there, 'cam')]
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await cam.told('offer')
  await cam.ask('tasks/t1/begin', { attempt: 1 })
  await cam.ask('tasks/t1/success', { attempt: 1, result: 42 })
  t.match(await app.seen('state/tasks/t1', { state: 'completed' }), { task: 't1' })

  const stored = { clean: false, clientId: 'stored', subscribe: [] }
  const reader = await connect(there, 'reader', stored)
  await reader.subscribeTo('plain/#')
  await reader.leave()
  await app.subscribeTo('plain/#')
  await app.publish('plain/kept', 'hello', { retain: true })
  await app.next(({ topic }) => topic === 'plain/kept')
  const late = await connect(there, 'late')
  await late.subscribeTo('plain/#')
  t.match(await late.next(({ topic }) => topic === 'plain/kept'), { text: 'hello', retain: true })
  const back = await connect(here, 'reader', stored)
  t.match(await back.next(({ topic }) => topic === 'plain/kept'), { text: 'hello', qos: 1 }, 'what was left on one node is there on the other')
})

t.test('a full Redis: not ready, with the reason, until it takes writes again; a submit ends with what it was told', { buffered: true }, async t => {
  const redis = await startRedis(t)
  const server = await serve(t, { redis: redis.url })
  const admin = createClient({ url: redis.url })
  await admin.connect()
  t.teardown(() => { admin.destroy() })
  await admin.configSet('maxmemory', '1mb')
  const watcher = await connectAsync(`mqtt://127.0.0.1:${server.mqttPort}`, { clientId: 'watcher', protocolVersion: 4 })
  t.teardown(() => watcher.endAsync(true))
  const alarms: string[] = []
  watcher.on('message', (_topic, payload) => alarms.push(payload.toString()))
  await watcher.subscribeAsync('orchestra/v1/state/nodes/+')
  const full = await until(() => health(server), ({ status }) => status === 503)
  t.match(full.body, { ready: false, problem: /^Redis takes no writes: OOM [^:]*$/ }, 'though nobody has asked for anything')
  const submit = await orchestra(['submit', 'work', '--broker', `mqtt://127.0.0.1:${server.mqttPort}`, '--timeout', '1s', '--id', 't1'])
  t.match(submit, { code: 5, err: /^orchestra: timeout: nothing but refusals of tasks\/t1\/submit within 1000 ms: unavailable, .* --id t1, and it is the same task\n$/ })
  t.equal((await health(server)).status, 503)
  t.ok(alarms.some(text => text.includes('"problem":"Redis takes no writes')), 'an alarm for whoever watches')
  await admin.configSet('maxmemory', '0')
  await until(() => health(server), ({ status }) => status === 200)
  t.equal((await orchestra(['submit', 'work', '--broker', `mqtt://127.0.0.1:${server.mqttPort}`, '--id', 't1'])).code, 0)
  await until(async () => alarms.at(-1) ?? '', text => !text.includes('problem'))
})

t.test('who ends it is told what is true of what it kept', { buffered: true }, async t => {
  const redis = await startRedis(t)
  const args = ['--redis', redis.url, '--port', '0', '--log-level', 'info']
  const end = async (server: Awaited<ReturnType<typeof spawned>>): Promise<string> => {
    server.child.kill('SIGTERM')
    t.strictSame(await server.ended, [0, null])
    return server.err().trimEnd().split('\n').at(-1) ?? ''
  }
  t.match(await end(await spawned(t, ...args)), /everything that was acknowledged is stored; goodbye/)
  const server = await spawned(t, ...args)
  const told = new Promise<void>(resolve => { server.child.stderr.on('data', () => { if (server.err().includes('the store can not write')) resolve() }) })
  await Promise.all([redis.kill(), told])
  const submit = await orchestra(['submit', 'work', '--broker', `mqtt://127.0.0.1:${server.mqtt}`, '--timeout', '1s'])
  t.match(submit, { code: 4, err: /^orchestra: nobody answers at .* within 1000 ms: .* can it reach its store/ })
  const last = await end(server)
  t.match(last, /"level":40.*"reason":".*".*takes nothing now: what was acknowledged had been written before, what was not may be missing; goodbye/)
  t.notMatch(last, /everything/)
})

/** Asks until it is so. */
async function until<T> (ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
  }
}

t.test('a Redis that can not be had ends the start with a line', { buffered: true }, async t => {
  const nobody = await spawned(t, '--redis', 'redis://user:secret@127.0.0.1:1', '--port', '0')
  t.strictSame(await nobody.ended, [1, null])
  t.match(nobody.err(), /^orchestra: --redis: Redis at 127\.0\.0\.1:1 can't be used: connect ECONNREFUSED [^\n]+\n$/)
  t.notMatch(nobody.err(), /secret/)
})

t.test('over TLS, with certificates for both sides', { buffered: true }, async t => {
  const folder = t.testdir()
  const openssl = (...args: string[]): void => { execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' }) }
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=ca', '-keyout', 'ca.key', '-out', 'ca.pem')
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost')
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=redis', '-keyout', 'redis.key', '-out', 'redis.csr')
  openssl('x509', '-req', '-in', 'redis.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', 'redis.pem')
  const file = (name: string): string => join(folder, name)
  t.match(readFileSync(file('redis.pem'), 'utf8'), 'BEGIN CERTIFICATE')
  const port = await freePort()
  await startRedis(t, { args: ['--tls-port', String(port), '--tls-cert-file', file('redis.pem'), '--tls-key-file', file('redis.key'), '--tls-ca-cert-file', file('ca.pem')] })
  const tls = `rediss://127.0.0.1:${port}`
  await t.rejects(serve(t, { redis: tls }), { exitCode: 1, message: /can't be used: (unable to verify|self.signed)/ }, 'whom nobody vouches for is not trusted')
  const server = await serve(t, { redis: tls, redisCa: file('ca.pem'), redisCert: file('redis.pem'), redisKey: file('redis.key') })
  await live(server.mqttPort)
  t.match(await health(server), { status: 200 })
})
