/**
 * What every store must do, sentence by sentence of its contract. Run it from
 * a test file of the store's own. Everything is awaited: a store may answer
 * later. Time is the given clock's.
 */
import type { Test } from 'tap'
import type { StoredRecord } from '../../broker/core/records.js'
import { openBench } from './store-bench.js'
import type { Bench, Item, StoreUnderTest } from './store-bench.js'
import { groupBehaviours } from './store-groups.js'
import { testModel } from './store-model.js'

export type { Created, StoreUnderTest } from './store-bench.js'

const all = (): boolean => true

type Body = (t: Test, bench: Bench) => Promise<void>

export function runStoreSuite (t: Test, subject: StoreUnderTest): void {
  for (const [behaviour, body] of Object.entries(behaviours)) {
    t.test(`${subject.name}: ${behaviour}`, async t => {
      const bench = await openBench(subject)
      t.teardown(() => bench.store.close())
      await body(t, bench)
    })
  }
  testModel(t, subject)
}

const behaviours: Record<string, Body> = {
  ...groupBehaviours,

  'a change applies only on the version that it expects': async (t, bench) => {
    const write = (expect: number, record: Item | null): Promise<string> => bench.change({ id: 'a', expect, record })
    t.equal(await write(1, { id: 'a', v: 2 }), 'conflict', 'nothing there yet')
    t.equal(await write(1, null), 'conflict', 'nothing to remove')
    t.equal(await write(0, { id: 'a', v: 1, lane: 'x' }), 'applied')
    t.equal(await write(0, { id: 'a', v: 1 }), 'conflict', 'exists already')
    t.equal(await write(2, { id: 'a', v: 3 }), 'conflict', 'of a version to come')
    t.equal(await write(1, { id: 'a', v: 7, lane: 'y' }), 'applied', 'versions may leap')
    t.equal(await write(1, { id: 'a', v: 2 }), 'conflict', 'of a version that is over')
    t.equal(await write(1, null), 'conflict', 'removes nothing either')
    t.same(await bench.get('a'), { id: 'a', v: 7, lane: 'y' })
    t.equal(await write(7, null), 'applied')
    t.equal(await bench.get('a'), undefined)
    t.equal(await write(0, { id: 'a', v: 1 }), 'applied', 'free again')
  },

  'a conflict changes nothing': async (t, bench) => {
    await bench.put('a', { lane: 'x', holder: 'd', deadline: bench.clock.now() }, { args: '1' })
    const outcome = await bench.change({ id: 'a', expect: 5, record: { id: 'a', v: 6 }, parts: { args: '2', more: '3' } })
    t.equal(outcome, 'conflict')
    t.same([await bench.lanes(), await bench.held('d'), await bench.due()], [{ x: 1 }, ['a'], ['a']])
    t.same([await bench.part('a', 'args'), await bench.part('a', 'more')], ['1', undefined])
  },

  'of the changes of one turn each fails alone': async (t, bench) => {
    const outcomes = await Promise.all([
      bench.change({ id: 'a', expect: 0, record: { id: 'a', v: 1 } }),
      bench.change({ id: 'b', expect: 3, record: { id: 'b', v: 4 } }),
      bench.change({ id: 'a', expect: 1, record: { id: 'a', v: 2 } }),
      bench.change({ id: 'a', expect: 1, record: { id: 'a', v: 3 } })
    ])
    await bench.store.flushed()
    t.same(outcomes, ['applied', 'conflict', 'applied', 'conflict'])
    t.same([await bench.get('a'), await bench.get('b')], [{ id: 'a', v: 2 }, undefined])
  },

  'a mistake of the caller throws and changes nothing': async (t, bench) => {
    await t.rejects(bench.change({ id: 'a', expect: 0, record: { id: 'b', v: 1 } }), /named b/)
    await t.rejects(bench.change({ id: 'a', expect: 0, record: { id: 'a', v: 0 } }), /does not follow/)
    await t.rejects(async () => bench.store.get('nonsense', 'a'), /nonsense/)
    t.same(await bench.pages(), [])
  },

  'parts stay, change and go with their record': async (t, bench) => {
    const parts = async (): Promise<unknown[]> => [await bench.part('a', 'args'), await bench.part('a', 'result')]
    await bench.put('other', { ended: true }, { args: 'of another' })
    await bench.put('a', {}, { args: '[1]' })
    t.same(await parts(), ['[1]', undefined])
    await bench.put('a', {}, { result: 'r' })
    await bench.store.flushed()
    t.same(await parts(), ['[1]', 'r'], 'an absent one stays')
    await bench.put('a', {}, { args: '', result: null })
    t.same(await parts(), ['', undefined], 'an empty text is one, null removes')
    await bench.put('a', { ended: true })
    await bench.store.flushed()
    t.same(await parts(), ['', undefined], 'an ended record keeps them')
    await bench.drop('a')
    t.same([await bench.get('a'), await parts()], [undefined, [undefined, undefined]])
    await bench.store.flushed()
    for (const ended of [false, true]) {
      await bench.put('a', { ended })
      await bench.store.flushed()
      t.same(await parts(), [undefined, undefined], 'another of that id does not inherit them')
    }
    t.equal(await bench.part('other', 'args'), 'of another')
  },

  'a part is any text': async (t, bench) => {
    const texts = { args: 'of = two\n:lines', result: '\n', logs: '"=\u0000é😀\\' }
    for (const ended of [false, true]) {
      await bench.put('a', { ended }, texts)
      await bench.store.flushed()
      for (const [name, text] of Object.entries(texts)) t.equal(await bench.part('a', name), text)
    }
  },

  'a large part, and of another record by that name': async (t, bench) => {
    const large = 'täxt '.repeat(50_000)
    await bench.put('a', {}, { args: large })
    await bench.put('b', {}, { args: 'b' })
    await bench.store.flushed()
    t.ok(await bench.part('a', 'args') === large)
    t.equal(await bench.part('b', 'args'), 'b')
    t.equal(await bench.part('c', 'args'), undefined)
  },

  'any string is an id, a lane and a holder': async (t, bench) => {
    const strings = ['', ' ', '/', 'a/b', '"', '\\', '\u0000', '\u0000a', '\ud800', '\udc00', '\uffff', '😀', 'é', 'e\u0301', '__proto__', 'constructor', '..', '{}', 'x'.repeat(256)]
    for (const text of strings) await bench.put(text, { lane: text, holder: text }, { args: `of ${JSON.stringify(text)}` })
    await bench.store.flushed()
    if (bench.durable) await bench.reopen()
    for (const text of strings) {
      const name = JSON.stringify(text)
      t.equal((await bench.get(text))?.id, text, name)
      t.equal(await bench.part(text, 'args'), `of ${name}`, name)
      t.same(await bench.held(text), [text], name)
      t.same([await bench.store.depth('item', text), await bench.store.first('item', text)], [1, text], name)
    }
    t.same((await bench.pages({ limit: 4 })).sort(), strings.sort())
    for (const text of strings) await bench.put(text, { ended: true, deadline: 1 })
    t.same((await bench.due()).sort(), strings)
  },

  'kinds have nothing in common': async (t, bench) => {
    await bench.put('a', { lane: 'x', holder: 'd' }, { args: '1' })
    const { store } = bench
    t.same([await store.get('other', 'a'), await store.part('other', 'a', 'args')], [undefined, undefined])
    t.same([await store.held('other', 'd'), await store.lanes('other'), await store.depth('other', 'x')], [[], [], 0])
    t.same((await store.page('other', { match: all, limit: 5 })).records, [])
    t.same(await store.claim({ kind: 'other', lanes: ['x'], max: 1, patch: bench.patch() }), [])
    t.equal(await store.commit({ kind: 'other', id: 'a', expect: 0, record: { id: 'a', v: 1 } }), 'applied')
  },

  'lanes and holders follow every change': async (t, bench) => {
    const seen = async (): Promise<unknown> => [await bench.lanes(), await bench.held('d'), await bench.held('e')]
    await bench.put('a', { lane: 'x', holder: 'd' })
    await bench.put('b', { lane: 'x', holder: 'd' })
    t.same(await seen(), [{ x: 2 }, ['a', 'b'], []])
    await bench.put('a', { lane: 'y', holder: 'e' })
    t.same(await seen(), [{ x: 1, y: 1 }, ['b'], ['a']], 'moved')
    await bench.put('b', {})
    t.same(await seen(), [{ y: 1 }, [], ['a']], 'left; an empty lane is none')
    await bench.put('b', { lane: 'y', holder: 'e' })
    await bench.drop('a')
    t.same(await seen(), [{ y: 1 }, [], ['b']], 'removed')
    await bench.put('b', { lane: 'y', holder: 'e', ended: true })
    t.same(await seen(), [{}, [], []], 'what has ended waits nowhere and is held by nobody')
    t.same([await bench.store.depth('item', 'never'), await bench.store.first('item', 'never')], [0, undefined])
  },

  'the lowest rank is claimed first, within lanes and across': async (t, bench) => {
    const ranks = [40, 7, -3, 99, 0.5, 12, 2 ** 52, 31, 8, 22]
    for (const [n, rank] of ranks.entries()) await bench.put(`r${rank}`, { lane: `l${n % 3}`, rank })
    await bench.put('r5', { lane: 'l0', rank: 100 })
    await bench.put('r5', { lane: 'l0', rank: 5 })
    await bench.drop('r12')
    const lanes = ['l0', 'l1', 'l2', 'l1', 'never']
    t.same(await bench.claim(lanes, { max: 4 }), ['r-3', 'r0.5', 'r5', 'r7'])
    t.same(await bench.claim(['l1']), ['r31'], 'of the named lanes alone')
    t.same(await bench.claim(lanes, { max: 50 }), ['r8', 'r22', 'r40', 'r99', `r${2 ** 52}`])
    t.same(await bench.claim(lanes), [])
    t.same(await bench.claim([]), [])
  },

  'the order holds through many changes': async (t, bench) => {
    const ranks = new Map<string, number>()
    for (let n = 0; n < 900; n++) {
      const [id, rank] = [`t${(n * 31) % 300}`, (n * 7919) % 10_007]
      const drops = n % 4 === 3
      if (drops) await bench.drop(id)
      else await bench.put(id, { lane: 'x', rank, deadline: bench.clock.now() - rank })
      if (drops) ranks.delete(id)
      else ranks.set(id, rank)
    }
    const rising = [...ranks.keys()].sort((a, b) => Number(ranks.get(a)) - Number(ranks.get(b)))
    t.same(await bench.due(300), [...rising].reverse())
    t.same(await bench.due(300), [...rising].reverse(), 'to look is not to take')
    t.same(await bench.claim(['x'], { max: 300 }), rising)
  },

  'no record is claimed twice': async (t, bench) => {
    for (let n = 0; n < 50; n++) await bench.put(`t${n}`, { lane: `l${n % 4}`, rank: n })
    const claims = await Promise.all(Array.from({ length: 20 }, () => bench.claim(['l0', 'l1', 'l2', 'l3'], { max: 3 })))
    const ids = claims.flat()
    t.equal(ids.length, 50)
    t.equal(new Set(ids).size, 50)
    t.same(await bench.lanes(), {})
  },

  'a claim patches what it takes': async (t, bench) => {
    const now = bench.clock.now()
    const odd = { lane: 'odd', leaseMs: 7, half: '\ud800', nested: { leaseMs: 9 } }
    await bench.put('odd', odd)
    const [patched] = await bench.store.claim({ kind: 'item', lanes: ['odd'], max: 1, patch: bench.patch({ deadline: { at: now, plus: 'leaseMs' } }) })
    t.same(patched, { ...odd, id: 'odd', v: 2, lane: null, deadline: now + 7 }, 'whatever texts are in it')
    await bench.drop('odd')
    await bench.put('a', { lane: 'x', rank: 1, leaseMs: 500, count: 2, kept: { deep: [1] } }, { args: '1' })
    await bench.put('b', { lane: 'x', rank: 2 })
    const patch = bench.patch({ set: { lane: null, holder: 'd', state: 'offered' }, add: { count: 3, fresh: 1 }, deadline: { at: now + 10, plus: 'leaseMs' } })
    const claimed = await bench.store.claim({ kind: 'item', lanes: ['x'], max: 2, patch })
    const common = { v: 2, lane: null, holder: 'd', state: 'offered', fresh: 1 }
    t.same(claimed, [
      { ...common, id: 'a', rank: 1, leaseMs: 500, count: 5, kept: { deep: [1] }, deadline: now + 510 },
      { ...common, id: 'b', rank: 2, count: 3, deadline: now + 10 }
    ])
    t.same([await bench.get('a'), await bench.get('b')], claimed)
    t.same([await bench.held('d'), await bench.lanes(), await bench.part('a', 'args')], [['a', 'b'], {}, '1'])
    t.equal(await bench.change({ id: 'a', expect: 1, record: { id: 'a', v: 2 } }), 'conflict', 'a claim is a change')
    await bench.clock.advance(10)
    t.same(await bench.due(), ['b'], 'the deadline is the patched one')
  },

  'a page at a time misses and repeats nothing that stands throughout': async (t, bench) => {
    const standing = Array.from({ length: 25 }, (_, n) => `s${n}`)
    for (const [n, id] of standing.entries()) {
      await bench.put(id, { n, ended: n === 3 })
      await bench.put(`gone${n}`)
    }
    let round = 0
    const ids = await bench.pages({ limit: 7 }, async page => {
      round++
      for (const id of page.slice(0, 2)) await bench.put(id, { again: round })
      await bench.put(`s${24 - round}`, { again: round, ended: round === 2 })
      await bench.put(`new${round}`)
      for (let n = round; n < 25; n += 3) await bench.drop(`gone${n}`)
    })
    t.same(ids.filter(id => id.startsWith('s')).sort(), standing.sort())
    t.equal(new Set(ids).size, ids.length)
  },

  'a page holds what matches, as it is now, up to its limit': async (t, bench) => {
    for (let n = 0; n < 30; n++) await bench.put(`p${n}`, { n })
    await bench.put('p3', { n: 100 })
    const large = await bench.store.page('item', { match: record => Number((record as Item).n) >= 25, limit: 50 })
    t.same(large.records.map(({ id }) => id).sort(), ['p25', 'p26', 'p27', 'p28', 'p29', 'p3'])
    t.equal((await bench.store.page('item', { match: all, limit: 4 })).records.length, 4)
    t.same(await bench.pages({ match: () => false }), [])
  },

  'a page that finds nothing gives up in time and goes on': async (t, bench) => {
    for (let n = 0; n < 20_500; n++) await bench.put(`p${n}`)
    let looked = 0
    const request = { limit: 1, match: (record: StoredRecord) => ++looked > 0 && record.id === 'p20499' }
    const first = await bench.store.page('item', request)
    t.type(first.cursor, 'string')
    t.ok(looked <= 10_000, `looked at ${looked}`)
    t.same(await bench.pages(request), ['p20499'])
  },

  'due are those whose time is over, the oldest first, until they change': async (t, bench) => {
    const now = bench.clock.now()
    t.equal(bench.store.now(), now, 'the clock is the store\'s')
    for (const [n, inMs] of [300, 100, 200, 400].entries()) await bench.put(`d${n}`, { deadline: now + inMs })
    await bench.put('never')
    await bench.clock.advance(99)
    t.same(await bench.due(), [])
    await bench.clock.advance(201)
    t.same(await bench.due(), ['d1', 'd2', 'd0'])
    t.same(await bench.due(2), ['d1', 'd2'], 'at most so many')
    await bench.put('d1', { deadline: now + 5_000 })
    await bench.put('d2', {})
    t.same(await bench.due(), ['d0'])
    await bench.drop('d0')
    t.same(await bench.due(), [])
  },

  'touch moves a deadline until the record changes': async (t, bench) => {
    const now = bench.clock.now()
    for (const id of ['later', 'sooner', 'changed']) await bench.put(id, { deadline: now + 100 })
    await bench.put('none')
    await bench.put('ended', { ended: true, deadline: now + 100 })
    for (const id of ['later', 'changed', 'ended', 'unknown']) await bench.store.touch('item', id, now + 1_000)
    for (const id of ['sooner', 'none']) await bench.store.touch('item', id, now + 50)
    await bench.clock.advance(50)
    t.same((await bench.due()).sort(), ['none', 'sooner'])
    await bench.store.touch('item', 'never', now, 1)
    await bench.put('of another version')
    await bench.store.touch('item', 'of another version', now, 7)
    t.same(await bench.get('sooner'), { id: 'sooner', v: 1, deadline: now + 100 }, 'the record is as it was')
    await bench.put('changed', { deadline: now + 100 })
    await bench.clock.advance(50)
    t.same((await bench.due()).sort(), ['changed', 'ended', 'none', 'sooner'])
    await bench.clock.advance(900)
    t.equal((await bench.due()).length, 5)
  },

  'ended records are kept until their time is over or there are too many': async (t, bench) => {
    const now = bench.clock.now()
    for (const [n, inMs] of [500, 100, 400].entries()) await bench.put(`e${n}`, { ended: true, deadline: now + inMs, n })
    t.same(await bench.due(), [], 'as many as are allowed')
    await bench.put('e3', { ended: true })
    await bench.put('e4', { ended: true, deadline: now + 300 })
    t.same(await bench.due(), ['e1 surplus', 'e4 surplus'], 'the nearest deadlines first')
    t.same(await bench.due(1), ['e1 surplus'])
    await bench.clock.advance(100)
    t.same(await bench.due(), ['e1', 'e4 surplus'])
    t.same(await bench.get('e0'), { id: 'e0', v: 1, ended: true, deadline: now + 500, n: 0 })
    for (const id of ['e1', 'e4']) t.equal(await bench.drop(id), 'applied')
    t.same(await bench.due(), [])
    await bench.clock.advance(1e12)
    t.same(await bench.due(), ['e2', 'e0'], 'without a deadline never by time')
  },

  'what ends while it is asked what is due is not forgotten': async (t, bench) => {
    const now = bench.clock.now()
    await bench.put('far', { ended: true, deadline: now + 1_000 })
    await bench.store.flushed()
    if (bench.durable) await bench.reopen()
    const asked = bench.due()
    await bench.change({ id: 'near', expect: 0, record: { id: 'near', v: 1, ended: true, deadline: now + 10 } as Item })
    t.same(await asked, [])
    await bench.clock.advance(10)
    t.same(await bench.due(), ['near'])
  },

  'an ended record can change like any other': async (t, bench) => {
    await bench.put('a', { ended: true, deadline: bench.clock.now() }, { result: 'r' })
    await bench.store.flushed()
    t.equal(await bench.change({ id: 'a', expect: 0, record: { id: 'a', v: 1 } }), 'conflict')
    t.equal(await bench.put('a', { ended: true, deadline: bench.clock.now() + 100 }), 'applied')
    t.same(await bench.due(), [])
    t.equal(await bench.put('a', { lane: 'x' }), 'applied')
    await bench.store.flushed()
    await bench.clock.advance(100)
    t.same([await bench.due(), await bench.lanes(), await bench.part('a', 'result')], [[], { x: 1 }, 'r'])
    t.same(await bench.claim(['x']), ['a'])
    t.equal((await bench.get('a'))?.v, 4)
  },

  'of an ended record the stub is enough to remove it': async (t, bench) => {
    const { store } = bench
    const large = 'x'.repeat(10_000)
    const stub = async (id: string): Promise<object | undefined> => store.stub === undefined ? await store.get('item', id) : store.stub('item', id)
    await bench.put('open', { lane: 'x' })
    await bench.put('ended', { ended: true, deadline: 7 }, { args: large, result: 'r' })
    await store.flushed()
    t.match([await stub('open'), await stub('ended'), await stub('unknown')], [{ id: 'open', v: 1, lane: 'x' }, { id: 'ended', v: 1, deadline: 7 }, undefined])
    t.equal(await bench.change({ id: 'ended', expect: 1, record: null }), 'applied')
    t.equal(await stub('ended'), undefined)
    await bench.put('ended')
    await store.flushed()
    t.same([await bench.part('ended', 'args'), await bench.part('ended', 'result')], [undefined, undefined], 'its parts are gone with it')
  },

  'flushed is undefined once everything is as safe as it gets': async (t, bench) => {
    t.equal(bench.store.flushed(), undefined)
    await bench.put('a', { lane: 'x' })
    await bench.store.flushed()
    t.equal(bench.store.flushed(), undefined)
    await bench.claim(['x'])
    const first = bench.store.flushed()
    await bench.put('b')
    await Promise.all([first, bench.store.flushed()])
    t.equal(bench.store.flushed(), undefined)
  },

  'what is closed in order is all there afterwards, indexes too': async (t, bench) => {
    if (!bench.durable) {
      t.pass('nothing outlives this store, and none is promised')
      return
    }
    const now = bench.clock.now()
    for (let n = 0; n < 40; n++) await bench.put(`t${n}`, { lane: `l${n % 3}`, rank: 100 - n, deadline: now + n + 1 }, { args: `a${n}`, gone: 'g' })
    const [held] = await bench.claim(['l0'], { patch: bench.patch({ set: { lane: null, holder: 'd' } }) })
    for (const n of [10, 11, 12, 13]) await bench.put(`t${n}`, { ended: true, deadline: now + n }, { gone: null, result: `r${n}` })
    await bench.drop('t20')
    await bench.reopen()
    t.same([held, await bench.held('d')], ['t39', ['t39']])
    t.same(await bench.lanes(), { l0: 12, l1: 11, l2: 11 })
    t.same(await bench.claim(['l0', 'l1', 'l2'], { max: 3 }), ['t38', 't37', 't36'])
    t.same([await bench.part('t5', 'args'), await bench.part('t11', 'gone'), await bench.part('t11', 'result')], ['a5', undefined, 'r11'])
    t.equal(await bench.get('t20'), undefined)
    t.same(await bench.due(), ['t10 surplus'])
    await bench.clock.advance(2)
    t.same(await bench.due(), ['t0', 't1', 't10 surplus'])
    t.equal((await bench.pages()).length, 39)
  }
}
