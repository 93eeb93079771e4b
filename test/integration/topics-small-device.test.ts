/**
 * The smallest device: birth, offer, begin, success and fail at QoS 0, with the
 * 256-byte packet buffer that the Arduino client has by default. What really
 * arrives is measured.
 */
import { onBothStores, onMemory, type Rig, type Talker } from '../support/topics/rig.js'
import { begun, offerOf, submit } from '../support/topics/steps.js'

const BUFFER = 256
const DEVICE = 'd'.repeat(24)
const TASK = 't'.repeat(24)
const FUNCTION = 'measure'

/** Speaks at QoS 0 and hears at QoS 0. */
async function smallDevice (rig: Rig, birth: object = {}): Promise<Talker> {
  const small = await rig.talker(DEVICE, { sayQos: 0, subscribeQos: 0 })
  await small.say('birth', { session: 1, functions: [FUNCTION], maxPacket: BUFFER, heartbeatMs: 0, ...birth })
  await small.told('welcome')
  return small
}

onBothStores('the whole life at QoS 0 within 256 bytes, with ids of 24 characters', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig)
  await submit(app, TASK, { function: FUNCTION, args: { pin: 13 } })
  t.match(await small.told('offer'), { task: TASK, attempt: 1, args: { pin: 13 } })
  await small.say(`tasks/${TASK}/begin`, { attempt: 1 })
  t.match(await small.told(`tasks/${TASK}/begin/accepted`), { leaseMs: 20_000 })
  await small.say(`tasks/${TASK}/fail`, { attempt: 1, error: { code: 'cold' } })
  await small.told(`tasks/${TASK}/fail/accepted`)
  await rig.clock.advance(1_000)
  t.match(await small.told('offer'), { task: TASK, attempt: 2 })
  await small.say(`tasks/${TASK}/begin`, { attempt: 2 })
  await small.told(`tasks/${TASK}/begin/accepted`)
  await small.say(`tasks/${TASK}/success`, { attempt: 2, result: 21.5 })
  await small.told(`tasks/${TASK}/success/accepted`)
  t.match(await app.ask(`tasks/${TASK}/get`), { state: 'completed', result: 21.5 })
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
  t.same(await small.rest(), [])
})

onBothStores('a lapsed lease, a cancel and a restart, too', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig)
  await submit(app, TASK, { function: FUNCTION, leaseMs: 1_000 })
  await small.say(`tasks/${TASK}/begin`, { attempt: await offerOf(small, TASK) })
  await small.told(`tasks/${TASK}/begin/accepted`)
  await rig.clock.advance(1_000)
  t.match(await small.told(`tasks/${TASK}/cancel`), { attempt: 1 })
  const attempt = await offerOf(small, TASK)
  await small.say(`tasks/${TASK}/begin`, { attempt })
  await small.told(`tasks/${TASK}/begin/accepted`)
  await small.say('birth', { session: 2, functions: [FUNCTION], maxPacket: BUFFER, heartbeatMs: 0 })
  t.match(await small.told('welcome'), { tasks: [{ task: TASK, attempt }] })
  await app.ask(`tasks/${TASK}/cancel`, { reason: 'x'.repeat(200) })
  await small.told(`tasks/${TASK}/cancel`)
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
})

onBothStores('an offer that does not fit is not made, and why says so; another device gets it', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig)
  await submit(app, TASK, { function: FUNCTION, args: 'x'.repeat(200) })
  t.match(await app.ask(`tasks/${TASK}/why`), { state: 'available', devices: [{ device: DEVICE, fits: false, filters: [{ filter: 'packet', reason: /256/ }] }] })
  t.same(await small.rest(), [])
  const large = await rig.device('large', { functions: [FUNCTION] })
  t.equal(await offerOf(large, TASK), 1)
})

onMemory('whatever the size of the args: it is offered and fits, or is not offered', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig, { capacity: 200 })
  const sizes = Array.from({ length: 120 }, (_, at) => at)
  for (const size of sizes) await submit(app, `t${size}`, { function: FUNCTION, args: 'x'.repeat(size) })
  const offers = (await small.rest()).length
  t.ok(offers > 60 && offers < sizes.length, `${offers} of ${sizes.length} were offered`)
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
  t.ok(small.largestPacket > BUFFER - 32, 'and little room is wasted')
})

onBothStores('rejections lose their state, then their message, but never their code', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig)
  await submit(app, TASK, { function: FUNCTION })
  await offerOf(small, TASK)
  for (const [command, body, code] of [
    [`tasks/${TASK}/begin`, { attempt: 7 }, 'stale-attempt'], [`tasks/${TASK}/success`, { attempt: 7, ref: 'r'.repeat(64) }, 'stale-attempt'],
    [`tasks/${TASK}/progress`, { attempt: 1, [`a-field-${'x'.repeat(90)}`]: 1 }, 'invalid'], [`tasks/${'x'.repeat(64)}/begin`, { attempt: 1 }, 'unknown-task'],
    ['birth', { session: 0, functions: ['x'] }, 'stale-session']
  ] as const) {
    await small.say(command, body)
    const rejection = await small.told(`${command}/rejected`)
    t.match(rejection, { code }, command)
    if ('ref' in body) t.equal(rejection.ref, body.ref, 'nor their ref')
    if (code === 'stale-session') t.equal(rejection.session, 1, 'nor the session to go on from')
  }
  await small.publish(`orchestra/v1/from/${'y'.repeat(64)}/tasks/${'z'.repeat(64)}/success`, {})
  t.match(await small.told('rejected'), { code: 'forbidden' })
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
})

onBothStores('welcome is cut and says more', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig, { capacity: 9 })
  for (let at = 0; at < 9; at++) await begun(app, small, `${at}${TASK.slice(1)}`, { function: FUNCTION })
  await small.say('birth', { session: 1, functions: [FUNCTION], maxPacket: BUFFER, capacity: 9, heartbeatMs: 0 })
  const welcome = await small.told('welcome')
  t.match(welcome, { session: 1, more: true, tasks: [{ attempt: 1, leaseMs: Number }] })
  t.ok((welcome.tasks as object[]).length < 9)
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
})

onMemory('nothing larger is sent to it at all', async (t, start) => {
  const rig = await start()
  const app = await rig.talker('app')
  const small = await smallDevice(rig, { labels: { a: 'x'.repeat(100), b: 'y'.repeat(100) } })
  await submit(app, TASK, { function: FUNCTION, args: 'x'.repeat(900) })
  await small.say(`devices/${DEVICE}/get`, {})
  await small.say(`tasks/${TASK}/why`, {})
  await small.say('tasks/list', {})
  await small.rest()
  t.ok(small.largestPacket <= BUFFER, `the largest packet takes ${small.largestPacket} bytes`)
  t.ok(rig.logged.some(({ level, message }) => level === 'warn' && /larger than its receiver/.test(message)), 'and the log says so')
})
