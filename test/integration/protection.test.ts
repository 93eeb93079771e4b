/*
 * The protection in front of a real Aedes, over real sockets: who breaks MQTT or a limit loses the connection, at once and
 * alone; everybody else notices nothing.
 */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect as connectSocket, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import type { IClientOptions, MqttClient } from 'mqtt'
import { generate } from 'mqtt-packet'
import t from 'tap'
import { createWebSocketStream, WebSocket, WebSocketServer } from 'ws'
import { protect } from '../../broker/hosts/aedes/guard/index.js'
import type { ProtectionOptions } from '../../broker/hosts/aedes/guard/index.js'
import { listen } from '../support/ports.js'

const hello = generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: 'raw', clean: true, keepalive: 0 })

interface Broker {
  readonly aedes: Aedes
  readonly port: number
  /** Codes of what was refused, in order. */
  readonly refused: string[]
  /** A socket as the broker sees it, for each connection in order. */
  readonly accepted: Socket[]
  client (options?: IClientOptions): Promise<MqttClient>
  /** A bare connection that has sent `bytes`. */
  raw (...bytes: Buffer[]): Promise<Socket>
}

async function startBroker (t: Tap, options: ProtectionOptions = {}): Promise<Broker> {
  const aedes = await Aedes.createBroker()
  const refused: string[] = []
  protect(aedes, { onRefused: reason => refused.push(reason.code), ...options })
  const accepted: Socket[] = []
  const server = createServer(aedes.handle).on('connection', socket => accepted.push(socket))
  const port = await serve(t, server)
  t.teardown(() => new Promise<void>(resolve => aedes.close(resolve)))

  return {
    aedes,
    port,
    refused,
    accepted,
    client: options => connectClient(t, `mqtt://127.0.0.1:${port}`, options),
    async raw (...bytes) {
      const socket = connectSocket(port, '127.0.0.1')
      socket.on('error', () => {})
      t.teardown(() => socket.destroy())
      await once(socket, 'connect')
      for (const chunk of bytes) socket.write(chunk)
      return socket
    }
  }
}

type Tap = Pick<typeof t, 'teardown'>

async function serve (t: Tap, server: Server): Promise<number> {
  t.teardown(() => server.close())
  return await listen(server)
}

async function connectClient (t: Tap, url: string, options: IClientOptions = {}): Promise<MqttClient> {
  const client = await connectAsync(url, { reconnectPeriod: 0, ...options })
  client.on('error', () => {})
  t.teardown(() => client.end(true))
  return client
}

function nextPayload (client: MqttClient): Promise<Buffer> {
  return new Promise(resolve => client.once('message', (_topic, payload) => resolve(payload)))
}

/** Resolves when the connection is gone, in whatever way. */
function gone (socket: Socket | WebSocket): Promise<void> {
  if ('resume' in socket) socket.resume()
  return new Promise(resolve => socket.once('close', () => resolve()))
}

/** Publishes at QoS 1 from a client to itself, and so shows that it is served. */
async function echo (client: MqttClient): Promise<string> {
  await client.subscribeAsync('echo', { qos: 1 })
  const received = nextPayload(client)
  await client.publishAsync('echo', 'hello', { qos: 1 })
  return String(await received)
}

const FLOOD = { cmd: 'publish', topic: 'flood', payload: Buffer.alloc(128 * 1024), qos: 0, retain: false, dup: false } as const

/** Subscribes to the flood, and then reads nothing any more. */
async function connectDeaf (broker: Broker): Promise<void> {
  const socket = await broker.raw(hello)
  await once(socket, 'data')
  socket.pause()
  const subscribed = once(broker.aedes, 'subscribe')
  socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: FLOOD.topic, qos: 0 }] }))
  await subscribed
}

/** Timers that run when told to. */
function manualTimers () {
  const pending = new Map<unknown, { run: () => void, delayMs: number }>()
  return {
    pending,
    setTimeout: (run: () => void, delayMs: number) => {
      const timer = Symbol('timer')
      pending.set(timer, { run, delayMs })
      return timer
    },
    clearTimeout: (timer: unknown) => { pending.delete(timer) }
  }
}

t.test('a packet that is too large closes the connection by its header alone', async t => {
  const broker = await startBroker(t)
  const announced = Buffer.from([0x30, 0x80, 0x80, 0x80, 0x60]) // 192 MiB
  const flood = Buffer.alloc(16 * 1024 * 1024)
  for (const [name, start] of Object.entries({ 'before CONNECT': [0x10], 'after CONNECT': [...hello, 0x30] })) {
    const socket = await broker.raw(Buffer.from([...start, ...announced.subarray(1)]))
    socket.write(flood)
    await gone(socket)
    t.ok((broker.accepted.at(-1)?.bytesRead ?? Infinity) < 1024 * 1024, `${name}: the rest was not read`)
  }
  t.same(broker.refused, ['packet-too-large', 'packet-too-large'])
})

t.test('packets up to the limits pass, a will of the largest size included', async t => {
  const broker = await startBroker(t)
  const will = { topic: 'will', payload: Buffer.alloc(65_535), qos: 1 as const, retain: false }
  const client = await broker.client({ will, username: 'u'.repeat(64), password: 'p'.repeat(4096) })
  await client.subscribeAsync('large', { qos: 1 })
  const received = nextPayload(client)
  await client.publishAsync('large', Buffer.alloc(255 * 1024, 7), { qos: 1 })
  t.equal((await received).length, 255 * 1024)
})

t.test('what MQTT forbids costs its sender the connection, and nobody else', async t => {
  const broker = await startBroker(t)
  const honest = await broker.client()
  const bad = {
    'NUL in a topic': [0x30, 5, 0, 3, 0x61, 0x00, 0x62],
    'a surrogate in a topic': [0x30, 5, 0, 3, 0xed, 0xa0, 0x80],
    'bad UTF-8 in a topic': [0x30, 4, 0, 2, 0xc0, 0xaf],
    'NUL in a filter': [0x82, 7, 0, 1, 0, 2, 0x61, 0x00, 0],
    'bad flags': [0x83, 6, 0, 1, 0, 1, 0x61, 0],
    'QoS 3': [0x36, 5, 0, 1, 0x61, 0, 1]
  }
  for (const [name, bytes] of Object.entries(bad)) {
    const socket = await broker.raw(hello)
    await once(socket, 'data')
    socket.write(Buffer.from(bytes))
    await gone(socket)
    t.equal(broker.refused.pop(), 'packet-malformed', name)
  }
  t.equal(await echo(honest), 'hello')
})

t.test('a client cut off for bad bytes has its will published', async t => {
  const broker = await startBroker(t)
  const watcher = await broker.client()
  await watcher.subscribeAsync('will', { qos: 1 })
  const will = nextPayload(watcher)
  const doomed = await broker.client({ will: { topic: 'will', payload: Buffer.from('gone'), qos: 1, retain: false } })
  doomed.stream.write(Buffer.from([0xf0, 0]))
  t.equal(String(await will), 'gone')
})

t.test('MQTT 5 is told which version is not spoken', async t => {
  const broker = await startBroker(t)
  const connect5 = { cmd: 'connect', protocolId: 'MQTT', protocolVersion: 5, clientId: 'five', clean: true, keepalive: 9 } as const
  const socket = await broker.raw(generate(connect5))
  const [connack] = await once(socket, 'data')
  t.same([...connack.subarray(0, 4)], [0x20, 2, 0, 1])
})

t.test('beyond maxConnections one is turned away, until another leaves', async t => {
  const broker = await startBroker(t, { maxConnections: 2 })
  const first = await broker.client()
  const second = await broker.client()
  await gone(await broker.raw(hello))
  t.same(broker.refused, ['too-many-connections'])

  const left = gone(broker.accepted[0] as Socket)
  await first.endAsync()
  await left
  const third = await broker.client()
  await gone(await broker.raw(hello))
  t.same(broker.refused, ['too-many-connections', 'too-many-connections'], 'one left, so one may come')
  t.equal(await echo(third), 'hello')
  t.equal(await echo(second), 'hello')
})

t.test('beyond maxConnectionsPerAddress one is turned away', async t => {
  const broker = await startBroker(t, { maxConnectionsPerAddress: 1 })
  await broker.client()
  await gone(await broker.raw(hello))
  t.same(broker.refused, ['too-many-connections-from-address'])
})

t.test('who has not sent the whole CONNECT in time is closed', async t => {
  const timers = manualTimers()
  const broker = await startBroker(t, { timers, connectTimeout: 1234 })
  const silent = await broker.raw()
  const slow = await broker.raw(hello.subarray(0, 5))
  const honest = await broker.client()
  t.same([...timers.pending.values()].map(timer => timer.delayMs), [1234, 1234], 'CONNECT stops the timer')

  const closed = Promise.all([gone(silent), gone(slow)])
  for (const { run } of [...timers.pending.values()]) run()
  await closed
  t.same(broker.refused, ['connect-timeout', 'connect-timeout'])
  t.equal(timers.pending.size, 0, 'and so does the end of the connection')
  t.equal(await echo(honest), 'hello')
})

t.test('corked writes arrive complete and in order, beyond the buffer of a socket too', async t => {
  const broker = await startBroker(t)
  const client = await broker.client()
  await client.subscribeAsync('count/#', { qos: 1 })
  const total = 2000
  const received: number[] = []
  const all = new Promise<void>(resolve => {
    client.on('message', (_topic, payload) => {
      received.push(payload.readUInt32BE())
      if (received.length === total) resolve()
    })
  })
  for (let n = 0; n < total; n++) {
    const payload = Buffer.alloc(n % 10 === 0 ? 40_000 : 100)
    payload.writeUInt32BE(n)
    client.publish('count/up', payload, { qos: 1 })
  }
  await all
  t.same(received, Array.from({ length: total }, (_, n) => n))
})

t.test('a client that stops reading is dropped', async t => {
  const broker = await startBroker(t, { drainTimeout: 50 })
  await connectDeaf(broker)
  const dropped = once(broker.aedes, 'clientDisconnect').then(() => true)
  const publish = () => new Promise<false>(resolve => {
    broker.aedes.publish({ ...FLOOD }, () => resolve(false))
  })
  while (!await Promise.race([dropped, publish()]));
  t.equal(broker.accepted[0]?.destroyed, true)
})

t.test('who is sent far more than it reads is closed before any timeout', async t => {
  const broker = await startBroker(t, { maxUnread: 1024 * 1024 })
  await connectDeaf(broker)
  const [accepted] = broker.accepted
  const closed = once(broker.aedes, 'clientDisconnect')
  // A turn of the event loop between two: not all has to be written in one.
  while (accepted?.destroyed === false) {
    accepted.write(Buffer.alloc(64 * 1024))
    await new Promise(resolve => { setImmediate(resolve) })
  }
  await closed
  t.same(broker.refused, ['too-much-unread'])
})

t.test('what queued up behind a client that did not read does not overflow the stack', async t => {
  const broker = await startBroker(t, { drainTimeout: 60_000 })
  await connectDeaf(broker)
  const count = 20_000
  let published = 0
  const all = new Promise<void>(resolve => {
    for (let n = 0; n < count; n++) broker.aedes.publish({ ...FLOOD }, () => { if (++published === count) resolve() })
  })
  // As long as it does not read, most of them wait in the emitter.
  while ((broker.accepted[0]?.writableLength ?? 0) < 1024 * 1024) await new Promise(resolve => { setImmediate(resolve) })
  broker.accepted[0]?.destroy()
  await all
  t.equal(await echo(await broker.client()), 'hello')
})

t.test('the filters of one SUBSCRIBE are stored once, not once for each of them', async t => {
  const aedes = await Aedes.createBroker()
  t.teardown(() => new Promise<void>(resolve => aedes.close(resolve)))
  const { persistence } = aedes as unknown as { persistence: { addSubscriptions: (client: object, filters: object[]) => Promise<void> } }
  const store = persistence.addSubscriptions
  let stored = 0
  persistence.addSubscriptions = (client, filters) => {
    stored += filters.length
    return store.call(persistence, client, filters)
  }
  protect(aedes)
  const port = await serve(t, createServer(aedes.handle))
  const client = await connectClient(t, `mqtt://127.0.0.1:${port}`, { clean: false, clientId: 'keeper' })
  await client.subscribeAsync(['one', 'two', 'three'], { qos: 1 })
  t.equal(stored, 3)
})

t.test('WebSocket connections are served and guarded alike', async t => {
  const broker = await startBroker(t, { maxConnectionsPerAddress: 3 })
  const http = createHttpServer()
  new WebSocketServer({ server: http }).on('connection', (socket, request) => {
    broker.aedes.handle(createWebSocketStream(socket), request)
  })
  const url = `ws://127.0.0.1:${await serve(t, http)}`
  t.equal(await echo(await connectClient(t, url)), 'hello')
  await broker.client()

  const bad = new WebSocket(url, 'mqtt').on('error', () => {})
  await once(bad, 'open')
  const fourth = new WebSocket(url, 'mqtt').on('error', () => {})
  await gone(fourth)
  bad.send(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]))
  await gone(bad)
  t.same(broker.refused, ['too-many-connections-from-address', 'packet-too-large'])
})

t.test('release puts Aedes back as it was', async t => {
  const aedes = await Aedes.createBroker({ drainTimeout: 9000 })
  t.teardown(() => aedes.close())
  const { opts } = aedes as Aedes & { opts: { drainTimeout: number } }
  const before = aedes.handle
  const release = protect(aedes)
  t.not(aedes.handle, before)
  t.equal(opts.drainTimeout, 5000)
  release()
  t.equal(aedes.handle, before)
  t.equal(opts.drainTimeout, 9000)
})

t.test('a drain timeout that is shorter already stays', async t => {
  const aedes = await Aedes.createBroker({ drainTimeout: 700 })
  t.teardown(() => aedes.close())
  protect(aedes)
  t.equal((aedes as Aedes & { opts: { drainTimeout: number } }).opts.drainTimeout, 700)
})
