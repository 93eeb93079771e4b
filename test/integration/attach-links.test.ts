/** `orchestra attach`, where single connections fail, their number changes, and where somebody retains what nobody should: nothing is lost. */
import { connectAsync } from 'mqtt'
import t from 'tap'
import { type Clock, attach as attachHere, systemClock } from '../../broker/index.js'
import { ROOT, Site, attach, ended } from '../support/attached.js'
import { Doors } from '../support/doors.js'
import { startRedis } from '../support/redis-server.js'
import type { Talker } from '../support/topics/talker.js'

t.jobs = 4
t.setTimeout(90_000)

const PATIENCE = { patienceMs: 60_000 }

const named = (prefix: string, size: number): string[] => Array.from({ length: size }, (_, n) => `${prefix}-${n}`)

async function submit (app: Talker, tasks: readonly string[]): Promise<void> {
  await Promise.all(tasks.map(task => app.say(`tasks/${task}/submit`, { function: 'rare' })))
}

async function accepted (app: Talker, tasks: readonly string[]): Promise<void> {
  for (const task of tasks) await app.told(`tasks/${task}/submit/accepted`)
}

Site.test('only the outgoing connection is cut, in a burst: every command has its answer once it is back', async (t, site) => {
  const doors = await Doors.before(t, site.broker.port)
  await attach(t, doors, '--memory')
  const [app, watch] = [await site.talker('app', PATIENCE), await site.talker('watch', { subscribe: ['state/nodes/+'], ...PATIENCE })]
  await watch.seen('state/nodes/site', { state: 'online' })
  const tasks = named('t', 200)
  const submitted = submit(app, tasks)
  await app.told('tasks/t-10/submit/accepted')
  doors.shut(/-out$/)
  await watch.seen('state/nodes/site', { state: 'offline' })
  await submitted
  t.equal(await doors.keptOut(), 'site-out')
  doors.open()
  await watch.seen('state/nodes/site', { state: 'online' })
  await accepted(app, tasks.filter(task => task !== 't-10'))
  for (const task of tasks) t.match(await app.ask(`tasks/${task}/get`), { state: 'available', v: 1 })
})

Site.test('decided while the outgoing connection is away: the answer waits for it', async (t, site) => {
  const [doors, redis] = [await Doors.before(t, site.broker.port), await startRedis(t)]
  await attach(t, doors, '--redis', redis.url)
  const [app, watch] = [await site.talker('app', PATIENCE), await site.talker('watch', { subscribe: ['state/nodes/+'], ...PATIENCE })]
  await app.ask('time')
  await watch.seen('state/nodes/site', { state: 'online' })
  redis.pause()
  await app.say('tasks/t/submit', { function: 'rare' })
  doors.shut(/-out$/)
  t.equal(await doors.keptOut(), 'site-out')
  redis.resume()
  // It tries again, and meanwhile Redis has answered.
  await doors.keptOut()
  doors.open()
  t.match(await app.told('tasks/t/submit/accepted'), { state: 'available', v: 1 })
}, { hasNodes: true })

async function ghosts (app: Talker, names: readonly string[]): Promise<void> {
  await Promise.all(names.map(task => app.publish(`${ROOT}/state/tasks/${task}`, { task, state: 'available', v: 1, function: 'work', attempt: 0, since: 1, submitter: 'app', priority: 0 }, { retain: true })))
}

Site.test('a mend that the broker breaks off, and one without a connection of its own: done again', async (t, site) => {
  const doors = await Doors.before(t, site.broker.port)
  const [before, names] = [await site.talker('before', { subscribe: ['state/tasks/+'] }), named('ghost', 300)]
  await ghosts(before, names)
  const one = before.next(({ text, topic }) => topic.startsWith('state/tasks/') && text === '', 'one to be cleared')
  await attach(t, doors, '--memory')
  await one
  doors.shut(/-mend$/)
  await site.broker.kill()
  await site.broker.restart()
  t.equal(await doors.keptOut(), 'site-mend')
  const app = await site.talker('app', { subscribe: ['to/app/#', 'state/tasks/+'], ...PATIENCE })
  // What is retained comes before the answer: one connection, in order.
  await app.ask('time')
  const left = app.inbox.filter(({ topic, retain }) => retain && topic.startsWith('state/tasks/')).map(({ topic }) => topic)
  t.ok(left.length > 0, `${left.length} are still there`)
  doors.open()
  for (const topic of left) await app.next(({ topic: other, text }) => other === topic && text === '', `${topic} to be cleared`)
})

Site.test('from four connections to two, to one, and to two: what waits in sessions that are no longer used is carried out', async (t, site) => {
  const data = t.testdir()
  const start = (connections: string) => attach(t, site.broker, '--data', data, '--connections', connections)
  const app = await site.talker('app', PATIENCE)
  let child = await start('4')
  for (const connections of ['2', '1', '2']) {
    await ended(child, 'SIGKILL')
    const tasks = named(`to${connections}-${child.pid}`, 24)
    await submit(app, tasks)
    child = await start(connections)
    await accepted(app, tasks)
    for (const task of tasks) t.match(await app.ask(`tasks/${task}/get`), { v: 1 })
  }
})

/** What takes its minute here takes no time; leases and what tests wait for are shorter. */
function hastyClock (): Clock {
  const clock = systemClock()
  return { ...clock, setTimeout: (run, delayMs) => clock.setTimeout(run, delayMs === 60_000 ? 100 : delayMs) }
}

for (const intakes of [1, 2]) {
  Site.test(`retained commands over ${intakes} connection(s): one that comes is carried out once and cleared, one that lies there is only cleared`, async (t, site) => {
    const app = await site.talker('app', PATIENCE)
    await app.say('tasks/old/submit', { function: 'rare' }, { retain: true })
    const watch = await site.talker('watch', { subscribe: ['events/tasks/+'], ...PATIENCE })
    const raw = await connectAsync(site.broker.url)
    t.teardown(() => raw.endAsync(true))
    const cleared = (task: string) => new Promise<void>(resolve => { raw.on('message', (topic, payload) => { if (topic.endsWith(`/${task}/submit`) && payload.length === 0) resolve() }) })
    await raw.subscribeAsync(`${ROOT}/from/app/tasks/+/submit`, { qos: 1 })
    const attached = await attachHere({ broker: { urls: [site.broker.url] }, name: 'site', intakes, clock: hastyClock() })
    t.teardown(() => attached.close())
    await Promise.all([attached.ready, cleared('old')])
    t.match(await app.refused('tasks/old/get'), { code: 'unknown-task' })
    const gone = cleared('new')
    await app.say('tasks/new/submit', { function: 'rare' }, { retain: true })
    await app.told('tasks/new/submit/accepted')
    await gone
    t.match(await app.ask('tasks/new/get'), { state: 'available', v: 1 })
    t.equal(watch.inbox.filter(({ topic, body }) => topic === 'events/tasks/new' && body?.event === 'submitted').length, 1)
  })
}
