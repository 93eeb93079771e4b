/** What an app does with tasks: submit, recall, list, get; and what a task's own options make of its life. */
import { onBothStores, onMemory, type Body, type Talker } from '../support/topics/rig.js'
import { begun, completed, offerOf, offered, submit } from '../support/topics/steps.js'

async function stateOf (app: Talker, task: string): Promise<unknown> {
  return (await app.ask(`tasks/${task}/get`)).state
}

onBothStores('the same submit again is the recall: the state it has now, and its result once there is one', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const content = { function: 'work', args: { b: [1, 2], a: { y: 1, x: null } }, require: { labels: {} }, priority: 3, tag: 'x' }
  t.match(await app.ask('tasks/t1/submit', { ...content }), { state: 'available', v: 1 })
  await offerOf(cam, 't1')
  const again = { function: 'work', args: { a: { x: null, y: 1 }, b: [1, 2] }, require: { labels: {} }, priority: 9, leaseMs: 1_000 }
  t.match(await app.ask('tasks/t1/submit', again), { state: 'offered', priority: 3, tag: 'x' }, 'canonical JSON; of the other fields the first wins')
  await cam.ask('tasks/t1/success', { attempt: 1, result: { sum: 'abc' } })
  t.match(await app.ask('tasks/t1/submit', again), { state: 'completed', result: { sum: 'abc' } })
  t.match(await (await talker('other-app')).ask('tasks/t1/submit', again), { state: 'completed' })
  t.same(await cam.rest(), [], 'it is not done twice')
})

onBothStores('other content under the same id is a conflict and changes nothing', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  await submit(app, 't1', { args: [1], require: { device: 'x' } })
  const before = await app.ask('tasks/t1/get')
  for (const content of [
    { function: 'other', args: [1], require: { device: 'x' } }, { function: 'work', args: [2], require: { device: 'x' } },
    { function: 'work', args: [1] }, { function: 'work', require: { device: 'x' } }, { function: 'work', args: [1], require: { device: 'y' } }
  ]) t.match(await app.refused('tasks/t1/submit', content), { code: 'conflict', state: 'available' }, JSON.stringify(content))
  t.same(await app.ask('tasks/t1/get'), before)
})

onMemory('absent args and require, and defaults that are written out, are the same content', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  await submit(app, 't1')
  t.ok(await app.ask('tasks/t1/submit', { function: 'work', require: {}, priority: 0, leaseMs: 20_000 }))
})

onBothStores('a task is remembered while it is kept, a minute at least', async (t, start) => {
  const { device, talker, clock, watcher } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  t.match(await app.refused('tasks/t1/submit', { function: 'work', keepMs: 59_999 }), { code: 'invalid' })
  await completed(app, cam, 't1', { keepMs: 60_000 })
  await completed(app, cam, 't2')
  await clock.advance(59_999)
  t.equal(await stateOf(app, 't1'), 'completed')
  await clock.advance(1)
  await watcher.next(({ topic, text }) => topic === 'state/tasks/t1' && text === '', 'the cleared state')
  t.match(await app.refused('tasks/t1/get'), { code: 'unknown-task' })
  t.ok(await stateOf(app, 't2'), 'an hour by default')
  t.match(await app.ask('tasks/t1/submit', { function: 'other' }), { state: 'available' }, 'its id is free again')
  await clock.leap(60 * 60_000)
  await watcher.next(({ topic, text }) => topic === 'state/tasks/t2' && text === '', 'the cleared state')
  t.match(await app.refused('tasks/t2/get'), { code: 'unknown-task' })
})

onBothStores('a bulk submit: one reply with an outcome for each', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 9 })]
  await completed(app, cam, 'old')
  await submit(app, 'other', { function: 'rare' })
  const { tasks } = await app.ask('tasks/submit', {
    tasks: [
      { task: 'new', function: 'work', args: 1 }, { task: 'old', function: 'work' }, { task: 'other', function: 'work' },
      { task: 'late', function: 'work', notAfter: clock.now() - 1 }, { task: 'twice', function: 'work' }, { task: 'twice', function: 'work' },
      { task: 'twice', function: 'else' }, { task: 'delayed', function: 'work', delayMs: 1_000 }
    ]
  })
  t.match(tasks, [
    { task: 'new', state: 'available', v: 1 }, { task: 'old', state: 'completed' }, { task: 'other', code: 'conflict' },
    { task: 'late', code: 'too-late' }, { task: 'twice', state: 'available' }, { task: 'twice', state: 'available' },
    { task: 'twice', code: 'conflict' }, { task: 'delayed', state: 'waiting' }
  ])
  t.equal(await offerOf(cam, 'new'), 1)
  t.equal(await offerOf(cam, 'twice'), 1)
  t.match(await app.refused('tasks/late/get'), { code: 'unknown-task' })
  t.match(await app.refused('tasks/submit', { tasks: [{ task: 'good', function: 'work' }, { task: 'bad id', function: 'work' }] }), { code: 'invalid' })
  t.match(await app.refused('tasks/good/get'), { code: 'unknown-task' }, 'what breaks the schema breaks it for all')
})

onMemory('a task may be called submit or list', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  for (const id of ['submit', 'list']) {
    t.match(await app.ask(`tasks/${id}/submit`, { function: 'work' }), { task: id })
    t.match(await app.ask(`tasks/${id}/get`), { task: id })
    t.match(await app.ask(`tasks/${id}/cancel`), { state: 'cancelled' })
  }
})

onBothStores('list by state, function, device and tag, page by page', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { capacity: 2 })]
  await completed(app, cam, 'done', { tag: 'a' })
  await begun(app, cam, 'held', { tag: 'b' })
  for (let n = 0; n < 7; n++) await submit(app, `rare-${n}`, { function: 'rare', tag: 'a' })
  async function ids (filter: object): Promise<string[]> {
    return ((await app.ask('tasks/list', filter)).tasks as Body[]).map(({ task }) => String(task)).sort()
  }
  t.same(await ids({ state: 'executing' }), ['held'])
  t.same(await ids({ tag: 'b' }), ['held'])
  t.same(await ids({ device: 'cam-7' }), ['done', 'held'])
  t.same(await ids({ function: 'work', tag: 'a' }), ['done'])
  t.same(await ids({ state: 'expired' }), [])
  t.equal((await ids({})).length, 9)
  const seen: string[] = []
  let page: Body = {}
  do {
    page = await app.ask('tasks/list', { function: 'rare', limit: 3, ...page.cursor !== undefined && { cursor: page.cursor } })
    t.ok((page.tasks as Body[]).length <= 3)
    seen.push(...(page.tasks as Body[]).map(({ task }) => String(task)))
  } while (page.cursor !== undefined)
  t.same(seen.sort(), [0, 1, 2, 3, 4, 5, 6].map(n => `rare-${n}`))
})

onBothStores('replies stay within the largest payload: lists go on at their cursor, logs lose their oldest lines', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  const ids = Array.from({ length: 1_000 }, (_, at) => `${'x'.repeat(40)}-${at}`)
  const bulk = (content: object): object => ({ tasks: ids.map(task => ({ task, function: 'rare', ...content })) })
  t.equal(((await app.ask('tasks/submit', bulk({}))).tasks as object[]).length, 1_000)
  t.match((await app.ask('tasks/submit', bulk({ args: 1 }))).tasks, ids.map(task => ({ task, code: 'conflict' })))
  const seen: string[] = []
  let page: Body = {}
  do {
    page = await app.ask('tasks/list', { limit: 1_000, ...page.cursor !== undefined && { cursor: page.cursor } })
    seen.push(...(page.tasks as Body[]).map(({ task }) => String(task)))
  } while (page.cursor !== undefined)
  t.same(seen.sort(), ids.sort())
  await begun(app, cam, 't1')
  for (let line = 0; line < 20; line++) await cam.ask('logs', { level: 'info', message: `${line} ${'x'.repeat(8_000)}`, task: 't1' })
  await cam.ask('tasks/t1/success', { attempt: 1, result: 'x'.repeat(60_000) })
  const { result, logs } = await app.ask('tasks/t1/get')
  t.equal((result as string).length, 60_000)
  t.ok((logs as object[]).length < 20)
  t.match((logs as Body[]).at(-1)?.message, /^19 /)
})

onBothStores('delayMs and notBefore: the later of the two counts', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0, capacity: 3 })]
  const soon = clock.now() + 2_000
  t.match(await submit(app, 't1', { delayMs: 1_000 }), { state: 'waiting', dueAt: clock.now() + 1_000 })
  t.match(await submit(app, 't2', { delayMs: 1_000, notBefore: soon }), { dueAt: soon })
  t.match(await submit(app, 't3', { notBefore: clock.now() - 1 }), { state: 'available' })
  await offerOf(cam, 't3')
  await clock.advance(999)
  t.same(await cam.rest(), [])
  await clock.advance(1)
  t.equal(await offerOf(cam, 't1'), 1)
  t.match(await watcher.seen('events/tasks/t1', { event: 'due' }), { from: 'waiting', to: 'available' })
  await clock.advance(1_000)
  t.equal(await offerOf(cam, 't2'), 1)
})

onBothStores('expiresMs ends what nobody has begun by then, and only that', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0, capacity: 2 })]
  await begun(app, cam, 'begun', { expiresMs: 3_000, leaseMs: 4_000 })
  await offered(app, cam, 'open', { expiresMs: 3_000 })
  await submit(app, 'unclaimed', { function: 'rare', expiresMs: 3_000, notify: true })
  await submit(app, 'waiting', { delayMs: 9_000, expiresMs: 3_000 })
  await clock.advance(2_999)
  for (const [id, state] of [['unclaimed', 'available'], ['waiting', 'waiting'], ['open', 'offered']] as const) t.equal(await stateOf(app, id), state, id)
  await clock.advance(1)
  t.match(await app.told('tasks/unclaimed/ended'), { state: 'expired' })
  t.match(await watcher.seen('events/tasks/open', { event: 'expired' }), { from: 'offered', to: 'expired' })
  for (const id of ['unclaimed', 'waiting', 'open']) t.equal(await stateOf(app, id), 'expired', id)
  t.match(await cam.told('tasks/open/cancel'), { attempt: 1 })
  t.match(await cam.refused('tasks/open/begin', { attempt: 1 }), { code: /ended|stale-attempt/, state: 'expired' })
  await clock.advance(1_000)
  t.equal(await offerOf(cam, 'begun'), 2, 'what was begun once goes on')
})

onBothStores('notAfter: no attempt starts after it, and a late copy of the submit can not run again', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  const notAfter = clock.now() + 5_000
  await begun(app, cam, 't1', { notAfter, leaseMs: 6_000 })
  await submit(app, 't2', { notAfter })
  await clock.advance(5_000)
  t.equal(await stateOf(app, 't2'), 'expired')
  t.equal(await stateOf(app, 't1'), 'executing', 'the one that has started goes on')
  await clock.advance(1_000)
  t.equal(await stateOf(app, 't1'), 'expired', 'but is not given to anybody again')
  t.match(await app.refused('tasks/t9/submit', { function: 'work', notAfter }), { code: 'too-late' })
  t.match(await app.ask('tasks/t2/submit', { function: 'work', notAfter }), { state: 'expired' }, 'a copy of one that is kept is the recall')
})

onBothStores('fail: waiting for its backoff, which doubles, until the attempts are used up', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { maxAttempts: 4, backoffMs: 2_000, notify: true })
  for (const [attempt, pauseMs] of [[1, 2_000], [2, 4_000], [3, 8_000]] as const) {
    t.match(await cam.ask('tasks/t1/fail', { attempt, error: { code: 'jam', message: 'paper' } }), { state: 'waiting' })
    t.match(await app.ask('tasks/t1/get'), { dueAt: clock.now() + pauseMs, error: { code: 'jam', message: 'paper' } })
    await clock.advance(pauseMs - 1)
    t.equal(await stateOf(app, 't1'), 'waiting')
    await clock.advance(1)
    t.equal(await offerOf(cam, 't1'), attempt + 1)
    await cam.ask('tasks/t1/begin', { attempt: attempt + 1 })
  }
  t.match(await cam.ask('tasks/t1/fail', { attempt: 4, error: { code: 'jam' } }), { state: 'failed' })
  t.match(await app.told('tasks/t1/ended'), { state: 'failed', error: { code: 'jam' }, attempt: 4 })
})

onMemory('the backoff has a jitter and ends at five minutes', async (t, start) => {
  for (const [random, pauseMs] of [[0, 750], [0.999999, 1_250]] as const) {
    const { device, talker, clock } = await start({ random: () => random })
    const [app, cam] = [await talker('app'), await device('cam-7')]
    await begun(app, cam, 't1')
    await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'x' } })
    t.equal((await app.ask('tasks/t1/get')).dueAt, clock.now() + pauseMs)
  }
  const { device, talker, clock } = await start({ random: () => 0.9 })
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { backoffMs: 300_000 })
  await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'x' } })
  t.equal((await app.ask('tasks/t1/get')).dueAt, clock.now() + 300_000)
})

onMemory('retry:false ends it at once', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  await begun(app, cam, 't1')
  t.match(await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'no-such-file' }, retry: false }), { state: 'failed' })
  t.match(await app.ask('tasks/t1/get'), { state: 'failed', error: { code: 'no-such-file' }, attempt: 1 })
  t.match(await cam.ask('tasks/t1/fail', { attempt: 1, error: { code: 'no-such-file' }, retry: false }), { state: 'failed' }, 'again: accepted')
})

onBothStores('a lease that runs out makes it available at once, three times by default', async (t, start) => {
  const { device, talker, watcher, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { notify: true })
  for (const attempt of [1, 2, 3]) {
    await clock.advance(19_999)
    t.equal(await stateOf(app, 't1'), 'executing')
    await clock.advance(1)
    t.same(await cam.told('tasks/t1/cancel'), { attempt, reason: 'timed-out' })
    t.match(await watcher.seen('events/tasks/t1', { event: 'timed-out' }), { attempt, device: 'cam-7', from: 'executing' })
    if (attempt === 3) break
    t.equal(await offerOf(cam, 't1'), attempt + 1, 'without a pause')
    await cam.ask('tasks/t1/begin', { attempt: attempt + 1 })
  }
  t.match(await app.told('tasks/t1/ended'), { state: 'failed', attempt: 3, error: { code: 'timed-out' } })
})

onMemory('maxAttempts 0 is no limit', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await begun(app, cam, 't1', { maxAttempts: 0, leaseMs: 1_000 })
  for (let attempt = 2; attempt < 50; attempt++) {
    await clock.advance(1_000)
    await cam.ask('tasks/t1/begin', { attempt: await offerOf(cam, 't1') })
  }
  t.match(await app.ask('tasks/t1/get'), { state: 'executing', attempt: 49 })
})

onMemory('all offers of a task together end at ten times maxAttempts', async (t, start) => {
  const { device, talker, clock } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7', { heartbeatMs: 0 })]
  await submit(app, 't1', { maxAttempts: 1, notify: true })
  for (let attempt = 1; attempt <= 10; attempt++) {
    t.equal(await offerOf(cam, 't1'), attempt)
    if (attempt % 2 === 0) await cam.ask('tasks/t1/decline', { attempt })
    else await clock.advance(5_000)
    // Who declined it is asked again from time to time only.
    await clock.advance(1_000)
  }
  t.match(await app.told('tasks/t1/ended'), { state: 'failed', attempt: 10, error: { code: 'undeliverable' } })
})

onMemory('ended is sent only to the submitter that asked', async (t, start) => {
  const { device, talker } = await start()
  const [app, other, cam] = [await talker('app'), await talker('other'), await device('cam-7')]
  await completed(app, cam, 'quiet')
  await completed(app, cam, 'loud', { notify: true })
  t.match(await app.told('tasks/loud/ended'), { task: 'loud', state: 'completed' })
  t.same(await app.rest(), [])
  t.same(await other.rest(), [])
})

onMemory('any JSON value goes through as it is', async (t, start) => {
  const { device, talker } = await start()
  const [app, cam] = [await talker('app'), await device('cam-7')]
  for (const [at, value] of [null, 0, -1.5e300, '', 'ü😀\u0000"', [], {}, [[null]], false, { __proto__: null, constructor: 'x', task: 'y' }].entries()) {
    const id = `t${at}`
    await submit(app, id, { args: value })
    t.same((await cam.told('offer')).args, value, `args ${JSON.stringify(value)}`)
    await cam.ask(`tasks/${id}/success`, { attempt: 1, result: value })
    t.same((await app.ask(`tasks/${id}/get`)).result, value, `result ${JSON.stringify(value)}`)
    t.match(await app.ask(`tasks/${id}/submit`, { function: 'work', args: value }), { state: 'completed' }, 'recall')
  }
})

onMemory('ids that would be special as names of fields or files', async (t, start) => {
  const { talker } = await start()
  const app = await talker('app')
  const cam = await (await talker('constructor')).ask('birth', { session: 1, functions: ['constructor'] })
  t.match(cam, { session: 1 })
  for (const id of ['constructor', 'toString', 'hasOwnProperty', 'a'.repeat(64), 'a..:-_.', 'CON', '0']) {
    t.match(await submit(app, id, { function: 'rare' }), { task: id, state: 'available' })
    t.match(await app.ask(`tasks/${id}/cancel`), { state: 'cancelled' })
  }
})
