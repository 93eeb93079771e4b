/** Work in turns: how much at once, whose turn it is, and what is not done. */
import t from 'tap'
import { FairTurns } from '../../broker/platform/fair-turns.js'

/** Work that ends when it is told to, in the order of its beginning. */
function stage () {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => async (): Promise<string> => {
    begun.push(name)
    await new Promise<void>(resolve => { ends.push(resolve) })
    return name
  }
  return { begun, work, end: async () => { ends.shift()?.(); await new Promise(resolve => { setImmediate(resolve) }) } }
}

t.test('so many at once, and each lane in its turn', async t => {
  const { begun, work, end } = stage()
  const turns = new FairTurns({ atOnce: 2, waitingMax: 10 })
  const flood = Promise.all(['a1', 'a2', 'a3', 'a4', 'a5'].map(name => turns.run('a', 'n', work(name))))
  const honest = turns.run('b', 'n', work('b1'))
  t.same(begun, ['a1', 'a2'])
  await end()
  t.same(begun, ['a1', 'a2', 'a3'], 'it waited before')
  await end()
  t.same(begun, ['a1', 'a2', 'a3', 'b1'])
  for (let left = 0; left < 4; left++) await end()
  t.equal(await honest, 'b1')
  t.same(await flood, ['a1', 'a2', 'a3', 'a4', 'a5'])
})

t.test('what one lane asks too much of is not done; other lanes are as before', async t => {
  const { begun, work, end } = stage()
  const turns = new FairTurns({ atOnce: 1, waitingMax: 2 })
  const kept = ['a1', 'a2', 'a3'].map(name => turns.run('a', 'n', work(name)))
  t.equal(await turns.run('a', 'n', work('a4')), undefined)
  const other = turns.run('b', 'n', work('b1'))
  for (let left = 0; left < 4; left++) await end()
  t.same(await Promise.all([...kept, other]), ['a1', 'a2', 'a3', 'b1'])
  t.notOk(begun.includes('a4'))
})

t.test('work that fails gives its turn on', async t => {
  const turns = new FairTurns({ atOnce: 1, waitingMax: 2 })
  const failed = turns.run('a', 'n', async () => { throw new Error('no') })
  t.equal(await turns.run('a', 'n', async () => 'yes'), 'yes')
  await t.rejects(failed, /no/)
})

t.test('within a lane each name in its turn', async t => {
  const { begun, work, end } = stage()
  const turns = new FairTurns({ atOnce: 1, waitingMax: 10 })
  const all = [['a', 'x'], ['a', 'x'], ['a', 'x'], ['a', 'y'], ['b', 'x'], ['b', 'x']].map(([lane = '', name = ''], n) => turns.run(lane, name, work(`${lane}${name}${n}`)))
  for (let left = 0; left < 6; left++) await end()
  await Promise.all(all)
  t.same(begun, ['ax0', 'ax1', 'bx4', 'ay3', 'bx5', 'ax2'])
})
