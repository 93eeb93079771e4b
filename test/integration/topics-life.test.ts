/** The whole life of a task between app and device, in all ways in which a device may speak. */
import { onBothStores, onMemory } from '../support/topics/rig.js'
import { begun, offerOf, offered, submit } from '../support/topics/steps.js'

const MODES = ['push', 'pull'] as const
const BEGINS = ['explicit', 'implied'] as const
const REPLIES = ['all', 'rejections'] as const
const COMBINATIONS = MODES.flatMap(mode => BEGINS.flatMap(begin => REPLIES.flatMap(replies => ([0, 1] as const).map(sayQos => ({ mode, begin, replies, sayQos })))))

for (const { mode, begin, replies, sayQos } of COMBINATIONS) {
  onBothStores(`the whole life: ${mode}, begin ${begin}, replies ${replies}, QoS ${sayQos}`, async (t, start) => {
    const { device, talker, watcher } = await start()
    const app = await talker('app')
    const cam = await device('cam-7', { mode, begin, replies }, { sayQos })
    const isAnswered = replies === 'all' || sayQos === 0

    if (mode === 'pull') t.same(await cam.ask('next', { max: 1 }), { max: 1 })
    t.match(await app.ask('tasks/t1/submit', { function: 'work', args: { n: 1 }, notify: true }), { task: 't1', state: 'available', v: 1 })
    t.same(await cam.told('offer'), { task: 't1', function: 'work', attempt: 1, session: 1, args: { n: 1 }, leaseMs: 20_000, offerMs: 5_000 })

    if (begin === 'explicit') {
      await cam.say('tasks/t1/begin', { attempt: 1 })
      if (isAnswered) t.match(await cam.told('tasks/t1/begin/accepted'), { attempt: 1, leaseMs: 20_000 })
    }
    await watcher.seen('state/devices/cam-7', { state: 'executing' })
    await cam.say('tasks/t1/progress', { attempt: 1, percent: 50, note: 'half' })
    if (isAnswered) t.match(await cam.told('tasks/t1/progress/accepted'), { leaseMs: 20_000 })
    t.match(await watcher.seen('state/tasks/t1', { percent: 50 }), { state: 'executing', device: 'cam-7', attempt: 1, note: 'half' })

    await cam.say('tasks/t1/success', { attempt: 1, result: [1, { two: 2 }] })
    if (isAnswered) t.match(await cam.told('tasks/t1/success/accepted'), { attempt: 1, state: 'completed' })
    t.match(await app.told('tasks/t1/ended'), { task: 't1', state: 'completed', result: [1, { two: 2 }], device: 'cam-7' })
    t.match(await app.ask('tasks/t1/get'), { state: 'completed', result: [1, { two: 2 }], attempt: 1 })
    t.match(await watcher.seen('state/tasks/t1', { state: 'completed' }), { result: [1, { two: 2 }] })
    await watcher.seen('state/devices/cam-7', { state: 'free' })

    t.match(await cam.refused('tasks/t1/fail', { attempt: 1, error: { code: 'late' } }), { code: 'ended', state: 'completed' }, 'a rejection is always told')
    t.same(await cam.rest(), [], 'nothing else was said to the device')
    t.same(await app.rest(), [], 'nor to the app')
  })
}

onBothStores('implied: the lease starts with the offer, with offerMs on top for the way; silence is a lapse', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { begin: 'implied', heartbeatMs: 0 })]
  await offered(app, cam, 't1', { leaseMs: 3_000, maxAttempts: 1 })
  t.match(await app.ask('tasks/t1/get'), { state: 'executing', device: 'cam-7', deadline: clock.now() + 8_000 })
  await clock.advance(7_999)
  t.match(await app.ask('tasks/t1/get'), { state: 'executing', attempt: 1 })
  await clock.advance(1)
  t.match(await watcher.seen('events/tasks/t1', { event: 'lapsed' }), { from: 'executing', to: 'available' })
  t.equal(await offerOf(cam, 't1'), 2, 'an attempt of which the device said nothing does not count')
  t.match(await cam.ask('tasks/t1/progress', { attempt: 2 }), { leaseMs: 3_000 })
  await watcher.seen('events/tasks/t1', { event: 'progressed' })
  await clock.advance(3_000)
  t.match(await watcher.seen('events/tasks/t1', { event: 'timed-out' }), { attempt: 2 })
  t.match(await app.ask('tasks/t1/get'), { state: 'failed', error: { code: 'timed-out' } }, 'one of which it spoke does')
  t.same(await cam.told('tasks/t1/cancel'), { attempt: 2, reason: 'timed-out' })
})

onMemory('implied: a begin that is sent all the same is accepted, and an offer unheard comes again after welcome', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { begin: 'implied', heartbeatMs: 0, capacity: 2 })]
  await offered(app, cam, 't1')
  await offered(app, cam, 't2')
  await clock.advance(1_000)
  t.match(await cam.ask('tasks/t1/begin', { attempt: 1 }), { attempt: 1, leaseMs: 24_000 })
  await cam.ask('birth', { session: 2, functions: ['work'], begin: 'implied', heartbeatMs: 0, capacity: 2 })
  t.match(await cam.told('offer'), { task: 't2', attempt: 1, session: 2 })
  t.same(await cam.rest(), [])
})

onMemory('replies rejections: silent only about the tasks that it executes, and only at QoS 1', async (t, start) => {
  const { device, talker } = await start()
  const app = await talker('app')
  const cam = await device('cam-7', { replies: 'rejections', mode: 'pull' })
  t.match(await cam.ask('next'), { max: 1 })
  t.ok(await cam.ask('heartbeat'))
  t.match(await cam.ask('tasks/own/submit', { function: 'rare' }), { state: 'available' }, 'as an app it is answered')
  t.ok(await cam.ask('tasks/own/cancel'))
  await offered(app, cam, 't1')
  await cam.say('tasks/t1/begin', { attempt: 1, ref: 'silent' })
  t.same(await cam.rest(), [])
  t.match(await cam.ask('tasks/t1/progress', { attempt: 1 }, { qos: 0 }), { leaseMs: 20_000 })
  await cam.say('tasks/t1/decline', { attempt: 1 })
  t.same(await cam.rest(), [])
  t.match(await cam.refused('tasks/t1/progress', { attempt: 1 }), { code: 'stale-attempt' })
})

onBothStores('of ended tasks only so many are kept, the newest', async (t, start) => {
  const { device, talker, watcher, clock } = await start({ endedMax: 2 })
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  for (const id of ['t1', 't2', 't3', 't4']) {
    await begun(app, cam, id)
    await cam.ask(`tasks/${id}/success`, { attempt: 1 })
    await clock.advance(1)
  }
  await submit(app, 'open', { function: 'rare' })
  await clock.advance(1_000)
  for (const id of ['t1', 't2']) await watcher.next(({ topic, text }) => topic === `state/tasks/${id}` && text === '', 'the cleared state')
  t.match(await app.refused('tasks/t1/get'), { code: 'unknown-task' })
  for (const id of ['t3', 't4', 'open']) t.ok(await app.ask(`tasks/${id}/get`), id)
})
