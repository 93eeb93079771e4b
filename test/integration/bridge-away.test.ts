/** The other broker is gone, or hangs, or our server is killed meanwhile: what waits to cross, how much of it, and what comes of it. */
import t, { type Test } from 'tap'
import { BridgeStage } from '../support/bridge-stage.js'
import type { Talker } from '../support/topics/talker.js'

t.jobs = 3
const COUNT = 200
const example = { example: 'bridge-out.yaml' }
const numbers = Array.from({ length: COUNT }, (_, n) => `${n}`)

/** Somebody there whose session the Mosquitto keeps, also while it doesn't run. */
function keeper (stage: BridgeStage): Promise<Talker> {
  return stage.there('keeper', { clean: false, subscribe: [] })
}

/** The Mosquitto ends, with the subscription of the keeper on its disk. */
async function keptAndGone (stage: BridgeStage): Promise<void> {
  const before = await keeper(stage)
  await before.subscribeTo('alarms/#')
  await before.leave()
  await stage.mosquitto.kill('SIGTERM')
}

async function sayAll (here: Talker): Promise<void> {
  await Promise.all(numbers.map(n => here.publish('alarms/n', n)))
}

async function allCame (t: Test, there: Talker): Promise<void> {
  const came: string[] = []
  while (came.at(-1) !== numbers.at(-1)) came.push((await there.next(({ topic }) => topic === 'alarms/n')).text)
  t.same(came, numbers, 'all of them, once, in order')
}

async function nothingWaits (watcher: Talker): Promise<void> {
  await watcher.next(({ topic, body }) => topic === 'state/bridges/site1' && body?.state === 'connected' && (body.queued as { messages: number }).messages === 0, 'nothing to wait')
}

BridgeStage.test(t, 'while the other broker is gone messages wait, and what is removed is removed', example, async (t, stage) => {
  const here = await stage.here('here', { subscribe: ['state/bridges/+'] })
  const there = await stage.there('there', { subscribe: [] })
  await there.subscribeTo('alarms/#')
  for (const topic of ['alarms/old', 'alarms/kept']) {
    await here.publish(topic, 'on', { retain: true })
    await there.next(({ topic: other }) => other === topic)
  }
  await there.leave()
  await keptAndGone(stage)
  await here.seen('state/bridges/site1', { state: 'disconnected' })
  await here.publish('alarms/old', '', { retain: true })
  await here.publish('alarms/new', 'on', { retain: true })
  await sayAll(here)
  await here.next(({ topic, body }) => topic === 'state/bridges/site1' && Number((body?.queued as { messages: number }).messages) >= COUNT + 2, 'the count of what waits')
  await stage.mosquitto.restart()
  await allCame(t, await keeper(stage))
  await nothingWaits(here)
  t.same(await stage.retainedThere('alarms/#'), { 'alarms/kept': 'on', 'alarms/new': 'on' })
  t.match(await stage.retainedThere('orchestra/v1/state/bridges/+'), { 'orchestra/v1/state/bridges/site1': /"connected"/ })
})

BridgeStage.test(t, 'the other broker hangs: our broker goes on, and all crosses once it goes on, too', example, async (t, stage) => {
  const [here, there] = [await stage.here('here'), await stage.there('there', { subscribe: [] })]
  await there.subscribeTo('alarms/#')
  await here.publish('alarms/first', '1')
  await there.next(({ topic }) => topic === 'alarms/first')
  stage.mosquitto.signal('SIGSTOP')
  await sayAll(here)
  await here.ask('time')
  stage.mosquitto.signal('SIGCONT')
  await allCame(t, there)
})

BridgeStage.test(t, 'our server killed while messages wait: they are on disk, and cross once', example, async (t, stage) => {
  const here = await stage.here('here')
  await keptAndGone(stage)
  await sayAll(here)
  await stage.kill()
  await stage.mosquitto.restart()
  const there = await keeper(stage)
  t.match(await stage.retainedThere('orchestra/v1/state/bridges/+'), {}, 'a will that the Mosquitto did not live to publish')
  await stage.serve()
  const watcher = await stage.here('watcher', { subscribe: ['state/bridges/+'] })
  await allCame(t, there)
  await nothingWaits(watcher)
  await stage.kill()
  await stage.serve()
  const again = await stage.here('again')
  await again.publish('alarms/end', '1')
  await there.next(({ topic }) => topic === 'alarms/end')
  t.same(there.inbox.filter(({ topic }) => topic === 'alarms/n').map(({ text }) => text), [], 'what was acknowledged never again')
})

BridgeStage.test(t, 'our server killed: the will of its bridge is published there', example, async (t, stage) => {
  const there = await stage.there('there', { subscribe: ['state/bridges/+'] })
  await there.seen('state/bridges/site1', { state: 'connected' })
  await stage.kill()
  t.match(await there.seen('state/bridges/site1', { state: 'disconnected' }), { bridge: 'site1' })
})

BridgeStage.test(t, 'the queue is bounded: QoS 0 goes first, QoS 1 is not acknowledged where there is no room', { ...example, bridge: { queueMessages: 50 }, config: { logLevel: 'silent' } }, async (t, stage) => {
  const bridge = (watcher: Talker, what: string, wanted: (state: { queued: { messages: number }, dropped: number, refused: number }) => boolean): Promise<unknown> =>
    watcher.next(({ topic, body }) => topic === 'state/bridges/site1' && wanted(body as never), what)
  const watcher = await stage.here('watcher', { subscribe: ['state/bridges/+'] })
  const here = await stage.here('here', { reconnectPeriod: 50 })
  await keptAndGone(stage)
  await watcher.seen('state/bridges/site1', { state: 'disconnected' })
  for (let n = 0; n < 200; n++) await here.publish('alarms/loose', `${n}`, { qos: 0 })
  await bridge(watcher, 'QoS 0 to be dropped', ({ queued, dropped }) => queued.messages === 50 && dropped >= 150)
  for (let n = 0; n < 50; n++) await here.publish('alarms/n', `${n}`)
  await bridge(watcher, 'QoS 0 to be gone', ({ queued, dropped, refused }) => queued.messages === 50 && dropped >= 200 && refused === 0)
  let isAcknowledged = false
  const late = here.publish('alarms/late', 'x').then(() => { isAcknowledged = true })
  await bridge(watcher, 'a refusal', ({ queued, refused }) => queued.messages === 50 && refused >= 1)
  t.equal(isAcknowledged, false)
  await stage.mosquitto.restart()
  const there = await keeper(stage)
  for (let n = 0; n < 50; n++) t.equal((await there.next(({ topic }) => topic === 'alarms/n')).text, `${n}`)
  await late
  t.equal((await there.next(({ topic }) => topic === 'alarms/late')).text, 'x', 'said again by its client, and taken')
})
