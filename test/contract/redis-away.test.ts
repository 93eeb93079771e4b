// A Redis that hangs, dies, comes back, is full, or has too few replicas: what the store says, and what it keeps. Real servers.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import type { Change, StoredRecord } from '../../broker/core/records.js'
import { systemClock } from '../../broker/platform/clock.js'
import { type RedisStore, type RedisStoreOptions, createRedisStore } from '../../broker/store/redis/index.js'
import { StoreRefusing, StoreUnavailable, StoreUnusable } from '../../broker/store/store.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'

// Those that wait for a watchdog wait side by side. Options of their own for each: tap writes into them.
t.jobs = 2
const waits = (): { buffered: boolean } => ({ buffered: true })

const clock = systemClock()
const change = (id: string, v: number): Change => ({ kind: 'task', id, expect: v - 1, record: { id, v } })

interface Bench {
  readonly store: RedisStore
  /** What the watcher was told of losses: the message, or `back`. */
  readonly losses: string[]
  /** Resolves with the next of them. */
  readonly nextLoss: () => Promise<string>
}

async function openStore (t: Test, redis: RedisServer, options: Partial<RedisStoreOptions> = {}): Promise<Bench> {
  const store = createRedisStore({ clock, url: redis.url, ...options })
  const losses: string[] = []
  let heard: (loss: string) => void = () => {}
  t.teardown(() => store.close())
  await store.open({ task: (record: StoredRecord & { lane?: string }) => ({ ...record.lane !== undefined && { lane: record.lane } }) }, {
    due: () => {},
    lost: error => {
      losses.push(error?.message ?? 'back')
      heard(losses.at(-1) as string)
    }
  })
  return { store, losses, nextLoss: () => new Promise(resolve => { heard = resolve }) }
}

async function adminOf (t: Test, redis: RedisServer) {
  const client = createClient({ url: redis.url })
  client.on('error', () => {})
  await client.connect()
  t.teardown(() => { if (client.isOpen) client.destroy() })
  return client
}

const thrown = (promise: Promise<unknown> | undefined): Promise<unknown> => Promise.resolve(promise).then(() => undefined, (error: unknown) => error)

t.test('scripts that are gone are loaded anew, in the middle of work', async t => {
  const redis = await startRedis(t)
  const [{ store, losses }, admin] = [await openStore(t, redis), await adminOf(t, redis)]
  for (let v = 1; v <= 20; v++) {
    const commits = Array.from({ length: 50 }, (_, n) => store.commit(change(`t${n}`, v)))
    const flush = admin.scriptFlush()
    t.ok((await Promise.all(commits)).every(outcome => outcome === 'applied'))
    await flush
  }
  t.equal((await store.get('task', 't49'))?.v, 20)
  t.strictSame(losses, [])
})

t.test('a Redis that hangs is noticed within 4 s, and used again when it goes on', waits(), async t => {
  const redis = await startRedis(t)
  const { store, losses, nextLoss } = await openStore(t, redis)
  t.equal(await store.commit(change('t1', 1)), 'applied')
  const lost = nextLoss()
  redis.pause()
  const paused = clock.now()
  const error = await thrown(store.commit(change('t1', 2)))
  t.ok(error instanceof StoreUnavailable)
  t.ok(clock.now() - paused < 4_500, `${clock.now() - paused} ms`)
  t.match(await lost, /has not answered for 3000 ms/)
  t.match(await thrown(store.flushed()), { name: 'StoreUnavailable' }, 'it says so to whoever asks for health')
  const back = nextLoss()
  redis.resume()
  t.equal(await back, 'back')
  t.equal(losses.length, 2)
  // What hung may have been carried out: nobody was told either way.
  t.ok([1, 2].includes((await store.get('task', 't1'))?.v ?? 0))
})

t.test('one that hangs while nothing is asked is noticed, too; one that hangs from the start is refused', waits(), async t => {
  const redis = await startRedis(t)
  const { nextLoss } = await openStore(t, redis)
  const lost = nextLoss()
  redis.pause()
  const another = createRedisStore({ clock, url: redis.url, tag: 'other' })
  const [, error] = await Promise.all([lost, thrown(another.open({}, { due: () => {}, lost: () => {} }))])
  t.ok(error instanceof StoreUnusable)
  t.match((error as Error).message, /has not answered for 3000 ms/)
  redis.resume()
})

t.test('killed and started again: refused in between, told once each way, and nothing waits in memory', async t => {
  const redis = await startRedis(t, { appendonly: 'always' })
  const { store, losses, nextLoss } = await openStore(t, redis)
  t.equal(await store.commit(change('before', 1)), 'applied')
  const lost = nextLoss()
  const underWay = Array.from({ length: 500 }, (_, n) => thrown(store.commit(change(`t${n}`, 1))))
  await Promise.all([redis.kill(), lost])
  for (const error of await Promise.all(underWay)) if (error !== undefined && !(error instanceof StoreUnavailable)) t.fail(String(error))

  const began = clock.now()
  let refused = 0
  for (let n = 0; n < 100_000; n++) store.commit(change(`away${n}`, 1)).catch(error => { if (error instanceof StoreUnavailable) refused++ })
  await new Promise(resolve => { setImmediate(resolve) })
  t.equal(refused, 100_000, 'each is refused at once, so nothing is held for it')
  t.ok(clock.now() - began < 3_000)
  for (const ask of [() => store.get('task', 'before'), () => store.part('task', 'x', 'args'), () => store.due(1), () => store.lanes('task'), () => store.flushed()]) {
    t.ok(await thrown(ask()) instanceof StoreUnavailable)
  }
  store.bus.send(undefined, 'wake', 'nobody is there')

  const back = nextLoss()
  await redis.restart()
  t.equal(await back, 'back')
  t.match(losses, [/Socket closed|ECONNRESET|EPIPE/, 'back'])
  t.equal((await store.get('task', 'before'))?.v, 1)
  t.equal(await store.get('task', 'away1'), undefined)
  t.equal(await store.commit(change('after', 1)), 'applied')
})

t.test('closed while it is away, it leaves nothing behind', async t => {
  const redis = await startRedis(t)
  const { store, losses, nextLoss } = await openStore(t, redis)
  const lost = nextLoss()
  await Promise.all([redis.kill(), lost])
  await store.close()
  await redis.restart()
  t.match(await thrown(store.get('task', 't1')), { message: 'the store is closed' })
  t.equal(losses.length, 1)
})

t.test('a full Redis refuses: nothing is changed, the connection and the name stay', async t => {
  const redis = await startRedis(t)
  const [{ store, losses }, admin] = [await openStore(t, redis, { node: 'full' }), await adminOf(t, redis)]
  t.equal(await store.commit(change('t1', 1)), 'applied')
  const queued: StoredRecord & { lane: string } = { id: 'queued', v: 1, lane: 'x' }
  t.equal(await store.commit({ kind: 'task', id: 'queued', expect: 0, record: queued }), 'applied')
  await admin.configSet('maxmemory', '1mb')
  const refused = await Promise.all(Array.from({ length: 200 }, (_, n) => thrown(store.commit(change(`t${n}`, n === 1 ? 2 : 1)))))
  t.ok(refused.every(error => error instanceof StoreRefusing))
  t.match((refused[0] as Error).message, /OOM/)
  t.match(store.refusal(), { name: 'StoreRefusing', message: /OOM/ })
  t.strictSame(await store.get('task', 't1'), { id: 't1', v: 1 })
  t.equal((await admin.keys('{orchestra}:r:*')).length, 2)
  let left = await admin.pTTL('{orchestra}:node:full')
  for (let before = Infinity; left <= before && left > 0; left = await admin.pTTL('{orchestra}:node:full')) before = left
  t.ok(left > 2_500, 'its name is prolonged all the same')
  t.strictSame((await store.claim({ kind: 'task', lanes: ['x'], max: 2, patch: { set: {}, add: {}, deadline: { at: clock.now() + 60_000 } } })).map(({ id }) => id), ['queued'], 'what only moves goes on, whole')
  t.equal(await store.depth('task', 'x'), 0)
  t.ok(store.refusal(), 'which says nothing of writes that need room')
  t.match(await thrown(store.touch('task', 't1', clock.now() + 1_000)), { name: 'StoreRefusing' })
  await admin.configSet('maxmemory', '0')
  await store.touch('task', 't1', clock.now() + 1_000)
  t.equal(store.refusal(), undefined, 'it takes writes again')
  t.equal(await store.commit(change('t1', 2)), 'applied')
  t.strictSame(losses, [])
})

t.test('nothing is told before enough replicas have it', async t => {
  // Without a delay for more replicas to come.
  const redis = await startRedis(t, { args: ['--repl-diskless-sync-delay', '0'] })
  const replica = await startRedis(t, { args: ['--replicaof', '127.0.0.1', String(redis.port)] })
  const admin = await adminOf(t, redis)
  await admin.sendCommand(['SET', 'synchronised', '1'])
  while (await admin.wait(1, 1_000) < 1);
  const { store, losses } = await openStore(t, redis, { wait: { replicas: 1, timeoutMs: 300 } })
  await Promise.all([store.commit(change('t1', 1)), store.commit(change('t2', 1))])
  const [first, second] = [store.flushed(), store.flushed()]
  t.ok(first !== undefined && second !== undefined, 'both wait')
  await store.commit(change('t3', 1))
  t.ok(store.flushed() !== undefined)
  await Promise.all([first, second, store.flushed()])
  t.equal(store.flushed(), undefined)

  replica.pause()
  await store.commit(change('t1', 2))
  const began = clock.now()
  const refused = await Promise.all(Array.from({ length: 50 }, () => thrown(store.flushed())))
  t.ok(refused.every(error => error instanceof StoreRefusing))
  t.match((refused[0] as Error).message, 'only 0 of 1 replicas had it within 300 ms')
  t.ok(clock.now() - began < 1_500, `all wait at once: ${clock.now() - began} ms`)
  replica.resume()
  while (await thrown(store.flushed()) !== undefined);
  t.equal(store.flushed(), undefined, 'what they lacked came later, and is as safe as the rest')
  t.strictSame(losses, [])
})
