/**
 * Ordinary MQTT over Redis: Aedes' own contract suite, and what it does not ask: several brokers on one Redis, bounded
 * queues, no key that is left over, and what a Redis that is away does to its callers.
 */
import assert from 'node:assert'
import { type EventEmitter, once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { Aedes } from 'aedes'
import type { AedesPublishPacket } from 'aedes'
import fc from 'fast-check'
import mqtt from 'mqtt'
import { createClient } from 'redis'
import t from 'tap'
import type { Test } from 'tap'
import type { RedisClient } from '../../broker/hosts/aedes/redis/connection.js'
import { type RedisPersistence, type RedisPersistenceOptions, createRedisPersistence } from '../../broker/hosts/aedes/redis/persistence.js'
import { type RedisServer, startRedis } from '../support/redis-server.js'

const PREFIX = '{orchestra}:'
const BINARY = Buffer.from([0, 0xff, 0xfe, 0x80, 0x0a, 0x00, 0xc3, 0x28])

const server = await startRedis(t)
const admin = await connected(t, server)

type Announce = (text: string) => void
interface Arrived { topic: string, payload: Buffer, retain: boolean, qos: number }

async function connected (t: Test, { url }: RedisServer): Promise<RedisClient> {
  const client: RedisClient = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: false } })
  client.on('error', () => {})
  await client.connect()
  t.teardown(() => client.destroy())
  return client
}

/** Every node's announcements to all others, at once. */
function line () {
  const nodes: Announce[] = []
  return {
    isCut: false,
    node () {
      const index = nodes.push(() => {}) - 1
      return {
        announce: (text: string) => nodes.forEach((listener, other) => other !== index && !this.isCut && listener(text)),
        onAnnounced: (listener: Announce) => { nodes[index] = listener }
      }
    }
  }
}

class Node {
  readonly errors: unknown[] = []
  constructor (readonly aedes: Aedes, readonly persistence: RedisPersistence, readonly port: number, readonly t: Test) {
    const broker: EventEmitter = aedes
    broker.on('error', error => this.errors.push(error))
  }

  /** Resolves when the broker has done everything that it does with a publish. */
  async publish (topic: string, payload: Buffer | string, qos: 0 | 1 | 2 = 1, retain = false): Promise<void> {
    await new Promise<void>((resolve, reject) => this.aedes.publish({ cmd: 'publish', dup: false, topic, payload: Buffer.from(payload), qos, retain }, error => error === undefined || error === null ? resolve() : reject(error)))
  }

  async connect (clientId: string, clean = false) {
    const client = mqtt.connect(`mqtt://127.0.0.1:${this.port}`, { clientId, clean, reconnectPeriod: 0 })
    this.t.teardown(() => client.end(true))
    const got: Arrived[] = []
    client.on('message', (topic, payload, { retain, qos }) => got.push({ topic, payload, retain, qos }))
    await once(client as never, 'connect')
    /** Until so many messages came. */
    const until = async (count: number) => { while (got.length < count) await once(client as never, 'message') }
    return { client, got, until }
  }
}

/** @param beside a node whose emitter it shares, as if packets travelled between the two */
async function startNode (t: Test, options: Partial<RedisPersistenceOptions> = {}, beside?: Node): Promise<Node> {
  const persistence = createRedisPersistence({ client: await connected(t, server), prefix: PREFIX, ...options })
  const aedes = new Aedes({ persistence, mq: (beside?.aedes as { mq?: unknown } | undefined)?.mq })
  await aedes.listen()
  const listener = createServer(aedes.handle).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  t.teardown(async () => {
    listener.close()
    await new Promise<void>(resolve => aedes.close(resolve))
    await persistence.destroy()
  })
  return new Node(aedes, persistence, (listener.address() as AddressInfo).port, t)
}

/** Two brokers that share Redis and the announcements; each with an emitter of its own. */
async function startTwo (t: Test, options: Partial<RedisPersistenceOptions> = {}) {
  await admin.flushDb()
  const between = line()
  return { between, a: await startNode(t, { bus: between.node(), ...options }), b: await startNode(t, { bus: between.node(), ...options }) }
}

async function all<T> (stream: Readable): Promise<T[]> {
  return await stream.toArray() as T[]
}

async function keys (): Promise<string[]> {
  return (await admin.keys('*')).sort()
}

t.test('Aedes\' own contract', async t => {
  interface Context { assert: Partial<typeof assert>, plan: (count: number) => void, diagnostic: () => void }
  type Suite = (options: object) => void
  const suite = createRequire(import.meta.url)('aedes-persistence/abstract.js') as Suite
  const tests: { name: string, body: (context: Context) => Promise<void> }[] = []
  const client = await connected(t, server)
  suite({
    test: (name: string, body: (context: Context) => Promise<void>) => tests.push({ name, body }),
    testAsync: true,
    persistence: async () => {
      await admin.flushDb()
      return createRedisPersistence({ client, prefix: PREFIX })
    }
  })
  t.ok(tests.length > 40, 'the suite was read')
  for (const { name, body } of tests) {
    await t.test(name, async t => {
      let made = 0
      let planned: number | undefined
      const counted = <A extends unknown[]>(check: (...args: A) => unknown) => (...args: A) => { made++; check(...args) }
      const { ok, equal, notEqual, deepEqual } = assert
      const checks = { ok: counted(ok), equal: counted(equal), notEqual: counted(notEqual), deepEqual: counted(deepEqual) }
      await body({ assert: checks as unknown as typeof assert, plan: count => { planned = count }, diagnostic: () => {} })
      t.equal(planned ?? made, made, 'as many checks as the suite planned')
    })
  }
})

t.test('a retained message set on one node is there on the other, byte by byte, until it is deleted', async t => {
  const { a, b } = await startTwo(t)
  await a.publish('plants/hall 1/temperature', BINARY, 1, true)
  await a.publish('plants/hall 1', 'twelve', 0, true)
  await a.publish('plants/hall 11', 'not asked for', 0, true)
  await a.publish('$private/hall 1', 'hidden', 0, true)
  const retained = async (node: Node, ...filters: string[]) => (await all<Arrived>(node.persistence.createRetainedStreamCombi(filters))).map(({ topic, payload }) => [topic, payload])
  const both = [['plants/hall 1', Buffer.from('twelve')], ['plants/hall 1/temperature', BINARY]]
  t.same(await retained(b, 'plants/hall 1/#'), both)
  t.same(await retained(b, 'plants/hall 1/+'), [both[1]])
  t.same(await retained(b, '+/hall 1'), [both[0]], 'a wildcard at the front leaves out what begins with $')
  t.same(await retained(b, '$private/+'), [['$private/hall 1', Buffer.from('hidden')]])

  const { client, got, until } = await b.connect('reader', true)
  await client.subscribeAsync('plants/+/temperature', { qos: 1 })
  await until(1)
  t.match(got, [{ topic: 'plants/hall 1/temperature', retain: true }])
  t.ok(got[0]?.payload.equals(BINARY))

  await b.publish('plants/hall 1/temperature', '', 0, true)
  t.same(await retained(a, 'plants/hall 1/temperature', '#'), [both[0], ['plants/hall 11', Buffer.from('not asked for')]])
})

t.test('more retained topics than one page holds', async t => {
  const { a, b } = await startTwo(t)
  const topics = Array.from({ length: 2_345 }, (_, index) => `meters/ä${index}/value`)
  await Promise.all(topics.map(async topic => await a.publish(topic, topic, 0, true)))
  const found = await all<Arrived>(b.persistence.createRetainedStream('meters/+/value'))
  t.same(found.map(({ topic }) => topic).sort(), topics.sort())
})

t.test('a stored session of one node gets on the other what was published there meanwhile, once and in order', async t => {
  const { a, b } = await startTwo(t)
  const first = await a.connect('traveller')
  await first.client.subscribeAsync(['news/#', 'news/+'], { qos: 1 })
  await first.client.endAsync()
  const payloads = Array.from({ length: 120 }, (_, index) => Buffer.concat([Buffer.from(`${index}`), BINARY]))
  for (const payload of payloads) await b.publish('news/today', payload)
  const second = await b.connect('traveller')
  await second.until(payloads.length)
  t.same(second.got.map(({ payload }) => payload), payloads, 'two subscriptions match, and it comes once')
  await second.client.endAsync()

  const third = await a.connect('traveller')
  await a.publish('news/today', 'last')
  await third.until(1)
  t.equal(`${third.got[0]?.payload}`, 'last', 'what was acknowledged does not come again')
  t.same([...a.errors, ...b.errors], [])
})

t.test('what is unsubscribed on one node is not queued by the other', async t => {
  const { a, b } = await startTwo(t)
  const { client } = await a.connect('fickle')
  await client.subscribeAsync(['kept', 'dropped'], { qos: 1 })
  await client.unsubscribeAsync('dropped')
  await client.endAsync()
  await b.publish('dropped', 'x')
  t.notOk(await admin.exists(`${PREFIX}mqtt:queue:fickle`))
  await b.publish('kept', 'x')
  t.equal(await admin.zCard(`${PREFIX}mqtt:queue:fickle`), 1)

  const clean = await a.connect('fickle', true)
  await clean.client.endAsync()
  await b.publish('kept', 'x')
  t.same(await keys(), [`${PREFIX}mqtt:sequence`], 'a clean session ends the stored one, on all nodes')
})

t.test('subscribing again to what is subscribed announces nothing', async t => {
  await admin.flushDb()
  const announced: string[] = []
  const persistence = createRedisPersistence({ client: admin, prefix: PREFIX, bus: { announce: text => announced.push(text), onAnnounced: () => {} } })
  const subscription = { topic: '__proto__', qos: 1 as const, rh: 0 }
  for (let round = 0; round < 3; round++) await persistence.addSubscriptions({ id: 'again' }, [subscription])
  t.equal(announced.length, 1)
  t.same(await persistence.subscriptionsByClient({ id: 'again' }), [subscription])
  await persistence.addSubscriptions({ id: 'again' }, [{ ...subscription, qos: 2 }])
  t.equal(announced.length, 2)
})

t.test('announcements that were lost are made up for by reload', async t => {
  const { a, b, between } = await startTwo(t)
  await a.persistence.addSubscriptions({ id: 'leaver' }, [{ topic: 'left', qos: 1 }])
  between.isCut = true
  await a.persistence.addSubscriptions({ id: 'comer' }, [{ topic: 'came', qos: 1 }])
  await a.persistence.cleanSubscriptions({ id: 'leaver' })
  t.same([(await b.persistence.subscriptionsByTopic('came')).length, (await b.persistence.subscriptionsByTopic('left')).length], [0, 1], 'it knows nothing of that')
  const reloaded = b.persistence.reload(await connected(t, server))
  t.equal((await b.persistence.subscriptionsByTopic('came')).length, 1, 'who asks meanwhile waits')
  await reloaded
  t.same([(await b.persistence.subscriptionsByTopic('came')).length, (await b.persistence.subscriptionsByTopic('left')).length], [1, 0])
  t.same(await b.persistence.countOffline(), { subsCount: 1, clientsCount: 1 })
})

t.test('nodes that change the same sessions at the same time agree with Redis in the end', async t => {
  const clientId = fc.constantFrom('x', 'y')
  const filter = fc.constantFrom('a', 'b', '+')
  const change = fc.record({ node: fc.nat(1), clientId, filter, kind: fc.constantFrom('add', 'add', 'remove', 'clear'), qos: fc.constantFrom(0 as const, 1 as const, 2 as const), isAwaited: fc.boolean() })
  const clients = [await connected(t, server), await connected(t, server)]
  await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 30 }), async changes => {
    await admin.flushDb()
    const between = line()
    const nodes = clients.map(client => createRedisPersistence({ client, prefix: PREFIX, bus: between.node() }))
    const underWay: Promise<void>[] = []
    for (const { node, clientId: id, filter: topic, kind, qos, isAwaited } of changes) {
      const persistence = nodes[node] as RedisPersistence
      const done = kind === 'add' ? persistence.addSubscriptions({ id }, [{ topic, qos }]) : kind === 'remove' ? persistence.removeSubscriptions({ id }, [topic]) : persistence.cleanSubscriptions({ id })
      underWay.push(done)
      if (isAwaited) await done
    }
    await Promise.all(underWay)
    const stored = (await Promise.all(['x', 'y'].map(async id => (await nodes[0]?.subscriptionsByClient({ id }) ?? []).map(({ topic, qos }) => ({ id, topic, qos }))))).flat()
    const shape = (id: string, topic: string, qos: number) => `${id} ${topic} ${qos}`
    for (const persistence of nodes) {
      const known = ['a', 'b'].map(async topic => await persistence.subscriptionsByTopic(topic))
      for (const [index, topic] of ['a', 'b'].entries()) {
        const expected = stored.filter(sub => sub.qos > 0 && (sub.topic === topic || sub.topic === '+'))
        assert.deepEqual((await known[index])?.map(({ clientId, topic, qos }) => shape(clientId, topic, qos)).sort(), expected.map(({ id, topic, qos }) => shape(id, topic, qos)).sort())
      }
      assert.equal((await persistence.countOffline()).clientsCount, new Set(stored.map(({ id }) => id)).size)
      await persistence.destroy()
    }
  }), { numRuns: 150 })
  t.pass()
})

t.test('a full queue loses its oldest packets, also where they went out already', async t => {
  const { a, b } = await startTwo(t, { queueMax: 10 })
  const { client } = await a.connect('absent')
  await client.subscribeAsync('flood', { qos: 1 })
  await client.endAsync()
  for (let index = 0; index < 5; index++) await b.publish('flood', `${index}`)
  let messageId = 100
  for (const packet of await all<AedesPublishPacket>(b.persistence.outgoingStream({ id: 'absent' }))) await b.persistence.outgoingUpdate({ id: 'absent' }, { ...packet, messageId: messageId++ })
  for (let index = 5; index < 15; index++) await b.publish('flood', `${index}`)
  t.notOk(await admin.exists(`${PREFIX}mqtt:sent:absent`), 'nothing is left of those that went out')
  t.equal(await admin.hLen(`${PREFIX}mqtt:packets:absent`), 10)
  const { got, until } = await a.connect('absent')
  await until(10)
  t.same(got.map(({ payload }) => `${payload}`), Array.from({ length: 10 }, (_, index) => `${index + 5}`))
})

t.test('packets are queued in their order from the first on', async t => {
  await admin.scriptFlush()
  const { a } = await startTwo(t)
  const numbers = Array.from({ length: 500 }, (_, n) => n)
  const queued = numbers.map(async n => {
    // In turns of their own, as packets come.
    for (let turn = 0; turn < n; turn++) await new Promise(resolve => setImmediate(resolve))
    await a.persistence.outgoingEnqueue({ clientId: 'away' }, { cmd: 'publish', topic: 'q', payload: BINARY, qos: 1, retain: false, dup: false, brokerId: 'b', brokerCounter: n + 1 })
  })
  await Promise.all(queued)
  const waiting = await all<AedesPublishPacket>(a.persistence.outgoingStream({ id: 'away' }))
  t.same(waiting.map(({ brokerCounter }) => brokerCounter), numbers.map(n => n + 1))
})

t.test('a packet that is sent without having been queued is queued then', async t => {
  const { a } = await startTwo(t)
  const packet = { cmd: 'publish' as const, topic: 'early', payload: BINARY, qos: 1 as const, brokerId: 'elsewhere', brokerCounter: 7, messageId: 11 }
  await a.persistence.outgoingUpdate({ id: 'early bird' }, packet)
  await a.persistence.outgoingEnqueue({ clientId: 'early bird' }, packet)
  const queued = await all<AedesPublishPacket>(a.persistence.outgoingStream({ id: 'early bird' }))
  t.same(queued.map(({ brokerCounter, messageId, payload }) => [brokerCounter, messageId, payload]), [[7, 11, BINARY]], 'once, also where it is queued again')
  await a.persistence.outgoingClearMessageId({ id: 'early bird' }, { messageId: 11 })
  await a.persistence.outgoingUpdate({ id: 'early bird' }, { cmd: 'pubrel', messageId: 12 } as never)
  t.same(await keys(), [`${PREFIX}mqtt:sequence`], 'a PUBREL for nothing is no error, and leaves nothing')
})

for (const qos of [1, 2] as const) {
  t.test(`live across nodes with QoS ${qos}, nothing is left of what was acknowledged`, async t => {
    await admin.flushDb()
    const between = line()
    const a = await startNode(t, { bus: between.node() })
    const b = await startNode(t, { bus: between.node() }, a)
    const listener = await b.connect('listener')
    const sender = await a.connect('sender', true)
    await listener.client.subscribeAsync('live/+', { qos })
    const acknowledged = new Promise<void>(resolve => {
      let left = 50
      b.aedes.on('ack', () => --left === 0 && resolve())
    })
    await Promise.all(Array.from({ length: 50 }, async (_, index) => await sender.client.publishAsync(`live/${index}`, BINARY, { qos })))
    await acknowledged
    t.same(listener.got.map(({ topic, qos }) => `${topic} ${qos}`), Array.from({ length: 50 }, (_, index) => `live/${index} ${qos}`))
    await sender.client.endAsync()
    t.same(await keys(), ['sequence', 'sessions', 'subscriptions:listener'].map(name => `${PREFIX}mqtt:${name}`))
    t.same([...a.errors, ...b.errors], [])
  })
}

t.test('a will that was given elsewhere outlives the connection before', async t => {
  const { a, b } = await startTwo(t)
  const will = () => ({ cmd: 'publish' as const, topic: 'gone', payload: BINARY, qos: 1 as const, retain: false })
  await a.persistence.putWill({ id: 'mover' }, will())
  await b.persistence.putWill({ id: 'mover' }, will())
  t.notOk(await a.persistence.delWill({ id: 'mover', brokerId: a.aedes.id }))
  t.match(await all(a.persistence.streamWill({ [a.aedes.id]: 1 })), [{ clientId: 'mover', brokerId: b.aedes.id, topic: 'gone' }])
  t.same(await all(a.persistence.streamWill({ [a.aedes.id]: 1, [b.aedes.id]: 1 })), [])
  t.ok((await b.persistence.delWill({ id: 'mover', brokerId: b.aedes.id }))?.payload.toString('hex') === BINARY.toString('hex'))
  t.same(await keys(), [])
})

t.test('a publish that no stored session asked for asks Redis nothing', async t => {
  const { a, b } = await startTwo(t)
  await a.persistence.addSubscriptions({ id: 'somebody' }, [{ topic: 'other/#', qos: 1 }, { topic: 'mine', qos: 0 }])
  await b.publish('settle', 'x')
  const commands = async () => Number(/total_commands_processed:(\d+)/.exec(await admin.info('stats'))?.[1])
  const before = await commands()
  for (let index = 0; index < 20; index++) await b.publish('mine', BINARY)
  t.equal(await commands() - before, 1, 'the question itself')
})

t.test('a Redis that is away rejects, and breaks nothing', async t => {
  const own = await startRedis(t)
  let announced: Announce = () => {}
  const bus = { announce: () => {}, onAnnounced: (listener: Announce) => { announced = listener } }
  const persistence = createRedisPersistence({ client: await connected(t, own), prefix: PREFIX, bus })
  const errors: unknown[] = []
  await persistence.setup({ id: 'lonely', emit: (_, error) => errors.push(error) })
  await persistence.addSubscriptions({ id: 'there' }, [{ topic: 'news', qos: 1 }])
  await own.kill()
  const packet = { cmd: 'publish' as const, topic: 'news', payload: BINARY, qos: 1 as const, brokerId: 'lonely', brokerCounter: 1, messageId: 1 }
  const client = { id: 'there' }
  await t.rejects(persistence.storeRetained(packet))
  await t.rejects(persistence.addSubscriptions(client, [{ topic: 'more', qos: 1 }]))
  await t.rejects(persistence.removeSubscriptions(client, ['news']))
  await t.rejects(persistence.subscriptionsByClient(client))
  await t.rejects(persistence.cleanSubscriptions(client))
  await t.rejects(persistence.outgoingEnqueueCombi([{ clientId: 'there' }], packet))
  await t.rejects(persistence.outgoingUpdate(client, packet))
  await t.rejects(persistence.outgoingClearMessageId(client, packet))
  await t.rejects(all(persistence.outgoingStream(client)))
  await t.rejects(persistence.incomingStorePacket(client, packet))
  await t.rejects(persistence.incomingGetPacket(client, packet))
  await t.rejects(persistence.cleanIncoming(client))
  await t.rejects(persistence.putWill(client, packet))
  await t.rejects(all(persistence.streamWill()))
  await t.rejects(all(persistence.createRetainedStream('#')))
  t.equal((await persistence.subscriptionsByTopic('news')).length, 1, 'what is known needs no Redis')
  announced('another')
  for (let attempt = 0; attempt < 2; attempt++) await t.rejects(persistence.subscriptionsByTopic('news'), 'somebody may have asked for it: that is not known')
  await t.rejects(persistence.reload())
  t.same(errors, [])
  t.equal(await persistence.delWill(client), undefined, 'Aedes does not catch here')
  t.equal(errors.length, 1, 'so the broker is told')

  await own.restart()
  await persistence.reload(await connected(t, own))
  await persistence.outgoingEnqueueCombi([{ clientId: 'there' }], packet)
  t.equal((await all(persistence.outgoingStream(client))).length, 1, 'it goes on with another client, whose Redis knows no script')
})
