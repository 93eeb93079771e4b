// What nodes that share a Redis need of the store: names that are one node's, and a bus between them.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { type RedisStore, type RedisStoreOptions, createRedisStore } from '../../broker/store/redis/index.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { VirtualClock } from '../support/virtual-clock.js'

// They wait more than they work.
t.jobs = 3
// Each test its own: tap writes to it.
const waits = (): { buffered: boolean } => ({ buffered: true })
const clock = systemClock()
const thrown = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined, (error: unknown) => error)

/** Resolves with a store, and a promise of its next loss: the message, or `back`. */
async function openStore (t: Test, redis: RedisServer, options: Partial<RedisStoreOptions> = {}): Promise<{ store: RedisStore, nextLoss: () => Promise<string> }> {
  const store = createRedisStore({ clock, url: redis.url, ...options })
  let heard: (loss: string) => void = () => {}
  t.teardown(() => store.close())
  await store.open({ task: () => ({}) }, { due: () => {}, lost: error => heard(error?.message ?? 'back') })
  return { store, nextLoss: () => new Promise(resolve => { heard = resolve }) }
}

t.test('a name is one node\'s: a second is refused while the first runs, and has it when that ends', waits(), async t => {
  const redis = await startRedis(t)
  const first = await openStore(t, redis, { node: 'a' })
  await openStore(t, redis, { node: 'a', tag: 'another-fleet' })
  t.match(await thrown(openStore(t, redis, { node: 'a' })), { name: 'StoreUnusable', message: 'another node that runs is called a: give each its own name' })
  await first.store.close()
  const began = clock.now()
  await openStore(t, redis, { node: 'a' })
  t.ok(clock.now() - began < 1_000)
})

t.test('the name of a node that is gone without a word is free within about 3 s', waits(), async t => {
  const redis = await startRedis(t)
  const admin = createClient({ url: redis.url })
  await admin.connect()
  t.teardown(() => admin.destroy())
  // As it leaves it.
  await admin.set('{orchestra}:node:a', 'of a process that was killed', { PX: 3_000 })
  const began = clock.now()
  await openStore(t, redis, { node: 'a' })
  const waited = clock.now() - began
  t.ok(waited > 2_500 && waited < 4_000, `${waited} ms`)
})

t.test('a node that finds its name taken gives way until it is free', waits(), async t => {
  const redis = await startRedis(t)
  const admin = createClient({ url: redis.url })
  await admin.connect()
  t.teardown(() => admin.destroy())
  const { nextLoss } = await openStore(t, redis, { node: 'a' })
  const lost = nextLoss()
  await admin.set('{orchestra}:node:a', 'of one that came while this one hung', { PX: 1_500 })
  t.match(await lost, 'another node is called a, too: give each its own name')
  t.equal(await nextLoss(), 'back')
})

t.test('a message of another node comes once, none of its own, and what was missed is told as a gap', waits(), async t => {
  const redis = await startRedis(t)
  const [a, b] = [await openStore(t, redis, { node: 'a' }), await openStore(t, redis, { node: 'b' })]
  const received: string[] = []
  let heard = (): void => {}
  b.store.bus.listen('wake', (body, from) => { received.push(`${from}: ${body.toString()}`); heard() })
  a.store.bus.listen('wake', () => { received.push('its own') })
  const next = (): Promise<void> => new Promise(resolve => { heard = resolve })
  const one = next()
  a.store.bus.send(undefined, 'wake', 'x')
  await one
  const [gap, lost] = [new Promise<void>(resolve => b.store.bus.onGap(resolve)), a.nextLoss()]
  await Promise.all([redis.kill(), lost])
  a.store.bus.send('b', 'wake', 'lost')
  const back = a.nextLoss()
  await redis.restart()
  await Promise.all([gap, back])
  const another = next()
  a.store.bus.send('b', 'wake', 'y')
  await another
  t.strictSame(received, ['a: x', 'a: y'])
})

t.test('whom Redis cuts off from the bus hears again, and keeps its store', waits(), async t => {
  const redis = await startRedis(t, { args: ['--client-output-buffer-limit', 'pubsub', '64kb', '0', '0'] })
  const [a, b] = [await openStore(t, redis, { node: 'a' }), await openStore(t, redis, { node: 'b' })]
  const lost: string[] = []
  for (const { nextLoss } of [a, b]) nextLoss().then(loss => lost.push(loss), () => {})
  let gap = (): void => {}
  let heard = (): void => {}
  b.store.bus.onGap(() => {
    t.notOk(b.store.bus.isDeaf, 'what is told after the gap is heard')
    gap()
  })
  b.store.bus.listen('wake', () => heard())
  for (let round = 1; round <= 3; round++) {
    const over = new Promise<void>(resolve => { gap = resolve })
    a.store.bus.send('b', 'wake', Buffer.alloc(200_000))
    while (!b.store.bus.isDeaf) await b.store.get('task', 't1')
    t.equal(await b.store.commit({ kind: 'task', id: 't1', expect: round - 1, record: { id: 't1', v: round } }), 'applied')
    await over
    const next = new Promise<void>(resolve => { heard = resolve })
    a.store.bus.send('b', 'wake', 'x')
    await next
  }
  t.same(lost, [])
})

t.test('closed while it is cut off, it does not subscribe again', waits(), async t => {
  const redis = await startRedis(t)
  const clock = new VirtualClock()
  const { store } = await openStore(t, redis, { node: 'a', expiryEvents: false, clock })
  const admin = await createClient({ url: redis.url }).connect()
  t.teardown(() => admin.destroy())
  await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
  while (!store.bus.isDeaf) await store.get('task', 't1')
  await store.close()
  t.equal(clock.pending, 0)
})

t.test('what is no message of ours is dropped, and said once', waits(), async t => {
  const redis = await startRedis(t)
  const warnings: object[] = []
  const log = { ...silentLog, warn: (details: object, message: string) => { if (message.includes('bus')) warnings.push(details) } }
  const [a, b] = [await openStore(t, redis, { node: 'a' }), await openStore(t, redis, { node: 'b', log })]
  const admin = await createClient({ url: redis.url }).connect()
  t.teardown(() => admin.destroy())
  const received: string[] = []
  let heard = (): void => {}
  b.store.bus.listen('json', body => { received.push(JSON.parse(body.toString()) as string) })
  b.store.bus.listen('last', () => heard())
  const next = new Promise<void>(resolve => { heard = resolve })
  const whole = Buffer.from('\x01c\0\0\0\0\x04json\0\0\0\x03"x"')
  const garbage = [Buffer.alloc(0), Buffer.from('x'), Buffer.alloc(7), Buffer.alloc(300, 0xff), Buffer.from('\x04json'), ...[1, 2, 5, 9, 12].map(lack => whole.subarray(0, -lack)), Buffer.concat([whole, Buffer.of(1)])]
  for (const channel of ['{orchestra}:bus', '{orchestra}:bus:b']) for (const bytes of garbage) await admin.publish(channel, bytes as unknown as string)
  a.store.bus.send('b', 'json', 'no JSON')
  a.store.bus.send('b', 'json', '"after it"')
  a.store.bus.send('b', 'last', '')
  await next
  t.same(received, ['after it'])
  t.match(warnings, [{ err: 'it is not of ours', count: 1 }])
  t.equal(warnings.length, 1)
})
