/** Limits of principals and connections, as they meet them. */
import { createHash } from 'node:crypto'
import t from 'tap'
import { limitSetting } from '../../broker/cli/settings/limits.js'
import { type Talker, onBothStores, onMemory, startRig } from '../support/topics/rig.js'

onBothStores('open tasks of one principal: told `quota` and when to try again; others do not feel it', async (t, start) => {
  const { talker, device, watcher } = await start({ quotas: { tasks: 3 } })
  const [app, other] = [await talker('app'), await talker('other')]
  for (const id of ['t1', 't2', 't3']) await app.ask(`tasks/${id}/submit`, { function: 'work' })
  t.match(await app.refused('tasks/t4/submit', { function: 'work' }), { code: 'quota', retryAfterMs: Number, message: /3 open tasks/ })
  t.match(await app.refused('tasks/t4/get'), { code: 'unknown-task' }, 'nothing was made')
  t.match(await app.ask('tasks/t3/submit', { function: 'work' }), { state: 'available' }, 'the recall is none more')
  t.match(await other.ask('tasks/submit', { tasks: ['o1', 'o2', 'o3', 'o4'].map(task => ({ task, function: 'work' })) }), { tasks: [{ state: 'available' }, { state: 'available' }, { state: 'available' }, { code: 'quota' }] })
  await app.ask('tasks/t1/cancel')
  await app.ask('tasks/t4/submit', { function: 'work' })
  t.match(await app.refused('tasks/t5/submit', { function: 'work' }), { code: 'quota' })
  const cam = await device('cam')
  const { task, attempt } = await cam.told('offer')
  await cam.ask(`tasks/${String(task)}/success`, { attempt, result: 1 })
  const owner = String(task).startsWith('t') ? app : other
  await owner.ask('tasks/later/submit', { function: 'work' })
  t.ok(watcher)
})

t.test('what is open counts after a restart, too', async t => {
  const { createLevelStore, orchestra } = await import('../../broker/index.js')
  const { Aedes } = await import('aedes')
  const { Facts } = await import('../support/topics/facts.js')
  const { listen } = await import('../support/ports.js')
  const { createServer } = await import('node:net')
  const { Talker } = await import('../support/topics/talker.js')
  const directory = t.testdir()
  const first = await startRig(t, { directory, quotas: { tasks: 2 } })
  const app = await first.talker('app')
  for (const id of ['t1', 't2']) await app.ask(`tasks/${id}/submit`, { function: 'work' })
  await first.stop()
  const aedes = await Aedes.createBroker()
  const running = await orchestra(aedes, { store: createLevelStore({ directory, clock: first.clock }), clock: first.clock, quotas: { tasks: 2 } })
  const server = createServer(aedes.handle)
  const again = await Talker.connect(await listen(server), 'orchestra/v1', 'app', new Facts())
  t.teardown(async () => {
    await again.leave()
    await running.close()
    await new Promise<void>(resolve => aedes.close(resolve))
    server.close()
  })
  t.match(await again.refused('tasks/t3/submit', { function: 'work' }), { code: 'quota' })
})

onMemory('connections of one principal, and filters of one connection', async (t, start) => {
  const { talker } = await start({ quotas: { connections: 2, subscriptions: 4 } })
  const [first] = [await talker('cam', { clientId: 'c1' }), await talker('cam', { clientId: 'c2' })]
  await t.rejects(talker('cam', { clientId: 'c3' }), 'a third is refused')
  await talker('cam', { clientId: 'c2' })
  await talker('other')
  const reader: Talker = first
  t.same([await reader.subscribeTo('a'), await reader.subscribeTo('b'), await reader.subscribeTo('state/#')], [1, 1, 1])
  t.equal(await reader.subscribeTo('c'), 128)
  t.equal(await reader.subscribeTo('a'), 1, 'one that it has is none more')
  await reader.client.unsubscribeAsync('a')
  t.equal(await reader.subscribeTo('c'), 1)
})

t.test('large messages and many small ones come whole, and in order, through a limit that is not reached', async t => {
  const rig = await startRig(t, { protection: { shares: { principal: { packets: 1e6, bytes: 1e9 } } } })
  const [sender, reader] = [await rig.talker('sender'), await rig.talker('reader')]
  await reader.subscribeTo('big/#')
  const seen: string[] = []
  const all = new Promise<void>(resolve => {
    reader.client.on('message', (topic, payload) => { if (topic.startsWith('big/') && seen.push(`${topic} ${payload.length}`) === 420) resolve() })
  })
  const wanted: string[] = []
  const sent: Promise<unknown>[] = []
  for (let n = 0; n < 420; n++) {
    const size = n % 21 === 0 ? 100_000 : n % 7 === 0 ? 8_192 : 3
    wanted.push(`big/${n} ${size}`)
    sent.push(sender.client.publishAsync(`big/${n}`, Buffer.alloc(size, 97), { qos: n % 2 === 0 ? 1 : 0 }))
  }
  await Promise.all(sent)
  await all
  // Of each QoS for itself.
  const odd = (text: string): boolean => Number(/\d+/.exec(text)?.[0]) % 2 === 1
  t.same(seen.filter(odd), wanted.filter(odd))
  t.same(seen.filter(text => !odd(text)), wanted.filter(text => !odd(text)))
})

t.test('--limit says what it does not know', async t => {
  t.same(limitSetting.read(['principal.packets=200', 'all.connects=50', 'principal.tasks=9']), { shares: { principal: { packets: 200 }, all: { connects: 50 } }, quotas: { tasks: 9, connections: undefined, subscriptions: undefined } })
  for (const wrong of ['principal.packets', 'principal.packets=0', 'device.packets=3', 'connection.connects=1', 'principal.tasks=x']) t.throws(() => limitSetting.read(wrong), { message: /must be one of connection\.packets/ }, wrong)
})

onBothStores('bytes of blobs of one principal: told `quota`; what is there costs nobody anything', async (t, start) => {
  const { talker } = await start({ quotas: { blobs: 100 } })
  const [app, other] = [await talker('app'), await talker('other')]
  const put = async (by: Talker, content: string): Promise<void> => {
    const hash = createHash('sha256').update(content).digest('hex')
    const { have } = await by.ask(`blobs/${hash}/put`, { bytes: content.length })
    if (have === content.length) return
    await by.say(`blobs/${hash}/0`, content)
    await by.told(`blobs/${hash}/0/accepted`)
  }
  await put(app, 'a'.repeat(60))
  const large = createHash('sha256').update('b'.repeat(50)).digest('hex')
  t.match(await app.refused(`blobs/${large}/put`, { bytes: 50 }), { code: 'quota', retryAfterMs: Number, message: /60 bytes of blobs .* at most 100/ })
  await put(app, 'a'.repeat(60))
  await put(other, 'a'.repeat(60))
  await put(other, 'b'.repeat(90))
  await put(app, 'b'.repeat(90))
  await put(app, 'c'.repeat(40))
  t.match(await app.refused(`blobs/${createHash('sha256').update('d').digest('hex')}/put`, { bytes: 1 }), { code: 'quota' })
})
