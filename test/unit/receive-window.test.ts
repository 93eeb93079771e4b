/** What comes over a connection and is acknowledged later: how much is taken at once, and in which order it is acknowledged. */
import { once } from 'node:events'
import { type AddressInfo, type Socket, createServer } from 'node:net'
import { type IPublishPacket, type MqttClient, connect } from 'mqtt'
import { type Packet, generate, parser } from 'mqtt-packet'
import t, { type Test } from 'tap'
import { receiveInWindow } from '../../broker/hosts/remote/window.js'

const HELD_MAX = 64

interface Stage {
  readonly client: MqttClient
  readonly taken: { readonly packet: IPublishPacket, readonly done: () => void }[]
  /** Packet ids, in the order in which they were acknowledged. */
  readonly acknowledged: number[]
  /** As the broker, messages with these packet ids. */
  readonly publish: (from: number, to: number, qos?: 0 | 1) => void
  readonly until: (isSo: () => boolean) => Promise<void>
}

async function stage (t: Test): Promise<Stage> {
  const acknowledged: number[] = []
  const taken: Stage['taken'] = []
  let look = (): void => {}
  let broker: Socket | undefined
  const server = createServer(socket => {
    broker = socket
    const parse = parser()
    parse.on('packet', (packet: Packet) => {
      if (packet.cmd === 'connect') socket.write(generate({ cmd: 'connack', returnCode: 0, sessionPresent: false }))
      if (packet.cmd === 'pingreq') socket.write(generate({ cmd: 'pingresp' }))
      if (packet.cmd === 'puback') acknowledged.push(packet.messageId ?? 0)
      look()
    })
    socket.on('data', chunk => parse.parse(chunk)).on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect(`mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`, { protocolVersion: 4, reconnectPeriod: 0 })
  receiveInWindow(client, (packet, done) => {
    taken.push({ packet, done })
    look()
  })
  await new Promise<void>(resolve => { client.once('connect', () => resolve()) })
  t.teardown(() => {
    client.end(true)
    server.close()
  })
  const publish: Stage['publish'] = (from, to, qos = 1) => {
    const packets = Array.from({ length: to - from + 1 }, (_, at) => generate({ cmd: 'publish', topic: 'a', payload: '', qos, dup: false, retain: false, ...qos > 0 && { messageId: from + at } }))
    broker?.write(Buffer.concat(packets))
  }
  const until: Stage['until'] = async isSo => {
    if (!isSo()) await new Promise<void>(resolve => { look = () => { if (isSo()) resolve() } })
  }
  return { client, taken, acknowledged, publish, until }
}

const ids = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

t.test('acknowledged in the order in which it came, whatever is done first', async t => {
  const { taken, acknowledged, publish, until } = await stage(t)
  publish(1, 10)
  await until(() => taken.length === 10)
  for (const { done } of taken.slice(1).reverse()) done()
  publish(11, 11)
  await until(() => taken.length === 11)
  t.same(acknowledged, [], 'nothing before the first')
  taken[0]?.done()
  await until(() => acknowledged.length === 10)
  t.same(acknowledged, ids(1, 10))
})

t.test('so many at most are taken, and as many more as there is room for', async t => {
  const { client, taken, acknowledged, publish, until } = await stage(t)
  publish(1, HELD_MAX)
  await until(() => taken.length === HELD_MAX)
  // In a piece of its own, which waits inside.
  const arrived = once(client.stream, 'data')
  publish(HELD_MAX + 1, 200)
  await arrived
  // The acknowledgement of the first one has come: whatever could be taken has been.
  taken[0]?.done()
  await until(() => acknowledged.length === 1)
  t.equal(taken.length, HELD_MAX + 1)
  for (let at = 1; at < 200; at++) {
    await until(() => taken.length > at)
    taken[at]?.done()
  }
  await until(() => acknowledged.length === 200)
  t.same(acknowledged, ids(1, 200))
})

t.test('of QoS 0 there is as much room, and nothing is acknowledged', async t => {
  const { client, taken, acknowledged, publish, until } = await stage(t)
  publish(1, 1)
  publish(1, HELD_MAX - 1, 0)
  await until(() => taken.length === HELD_MAX)
  const arrived = once(client.stream, 'data')
  publish(2, 2)
  await arrived
  for (const { done } of taken.slice(1)) done()
  t.equal(taken.length, HELD_MAX, 'what is behind it waits')
  taken[0]?.done()
  await until(() => taken.length > HELD_MAX)
  taken.at(-1)?.done()
  await until(() => acknowledged.length === 2)
  t.same(acknowledged, [1, 2])
})

t.test('while there is room, what is held keeps no ping from being answered', async t => {
  const { client, taken, publish, until } = await stage(t)
  publish(1, HELD_MAX - 1)
  await until(() => taken.length === HELD_MAX - 1)
  const answer = new Promise<Packet>(resolve => { client.once('packetreceive', resolve) })
  client.sendPing()
  const packet = await answer
  t.equal(packet.cmd, 'pingresp')
})
