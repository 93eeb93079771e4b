/** Which device is offered what, and when: lapses and declines, capacity, the level of `next`, and what devices must be. */
import type { Store } from '../../broker/index.js'
import type { Claim } from '../../broker/store/store.js'
import { onBothStores, onMemory, type Talker } from '../support/topics/rig.js'
import { begun, completed, offerOf, offered, submit } from '../support/topics/steps.js'

interface Verdict { readonly device: string, readonly filters: readonly { readonly filter: string }[] }

/** A store that notes which lanes are claimed from. */
function overheard (store: Store, claims: (readonly string[])[]): Store {
  return new Proxy(store, {
    get (target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => {
        if (name === 'claim') claims.push((args[0] as Claim).lanes)
        return Reflect.apply(member, target, args)
      }
    }
  })
}

/** The tasks of the offers that came and nobody has taken yet, in their order. */
async function offersTo (device: Talker): Promise<string[]> {
  const unread = await device.rest()
  return unread.flatMap(line => /^to\/[^/]+\/offer .*?"task":"(.*?)"/.exec(line)?.[1] ?? [])
}

onBothStores('an offer that lapses goes to another device, its attempt is over and does not count', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const app = await talker('app')
  const deaf = await device('cam-1')
  await offered(app, deaf, 't1', { maxAttempts: 1 })
  const other = await device('cam-2')
  await clock.advance(4_999)
  t.same(await offersTo(other), [])
  await clock.advance(1)
  t.match(await watcher.seen('events/tasks/t1', { event: 'lapsed' }), { from: 'offered', to: 'available', device: 'cam-1', attempt: 1 })
  t.equal(await offerOf(other, 't1'), 2)
  t.match(await deaf.refused('tasks/t1/begin', { attempt: 1 }), { code: 'stale-attempt', state: 'offered', attempt: 2 })
  await other.ask('tasks/t1/begin', { attempt: 2 })
  t.match(await other.ask('tasks/t1/fail', { attempt: 2, error: { code: 'x' } }), { state: 'failed' }, 'the one attempt that it has')
})

onBothStores('an offer that is declined goes to another device, and declining again is accepted', async (t, start) => {
  const { device, talker, watcher } = await start()
  const app = await talker('app')
  const busy = await device('cam-1')
  await offered(app, busy, 't1')
  const other = await device('cam-2')
  t.match(await busy.ask('tasks/t1/decline', { attempt: 1, reason: 'too hot' }), { attempt: 1 })
  t.equal(await offerOf(other, 't1'), 2)
  t.match(await watcher.seen('events/tasks/t1', { event: 'declined' }), { device: 'cam-1', attempt: 1 })
  t.ok(await busy.ask('tasks/t1/decline', { attempt: 1, reason: 'too hot' }))
  t.match(await app.ask('tasks/t1/get'), { state: 'offered', device: 'cam-2', attempt: 2 })
})

onMemory('who let an offer lapse or declined it is offered the task again only if nobody else fits', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, picky] = [await talker('app'), await device('cam-1', { heartbeatMs: 0 })]
  await offered(app, picky, 't1')
  const busy = await device('cam-2', { heartbeatMs: 0, session: 1 })
  await begun(app, busy, 't2', { require: { device: 'cam-2' }, leaseMs: 3_600_000 })
  await picky.ask('tasks/t1/decline', { attempt: 1 })
  t.same(await offersTo(picky), [], 'cam-2 is busy, but it could')
  const { devices, text } = await app.ask('tasks/t1/why')
  const filters = Object.fromEntries((devices as Verdict[]).map(({ device, filters }) => [device, filters.map(({ filter }) => filter)]))
  t.same(filters, { 'cam-1': ['avoided'], 'cam-2': ['capacity'] })
  t.match(text, /none can now/)
  await clock.advance(60_000)
  t.equal(await offerOf(picky, 't1'), 2, 'after a while it is one of all again')
  await picky.ask('tasks/t1/decline', { attempt: 2 })
  await app.ask('devices/cam-2/cordon')
  await clock.advance(1_000)
  t.equal(await offerOf(picky, 't1'), 3, 'or when nobody else fits any more')
})

onMemory('after three lapses in a row a device is offered nothing until it speaks', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, deaf] = [await talker('app'), await device('cam-1', { heartbeatMs: 600_000 })]
  await submit(app, 't1')
  for (const attempt of [1, 2, 3]) {
    t.equal(await offerOf(deaf, 't1'), attempt)
    await clock.advance(5_000)
  }
  // A fence that is not of the device: its own would be a word of it.
  await clock.advance(20_000)
  t.match(await app.ask('tasks/t1/get'), { state: 'available', attempt: 3 })
  t.match((await app.ask('tasks/t1/why')).devices, [{ ready: false, filters: [{ filter: 'mute' }, { filter: 'avoided' }] }])
  await deaf.say('heartbeat')
  await app.ask('time')
  await clock.advance(1_000)
  t.equal(await offerOf(deaf, 't1'), 4)
})

onMemory('a begin, a decline or any other word between lapses starts the count anew', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, slow] = [await talker('app'), await device('cam-1', { heartbeatMs: 600_000 })]
  await submit(app, 't1')
  for (const attempt of [1, 2, 3, 4, 5, 6]) {
    t.equal(await offerOf(slow, 't1'), attempt)
    if (attempt % 2 === 0) await slow.ask('time')
    await clock.advance(5_000)
  }
})

onBothStores('open offers and leases together never exceed the capacity', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 3 })]
  await Promise.all(['t1', 't2', 't3', 't4', 't5', 't6'].map(id => submit(app, id)))
  const first = await offersTo(cam)
  t.same(first, ['t1', 't2', 't3'])
  await cam.ask('tasks/t1/begin', { attempt: 1 })
  t.same(await offersTo(cam), [], 'a lease takes the place of its offer')
  await cam.ask('tasks/t2/decline', { attempt: 1 })
  await cam.ask('tasks/t1/success', { attempt: 1 })
  const more = await offersTo(cam)
  t.equal(more.length, 2)
  await cam.ask('birth', { session: 1, functions: ['work'], capacity: 1 })
  t.equal((await offersTo(cam)).length, 3, 'a smaller capacity takes nothing back; what is open comes again')
  for (const id of ['t3', ...more]) await cam.ask(`tasks/${id}/success`, { attempt: 1 }).catch(async () => await cam.ask(`tasks/${id}/success`, { attempt: 2 }))
  t.equal((await offersTo(cam)).length, 1)
})

onMemory('priorities first, then first in, first out', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull', functions: ['work', 'other'], labels: { a: 'b' } })]
  // Different functions, sizes and requirements: a device takes from all that it fits, in one order.
  for (const [id, priority, content] of [
    ['a', 0, {}], ['b', 5, { function: 'other' }], ['c', 0, { args: 'x'.repeat(300) }], ['d', 9, { require: { labels: { a: 'b' } } }], ['e', 5, {}]
  ] as const) await submit(app, id, { priority, ...content })
  await app.ask('tasks/submit', { tasks: [{ task: 'f', function: 'work' }, { task: 'g', function: 'work', priority: 9 }] })
  const order: string[] = []
  for (let count = 0; count < 7; count++) {
    await cam.ask('next')
    const { task } = await cam.told('offer')
    order.push(String(task))
    await cam.ask(`tasks/${String(task)}/success`, { attempt: 1 })
  }
  t.same(order, ['d', 'g', 'b', 'e', 'a', 'c', 'f'])
})

onMemory('a task that comes back keeps its place', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { leaseMs: 1_000 })
  await submit(app, 't2')
  await clock.advance(1_000)
  t.equal(await offerOf(cam, 't1'), 2)
})

onBothStores('next is a level, not a sum: it replaces the former one and is capped by the free slots', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull', capacity: 4 })]
  t.same(await cam.ask('next', { max: 100 }), { max: 4 })
  t.same(await cam.ask('next', { max: 2 }), { max: 2 })
  t.same(await cam.ask('next'), { max: 1 }, 'one, if it is not said')
  t.same(await cam.ask('next', { max: 2 }), { max: 2 })
  for (const id of ['t1', 't2', 't3', 't4']) await submit(app, id)
  t.same(await offersTo(cam), ['t1', 't2'], 'an offer takes one')
  t.match((await app.ask('tasks/t3/why')).devices, [{ ready: false, filters: [{ filter: 'next' }] }])
  t.same(await cam.ask('next', { max: 3 }), { max: 2 }, 'two slots are taken')
  t.same(await offersTo(cam), ['t3', 't4'])
  await cam.ask('tasks/t1/success', { attempt: 1 })
  await submit(app, 't5')
  t.same(await offersTo(cam), [], 'a free slot alone is no wish')
  await cam.ask('next', { max: 1 })
  t.same(await offersTo(cam), ['t5'])
  await cam.ask('next', { max: 1 })
  await cam.ask('next', { max: 0 })
  await submit(app, 't6')
  t.same(await offersTo(cam), [], 'zero takes it back')
})

onMemory('next at once or as soon as there is something; in a heartbeat as well', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull' })]
  await submit(app, 't1')
  t.same(await offersTo(cam), [])
  await cam.ask('heartbeat', { next: 1 })
  t.equal(await offerOf(cam, 't1'), 1)
  await cam.ask('tasks/t1/success', { attempt: 1, next: 1 })
  t.same(await offersTo(cam), [])
  await submit(app, 't2')
  t.equal(await offerOf(cam, 't2'), 1)
})

onMemory('a lapse gives the wish back, a decline does not', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull', heartbeatMs: 0, capacity: 2 })]
  await cam.ask('next', { max: 1 })
  await submit(app, 't1')
  t.equal(await offerOf(cam, 't1'), 1)
  await clock.advance(5_000)
  t.equal(await offerOf(cam, 't1'), 2, 'lapsed')
  await cam.ask('tasks/t1/decline', { attempt: 2 })
  t.same(await offersTo(cam), [])
})

for (const [verb, body] of [['success', {}], ['fail', { error: { code: 'x' }, retry: false }]] as const) {
  onBothStores(`in a repeated ${verb} next counts no second time`, async (t, start) => {
    const { device, talker } = await start()
    const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull', capacity: 4 })]
    await cam.ask('next')
    await begun(app, cam, 't1')
    await cam.ask(`tasks/t1/${verb}`, { attempt: 1, next: 2, ...body })
    for (const id of ['t2', 't3', 't4']) await submit(app, id)
    t.same(await offersTo(cam), ['t2', 't3'])
    await cam.say(`tasks/t1/${verb}`, { attempt: 1, next: 2, ...body })
    t.same(await offersTo(cam), [])
    t.match(await app.ask('tasks/t4/get'), { state: 'available' })
  })
}

for (const [how, end] of [
  ['birth', async (cam: Talker) => { await cam.ask('birth', { session: 1, functions: ['work'], mode: 'pull' }) }],
  ['offline', async (cam: Talker) => {
    await cam.ask('offline', { session: 1 })
    await cam.ask('heartbeat')
  }]
] as const) {
  onMemory(`the wish ends with ${how}`, async (t, start) => {
    const { device, talker } = await start()
    const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull' })]
    await cam.ask('next')
    await end(cam)
    await submit(app, 't1')
    t.same(await offersTo(cam), [])
    await cam.ask('next')
    t.equal(await offerOf(cam, 't1'), 1)
  })
}

onMemory('the wish ends with presence', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { mode: 'pull', heartbeatMs: 1_000 })]
  await cam.ask('next')
  await clock.advance(2_500)
  await cam.ask('heartbeat')
  await submit(app, 't1')
  t.same(await offersTo(cam), [])
})

onMemory('require: device, labels and interfaces; why names the filter', async (t, start) => {
  const { device, talker } = await start()
  const app = await talker('app')
  const cam = await device('cam-7', { labels: { site: 'a', floor: '2' }, interfaces: ['camera', 'wasi'], capacity: 9 })
  for (const [id, require, filter] of [
    ['by-device', { device: 'cam-8' }, 'device'], ['by-label', { labels: { site: 'b' } }, 'labels'],
    ['by-missing-label', { labels: { rack: '1' } }, 'labels'], ['by-interface', { interfaces: ['camera', 'lidar'] }, 'interfaces']
  ] as const) {
    await submit(app, id, { require })
    t.match(await app.ask(`tasks/${id}/why`), { state: 'available', waitsFor: 'device', devices: [{ device: 'cam-7', fits: false, filters: [{ filter }] }] }, id)
  }
  t.same(await offersTo(cam), [])
  await submit(app, 'all', { require: { device: 'cam-7', labels: { floor: '2', site: 'a' }, interfaces: ['wasi'] } })
  t.equal(await offerOf(cam, 'all'), 1)
  await device('cam-8', { labels: { __proto__: 'x' } })
})

onMemory('a task whose function nobody offers waits, and why says so', async (t, start) => {
  const { device, talker } = await start()
  const app = await talker('app')
  await device('cam-7')
  t.match(await app.ask('tasks/t1/submit', { function: 'translate' }), { state: 'available' })
  t.match(await app.ask('tasks/t1/why'), { text: /no device here offers the function translate/, devices: [{ fits: false, filters: [{ filter: 'function' }] }], waitsFor: 'device' })
  const late = await device('cam-8', { functions: [{ name: 'translate' }] })
  t.equal(await offerOf(late, 't1'), 1, 'who comes later gets it')
})

onMemory('of several devices the less busy one is offered the task, and why shows the scores', async (t, start) => {
  const { device, talker } = await start()
  const app = await talker('app')
  const busy = await device('cam-1')
  const idle = await device('cam-2')
  await busy.ask('heartbeat', { load: { cpu: 95, memory: 90, battery: 5 } })
  await idle.ask('heartbeat', { load: { cpu: 5, memory: 10, battery: 100 } })
  await submit(app, 't1')
  t.equal(await offerOf(idle, 't1'), 1)
  await submit(app, 't2')
  t.equal(await offerOf(busy, 't2'), 1)
  await submit(app, 't3')
  const { devices } = await app.ask('tasks/t3/why')
  t.match(devices, [{ device: 'cam-2', score: Number, scores: Object }, { device: 'cam-1' }])
})

onMemory('of more lanes than a claim looks into, each has its turn', async (t, start) => {
  const claims: (readonly string[])[] = []
  const { device, talker } = await start({ wrapStore: store => overheard(store, claims) })
  const app = await talker('app')
  const functions = Array.from({ length: 200 }, (_, n) => `f${n}`)
  await app.ask('tasks/submit', { tasks: functions.flatMap(name => [1, 2].map(n => ({ task: `${name}-${n}`, function: name }))) })
  const cam = await device('cam-7', { functions })
  for (let done = 0; done < 4; done++) {
    const { task, attempt } = await cam.told('offer')
    await cam.ask(`tasks/${String(task)}/begin`, { attempt })
    await cam.ask(`tasks/${String(task)}/success`, { attempt })
  }
  const rounds = claims.slice(0, 4)
  t.same(rounds.map(({ length }) => length), [64, 64, 64, 64])
  t.same(new Set(rounds.flat()).size, 200, 'none is left out')
})

onMemory('why of a task in every state', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 3 })]
  await submit(app, 'later', { delayMs: 60_000 })
  t.match(await app.ask('tasks/later/why'), { state: 'waiting', waitsFor: 'due', dueAt: clock.now() + 60_000 })
  await offered(app, cam, 'open')
  t.match(await app.ask('tasks/open/why'), { state: 'offered', waitsFor: 'begin', holder: { device: 'cam-7', attempt: 1, deadline: clock.now() + 5_000 } })
  await begun(app, cam, 'held')
  t.match(await app.ask('tasks/held/why'), { state: 'executing', waitsFor: 'result', holder: { device: 'cam-7' } })
  await completed(app, cam, 'done')
  t.match(await app.ask('tasks/done/why'), { state: 'completed', text: String })
  await submit(app, 'first', { function: 'rare' })
  await submit(app, 'second', { function: 'rare' })
  t.match(await app.ask('tasks/second/why'), { lane: { waiting: 2 } })
  t.match(await app.refused('tasks/nowhere/why'), { code: 'unknown-task' })
})

onMemory('a device that declines everything is asked from time to time only, and keeps no other from it', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-1')]
  await submit(app, 't1', { maxAttempts: 0 })
  await cam.ask('tasks/t1/decline', { attempt: await offerOf(cam, 't1') })
  t.same(await offersTo(cam), [], 'not at once')
  await clock.advance(1_000)
  await cam.ask('tasks/t1/decline', { attempt: await offerOf(cam, 't1') })
  const other = await device('cam-2')
  t.equal(await offerOf(other, 't1'), 3, 'who has not declined it is offered it at once')
})
