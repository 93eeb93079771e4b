/**
 * Two nodes on one Redis: one of them killed under a burst, one that is gone for
 * good, and the same client or device on both. More seeds, and nodes cut off,
 * are in long-nodes.test.ts.
 */
import t from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { offerOf } from '../support/topics/steps.js'
import type { Talker } from '../support/topics/talker.js'
import { nodeKilled } from './burst/two-nodes.js'
import { seconds, showed } from './support/figures.js'
import { startTwo } from './support/two-nodes.js'

t.jobs = 2
nodeKilled(t, 1)

const TAKEOVERS = 10

t.test('R10 redis: the same client id connecting to both nodes: one live session', { buffered: true }, async t => {
  const { one, two, talker, facts } = await startTwo(t)
  const connect = (n: number): Promise<Talker> => talker(n % 2 === 0 ? one : two, 'd', { clientId: 'same' })
  let before = await connect(0)
  for (let n = 1; n <= TAKEOVERS; n++) {
    const over = closed(before)
    before = await connect(n)
    await over
    await before.ask('time')
  }
  t.ok(before.client.connected, 'who came last is there')
  t.same(facts.problems, [], 'all that was told is as the contract says')
  showed(t, 'R10', 'redis, the same client id on both nodes', `${TAKEOVERS} takeovers, one live session after each`)
})

t.test('R10 redis: the same device on both nodes: the newest birth counts, and it never has more than it can hold', { buffered: true }, async t => {
  const { one, two, talker, facts } = await startTwo(t)
  const app = await talker(one, 'app')
  const old = await talker(one, 'd', { clientId: 'd-1' })
  const born = { functions: ['work'], capacity: 2, heartbeatMs: 0 }
  await old.ask('birth', { ...born, session: 1 })
  for (const task of ['t1', 't2', 't3', 't4']) await app.ask(`tasks/${task}/submit`, { function: 'work' })
  for (const task of ['t1', 't2']) await old.ask(`tasks/${task}/begin`, { attempt: await offerOf(old, task) })

  const young = await talker(two, 'd', { clientId: 'd-2' })
  const { tasks } = await young.ask('birth', { ...born, session: 2 })
  t.same((tasks as { task: string }[]).map(({ task }) => task).sort(), ['t1', 't2'], 'it holds what it held')
  t.match(await old.refused('heartbeat', { session: 1 }), { code: 'stale-session' })
  t.same((await young.rest()).filter(told => told.includes('/offer')), [], 'and is offered nothing more')
  await young.ask('tasks/t1/success', { attempt: 1 })
  const attempt = await offerOf(young, 't3')
  t.same((await young.rest()).filter(told => told.includes('/offer')), [], 'one for one')

  await two.kill()
  const last = await talker(one, 'd', { clientId: 'd-3' })
  const { tasks: kept } = await last.ask('birth', { ...born, session: 3 })
  t.same((kept as { task: string }[]).map(({ task }) => task), ['t2'], 'its node killed, it goes on at the other')
  t.equal(await offerOf(last, 't3'), attempt, 'the open offer stands')
  for (const task of ['t2', 't3']) await last.ask(`tasks/${task}/success`, { attempt: 1 })
  await last.ask('tasks/t4/success', { attempt: await offerOf(last, 't4') })
  t.same(facts.problems, [], 'all that was told is as the contract says')
  showed(t, 'R10', 'redis, the same device on both nodes', 'the newest birth counts, never more than its capacity')
})

t.test('R7 redis: a node killed for good: the other says that its devices are offline, once', { buffered: true }, async t => {
  const { one, two, talker, facts } = await startTwo(t)
  const watcher = await talker(two, 'watcher', { subscribe: ['to/watcher/#', 'state/devices/+', 'events/devices/+'] })
  const will = { topic: 'orchestra/v1/from/d/offline', payload: Buffer.from('{"session":1}'), qos: 1 as const, retain: false }
  const device = await talker(one, 'd', { will })
  await device.ask('birth', { session: 1, functions: ['work'], heartbeatMs: HEARTBEAT_MS })
  await watcher.seen('state/devices/d', { state: 'free' })
  await one.kill()
  const killedAt = clock.now()
  await watcher.seen('state/devices/d', { state: 'offline' })
  const afterMs = clock.now() - killedAt
  t.ok(afterMs <= OFFLINE_WITHIN_MS, `offline ${afterMs} ms after the kill`)
  const departures = [await watcher.next(isDeparture), ...watcher.inbox.filter(isDeparture)]
  t.equal(new Set(departures.map(({ body }) => body?.v)).size, 1, 'once')
  t.same(facts.problems, [], 'all that was told is as the contract says')
  showed(t, 'R7', 'redis, a node killed for good', `its device, with a heartbeat of ${seconds(HEARTBEAT_MS)}, offline after ${seconds(afterMs)}`)
})

const clock = systemClock()
const HEARTBEAT_MS = 2_000
/** So much after the other node has noticed, which takes several seconds. */
const OFFLINE_WITHIN_MS = 10_000 + 5_000

function isDeparture ({ topic, body }: { topic: string, body: Talker['inbox'][number]['body'] }): boolean {
  return topic === 'events/devices/d' && (body?.event === 'left' || body?.event === 'lost')
}

async function closed ({ client }: Talker): Promise<void> {
  await new Promise<void>(resolve => { client.once('close', () => resolve()) })
}
