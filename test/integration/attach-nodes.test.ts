/** Several `orchestra attach` on one Redis beside one Mosquitto: they share the commands, and stand in for each other. */
import type { ChildProcess } from 'node:child_process'
import t, { type Test } from 'tap'
import { type Device, createDevice } from '../../device-client/device.js'
import { Site, attach, ended } from '../support/attached.js'
import { startRedis } from '../support/redis-server.js'
import type { Talker } from '../support/topics/talker.js'

// A busy machine takes its time with three processes and a Redis that writes each change out.
t.setTimeout(90_000)

interface Pair { readonly a: ChildProcess, readonly b: ChildProcess, readonly start: (name: string, ...flags: string[]) => Promise<ChildProcess> }

async function pair (t: Test, site: Site, ...flags: string[]): Promise<Pair> {
  const redis = await startRedis(t, { appendonly: 'always' })
  const start = (name: string, ...more: string[]): Promise<ChildProcess> => attach(t, site.broker, '--redis', redis.url, '--node', name, ...flags, ...more)
  const [a, b] = await Promise.all([start('a'), start('b')])
  return { a, b, start }
}

async function fleet (t: Test, site: Site, size: number): Promise<void> {
  const devices: Device[] = Array.from({ length: size }, (_, n) => createDevice({ broker: site.broker.url, id: `cam-${n}`, capacity: 4, heartbeatMs: 1_000, functions: { work: (args) => args } }))
  t.teardown(() => Promise.all(devices.map(device => device.stop({ finish: false, timeoutMs: 100 }))))
  for (const device of devices) device.on('problem', () => {})
  await Promise.all(devices.map(device => device.start()))
}

function submit (app: Talker, tasks: readonly string[]): Promise<unknown> {
  return Promise.all(tasks.map(task => app.say(`tasks/${task}/submit`, { function: 'work', args: task, notify: true })))
}

const named = (prefix: string, size: number): string[] => Array.from({ length: size }, (_, n) => `${prefix}-${n}`)

/** Until each of them was told this. */
async function told (app: Talker, tasks: readonly string[], what: string): Promise<void> {
  for (const task of tasks) await app.told(`tasks/${task}/${what}`)
}

Site.test('a node killed in a burst: every accepted task is completed once, commands in its session too, and it comes back', async (t, site) => {
  const { b, start } = await pair(t, site)
  await fleet(t, site, 4)
  const [app, watch] = [await site.talker('app'), await site.talker('watch', { subscribe: ['events/tasks/+', 'state/nodes/+'] })]
  await watch.seen('state/nodes/b', { state: 'online' })
  const tasks = named('t', 200)
  const submitted = submit(app, tasks)
  await app.told('tasks/t-40/submit/accepted')
  await ended(b, 'SIGKILL')
  await watch.seen('state/nodes/b', { state: 'offline' })
  await submitted
  // Half of these the broker puts into the session of the node that is gone.
  const late = named('late', 40)
  await submit(app, late)
  const { v } = await watch.seen('state/nodes/b', { state: 'offline' })
  await told(app, [...tasks.filter(task => task !== 't-40'), ...late], 'submit/accepted')
  await told(app, [...tasks, ...late], 'ended')
  await Promise.all([...tasks, ...late].map(async task => t.match(await app.ask(`tasks/${task}/get`), { state: 'completed', result: task })))
  const succeeded = watch.inbox.filter(({ body }) => body?.event === 'succeeded').map(({ topic }) => topic)
  t.equal(new Set(succeeded).size, succeeded.length, 'none twice')

  await start('b')
  const { v: back } = await watch.seen('state/nodes/b', { state: 'online' })
  t.ok(Number(back) > Number(v))
  await submit(app, named('again', 40))
  await told(app, named('again', 40), 'ended')
}, { hasNodes: true })
