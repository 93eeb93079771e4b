/** Client ids and stored sessions on several nodes: taken over, left behind, taken up elsewhere. */
import { once } from 'node:events'
import { ROOT, onNodes } from '../support/nodes/rig.js'

const STORE = { isPersistent: true }
const STORED = { clientId: 'c1', clean: false }
/** Longer than a node may be silent. */
const SILENT_MS = 6_000
const REPLY = 'time/accepted'

onNodes('a client that connects elsewhere is taken over, its will not published', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  const will = { topic: `${ROOT}/from/cam-7/offline`, payload: Buffer.from('{"session":1,"reason":"will"}'), qos: 1, retain: false } as const
  const before = await a.talker('cam-7', { clientId: 'c1', will })
  await before.ask('birth', { session: 1, functions: ['work'] })
  const cut = once(before.client as never, 'close')
  const after = await b.talker('cam-7', { clientId: 'c1' })
  await cut
  await app.ask('time')
  t.match(await app.ask('devices/cam-7/get'), { state: 'free' })
  t.ok(await after.ask('time'), 'the new connection is served')
})

onNodes('a client id in use on one node is refused to another principal on the other', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app', { clientId: 'c1' })
  await a.said()
  await t.rejects(b.talker('thief', { clientId: 'c1' }), { code: 2 })
  t.ok(await app.ask('time'), 'and stays where it is')
  await a.away(app)
  await a.said()
  t.ok(await b.talker('thief', { clientId: 'c1' }), 'free again')
})

onNodes('what is told on one node waits for a session that was left on another', async (t, { start }) => {
  const [a, b, c] = [await start('a', STORE), await start('b', STORE), await start('c', STORE)]
  const app = await a.talker('app')
  const stored = await b.talker('app', STORED)
  await b.away(stored)
  await b.said()
  await app.ask('time')
  const back = await c.talker('app', { ...STORED, subscribe: [] })
  t.ok(await back.told(REPLY), 'once, from the queue')
  await c.said()
  await app.ask('time')
  t.ok(await back.told(REPLY), 'straight, on the third node')
  await c.away(back)
  const again = await b.talker('app', { ...STORED, subscribe: [] })
  t.same(await again.rest(), [], 'nothing twice')
})

onNodes('a stored session that was taken over elsewhere is not waited on where it was', async (t, { start }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  const app = await a.talker('app')
  const first = await a.talker('app', STORED)
  const cut = once(first.client as never, 'close')
  const second = await b.talker('app', { ...STORED, subscribe: [] })
  await cut
  await Promise.all([a.said(), b.said()])
  await app.ask('time')
  t.ok(await second.told(REPLY))
  await second.ask('time')
  await b.away(second)
  const third = await a.talker('app', { ...STORED, subscribe: [] })
  t.same(await third.rest(), [], 'all was acknowledged on the other node')
})

for (const isAway of [false, true]) {
  onNodes(`the sessions of a node that dies wait as well${isAway ? ', even where Redis was away at that time' : ''}`, async (t, { start, redis }) => {
    const [a, b] = [await start('a', STORE), await start('b', STORE)]
    const app = await a.talker('app')
    await b.talker('app', STORED)
    await b.said()
    b.bus.fallSilent()
    if (isAway) await redis.cut()
    const read = a.readsSession('c1')
    await a.clock.advance(SILENT_MS)
    await read
    await app.ask('time')
    const back = await a.talker('app', { ...STORED, subscribe: [] })
    t.ok(await back.told(REPLY))
  })
}

onNodes('a session that was left while Redis was away waits all the same', async (t, { start, redis }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  const app = await a.talker('app')
  const stored = await b.talker('app', STORED)
  await b.said()
  const heard = a.bus.received('peers/whole', 'b')
  await redis.cut()
  await b.away(stored)
  await heard
  await a.readsSession('c1')
  await app.ask('time')
  const back = await b.talker('app', { ...STORED, subscribe: [] })
  t.ok(await back.told(REPLY))
})

onNodes('a client that connects to two nodes at once leaves one session', async (t, { start }) => {
  const [a, b, c] = [await start('a', STORE), await start('b', STORE), await start('c', STORE)]
  const app = await c.talker('app')
  await b.away(await b.talker('app', STORED))
  // Taken over by the other before it was connected, it has nothing to leave.
  const both = await Promise.all([a, b].map(async node => ({ node, talker: await node.talker('app', { ...STORED, subscribe: [] }).catch(() => undefined) })))
  // Each may have closed the other's by now, or will.
  for (const { node, talker } of both) {
    talker?.vanish()
    // Aedes tells of no disconnection where it had not told of the connection.
    while (node.isConnected('c1')) await new Promise(resolve => { setImmediate(resolve) })
    await node.said()
  }
  await app.ask('time')
  const back = await b.talker('app', { ...STORED, subscribe: [] })
  t.ok(await back.told(REPLY))
  t.same(await back.rest(), [], 'once')
})

onNodes('a stored session gets all that it asked for from another node, each once', async (t, { start }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  const app = await a.talker('app', { subscribe: ['to/app/#'] })
  const stored = await b.talker('app', { ...STORED, subscribe: ['to/app/#', 'events/tasks/+'] })
  await b.said()
  const tasks = Array.from({ length: 50 }, (_, n) => `t${n}`)
  await Promise.all(tasks.map(task => app.ask(`tasks/${task}/submit`, { function: 'work' })))
  for (const task of tasks) {
    await stored.told(`tasks/${task}/submit/accepted`)
    await stored.seen(`events/tasks/${task}`)
  }
  await b.away(stored)
  const back = await b.talker('app', { ...STORED, subscribe: [] })
  t.same(await back.rest(), [])
})

onNodes('what is queued for one is not late for others', async (t, { start }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  await a.talker('app', { ...STORED, subscribe: ['events/#'] })
  const watcher = await b.talker('watcher', { subscribe: ['events/#', 'state/#'] })
  await Promise.all([a.said(), b.said()])
  const app = await a.talker('app')
  const tasks = Array.from({ length: 50 }, (_, n) => `t${n}`)
  await Promise.all(tasks.map(task => app.ask(`tasks/${task}/submit`, { function: 'work' })))
  for (const task of tasks) {
    t.ok(await watcher.seen(`events/tasks/${task}`))
    t.ok(await watcher.seen(`state/tasks/${task}`))
  }
})

onNodes('a client that comes back with a clean session ends the stored one everywhere', async (t, { start }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  const app = await a.talker('app')
  await b.away(await b.talker('app', STORED))
  await b.said()
  const clean = await b.talker('app', { clientId: 'c1' })
  await b.away(clean)
  await b.said()
  await app.ask('time')
  const back = await a.talker('app', STORED)
  t.same(await back.rest(), [], 'nothing was queued for a session that is no more')
})

onNodes('retained messages are those of all nodes', async (t, { start }) => {
  const [a, b] = [await start('a', STORE), await start('b', STORE)]
  const writer = await a.talker('writer', { subscribe: [] })
  await writer.publish('plain/kept', 'x', { qos: 1, retain: true })
  const reader = await b.talker('reader', { subscribe: [] })
  await reader.subscribeTo('plain/#')
  t.match(await reader.next(({ topic }) => topic === 'plain/kept'), { retain: true, text: 'x' })
})

onNodes('what is published while a session moves from node to node comes, all of it', async (t, { start }) => {
  const [a, b, c] = [await start('a', STORE), await start('b', STORE), await start('c', STORE)]
  const writer = await a.talker('writer', { subscribe: [] })
  let count = 0
  const publish = async (): Promise<void> => { await writer.publish('plant/x', `${count++}`, { qos: 1 }) }
  const readers = [await b.talker('reader', { ...STORED, subscribe: [] })]
  await readers[0]?.subscribeTo('plant/#')
  const got = (): Set<string> => new Set(readers.flatMap(({ inbox }) => inbox.map(({ text }) => text)))
  for (const node of [c, b, c, b]) {
    const connected = node.talker('reader', { ...STORED, subscribe: [] })
    while (!node.isConnected('c1')) await publish()
    readers.push(await connected)
    await publish()
    while (got().size < count) await new Promise(resolve => { setImmediate(resolve) })
  }
  t.ok(count > 10, `${count} messages`)
})
