/** Publishes that wait for their verdict: which of them are let go and when, and of which is heard late. */
import t from 'tap'
import { Holds } from '../../broker/hosts/aedes/holds.js'
import { VirtualClock } from '../support/virtual-clock.js'

/** As long as a packet is held, and the next look after that. */
const HELD_MS = 2_000
const LOOK_MS = 250

function desk () {
  const clock = new VirtualClock()
  const holds = new Holds(clock)
  const told: string[] = []
  /** @returns what gives its verdict */
  const hold = (name: string): (isDecided: boolean) => void => {
    let settle: (isDecided: boolean) => void = () => {}
    const held = {
      decided: (isDecided: boolean) => { told.push(`${name} decided ${isDecided}`) },
      letGo: () => { told.push(`${name} let go`) },
      late: (isDecided: boolean) => { told.push(`${name} late ${isDecided}`) }
    }
    holds.hold(held, given => { settle = given })
    return settle
  }
  return { clock, holds, told, hold }
}

t.test('what is decided at once is not held', async t => {
  const { clock, holds, told } = desk()
  holds.hold({
    decided: isDecided => told.push(`decided ${isDecided}`),
    letGo: () => told.push('let go'),
    late: () => told.push('late')
  }, settle => settle(true))
  t.same(told, ['decided true'])
  t.equal(clock.pending, 0, 'no timer')
})

t.test('what is decided in time is told once, whatever the verdict, and leaves no timer', async t => {
  const { clock, told, hold } = desk()
  const [a, b] = [hold('a'), hold('b')]
  await clock.advance(HELD_MS - 1)
  b(false)
  a(true)
  t.same(told, ['b decided false', 'a decided true'])
  await clock.advance(10 * HELD_MS)
  t.equal(told.length, 2)
  t.equal(clock.pending, 0)
})

t.test('what is not is let go after its time, and of its verdict is heard late', async t => {
  const { clock, told, hold } = desk()
  const a = hold('a')
  await clock.advance(HELD_MS / 2)
  const b = hold('b')
  await clock.advance(HELD_MS / 2 - LOOK_MS)
  t.same(told, [])
  await clock.advance(2 * LOOK_MS)
  t.same(told, ['a let go'], 'the younger is held on')
  await clock.advance(HELD_MS)
  t.same(told, ['a let go', 'b let go'])
  t.equal(clock.pending, 0)
  b(false)
  a(true)
  t.same(told.slice(2), ['b late false', 'a late true'])
})

t.test('one that is let go does not touch what is held in its place', async t => {
  const { clock, told, hold } = desk()
  const first = hold('first')
  await clock.advance(HELD_MS + LOOK_MS)
  const second = hold('second')
  first(true)
  t.same(told, ['first let go', 'first late true'])
  await clock.advance(HELD_MS + LOOK_MS)
  t.equal(told.at(-1), 'second let go')
  second(true)
  t.equal(told.at(-1), 'second late true')
})

t.test('closed, all are let go, and of none is heard any more', async t => {
  const { clock, holds, told, hold } = desk()
  const [a, b] = [hold('a'), hold('b')]
  await clock.advance(HELD_MS + LOOK_MS)
  const c = hold('c')
  holds.close()
  t.same(told, ['a let go', 'b let go', 'c let go'])
  for (const settle of [a, b, c]) settle(true)
  t.equal(told.length, 3)
  t.equal(clock.pending, 0)
})
