/** The whole life of a task between app and device, in all ways in which a device may speak. */
import { onBothStores } from '../support/topics/rig.js'

const MODES = ['push', 'pull'] as const
const BEGINS = ['explicit', 'implied'] as const
const REPLIES = ['all', 'rejections'] as const
const COMBINATIONS = MODES.flatMap(mode => BEGINS.flatMap(begin => REPLIES.flatMap(replies => ([0, 1] as const).map(sayQos => ({ mode, begin, replies, sayQos })))))

for (const { mode, begin, replies, sayQos } of COMBINATIONS) {
  onBothStores(`the whole life: ${mode}, begin ${begin}, replies ${replies}, QoS ${sayQos}`, async (t, start) => {
    const { device, talker, watcher } = await start()
    const app = await talker('app')
    const cam = await device('cam-7', { mode, begin, replies }, { sayQos })
    const isAnswered = replies === 'all' || sayQos === 0

    if (mode === 'pull') t.same(await cam.ask('next', { max: 1 }), { max: 1 })
    t.match(await app.ask('tasks/t1/submit', { function: 'work', args: { n: 1 }, notify: true }), { task: 't1', state: 'available', v: 1 })
    t.same(await cam.told('offer'), { task: 't1', function: 'work', attempt: 1, session: 1, args: { n: 1 }, leaseMs: 20_000, offerMs: 5_000 })

    if (begin === 'explicit') {
      await cam.say('tasks/t1/begin', { attempt: 1 })
      if (isAnswered) t.match(await cam.told('tasks/t1/begin/accepted'), { attempt: 1, leaseMs: 20_000 })
    }
    await watcher.seen('state/devices/cam-7', { state: 'executing' })
    await cam.say('tasks/t1/progress', { attempt: 1, percent: 50, note: 'half' })
    if (isAnswered) t.match(await cam.told('tasks/t1/progress/accepted'), { leaseMs: 20_000 })
    t.match(await watcher.seen('state/tasks/t1', { percent: 50 }), { state: 'executing', device: 'cam-7', attempt: 1, note: 'half' })

    await cam.say('tasks/t1/success', { attempt: 1, result: [1, { two: 2 }] })
    if (isAnswered) t.match(await cam.told('tasks/t1/success/accepted'), { attempt: 1, state: 'completed' })
    t.match(await app.told('tasks/t1/ended'), { task: 't1', state: 'completed', result: [1, { two: 2 }], device: 'cam-7' })
    t.match(await app.ask('tasks/t1/get'), { state: 'completed', result: [1, { two: 2 }], attempt: 1 })
    t.match(await watcher.seen('state/tasks/t1', { state: 'completed' }), { result: [1, { two: 2 }] })
    await watcher.seen('state/devices/cam-7', { state: 'free' })

    t.match(await cam.refused('tasks/t1/fail', { attempt: 1, error: { code: 'late' } }), { code: 'ended', state: 'completed' }, 'a rejection is always told')
    t.same(await cam.rest(), [], 'nothing else was said to the device')
    t.same(await app.rest(), [], 'nor to the app')
  })
}
