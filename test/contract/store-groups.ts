/** What every store must do about those who hold records, and about groups of them: they are counted, and a claim keeps within their limits. */
import type { Test } from 'tap'
import type { GroupLimit } from '../../broker/store/store.js'
import type { Bench } from './store-bench.js'

type Body = (t: Test, bench: Bench) => Promise<void>

const to = (bench: Bench, holder: string, limits: readonly GroupLimit[] = []): object => ({ patch: bench.patch({ set: { lane: null, holder } }), limits })

async function fill (bench: Bench, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await bench.put(`t${n}`, { lane: n % 2 === 0 ? 'x' : 'y', rank: n, group: 'g' })
}

export const groupBehaviours: Readonly<Record<string, Body>> = {
  'a claim keeps within what its holder may hold': async (t, bench) => {
    for (let n = 0; n < 9; n++) await bench.put(`t${n}`, { lane: 'x', rank: n })
    await bench.put('held', { holder: 'd' })
    const patch = bench.patch({ set: { lane: null, holder: 'd' } })
    const claim = (max: number): Promise<string[]> => bench.claim(['x'], { max: 3, patch, within: { holder: 'd', max } })
    t.same(await claim(1), [], 'it is full')
    t.same((await Promise.all([claim(5), claim(5)])).flat(), ['t0', 't1', 't2', 't3'], 'two at once do not exceed it either')
    await bench.put('held', {})
    t.same(await claim(5), ['t4'])
    const other = bench.patch({ set: { lane: null, holder: 'e' } })
    t.same(await bench.claim(['x'], { patch: other, within: { holder: 'e', max: 2 } }), ['t5'], 'another one counts for itself')
  },

  'of a group is counted what somebody holds': async (t, bench) => {
    const count = async (): Promise<number> => await bench.store.grouped('item', 'g')
    await fill(bench, 4)
    t.equal(await count(), 0, 'what waits is held by nobody')
    await bench.claim(['x', 'y'], { max: 3, ...to(bench, 'd') })
    t.equal(await count(), 3, 'claimed, limited or not')
    await bench.put('t0', { holder: 'e', group: 'g' })
    t.equal(await count(), 3, 'given to another')
    await bench.put('t0', { lane: 'x', rank: 0, group: 'g' })
    t.equal(await count(), 2, 'given back')
    await bench.put('t1', { holder: 'd', ended: true, group: 'g' })
    t.equal(await count(), 1, 'ended')
    await bench.drop('t2')
    t.equal(await count(), 0, 'removed')
    await bench.put('new', { holder: 'd', group: 'g' })
    await bench.put('alone', { holder: 'd' })
    t.equal(await count(), 1, 'held from the beginning')
    if (bench.durable) await bench.reopen()
    t.equal(await count(), 1, 'also when it is opened again')
  },

  'a claim keeps within what of a group may be held': async (t, bench) => {
    await fill(bench, 8)
    await bench.put('free', { lane: 'z', rank: 99 })
    const limits = [{ group: 'g', lanes: ['x', 'y'], held: 3 }]
    t.same(await bench.claim(['x'], { max: 2, ...to(bench, 'd', limits) }), ['t0', 't2'])
    t.same(await bench.claim(['x', 'y', 'z'], { max: 9, ...to(bench, 'e', limits) }), ['t1', 'free'], 'what is of no group goes on')
    t.same(await bench.claim(['y'], { max: 9, ...to(bench, 'e', limits) }), [])
    await bench.put('t2', { holder: 'd', ended: true, group: 'g' })
    const claims = await Promise.all(['d', 'e', 'f'].map(holder => bench.claim(['x', 'y'], { max: 2, ...to(bench, holder, limits) })))
    t.same(claims.flat(), ['t3'], 'by several at once')
    t.same(await bench.claim(['x'], { max: 9, ...to(bench, 'd', [{ group: 'g', lanes: ['x'], held: 0 }]) }), [])
    t.same(await bench.lanes(), { x: 2, y: 2 }, 'the others wait where they were')
  },

  'a claim keeps within the rate of a group': async (t, bench) => {
    await fill(bench, 12)
    const limits = [{ group: 'g', lanes: ['x', 'y'], rate: { max: 3, perMs: 1_000 } }]
    const claim = async (): Promise<string[]> => await bench.claim(['x', 'y'], { max: 5, ...to(bench, 'd', limits) })
    t.same(await claim(), ['t0', 't1', 't2'])
    t.same(await claim(), [])
    await bench.put('t0', { holder: 'd', ended: true, group: 'g' })
    await bench.clock.advance(999)
    t.same(await claim(), [], 'ends give nothing back')
    if (bench.durable) await bench.reopen()
    t.same(await claim(), [], 'nor does a store that is opened again')
    await bench.clock.advance(41)
    t.same(await bench.claim(['x'], { max: 1, ...to(bench, 'd', limits) }), ['t4'])
    await bench.clock.advance(500)
    t.same(await claim(), ['t3', 't5'], 'so many within any span')
    await bench.clock.advance(540)
    t.same(await claim(), ['t6'])
    t.same(await bench.claim(['x', 'y'], { max: 2, ...to(bench, 'd') }), ['t7', 't8'], 'who names no limit has none')
  },

  'the first of a lane from some rank on': async (t, bench) => {
    for (const rank of [40, 7, 12, 99]) await bench.put(`r${rank}`, { lane: 'x', rank })
    const first = async (rankMin?: number): Promise<string | undefined> => await bench.store.first('item', 'x', rankMin)
    t.same([await first(), await first(7), await first(8), await first(41), await first(100)], ['r7', 'r7', 'r12', 'r99', undefined])
  }
}
