/**
 * The stores of this package against the contract that they share, and what
 * those within one process promise beyond it.
 */
import { join } from 'node:path'
import t from 'tap'
import { createLevelStore } from '../../broker/store/level/index.js'
import { PartCache } from '../../broker/store/level/part-cache.js'
import { createMemoryStore } from '../../broker/store/memory/index.js'
import { openBench } from './store-bench.js'
import type { StoreUnderTest } from './store-bench.js'
import { runStoreSuite } from './store-suite.js'

let folders = 0
const base = t.testdir()

const memory: StoreUnderTest = {
  name: 'memory',
  create: async options => ({ store: createMemoryStore(options) }),
  modelRuns: 200
}

const level: StoreUnderTest = {
  name: 'level',
  create: async options => {
    const directory = join(base, String(folders++))
    const create = () => createLevelStore({ ...options, directory })
    return { store: create(), reopen: async () => create() }
  },
  modelRuns: 20
}

for (const subject of [memory, level]) {
  runStoreSuite(t, subject)

  t.test(`${subject.name}: a deadline is told when it comes, once`, async t => {
    let told = 0
    const bench = await openBench(subject, { due: () => { told++ } })
    t.teardown(() => bench.store.close())
    const now = bench.clock.now()
    await bench.put('a', { deadline: now + 200 })
    await bench.put('b', { deadline: now + 100 })
    await bench.put('e', { deadline: now + 400, ended: true })
    await bench.clock.advance(99)
    t.equal(told, 0)
    await bench.clock.advance(1)
    t.equal(told, 1)
    await bench.store.touch('item', 'b', now + 300)
    await bench.clock.advance(99)
    t.equal(told, 1)
    await bench.clock.advance(1)
    t.equal(told, 2)
    await bench.drop('a')
    await bench.drop('b')
    await bench.clock.advance(200)
    t.equal(told, 3, 'of an ended one too')
    await bench.put('unrelated')
    await bench.clock.advance(1)
    t.equal(told, 3, 'not again because something else changed')
    await bench.put('unrelated', { deadline: now + 9_000 })
    await bench.drop('e')
    await bench.put('moved', { deadline: now + 450 })
    await bench.store.touch('item', 'moved', now + 5_000)
    await bench.put('unrelated', { deadline: now + 9_000 })
    await bench.clock.advance(100)
    t.equal(told, 3, 'not for one that moved away in time')
    await bench.put('late', { deadline: now })
    await bench.clock.advance(0)
    t.equal(told, 4, 'one that is over when it is written')
  })

  t.test(`${subject.name}: nothing is set up for what waits`, async t => {
    const bench = await openBench(subject)
    t.teardown(() => bench.store.close())
    const now = bench.clock.now()
    for (let n = 0; n < 1_000; n++) await bench.put(`t${n}`, { lane: 'x', deadline: now + 1_000 + n })
    t.equal(bench.clock.pending, 1, 'one timer for all deadlines')
    await bench.store.close()
    t.equal(bench.clock.pending, 0)
  })

  t.test(`${subject.name}: of equal ranks the first that came is claimed first`, async t => {
    const bench = await openBench(subject)
    t.teardown(() => bench.store.close())
    const ids = Array.from({ length: 40 }, (_, n) => `t${(n * 7) % 40}`)
    for (const [n, id] of ids.entries()) await bench.put(id, { lane: n % 2 === 0 ? 'x' : 'y', rank: 1 })
    t.same(await bench.claim(['y', 'x'], { max: 40 }), ids)
  })
}

t.test('memory: a page goes on where it was though most of what was there is gone', async t => {
  const bench = await openBench(memory)
  for (let n = 0; n < 3_000; n++) await bench.put(`t${n}`, { n })
  const page = async (cursor?: string) => bench.store.page('item', { match: () => true, limit: 100, cursor })
  const { cursor } = await page()
  for (let n = 0; n < 2_500; n++) await bench.drop(`t${n}`)
  t.equal((await page(cursor)).records[0]?.id, 't2500')
  await bench.put('new')
  const ids = await bench.pages({ cursor, limit: 200 })
  t.same(ids, [...Array.from({ length: 500 }, (_, n) => `t${2_500 + n}`), 'new'])
  for (const id of ids) await bench.drop(id)
  t.same(await bench.pages(), [])
})

t.test('level: small parts are remembered for a while, in bounded memory', async t => {
  const cache = new PartCache()
  const text = 'x'.repeat(16_000)
  for (let n = 0; n < 5_000; n++) {
    cache.set('same', `${text}${n}`)
    cache.set('gone', text)
    cache.delete('gone')
  }
  cache.set('large', text.repeat(2))
  t.equal(cache.get('same'), `${text}4999`)
  t.same([cache.get('gone'), cache.get('large')], [undefined, undefined])
  for (let n = 0; n < 500; n++) cache.set(`p${n}`, text)
  t.ok(cache.get('same'), 'only what there is counts')
  for (let n = 500; n < 2_000; n++) cache.set(`p${n}`, text)
  t.same([cache.get('same'), cache.get('p0')], [undefined, undefined], 'the oldest make room')
  t.equal(cache.get('p1999'), text)
})
