/** Two nodes on one Redis: what is told to connections reaches them on either, and nobody else. */
import { ROOT, onNodes } from '../support/nodes/rig.js'
import { begun } from '../support/topics/steps.js'

onNodes('ordinary messages cross, as they are, in their order', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const reader = await b.talker('reader', { subscribe: [] })
  const got: { topic: string, payload: Buffer, retain: boolean }[] = []
  const all = new Promise<void>(resolve => reader.client.on('message', (topic, payload, { retain }) => {
    got.push({ topic, payload, retain })
    if (topic === 'plain/qos-2') resolve()
  }))
  await reader.subscribeTo('plain/#')
  const writer = await a.talker('writer', { subscribe: [] })
  const bytes = Buffer.from([0, 255, 128, 10, 0])
  await writer.publish('plain/bytes', bytes, { qos: 1 })
  await writer.publish('plain/empty', '', { qos: 0 })
  for (const qos of [0, 1, 2] as const) await writer.publish(`plain/qos-${qos}`, `${qos}`, { qos })
  await all
  t.same(got.map(({ topic }) => topic), ['bytes', 'empty', 'qos-0', 'qos-1', 'qos-2'].map(name => `plain/${name}`), 'each once')
  t.same(got[0]?.payload, bytes)
})

onNodes('a reply reaches all connections of its principal, on either node', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  const tool = await b.talker('app', { clientId: 'tool' })
  const quiet = await b.talker('app', { clientId: 'quiet', subscribe: ['to/app/other/#'] })
  await b.said()
  await app.ask('tasks/t1/submit', { function: 'work' })
  t.match(await tool.told('tasks/t1/submit/accepted'), { state: 'available' })
  for (let n = 0; n < 20; n++) await app.say('time', { ref: `r${n}` })
  for (let n = 0; n < 20; n++) t.match(await tool.told('time/accepted'), { ref: `r${n}` }, 'in order')
  t.same(quiet.inbox, [], 'it asked for something else')
})

onNodes('who watches on one node sees what is done on the other', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const watcher = await b.talker('watcher', { subscribe: ['to/watcher/#', 'state/#', 'events/#'] })
  const one = await b.talker('one', { subscribe: ['state/tasks/t1'] })
  await b.said()
  const app = await a.talker('app')
  const cam = await a.talker('cam-7')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await begun(app, cam, 't1')
  await cam.ask('tasks/t1/success', { attempt: 1, result: 'done' })
  await watcher.seen('events/devices/cam-7', { event: 'born' })
  await watcher.seen('events/tasks/t1', { event: 'succeeded' })
  t.match(await watcher.seen('state/tasks/t1', { state: 'completed' }), { result: 'done' })
  t.match(await one.seen('state/tasks/t1', { state: 'completed' }), { result: 'done' })
})

onNodes('what is told may be overtaken by ordinary messages, and comes all the same', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const reader = await b.talker('reader', { subscribe: [] })
  await reader.subscribeTo('#')
  await b.said()
  const app = await a.talker('app')
  const release = a.bus.hold((_to, kind, body) => kind === 'mqtt' && body.includes('state/tasks/t1'))
  await app.ask('tasks/t1/submit', { function: 'work' })
  await app.publish('plain/x', {})
  t.ok(await reader.seen('plain/x'))
  release()
  t.match(await reader.seen('state/tasks/t1'), { state: 'available' })
})

onNodes('what nobody asks for elsewhere does not go out', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  await b.talker('reader', { subscribe: ['to/reader/#', 'state/nodes/+'] })
  const app = await a.talker('app', { subscribe: ['#'] })
  await b.said()
  a.bus.sent.length = 0
  await app.ask('tasks/t1/submit', { function: 'work' })
  t.same(a.bus.sent.filter(kind => kind.startsWith('mqtt') || kind.startsWith('directed')), [], 'neither command, nor reply, state or event')
})

onNodes('a node that is alone says nothing but that it is here', async (t, { start }) => {
  const a = await start('a')
  a.bus.sent.length = 0
  const app = await a.talker('app', { subscribe: ['#'] })
  await app.ask('tasks/t1/submit', { function: 'work' })
  await app.publish('plain/x', 'x', { qos: 1 })
  await a.clock.advance(1_000)
  t.same(a.bus.sent.filter(kind => kind !== 'wake'), ['peers/here'])
})

onNodes('nothing below to/ reaches another principal, whatever it subscribes to', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const curious = await b.talker('curious', { subscribe: [] })
  for (const filter of ['#', '+/#', `${ROOT}/#`, `${ROOT}/to/#`, `${ROOT}/to/+/time/accepted`, `$share/g/${ROOT}/to/app/#`]) await curious.subscribeTo(filter)
  const nobody = await b.talker('no id/', { clientId: 'nobody', subscribe: [] })
  await nobody.subscribeTo('#')
  const tool = await b.talker('app', { clientId: 'tool' })
  await b.said()
  const app = await a.talker('app')
  await app.ask('time')
  await tool.told('time/accepted')
  await app.publish('plain/last', 'x', { qos: 1 })
  for (const reader of [curious, nobody]) {
    await reader.next(({ topic }) => topic === 'plain/last')
    t.same(reader.inbox.filter(({ topic }) => topic.startsWith('to/')), [])
  }
  t.same(await b.talker('other', { subscribe: [] }).then(other => other.subscribe('to/app/#')), 128, 'refused')
})
