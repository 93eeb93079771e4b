/** What nodes know of each other: it heals where a message was lost, and is forgotten with a node that is gone. */
import { type Node, onNodes } from '../support/nodes/rig.js'

/** A reply to a command on `from`, as a second connection of the same principal on another node gets it or not. */
const REPLY = 'time/accepted'
/** More beats than a node may be silent. */
const SILENT_BEATS = 6

onNodes('an announcement that was lost is asked for again within a second', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  b.bus.hold((_to, kind, body) => kind === 'peers/change' && body.includes('to/app'))
  const tool = await b.talker('app', { clientId: 'tool' })
  await b.said()
  await app.ask('time')
  await a.said()
  t.same(tool.inbox, [], 'the other node does not know of it')
  const whole = a.bus.received('peers/whole', 'b')
  await b.clock.advance(1_000)
  await whole
  await app.ask('time')
  t.ok(await tool.told(REPLY))
})

onNodes('where more comes after what was lost, it is asked for at once', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  b.bus.hold((_to, kind, body) => kind === 'peers/change' && body.includes('to/app'))
  const whole = a.bus.received('peers/whole', 'b')
  const tool = await b.talker('app', { clientId: 'tool', subscribe: ['to/app/#', 'state/#'] })
  await whole
  await app.ask('time')
  t.ok(await tool.told(REPLY))
})

onNodes('what is no longer asked for is not sent any more', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  const tool = await b.talker('app', { clientId: 'tool', subscribe: ['to/app/#', 'to/app/time/#', 'state/#'] })
  for (const filter of ['to/app/#', 'state/#']) await tool.client.unsubscribeAsync(`orchestra/v1/${filter}`)
  await b.said()
  await app.ask('time')
  t.ok(await tool.told(REPLY), 'for the filter that is left')
  await tool.client.unsubscribeAsync('orchestra/v1/to/app/time/#')
  await b.said()
  a.bus.sent.length = 0
  await app.ask('tasks/t1/submit', { function: 'work' })
  t.same(crossing(a), [])
})

onNodes('a node that falls silent is forgotten, and known again when it is back', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  const tool = await b.talker('app', { clientId: 'tool' })
  await b.said()
  await a.clock.advance(SILENT_BEATS * 1_000)
  a.bus.sent.length = 0
  await app.ask('time')
  await app.publish('plain/x', 'x')
  t.same(crossing(a), [], 'nobody else is there')
  const whole = a.bus.received('peers/whole', 'b')
  await b.clock.advance(1_000)
  await whole
  await app.ask('time')
  t.ok(await tool.told(REPLY))
})

onNodes('a node that stood still does not take the others for gone', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  const tool = await b.talker('app', { clientId: 'tool' })
  for (let beat = 0; beat < SILENT_BEATS; beat++) {
    await a.clock.advance(1_000)
    const here = a.bus.received('peers/here', 'b')
    await b.clock.advance(1_000)
    await here
  }
  await app.ask('time')
  t.ok(await tool.told(REPLY))
})

onNodes('a node that says goodbye is forgotten at once', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  const app = await a.talker('app')
  await b.talker('app', { clientId: 'tool' })
  await b.said()
  const bye = a.bus.received('peers/bye', 'b')
  await b.stop()
  await bye
  a.bus.sent.length = 0
  await app.ask('time')
  t.same(crossing(a), [])
})

onNodes('a node that joins learns what the others have, and they what it has', async (t, { start }) => {
  const [a, b] = [await start('a'), await start('b')]
  await a.talker('app', { clientId: 'one' })
  const two = await b.talker('app', { clientId: 'two' })
  const c = await start('c')
  const three = await c.talker('app', { clientId: 'three' })
  await c.said()
  await three.ask('time')
  t.ok(await two.told(REPLY))
  await two.ask('time')
  t.ok(await three.told(REPLY))
})

onNodes('the will of a client is published once its broker is gone, and not before', async (t, { start }) => {
  const options = { isPersistent: true, heartbeatMs: 50 }
  const [a, b] = [await start('a', options), await start('b', options)]
  const reader = await b.talker('reader', { subscribe: [] })
  await reader.subscribeTo('plain/will')
  await a.talker('cam-7', { subscribe: [], will: { topic: 'plain/will', payload: Buffer.from('gone'), qos: 1, retain: false } })
  for (let round = 0; round < 3; round++) await b.looksForWills()
  t.same(reader.inbox, [])
  a.bus.fallSilent()
  t.match(await reader.next(({ topic }) => topic === 'plain/will'), { text: 'gone' })
})

/** What went out for clients of other nodes. */
function crossing (node: Node): string[] {
  return node.bus.sent.filter(kind => kind.startsWith('mqtt') || kind.startsWith('directed'))
}
