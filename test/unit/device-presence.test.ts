// A device and its orchestrator: births, welcomes, levels, acknowledgements, kept results, goodbyes.
import t from 'tap'
import { createStage, offer, onStage, paths, session, type Run } from '../support/device-stage.js'
import { forgetful, type KeptResult, type ResultStore } from '../../device-client/results.js'

t.test('after a reconnecting it stops what is not in welcome, and sends results again', async t => {
  const { agent, begin, virtual, welcome, take, said } = onStage(t, { capacity: 3 })
  const lost = begin()
  const kept = begin({ task: 't2' })
  begin({ task: 't3' }).resolve(3)
  await virtual.settle()
  agent.disconnected()
  t.equal(agent.state, 'offline')
  said.length = 0
  agent.connected()
  t.same(said[0]?.payload.tasks, ['t1', 't2', 't3'].map(task => ({ task, attempt: 1 })))
  welcome([{ task: 't1', attempt: 2, leaseMs: 1_000 }, { task: 't2', attempt: 1, leaseMs: 1_000 }])
  t.ok(lost.work.signal.aborted, 'held by another attempt')
  t.notOk(kept.work.signal.aborted)
  t.equal(take('tasks/t3/success').payload.result, 3)
})

t.test('a welcome that was cut stops nothing that it leaves out', async t => {
  const { agent, begin, welcome } = onStage(t)
  const { work } = begin()
  agent.disconnected()
  agent.connected()
  welcome([], { more: true })
  t.notOk(work.signal.aborted)
})

t.test('what was begun after a birth is not stopped by its welcome', async t => {
  const { agent, begin, welcome, take } = onStage(t)
  agent.disconnected()
  agent.connected()
  const { ref } = take('birth').payload
  const { work } = begin()
  const welcomed = { session, at: 1, heartbeatMs: 10_000, leaseMs: 20_000, tasks: [] }
  agent.receive('welcome', { ...welcomed, ref })
  t.notOk(work.signal.aborted)
  agent.disconnected()
  agent.connected()
  agent.receive('welcome', { ...welcomed, ref })
  t.notOk(work.signal.aborted, 'an older welcome')
  welcome([])
  t.ok(work.signal.aborted, 'the welcome of a birth that came later')
})

t.test('a begin that got lost is made up for by the offer that comes again', async t => {
  const { agent, runs, welcome, take, accept } = onStage(t)
  agent.receive('offer', offer)
  take('tasks/t1/begin')
  agent.disconnected()
  agent.connected()
  welcome([])
  agent.receive('offer', offer)
  accept('tasks/t1/begin', { leaseMs: 20_000 })
  t.equal(runs.length, 1)
})

t.test('with replies:"rejections" the PUBACK accepts, unless a rejection came first', async t => {
  const { agent, virtual, runs, take, endings } = onStage(t, { replies: 'rejections' })
  agent.receive('offer', offer)
  await virtual.advance(4_000)
  take('tasks/t1/begin').acknowledge()
  const [{ work, resolve }] = runs as [Run]
  await virtual.advance(10_000)
  work.progress(50)
  take('tasks/t1/progress').acknowledge()
  await virtual.advance(19_999)
  t.notOk(work.signal.aborted)
  resolve(3)
  await virtual.settle()
  take('tasks/t1/success').acknowledge()
  t.same(endings, [['t1', 'success']])

  agent.receive('offer', { ...offer, task: 't2' })
  const { payload, acknowledge } = take('tasks/t2/begin')
  agent.receive('tasks/t2/begin/rejected', { code: 'stale-attempt', ref: payload.ref })
  acknowledge()
  t.equal(runs.length, 1)
})

t.test('in pull mode it asks with a level, and a result carries the next one', async t => {
  const { agent, virtual, begin, take, accept, said } = onStage(t, { mode: 'pull', capacity: 2 })
  t.match(take('next').payload, { max: 2, session })
  begin().resolve(3)
  await virtual.settle()
  t.equal(take('tasks/t1/success').payload.next, 2)
  await virtual.advance(5_000)
  accept('tasks/t1/success')
  t.same(said, [], 'the accepted result has asked')
  begin({ task: 't2' }).reject(new Error('no'))
  await virtual.settle()
  t.equal(take('tasks/t2/fail').payload.next, 2)
  begin({ task: 't3' })
  agent.receive('tasks/t3/cancel', { attempt: 1, reason: '' })
  await virtual.advance(5_000)
  t.equal(take('heartbeat').payload.next, 1, 'the cancelled one still takes its slot')
})

t.test('a slot that frees itself without a result is asked for anew', async t => {
  const { agent, virtual, runs, begin, take } = onStage(t, { mode: 'pull' })
  take('next')
  begin()
  agent.receive('tasks/t1/cancel', { attempt: 1, reason: '' })
  runs[0]?.reject(new Error('stopped'))
  await virtual.settle()
  t.equal(take('next').payload.max, 1)
})

t.test('birth is repeated until it is welcomed; then come heartbeats, as often as welcome says', async t => {
  const { agent, virtual, said } = createStage(t)
  agent.connected()
  await virtual.advance(5_000)
  t.same(paths(said), ['birth', 'birth'])
  const ref = said[1]?.payload.ref
  said.length = 0
  agent.receive('welcome', { session, at: 1, heartbeatMs: 2_000, leaseMs: 20_000, tasks: [], ref })
  await virtual.advance(6_000)
  t.same(paths(said), ['heartbeat', 'heartbeat', 'heartbeat'])
  agent.disconnected()
  await virtual.advance(60_000)
  t.equal(said.length, 3, 'none while there is no connection')
})

t.test('right after its start it knows itself newer than any session it is told', async t => {
  const { agent, take, welcome, begin } = createStage(t)
  agent.connected()
  take('birth')
  agent.receive('birth/rejected', { code: 'stale-session', session: 41, ref: '1' })
  welcome()
  t.same([agent.session, agent.state], [42, 'free'])
  const { work } = begin({ session: 42 })
  agent.receive('heartbeat/rejected', { code: 'stale-session', session: 43 })
  t.ok(work.signal.aborted, 'later, another process has taken its place')
  t.equal(agent.state, 'offline')
})

t.test('a result is safe before it is sent, and kept until it is accepted', async t => {
  const steps: string[] = []
  let isSafe = (): void => {}
  const results: ResultStore = {
    load: async () => [],
    keep: ({ task, attempt, command, body }) => new Promise(resolve => {
      steps.push(`keep ${task} ${attempt} ${command} ${JSON.stringify(body)}`)
      isSafe = resolve
    }),
    discard: async ({ task }) => { steps.push(`discard ${task}`) }
  }
  const { virtual, begin, said, accept } = onStage(t, {}, { results })
  begin().resolve(3)
  await virtual.advance(6_000)
  t.same(paths(said).filter(path => path !== 'heartbeat'), [], 'not before it is safe')
  isSafe()
  await virtual.settle()
  t.same(steps, ['keep t1 1 success {"result":3}'])
  accept('tasks/t1/success')
  t.same(steps.slice(1), ['discard t1'])
})

t.test('a result that an earlier process kept is named in birth and delivered after welcome', async t => {
  const kept: KeptResult = { task: 't1', attempt: 4, command: 'success', body: { result: 'from before' } }
  const discarded: string[] = []
  const results: ResultStore = { ...forgetful, discard: async ({ task }) => { discarded.push(task) } }
  const { agent, said, welcome, take, endings } = createStage(t, {}, { results, kept: [kept] })
  agent.connected()
  t.same(said[0]?.payload.tasks, [{ task: 't1', attempt: 4 }])
  welcome([{ task: 't1', attempt: 4, leaseMs: 700 }])
  const { payload } = take('tasks/t1/success')
  t.match(payload, { attempt: 4, result: 'from before' })
  t.same(discarded, [])
  agent.receive('tasks/t1/success/rejected', { code: 'stale-attempt', ref: payload.ref })
  t.same([discarded, endings, agent.state], [['t1'], [['t1', 'refused']], 'free'])
})

t.test('an unanswered result is sent again, under the same attempt', async t => {
  const { virtual, begin, take } = onStage(t)
  begin().resolve(3)
  await virtual.settle()
  take('tasks/t1/success')
  await virtual.advance(5_000)
  t.match(take('tasks/t1/success').payload, { attempt: 1, result: 3 })
})

t.test('on leaving it declines, gives back what runs, and says offline', async t => {
  const { agent, begin, take, accept } = onStage(t, { capacity: 2 })
  const { work } = begin()
  agent.decline('shutting down')
  agent.receive('offer', { ...offer, task: 't2' })
  t.equal(take('tasks/t2/decline').payload.reason, 'shutting down')
  agent.giveBack('shutting down')
  t.ok(work.signal.aborted)
  let settled = false
  agent.whenSettled(() => { settled = true })
  t.notOk(settled)
  accept('tasks/t1/fail')
  t.ok(settled)
  agent.leave('shutting down')
  t.match(take('offline').payload, { session, reason: 'shutting down' })
})

t.test('garbage is told and changes nothing', async t => {
  const { agent, said, problems } = onStage(t)
  for (const payload of [undefined, null, 7, [], {}, { ...offer, attempt: 'x' }]) agent.receive('offer', payload)
  for (const payload of [undefined, null, {}, { code: 'no-such-code' }]) {
    agent.receive('welcome', payload)
    agent.receive('birth/rejected', payload)
    agent.receive('rejected', payload)
    agent.receive('tasks/t1/begin/rejected', payload)
    agent.receive('tasks/t1/cancel', payload)
  }
  agent.receive('deployments/x', {})
  t.same([said, agent.state], [[], 'free'])
  t.ok(problems.length >= 6)
})

t.test('a next that nobody answers is said again, until somebody does', async t => {
  const { agent, virtual, said, take } = onStage(t, { mode: 'pull', heartbeatMs: 0 })
  t.match(take('next').payload, { max: 1 })
  await virtual.advance(5_000)
  t.match(take('next').payload, { max: 1 })
  agent.receive('next/accepted', { max: 1 })
  await virtual.advance(60_000)
  t.same(said.filter(({ path }) => path === 'next'), [])
})
