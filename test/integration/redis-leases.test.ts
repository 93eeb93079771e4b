// Leases in Redis: keys that run out by themselves, told promptly where Redis may tell, found by the sweep where not, and judged by Redis' clock alone.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { type Clock, createRedisStore, orchestra, systemClock } from '../../broker/index.js'
import type { RedisStoreOptions } from '../../broker/store/redis/index.js'
import { startRedis } from '../support/redis-server.js'
import { Facts } from '../support/topics/facts.js'
import { Talker } from '../support/topics/talker.js'
import { VirtualClock } from '../support/virtual-clock.js'

const ROOT = 'orchestra/v1'
const LEASE_MS = 1_000
/** Between the end of a lease and its being known, where the next sweep is up to a second away. */
const PROMPT_MS = 500

const redis = await startRedis(t, { appendonly: 'everysec' })
const admin = createClient({ url: redis.url })
await admin.connect()
t.teardown(() => { admin.destroy() })

let tags = 0

interface NodeOptions extends Partial<RedisStoreOptions> {
  /** By which the orchestrator sweeps. */
  readonly sweepClock?: Clock
}

async function startNode (t: Test, { sweepClock, ...options }: NodeOptions = {}) {
  const tag = options.tag ?? `t${tags++}`
  const { clock = systemClock() } = options
  const aedes = await Aedes.createBroker()
  const running = await orchestra(aedes, { store: createRedisStore({ url: redis.url, ...options, clock, tag }), clock: sweepClock ?? clock })
  const server = createServer(aedes.handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(async () => {
    await running.close()
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  const facts = new Facts()
  const talker = async (name: string, ...more: string[]): Promise<Talker> => {
    const talker = await Talker.connect((server.address() as AddressInfo).port, ROOT, name, facts, { keepalive: 10, subscribe: [`to/${name}/#`, ...more] })
    t.teardown(() => talker.leave())
    return talker
  }
  return { tag, talker }
}

type Node = Awaited<ReturnType<typeof startNode>>

/** A device that executes `t1`, and an app that sees its state. */
async function begun ({ talker }: Node, task: object = {}) {
  const app = await talker('app', 'state/tasks/t1')
  const cam = await talker('cam')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await app.ask('tasks/t1/submit', { function: 'work', leaseMs: LEASE_MS, maxAttempts: 1, ...task })
  await cam.told('offer')
  const { deadline } = await cam.ask('tasks/t1/begin', { attempt: 1 })
  return { app, cam, deadline: Number(deadline) }
}

async function redisTime (): Promise<number> {
  const [seconds, micros] = await admin.sendCommand<[string, string]>(['TIME'])
  return Number(seconds) * 1_000 + Number(micros) / 1_000
}

/** Resolves once it is later than that in Redis. */
async function untilRedisTime (at: number): Promise<void> {
  await admin.sendCommand(['BLPOP', 'nothing-comes-here', String(Math.max(at - await redisTime(), 1) / 1_000)])
}

t.test('a held task and a present device have a key that runs out at their deadline; in the end there is none', async t => {
  const node = await startNode(t)
  const lease = (name: string): string => `{${node.tag}}:lease:${name}`
  const { cam } = await begun(node, { leaseMs: 60_000 })
  for (const name of ['task:t1', 'device:cam']) {
    const [left, deadline, now] = await Promise.all([admin.pTTL(lease(name)), admin.zScore(`{${node.tag}}:deadlines`, name), redisTime()])
    t.ok(left > 0, `${name} has a lease`)
    t.ok(Math.abs(Number(deadline) - now - left) < 50, `${name}: ${left} ms left, ${Number(deadline) - now} to its deadline`)
  }
  await cam.ask('tasks/t1/success', { attempt: 1 })
  t.equal(await admin.exists(lease('task:t1')), 0)
  await cam.ask('offline', { session: 1 })
  t.strictSame(await admin.keys(lease('[td]*')), [], 'but the node\'s own')
})

t.test('a lease that runs out is known at once, though nobody sweeps', async t => {
  const { app, deadline } = await begun(await startNode(t, { sweepClock: new VirtualClock() }))
  await app.seen('state/tasks/t1', { state: 'failed' })
  const late = await redisTime() - deadline
  t.ok(late >= 0 && late < PROMPT_MS, `${late} ms after its end`)
})

t.test('without expiry events it is the sweep that finds it', async t => {
  const sweepClock = new VirtualClock()
  const { app, deadline } = await begun(await startNode(t, { sweepClock, expiryEvents: false }))
  await untilRedisTime(deadline + PROMPT_MS)
  t.match(await app.ask('tasks/t1/get'), { state: 'executing' }, 'nobody told')
  await sweepClock.advance(1_000)
  t.ok(await app.seen('state/tasks/t1', { state: 'failed' }))
})

t.test('where the server may not switch them on, it says so, and sweeps', async t => {
  await admin.sendCommand(['ACL', 'SETUSER', 'plain', 'reset', 'on', '>pw', '~*', '&*', '+@all', '-config'])
  const warned: string[] = []
  const log = { debug () {}, info () {}, error () {}, warn (_details: object, message: string) { warned.push(message) } }
  await admin.configSet('notify-keyspace-events', '')
  const { app, deadline } = await begun(await startNode(t, { log, username: 'plain', password: 'pw' }))
  t.match(warned, [/lapses are found within a second.*Set notify-keyspace-events Ex/])
  await app.seen('state/tasks/t1', { state: 'failed' })
  const late = await redisTime() - deadline
  t.ok(late >= 0 && late < 1_000 + PROMPT_MS, `${late} ms after its end`)
})

t.test('what others asked Redis to tell is still told', async t => {
  await admin.configSet('notify-keyspace-events', 'Kl')
  await startNode(t)
  const { 'notify-keyspace-events': events = '' } = await admin.configGet('notify-keyspace-events')
  t.same([...events].sort().join(''), 'EKlx')
})

t.test('nodes whose clocks are an hour off end no lease early or late', async t => {
  const system = systemClock()
  const off = (ms: number): Clock => ({ ...system, now: () => system.now() + ms })
  const HOUR_MS = 3_600_000
  const ahead = await startNode(t, { clock: off(HOUR_MS), expiryEvents: false })
  await startNode(t, { clock: off(-HOUR_MS), tag: ahead.tag, expiryEvents: false })
  const { app, cam, deadline } = await begun(ahead, { leaseMs: 1_500 })
  t.ok(Math.abs(deadline - await redisTime() - 1_500) < PROMPT_MS, 'a deadline is in Redis\' time')
  t.ok(Math.abs(Number((await app.ask('time')).at) - await redisTime()) < PROMPT_MS, 'which is what devices are told')
  await untilRedisTime(deadline - 200)
  const { deadline: later } = await cam.ask('tasks/t1/progress', { attempt: 1 })
  t.ok(Number(later) > deadline, 'it was still held after both nodes had swept')
  await app.seen('state/tasks/t1', { state: 'failed' })
  const late = await redisTime() - Number(later)
  t.ok(late >= 0 && late < 1_000 + PROMPT_MS, `${late} ms after its end`)
})
