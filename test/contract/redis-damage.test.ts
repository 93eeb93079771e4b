// Another program writes something else in the place of a key of ours while the store is open: what concerns that key
// fails alone, with its name; all else goes on, nothing is half done, and what the other wrote stays.
import { createClient } from 'redis'
import t, { type Test } from 'tap'
import type { Change, Indexes, Patch, StoredRecord } from '../../broker/core/records.js'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import { type RedisStore, createRedisStore } from '../../broker/store/redis/index.js'
import { StoreDamaged, StoreUnavailable } from '../../broker/store/store.js'
import { startRedis } from '../support/redis-server.js'

interface Thing extends StoredRecord, Indexes {}
type Client = Awaited<ReturnType<typeof clientOf>>

const redis = await startRedis(t)
/** Stands still, however slow the machine is: what is told once in ten seconds is told once. */
let now = systemClock().now()
const clock = { ...systemClock(), now: () => now }
const LATER = now + 600_000
let tags = 0

async function clientOf (t: Test) {
  const client = createClient({ url: redis.url })
  await client.connect()
  t.teardown(() => { client.destroy() })
  return client
}

interface Bench {
  readonly store: RedisStore
  readonly client: Client
  /** The name of a key. */
  readonly key: (name: string) => string
  /** What the log and the watcher were told. */
  readonly told: string[]
  /** Everything in Redis that is this store's, but what changes by itself. */
  readonly dumps: () => Promise<Record<string, unknown>>
}

async function openStore (t: Test): Promise<Bench> {
  const client = await clientOf(t)
  const tag = `d${tags++}`
  const told: string[] = []
  const log = { ...silentLog, error: (_details: object, message: string) => { told.push(message) } }
  const store = createRedisStore({ clock, url: redis.url, tag, node: 'a', log, expiryEvents: false })
  const indexesOf = (record: StoredRecord): Indexes => {
    const { id, v, ...indexes } = record as Thing
    return { ...indexes, addends: {} }
  }
  await store.open({ task: indexesOf }, { due: () => {}, lost: error => { told.push(`lost: ${error?.message}`) } })
  t.teardown(() => store.close())
  const prefix = `{${tag}}:`
  const dumps = async (): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {}
    for (const key of (await client.keys(`${prefix}*`)).sort()) {
      if (!key.startsWith(`${prefix}lease:`) && !key.startsWith(`${prefix}node:`)) found[key] = await contentOf(client, key)
    }
    return found
  }
  return { store, client, key: name => prefix + name, told, dumps }
}

async function contentOf (client: Client, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash': return Object.entries(await client.hGetAll(key)).sort()
    case 'set': return (await client.sMembers(key)).sort()
    case 'zset': return await client.zRangeWithScores(key, 0, -1)
    case 'list': return await client.lRange(key, 0, -1)
    default: return await client.get(key)
  }
}

const thing = (id: string, v: number, indexes: Indexes = {}): Change => ({ kind: 'task', id, expect: v - 1, record: { id, v, deadline: LATER, ...indexes } as Thing })
const patchFor = (holder: string): Patch => ({ set: { lane: null, holder }, add: {}, deadline: { at: LATER } })
const thrown = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined, (error: unknown) => error)

/** What stands in the place of a key, and takes it away for as long as something runs. */
async function without (t: Test, client: Client, key: string, run: () => Promise<void>): Promise<void> {
  const [before, type] = [await client.sendCommand(['DUMP', key]), await client.type(key)]
  const kept = `kept ${key}`
  if (before !== null) await client.rename(key, kept)
  await client.sendCommand(type === 'string' ? ['RPUSH', key, 'theirs'] : ['SET', key, 'theirs'])
  await run()
  t.equal(type === 'string' ? await client.lIndex(key, 0) : await client.get(key), 'theirs', `${key}: what another program wrote is still there`)
  await client.del(key)
  if (before !== null) await client.rename(kept, key)
}

const isDamage = (t: Test, error: unknown, key: string): void => {
  t.ok(error instanceof StoreDamaged, `${key}: ${String(error)}`)
  t.match((error as Error).message, `the key ${key} in Redis is a string, where a `)
}

t.test('of a group of changes the one that needs the key fails, whole, and can be made later', async t => {
  const { store, client, key, told, dumps } = await openStore(t)
  const standing: readonly Change[] = [
    thing('plain', 1), thing('waits', 1, { lane: 'old', rank: 5 }), thing('held', 1, { holder: 'cam' }), thing('over', 1, { ended: true })
  ]
  for (const change of standing) t.equal(await store.commit(change), 'applied')
  const cases: readonly (readonly [name: string, change: Change])[] = [
    ['r:task:plain', thing('plain', 2, { lane: 'old', rank: 1 })],
    ['r:task:new', thing('new', 1, { lane: 'old' })],
    ['ids:task', thing('new', 1, { lane: 'new', rank: 1 })],
    ['lanes:task', thing('new', 1, { lane: 'new', rank: 1 })],
    ['lane:task:new', thing('waits', 2, { lane: 'new', rank: 1 })],
    ['held:task:new', thing('held', 2, { holder: 'new' })],
    ['held:task:new', thing('waits', 2, { holder: 'new' })],
    ['deadlines', thing('waits', 2, { lane: 'new' })],
    ['deadlines', thing('held', 2, { holder: 'new' })],
    ['ended', thing('held', 2, { ended: true })],
    ['ended', thing('waits', 2, { ended: true })]
  ]
  for (const [n, [name, change]] of cases.entries()) {
    // What makes others fail as well is asked for alone.
    const others = ['deadlines', 'ids:task', 'lanes:task'].includes(name) ? [] : [thing(`one${n}`, 1), thing(`two${n}`, 1, { lane: 'elsewhere' })]
    await without(t, client, key(name), async () => {
      const before = await dumps()
      const [failed, ...outcomes] = await Promise.all([thrown(store.commit(change)), ...others.map(other => store.commit(other))])
      isDamage(t, failed, key(name))
      t.strictSame(outcomes, others.map(() => 'applied'), 'the others of its group are applied')
      for (const other of others) await store.commit({ kind: 'task', id: other.id, expect: 1, record: null })
      t.strictSame(await dumps(), before, `nothing of ${change.id} is there where ${name} is damaged`)
    })
    const lanes = await store.lanes('task')
    t.notOk(lanes.includes('new'), 'no lane is left that holds nothing')
    t.equal((await store.get('task', change.id))?.v, change.expect === 0 ? undefined : 1)
  }
  for (const change of [thing('plain', 2, { lane: 'old' }), thing('waits', 2, { lane: 'new' }), thing('held', 2, { ended: true })]) {
    t.equal(await store.commit(change), 'applied', 'what is mended is used again')
  }
  t.strictSame((await store.claim({ kind: 'task', lanes: ['old', 'new'], max: 9, patch: patchFor('x') })).map(({ id }) => id).sort(), ['plain', 'waits'])
  t.notMatch(told.join(), 'lost:', 'the connection stays')
  t.equal(told.length, new Set(cases.map(([name]) => name)).size, 'each key is told once')
  t.match(told[0], /r:task:plain in Redis is a string, where a hash of ours should be: another program.*Bring it back.*or remove it \(DEL\)/)
  now += 10_000
  await without(t, client, key('r:task:plain'), async () => { await thrown(store.get('task', 'plain')) })
  t.match(told.at(-1), /r:task:plain/, 'what still is so is told again after a while')
  t.equal(told.length, new Set(cases.map(([name]) => name)).size + 1)
})

t.test('what leaves a damaged index leaves it: what is held there ends all the same', async t => {
  const { store, client, key, told } = await openStore(t)
  await store.commit(thing('held', 1, { holder: 'cam' }))
  await store.commit(thing('waits', 1, { lane: 'old' }))
  await client.del([key('held:task:cam'), key('lane:task:old')])
  await client.set(key('held:task:cam'), 'theirs')
  await client.set(key('lane:task:old'), 'theirs')
  t.equal(await store.commit(thing('held', 2, { ended: true })), 'applied')
  t.equal(await store.commit(thing('waits', 2, { ended: true })), 'applied')
  t.strictSame(await client.mGet([key('held:task:cam'), key('lane:task:old')]), ['theirs', 'theirs'])
  t.strictSame(told, [])
})

t.test('a claim passes over what is damaged, and takes nothing where it could not say whose it is', async t => {
  const { store, client, key, told, dumps } = await openStore(t)
  for (const [n, lane] of ['a', 'a', 'a', 'b'].entries()) await store.commit(thing(`t${n}`, 1, { lane, rank: n }))
  const claim = (lanes: string[], max: number, holder = 'cam') => store.claim({ kind: 'task', lanes, max, within: { holder, max: 9 }, patch: patchFor(holder) })
  const ids = (records: readonly StoredRecord[]): string[] => records.map(({ id }) => id)

  for (const name of ['held:task:cam', 'deadlines']) {
    await without(t, client, key(name), async () => {
      const before = await dumps()
      for (const lanes of [['a'], ['a', 'b']]) isDamage(t, await thrown(claim(lanes, 2)), key(name))
      t.strictSame(await dumps(), before, 'all is in its lane, in its place')
    })
  }
  await without(t, client, key('held:task:cam'), async () => {
    const [failed, other] = await Promise.all([thrown(claim(['a'], 1)), claim(['a'], 1, 'other')])
    isDamage(t, failed, key('held:task:cam'))
    t.strictSame(ids(other as StoredRecord[]), ['t0'], 'the claims of the others of its group go on')
  })
  await without(t, client, key('lane:task:b'), async () => {
    t.strictSame(ids(await claim(['b', 'a'], 1)), ['t1'])
    t.strictSame(await claim(['b'], 1), [])
  })
  await without(t, client, key('r:task:t2'), async () => {
    t.strictSame(ids(await claim(['a', 'b'], 2)), ['t3'], 'what is no record is passed over')
  })
  t.strictSame(told.map(text => /\}:(\S+) in/.exec(text)?.[1]), ['held:task:cam', 'deadlines', 'lane:task:b', 'r:task:t2'])
})

t.test('what is read without the key is there, what needs it says so', async t => {
  const { store, client, key, told } = await openStore(t)
  for (const n of [0, 1, 2]) await store.commit(thing(`t${n}`, 1, { holder: 'cam', deadline: 1 + n }))
  const all = { match: () => true, limit: 9 }
  const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id).sort()
  await without(t, client, key('r:task:t1'), async () => {
    for (const read of [() => store.get('task', 't1'), () => store.part('task', 't1', 'args')]) {
      const error = await thrown(read())
      t.match(error, { name: 'StoreDamaged', what: key('r:task:t1') })
    }
    isDamage(t, await thrown(store.touch('task', 't1', LATER)), key('r:task:t1'))
    t.strictSame(ids(await store.held('task', 'cam')), ['t0', 't2'])
    t.strictSame(ids((await store.page('task', all)).records), ['t0', 't2'])
    t.strictSame(ids(await store.due(9)), ['t0', 't2'], 'it is not in the way of what is due')
  })
  const reads: Record<string, () => Promise<unknown>> = {
    'held:task:cam': () => store.held('task', 'cam'),
    'ids:task': () => store.page('task', all),
    'lanes:task': () => store.lanes('task'),
    'lane:task:a': () => store.depth('task', 'a'),
    deadlines: () => store.due(9),
    ended: () => store.due(9)
  }
  for (const [name, read] of Object.entries(reads)) {
    await without(t, client, key(name), async () => {
      const error = await thrown(read())
      t.ok(error instanceof StoreDamaged && error instanceof StoreUnavailable)
      t.match(error, { what: key(name), message: /in Redis is .*: another program/ })
    })
    await read()
  }
  t.equal(told.length, 7)
})
