// Apps against the real orchestrator: what they asked for survives lost connections, and is told in whole. Everything waits
// for events. Devices are tested elsewhere.
import type { Client } from 'aedes'
import t from 'tap'
import { collect, createWorld, gate, nearOf } from '../support/device-world.js'
import { RequestError, type Sighting } from '../../device-client/app.js'
import type { TaskFunction } from '../../device-client/device.js'

t.test('an app that is cut off neither loses nor doubles', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const runs = new Map<unknown, number>()
  const { fn, callAt } = gate()
  let handedIn = (): void => {}
  const count: TaskFunction = n => {
    runs.set(n, (runs.get(n) ?? 0) + 1)
    if (runs.size === 3) handedIn()
    return n
  }
  await createDevice({ functions: { count, work: fn }, capacity: 4 })
  const app = createApp({ broker: nearOf(line) })
  await app.time()
  const open = app.dispatch('work')
  const call = await callAt(0)

  line.loses = 'down'
  const unanswered = app.dispatch('count', 1)
  const bulk = app.submitMany([{ function: 'count', args: 2 }, { function: 'count', args: 3 }])
  // The device has them, but the app knows nothing of it.
  await new Promise<void>(resolve => { handedIn = resolve })
  line.cut()
  const whileAway = app.dispatch('count', 4)
  call.finish('while it was away')
  line.mend()
  t.same(await Promise.all([open, unanswered, ...bulk, whileAway].map(({ result }) => result)), ['while it was away', 1, 2, 3, 4])
  t.same([...runs.values()], [1, 1, 1, 1])
})

t.test('an app gets clear errors', async t => {
  const { app: createApp, line: createLine } = await createWorld(t)
  const app = createApp({ timeoutMs: 200 })
  await t.rejects(app.get('nobody'), { name: 'RequestError', code: 'unknown-task' })
  await t.rejects(app.get('no/id'), TypeError)
  await t.rejects(app.submit('two words'), { code: 'invalid' })
  await t.rejects(app.submit('work', 'x'.repeat(130 * 1024)), { code: 'too-large' })
  const [small, large] = app.submitMany([{ function: 'work' }, { function: 'work', args: 'x'.repeat(130 * 1024) }])
  t.match(await small?.accepted, { state: 'available' })
  await t.rejects(large?.accepted as Promise<unknown>, { code: 'too-large' })
  const id = app.dispatch('work', 1).id
  await t.rejects(app.submit('work', 2, { id }), { code: 'conflict' }, 'the same id with another content')
  const line = await createLine()
  line.cut()
  await t.rejects(createApp({ broker: nearOf(line), timeoutMs: 50 }).time(), { code: 'timeout' })
  const open = app.dispatch('work')
  await open.accepted
  await app.close()
  await t.rejects(open.result, { name: 'TaskError', code: 'closed' })
  await t.rejects(app.time(), RequestError)
})

t.test('a task can be found again, its outcome included', async t => {
  const { device: createDevice, app: createApp } = await createWorld(t)
  const { fn, callAt } = gate()
  await createDevice({ functions: { work: fn } })
  const first = createApp()
  await first.dispatch('work', undefined, { id: 'mine' }).accepted
  await first.close()
  const app = createApp()
  const found = app.find('mine')
  t.match(await found.accepted, { task: 'mine' })
  ;(await callAt(0)).finish('found')
  t.equal(await found.result, 'found')
  t.equal(await app.find('mine').result, 'found', 'and again')
  t.same((await collect(app.list({ limit: 1 }))).map(({ task, state }) => [task, state]), [['mine', 'completed']])
})

t.test('a watch tells each step, and what it had to leave out', async t => {
  const { device: createDevice, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  await createDevice({ functions: { work: (n) => n } })
  const watcher = createApp({ broker: nearOf(line), id: 'app-2' })
  const app = createApp()
  const seen: string[] = []
  const watch = watcher.watch({ task: 'seen' })
  await watcher.time()
  await app.submit('work', 1, { id: 'seen' })
  for await (const sighting of watch) {
    if (sighting.kind !== 'event' || sighting.noun !== 'tasks') continue
    seen.push(sighting.payload.event)
    if (sighting.payload.event === 'succeeded') break
  }
  t.same(seen, ['submitted', 'offered', 'began', 'succeeded'])

  const slow = watcher.watch('tasks')
  await watcher.time()
  await Promise.all(app.submitMany(Array.from({ length: 300 }, (_, n) => ({ function: 'work', args: n }))).map(({ result }) => result))
  await watcher.time()
  const first = await slow.next()
  t.match(first.value, { kind: 'gap', cause: 'slow' })
  const lost = new Promise<Sighting>(resolve => {
    (async () => { for await (const sighting of slow) if (sighting.kind === 'gap') return resolve(sighting) })().catch(t.threw)
  })
  line.cut()
  line.mend()
  t.match(await lost, { kind: 'gap', cause: 'reconnected' })
})

t.test('what a watch asks for, or gives up, while its app is still subscribing takes effect', async t => {
  const { aedes, app: createApp } = await createWorld(t)
  const app = createApp()
  const former = app.watch({ task: 'former' })
  const { authorizeSubscribe } = aedes
  let subscriptions: object | undefined
  aedes.authorizeSubscribe = (client, subscription, callback) => {
    // Once: the app is connected here, and has not been told yet that it is subscribed.
    if (subscriptions === undefined) {
      ({ subscriptions } = client as Client & { subscriptions: object })
      app.watch({ task: 'late' })
      former.return().catch(t.threw)
    }
    authorizeSubscribe.call(aedes, client, subscription, callback)
  }
  await app.time()
  t.same(Object.keys(subscriptions ?? {}).sort(), ['orchestra/v1/events/tasks/late', 'orchestra/v1/state/tasks/late', 'orchestra/v1/to/app-1/#'])
})
