/** Two nodes on one Redis: what is told to connections reaches them on either, and nobody else. */
import { type Node, ROOT, onNodes } from '../support/nodes/rig.js'
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

onNodes('an ordinary message goes only to nodes where somebody may want it', async (t, { start }) => {
  const options = { isProtected: true }
  const [a, b, c] = [await start('a', options), await start('b', options), await start('c', options)]
  const writer = await a.talker('writer', { subscribe: [] })
  const early = await b.talker('early', { subscribe: [] })
  await early.subscribeTo('plant/+')
  const crossing = async (topic: string): Promise<string[]> => {
    a.bus.sent.length = 0
    await writer.publish(topic, 'x', { qos: 1 })
    return directed(a)
  }
  t.same(await crossing('plant/1'), ['mqtt → b'])
  t.same(await crossing('office/1'), [])
  const late = await c.talker('late', { subscribe: [] })
  await late.subscribeTo('office/#')
  t.same(await crossing('office/2'), ['mqtt → c'], 'a later subscription')
  await late.subscribeTo('+/everywhere')
  t.same(await crossing('plant/everywhere'), ['mqtt → b', 'mqtt → c'])
  t.same((await Promise.all([early.next(() => true), late.next(() => true), late.next(() => true)])).map(({ topic }) => topic), ['plant/1', 'office/2', 'plant/everywhere'])
  for (const filter of ['office/#', '+/everywhere']) await late.client.unsubscribeAsync(filter)
  await c.said()
  t.same(await crossing('office/3'), [], 'one that was removed')
  await b.away(early)
  await b.said()
  t.same(await crossing('plant/2'), [], 'a client that is gone')
})

onNodes('what the program around a broker listens to crosses as well', async (t, { start }) => {
  const got: string[] = []
  let last = (): void => {}
  const all = new Promise<void>(resolve => { last = resolve })
  const hear = ({ topic }: { topic: string }, done: () => void): void => {
    if (got.push(topic) === 2) last()
    done()
  }
  const a = await start('a')
  const b = await start('b', { prepare: aedes => { aedes.subscribe('before/#', hear as never, () => {}) } })
  await new Promise<void>(resolve => { b.aedes.subscribe('after/#', hear as never, resolve) })
  const writer = await a.talker('writer', { subscribe: [] })
  for (const topic of ['before/x', 'other/x', 'after/x']) await writer.publish(topic, 'x', { qos: 1 })
  await all
  t.same(got, ['before/x', 'after/x'])
})

onNodes('a subscription is acknowledged once the other nodes know of it', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const reader = await b.talker('reader', { subscribe: [] })
  const release = a.bus.hold((_to, kind) => kind === 'peers/synced')
  let isAcknowledged = false
  const subscribed = reader.subscribeTo('plant/#').then(() => { isAcknowledged = true })
  await a.bus.received('peers/sync', 'b')
  await a.said()
  t.notOk(isAcknowledged)
  release()
  await subscribed
  a.bus.fallSilent()
  const waits = reader.subscribeTo('office/#')
  await a.bus.received('peers/sync', 'b')
  await b.clock.advance(2_000)
  t.equal(await waits, 1, 'a node that does not answer is not waited for')
})

onNodes('where word of a subscription was lost, all that is published goes there until it is known', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  b.bus.hold((_to, kind, body) => kind === 'peers/change' && body.includes('mqtt/plant'))
  a.bus.hold((_to, kind) => kind === 'peers/ask')
  const reader = await b.talker('reader', { subscribe: [] })
  await reader.subscribeTo('plant/#')
  const writer = await a.talker('writer', { subscribe: [] })
  await writer.publish('plant/x', {}, { qos: 1 })
  t.ok(await reader.seen('plant/x'))
})

/** What went out to single nodes. */
function directed (node: Node): string[] {
  return node.bus.sent.filter(kind => kind.startsWith('mqtt → '))
}
