/** `orchestra attach`: the orchestrator as a client of a real Mosquitto, and as a process that is killed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import t from 'tap'
import { attachSettings, brokerOptions, checkAttached } from '../../broker/cli/settings/attach.js'
import { defaultsOf } from '../../broker/cli/settings/setting.js'
import { createDevice } from '../../device-client/device.js'
import { ROOT, Site, attach, ended } from '../support/attached.js'

t.jobs = 4

for (const connections of ['1', '4']) {
  Site.test(`the life of a task over ${connections} connection(s); what is retained is really retained there`, async (t, site) => {
    const child = await attach(t, site.broker, '--memory', '--connections', connections)
    const [cam, app] = [await site.talker('cam'), await site.talker('app')]
    t.match(await cam.ask('birth', { session: 1, functions: ['work'] }), { session: 1, tasks: [] })
    t.match(await app.ask('tasks/t1/submit', { function: 'work', args: [1], notify: true }), { state: 'available', v: 1 })
    t.match(await cam.told('offer'), { task: 't1', attempt: 1, args: [1] })
    t.match(await cam.ask('tasks/t1/begin', { attempt: 1 }), { leaseMs: 20_000 })
    t.match(await cam.ask('tasks/t1/success', { attempt: 1, result: 42 }), { state: 'completed' })
    t.match(await app.told('tasks/t1/ended'), { state: 'completed', result: 42 })
    t.match(await app.refused('tasks/t2/get'), { code: 'unknown-task' })
    const late = await site.talker('late', { subscribe: ['state/#'] })
    t.match(await late.seen('state/tasks/t1', { state: 'completed' }), { result: 42 })
    t.match(await late.seen('state/devices/cam', { state: 'free' }), { session: 1 })
    t.match(await late.seen('state/nodes/site', { state: 'online' }), { node: 'site' })
    t.equal(await ended(child, 'SIGTERM'), 0)
    t.match(await late.seen('state/nodes/site', { state: 'offline' }), { node: 'site' })
  })
}

Site.test('killed in the middle: what is said meanwhile is carried out later, once', async (t, site) => {
  const data = t.testdir()
  const first = await attach(t, site.broker, '--data', data)
  const [cam, app] = [await site.talker('cam'), await site.talker('app')]
  const watch = await site.talker('watch', { subscribe: ['state/#', 'events/tasks/+'] })
  await cam.ask('birth', { session: 1, functions: ['work'], heartbeatMs: 0 })
  await app.ask('tasks/held/submit', { function: 'work' })
  await cam.told('offer')
  await cam.ask('tasks/held/begin', { attempt: 1 })
  await ended(first, 'SIGKILL')
  await watch.seen('state/nodes/site', { state: 'offline' })
  // The broker acknowledges them: from then on they are its business.
  await Promise.all(Array.from({ length: 50 }, (_, n) => app.say(`tasks/t${n}/submit`, { function: 'rare' })))
  await cam.say('tasks/held/success', { attempt: 1, result: 'done' })
  await attach(t, site.broker, '--data', data)
  t.match(await cam.told('tasks/held/success/accepted'), { state: 'completed' })
  for (let n = 0; n < 50; n++) t.match(await app.told(`tasks/t${n}/submit/accepted`), { state: 'available' })
  t.match(await app.ask('tasks/held/get'), { state: 'completed', result: 'done' })
  const { tasks } = await app.ask('tasks/list', { function: 'rare', limit: 100 })
  t.equal((tasks as unknown[]).length, 50)
})

Site.test('killed without a pause: every command that the broker acknowledged has its effect, and one', async (t, site) => {
  const data = t.testdir()
  let child = await attach(t, site.broker, '--data', data, '--connections', '2')
  const app = await site.talker('app')
  const said: Promise<void>[] = []
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 100; n++) said.push(app.say(`tasks/r${round}-${n}/submit`, { function: 'rare' }))
    await app.told(`tasks/r${round}-20/submit/accepted`)
    await ended(child, 'SIGKILL')
    child = await attach(t, site.broker, '--data', data, '--connections', '2')
  }
  await Promise.all(said)
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 100; n++) {
      const { state, v } = await app.ask(`tasks/r${round}-${n}/get`)
      t.same([state, v], ['available', 1])
    }
  }
})

Site.test('retained commands are discarded and cleared; what is retained and not true is mended', async (t, site) => {
  const [app, watch] = [await site.talker('app'), await site.talker('watch', { subscribe: ['state/tasks/+'] })]
  const ghost = { task: 'ghost', state: 'available', v: 1, function: 'work', attempt: 0, since: 1, submitter: 'app', priority: 0 }
  await app.publish(`${ROOT}/state/tasks/ghost`, ghost, { retain: true })
  await app.say('tasks/kept/submit', { function: 'work' }, { retain: true })
  const raw = await connectAsync(site.broker.url)
  t.teardown(() => raw.endAsync(true))
  const cleared = new Promise<void>(resolve => { raw.on('message', (_, payload) => { if (payload.length === 0) resolve() }) })
  await raw.subscribeAsync(`${ROOT}/from/app/tasks/kept/submit`, { qos: 1 })
  await attach(t, site.broker, '--memory')
  await watch.next(({ topic, text }) => topic === 'state/tasks/ghost' && text === '', 'the ghost to be cleared')
  await cleared
  t.match(await app.refused('tasks/kept/get'), { code: 'unknown-task' })
})

Site.test('the broker killed and back: devices and tasks go on', async (t, site) => {
  await attach(t, site.broker, '--memory')
  const before = await site.talker('cam', { subscribe: ['to/cam/#', 'state/nodes/+'] })
  const { v: first } = await before.seen('state/nodes/site', { state: 'online' })
  await before.ask('birth', { session: 1, functions: ['work'], heartbeatMs: 0 })
  await before.ask('tasks/mine/submit', { function: 'work' })
  await before.told('offer')
  await before.ask('tasks/mine/begin', { attempt: 1 })
  await site.broker.kill()
  await site.broker.restart()
  const watch = await site.talker('watch', { subscribe: ['state/nodes/+'] })
  // Of a crash of the broker nobody hears: what is retained is still the former word.
  await watch.next(({ topic, body }) => topic === 'state/nodes/site' && body?.state === 'online' && Number(body.v) > Number(first), 'the orchestrator to be back')
  const cam = await site.talker('cam')
  t.match(await cam.ask('birth', { session: 2, functions: ['work'], heartbeatMs: 0, tasks: [{ task: 'mine', attempt: 1 }] }), { tasks: [{ task: 'mine', attempt: 1 }] })
  t.match(await cam.ask('tasks/mine/success', { attempt: 1 }), { state: 'completed' })
})

Site.test('what is retained: by default of ended tasks; what is missing there is put back', async (t, site) => {
  const data = t.testdir()
  const child = await attach(t, site.broker, '--data', data)
  const app = await site.talker('app')
  for (const task of ['open', 'over']) await app.ask(`tasks/${task}/submit`, { function: 'rare' })
  await app.ask('tasks/over/cancel')
  const states = async (name: string): Promise<string[]> => {
    const reader = await site.talker(name, { subscribe: [`to/${name}/#`, 'state/tasks/+'] })
    // What is retained comes before the answer: one connection, in order.
    await reader.ask('time')
    return reader.inbox.filter(({ topic, retain, text }) => retain && topic.startsWith('state/tasks/') && text !== '').map(({ topic }) => topic).sort()
  }
  t.same(await states('first'), ['state/tasks/over'])
  await ended(child, 'SIGTERM')
  await app.publish(`${ROOT}/state/tasks/over`, '', { retain: true })
  const watch = await site.talker('watch', { subscribe: ['state/tasks/+'] })
  const again = await attach(t, site.broker, '--data', data, '--retained', 'all')
  for (const task of ['open', 'over']) await watch.seen(`state/tasks/${task}`)
  t.same(await states('second'), ['state/tasks/open', 'state/tasks/over'])
  await ended(again, 'SIGTERM')
  await attach(t, site.broker, '--data', data)
  await watch.next(({ topic, text }) => topic === 'state/tasks/open' && text === '', 'the open one to be cleared')
})

t.test('settings that do not fit together are refused; TLS and passwords are read from files', async t => {
  const all = defaultsOf(attachSettings)
  const dir = t.testdir({ secret: 'hush\n', 'ca.pem': 'PEM' })
  t.match(await brokerOptions({ ...all, user: 'u', passwordFile: `${dir}/secret`, brokerCa: `${dir}/ca.pem` }), { urls: ['mqtt://127.0.0.1:1883'], username: 'u', password: 'hush', ca: 'PEM' })
  await t.rejects(brokerOptions({ ...all, brokerCa: `${dir}/none.pem` }), { exitCode: 2, message: /^--broker-ca: .*none\.pem/ })
  for (const [wrong, message] of [
    [{ password: 'x' }, /--password: needs --user/],
    [{ user: 'u', password: 'x', passwordFile: 'y' }, /one excludes the other/],
    [{ brokerCert: 'x' }, /--broker-cert, --broker-key: one needs the other/],
    [{ memory: true, data: 'x' }, /--memory, --data: one excludes the other/]
  ] as const) t.throws(() => checkAttached({ ...all, ...wrong }), { exitCode: 2, message })
  t.doesNotThrow(() => checkAttached({ ...all, node: 'site' }))
})

Site.test('the broker killed, and it has forgotten everything: a device says birth again by itself, and its result counts', async (t, site) => {
  await attach(t, site.broker, '--memory')
  let finish: (result: string) => void = () => {}
  const began = new Promise<void>(resolve => {
    const work = async (): Promise<string> => {
      const result = new Promise<string>(resolve => { finish = resolve })
      resolve()
      return await result
    }
    const device = createDevice({ broker: site.broker.url, id: 'cam', heartbeatMs: 0, functions: { work } })
    device.on('problem', () => {})
    t.teardown(() => device.stop({ finish: false, timeoutMs: 100 }))
    device.start().catch(t.threw)
  })
  const before = await site.talker('app')
  await before.ask('tasks/mine/submit', { function: 'work' })
  await began
  await site.broker.kill()
  t.notOk(existsSync(join(site.broker.dir, 'mosquitto.db')), 'it kept nothing')
  finish('done')
  await site.broker.restart()
  const watch = await site.talker('watch', { subscribe: ['state/nodes/+', 'state/tasks/+'] })
  await watch.seen('state/nodes/site', { state: 'online' })
  t.match(await watch.seen('state/tasks/mine', { state: 'completed' }), { result: 'done', attempt: 1 })
}, { conf: ['persistence false'] })
