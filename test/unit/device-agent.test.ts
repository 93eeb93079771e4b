// A device and its tasks, word by word: offers, leases, progress, rejections, results.
import t from 'tap'
import { offer, onStage, paths, session, type Run } from '../support/device-stage.js'

t.test('from offer to accepted result', async t => {
  const { agent, virtual, begin, take, accept, endings } = onStage(t)
  t.equal(agent.state, 'free')
  const { work, resolve } = begin()
  t.same([work.function, work.args, work.attempt, agent.state], ['add', [1, 2], 1, 'executing'])
  resolve(3)
  await virtual.settle()
  t.match(take('tasks/t1/success').payload, { attempt: 1, result: 3 })
  t.equal(agent.state, 'executing', 'until it is accepted')
  await virtual.advance(5_000)
  accept('tasks/t1/success')
  t.same([agent.state, endings], ['free', [['t1', 'success']]])
})

t.test('nothing runs before begin is accepted', async t => {
  const { agent, runs, reject, said } = onStage(t)
  agent.receive('offer', offer)
  t.equal(runs.length, 0)
  reject('tasks/t1/begin', 'stale-attempt')
  t.same([runs.length, agent.state, said.length], [0, 'free', 0])
})

t.test('an offer is ignored when it is of another session, or known', async t => {
  const { agent, begin, said, runs, accept, virtual } = onStage(t)
  agent.receive('offer', { ...offer, session: session - 1 })
  agent.receive('offer', { ...offer, session: session + 1 })
  t.same(said, [], 'of another session')
  const { resolve } = begin()
  agent.receive('offer', offer)
  t.same(said, [], 'while it runs')
  resolve(3)
  await virtual.settle()
  accept('tasks/t1/success')
  agent.receive('offer', offer)
  t.same([said, runs.length], [[], 1], 'a copy that comes late')
  agent.receive('offer', { ...offer, attempt: 2 })
  t.same(paths(said), ['tasks/t1/begin'], 'a new attempt is none')
})

t.test('capacity is never exceeded, by tasks that were cancelled but still run neither', async t => {
  const { agent, begin, take, virtual } = onStage(t, { capacity: 2 })
  const first = begin()
  begin({ task: 't2' })
  agent.receive('offer', { ...offer, task: 't3' })
  t.match(take('tasks/t3/decline').payload, { attempt: 1, reason: 'busy' })
  agent.receive('tasks/t1/cancel', { attempt: 1, reason: 'no longer wanted' })
  t.ok(first.work.signal.aborted)
  agent.receive('offer', { ...offer, task: 't4' })
  t.equal(take('tasks/t4/decline').payload.reason, 'busy')
  first.reject(new Error('stopped'))
  await virtual.settle()
  agent.receive('offer', { ...offer, task: 't5' })
  take('tasks/t5/begin')
})

t.test('a function that it has not is declined', async t => {
  const { agent, take } = onStage(t)
  agent.receive('offer', { ...offer, function: 'constructor' })
  take('tasks/t1/decline')
})

t.test('the lease is counted from when begin was sent', async t => {
  const { agent, virtual, runs, accept, endings, said } = onStage(t)
  agent.receive('offer', offer)
  await virtual.advance(4_000)
  accept('tasks/t1/begin', { leaseMs: 20_000 })
  const [{ work, resolve }] = runs as [Run]
  await virtual.advance(15_999)
  t.notOk(work.signal.aborted)
  await virtual.advance(1)
  t.ok(work.signal.aborted, '20 s after begin, 16 s after its acceptance')
  said.length = 0
  resolve('too late')
  await virtual.settle()
  t.same([said, endings], [[], [['t1', 'stopped']]])
})

t.test('what is begun too late is not started', async t => {
  const { agent, virtual, runs, take, endings } = onStage(t)
  agent.receive('offer', offer)
  const { ref } = take('tasks/t1/begin').payload
  await virtual.advance(2_000)
  agent.receive('tasks/t1/begin/accepted', { attempt: 1, ref, leaseMs: 2_000 })
  t.same([runs.length, endings, agent.state], [0, [], 'free'])
})

t.test('a begin that is sent again gains no time', async t => {
  const { agent, virtual, runs, accept, take } = onStage(t)
  agent.receive('offer', offer)
  take('tasks/t1/begin')
  await virtual.advance(5_000)
  accept('tasks/t1/begin', { leaseMs: 15_000 })
  await virtual.advance(14_999)
  t.notOk(runs[0]?.work.signal.aborted)
  await virtual.advance(1)
  t.ok(runs[0]?.work.signal.aborted)
})

t.test('with an implied begin the lease is counted from the offer', async t => {
  const { virtual, begin } = onStage(t, { begin: 'implied' })
  const { work } = begin()
  await virtual.advance(20_000)
  t.ok(work.signal.aborted)
})

t.test('progress renews the lease when it is accepted, from when it was sent', async t => {
  const { virtual, begin, take, agent } = onStage(t)
  const { work } = begin()
  await virtual.advance(10_000)
  work.progress(50, 'half')
  const { payload } = take('tasks/t1/progress')
  t.match(payload, { attempt: 1, percent: 50, note: 'half' })
  await virtual.advance(3_000)
  agent.receive('tasks/t1/progress/accepted', { ref: payload.ref, leaseMs: 20_000 })
  await virtual.advance(16_999)
  t.notOk(work.signal.aborted)
  await virtual.advance(1)
  t.ok(work.signal.aborted)
})

t.test('progress that nobody accepts renews nothing', async t => {
  const { virtual, begin } = onStage(t)
  const { work } = begin()
  await virtual.advance(10_000)
  work.progress(50)
  await virtual.advance(10_000)
  t.ok(work.signal.aborted)
})

t.test('progress in a loop is thinned out to the newest', async t => {
  const { begin, said, accept, take } = onStage(t)
  const { work } = begin()
  for (let percent = 1; percent <= 100; percent++) work.progress(percent)
  t.same(paths(said), ['tasks/t1/progress'])
  accept('tasks/t1/progress', { leaseMs: 20_000 })
  t.equal(take('tasks/t1/progress').payload.percent, 100)
})

t.test('any rejection that is not retryable is a cancel', async t => {
  for (const code of ['stale-attempt', 'ended', 'unknown-task', 'forbidden', 'stale-session', 'invalid']) {
    const { begin, reject } = onStage(t)
    const { work } = begin()
    work.progress(1)
    reject('tasks/t1/progress', code)
    t.ok(work.signal.aborted, code)
  }
})

t.test('a rejection of an earlier attempt says nothing of this one', async t => {
  const { agent, begin, take } = onStage(t, { capacity: 2 })
  const first = begin()
  first.work.progress(1)
  const { ref } = take('tasks/t1/progress').payload
  const second = begin({ attempt: 2 })
  t.ok(first.work.signal.aborted, 'the former attempt is over')
  agent.receive('tasks/t1/progress/rejected', { code: 'stale-attempt', ref })
  agent.receive('tasks/t1/cancel', { attempt: 1, reason: 'the lease ran out' })
  t.notOk(second.work.signal.aborted)
})

t.test('a retryable rejection is asked again, after the time it names', async t => {
  const { virtual, agent, reject, take, runs, accept } = onStage(t)
  agent.receive('offer', offer)
  reject('tasks/t1/begin', 'unavailable', { retryAfterMs: 700 })
  await virtual.advance(700)
  accept('tasks/t1/begin', { leaseMs: 19_000 })
  runs[0]?.resolve(3)
  await virtual.settle()
  reject('tasks/t1/success', 'quota')
  await virtual.advance(1_000)
  take('tasks/t1/success')
})

t.test('failures travel with code and message', async t => {
  const { virtual, begin, take } = onStage(t)
  const { reject } = begin()
  reject(Object.assign(new Error('no such file'), { code: 'ENOENT', retry: false }))
  await virtual.settle()
  t.match(take('tasks/t1/fail').payload, { attempt: 1, error: { code: 'ENOENT', message: 'no such file' }, retry: false })
})

t.test('a result that can not travel fails the task, with the reason', async t => {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  for (const [result, code] of [['x'.repeat(1_001), 'result-too-large'], [cyclic, 'result-not-json'], [1n, 'result-not-json']] as const) {
    const { virtual, begin, take } = onStage(t)
    begin().resolve(result)
    await virtual.settle()
    t.match(take('tasks/t1/fail').payload, { error: { code }, retry: false })
  }
  const { virtual, begin, take, reject } = onStage(t)
  begin().resolve('large')
  await virtual.settle()
  reject('tasks/t1/success', 'result-too-large')
  t.match(take('tasks/t1/fail').payload, { error: { code: 'result-too-large' }, retry: false })
})
