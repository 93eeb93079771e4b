/**
 * The stores of this package against the contract that they share, and what
 * those within one process promise beyond it.
 */
import { join } from 'node:path'
import t from 'tap'
import { createLevelStore } from '../../broker/store/level/index.js'
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
    await bench.put('late', { deadline: now })
    await bench.clock.advance(0)
    t.equal(told, 4, 'one that is over when it is written')
    t.equal(bench.clock.pending, 0)
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
