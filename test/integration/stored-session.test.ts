/** One client with a stored session that is told directly and listens to what everybody is told: it gets all of both. */
import { once } from 'node:events'
import mqtt from 'mqtt'
import t from 'tap'
import { ROOT, startRig } from '../support/topics/rig.js'

const TASKS = 100
const MESSAGES = 1_000

for (const store of ['memory', 'disk', 'redis'] as const) {
  t.test(`what waits for who is away: once, whatever matches, and nothing that begins with $ for a wildcard, ${store}`, async t => {
    const rig = await startRig(t, { ...store === 'disk' && { directory: t.testdir() }, redis: store === 'redis' })
    const connect = (clientId: string, clean: boolean) => mqtt.connectAsync(`mqtt://127.0.0.1:${rig.port}`, { clientId, username: clientId, clean, reconnectPeriod: 0 })
    const [leaves, writer] = [await connect('reader', false), await connect('writer', true)]
    await leaves.subscribeAsync(['#', '+/bar', 'n/bar', '$named/bar'], { qos: 1 })
    await leaves.endAsync()
    for (const topic of ['$foo/bar', '$named/bar', 'n/bar', 'n/last']) await writer.publishAsync(topic, '', { qos: 1 })
    const heard: string[] = []
    const comesBack = mqtt.connect(`mqtt://127.0.0.1:${rig.port}`, { clientId: 'reader', username: 'reader', clean: false, reconnectPeriod: 0 })
    t.teardown(async () => { await Promise.all([comesBack.endAsync(true), writer.endAsync(true)]) })
    await new Promise<void>(resolve => comesBack.on('message', topic => {
      heard.push(topic)
      if (topic === 'n/last') resolve()
    }))
    t.same(heard, ['$named/bar', 'n/bar', 'n/last'])
  })
}

for (const store of ['memory', 'disk', 'redis'] as const) {
  t.test(`what one publisher says pipelined comes in its order, also to who has a stored session and is there, ${store}`, async t => {
    const rig = await startRig(t, { ...store === 'disk' && { directory: t.testdir() }, redis: store === 'redis' })
    const connect = (clientId: string, clean: boolean) => mqtt.connectAsync(`mqtt://127.0.0.1:${rig.port}`, { clientId, username: clientId, clean, reconnectPeriod: 0 })
    const readers = await Promise.all([connect('live', true), connect('stored', false)])
    const writer = await connect('writer', true)
    t.teardown(async () => { await Promise.all([...readers, writer].map(client => client.endAsync(true))) })
    const heard = readers.map(() => [] as number[])
    const all = readers.map(async (reader, index) => {
      await reader.subscribeAsync('q/#', { qos: 1 })
      return () => new Promise<void>(resolve => reader.on('message', (_, payload) => { if (heard[index]?.push(Number(payload)) === MESSAGES) resolve() }))
    })
    const over = (await Promise.all(all)).map(listen => listen())
    const numbers = Array.from({ length: MESSAGES }, (_, n) => n)
    await Promise.all(numbers.map(n => writer.publishAsync('q/one', `${n}${' '.repeat(1_000)}`, { qos: 1 })))
    await Promise.all(over)
    t.same(heard, [numbers, numbers])
  })
}

for (const clean of [true, false]) {
  t.test(`replies and events reach the same client, ${clean ? 'clean' : 'stored'} session`, async t => {
    const rig = await startRig(t, clean ? {} : { directory: t.testdir() })
    const client = mqtt.connect(`mqtt://127.0.0.1:${rig.port}`, { clientId: 'app', username: 'app', clean, reconnectPeriod: 0 })
    t.teardown(() => client.end(true))
    await once(client as never, 'connect')
    await client.subscribeAsync([`${ROOT}/to/app/#`, `${ROOT}/events/tasks/+`], { qos: 1 })
    const told = new Map<string, number>()
    const all = new Promise<void>(resolve => client.on('message', topic => {
      const kind = topic.includes('/events/') ? 'event' : 'reply'
      told.set(kind, (told.get(kind) ?? 0) + 1)
      if (told.get('event') === TASKS && told.get('reply') === TASKS) resolve()
    }))
    for (let index = 0; index < TASKS; index++) client.publish(`${ROOT}/from/app/tasks/t${index}/submit`, '{"function":"work"}', { qos: 1 })
    await all
    t.same(Object.fromEntries(told), { event: TASKS, reply: TASKS })
  })
}
