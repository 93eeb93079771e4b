/** The queue of a bridge in one process: its bound, what goes first, and what is left of it after a crash. In Redis: contract/redis-bridge-queue.test.ts. */
import t from 'tap'
import { openClassicLevel, openFolder } from '../../broker/store/level/database.js'
import { Queue } from '../../mosquitto-compat/bridge/queue.js'
import { message, queueSuite } from '../support/bridge-queue-suite.js'

queueSuite(t, 'in memory', async () => ({ open: async bounds => new Queue(bounds) }))

queueSuite(t, 'on disk', async t => {
  const directory = t.testdir()
  const open = async () => await openFolder(directory, openClassicLevel)
  let database: Awaited<ReturnType<typeof open>> | undefined
  return {
    async open (bounds) {
      database = await open()
      const queue = new Queue(bounds, database)
      await queue.load()
      return queue
    },
    crash: async () => { await database?.close() }
  }
})

t.test('more than is kept in memory is read from the disk', async t => {
  const directory = t.testdir()
  const queue = new Queue({ messages: 1_000, bytes: 2 ** 26 }, await openFolder(directory, openClassicLevel))
  const big = 'x'.repeat(2 ** 20)
  for (let n = 0; n < 8; n++) await queue.add(message(`m/${n}`, `${n}${big}`), 'kept')
  const waiting = await queue.take(9)
  t.same(waiting.map(({ message: { topic, payload } }) => [topic, payload.length, payload.toString()[0]]), Array.from({ length: 8 }, (_, n) => [`m/${n}`, 2 ** 20 + 1, `${n}`]))
  await queue.close()
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
