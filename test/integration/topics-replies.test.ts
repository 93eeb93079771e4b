/** Replies and acknowledgements: what is answered and how, what PUBACK promises, and what bad input gets. */
import { errors } from '../../schemas/index.js'
import { HeldWrites } from '../support/topics/held-store.js'
import { ROOT, onBothStores, onMemory, type Talker } from '../support/topics/rig.js'
import { begun, completed, offered, submit } from '../support/topics/steps.js'

onMemory('a reply repeats the ref, and has none where there was none', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  const ref = 'ü'.repeat(64)
  for (const [command, body, answer] of [
    ['time', {}, 'time/accepted'], ['tasks/t1/submit', { function: 'work' }, 'tasks/t1/submit/accepted'], ['tasks/t1/get', {}, 'tasks/t1/get/accepted'],
    ['tasks/nowhere/get', {}, 'tasks/nowhere/get/rejected'], ['tasks/list', { colour: 'red' }, 'tasks/list/rejected']
  ] as const) {
    await app.say(command, { ...body, ref })
    t.equal((await app.told(answer)).ref, ref, command)
    await app.say(command, body)
    t.notOk('ref' in await app.told(answer), `${command} without`)
  }
  await app.say('time', { ref: 'x'.repeat(65) })
  t.match(await app.told('time/rejected'), { code: 'invalid' })
})

onMemory('commands are idempotent: sent twice, they change something once and are answered twice', async (t, start) => {
  const { talker, device, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const twice = async (who: Talker, command: string, body: object = {}): Promise<void> => {
    t.ok(await who.ask(command, body), command)
    await watcher.rest()
    t.ok(await who.ask(command, body), `${command} again`)
    t.same((await watcher.rest()).filter(line => line.startsWith('events/')), [], `${command} again changes nothing`)
  }
  await twice(app, 'tasks/t1/submit', { function: 'work' })
  await twice(cam, 'tasks/t1/begin', { attempt: 1 })
  await twice(cam, 'tasks/t1/success', { attempt: 1, result: 1 })
  await twice(app, 'tasks/t2/submit', { function: 'work' })
  await twice(cam, 'tasks/t2/fail', { attempt: 1, error: { code: 'x' } })
  await twice(app, 'tasks/t3/submit', { function: 'work' })
  await twice(cam, 'tasks/t3/decline', { attempt: 1 })
  await twice(app, 'tasks/t4/submit', { function: 'rare' })
  await twice(app, 'tasks/t4/cancel')
  await twice(app, 'tasks/submit', { tasks: [{ task: 't5', function: 'rare' }] })
  await twice(app, 'devices/cam-7/cordon', { reason: 'x' })
  await twice(app, 'devices/cam-7/uncordon')
  await twice(cam, 'offline', { session: 1 })
  await twice(cam, 'birth', { session: 1, functions: ['work'] })
})

onBothStores('a QoS 1 command is answered before it is acknowledged, accepted or not', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  for (const [who, command, body, answer] of [
    [app, 'tasks/nowhere/get', {}, 'tasks/nowhere/get/rejected'], [app, 'tasks/t1/submit', { colour: 1 }, 'tasks/t1/submit/rejected'],
    [cam, 'tasks/nowhere/begin', { attempt: 1 }, 'tasks/nowhere/begin/rejected'], [cam, 'birth', { session: 0, functions: ['work'] }, 'birth/rejected']
  ] as const) {
    who.trace.length = 0
    await who.say(command, body)
    t.same(who.trace, [`to/${who.name}/${answer}`, 'puback'], command)
    await who.told(answer)
  }
})

onMemory('a QoS 2 command works, too', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  t.match(await app.ask('tasks/t1/submit', { function: 'work' }, { qos: 2 }), { state: 'available' })
  t.match(await app.refused('tasks/t1/begin', { attempt: 1 }, { qos: 2 }), { code: 'stale-attempt' })
})

onBothStores('no acknowledgement, reply or effect before it is written', async (t, start) => {
  const writes = new HeldWrites()
  const { talker, device, clock } = await start({ wrapStore: writes.wrap })
  const [app, cam, other] = [await talker('app'), await device('cam-7'), await talker('other')]
  app.trace.length = 0
  writes.hold()
  const said = app.ask('tasks/t1/submit', { function: 'work' })
  await other.publish('plain', 'x')
  await clock.advance(1_999)
  await app.publish('plain', 'x', { qos: 0 })
  await other.publish('plain', 'x')
  t.same([app.trace, cam.inbox], [[], []])
  writes.release()
  t.match(await said, { state: 'available' })
  t.same(app.trace.sort(), ['puback', 'to/app/tasks/t1/submit/accepted'])
  t.match(await cam.told('offer'), { task: 't1' })
})

onMemory('what is not written within two seconds does not hold up its connection, and is acknowledged once it is written', async (t, start) => {
  const writes = new HeldWrites()
  const { talker, clock } = await start({ wrapStore: writes.wrap })
  const app = await talker('app')
  app.trace.length = 0
  writes.hold()
  const arrived = talker('other')
  app.say('tasks/t1/submit', { function: 'work', ref: 'late' }).catch(() => {})
  await (await arrived).publish('plain', 'x')
  await clock.advance(2_500)
  await app.publish('plain', 'x')
  t.same(app.trace, ['puback'], 'the one of the plain publish: its connection is read again')
  writes.release()
  t.match(await app.told('tasks/t1/submit/accepted'), { ref: 'late' }, 'the reply is no promise too many: it is written')
  await app.ask('time')
  t.equal(app.trace.filter(entry => entry === 'puback').length, 3, 'and so it is acknowledged, late')
})

onMemory('what can not be written is neither acknowledged nor answered', async (t, start) => {
  const writes = new HeldWrites()
  const { talker, clock } = await start({ wrapStore: writes.wrap })
  const [app, other] = [await talker('app'), await talker('other')]
  app.trace.length = 0
  writes.hold()
  app.say('tasks/t1/submit', { function: 'work' }).catch(() => {})
  await other.publish('plain', 'x')
  await clock.settle()
  writes.fail()
  await app.publish('plain', 'x')
  t.same(app.trace, ['puback'])
  t.same((await app.rest()), [])
  const closed = new Promise<void>(resolve => { app.client.once('close', () => resolve()) })
  await clock.advance(1_000)
  await closed
  t.pass('its connection is closed, so that it says it again')
})

/** Everything that a bad command could have changed. */
async function whole (app: Talker): Promise<unknown[]> {
  const { tasks } = await app.ask('tasks/list', {})
  const whys = await Promise.all(['t1', 't2', 'done'].map(id => app.ask(`tasks/${id}/get`)))
  const { devices } = await app.ask('devices/list', {})
  return [tasks, whys, devices]
}

const bytes = (count: number): string => 'x'.repeat(count)
const LIMIT = 128 * 1024

/** Commands of cam-7, which executes t1 and has t2 on offer, that get a code and change nothing. */
const BAD: readonly (readonly [what: string, command: string, payload: string | Buffer | object, code: string, answer?: string])[] = [
  ['no JSON', 'tasks/t1/success', '{"attempt":1,', 'not-json'],
  ['no JSON but NaN', 'tasks/t1/progress', '{"attempt":1,"percent":NaN}', 'not-json'],
  ['no UTF-8', 'tasks/t1/success', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'not-utf8'],
  ['UTF-8 cut off', 'logs', Buffer.from('{"level":"info","message":"ü"}').subarray(0, 28), 'not-utf8'],
  ['an array', 'tasks/t1/success', '[]', 'invalid'],
  ['a number', 'heartbeat', '7', 'invalid'],
  ['null', 'next', 'null', 'invalid'],
  ['nothing where something is required', 'birth', '', 'invalid'],
  ['an unknown field', 'tasks/t1/success', { attempt: 1, result: 1, colour: 'red' }, 'invalid'],
  ['a field from the prototype', 'tasks/t1/success', '{"attempt":1,"__proto__":{"x":1}}', 'invalid'],
  ['a null', 'tasks/t1/fail', { attempt: 1, error: { code: 'x' }, retry: null }, 'invalid'],
  ['a null for an option', 'tasks/t9/submit', { function: 'work', tag: null }, 'invalid'],
  ['a missing field', 'tasks/t1/success', { result: 1 }, 'invalid'],
  ['the wrong type', 'tasks/t1/progress', { attempt: '1' }, 'invalid'],
  ['a fraction', 'tasks/t1/progress', { attempt: 1.5 }, 'invalid'],
  ['a number beyond 2^53', 'heartbeat', '{"session":9007199254740993}', 'invalid'],
  ['out of range', 'tasks/t1/progress', { attempt: 1, percent: 101 }, 'invalid'],
  ['a lease under a second', 'tasks/t9/submit', { function: 'work', leaseMs: 999 }, 'invalid'],
  ['args nested too deeply', 'tasks/t9/submit', `{"function":"work","args":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 'invalid'],
  ['a result nested a little too deeply', 'tasks/t1/success', `{"attempt":1,"result":${'{"a":'.repeat(256)}1${'}'.repeat(256)}}`, 'invalid'],
  ['a queue that is no name', 'tasks/t9/submit', { function: 'work', queue: 'a/b' }, 'invalid'],
  ['an unknown verb', 'tasks/t1/explode', {}, 'unknown-command'],
  ['an unknown noun', 'trains/t1/get', {}, 'unknown-command'],
  ['a verb in capitals', 'tasks/t1/Success', { attempt: 1 }, 'unknown-command'],
  ['nothing at all', '', {}, 'unknown-command'],
  ['a level too many', 'tasks/t1/success/x', {}, 'unknown-command'],
  ['a bad id', 'tasks/-t1/get', {}, 'bad-topic'],
  ['an empty id', 'tasks//get', {}, 'bad-topic'],
  ['an id that is too long', `tasks/${bytes(65)}/get`, {}, 'bad-topic'],
  ['an id with a space', 'tasks/a b/get', {}, 'bad-topic'],
  ['an id with a dollar', 'devices/$x/get', {}, 'bad-topic'],
  ['a topic that is too long', `tasks/${bytes(250)}/get`, {}, 'bad-topic', 'rejected'],
  ['an unknown task', 'tasks/nowhere/progress', { attempt: 1 }, 'unknown-task'],
  ['an unknown device', 'devices/nowhere/cordon', {}, 'unknown-device'],
  ['a stale attempt', 'tasks/t1/success', { attempt: 7 }, 'stale-attempt'],
  ['another\'s task', 'tasks/done/progress', { attempt: 1 }, 'stale-attempt'],
  ['an older session', 'heartbeat', { session: 2 }, 'stale-session'],
  ['an older birth', 'birth', { session: 2, functions: ['x'] }, 'stale-session'],
  ['args too large', 'tasks/t9/submit', { function: 'work', args: bytes(LIMIT - 4_000) }, 'too-large'],
  ['a payload too large', 'tasks/t9/submit', { function: 'work', args: bytes(LIMIT) }, 'too-large'],
  ['a result too large', 'tasks/t1/success', { attempt: 1, result: bytes(LIMIT - 4_000) }, 'result-too-large'],
  ['too late', 'tasks/t9/submit', { function: 'work', notAfter: 1 }, 'too-late'],
  ['a conflict', 'tasks/t1/submit', { function: 'other' }, 'conflict'],
  ['a task that has ended', 'tasks/done/cancel', {}, 'ended']
]

onBothStores('bad input gets a code, changes nothing and costs no connection', async (t, start) => {
  const { talker, device } = await start()
  const app = await talker('app')
  const other = await device('cam-8', { functions: ['rare'] })
  await completed(app, other, 'done', { function: 'rare' })
  const cam = await device('cam-7', { session: 3, capacity: 2, mode: 'pull' })
  await cam.ask('next', { max: 2 })
  await begun(app, cam, 't1')
  await offered(app, cam, 't2')
  const before = await whole(app)
  for (const [what, command, payload, code, answer = `${command}/rejected`] of BAD) {
    for (const qos of [0, 1] as const) {
      await cam.say(command, payload, { qos })
      const rejection = await cam.told(answer)
      t.match(rejection, { code, message: /.{10}/ }, `${what} at QoS ${qos}`)
      t.ok(code in errors, `${code} is in the catalogue`)
    }
  }
  t.same(await cam.rest(), [], 'each was answered once')
  t.same(await whole(app), before, 'nothing has changed')
  t.ok(await cam.ask('tasks/t1/success', { attempt: 1, session: 3 }), 'and it works on')
})

onMemory('a rejection repeats the ref even of what breaks the schema', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  t.match(await app.refused('tasks/t1/submit', { function: 7 }), { code: 'invalid', message: /function/ })
  t.match(await app.refused('tasks/t1/explode', {}), { code: 'unknown-command' })
  t.match(await app.refused('tasks/-t1/get', {}), { code: 'bad-topic' })
  t.match(await app.refused('tasks/t1/submit', { function: 'work', args: bytes(LIMIT) }), { code: 'too-large' })
  await app.publish(`${ROOT}/from/other/time`, { ref: 'mine' })
  t.match(await app.told('rejected'), { code: 'forbidden', ref: 'mine', topic: 'from/other/time' })
})

onMemory('the largest payload is taken, and what no protection lets through loses the connection', async (t, start) => {
  const { talker, device } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const large = bytes(LIMIT - 8 * 1024 - 2)
  t.match(await submit(app, 't1', { args: large }), { state: 'available' })
  t.equal((await cam.told('offer')).args, large)
  t.ok(await cam.ask('tasks/t1/success', { attempt: 1, result: large }))
  t.equal((await app.ask('tasks/t1/get')).result, large)
  t.equal((await app.ask('tasks/t1/submit', { function: 'work', args: large })).result, large)
  const flooded = new Promise<void>(resolve => app.client.once('close', () => resolve()))
  app.publish(`${ROOT}/from/app/tasks/t2/submit`, bytes(300 * 1024)).catch(() => {})
  await flooded
  t.ok(await cam.ask('time'), 'alone')
})

onMemory('a client that breaks MQTT itself loses its connection, and only that', async (t, start) => {
  const { talker } = await start()
  const [app, broken] = [await talker('app'), await talker('broken')]
  const closed = new Promise<void>(resolve => broken.client.once('close', () => resolve()))
  broken.client.stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]))
  await closed
  t.ok(await app.ask('time'))
})
