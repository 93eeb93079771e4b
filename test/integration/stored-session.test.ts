/** One client with a stored session that is told directly and listens to what everybody is told: it gets all of both. */
import { once } from 'node:events'
import mqtt from 'mqtt'
import t from 'tap'
import { ROOT, startRig } from '../support/topics/rig.js'

const TASKS = 100

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
