/** More ordinary messages than a node reads: Redis cuts it off from the others, and it goes on serving. */
import { onNodes } from '../support/nodes/rig.js'
import { begun } from '../support/topics/steps.js'

const UNREAD_BYTES = 100_000
const LARGE = Buffer.alloc(200_000)
const REPLY = 'time/accepted'

onNodes('a flood that nobody asked for reaches no other node', async (t, { start, redis }) => {
  const [a, b] = [await start('a'), await start('b')]
  await redis.limitUnread(UNREAD_BYTES)
  const tool = await b.talker('app', { clientId: 'tool' })
  await b.said()
  let gaps = 0
  for (const node of [a, b]) node.gap().then(() => { gaps++ }, () => {})
  const writers = await Promise.all([1, 2, 3, 4].map(n => a.talker(`writer-${n}`, { subscribe: [] })))
  for (let round = 0; round < 10; round++) await Promise.all(writers.map(writer => writer.publish('flood/x', LARGE, { qos: round % 2 as 0 | 1 })))
  const app = await a.talker('app')
  await app.ask('time')
  t.ok(await tool.told(REPLY))
  t.equal(gaps, 0)
})

onNodes('a node that is flooded stays ready, and hears the others again', async (t, { start, redis }) => {
  const [a, b] = [await start('a'), await start('b')]
  const [app, tool] = [await a.talker('app'), await b.talker('app', { clientId: 'tool' })]
  const cam = await b.talker('cam-7')
  await cam.ask('birth', { session: 1, functions: ['work'] })
  await tool.subscribeTo('flood/#')
  await redis.limitUnread(UNREAD_BYTES)
  const writer = await a.talker('writer', { subscribe: [] })
  for (let round = 1; round <= 3; round++) {
    const [gap, heard] = [b.gap(), b.bus.received('peers/whole', 'a')]
    await writer.publish('flood/x', LARGE, { qos: 1 })
    // All of it on the node that is cut off, meanwhile.
    await begun(tool, cam, `t${round}`)
    await cam.ask(`tasks/t${round}/success`, { attempt: 1 })
    await Promise.all([gap, heard])
  }
  // What was told in a gap, or asked for, comes to be known as soon as it is over.
  const [gap, heard] = [b.gap(), b.bus.received('peers/whole', 'a')]
  await writer.publish('flood/x', LARGE, { qos: 1 })
  const late = await a.talker('late', { subscribe: ['to/late/#', 'events/#'] })
  const subscribed = late.subscribeTo('office/#')
  await a.clock.advance(2_000)
  await subscribed
  await tool.publish('office/x', {})
  t.ok(await late.seen('office/x'), 'who is cut off tells everybody')
  await Promise.all([gap, heard])
  await tool.ask('tasks/t4/submit', { function: 'work' })
  t.match(await late.seen('events/tasks/t4'), { event: 'submitted' })
  t.ok(await app.told('tasks/t4/submit/accepted'))
  await writer.publish('flood/small', {}, { qos: 1 })
  t.ok(await tool.seen('flood/small'))
})
