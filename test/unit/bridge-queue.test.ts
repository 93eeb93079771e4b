/** The queue of a bridge in one process: its bound, what goes first, and what is left of it after a crash. In Redis: contract/redis-bridge-queue.test.ts. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openClassicLevel, openFolder } from '../../broker/store/level/database.js'
import { Queue } from '../../mosquitto-compat/bridge/queue.js'
import { message, queueSuite, roomy } from '../support/bridge-queue-suite.js'

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

t.test('a record that can not be read is set aside and told, and the others cross in their order', async t => {
  const directory = t.testdir()
  const open = async () => await openFolder(directory, openClassicLevel)
  const before = new Queue(roomy, await open())
  for (const topic of ['a', 'b', 'c', 'd']) await before.add(message(topic), 'kept')
  await before.close()
  const database = await open()
  const [, second, third] = await database.keys({ gte: 'q/', lt: 'q0' }).all() as [string, string, string]
  await database.put(second, '{"topic":"b","qo')
  await database.put(third, '{"topic":"c","qos":7}')
  const told: string[] = []
  const queue = new Queue(roomy, database, key => { told.push(key) })
  await queue.load()
  t.same(told, [`spoiled/${second}`, `spoiled/${third}`])
  await queue.add(message('e'), 'kept')
  t.same((await queue.take(9)).map(({ message: { topic } }) => topic), ['a', 'd', 'e'])
  t.equal(queue.refused, 2)
  await queue.close()
  const after = await open()
  t.equal(await after.get(`spoiled/${second}`), '{"topic":"b","qo', 'kept for people')
  const again = new Queue(roomy, after, key => { told.push(key) })
  await again.load()
  t.equal(told.length, 2, 'told once')
  t.equal(again.messages, 3)
  await again.close()
})

t.test('one that is damaged on disk after it was read at the start is set aside, too', async t => {
  const database = await openFolder(t.testdir(), openClassicLevel)
  const told: string[] = []
  const queue = new Queue({ messages: 1_000, bytes: 2 ** 26 }, database, key => { told.push(key) })
  for (let n = 0; n < 6; n++) await queue.add(message(`m/${n}`, 'x'.repeat(2 ** 20)), 'kept')
  const last = (await database.keys({ gte: 'q/', lt: 'q0' }).all()).at(-1) as string
  await database.put(last, 'garbage')
  t.same((await queue.take(9)).map(({ message: { topic } }) => topic), ['m/0', 'm/1', 'm/2', 'm/3', 'm/4'])
  t.same(told, [`spoiled/${last}`])
  t.same([queue.underWay, queue.refused], [5, 1])
  await queue.close()
})

t.test('a folder in which whole blocks are damaged is named, with what to do', async t => {
  const directory = t.testdir()
  const open = async () => await openFolder(directory, openClassicLevel)
  const database = await open()
  const queue = new Queue({ messages: 1_000, bytes: 2 ** 26 }, database)
  for (let n = 0; n < 50; n++) await queue.add(message(`m/${n}`, `${n} `.repeat(2_000)), 'kept')
  await database.compactRange('', '~')
  await queue.close()
  for (const file of readdirSync(directory).filter(name => name.endsWith('.ldb'))) {
    const bytes = readFileSync(join(directory, file))
    bytes.fill(0x55, 100, bytes.length >> 1)
    writeFileSync(join(directory, file), bytes)
  }
  await t.rejects(async () => {
    const damaged = await open()
    t.teardown(() => damaged.close())
    await new Queue(roomy, damaged).load()
  }, { name: 'StoreUnusable', message: new RegExp(`^${directory} is damaged .*move it away`) })
})
