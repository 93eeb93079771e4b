/** How a device comes, stays and goes: birth and welcome, sessions, heartbeats, wills, silence, cordon and forget. */
import { ROOT, onBothStores, onMemory } from '../support/topics/rig.js'
import { begun, completed, offerOf, offered, submit } from '../support/topics/steps.js'

onBothStores('birth is answered by welcome, and the device is there', async (t, start) => {
  const { talker, watcher, clock } = await start()
  const cam = await talker('cam-7')
  const functions = ['work', { name: 'ocr/page', description: 'Reads a page' }]
  const described = { capacity: 2, labels: { site: 'hall-2' }, interfaces: ['camera'], platform: { memory: 1024, board: 'c' } }
  const welcome = await cam.ask('birth', { session: 17, functions, ...described })
  t.same(welcome, { session: 17, at: clock.now(), heartbeatMs: 10_000, leaseMs: 20_000, tasks: [] })
  const state = { device: 'cam-7', state: 'free', session: 17, functions, executing: [], cordoned: false, ...described }
  t.match(await watcher.seen('state/devices/cam-7'), state)
  t.match(await watcher.seen('events/devices/cam-7'), { event: 'born', session: 17, at: clock.now() })
  const reader = await talker('app')
  t.match(await reader.ask('devices/cam-7/get'), state)
  await cam.say('birth', { session: 17, functions, ...described })
  t.match(await cam.told('welcome'), { session: 17 }, 'without ref it is answered, too')
})

onBothStores('an older birth is told the current session; a newer one takes over; forget resets it', async (t, start) => {
  const { device, talker } = await start()
  const cam = await device('cam-7', { session: 5 })
  const before = await cam.ask('devices/cam-7/get')
  t.match(await cam.refused('birth', { session: 4, functions: ['other'] }), { code: 'stale-session', session: 5 })
  t.same(await cam.ask('devices/cam-7/get'), before)
  t.match(await cam.ask('birth', { session: 6, functions: ['other'] }), { session: 6 })
  t.match(await cam.ask('devices/cam-7/get'), { session: 6, functions: ['other'] })
  const app = await talker('app')
  t.match(await app.ask('devices/cam-7/forget'), { device: 'cam-7' })
  t.match(await app.refused('devices/cam-7/get'), { code: 'unknown-device' })
  t.match(await cam.ask('birth', { session: 0, functions: ['work'] }), { session: 0 })
})

onMemory('every command of a device may carry its session; an older one is rejected and changes nothing', async (t, start) => {
  const { device, talker } = await start()
  const cam = await device('cam-7', { session: 5, capacity: 2, mode: 'pull' })
  const app = await talker('app')
  await cam.ask('next', { max: 1 })
  const attempt = await offered(app, cam, 't1')
  const before = [await app.ask('tasks/t1/get'), await app.ask('devices/cam-7/get')]
  const commands: [string, object][] = [
    ['heartbeat', { load: { cpu: 90 } }], ['next', { max: 2 }], ['offline', {}], ['logs', { level: 'info', message: 'x', task: 't1' }],
    ['tasks/t1/begin', { attempt }], ['tasks/t1/progress', { attempt }], ['tasks/t1/success', { attempt }],
    ['tasks/t1/fail', { attempt, error: { code: 'x' } }], ['tasks/t1/decline', { attempt }]
  ]
  for (const [command, body] of commands) {
    t.match(await cam.refused(command, { ...body, session: 4 }), { code: 'stale-session', session: 5 }, command)
    await cam.say(command, { ...body, session: 4 })
    t.match(await cam.told(`${command}/rejected`), { code: 'stale-session' }, `${command} without ref`)
  }
  await submit(app, 't2')
  t.same(await cam.rest(), [], 'no credit came of it')
  t.same([await app.ask('tasks/t1/get'), await app.ask('devices/cam-7/get')], before)
  t.match(await cam.ask('tasks/t1/begin', { attempt, session: 5 }), { leaseMs: 20_000 })
})

onBothStores('silence ends presence after two and a half heartbeats, any command renews it', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 2_000, capacity: 3, mode: 'pull' })]
  await cam.ask('next', { max: 1 })
  const attempt = await begun(app, cam, 't1', { leaseMs: 600_000 })
  const commands: [string, object][] = [
    ['heartbeat', {}], ['time', {}], ['next', { max: 0 }], ['logs', { level: 'info', message: 'x' }], ['devices/list', {}],
    ['birth', { session: 1, functions: ['work'], capacity: 3, heartbeatMs: 2_000, mode: 'pull' }],
    ['tasks/t1/begin', { attempt }], ['tasks/t1/progress', { attempt }]
  ]
  for (const [command, body] of commands) {
    await clock.advance(4_900)
    await cam.ask(command, body)
    t.match(await app.ask('devices/cam-7/get'), { state: /free|executing/ }, command)
  }
  await clock.advance(4_999)
  t.match(await app.ask('devices/cam-7/get'), { state: 'executing' })
  await clock.advance(1)
  t.match(await watcher.seen('events/devices/cam-7', { event: 'lost' }), { session: 1 })
  t.match(await app.ask('devices/cam-7/get'), { state: 'offline', executing: ['t1'] })
  await watcher.seen('state/devices/cam-7', { state: 'offline' })
})

onMemory('a heartbeat renews presence, not leases, and tells the load', async (t, start) => {
  const { device, talker, clock, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 2_000 })]
  const attempt = await begun(app, cam, 't1', { leaseMs: 3_000 })
  await clock.advance(2_000)
  t.same(await cam.ask('heartbeat', { load: { cpu: 12, memory: 40, battery: 99 } }), { at: clock.now() })
  t.match((await app.ask('devices/cam-7/get')).load, { cpu: 12, memory: 40, battery: 99 })
  const told = await watcher.next(({ topic, body }) => topic === 'state/devices/cam-7' && body?.load !== undefined)
  t.match(told.body?.load, { cpu: 12, memory: 40, battery: 99 })
  await clock.advance(1_000)
  t.same(await cam.told('tasks/t1/cancel'), { attempt, reason: 'timed-out' })
  t.match(await app.ask('devices/cam-7/get'), { state: 'free' })
})

onMemory('heartbeat, logs and offline are answered only if they carry ref', async (t, start) => {
  const { device, clock } = await start()
  const cam = await device('cam-7')
  for (const [command, body] of [['heartbeat', {}], ['logs', { level: 'info', message: 'x' }], ['offline', { session: 1 }]] as const) {
    await cam.say(command, body)
    t.same(await cam.rest(), [], command)
    t.same(await cam.ask(command, body), { at: clock.now() }, `${command} with ref`)
  }
})

onMemory('with heartbeatMs 0 silence ends nothing; three offers in a row that lapsed do', async (t, start) => {
  const { device, talker, clock, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await clock.leap(60 * 60_000)
  t.match(await app.ask('devices/cam-7/get'), { state: 'free', heartbeatMs: 0 })
  for (const round of [1, 2, 3]) {
    await submit(app, `t${round}`)
    await offerOf(cam, `t${round}`)
    await app.ask(`tasks/t${round}/get`)
    await clock.advance(4_999)
    t.match(await app.ask('devices/cam-7/get'), { state: 'free' }, `before lapse ${round}`)
    await clock.advance(1)
    if (round < 3) await app.ask(`tasks/t${round}/cancel`)
  }
  await watcher.seen('events/devices/cam-7', { event: 'lost' })
  t.match(await app.ask('devices/cam-7/get'), { state: 'offline' })
  await cam.ask('heartbeat')
  t.match(await app.ask('devices/cam-7/get'), { state: 'free' }, 'a word of it ends offline')
  await clock.advance(1_000)
  t.equal(await offerOf(cam, 't3'), 2, 'and it is offered work again')
})

onMemory('offline by a polite word, and by the last will, once', async (t, start) => {
  const { device, talker, watcher } = await start()
  const app = await talker('app')
  const polite = await device('cam-1')
  await polite.ask('offline', { session: 1, reason: 'night' })
  t.match(await watcher.seen('events/devices/cam-1', { event: 'left' }), { reason: 'night' })
  t.match(await app.ask('devices/cam-1/get'), { state: 'offline' })
  const will = { topic: `${ROOT}/from/cam-2/offline`, payload: Buffer.from('{"session":1,"reason":"will"}'), qos: 1, retain: false } as const
  const cut = await device('cam-2', {}, { will })
  cut.vanish()
  t.match(await watcher.seen('events/devices/cam-2', { event: 'left' }), { reason: 'will', session: 1 })
  t.match(await app.ask('devices/cam-2/get'), { state: 'offline' })
})

onMemory('the will of an earlier start harms nobody', async (t, start) => {
  const { device, talker } = await start()
  const will = { topic: `${ROOT}/from/cam-7/offline`, payload: Buffer.from('{"session":1}'), qos: 1, retain: false } as const
  const first = await device('cam-7', {}, { will })
  const second = await device('cam-7', { session: 2 })
  first.vanish()
  t.match(await second.told('offline/rejected'), { code: 'stale-session', session: 2 })
  t.match(await (await talker('app')).ask('devices/cam-7/get'), { state: 'free', session: 2 })
})

for (const [command, body] of [['birth', { session: 3, functions: ['work'] }], ['heartbeat', {}], ['next', {}], ['heartbeat', { session: 3 }], ['time', {}], ['tasks/t1/progress', { attempt: 1 }]] as const) {
  onMemory(`${command} ${JSON.stringify(body)} of the current session ends offline`, async (t, start) => {
    const { device, talker, watcher } = await start()
    const [app, cam] = [await talker('app'), await device('cam-7', { session: 3 })]
    await begun(app, cam, 't1')
    await cam.ask('offline', { session: 3 })
    t.match(await app.ask('devices/cam-7/get'), { state: 'offline' })
    await cam.ask(command, body)
    t.match(await app.ask('devices/cam-7/get'), { state: 'executing', executing: ['t1'] })
    await watcher.seen('events/devices/cam-7', { event: 'left' })
    t.match(await watcher.seen('events/devices/cam-7', { event: 'born' }), { session: 3 })
  })
}

onBothStores('welcome names the leases it still holds with the time that is left, then open offers come again', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 3 })]
  await begun(app, cam, 't1')
  const open = await offered(app, cam, 't2')
  await clock.advance(3_000)
  await cam.leave()
  const back = await talker('cam-7')
  await back.say('birth', { session: 2, functions: ['work'], capacity: 3 })
  t.match(await back.next(() => true), { topic: 'to/cam-7/welcome', body: { session: 2, tasks: [{ task: 't1', attempt: 1, leaseMs: 17_000 }] } })
  t.match(await back.next(() => true), { topic: 'to/cam-7/offer', body: { task: 't2', attempt: open, session: 2 } }, 'the same attempt, the new session')
  await back.ask('tasks/t1/success', { attempt: 1 })
  t.match(await back.ask('tasks/t2/begin', { attempt: open }), { leaseMs: 20_000 })
})

onBothStores('birth.tasks: what it does not name is taken back at once', async (t, start) => {
  const { device, talker, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 3 })]
  for (const id of ['kept', 'gone', 'other']) await begun(app, cam, id)
  const helper = await device('cam-8', { capacity: 3 })
  const named = [{ task: 'kept', attempt: 1 }, { task: 'other', attempt: 7 }, { task: 'unheard', attempt: 1 }]
  t.equal(((await cam.ask('birth', { session: 1, functions: ['work'], capacity: 3, tasks: [] })).tasks as object[]).length, 3, 'the same process has lost nothing')
  const welcome = await cam.ask('birth', { session: 2, functions: ['work'], capacity: 1, tasks: named })
  t.same((welcome.tasks as { task: string }[]).map(({ task }) => task), ['kept'])
  t.match(await watcher.seen('events/tasks/gone', { event: 'released' }), { from: 'executing', to: 'available' })
  t.equal(await offerOf(helper, 'gone'), 2)
  t.equal(await offerOf(helper, 'other'), 2, 'one that is named with another attempt is not the one it has')
  t.match(await cam.refused('tasks/gone/success', { attempt: 1 }), { code: 'stale-attempt' })
  t.ok(await cam.ask('tasks/kept/success', { attempt: 1 }))
})

for (const onOffline of ['keep', 'release']) {
  onBothStores(`onOffline ${onOffline}, when the device goes by offline, by will and by silence`, async (t, start) => {
    const { device, talker, clock } = await start()
    const app = await talker('app')
    const birth = { heartbeatMs: 1_000, functions: ['work'] }
    const will = { topic: `${ROOT}/from/by-will/offline`, payload: Buffer.from('{"session":1}'), qos: 1, retain: false } as const
    const devices = { 'by-word': await device('by-word', birth), 'by-will': await device('by-will', birth, { will }), 'by-silence': await device('by-silence', birth) }
    for (const [name, one] of Object.entries(devices)) await begun(app, one, name, { require: { device: name }, onOffline, leaseMs: 60_000 })
    await devices['by-word'].ask('offline', { session: 1 })
    devices['by-will'].vanish()
    await clock.advance(2_500)
    const follower = await talker('follower', { subscribe: ['to/follower/#'] })
    for (const name of Object.keys(devices)) {
      await follower.subscribe(`state/tasks/${name}`)
      t.match(await follower.seen(`state/tasks/${name}`, { state: onOffline === 'keep' ? 'executing' : 'available' }), { attempt: 1 }, name)
    }
    t.ok(onOffline === 'keep'
      ? await devices['by-word'].ask('tasks/by-word/success', { attempt: 1 })
      : await devices['by-word'].refused('tasks/by-word/success', { attempt: 1 }), 'it comes back and finishes, or is told')
  })
}

onBothStores('a cordoned device finishes what it holds and is offered nothing more; why says so', async (t, start) => {
  const { device, talker, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 2 })]
  await begun(app, cam, 't1')
  t.match(await app.ask('devices/cam-7/cordon', { reason: 'lens dirty' }), { cordoned: true, reason: 'lens dirty', state: 'executing' })
  t.match(await watcher.seen('events/devices/cam-7', { event: 'cordoned' }), { v: Number })
  t.match(await watcher.seen('state/devices/cam-7', { cordoned: true }), { reason: 'lens dirty' })
  t.ok(await app.ask('devices/cam-7/cordon', { reason: 'lens dirty' }), 'again: accepted')
  await submit(app, 't2')
  await cam.ask('tasks/t1/success', { attempt: 1 })
  await cam.ask('birth', { session: 2, functions: ['work'], capacity: 2 })
  t.same(await cam.rest(), [], 'a birth does not end it')
  t.match((await app.ask('tasks/t2/why')).devices, [{ device: 'cam-7', fits: true, ready: false, filters: [{ filter: 'cordoned', reason: /lens dirty/ }] }])
  t.match(await app.ask('devices/cam-7/uncordon'), { cordoned: false })
  t.equal(await offerOf(cam, 't2'), 1)
  t.match(await watcher.seen('events/devices/cam-7', { event: 'uncordoned' }), {})
  for (const verb of ['cordon', 'uncordon', 'forget', 'get']) t.match(await app.refused(`devices/nowhere/${verb}`), { code: 'unknown-device' }, verb)
})

onBothStores('forget clears the state of a device and takes back what it holds', async (t, start) => {
  const { device, talker, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 2 })]
  await begun(app, cam, 't1')
  await offered(app, cam, 't2')
  await watcher.seen('state/devices/cam-7', { state: 'executing' })
  await app.ask('devices/cam-7/forget')
  const cleared = await watcher.next(({ topic, text }) => topic === 'state/devices/cam-7' && text === '', 'the cleared state')
  t.equal(cleared.text, '')
  await watcher.seen('events/devices/cam-7', { event: 'forgotten' })
  for (const id of ['t1', 't2']) t.match(await watcher.seen(`state/tasks/${id}`, { state: 'available', attempt: 1 }), {}, id)
  const reader = await talker('reader', { subscribe: ['to/reader/#', 'state/devices/+', 'state/devices/cam-7'] })
  t.same(await reader.rest(), [], 'nothing is retained of it')
  t.match(await cam.refused('heartbeat'), { code: 'unknown-device' })
  t.match(await cam.refused('next'), { code: 'unknown-device' })
})

onMemory('a line of a log is kept with the task that it names', async (t, start) => {
  const { device, talker, logged } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  await begun(app, cam, 't1')
  await cam.ask('logs', { level: 'warn', message: 'page 3 is torn', task: 't1', at: 7 })
  await cam.ask('logs', { level: 'info', message: 'unrelated' })
  t.match((await app.ask('tasks/t1/get')).logs, [{ level: 'warn', message: 'page 3 is torn', at: 7 }])
  t.ok(logged.some(({ message }) => message === 'unrelated'), 'and every line is in the log')
  const other = await device('cam-8')
  await other.ask('logs', { level: 'info', message: 'forged', task: 't1' })
  t.equal(((await app.ask('tasks/t1/get')).logs as object[]).length, 1, 'only by who holds or held it')
})

onMemory('devices are listed by state, function and label, a page at a time', async (t, start) => {
  const { device, talker } = await start()
  const app = await talker('app')
  const busy = await device('cam-1', { labels: { site: 'a' } })
  await device('cam-2', { labels: { site: 'b' }, functions: ['work', { name: 'ocr' }] })
  const gone = await device('cam-3', { labels: { site: 'a' }, functions: ['else'] })
  await begun(app, busy, 't1', { require: { device: 'cam-1' } })
  await completed(app, await device('cam-4'), 't2', { require: { device: 'cam-4' } })
  await gone.ask('offline', { session: 1 })
  const names = async (filter: object): Promise<string[]> => ((await app.ask('devices/list', filter)).devices as { device: string }[]).map(({ device }) => device).sort()
  t.same(await names({}), ['cam-1', 'cam-2', 'cam-3', 'cam-4'])
  t.same(await names({ state: 'executing' }), ['cam-1'])
  t.same(await names({ state: 'free' }), ['cam-2', 'cam-4'])
  t.same(await names({ state: 'offline' }), ['cam-3'])
  t.same(await names({ function: 'ocr' }), ['cam-2'])
  t.same(await names({ label: { site: 'a' } }), ['cam-1', 'cam-3'])
  t.same(await names({ label: { site: 'a' }, state: 'executing' }), ['cam-1'])
  const seen: string[] = []
  let cursor: unknown
  do {
    const page = await app.ask('devices/list', { limit: 3, ...cursor !== undefined && { cursor } })
    seen.push(...(page.devices as { device: string }[]).map(({ device }) => device))
    cursor = page.cursor
  } while (cursor !== undefined)
  t.same(seen.sort(), ['cam-1', 'cam-2', 'cam-3', 'cam-4'])
})

onMemory('time', async (t, start) => {
  const { talker, clock } = await start()
  const anyone = await talker('anyone')
  t.same(await anyone.ask('time'), { at: clock.now() })
})
