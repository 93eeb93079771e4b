// `$SYS/broker/…`: Mosquitto's names, who sees them, and that what they count is right.
import { once } from 'node:events'
import t, { type Test } from 'tap'
import { Load } from '../../broker/cli/load.js'
import { startServer } from '../../broker/cli/server.js'
import type { ServeConfig } from '../../broker/cli/settings/serve.js'
import { Traffic } from '../../broker/hosts/aedes/traffic.js'
import { silentLog } from '../../broker/platform/log.js'
import { startMosquitto } from '../support/mosquitto.js'
import { Peer } from '../support/peer.js'

async function serve (t: Test, settings: Partial<ServeConfig> = {}): Promise<number> {
  const server = await startServer({ port: 0, httpPort: 0, memory: true, sysInterval: 20, ...settings }, silentLog)
  t.teardown(() => server.close())
  return server.mqttPort
}

async function peer (t: Test, port: number, options = {}): Promise<Peer> {
  const peer = await Peer.sure(port, options)
  t.teardown(() => peer.leave())
  return peer
}

/** Below `$SYS/broker/`, once those are there that come late or by themselves: each is told when it has changed. */
async function namesAt (t: Test, port: number): Promise<string[]> {
  const watcher = await peer(t, port)
  await watcher.publish('x', 'x')
  await watcher.subscribe('$SYS/#')
  const late = [
    'uptime', 'clients/maximum', 'clients/disconnected', 'clients/expired', 'clients/inactive', 'publish/messages/received', 'publish/messages/sent', 'bytes/sent',
    'retained messages/count', 'load/messages/sent/15min', 'load/publish/received/15min', 'load/publish/sent/15min', 'load/sockets/15min', 'load/connections/15min'
  ]
  await Promise.all(late.map(name => watcher.on(`$SYS/broker/${name}`)))
  return [...new Set(watcher.topics())].filter(topic => topic.startsWith('$SYS/broker/')).map(topic => topic.slice('$SYS/broker/'.length)).sort()
}

t.test('the names are Mosquitto\'s', async t => {
  const { port } = await startMosquitto(t, ['sys_interval 1'])
  const [theirs, ours] = [await namesAt(t, port), await namesAt(t, await serve(t))]
  t.same(ours.filter(name => !theirs.includes(name)), [], 'none that a dashboard would not know')
  t.same(theirs.filter(name => !ours.includes(name)), [
    'load/publish/dropped/15min', 'load/publish/dropped/1min', 'load/publish/dropped/5min', 'messages/stored', 'publish/bytes/received', 'publish/bytes/sent', 'publish/messages/dropped',
    'shared_subscriptions/count', 'store/messages/bytes', 'store/messages/count'
  ], 'those that are not counted here')
})

t.test('by their own name alone: a wildcard in its place gets none', async t => {
  const port = await serve(t)
  const [wild, one, exact] = [await peer(t, port), await peer(t, port), await peer(t, port)]
  await wild.subscribe('#', '+/broker/#')
  await one.subscribe('$SYS/broker/+')
  await exact.subscribe('$SYS/broker/clients/connected')
  await Promise.all([one.on('$SYS/broker/uptime'), exact.on('$SYS/broker/clients/connected')])
  await exact.publish('ordinary', 'x')
  await wild.on('ordinary')
  t.same(wild.topics(), ['ordinary'])
  t.same([...new Set(exact.topics())], ['$SYS/broker/clients/connected'])
  t.same([...new Set(one.topics())].sort(), ['$SYS/broker/uptime', '$SYS/broker/version'])
})

t.test('what is counted', async t => {
  const port = await serve(t)
  const said = async (watcher: Peer, name: string, value: string): Promise<void> => {
    const isSaid = (): boolean => watcher.heard.some(({ topic, text }) => topic === `$SYS/broker/${name}` && text === value)
    while (!isSaid()) await once(watcher.client as never, 'message')
    t.pass(`${name} ${value}`)
  }
  const away = await Peer.sure(port, { clientId: 'away', clean: false })
  await away.subscribe('a/#', 'orchestra/v1/to/away/#')
  await away.leave()
  // So far one CONNECT, one SUBSCRIBE and one DISCONNECT came; CONNACK and SUBACK went.
  const speaker = await peer(t, port)
  const listener = await peer(t, port)
  await listener.subscribe('b/#')
  await speaker.client.publishAsync('b/0', 'x', { qos: 0 })
  await speaker.client.publishAsync('b/1', 'x', { qos: 1 })
  await speaker.client.publishAsync('c/2', 'x', { qos: 2 })
  await listener.on('b/1')
  const watcher = await peer(t, port)
  await watcher.subscribe('$SYS/broker/#')
  await said(watcher, 'clients/connected', '3')
  await said(watcher, 'clients/disconnected', '1')
  await said(watcher, 'clients/total', '4')
  await said(watcher, 'subscriptions/count', '2')
  await said(watcher, 'publish/messages/received', '3')
  // 4 CONNECT, 3 SUBSCRIBE, 1 DISCONNECT, 3 PUBLISH, 1 PUBREL, and the PUBACK for b/1.
  await said(watcher, 'messages/received', '13')
})

t.test('who publishes there is acknowledged and not cut off, as by Mosquitto, and nobody gets it', async t => {
  for (const port of [(await startMosquitto(t)).port, await serve(t, { sysInterval: 0 })]) {
    const [speaker, listener] = [await peer(t, port), await peer(t, port)]
    await listener.subscribe('$SYS/mine', 'x')
    await speaker.publish('$SYS/mine', 'x', true)
    await speaker.publish('x', 'x')
    await listener.on('x')
    t.same(listener.topics(), ['x'])
  }
})

t.test('retained messages, those of the last start among them', async t => {
  const data = t.testdir()
  const stored = async (publish: (peer: Peer) => Promise<void>, count: string): Promise<void> => {
    const server = await startServer({ port: 0, httpPort: 0, data, sysInterval: 20 }, silentLog)
    const speaker = await Peer.sure(server.mqttPort)
    await publish(speaker)
    await speaker.subscribe('$SYS/broker/retained messages/count')
    while (speaker.heard.at(-1)?.text !== count) await once(speaker.client as never, 'message')
    t.pass(count)
    await speaker.leave()
    await server.close()
  }
  await stored(async peer => { for (const topic of ['a', 'b', 'c', 'a']) await peer.publish(topic, 'x', true) }, '3')
  await stored(async peer => { for (const [topic, text] of [['b', ''], ['d', 'x'], ['e', ''], ['c', 'y']] as const) await peer.publish(topic, text, true) }, '3')
  await stored(async peer => { await peer.publish('a', '', true) }, '2')
})

t.test('what was sent follows from what came, and from the messages that went', async t => {
  const traffic = new Traffic()
  const came = { connect: 0x10, publish0: 0x30, publish1: 0x32, publish1Retained: 0x33, publish2: 0x34, publish2Again: 0x3c, puback: 0x40, pubrel: 0x62, subscribe: 0x82, pingreq: 0xc0, disconnect: 0xe0 }
  for (const byte of Object.values(came)) traffic.received[byte] = 1
  traffic.publishesSent = 100
  t.equal(traffic.packetsReceived, 11)
  t.equal(traffic.publishesReceived, 5)
  t.equal(traffic.packetsSent, 100 + 8, 'nothing answers QoS 0, PUBACK and DISCONNECT')
})

t.test('an average is what Mosquitto computes', async t => {
  const load = new Load()
  // Mosquitto 2.0.11: 3 packets in its first second, at sys_interval 1 (sys_tree.c, calc_load).
  t.match(load.read('x', 3, 1000), { 'x/1min': '2.98', 'x/5min': '0.60', 'x/15min': '0.20' })
  for (let second = 1; second <= 300; second++) load.read('x', 3 + second * 2, 1000)
  const { 'x/1min': minute } = load.read('x', 3 + 301 * 2, 1000)
  t.ok(Math.abs(Number(minute) - 120) < 1, `two a second are 120 a minute, not ${minute}`)
})

t.test('no interval, no topics', async t => {
  const port = await serve(t, { sysInterval: 0 })
  const watcher = await peer(t, port)
  await watcher.subscribe('$SYS/broker/#', 'x')
  await watcher.publish('x', 'x')
  await watcher.on('x')
  t.same(watcher.topics(), ['x'])
})
