/**
 * Order: a job waits for those before it that exclude it, and for nobody else.
 * Against a list of all that were handed in, over many more keys than the
 * sequencer's map lives for.
 */
import t from 'tap'
import type { Order } from '../../broker/core/command.js'
import { Sequencer } from '../../broker/pipeline/sequencer.js'
import { Chance } from '../simulation/chance.js'

interface Job extends Order {
  isBegun: boolean
  isDone: boolean
  readonly end: () => void
}

const turn = (): Promise<void> => new Promise(resolve => { setImmediate(resolve) })

function bench () {
  const sequencer = new Sequencer()
  /** Those that are not done, in the order in which they came. */
  const open: Job[] = []
  const add = (exclusive: string, shared?: string, isFailing = false): Job => {
    let end = (): void => {}
    const ended = new Promise<void>((resolve, reject) => { end = () => isFailing ? reject(new Error('failed')) : resolve() })
    const job: Job = { exclusive, ...shared !== undefined && { shared }, isBegun: false, isDone: false, end }
    open.push(job)
    const result = sequencer.run(() => job, undefined, async () => {
      job.isBegun = true
      await ended
    })
    const done = (): void => {
      job.isDone = true
      open.splice(open.indexOf(job), 1)
    }
    if (result instanceof Promise) result.then(done, done)
    return job
  }
  return { sequencer, open, add }
}

/** Neither may run beside the other. */
function excludes (a: Order, b: Order): boolean {
  return a.exclusive === b.exclusive || a.exclusive === b.shared || a.shared === b.exclusive
}

t.test('jobs begin when nothing that excludes them is before them, and at once then', async t => {
  const { open, add } = bench()
  const chance = new Chance(1)
  const wrong: string[] = []
  let ended = 0
  // Every second key comes up once: the map is renewed several times, with others in the middle of their queues.
  for (let n = 0; n < 5_000 && wrong.length === 0; n++) {
    const exclusive = chance.happens(0.5) ? `once ${n}` : `key ${chance.between(1, 6)}`
    add(exclusive, chance.happens(0.5) ? `key ${chance.between(1, 6)}` : undefined, chance.happens(0.1))
    const running = open.filter(({ isBegun }) => isBegun)
    while (running.length > 0 && (open.length > 12 || chance.happens(0.5))) {
      running.splice(chance.between(0, running.length - 1), 1)[0]?.end()
      ended++
      await turn()
    }
    for (const [index, job] of open.entries()) {
      const isFree = !open.slice(0, index).some(other => excludes(other, job))
      if (job.isBegun !== isFree) wrong.push(`after ${n}: ${job.exclusive}, ${job.shared} ${job.isBegun ? 'began too early' : 'waits for nothing'}`)
    }
  }
  t.same(wrong, [])
  t.ok(ended > 4_900)
})

t.test('who waits keeps its place when the map is renewed', async t => {
  const { add } = bench()
  const first = add('device')
  const beside = [add('one', 'device'), add('two', 'device')]
  const last = add('device')
  for (let n = 0; n < 2_500; n++) {
    add(`other ${n}`).end()
    await turn()
  }
  const later = add('device')
  const begun = (): boolean[] => [first, ...beside, last, later].map(({ isBegun }) => isBegun)
  t.same(begun(), [true, false, false, false, false])
  first.end()
  await turn()
  t.same(begun(), [true, true, true, false, false], 'those that share it run together')
  for (const job of beside) job.end()
  await turn()
  t.same(begun(), [true, true, true, true, false])
  last.end()
  await turn()
  t.ok(later.isBegun)
})

t.test('where nothing waits and nothing is waited for, the answer comes at once', async t => {
  const { sequencer, add } = bench()
  const order = (): Order => ({ exclusive: 'device' })
  t.equal(sequencer.run(order, undefined, () => 1), 1)
  const job = add('device')
  const after = sequencer.run(order, undefined, () => 2)
  t.ok(after instanceof Promise)
  job.end()
  t.equal(await after, 2)
  let asked = false
  t.equal(sequencer.run(() => { asked = true; return order() }, undefined, () => 3), 3)
  t.notOk(asked, 'nothing is left of what was')
})
