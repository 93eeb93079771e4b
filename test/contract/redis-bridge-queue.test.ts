/** The queue of a bridge that nodes share in a real Redis: what every queue does, and who of several carries. */
import t, { type Test } from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { silentLog } from '../../broker/platform/log.js'
import type { Bus } from '../../broker/store/bus.js'
import { Keys } from '../../broker/store/redis/keys.js'
import { Link } from '../../broker/store/redis/link.js'
import { keyOf, typesOf } from '../../mosquitto-compat/bridge/redis/keys.js'
import type { Message } from '../../mosquitto-compat/bridge/queue.js'
import { RedisQueue } from '../../mosquitto-compat/bridge/redis/queue.js'
import { message, queueSuite, read, roomy } from '../support/bridge-queue-suite.js'
import { startRedis } from '../support/redis-server.js'

const redis = await startRedis(t)
const clock = systemClock()
let names = 0

/** A bus between those of one test. */
class Buses {
  readonly #all: { node: string, listeners: Map<string, (body: Buffer, from: string) => void> }[] = []

  create (node: string): Bus {
    const listeners = new Map<string, (body: Buffer, from: string) => void>()
    this.#all.push({ node, listeners })
    return {
      node,
      isDeaf: false,
      onGap: () => {},
      listen: (kind, listener) => { listeners.set(kind, listener) },
      send: (_, kind, body) => {
        for (const other of this.#all) if (other.node !== node) other.listeners.get(kind)?.(Buffer.from(body), node)
      }
    }
  }
}

interface Member {
  readonly queue: RedisQueue
  readonly turns: boolean[]
  readonly passed: string[]
  readonly link: Link
  /** Resolves at the next turn that is this. */
  readonly turn: (isOurs: boolean) => Promise<void>
}

class Fleet {
  readonly #prefix: string
  readonly #keys = new Keys()
  readonly #buses = new Buses()
  readonly #links: Link[] = []
  readonly name = `b${names++}`
  #members = 0

  constructor (t: Test, private readonly url = redis.url) {
    this.#prefix = this.#keys.prefix
    t.teardown(() => Promise.all(this.#links.map(link => link.close())))
  }

  async member (bounds = roomy, log = silentLog, config = 'same'): Promise<Member> {
    const link: Link = new Link({ url: this.url }, clock, silentLog, { prepare: async () => {}, beat: async () => {}, lost: () => queue.lost(), back: () => queue.back() })
    await link.open()
    this.#links.push(link)
    const node = `n${this.#members++}`
    const queue = new RedisQueue({ name: this.name, bounds, redis: link, prefix: this.#prefix, bus: this.#buses.create(node), clock, log, config })
    await queue.load()
    const turns: boolean[] = []
    const passed: string[] = []
    let turned = (): void => {}
    await queue.shared.join({
      turn: isOurs => { turns.push(isOurs); turned() },
      added: () => {},
      passed: ({ topic }: Message) => passed.push(topic),
      counted: () => {},
      joined: () => {}
    })
    const turn = async (isOurs: boolean): Promise<void> => { while (turns.at(-1) !== isOurs) await new Promise<void>(resolve => { turned = resolve }) }
    return { queue, turns, passed, link, turn }
  }

  /** As if the lease had run out. */
  async expire (): Promise<void> {
    await this.#links[0]?.connection?.call(['DEL', keyOf(this.#prefix, 'carrier', this.name)])
  }

  async keys (): Promise<readonly string[]> {
    const types = await Promise.all(typesOf(this.#prefix, this.name).map(async ([key, type]) => [key, type, await this.#links[0]?.connection?.call<string>(['TYPE', key])] as const))
    return types.filter(([, type, found]) => found !== 'none' && found !== type).map(([key]) => key)
  }
}

queueSuite(t, 'in Redis', async t => {
  const fleet = new Fleet(t)
  return {
    open: async bounds => (await fleet.member(bounds)).queue,
    crash: () => fleet.expire()
  }
})

t.test('one carries, all add; who carries next begins with what was under way', async t => {
  const fleet = new Fleet(t)
  const [one, two] = [await fleet.member(), await fleet.member()]
  t.same([one.turns, two.turns], [[true], []])
  for (const [n, { queue }] of [one, two, one, two].entries()) await queue.add(message(`m/${n}`), 'kept')
  t.same(read(await two.queue.take(9)), [], 'not its turn')
  const waiting = await one.queue.take(3)
  t.same(read(waiting), ['m/0 x', 'm/1 x', 'm/2 x'])
  if (waiting[0] !== undefined) one.queue.done(waiting[0].n)
  await one.queue.close()
  await two.turn(true)
  t.same(read(await two.queue.take(9)), ['m/1 x again', 'm/2 x again', 'm/3 x'])
  t.same(await fleet.keys(), [], 'all keys are what they should be')
})

t.test('whose lease is another\'s takes nothing and is told so', async t => {
  const fleet = new Fleet(t)
  const one = await fleet.member()
  await one.queue.add(message('m'), 'kept')
  await fleet.expire()
  const two = await fleet.member()
  t.same(two.turns, [true])
  t.same(read(await one.queue.take(9)), [])
  t.same(one.turns, [true, false])
  t.same(read(await two.queue.take(9)), ['m x'])
  const [before] = await two.queue.take(9)
  t.equal(before, undefined)
})

t.test('who lets another have it gets it back where there is none', async t => {
  const fleet = new Fleet(t)
  const one = await fleet.member()
  one.queue.shared.yield()
  t.same(one.turns, [true, false])
  const two = await fleet.member()
  await two.turn(true)
  await two.queue.close()
  await one.turn(true)
  t.same(one.turns, [true, false, true])
})

t.test('what is worth nothing later goes to who carries; the state of who carries is known to all', async t => {
  const fleet = new Fleet(t)
  const [one, two] = [await fleet.member(), await fleet.member()]
  two.queue.shared.handOn(message('live'))
  t.same([one.passed, two.passed], [['live'], []])
  const state = { bridge: 'b', state: 'connected' as const, v: 7, since: 1, queued: { messages: 0, bytes: 0 }, dropped: 0, refused: 0 }
  one.queue.shared.tell(state)
  t.same(two.queue.shared.state, state)
  await one.queue.close()
  const three = await fleet.member()
  t.same(three.queue.shared.state, state, 'read by one that comes later')
})

t.test('nodes with differing configurations: said once', async t => {
  const fleet = new Fleet(t)
  const warnings: string[] = []
  await fleet.member()
  const two = await fleet.member(roomy, { ...silentLog, warn: (_, message) => { warnings.push(message) } }, 'another')
  await two.queue.load()
  t.match(warnings, [/another configuration/])
})

t.test('Redis gone and back: nobody carries meanwhile, and then again with what was under way', async t => {
  const own = await startRedis(t, { appendonly: 'always' })
  const { queue, turn, turns } = await new Fleet(t, own.url).member()
  await queue.add(message('a'), 'kept')
  t.same(read(await queue.take(9)), ['a x'])
  await own.kill()
  await turn(false)
  await t.rejects(queue.add(message('b'), 'kept'))
  await own.restart()
  await turn(true)
  t.same(read(await queue.take(9)), ['a x again'])
  t.same(turns, [true, false, true])
  await queue.close()
})

t.test('a full Redis takes nothing more, and gives what waits', async t => {
  const own = await startRedis(t)
  const { queue, link } = await new Fleet(t, own.url).member()
  for (let n = 0; n < 50; n++) await queue.add(message(`m/${n}`, 'x'.repeat(1_000)), 'kept')
  await link.connection?.call(['CONFIG', 'SET', 'maxmemory', '1mb'])
  await t.rejects(queue.add(message('more'), 'kept'), /maxmemory/)
  const waiting = await queue.take(50)
  t.equal(waiting.length, 50)
  for (const { n } of waiting) queue.done(n)
  t.same(read(await queue.take(9)), [])
  t.same([queue.messages, queue.bytes], [0, 0])
  await queue.close()
})
