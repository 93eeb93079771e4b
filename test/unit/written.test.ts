/** What waits for a group of writes: told in its order, at once where nothing is written, and a failure to those alone whom it concerns. */
import t from 'tap'
import { Written } from '../../broker/pipeline/written.js'

/** Groups of writes that the test ends. */
function writes () {
  let group: Promise<void> | undefined
  const told: string[] = []
  const written = new Written({ flushed: () => group })
  return {
    told,
    begin (): { done: () => void, failed: (error: Error) => void } {
      let ends = { done: () => {}, failed: (_: Error) => {} }
      group = new Promise((resolve, reject) => { ends = { done: resolve, failed: reject } })
      return ends
    },
    idle: () => { group = undefined },
    wait: (name: string) => written.run(() => told.push(name), error => told.push(`${name}: ${String(error)}`)),
    run: written.run.bind(written)
  }
}

const turn = (): Promise<void> => new Promise(resolve => { setImmediate(resolve) })

t.test('nothing waits where nothing is to be written', async t => {
  const { wait, told } = writes()
  wait('a')
  t.same(told, ['a'])
})

t.test('what waits for one group is told in its order, and not before', async t => {
  const { begin, idle, wait, told } = writes()
  const group = begin()
  for (const name of ['a', 'b', 'c']) wait(name)
  await turn()
  t.same(told, [])
  group.done()
  await turn()
  t.same(told, ['a', 'b', 'c'])
  idle()
  wait('d')
  t.same(told, ['a', 'b', 'c', 'd'], 'nothing is left to wait for')
})

t.test('one that throws is told so, and stops none of the others', async t => {
  const { begin, wait, run, told } = writes()
  const group = begin()
  wait('a')
  run(() => { throw new Error('broken') }, error => told.push(String(error)))
  wait('c')
  group.done()
  await turn()
  t.same(told, ['a', 'Error: broken', 'c'])
})

t.test('a group that fails fails its own, not those of the next or the last', async t => {
  const { begin, wait, told } = writes()
  const first = begin()
  wait('first')
  const second = begin()
  wait('second')
  wait('second, too')
  const third = begin()
  wait('third')
  first.done()
  second.failed(new Error('no room'))
  third.done()
  await turn()
  t.same(told, ['first', 'second: Error: no room', 'second, too: Error: no room', 'third'])
})

t.test('who comes while a group is told waits for its own', async t => {
  const { begin, run, wait, told } = writes()
  const first = begin()
  const ends: { done: () => void }[] = []
  run(() => {
    ends.push(begin())
    wait('late')
  }, () => {})
  wait('early')
  first.done()
  await turn()
  t.same(told, ['early'])
  ends[0]?.done()
  await turn()
  t.same(told, ['early', 'late'])
})
