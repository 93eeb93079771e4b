/** Which message a bridge gives up because the other broker cuts the connection whenever it gets it, and when it gives up none. */
import t from 'tap'
import type { Waiting } from '../../mosquitto-compat/bridge/queue.js'
import { Suspects } from '../../mosquitto-compat/bridge/suspects.js'

const MOST = 20

const messageOf = (n: number, topic = 't', retain = false): Waiting => ({ n, message: { topic, payload: Buffer.alloc(0), qos: 1, retain }, sent: false })

/**
 * A bridge and another broker in short: connections follow one another, each
 * takes what waits in its order, up to what it has room for.
 * @param cuts at which message the other broker cuts the connection, the how manieth it was sent
 * @returns which went across and which were given up, after so many connections at the most
 */
function played (waiting: readonly number[], cuts: (n: number) => boolean, { connections = 100, afterMs = 10 } = {}) {
  const time = { now: 0 }
  const suspects = new Suspects(() => time.now)
  const left = new Set(waiting)
  const [across, givenUp]: [number[], number[]] = [[], []]
  let used = 0
  for (; used < connections && left.size > 0; used++) {
    const underWay = new Map<number, Waiting>()
    const isOn = (sent: Waiting): boolean => {
      if (suspects.isAside(sent.n)) return true
      suspects.sent(sent)
      return !cuts(sent.n)
    }
    const fill = (): boolean => {
      const next = [...left].filter(n => !underWay.has(n)).slice(0, Math.max(suspects.room(MOST) - underWay.size, 0)).map(n => messageOf(n))
      for (const one of next) underWay.set(one.n, one)
      return next.every(isOn)
    }
    let isGivenBack = false
    let isConnected = fill()
    while (isConnected) {
      const first = [...underWay.keys()].find(n => !suspects.isAside(n))
      if (first === undefined) {
        if (underWay.size > 0 && suspects.isAtAnEnd(underWay.size)) isGivenBack = true
        break
      }
      underWay.delete(first)
      left.delete(first)
      across.push(first)
      const { again } = suspects.acknowledged(messageOf(first))
      isConnected = (again === undefined || isOn(again)) && fill()
    }
    time.now += afterMs
    const hopeless = isConnected || isGivenBack ? undefined : suspects.cut()
    if (hopeless !== undefined) {
      givenUp.push(hopeless.n)
      left.delete(hopeless.n)
    }
    suspects.over()
  }
  return { across, givenUp, left: [...left], connections: used }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

t.test('one message that always cuts: given up, and all others go across in their order', async t => {
  const { across, givenUp, left, connections } = played(upTo(100), n => n === 7)
  t.same(givenUp, [7])
  t.same(across, upTo(100).filter(n => n !== 7))
  t.same(left, [])
  t.ok(connections < 8, `${connections} connections`)
})

t.test('several of them', async t => {
  const bad = [1, 2, 50, 51]
  const { across, givenUp, left } = played(upTo(60), n => bad.includes(n))
  t.same([...givenUp].sort((a, b) => a - b), bad)
  t.same(across, upTo(60).filter(n => !bad.includes(n)))
  t.same(left, [])
})

t.test('many of them in a row, at the head of the queue', async t => {
  const { across, givenUp, left, connections } = played(upTo(100), n => n <= 40)
  t.same([...givenUp].sort((a, b) => a - b), upTo(40))
  t.same(across, upTo(100).filter(n => n > 40))
  t.same(left, [])
  t.ok(connections < 100, `${connections} connections`)
})

t.test('whatever is sent is cut off: nothing is given up, however long it lasts, and afterwards all goes across', async t => {
  let isHostile = true
  let sent = 0
  const { across, givenUp } = played(upTo(30), () => {
    if (++sent > 500) isHostile = false
    return isHostile
  }, { connections: 1_000 })
  t.same(givenUp, [])
  t.same([...across].sort((a, b) => a - b), upTo(30))
})

t.test('the only one that waits is kept: nothing shows that others would go across', async t => {
  t.same(played([1], () => true), { across: [], givenUp: [], left: [1], connections: 100 })
})

t.test('a line that breaks long after: nothing is given up', async t => {
  t.same(played(upTo(3), n => n === 1, { afterMs: 60_000 }).givenUp, [])
})

t.test('cut off now and then: nothing is given up', async t => {
  let count = 0
  const { across, givenUp } = played(upTo(500), () => ++count % 37 === 0)
  t.same(givenUp, [])
  t.same(across, upTo(500))
})

t.test('what was passed over and retained is not sent behind a newer one of its topic', async t => {
  const suspects = new Suspects(() => 0)
  const [older, newer] = [messageOf(1, 'r', true), messageOf(2, 'r', true)]
  for (let cuts = 0; cuts < 5; cuts++) {
    suspects.sent(older)
    suspects.cut()
    suspects.over()
  }
  t.ok(suspects.isAside(1))
  suspects.sent(newer)
  t.same(suspects.acknowledged(newer), { again: undefined, late: [older] })
})
