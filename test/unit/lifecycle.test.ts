/**
 * The tables of task and device against the topic page: each state × each event
 * with every outcome of the guards, long lives of random events, and the numbers
 * that the rows write.
 */
import fc from 'fast-check'
import t from 'tap'
import { step } from '../../broker/core/lifecycle.js'
import { HELD, type Task } from '../../broker/core/task.js'
import { deviceLifecycle } from '../../broker/plugins/devices/lifecycle.js'
import type { TaskEvent } from '../../broker/plugins/tasks/events.js'
import { taskLifecycle } from '../../broker/plugins/tasks/lifecycle.js'
import { AVOID_MS, offerPatch } from '../../broker/plugins/tasks/moves.js'
import { taskVerdict } from '../support/petri/rules.js'
import { NOW, aDevice, aTask, deviceEvents, devices, taskEvents, taskWrongs, tasks, walkDevices, walkTasks } from '../support/petri/walk.js'

const DEVICE = aDevice.id
const mine = { now: NOW, device: DEVICE, attempt: 2 }

/** What the task is after an event; fails where nothing moves. */
function move (task: Task | undefined, event: TaskEvent): Task {
  const done = step(taskLifecycle, task, event)
  if (done.type !== 'moved' || done.after === null) throw new Error(`${event.type} in ${task?.state ?? 'none'}: ${done.type}`)
  return done.after
}

t.test('every state × every event does what the topic page says', async t => {
  t.strictSame(walkTasks(taskLifecycle), [])
  t.strictSame(walkDevices(deviceLifecycle), [])
})

t.test('the walk passes through every row', async t => {
  const passed = new Set<object>()
  for (const task of tasks()) for (const event of taskEvents()) passed.add(step(taskLifecycle, task, event).row)
  for (const device of devices()) for (const event of deviceEvents(device)) passed.add(step(deviceLifecycle, device, event).row)
  for (const row of [...taskLifecycle.rows, ...deviceLifecycle.rows]) {
    t.ok(passed.has(row), `${row.on} [${row.when?.name ?? ''}] from ${row.from.join(', ')}`)
  }
})

t.test('a life of any events keeps the rules', async t => {
  const now = fc.integer({ min: 0, max: 30_000 })
  const from = { device: fc.constantFrom(DEVICE, 'cam-8'), attempt: fc.integer({ min: 0, max: 4 }) }
  const offer = fc.record({ device: from.device, implied: fc.boolean() })
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('offer'), offer }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('deadline', 'deadline', 'cancel', 'evict') }) },
    { weight: 10, arbitrary: fc.record({ type: fc.constantFrom('begin', 'progress', 'success', 'decline'), current: fc.boolean(), ...from }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('fail'), current: fc.boolean(), retry: fc.boolean(), jitter: fc.double({ min: 0, max: 1, noNaN: true }), ...from }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('release'), device: from.device, reason: fc.constant('gone') }) }
  )
  const submission = fc.record({
    maxAttempts: fc.integer({ min: 0, max: 3 }),
    notAfter: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
    expiresAt: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
    dueAt: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined })
  })
  fc.assert(fc.property(submission, fc.array(fc.record({ after: now, event }), { maxLength: 40 }), (fields, lived) => {
    let at = 0
    let task: Task | undefined = move(undefined, { type: 'submit', now: at, same: false, task: { ...aTask, ...fields, state: 'available', attempt: 0, begun: 0, offers: 0, since: 0 } })
    for (const { after, event } of lived) {
      at += after
      task = live(task, eventOf(task, at, event))
    }
  }), { numRuns: 2_000 })
  t.pass('2,000 lives')
})

/** The task after an event, held against the rules. */
function live (task: Task | undefined, event: TaskEvent): Task | undefined {
  const verdict = taskVerdict(task, event)
  const done = step(taskLifecycle, task, event)
  const got = done.type === 'moved' ? done.after?.state ?? 'none' : done.type === 'unchanged' ? 'same' : done.row.reject
  const wanted = verdict === 'same' ? verdict : 'to' in verdict ? verdict.to : verdict.code
  if (got !== wanted) throw new Error(`${event.type} in ${task?.state ?? 'none'}: ${got}, should be ${wanted}`)
  if (done.type !== 'moved') return task
  if (done.after === null) return undefined
  const { begun = 0, offers = 0, maxAttempts = 3 } = done.after
  const wrongs = taskWrongs(task, done.after, event)
  if (maxAttempts > 0 && begun > maxAttempts) wrongs.push('more attempts begun than allowed')
  if (maxAttempts > 0 && offers > 10 * maxAttempts) wrongs.push('more offers than allowed')
  if (wrongs.length > 0) throw new Error(wrongs.join('; '))
  return done.after
}

interface Lived { type: string, current?: boolean, device?: string, attempt?: number, offer?: { device: string, implied: boolean } }

/** Half of what devices say is about the attempt that is current. */
function eventOf (task: Task | undefined, now: number, { current, offer, ...event }: Lived): TaskEvent {
  if (offer !== undefined) {
    return { type: 'offer', now, patch: offerPatch({ ...aDevice, id: offer.device, begin: offer.implied ? 'implied' : 'explicit' }, now, 5_000) }
  }
  const own = current === true && task !== undefined ? { device: task.device ?? DEVICE, attempt: task.attempt } : {}
  return { error: { code: 'broken' }, ...event, ...own, now } as unknown as TaskEvent
}

t.test('backoff doubles with every failure, spread by a quarter to either side, at most five minutes', async t => {
  const executing: Task = { ...aTask, state: 'executing', device: DEVICE, maxAttempts: 0 }
  const pause = (fails: number, jitter: number): number =>
    (move({ ...executing, fails }, { type: 'fail', ...mine, retry: true, jitter, error: { code: 'broken' } }).dueAt ?? 0) - NOW
  t.strictSame([0, 1, 2, 3].map(fails => pause(fails, 0.5)), [1_000, 2_000, 4_000, 8_000])
  t.strictSame([pause(1, 0), pause(1, 1)], [1_500, 2_500])
  t.equal(pause(40, 1), 300_000)
  t.equal(move({ ...executing, deadline: NOW }, { type: 'deadline', now: NOW }).state, 'available', 'none after a lapsed lease')
})

t.test('a lease starts with begin, is renewed by progress, and by nothing said again', async t => {
  const offered: Task = { ...aTask, state: 'offered', device: DEVICE, deadline: NOW + 5_000 }
  const begun = move(offered, { type: 'begin', ...mine })
  t.equal(begun.deadline, NOW + 20_000)
  t.equal(step(taskLifecycle, begun, { type: 'begin', ...mine, now: NOW + 10 }).type, 'unchanged')
  t.equal(move(begun, { type: 'progress', ...mine, now: NOW + 10, percent: 5 }).deadline, NOW + 20_010)
})

t.test('with begin implied the lease starts with the offer, and counts once the device has spoken', async t => {
  const patch = offerPatch({ ...aDevice, begin: 'implied' }, NOW, 5_000)
  const silent = move({ ...aTask, state: 'available', begun: 0 }, { type: 'offer', now: NOW, patch })
  t.match(silent, { state: 'executing', deadline: NOW + 25_000, begun: 0, device: DEVICE, attempt: 3 })
  const lapsed = move(silent, { type: 'deadline', now: NOW + 25_000 })
  t.match(lapsed, { state: 'available', begun: 0 })
  const spoken = move(silent, { type: 'begin', ...mine, attempt: 3 })
  t.match(spoken, { state: 'executing', begun: 1, deadline: NOW + 25_000 })
  t.equal(move(spoken, { type: 'progress', ...mine, attempt: 3, percent: 1 }).begun, 1)
})

t.test('who lets an offer lapse or declines it is avoided for a while, the oldest of many forgiven', async t => {
  const offered: Task = { ...aTask, state: 'offered', device: DEVICE, deadline: NOW, avoid: ['a', DEVICE, 'b'] }
  t.match(move(offered, { type: 'decline', ...mine }), { avoid: ['a', 'b', DEVICE], avoidUntil: NOW + AVOID_MS })
  t.match(move(offered, { type: 'deadline', now: NOW }), { avoid: ['a', 'b', DEVICE], avoidUntil: NOW + AVOID_MS })
  const many = ['1', '2', '3', '4', '5', '6', '7', '8']
  t.strictSame(move({ ...offered, avoid: many }, { type: 'decline', ...mine }).avoid, [...many.slice(1), DEVICE])
  const queued = move(offered, { type: 'decline', ...mine })
  t.equal(queued.deadline, NOW + AVOID_MS, 'asked again when the while is over')
  const forgiven = move(queued, { type: 'deadline', now: NOW + AVOID_MS })
  t.strictSame([forgiven.avoid, forgiven.deadline], [undefined, undefined])
})

t.test('expiry ends what nobody has begun, notAfter any attempt to come, neither what is executed', async t => {
  const late: TaskEvent = { type: 'deadline', now: NOW }
  const held: Task = { ...aTask, device: DEVICE, deadline: NOW + 1, state: 'offered' }
  t.equal(move({ ...held, begun: 0, expiresAt: NOW }, late).state, 'expired')
  t.equal(step(taskLifecycle, { ...held, begun: 1, expiresAt: NOW }, late).type, 'unchanged', 'begun once is begun')
  t.equal(move({ ...held, begun: 1, notAfter: NOW }, late).state, 'expired')
  for (const state of HELD.slice(1)) t.equal(step(taskLifecycle, { ...held, state, notAfter: NOW }, late).type, 'unchanged')
  const failed = move({ ...held, state: 'executing', notAfter: NOW + 10 }, { type: 'fail', ...mine, retry: true, jitter: 0, error: { code: 'broken' } })
  t.equal(failed.deadline, NOW + 10, 'a pause that outlasts it ends with it')
})

t.test('birth replaces what the device said before and keeps what people said', async t => {
  const before = { ...aDevice, labels: { room: '1' }, cordoned: { by: 'me', at: 1 } }
  const done = step(deviceLifecycle, before, { type: 'birth', now: NOW, session: 4, device: { ...aDevice, session: 4, capacity: 2 } })
  t.match(done, { type: 'moved', row: { emits: 'born' }, after: { session: 4, capacity: 2, labels: undefined, cordoned: { by: 'me', at: 1 }, deadline: NOW + 25_000 } })
})

t.test('a table with a hole says where', async t => {
  const holed = { ...taskLifecycle, rows: [] }
  t.throws(() => step(holed, undefined, { type: 'cancel', now: NOW }), { message: 'lifecycle task: no row for cancel in none' })
})
