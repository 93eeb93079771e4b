/** Two nodes on one Redis with one bridge between them and a real Mosquitto: what crosses, over which of them, and that it crosses once. */
import t, { type Test } from 'tap'
import { BridgeStage, type StageOptions } from '../support/bridge-stage.js'
import { startRedis } from '../support/redis-server.js'
import type { Talker } from '../support/topics/talker.js'

t.jobs = 2
const example = 'bridge-out.yaml'
const ROOT = 'orchestra/v1'

interface Nodes { readonly one: BridgeStage, readonly two: BridgeStage }

/** The first of them carries. */
async function start (t: Test, options: StageOptions = {}): Promise<Nodes> {
  const { url: redis } = await startRedis(t)
  const one = await BridgeStage.start(t, { example, redis, ...options })
  return { one, two: await BridgeStage.start(t, { example, redis, beside: one, ...options }) }
}

function texts (talker: Talker, topic: string): string[] {
  return talker.inbox.filter(message => message.topic === topic).map(({ text }) => text)
}

t.test('what is said at either node crosses once, in its order; what comes in reaches those at both', async t => {
  const { one, two } = await start(t)
  const [a, b, there] = [await one.here('a', { subscribe: [] }), await two.here('b', { subscribe: [] }), await one.there('there', { subscribe: [] })]
  for (const talker of [a, b, there]) for (const filter of ['alarms/#', 'site1/#']) await talker.subscribeTo(filter)
  await Promise.all(Array.from({ length: 50 }, async (_, n) => await Promise.all([a.publish('alarms/a', `${n}`), b.publish('alarms/b', `${n}`)])))
  await Promise.all(Array.from({ length: 50 }, (_, n) => there.publish('plant/x', `${n}`)))
  await there.publish('alarms/t', 'on', { retain: true })
  // Behind all of that, in both directions.
  for (const talker of [a, b]) await talker.publish(`alarms/end-${talker.name}`, '1')
  for (const name of ['a', 'b']) await there.next(({ topic }) => topic === `alarms/end-${name}`)
  for (const talker of [a, b]) await talker.next(({ topic }) => topic === 'alarms/t')
  const numbers = Array.from({ length: 50 }, (_, n) => `${n}`)
  for (const talker of [a, b]) t.same(texts(talker, 'site1/plant/x'), numbers, `came in to ${talker.name}`)
  for (const topic of ['alarms/a', 'alarms/b']) t.same(texts(there, topic), numbers, `${topic} went out`)
  for (const stage of [one, two]) t.same(await stage.retainedHere('alarms/t'), { 'alarms/t': 'on' })
  t.same(one.facts.problems, [])
})

t.test('devices and apps of the site work with both nodes, whichever decides', async t => {
  const { one, two } = await start(t)
  const [cam, app] = [await one.there('cam'), await one.there('app')]
  t.match(await cam.ask('birth', { session: 1, functions: ['work'] }), { session: 1 })
  const local = await two.here('local')
  const watcher = await one.there('watcher', { subscribe: ['state/tasks/+', 'events/tasks/+'] })
  t.match(await local.ask('tasks/t1/submit', { function: 'work', notify: true }), { state: 'available' })
  t.match(await cam.told('offer'), { task: 't1' })
  await cam.ask('tasks/t1/begin', { attempt: 1 })
  await cam.ask('tasks/t1/success', { attempt: 1, result: 42 })
  t.match(await local.told('tasks/t1/ended'), { result: 42 })
  t.match(await app.ask('tasks/t2/submit', { function: 'work', notify: true }), { state: 'available' })
  await cam.told('offer')
  await cam.ask('tasks/t2/begin', { attempt: 1 })
  await cam.ask('tasks/t2/success', { attempt: 1, result: 43 })
  t.match(await app.told('tasks/t2/ended'), { result: 43 })
  await watcher.seen('state/tasks/t2', { state: 'completed' })
  const heard = watcher.inbox.map(({ topic, text }) => `${topic} ${text}`)
  t.ok(heard.length > 5)
  t.equal(heard.length, new Set(heard).size, 'each event and each state once')
  t.same(one.facts.problems, [])
})

t.test('a node that ends gives the bridge to the other, and its state is said by that; nothing of QoS 1 is lost', async t => {
  const { one, two } = await start(t)
  const there = await one.there('there', { subscribe: [] })
  await there.subscribeTo('alarms/#')
  const b = await two.here('b', { subscribe: ['state/bridges/+'] })
  const first = await b.seen('state/bridges/site1', { state: 'connected' })
  const said = Promise.all(Array.from({ length: 100 }, (_, n) => b.publish('alarms/n', `${n}`)))
  const over = one.kill('SIGTERM')
  await b.next(({ topic, body }) => topic === 'state/bridges/site1' && body?.state === 'connected' && Number(body.v) > Number(first.v) && Number(body.since) > Number(first.since), 'the other node to be connected')
  await Promise.all([said, over])
  await b.publish('alarms/end', '1')
  await there.next(({ topic }) => topic === 'alarms/end')
  const came = [...new Set(texts(there, 'alarms/n'))]
  t.equal(came.length, 100)
  await one.serve()
  const again = await one.here('again', { subscribe: ['state/bridges/+'] })
  t.match(await again.seen('state/bridges/site1', { state: 'connected' }), { bridge: 'site1' }, 'told by a node that does not carry')
  await again.publish('alarms/again', '1')
  await there.next(({ topic }) => topic === 'alarms/again')
  t.match(await one.retainedThere(`${ROOT}/state/bridges/+`), { [`${ROOT}/state/bridges/site1`]: /"connected"/ })
  t.same(one.facts.problems, [])
})
