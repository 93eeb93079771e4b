/** The queue of a bridge: its bound, what goes first, and what is left of it after a crash. */
import t from 'tap'
import { openClassicLevel, openFolder } from '../../broker/store/level/database.js'
import { type Message, Queue, QueueFull, type Waiting } from '../../mosquitto-compat/bridge/queue.js'

const roomy = { messages: 1_000, bytes: 2 ** 20 }

function message (topic: string, text = 'x', qos: 0 | 1 = 1): Message {
  return { topic, payload: Buffer.from(text), qos, retain: false }
}

function read (waiting: readonly Waiting[]): string[] {
  return waiting.map(({ message: { topic, payload }, sent }) => `${topic} ${payload.toString()}${sent ? ' again' : ''}`)
}

async function open (directory: string, bounds = roomy): Promise<{ queue: Queue, crash: () => Promise<void> }> {
  const database = await openFolder(directory, openClassicLevel)
  const queue = new Queue(bounds, database)
  await queue.load()
  return { queue, crash: () => database.close() }
}

t.test('first in, first out; what is under way is taken once', async t => {
  const queue = new Queue(roomy)
  for (const topic of ['a', 'b', 'c']) await queue.add(message(topic), 'kept')
  const first = await queue.take(2)
  t.same(read(first), ['a x', 'b x'])
  t.same(read(await queue.take(9)), ['c x'])
  t.same(read(await queue.take(9)), [])
  for (const { n } of first) queue.done(n)
  t.equal(queue.messages, 1)
  queue.giveBack()
  t.same(read(await queue.take(9)), ['c x again'], 'what was not acknowledged comes again, and says so')
})

t.test('where there is no room the oldest of what matters least goes, and what is promised never', async t => {
  const queue = new Queue({ messages: 4, bytes: 2 ** 20 })
  await queue.add(message('kept-1'), 'kept')
  await queue.add(message('state/1'), 'fact')
  await queue.add(message('events/1', 'x', 0), 'loose')
  await queue.add(message('events/2', 'x', 0), 'loose')
  await queue.add(message('kept-2'), 'kept')
  await queue.add(message('events/3', 'x', 0), 'loose')
  await queue.add(message('kept-3'), 'kept')
  t.equal(queue.dropped, 3)
  await queue.add(message('kept-4'), 'kept')
  t.throws(() => queue.add(message('kept-5'), 'kept'), QueueFull)
  t.throws(() => queue.add(message('events/4', 'x', 0), 'loose'), QueueFull)
  t.equal(queue.dropped, 4)
  t.equal(queue.hasMissed, true, 'a state among them')
  t.equal(queue.messages, 4)
  t.same(read(await queue.take(9)), ['kept-1 x', 'kept-2 x', 'kept-3 x', 'kept-4 x'])
  t.throws(() => queue.add(message('kept-5'), 'kept'), QueueFull, 'what is under way takes its room, too')
})

t.test('the bound counts bytes as well', async t => {
  const queue = new Queue({ messages: 1_000, bytes: 1_000 })
  await queue.add(message('a', 'x'.repeat(400)), 'loose')
  await queue.add(message('b', 'x'.repeat(400)), 'loose')
  await queue.add(message('c', 'x'.repeat(400)), 'kept')
  t.ok(queue.bytes <= 1_000)
  t.equal(queue.dropped, 1)
  t.throws(() => queue.add(message('d', 'x'.repeat(1_000)), 'kept'), QueueFull)
  t.equal(queue.messages, 1, 'c alone')
})

t.test('of a state the last one waits, at its place in the order', async t => {
  const queue = new Queue({ messages: 2, bytes: 2 ** 20 })
  await queue.add(message('state/1', 'one'), 'fact')
  await queue.add(message('m'), 'kept')
  await queue.add(message('state/1', 'two'), 'fact')
  t.equal(queue.dropped, 0, 'in its own place')
  t.same(read(await queue.take(9)), ['m x', 'state/1 two'])
  queue.giveBack()
  await queue.add(message('state/1', 'three'), 'fact')
  t.same(read(await queue.take(9)), ['m x again', 'state/1 three'])
})

t.test('after a crash all that was written is there, in order; what may have been sent says so', async t => {
  const directory = t.testdir()
  const before = await open(directory)
  const payload = Buffer.from([0, 255, 1, 254])
  for (let n = 0; n < 100; n++) await before.queue.add({ topic: `m/${n}`, payload, qos: 1, retain: n === 7 }, 'kept')
  for (const { n } of await before.queue.take(10)) if (n <= 5) before.queue.done(n)
  await before.queue.add(message('last'), 'kept')
  await before.crash()
  const { queue, crash } = await open(directory)
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

t.test('more than is kept in memory is read from the disk', async t => {
  const directory = t.testdir()
  const { queue, crash } = await open(directory, { messages: 1_000, bytes: 2 ** 26 })
  const big = 'x'.repeat(2 ** 20)
  for (let n = 0; n < 8; n++) await queue.add(message(`m/${n}`, `${n}${big}`), 'kept')
  const waiting = await queue.take(9)
  t.same(waiting.map(({ message: { topic, payload } }) => [topic, payload.length, payload.toString()[0]]), Array.from({ length: 8 }, (_, n) => [`m/${n}`, 2 ** 20 + 1, `${n}`]))
  await crash()
})

t.test('what the disk does not take is not in the queue, and keeps nothing else from being sent', async t => {
  const database = await openFolder(t.testdir(), openClassicLevel)
  const batch = database.batch.bind(database)
  const disk = { isFull: false }
  Object.assign(database, { batch: async (...given: Parameters<typeof batch>) => disk.isFull ? await Promise.reject(new Error('no space left')) : await batch(...given) })
  const queue = new Queue({ messages: 1_000, bytes: 2 ** 26 }, database)
  const big = 'x'.repeat(2 ** 20)
  for (let n = 0; n < 5; n++) await queue.add(message(`m/${n}`, big), 'kept')
  disk.isFull = true
  await t.rejects(queue.add(message('refused', big), 'kept'), /no space left/)
  t.equal(queue.messages, 5)
  const refused = t.rejects(queue.add(message('refused while it is taken', big), 'kept'), /no space left/)
  await t.rejects(queue.take(9), /no space left/, 'nothing is sent unless it is noted before')
  await refused
  disk.isFull = false
  queue.giveBack()
  const waiting = await queue.take(9)
  t.same(waiting.map(({ message: { topic } }) => topic), ['m/0', 'm/1', 'm/2', 'm/3', 'm/4'])
  for (const { n } of waiting) queue.done(n)
  t.same([queue.messages, queue.bytes, queue.underWay], [0, 0, 0])
  await queue.close()
})
