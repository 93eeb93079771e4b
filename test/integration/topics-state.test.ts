/** The retained facts and the events: who gets which, when, and that they tell what is true. */
import { onBothStores, onMemory, type Body } from '../support/topics/rig.js'
import { begun, completed, offered, submit } from '../support/topics/steps.js'

onBothStores('a subscription to the state of a task gets the current one at once, then each change', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 2 })]
  await submit(app, 'rare', { function: 'rare' })
  await completed(app, cam, 'done', { args: 1 })
  await begun(app, cam, 't1')
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/tasks/t1', 'state/tasks/done', 'state/tasks/rare', 'state/tasks/nowhere'] })
  const first = await reader.next(({ topic }) => topic === 'state/tasks/t1')
  t.match(first, { retain: true, body: { task: 't1', state: 'executing', device: 'cam-7', attempt: 1, function: 'work', submitter: 'app' } })
  t.match(await reader.seen('state/tasks/done'), { state: 'completed' })
  t.match(await reader.seen('state/tasks/rare'), { state: 'available', attempt: 0 })
  await cam.ask('tasks/t1/success', { attempt: 1, result: [1, 2] })
  const next = await reader.next(({ topic }) => topic === 'state/tasks/t1')
  t.match(next, { retain: false, body: { state: 'completed', result: [1, 2] } })
  const later = await talker('later', { subscribe: ['state/tasks/t1'] })
  t.match(await later.seen('state/tasks/t1'), { state: 'completed', result: [1, 2], v: next.body?.v })
  t.same((await reader.rest()).filter(line => !line.startsWith('to/')), [])
})

onBothStores('a wildcard gets the changes of tasks only, and all devices at once', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const cam = await device('cam-1')
  await device('cam-2')
  await begun(app, cam, 't1', { require: { device: 'cam-1' } })
  for (const filter of ['state/#', 'state/devices/+', '+/devices/+', '#', 'state/devices/#', 'state/+/+']) {
    const reader = await talker('reader', { subscribe: ['to/reader/#', filter] })
    for (const name of ['cam-1', 'cam-2']) t.match(await reader.seen(`state/devices/${name}`), { device: name }, filter)
    t.same((await reader.rest()).filter(line => !/^(to|state\/queues)\//.test(line)), [], filter)
    await reader.leave()
  }
  for (const filter of ['state/tasks/+', 'state/tasks/#', 'events/#', 'state/nothing/+', 'state/devices', 'state/devices/+/x']) {
    const reader = await talker('reader', { subscribe: ['to/reader/#', filter] })
    t.same(await reader.rest(), [], filter)
    await reader.leave()
  }
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/tasks/+'] })
  await cam.ask('tasks/t1/progress', { attempt: 1, percent: 7 })
  t.match(await reader.seen('state/tasks/t1'), { percent: 7 })
})

onBothStores('one device by its name gets its state at once', async (t, start) => {
  const { talker, device } = await start()
  await device('cam-1', { labels: { a: 'b' } })
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/devices/cam-1'] })
  t.match(await reader.next(() => true), { topic: 'state/devices/cam-1', retain: true, qos: 1, body: { state: 'free', labels: { a: 'b' } } })
  t.same(await reader.rest(), [])
})

onMemory('a task tells its events, in order, with growing versions', async (t, start) => {
  const { talker, device, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await submit(app, 't1', { delayMs: 1_000, leaseMs: 2_000, maxAttempts: 2, onOffline: 'release' })
  await clock.advance(1_000)
  await clock.advance(5_000)
  t.equal((await cam.told('offer')).attempt, 1)
  // From now on the device is the last resort, which is asked once a second.
  await clock.advance(1_000)
  await cam.told('offer')
  await cam.ask('tasks/t1/decline', { attempt: 2 })
  await clock.advance(1_000)
  await cam.told('offer')
  await cam.ask('tasks/t1/begin', { attempt: 3 })
  await cam.ask('tasks/t1/progress', { attempt: 3, percent: 10 })
  await clock.advance(3_000)
  await cam.told('offer')
  await cam.ask('offline', { session: 1 })
  await cam.ask('heartbeat')
  await clock.advance(1_000)
  await cam.told('offer')
  await cam.ask('tasks/t1/success', { attempt: 5, result: 1 })
  await watcher.ask('time')
  const events = watcher.inbox.filter(({ topic }) => topic === 'events/tasks/t1').map(({ body }) => body as Body)
  t.same(events.map(({ event, from, to, attempt, device }) => [event, from, to, attempt, device].filter(part => part !== undefined).join(' ')), [
    'submitted waiting 0', 'due waiting available 0', 'offered available offered 1 cam-7', 'lapsed offered available 1 cam-7',
    'offered available offered 2 cam-7', 'declined offered available 2 cam-7', 'offered available offered 3 cam-7', 'began offered executing 3 cam-7',
    'progressed executing executing 3 cam-7', 'timed-out executing available 3 cam-7', 'offered available offered 4 cam-7',
    'released offered available 4 cam-7', 'offered available offered 5 cam-7', 'succeeded offered completed 5 cam-7'
  ])
  for (const [at, { v }] of events.entries()) t.equal(v, at + 1, 'each change is one version')
  const states = watcher.inbox.filter(({ topic }) => topic === 'state/tasks/t1').map(({ body }) => [body?.v, body?.state])
  t.same(states, events.map(({ v, to }) => [v, to]), 'and each is told as a state')
})

onMemory('failed, cancelled, expired', async (t, start) => {
  const { talker, device, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 'a')
  await cam.ask('tasks/a/fail', { attempt: 1, error: { code: 'x', message: 'y' } })
  t.match(await watcher.seen('events/tasks/a', { event: 'failed' }), { from: 'executing', to: 'waiting' })
  await clock.advance(1_000)
  t.match(await watcher.seen('events/tasks/a', { event: 'due' }), { to: 'available' })
  await app.ask('tasks/a/cancel')
  t.match(await watcher.seen('events/tasks/a', { event: 'cancelled' }), { from: 'offered' })
  await submit(app, 'b', { expiresMs: 500, function: 'rare' })
  await clock.advance(500)
  t.match(await watcher.seen('events/tasks/b', { event: 'expired' }), { from: 'available', at: clock.now() })
})

onBothStores('the version of a device grows across its own changes and those of its tasks', async (t, start) => {
  const { talker, device, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 2 })]
  const versions: number[] = []
  const note = async (): Promise<void> => { versions.push(Number((await app.ask('devices/cam-7/get')).v)) }
  await note()
  const steps: (() => Promise<unknown>)[] = [
    async () => await begun(app, cam, 't1'),
    async () => await app.ask('devices/cam-7/cordon'),
    async () => await cam.ask('tasks/t1/success', { attempt: 1 }),
    async () => await app.ask('devices/cam-7/uncordon'),
    async () => await cam.ask('heartbeat', { load: { cpu: 1 } }),
    async () => await clock.advance(1),
    async () => await cam.ask('birth', { session: 2, functions: ['work'] }),
    async () => await cam.ask('offline', { session: 2 }),
    async () => await cam.ask('heartbeat')
  ]
  for (const step of steps) {
    await step()
    await watcher.rest()
    await note()
  }
  const changed = versions.filter((_, at) => at !== 6)
  t.same(changed, [...new Set(changed)].sort((a, b) => a - b), 'each step is a higher version')
  t.equal(versions[6], versions[5], 'and time alone is none')
})

onBothStores('replies carry the version that the state has', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  t.equal((await submit(app, 't1')).v, 1)
  await cam.told('offer')
  const { v } = await cam.ask('tasks/t1/begin', { attempt: 1 })
  t.equal((await app.ask('tasks/t1/get')).v, v)
  t.equal((await app.ask('tasks/t1/why')).v, v)
  t.equal((await app.refused('tasks/t1/submit', { function: 'other' })).v, v)
  t.equal((await cam.refused('tasks/t1/begin', { attempt: 9 })).v, v)
  const renewed = await cam.ask('tasks/t1/progress', { attempt: 1 })
  t.ok(Number(renewed.v) > Number(v))
  const done = await cam.ask('tasks/t1/success', { attempt: 1 })
  t.ok(Number(done.v) > Number(renewed.v))
})

onBothStores('a state is told to a stored session when it comes back', async (t, start) => {
  const { talker, device, away, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const options = { clientId: 'r1', clean: false, subscribe: ['to/reader/#', 'state/tasks/t1'] }
  const reader = await talker('reader', options)
  await away(reader)
  await completed(app, cam, 't1')
  await watcher.seen('state/tasks/t1', { state: 'completed' })
  const back = await talker('reader', { ...options, subscribe: [] })
  const states = []
  for (let at = 0; at < 4; at++) states.push((await back.seen('state/tasks/t1')).state)
  t.same(states, ['available', 'offered', 'executing', 'completed'])
})

onMemory('what nobody asked for is not even told to those who ask for something else', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/tasks/t2', 'events/tasks/t2'] })
  await completed(app, cam, 't1')
  t.same(await reader.rest(), [])
  await reader.client.unsubscribeAsync('orchestra/v1/state/tasks/t2')
  await offered(app, cam, 't2')
  t.same((await reader.rest()).filter(line => line.startsWith('state/')), [])
})
