/** R4: a store that takes nothing: told with a code, never acknowledged; an alarm for whoever watches; nothing else lost. */
import t from 'tap'
import { openClassicLevel } from '../../broker/store/level/database.js'
import { startRig } from '../support/topics/rig.js'

const RETRY_MS = 1_000
const full = (): Error => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })

t.test('the disk under the embedded store is full', async t => {
  let isFull = false
  const rig = await startRig(t, {
    directory: t.testdir(),
    async openDatabase (folder) {
      if (isFull) throw full()
      const database = await openClassicLevel(folder)
      const batch = database.batch.bind(database) as () => object
      return Object.assign(database, { batch: () => isFull ? Object.assign(batch(), { write: () => Promise.reject(full()) }) : batch() }) as typeof database
    }
  })
  const { watcher, talker, clock } = rig
  const app = await talker('app')
  await app.ask('tasks/t1/submit', { function: 'work' })
  await watcher.subscribe('state/nodes/+')
  isFull = true
  let acknowledged = 0
  app.client.on('packetreceive', packet => { if (packet.cmd === 'puback') acknowledged++ })
  const lost = app.say('tasks/t2/submit', { function: 'work', ref: 'r2' }).catch(() => {})
  t.match(await watcher.seen('state/nodes/main'), { state: 'online', problem: /writing failed: no space left on device/ }, 'the alarm')
  const later = app.say('tasks/t3/submit', { function: 'work', ref: 'r3' }).catch(() => {})
  t.match((await app.next(({ body }) => body?.ref === 'r3')).body, { code: 'unavailable', retryAfterMs: Number }, 'refused with a code')
  t.equal(acknowledged, 0, 'and not acknowledged')
  await watcher.subscribe('state/nodes/main')
  t.match(await watcher.seen('state/nodes/main'), { problem: /no space left/ }, 'who asks later is told, too')
  isFull = false
  await clock.advance(RETRY_MS)
  await watcher.next(({ topic, text }) => topic === 'state/nodes/main' && text === '', 'the end of the alarm')
  t.match(await watcher.ask('tasks/t1/get'), { state: 'available' }, 'what was stored is there')
  await watcher.ask('tasks/t4/submit', { function: 'work' })
  await app.leave()
  await Promise.all([lost, later])
  rig.logged.length = 0
})
