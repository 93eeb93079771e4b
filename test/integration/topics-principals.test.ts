/** Who is who and who may what, from the outside; and that everything outside of the root works as on any broker. */
import { Aedes } from 'aedes'
import { MqttClient } from 'mqtt'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Readable } from 'node:stream'
import type { IClientOptions } from 'mqtt'
import { orchestra } from '../../broker/index.js'
import { Peer } from '../support/peer.js'
import { ROOT, onBothStores, onMemory, type Rig } from '../support/topics/rig.js'
import { begun, offered } from '../support/topics/steps.js'
import t, { type Test } from 'tap'

/** The return code with which a connection is refused (MQTT 3.1.1, 3.2.2.3), 0 where it is not. */
async function returnCode ({ port }: Rig, options: IClientOptions): Promise<number> {
  const client = new MqttClient(() => connect(port, '127.0.0.1'), { protocolVersion: 4, reconnectPeriod: 0, ...options })
  return await new Promise<number>(resolve => {
    client.once('connect', () => { client.end(true, () => resolve(0)) })
    client.once('error', error => { client.end(true, () => resolve((error as { code?: number }).code ?? -1)) })
  })
}

/** The port. */
async function served (t: Test, aedes: Aedes): Promise<number> {
  const orchestrator = await orchestra(aedes)
  const server = createServer(aedes.handle)
  t.teardown(async () => {
    await orchestrator.close()
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

onMemory('the principal is the user name, or without one the client id', async (t, start) => {
  const { talker, watcher } = await start()
  const named = await talker('cam-7', { clientId: 'anything' })
  await named.ask('birth', { session: 1, functions: ['work'] })
  t.match(await watcher.seen('state/devices/cam-7'), { device: 'cam-7' })
  const nameless = await talker('cam-8', { username: undefined, clientId: 'cam-8' })
  await nameless.ask('birth', { session: 1, functions: ['work'] })
  t.match(await watcher.seen('state/devices/cam-8'), { device: 'cam-8' })
})

onMemory('what is sent to a principal reaches all its connections that asked for it, and nobody else', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const cam = await device('cam-7')
  const ear = await talker('cam-7')
  const deaf = await talker('cam-7', { subscribe: ['to/cam-7/time/#'] })
  const spies = [await talker('spy-1', { subscribe: [] }), await talker('spy-2', { subscribe: ['to/spy-2/#'] })]
  for (const [spy, filters] of [[spies[0], ['#']], [spies[1], [`${ROOT}/#`, '+/v1/to/#', `${ROOT}/+/cam-7/#`, `${ROOT}/to/+/offer`, `$share/all/${ROOT}/to/cam-7/#`]]] as const) {
    for (const filter of filters) t.not(await spy?.subscribeTo(filter), 128, `${filter} is granted and filtered`)
  }
  t.equal(await spies[1]?.subscribe('to/cam-7/#'), 128, 'what could only ever be another\'s is refused')
  t.equal(await spies[1]?.subscribe('from/cam-7/#'), 128)
  t.equal(await spies[1]?.subscribe('from/#'), 128)
  await begun(app, cam, 't1')
  await app.ask('tasks/t1/cancel')
  await cam.told('tasks/t1/cancel')
  t.match(await ear.told('offer'), { task: 't1' })
  t.match(await ear.told('tasks/t1/cancel'), { attempt: 1 })
  t.same(await deaf.rest(), [])
  t.match(await spies[0]?.ask('time'), { at: Number }, 'through a wildcard one hears what is one\'s own')
  const overheard = await spies[1]?.rest() ?? []
  t.ok(overheard.some(line => line.startsWith('state/tasks/t1 ')), 'a spy sees the state')
  t.same(overheard.filter(line => !/^(state|events)\//.test(line)), [])
  t.same((spies[0]?.inbox ?? []).map(({ topic }) => topic).filter(topic => !/^(state|events|\$SYS)\//.test(topic)), [])
})

onMemory('a publish into a foreign branch is acknowledged, dropped, and told to its sender alone', async (t, start) => {
  const { talker, device, aedes } = await start()
  const [app, mallory] = [await talker('app'), await talker('mallory')]
  const cam = await device('cam-7')
  const attempt = await begun(app, cam, 't1')
  const before = [await app.ask('tasks/t1/get'), await app.ask('devices/cam-7/get')]
  const published: string[] = []
  aedes.on('publish', packet => { if (packet.topic.startsWith(`${ROOT}/`)) published.push(packet.topic) })
  for (const topic of [
    'from/cam-7/offline', 'from/cam-7/tasks/t1/success', 'to/cam-7/offer', 'to/mallory/offer', 'state/tasks/t1', 'state/devices/cam-7',
    'events/tasks/t1', 'from', 'from/', 'from//birth', 'elsewhere/x', 'to', ''
  ]) {
    for (const qos of [0, 1, 2] as const) {
      await mallory.publish(`${ROOT}/${topic}`, { session: 9, attempt }, { qos, retain: qos === 1 })
      t.match(await mallory.told('rejected'), { code: 'forbidden' }, `${topic} at QoS ${qos}`)
    }
  }
  t.same(await cam.rest(), [], 'its owner is told nothing')
  t.same([await app.ask('tasks/t1/get'), await app.ask('devices/cam-7/get')], before)
  t.same(published.filter(topic => !/to|events|state/.test(topic)), [], 'nothing of it is passed on')
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/#', 'elsewhere/#', '#'] })
  t.same((await reader.rest()).filter(line => !/^state\/(devices\/cam-7|queues\/default) \{/.test(line)), [], 'nor retained')
})

onMemory('the flag of a retained command is stripped', async (t, start) => {
  const { talker, device, watcher, aedes } = await start()
  const cam = await talker('cam-7')
  await cam.ask('birth', { session: 1, functions: ['work'] }, { retain: true })
  await cam.ask('heartbeat', {}, { retain: true, qos: 0 })
  const late = await talker('cam-7', { subscribe: ['to/cam-7/#', '#'] })
  t.same((await late.rest()).filter(line => line.includes('from/')), [])
  const will = { topic: `${ROOT}/from/cam-8/offline`, payload: Buffer.from('{"session":1}'), qos: 1, retain: true } as const
  const mortal = await device('cam-8', {}, { will })
  mortal.vanish()
  await watcher.seen('events/devices/cam-8', { event: 'left' })
  const retained: string[] = []
  const { persistence } = aedes as unknown as { persistence: { createRetainedStream: (pattern: string) => AsyncIterable<{ topic: string }> } }
  for await (const { topic } of persistence.createRetainedStream('#')) retained.push(topic)
  t.same(retained, [])
})

onMemory('a will is checked at connect, against the one connecting', async (t, start) => {
  const rig = await start()
  const will = (topic: string): IClientOptions['will'] => ({ topic: `${ROOT}/${topic}`, payload: Buffer.from('{"session":1}'), qos: 1, retain: true })
  t.equal(await returnCode(rig, { username: 'a', will: will('from/b/offline') }), 5)
  t.equal(await returnCode(rig, { username: 'a', will: will('to/a/offer') }), 5)
  t.equal(await returnCode(rig, { username: 'a', will: will('state/devices/a') }), 5)
  t.equal(await returnCode(rig, { username: 'a', clientId: 'b', will: will('from/b/offline') }), 5, 'the user name counts')
  t.equal(await returnCode(rig, { clientId: 'b', will: will('from/a/offline') }), 5)
  t.equal(await returnCode(rig, { username: 'a/tasks/t1', will: will('from/a/tasks/t1/cancel') }), 5, 'a name that goes on into a command')
  t.equal(await returnCode(rig, { username: 'a', will: will('from/a/offline') }), 0)
  t.equal(await returnCode(rig, { clientId: 'b', will: will('from/b/offline') }), 0)
  t.equal(await returnCode(rig, { username: 'a', will: { topic: 'elsewhere', payload: Buffer.from('x'), qos: 0, retain: false } }), 0)
})

onBothStores('a client id that one principal uses, or has a session stored under, is refused to another', async (t, start) => {
  const rig = await start()
  const owner = await rig.talker('a', { clientId: 'shared-id' })
  t.equal(await returnCode(rig, { username: 'b', clientId: 'shared-id' }), 2)
  t.ok(await owner.ask('time'), 'its owner keeps the connection')
  await owner.leave()
  t.equal(await returnCode(rig, { username: 'b', clientId: 'shared-id' }), 0, 'without a session it is free again')
  const stored = await rig.talker('a', { clientId: 'stored-id', clean: false })
  await stored.leave()
  t.equal(await returnCode(rig, { username: 'b', clientId: 'stored-id' }), 2)
  t.equal(await returnCode(rig, { username: 'b', clientId: 'stored-id', clean: false }), 2)
  t.equal(await returnCode(rig, { username: 'not a name', clientId: 'stored-id' }), 2, 'nor to plain MQTT')
  t.equal(await returnCode(rig, { clientId: 'stored-id' }), 2, 'nor to the principal of that name')
  t.equal(await returnCode(rig, { username: 'a', clientId: 'stored-id', clean: true }), 0, 'a clean session of its owner ends it')
  t.equal(await returnCode(rig, { username: 'b', clientId: 'stored-id' }), 0)
})

onMemory('takeover of a connection goes by client id', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const first = await device('cam-7', {}, { clientId: 'c1' })
  const closed = new Promise<void>(resolve => first.client.once('close', () => resolve()))
  const second = await talker('cam-7', { clientId: 'c1' })
  await closed
  await second.ask('birth', { session: 2, functions: ['work'] })
  t.ok(await offered(app, second, 't1'))
})

onMemory('a name that is no valid id is served as plain MQTT and has no rights under the root', async (t, start) => {
  const { talker, watcher, device } = await start()
  for (const name of ['not a name', '-x', 'ä', 'x'.repeat(65), 'a/b', '$SYS']) {
    const plain = await talker(name, { subscribe: [] })
    t.equal(await plain.subscribeTo('plain/#'), 1, name)
    await plain.publish('plain/x', 'hello')
    t.equal((await plain.next(({ topic }) => topic === 'plain/x')).text, 'hello')
    for (const filter of ['to/#', 'state/#', 'events/#', '#']) t.equal(await plain.subscribe(filter), 128, `${filter} for ${name}`)
    t.not(await plain.subscribeTo('#'), 128)
    await plain.say('birth', { session: 1, functions: ['work'] }).catch(() => {})
    await plain.publish(`${ROOT}/from/someone/birth`, { session: 1, functions: ['work'] })
    await (await device(`d${name.length}`)).rest()
    t.same(plain.inbox.filter(({ topic }) => !topic.startsWith('$SYS/') && topic !== 'plain/x').map(({ topic }) => topic), [])
  }
  t.same((await watcher.rest()).filter(line => line.includes('someone')), [])
})

onMemory('outside of the root: retained messages, stored sessions and QoS 2 as on any broker', async (t, start) => {
  const { talker } = await start()
  const speaker = await talker('a')
  await speaker.publish('lamp/1', 'on', { retain: true })
  await speaker.publish('orchestra/v2/lamp', 'other root', { retain: true })
  await speaker.publish('orchestra/v1', 'the root itself is no topic below it', { retain: true })
  const reader = await talker('b', { subscribe: [], clientId: 'b1', clean: false })
  for (const filter of ['lamp/+', 'orchestra/v2/#', 'orchestra/v1']) await reader.subscribeTo(filter, 2)
  const lamp = await reader.next(({ topic }) => topic === 'lamp/1')
  t.match(lamp, { text: 'on', retain: true })
  t.match(await reader.next(({ topic }) => topic === 'orchestra/v2/lamp'), { text: 'other root' })
  t.match(await reader.next(({ topic }) => topic === 'orchestra/v1'), { retain: true })
  await reader.leave()
  for (const qos of [1, 2] as const) await speaker.publish('lamp/2', `qos ${qos}`, { qos })
  const back = await talker('b', { subscribe: [], clientId: 'b1', clean: false })
  t.match(await back.next(({ topic }) => topic === 'lamp/2'), { text: 'qos 1', qos: 1 })
  t.match(await back.next(({ topic }) => topic === 'lamp/2'), { text: 'qos 2', qos: 2 })
})

onMemory('the hooks of the broker\'s owner still run, and decide outside of the root', async (t, start) => {
  const calls: string[] = []
  const rig = await start({
    prepare: aedes => {
      aedes.preConnect = (_client, packet, callback) => { calls.push(`preConnect ${packet.clientId}`); callback(null, true) }
      aedes.authenticate = (_client, username, _password, callback) => { calls.push(`authenticate ${username ?? ''}`); callback(null, username !== 'banned') }
      aedes.authorizePublish = (_client, packet, callback) => { calls.push(`publish ${packet.topic}`); callback(packet.topic === 'secret' ? new Error('no') : null) }
      aedes.authorizeSubscribe = (_client, subscription, callback) => { calls.push(`subscribe ${subscription.topic}`); callback(null, subscription.topic === 'secret' ? null : subscription) }
      aedes.authorizeForward = (_client, packet) => packet.topic === 'hidden' ? null : packet
      aedes.published = (packet, _client, callback) => { if (packet.topic === 'plain') calls.push('published plain'); callback(null) }
    }
  })
  t.equal(await returnCode(rig, { username: 'banned' }), 5)
  const guest = await rig.talker('guest', { clientId: 'g1' })
  t.equal(await guest.subscribeTo('secret'), 128)
  for (const filter of ['plain', 'hidden']) await guest.subscribeTo(filter)
  await guest.publish('hidden', 'x')
  await guest.publish('plain', 'x')
  t.equal((await guest.next(() => true)).topic, 'plain')
  await guest.ask('birth', { session: 1, functions: ['work'] })
  for (const call of ['preConnect g1', 'authenticate guest', 'subscribe secret', 'subscribe plain', 'publish plain', 'published plain']) t.ok(calls.includes(call), call)
  t.same(calls.filter(call => call.includes(ROOT)), [], 'below the root it is not theirs to decide')
})

onMemory('another root, and what can not be one', async (t, start) => {
  const { talker, watcher } = await start({ root: 'fleet' })
  const cam = await talker('cam-7')
  t.match(await cam.ask('birth', { session: 1, functions: ['work'] }), { session: 1 })
  t.match(await watcher.seen('state/devices/cam-7'), { state: 'free' })
  await cam.subscribeTo('orchestra/v1/#')
  await cam.publish('orchestra/v1/from/other/x', 'plain')
  t.equal((await cam.next(({ topic }) => topic === 'orchestra/v1/from/other/x')).text, 'plain')
})

t.test('roots that can not cross a bridge are refused', async t => {
  const aedes = await Aedes.createBroker()
  t.teardown(() => new Promise<void>(resolve => aedes.close(resolve)))
  for (const root of ['', 'a/b/c', '/a', 'a/', 'a+/b', '#', 'x'.repeat(33), 'ä']) await t.rejects(orchestra(aedes, { root }), RangeError, root)
})

onBothStores('after close no command is acknowledged, and plain MQTT goes on', async (t, start) => {
  const { talker, stop } = await start()
  const app = await talker('app')
  await stop()
  app.trace.length = 0
  app.say('tasks/t1/submit', { function: 'work' }).catch(() => {})
  await app.publish('plain', 'x')
  t.same(app.trace, ['puback'], 'of the two, the plain one alone')
})

onMemory('a connection may have a hundred wildcards below the root, and any number of plain filters', async (t, start) => {
  const { talker } = await start()
  const curious = await talker('curious', { subscribe: [] })
  for (let index = 0; index < 100; index++) await curious.subscribe(`state/+/t${index}`)
  t.equal(await curious.subscribe('state/+/one-more'), 128)
  t.not(await curious.subscribe('state/+/t7'), 128, 'one that it has already')
  t.not(await curious.subscribe('state/tasks/t7'), 128)
})

t.test('a persistence that can not be read costs a subscriber its retained messages, and nobody the broker', async t => {
  const aedes = await Aedes.createBroker()
  const { persistence } = aedes as unknown as { persistence: { createRetainedStreamCombi: () => Readable } }
  persistence.createRetainedStreamCombi = () => Readable.from((async function * (): AsyncGenerator<never> { throw new Error('closed') })())
  const peer = await Peer.sure(await served(t, aedes))
  await peer.subscribe('#')
  await peer.publish('ordinary', 'x')
  await peer.on('ordinary')
  t.pass('served on')
  await peer.leave()
})

t.test('a message that is stored more slowly than one that came later is delivered, too; one that matches twice, once', async t => {
  const aedes = await Aedes.createBroker()
  const { persistence } = aedes as unknown as { persistence: { storeRetained: (packet: { topic: string }) => Promise<void> } }
  const before = persistence.storeRetained
  let release: () => void = () => {}
  const held = new Promise<void>(resolve => { release = resolve })
  const reached = new Promise<void>(resolve => {
    persistence.storeRetained = async packet => {
      if (packet.topic === 'slow/1') {
        resolve()
        await held
      }
      await before.call(persistence, packet)
    }
  })
  const port = await served(t, aedes)
  const [reader, stored, one, two] = [await Peer.sure(port), await Peer.sure(port, { clientId: 'stored', clean: false }), await Peer.sure(port), await Peer.sure(port)]
  for (const peer of [reader, stored]) await peer.subscribe('#', 'slow/#', '+/+')
  const slow = one.publish('slow/1', 'x', true)
  await reached
  for (const topic of ['quick/1', 'quick/2']) await two.publish(topic, 'x')
  release()
  await slow
  await two.publish('last/1', 'x')
  for (const peer of [reader, stored]) {
    await peer.on('last/1')
    t.same(peer.topics(), ['quick/1', 'quick/2', 'slow/1', 'last/1'])
  }
  for (const peer of [reader, stored, one, two]) await peer.leave()
})
