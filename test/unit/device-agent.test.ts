// A device's side of the protocol, word by word: what it says in answer to what it is told, on a clock that the test moves
// and without a connection. `said` holds the commands in order, below from/{me}/.
import t, { type Test } from 'tap'
import { VirtualClock } from '../support/virtual-clock.js'
import { DeviceAgent, type AgentOptions, type Ending } from '../../device-client/agent.js'
import type { Work } from '../../device-client/assignment.js'
import type { Clock } from '../../device-client/platform/clock.js'
import { forgetful, type KeptResult, type ResultStore } from '../../device-client/results.js'
import { matchTopic, validate, type DeviceBirth } from '../../schemas/index.js'

interface Command { path: string, payload: Record<string, unknown>, acknowledge: () => void }
interface Run { work: Work, resolve: (result: unknown) => void, reject: (error: unknown) => void }

const session = 7
const offer = { task: 't1', function: 'add', attempt: 1, session, args: [1, 2], leaseMs: 20_000, offerMs: 5_000 }

function clientClock (virtual: VirtualClock): Clock {
  return {
    monotonicMs: virtual.now,
    wallMs: () => virtual.now() + 1_000_000,
    after: (delayMs, call) => {
      const timer = virtual.setTimeout(call, delayMs)
      return { cancel: () => virtual.clearTimeout(timer) }
    }
  }
}

function createStage (t: Test, birth: Partial<DeviceBirth> = {}, options: Partial<AgentOptions> = {}) {
  const virtual = new VirtualClock()
  const said: Command[] = []
  const runs: Run[] = []
  const endings: Array<[task: string, ending: Ending]> = []
  const problems: Error[] = []
  const agent = new DeviceAgent({
    birth: { session, functions: ['add'], ...birth },
    clock: clientClock(virtual),
    results: forgetful,
    resultBytesMax: 1_000,
    send: (path, payload, acknowledge = () => {}) => {
      const { key } = matchTopic('in', `from/me/${path}`) ?? {}
      t.ok(key && validate(key, payload) === undefined, `${path} ${JSON.stringify(payload)} is in the contract`)
      said.push({ path, payload: payload as Record<string, unknown>, acknowledge })
    },
    run: work => new Promise((resolve, reject) => { runs.push({ work, resolve, reject }) }),
    load: () => ({ cpu: 1 }),
    changed: () => {},
    welcomed: () => {},
    began: () => {},
    ended: (work, ending) => endings.push([work.task, ending]),
    problem: error => problems.push(error),
    ...options
  })
  const take = (path: string): Command => {
    const at = said.findIndex(command => command.path === path)
    if (at === -1) throw new Error(`it never said ${path}, but ${said.map(({ path }) => path).join(', ')}`)
    return said.splice(0, at + 1)[at] as Command
  }
  const stage = {
    agent,
    virtual,
    said,
    runs,
    endings,
    problems,
    take,
    welcome: (tasks: object[] = [], more = {}) => {
      const { payload } = take('birth')
      agent.receive('welcome', { session: payload.session, at: 1, heartbeatMs: 10_000, leaseMs: 20_000, tasks, ref: payload.ref, ...more })
    },
    accept: (path: string, more = {}) => {
      const { payload } = take(path)
      agent.receive(`${path}/accepted`, { attempt: payload.attempt, ref: payload.ref, ...more })
    },
    reject: (path: string, code: string, more = {}) => {
      const { payload } = take(path)
      agent.receive(`${path}/rejected`, { code, ref: payload.ref, ...more })
    },
    /** Through an offer to the running function. */
    begin: (more = {}) => {
      agent.receive('offer', { ...offer, ...more })
      const task = { ...offer, ...more }.task
      if (birth.begin !== 'implied') stage.accept(`tasks/${task}/begin`, { leaseMs: 20_000 })
      return runs.at(-1) as Run
    }
  }
  return stage
}

function onStage (t: Test, birth: Partial<DeviceBirth> = {}, options: Partial<AgentOptions> = {}) {
  const stage = createStage(t, birth, options)
  stage.agent.connected()
  stage.welcome()
  return stage
}

const paths = (said: Command[]): string[] => said.map(({ path }) => path)

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
