/**
 * What every queue of a bridge does, wherever it keeps what waits: in memory, on
 * disk, in Redis. A subject opens the same queue again after a crash, where it
 * outlives one.
 */
import type { Test } from 'tap'
import type { Outbox } from '../../mosquitto-compat/bridge/outbox.js'
import { type Bounds, type Message, QueueFull, type Waiting } from '../../mosquitto-compat/bridge/queue.js'

export interface QueueSubject {
  readonly open: (bounds: Bounds) => Promise<Outbox>
  /** Absent: nothing is left of it. */
  readonly crash?: () => Promise<void>
}

export const roomy = { messages: 1_000, bytes: 2 ** 20 }

export function message (topic: string, text = 'x', qos: 0 | 1 = 1): Message {
  return { topic, payload: Buffer.from(text), qos, retain: false }
}

export function read (waiting: readonly Waiting[]): string[] {
  return waiting.map(({ message: { topic, payload }, sent }) => `${topic} ${payload.toString()}${sent ? ' again' : ''}`)
}

export function queueSuite (t: Test, name: string, subject: (t: Test) => Promise<QueueSubject>): void {
  const test = (what: string, run: (t: Test, subject: QueueSubject) => Promise<unknown>): void => {
    t.test(`${name}: ${what}`, async t => { await run(t, await subject(t)) })
  }
  const full = async (t: Test, adding: () => Promise<void>, what = 'there is no room'): Promise<void> => {
    await t.rejects(async () => await adding(), QueueFull, what)
  }

  test('first in, first out; what is under way is taken once', async (t, { open }) => {
    const queue = await open(roomy)
    for (const topic of ['a', 'b', 'c']) await queue.add(message(topic), 'kept')
    const first = await queue.take(2)
    t.same(read(first), ['a x', 'b x'])
    t.same(read(await queue.take(9)), ['c x'])
    t.same(read(await queue.take(9)), [])
    t.equal(queue.underWay, 3)
    for (const { n } of first) queue.done(n)
    t.equal(queue.messages, 1)
    queue.giveBack()
    t.equal(queue.underWay, 0)
    t.same(read(await queue.take(9)), ['c x again'], 'what was not acknowledged comes again, and says so')
  })

  test('added at once, they stay in their order', async (t, { open }) => {
    const queue = await open(roomy)
    const topics = Array.from({ length: 600 }, (_, n) => `m/${n}`)
    await Promise.all(topics.map(topic => queue.add(message(topic), 'kept')))
    t.same((await queue.take(1_000)).map(({ message: { topic } }) => topic), topics)
  })

  test('where there is no room the oldest of what matters least goes, and what is promised never', async (t, { open }) => {
    const queue = await open({ messages: 4, bytes: 2 ** 20 })
    await queue.add(message('kept-1'), 'kept')
    await queue.add(message('state/1'), 'fact')
    await queue.add(message('events/1', 'x', 0), 'loose')
    await queue.add(message('events/2', 'x', 0), 'loose')
    await queue.add(message('kept-2'), 'kept')
    await queue.add(message('events/3', 'x', 0), 'loose')
    await queue.add(message('kept-3'), 'kept')
    t.equal(queue.dropped, 3)
    t.equal(queue.hasMissed, false)
    await queue.add(message('kept-4'), 'kept')
    await full(t, () => queue.add(message('kept-5'), 'kept'))
    await full(t, () => queue.add(message('events/4', 'x', 0), 'loose'))
    t.equal(queue.dropped, 4)
    t.equal(queue.hasMissed, true, 'a state among them')
    queue.hasMissed = false
    t.equal(queue.hasMissed, false)
    t.equal(queue.messages, 4)
    t.same(read(await queue.take(9)), ['kept-1 x', 'kept-2 x', 'kept-3 x', 'kept-4 x'])
    await full(t, () => queue.add(message('kept-5'), 'kept'), 'what is under way takes its room, too')
    queue.missed('kept')
    queue.missed('fact')
    t.same([queue.dropped, queue.refused, queue.hasMissed], [5, 1, true])
  })

  test('the bound counts bytes as well', async (t, { open }) => {
    const queue = await open({ messages: 1_000, bytes: 1_000 })
    await queue.add(message('a', 'x'.repeat(400)), 'loose')
    await queue.add(message('b', 'x'.repeat(400)), 'loose')
    await queue.add(message('c', 'x'.repeat(400)), 'kept')
    t.equal(queue.bytes, 2 * 465)
    t.equal(queue.dropped, 1)
    await full(t, () => queue.add(message('d', 'x'.repeat(1_000)), 'kept'))
    t.equal(queue.messages, 1, 'c alone')
    for (const { n } of await queue.take(9)) queue.done(n)
    t.same([queue.messages, queue.bytes], [0, 0])
  })

  test('of a state the last one waits, at its place in the order', async (t, { open }) => {
    const queue = await open({ messages: 2, bytes: 2 ** 20 })
    await queue.add(message('state/1', 'one'), 'fact')
    await queue.add(message('m'), 'kept')
    await queue.add(message('state/1', 'two'), 'fact')
    t.equal(queue.dropped, 0, 'in its own place')
    t.same(read(await queue.take(9)), ['m x', 'state/1 two'])
    queue.giveBack()
    await queue.add(message('state/1', 'three'), 'fact')
    t.same(read(await queue.take(9)), ['m x again', 'state/1 three'])
  })

  test('a state that is under way is not replaced, and its removal takes the place of one that waits', async (t, { open }) => {
    const queue = await open({ messages: 3, bytes: 2 ** 20 })
    await queue.add(message('state/1', 'one'), 'fact')
    t.same(read(await queue.take(9)), ['state/1 one'])
    await queue.add(message('state/1', 'two'), 'fact')
    t.equal(queue.messages, 2)
    await queue.add(message('state/1', ''), 'kept')
    t.equal(queue.messages, 2)
    t.same(read(await queue.take(9)), ['state/1 '])
  })

  test('the removal of a state has as much room again, in place of the state that waits, and survives a crash', async (t, { open, crash }) => {
    const queue = await open({ messages: 3, bytes: 2 ** 20 })
    await queue.add(message('state/1'), 'fact')
    for (const topic of ['kept-1', 'kept-2']) await queue.add(message(topic), 'kept')
    for (const n of [1, 2, 3, 4]) await queue.add(message(`state/${n}`, ''), 'removal')
    await full(t, () => queue.add(message('state/5', ''), 'removal'))
    await full(t, () => queue.add(message('kept-3'), 'kept'))
    await crash?.()
    const again = crash === undefined ? queue : await open({ messages: 3, bytes: 2 ** 20 })
    t.same(read(await again.take(9)), ['kept-1 x', 'kept-2 x', 'state/1 ', 'state/2 ', 'state/3 ', 'state/4 '])
  })

  test('a state that grows makes room by the others, and is counted once', async (t, { open }) => {
    const queue = await open({ messages: 1_000, bytes: 1_000 })
    await queue.add(message('s/1', 'x'.repeat(300)), 'fact')
    await queue.add(message('s/2', 'x'.repeat(300)), 'fact')
    await queue.add(message('s/1', 'x'.repeat(800)), 'fact')
    t.equal(queue.dropped, 1)
    t.equal(queue.bytes, 64 + 3 + 800)
    t.same((await queue.take(9)).map(({ message: { topic } }) => topic), ['s/1'])
  })

  test('after a crash all that was written is there, in order; what may have been sent says so', async (t, { open, crash }) => {
    const before = await open(roomy)
    const payload = Buffer.from([0, 255, 1, 254])
    for (let n = 0; n < 100; n++) await before.add({ topic: `m/${n}`, payload, qos: 1, retain: n === 7 }, 'kept')
    for (const { n } of await before.take(10)) if (n <= 5) before.done(n)
    await before.add(message('last'), 'kept')
    await before.setBegun('["a/#"]')
    if (crash === undefined) return t.equal((await open(roomy)).messages, 0, 'nothing, in memory')
    await crash()
    const queue = await open(roomy)
    t.equal(await queue.begun(), '["a/#"]')
    const waiting = await queue.take(200)
    t.same(waiting.map(({ message: { topic } }) => topic), [...Array.from({ length: 95 }, (_, n) => `m/${n + 5}`), 'last'])
    t.same(waiting.filter(({ sent }) => sent).map(({ message: { topic } }) => topic), ['m/5', 'm/6', 'm/7', 'm/8', 'm/9'])
    t.same(waiting[0]?.message.payload, payload)
    t.same(waiting.filter(({ message: { retain } }) => retain).map(({ message: { topic } }) => topic), ['m/7'])
    await queue.add(message('next'), 'kept')
    for (const { n } of waiting) queue.done(n)
    t.same(read(await queue.take(9)), ['next x'], 'numbers go on')
    await crash()
  })
}
