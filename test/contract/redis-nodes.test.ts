// What nodes that share a Redis need of the store: names that are one node's, and a bus between them.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { type RedisStore, type RedisStoreOptions, createRedisStore } from '../../broker/store/redis/index.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'

// They wait more than they work.
t.jobs = 3
const waits = { buffered: true }
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

t.test('a name is one node\'s: a second is refused while the first runs, and has it when that ends', waits, async t => {
  const redis = await startRedis(t)
  const first = await openStore(t, redis, { node: 'a' })
  await openStore(t, redis, { node: 'a', tag: 'another-fleet' })
  t.match(await thrown(openStore(t, redis, { node: 'a' })), { name: 'StoreUnusable', message: 'another node that runs is called a: give each its own name (node)' })
  await first.store.close()
  const began = clock.now()
  await openStore(t, redis, { node: 'a' })
  t.ok(clock.now() - began < 1_000)
})

t.test('the name of a node that is gone without a word is free within about 3 s', waits, async t => {
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

t.test('a node that finds its name taken gives way until it is free', waits, async t => {
  const redis = await startRedis(t)
  const admin = createClient({ url: redis.url })
  await admin.connect()
  t.teardown(() => admin.destroy())
  const { nextLoss } = await openStore(t, redis, { node: 'a' })
  const lost = nextLoss()
  await admin.set('{orchestra}:node:a', 'of one that came while this one hung', { PX: 1_500 })
  t.match(await lost, 'another node is called a, too: give each its own name (node)')
  t.equal(await nextLoss(), 'back')
})

t.test('a message of another node comes once, none of its own, and what was missed is told as a gap', waits, async t => {
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
