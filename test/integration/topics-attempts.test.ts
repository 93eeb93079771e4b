/** Attempts: who may speak about a task and when, what is said twice or in another order, and cancelling. */
import { onBothStores, onMemory, type Rig, type Talker } from '../support/topics/rig.js'
import { begun, completed, offerOf, offered, submit } from '../support/topics/steps.js'

const VERBS: Readonly<Record<string, object>> = {
  begin: {}, progress: { percent: 1 }, success: { result: 'stolen' }, fail: { error: { code: 'x' } }, decline: {}
}

onBothStores('two devices that begin the same task: one wins, the other is told', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const first = await device('cam-1')
  const attempt = await offered(app, first, 't1')
  const second = await device('cam-2')
  const [won, lost] = await Promise.all([first.ask('tasks/t1/begin', { attempt }), second.refused('tasks/t1/begin', { attempt })])
  t.match(won, { attempt, leaseMs: 20_000 })
  t.match(lost, { code: 'stale-attempt', attempt }, 'whoever came first')
  t.match(await app.ask('tasks/t1/get'), { state: 'executing', device: 'cam-1' })
})

onMemory('both connections of a device get its offer, and both may begin it: it is one process', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const hand = await device('cam-7')
  const other = await talker('cam-7')
  const attempt = await offered(app, hand, 't1')
  t.equal(await offerOf(other, 't1'), attempt)
  t.match(await other.ask('tasks/t1/begin', { attempt }), { leaseMs: 20_000 })
  t.match(await hand.ask('tasks/t1/begin', { attempt }), { attempt })
  t.match(await hand.ask('tasks/t1/success', { attempt, result: 1 }), { state: 'completed' })
})

onMemory('a repeated begin renews nothing, progress does', async (t, start) => {
  const { talker, device, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  const attempt = await offered(app, cam, 't1', { leaseMs: 10_000 })
  const { deadline } = await cam.ask('tasks/t1/begin', { attempt })
  t.equal(deadline, clock.now() + 10_000)
  await clock.advance(4_000)
  t.match(await cam.ask('tasks/t1/begin', { attempt }), { leaseMs: 6_000, deadline })
  t.match(await cam.ask('tasks/t1/progress', { attempt }), { leaseMs: 10_000, deadline: clock.now() + 10_000 })
  await clock.advance(9_999)
  t.match(await app.ask('tasks/t1/get'), { state: 'executing' })
  await clock.advance(1)
  t.same(await cam.told('tasks/t1/cancel'), { attempt, reason: 'timed-out' }, 'the device is told when the lease ran out')
  t.match(await cam.refused('tasks/t1/progress', { attempt }), { code: 'stale-attempt' }, 'its attempt is over')
})

for (const verb of ['progress', 'success', 'fail']) {
  onMemory(`${verb} from the device that holds the offer counts as its begin`, async (t, start) => {
    const { talker, device, watcher } = await start()
    const [app, cam] = [await talker('app'), await device('cam-7')]
    const attempt = await offered(app, cam, 't1', { maxAttempts: 1 })
    await cam.ask(`tasks/t1/${verb}`, { attempt, ...VERBS[verb] })
    const state = { progress: 'executing', success: 'completed', fail: 'failed' }[verb] ?? ''
    t.match(await watcher.seen('state/tasks/t1', { state }), { attempt }, 'and against maxAttempts')
  })
}

onBothStores('order can get lost on the way: begin and progress after success', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const attempt = await completed(app, cam, 't1')
  const before = await app.ask('tasks/t1/get')
  t.match(await cam.ask('tasks/t1/begin', { attempt }), { attempt, state: 'completed' })
  t.match(await cam.ask('tasks/t1/progress', { attempt, percent: 3 }), { attempt, state: 'completed' })
  t.match(await cam.ask('tasks/t1/success', { attempt, result: 'another' }), { state: 'completed' }, 'again: accepted')
  t.match(await cam.refused('tasks/t1/fail', { attempt, error: { code: 'x' } }), { code: 'ended', state: 'completed' })
  t.match(await cam.refused('tasks/t1/decline', { attempt }), { code: 'ended' })
  t.same(await app.ask('tasks/t1/get'), before, 'nothing of that changed anything, and the first result stays')
})

onMemory('begin, progress and success written in one go are taken in their order', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const attempt = await offered(app, cam, 't1')
  await Promise.all([cam.say('tasks/t1/begin', { attempt }), cam.say('tasks/t1/progress', { attempt, percent: 9 }), cam.say('tasks/t1/success', { attempt, result: 2 })])
  t.match(await cam.told('tasks/t1/begin/accepted'), { leaseMs: 20_000 })
  t.match(await cam.told('tasks/t1/progress/accepted'), { leaseMs: 20_000 })
  t.match(await cam.told('tasks/t1/success/accepted'), { state: 'completed' })
})

onBothStores('a fail again is accepted as before', async (t, start) => {
  const { talker, device, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  const attempt = await begun(app, cam, 't1')
  t.match(await cam.ask('tasks/t1/fail', { attempt, error: { code: 'jam' } }), { attempt: 1, state: 'waiting' })
  const before = await app.ask('tasks/t1/get')
  t.match(await cam.ask('tasks/t1/fail', { attempt, error: { code: 'jam' } }), { attempt: 1 })
  t.same(await app.ask('tasks/t1/get'), before)
  await clock.advance(1_000)
  t.equal(await offerOf(cam, 't1'), 2)
  t.match(await cam.ask('tasks/t1/fail', { attempt, error: { code: 'jam' } }), { v: Number }, 'and still while the next attempt is open')
  t.match(await app.ask('tasks/t1/get'), { state: 'offered', attempt: 2 })
})

/** How a task gets into each state, so that attempt 1 of cam-7 is over or is not the one that is meant. */
const WAYS: Readonly<Record<string, (rig: Rig, app: Talker, cam: Talker) => Promise<void>>> = {
  available: async (_, app, cam) => {
    await offered(app, cam, 't1')
    await app.ask('devices/cam-7/cordon')
    await cam.ask('tasks/t1/decline', { attempt: 1 })
  },
  waiting: async (_, app, cam) => {
    await begun(app, cam, 't1')
    await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'x' } })
  },
  offered: async ({ clock }, app, cam) => {
    await offered(app, cam, 't1')
    await clock.advance(5_000)
    await offerOf(cam, 't1')
  },
  executing: async ({ clock }, app, cam) => {
    await offered(app, cam, 't1')
    await clock.advance(5_000)
    await cam.ask('tasks/t1/begin', { attempt: await offerOf(cam, 't1') })
  },
  completed: async (_, app, cam) => { await completed(app, cam, 't1') },
  failed: async (_, app, cam) => {
    await begun(app, cam, 't1')
    await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'x' }, retry: false })
  },
  cancelled: async (_, app, cam) => {
    await begun(app, cam, 't1')
    await app.ask('tasks/t1/cancel')
  },
  expired: async ({ clock }, app, cam) => {
    await offered(app, cam, 't1', { expiresMs: 1_000 })
    await clock.advance(1_000)
  }
}

for (const [state, goThere] of Object.entries(WAYS)) {
  onMemory(`a stale attempt of a task that is ${state} is rejected and changes nothing`, async (t, start) => {
    const rig = await start()
    const app = await rig.talker('app')
    const cam = await rig.device('cam-7', { heartbeatMs: 0 })
    await goThere(rig, app, cam)
    const stranger = await rig.device('cam-8', { functions: ['else'] })
    const before = await app.ask('tasks/t1/get')
    t.equal(before.state, state)
    const current = Number(before.attempt)
    for (const [verb, body] of Object.entries(VERBS)) {
      const stale = current === 1 ? 0 : 1
      t.match(await cam.refused(`tasks/t1/${verb}`, { attempt: stale, ...body }), { code: 'stale-attempt', state, attempt: current }, `${verb} of an older attempt`)
      t.match(await cam.refused(`tasks/t1/${verb}`, { attempt: current + 1, ...body }), { code: 'stale-attempt', state }, `${verb} of an attempt to come`)
      t.match(await stranger.refused(`tasks/t1/${verb}`, { attempt: current, ...body }), { code: 'stale-attempt', state }, `${verb} of another device`)
    }
    t.same(await app.ask('tasks/t1/get'), before)
  })
}

onBothStores('when an offer or a lease ends its attempt is over, though there is no new one yet', async (t, start) => {
  const { talker, device, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { leaseMs: 1_000 })
  await app.ask('devices/cam-7/cordon')
  await clock.advance(1_000)
  await cam.told('tasks/t1/cancel')
  t.match(await app.ask('tasks/t1/get'), { state: 'available', attempt: 1 })
  for (const [verb, body] of Object.entries(VERBS)) {
    t.match(await cam.refused(`tasks/t1/${verb}`, { attempt: 1, ...body }), { code: 'stale-attempt', state: 'available' }, verb)
  }
})

onBothStores('a cancel is final when stored, tells the device and frees its slot at once', async (t, start) => {
  const { talker, device, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const attempt = await begun(app, cam, 't1', { notify: true })
  await submit(app, 't2')
  t.match(await app.ask('tasks/t1/cancel', { reason: 'no longer wanted' }), { task: 't1', state: 'cancelled', reason: 'no longer wanted' })
  t.same(await cam.told('tasks/t1/cancel'), { attempt, reason: 'no longer wanted' })
  t.equal(await offerOf(cam, 't2'), 1, 'its slot is free')
  t.match(await app.told('tasks/t1/ended'), { state: 'cancelled', reason: 'no longer wanted' })
  t.match(await watcher.seen('events/tasks/t1', { event: 'cancelled' }), { from: 'executing', to: 'cancelled', device: 'cam-7', attempt })
  t.match(await cam.refused('tasks/t1/success', { attempt, result: 1 }), { code: 'ended', state: 'cancelled' })
  t.match(await app.ask('tasks/t1/cancel'), { state: 'cancelled', reason: 'no longer wanted' }, 'said again: accepted, unchanged')
  t.ok(await cam.ask('tasks/t2/decline', { attempt: 1, reason: 'still busy' }), 'a device that is still busy declines')
})

onMemory('a cancel of what is not begun, and of what has ended or is not there', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  await completed(app, cam, 'done')
  t.match(await app.refused('tasks/done/cancel'), { code: 'ended', state: 'completed' })
  t.match(await app.refused('tasks/nowhere/cancel'), { code: 'unknown-task' })
  await offered(app, cam, 'open')
  await app.ask('tasks/open/cancel')
  t.match(await cam.told('tasks/open/cancel'), { attempt: 1 }, 'of an offer the device is told as well')
  await submit(app, 'later', { delayMs: 60_000 })
  t.match(await app.ask('tasks/later/cancel'), { state: 'cancelled' })
  await submit(app, 'unclaimed', { function: 'nobody-does' })
  t.match(await app.ask('tasks/unclaimed/cancel'), { state: 'cancelled' })
})

onMemory('what a device says of a task that is not there', async (t, start) => {
  const { device } = await start()
  const cam = await device('cam-7')
  for (const [verb, body] of Object.entries(VERBS)) {
    t.match(await cam.refused(`tasks/nowhere/${verb}`, { attempt: 1, ...body }), { code: 'unknown-task' }, verb)
  }
})
