/** How much may come in: what a second allows, what is owed, and who shares with whom. */
import { Duplex } from 'node:stream'
import t from 'tap'
import { guard } from '../../broker/hosts/aedes/guard/guard.js'
import { Bucket, Rates } from '../../broker/hosts/aedes/guard/rates.js'

t.test('so much at once, then what is earned; what was taken is owed', async t => {
  const bucket = new Bucket(100, 0)
  bucket.take(100, 0)
  t.equal(bucket.wait(0), 0)
  bucket.take(50, 0)
  t.equal(bucket.wait(0), 500)
  t.equal(bucket.wait(499), 1)
  t.equal(bucket.wait(500), 0)
  bucket.take(0, 60_000)
  bucket.take(100, 60_000)
  t.equal(bucket.wait(60_000), 0)
  bucket.take(1, 60_000)
  t.equal(bucket.wait(60_000), 10, 'no more is saved up')
})

t.test('connections: so many a second, each name for itself', async t => {
  let now = 0
  const rates = new Rates({ address: { connects: 2 }, all: { connects: 3 } }, () => now)
  t.same([rates.mayConnect('address', 'a'), rates.mayConnect('address', 'a'), rates.mayConnect('address', 'a')], [true, true, false])
  t.equal(rates.mayConnect('address', 'b'), true)
  t.same([1, 2, 3, 4].map(() => rates.mayConnect('all', '')), [true, true, true, false])
  t.equal(rates.mayConnect('principal', 'x'), true, 'what has no limit has none')
  now = 500
  t.same([rates.mayConnect('address', 'a'), rates.mayConnect('address', 'a')], [true, false])
})

const ping = Buffer.from([0xc0, 0])
const hello = Buffer.from('100c00044d5154540402003c0000', 'hex')

t.test('who is over its share is not read from until it is free again, and loses nothing', async t => {
  let now = 0
  const waiting: { run: () => void, at: number }[] = []
  const timers = { setTimeout: (run: () => void, ms: number) => waiting.push({ run, at: now + ms }), clearTimeout: () => {} }
  const rates = new Rates({ principal: { packets: 10 } }, () => now)
  const lines = ['one', 'two'].map(name => {
    const conn = new Duplex({ read () {}, write (_chunk, _encoding, done) { done() } })
    const line = rates.open(conn, '192.0.2.7', timers)
    guard(conn, { maxPacket: 1_000, maxConnect: 1_000, line })
    return { name, conn, line }
  })
  const [one, two] = lines
  one?.conn.push(hello)
  t.equal(one?.conn.read()?.length, hello.length)
  for (const { conn } of lines) rates.belongs(conn, 'cam-7')
  one?.conn.push(Buffer.concat(Array.from({ length: 30 }, () => ping)))
  t.equal(one?.conn.read()?.length, 60, 'what is there is read, and more than 27 are owed')
  one?.conn.push(ping)
  t.equal(one?.conn.read(), null)
  two?.conn.push(hello)
  t.equal(two?.conn.read(), null, 'another connection of the same principal shares')
  t.same(waiting.map(({ at }) => at), [2_750, 2_750])
  now = 2_750
  let readable = 0
  one?.conn.on('readable', () => { readable++ })
  for (const { run } of waiting) run()
  t.ok(readable > 0, 'it is told')
  t.equal(one?.conn.read()?.length, 2)
})

t.test('what is limited is read in parts, one a turn; a read of nothing, as streams do by themselves, takes nothing', async t => {
  const rates = new Rates({ all: { packets: 1e6 } }, () => 0)
  const conn = new Duplex({ read () {}, write (_chunk, _encoding, done) { done() } })
  guard(conn, { maxPacket: 100_000, maxConnect: 1_000, line: rates.open(conn, '192.0.2.7', { setTimeout: () => 0, clearTimeout: () => {} }) })
  conn.push(Buffer.concat([hello, ...Array.from({ length: 10_000 }, () => ping)]))
  let readable = 0
  conn.on('readable', () => { readable++ })
  t.equal(conn.read(0), null)
  const sizes: number[] = []
  while (conn.readableLength > 0) {
    sizes.push(conn.read().length)
    t.equal(conn.read(), null, 'not twice in one turn')
    const told = readable
    await new Promise(resolve => { setImmediate(resolve) })
    if (conn.readableLength > 0) t.ok(readable > told, 'it is told that there is more')
  }
  t.equal(sizes.reduce((sum, size) => sum + size, 0), hello.length + 20_000)
  t.ok(sizes.length > 2)
})
