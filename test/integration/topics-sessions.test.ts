/** Devices and apps with a stored MQTT session: what waits for them while they are away, and what does not. */
import { type RigOptions, onBothStores, onMemory, startRig } from '../support/topics/rig.js'
import { begun, completed, offerOf, offered, submit } from '../support/topics/steps.js'
import t from 'tap'

const STORED = { clientId: 'c1', clean: false }

onBothStores('an offer to a device that is away waits in its session', async (t, start) => {
  const { talker, device, away } = await start()
  const app = await talker('app')
  const cam = await device('cam-7', {}, STORED)
  await away(cam)
  await submit(app, 't1')
  await app.ask('time')
  const back = await talker('cam-7', { ...STORED, subscribe: [] })
  t.match(await back.told('offer'), { task: 't1', attempt: 1 })
  t.match(await back.ask('tasks/t1/begin', { attempt: 1 }), { leaseMs: 20_000 })
  t.match(await back.ask('tasks/t1/success', { attempt: 1 }), { state: 'completed' })
  await away(back)
  const again = await talker('cam-7', { ...STORED, subscribe: [] })
  t.same(await again.rest(), [], 'what was acknowledged does not come again')
})

onBothStores('ended and replies wait for an app that is away', async (t, start) => {
  const { talker, device, away } = await start()
  const app = await talker('app', STORED)
  const cam = await device('cam-7')
  await begun(app, cam, 't1', { notify: true })
  await away(app)
  await cam.ask('tasks/t1/success', { attempt: 1, result: 'kept' })
  const back = await talker('app', { ...STORED, subscribe: [] })
  t.match(await back.told('tasks/t1/ended'), { state: 'completed', result: 'kept' })
})

onMemory('a subscription at QoS 0 queues nothing', async (t, start) => {
  const { talker, device, away } = await start()
  const app = await talker('app')
  const cam = await device('cam-7', {}, { ...STORED, subscribeQos: 0 })
  await away(cam)
  await submit(app, 't1')
  await app.ask('time')
  const back = await talker('cam-7', { ...STORED, subscribe: [] })
  t.same(await back.rest(), [])
})

onMemory('a cancel waits as well, and welcome does not name what is gone', async (t, start) => {
  const { talker, device, away } = await start()
  const app = await talker('app')
  const cam = await device('cam-7', {}, STORED)
  await begun(app, cam, 't1')
  await away(cam)
  await app.ask('tasks/t1/cancel')
  const back = await talker('cam-7', { ...STORED, subscribe: [] })
  t.match(await back.told('tasks/t1/cancel'), { attempt: 1 })
  t.match(await back.ask('birth', { session: 2, functions: ['work'] }), { tasks: [] })
})

onMemory('begin implied is refused over a stored session', async (t, start) => {
  const { talker } = await start()
  const cam = await talker('cam-7', STORED)
  const birth = { session: 1, functions: ['work'], begin: 'implied' }
  t.match(await cam.refused('birth', birth), { code: 'clean-session-required' })
  t.match(await cam.refused('heartbeat'), { code: 'unknown-device' }, 'nothing came of it')
  const clean = await talker('cam-7', { clientId: 'c2' })
  t.ok(await clean.ask('birth', birth))
})

onBothStores('a device with one clean and one stored connection gets its offers on both', async (t, start) => {
  const { talker, device, away } = await start()
  const app = await talker('app')
  const cam = await device('cam-7')
  const stored = await talker('cam-7', STORED)
  await away(stored)
  t.equal(await offered(app, cam, 't1'), 1)
  const back = await talker('cam-7', { ...STORED, subscribe: [] })
  t.equal(await offerOf(back, 't1'), 1)
})

/** Two orchestrators on one folder, one after the other; the broker's own sessions are not the question here. */
t.test('what was accepted is there after a restart, and goes on', async t => {
  const directory = t.testdir()
  const options: RigOptions = { directory }
  const first = await startRig(t, options)
  const app = await first.talker('app')
  const cam = await first.device('cam-7', { capacity: 2 })
  await completed(app, cam, 'done', { args: [1] })
  await begun(app, cam, 'held')
  await offered(app, cam, 'open')
  await submit(app, 'later', { delayMs: 30_000 })
  await submit(app, 'queued', { function: 'rare', priority: 4 })
  await app.ask('devices/cam-7/cordon', { reason: 'x' })
  const before = await app.ask('tasks/list')
  await first.stop()

  const second = await startRig(t, options)
  const reader = await second.talker('app')
  const tasksOf = (list: unknown): string[] => (list as { task: string }[]).map(task => JSON.stringify(task)).sort()
  t.same(tasksOf((await reader.ask('tasks/list')).tasks), tasksOf(before.tasks), 'each as it was')
  t.match(await reader.ask('devices/cam-7/get'), { session: 1, executing: ['held'], cordoned: true })
  t.match(await reader.ask('tasks/done/submit', { function: 'work', args: [1] }), { state: 'completed' }, 'recall')
  const back = await second.talker('cam-7')
  t.match(await back.ask('birth', { session: 1, functions: ['work'], capacity: 2 }), { tasks: [{ task: 'held', attempt: 1, leaseMs: 20_000 }] })
  t.equal(await offerOf(back, 'open'), 1)
  t.ok(await back.ask('tasks/held/success', { attempt: 1 }))
  await reader.ask('devices/cam-7/uncordon')
  await second.clock.advance(30_000)
  t.match(await reader.ask('tasks/later/get'), { state: /available|offered/ })
  t.same([...first.facts.problems, ...second.facts.problems], [])
})

t.test('a device that does not come back after a restart is lost when its grace is over', async t => {
  const directory = t.testdir()
  const first = await startRig(t, { directory })
  await begun(await first.talker('app'), await first.device('cam-7', { heartbeatMs: 60_000 }), 't1', { onOffline: 'release' })
  await first.stop()
  const { watcher, talker, clock } = await startRig(t, { directory, restartGraceMs: 3_000 })
  await clock.advance(2_999)
  const app = await talker('app')
  t.match(await app.ask('devices/cam-7/get'), { state: 'executing' })
  await clock.advance(1)
  await watcher.seen('events/devices/cam-7', { event: 'lost' })
  t.match(await app.ask('tasks/t1/get'), { state: 'available' })
})
