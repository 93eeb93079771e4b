/** What starts by the clock, at the level of topics. */
import { type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'

interface Stage { readonly rig: Rig, readonly app: Talker, readonly worker: Talker }

async function staged (rig: Rig): Promise<Stage> {
  const app = await rig.talker('app')
  return { rig, app, worker: await rig.device('worker', { functions: ['note', 'pack'], capacity: 8, heartbeatMs: 0 }) }
}

async function end (worker: Talker, task: unknown): Promise<void> {
  await worker.ask(`tasks/${task}/success`, { attempt: 1, result: 1 })
}

const note = { function: 'note', args: { n: 1 } }

onBothStores('every so often: a task each time, in step with when it was put', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  const { nextAt, since } = await app.ask('schedules/tick/put', { every: '10s', task: note })
  t.equal(nextAt, Number(since) + 10_000)
  await rig.clock.advance(9_999)
  t.same(await worker.rest(), [])
  await rig.clock.advance(1)
  const { task } = await worker.told('offer')
  t.equal(task, `tick-${Number(nextAt).toString(36)}`)
  await end(worker, task)
  t.match(await app.ask('schedules/tick/get'), { state: 'active', fired: 1, skipped: 0, missed: 0, nextAt: Number(nextAt) + 10_000, last: { at: nextAt, task } })
  t.match(await app.ask(`tasks/${task}/get`), { submitter: 'app', state: 'completed' })
  await rig.clock.advance(10_000)
  await end(worker, (await worker.told('offer')).task)
  t.match(await app.ask('schedules/tick/put', { every: '10s', task: note }), { fired: 2, v: 3 }, 'the same again changes nothing')
  await app.ask('schedules/tick/remove')
  await rig.clock.advance(60_000)
  t.same(await worker.rest(), [])
  t.match(await app.refused('schedules/tick/get'), { code: 'unknown-schedule' })
})

onMemory('once, at a time; then it has ended, and is forgotten after an hour', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  const at = rig.clock.now() + 5_000
  await app.ask('schedules/once/put', { at, task: note })
  await rig.clock.advance(5_000)
  await end(worker, (await worker.told('offer')).task)
  t.match(await app.ask('schedules/once/get'), { state: 'ended', fired: 1 })
  await rig.clock.leap(3_600_000)
  t.match(await app.refused('schedules/once/get'), { code: 'unknown-schedule' })
  t.match(await app.refused('schedules/once/put', { at, task: note }), { code: 'too-late', message: '`at` was 3600000 ms ago' })
})

onMemory('by cron, in its time zone, until its end', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  // The virtual clock begins at 2033-05-18T03:33:20Z, which is 05:33:20 in Berlin.
  t.match(await app.ask('schedules/c/put', { cron: '0 6 * * *', timezone: 'Europe/Berlin', task: note }), { nextAt: Date.UTC(2033, 4, 18, 4) })
  t.match(await app.ask('schedules/s/put', { cron: '*/20 * * * * *', end: rig.clock.now() + 30_000, task: note }), { nextAt: Date.UTC(2033, 4, 18, 3, 33, 40) })
  await rig.clock.advance(20_000)
  await end(worker, (await worker.told('offer')).task)
  await rig.clock.advance(10_000)
  t.match(await app.ask('schedules/s/get'), { state: 'ended', fired: 1 })
})

onMemory('what goes on while the next time comes: skipped, waited for, replaced', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  for (const overlap of ['skip', 'queue', 'replace']) await app.ask(`schedules/${overlap}/put`, { every: '10s', onOverlap: overlap, task: { ...note, leaseMs: 600_000 } })
  await rig.clock.advance(10_000)
  const first = new Map((await Promise.all([1, 2, 3].map(() => worker.told('offer')))).map(({ task }) => [String(task).split('-')[0], task]))
  for (const task of first.values()) await worker.ask(`tasks/${task}/begin`, { attempt: 1 })
  await rig.clock.advance(10_000)
  await worker.told(`tasks/${first.get('replace')}/cancel`)
  t.match(await worker.told('offer'), { task: /^replace-/ })
  t.match(await app.ask('schedules/skip/get'), { fired: 1, skipped: 1 })
  t.match(await app.ask('schedules/queue/get'), { fired: 1, skipped: 0, waiting: 1 })
  t.match(await app.ask('schedules/replace/get'), { fired: 2 })
  const watcher = await rig.talker('watcher', { subscribe: ['to/watcher/#', 'state/schedules/queue'] })
  const { v } = await watcher.seen('state/schedules/queue')
  await rig.clock.advance(1_000)
  await rig.clock.advance(1_000)
  t.ok(Number((await app.ask('schedules/queue/get')).v) > Number(v), 'it is looked whether it may start')
  t.same(await watcher.rest(), [], 'which is no news')
  await end(worker, first.get('queue'))
  await rig.clock.advance(1_000)
  t.match(await worker.told('offer'), { task: /^queue-/ })
  t.notHas(await app.ask('schedules/queue/get'), { waiting: 1 })
})

onMemory('what was missed while it was paused: skipped, once, all', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  for (const [name, more] of [['none', { onMissed: 'skip' }], ['once', {}], ['all', { onMissed: 'all', missedMax: 3 }]] as const) {
    await app.ask(`schedules/${name}/put`, { every: '1m', task: note, ...more })
    t.match(await app.ask(`schedules/${name}/pause`), { state: 'paused' })
  }
  await rig.clock.advance(330_000)
  t.same(await worker.rest(), [])
  for (const name of ['none', 'once', 'all']) await app.ask(`schedules/${name}/resume`)
  await rig.clock.advance(1_000)
  const ran: string[] = []
  for (let n = 0; n < 4; n++) {
    const { task } = await worker.told('offer')
    ran.push(String(task).split('-')[0] ?? '')
    await end(worker, task)
    await rig.clock.advance(1_000)
  }
  t.same(ran.sort(), ['all', 'all', 'all', 'once'])
  t.match(await app.ask('schedules/none/get'), { fired: 0, missed: 5 })
  t.match(await app.ask('schedules/once/get'), { fired: 1, missed: 4 })
  t.match(await app.ask('schedules/all/get'), { fired: 3, missed: 2 })
})

onMemory('it starts workflows, executions and messages, too', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  await app.ask('templates/album/put', { steps: { a: { function: 'pack', args: '=input' } }, result: '=a.result' })
  await app.ask('schedules/w/put', { every: '10s', workflow: { template: 'album', input: 7 } })
  await app.ask('schedules/m/put', { every: '10s', message: { topic: 'plant/tick', payload: { on: true }, retain: true } })
  const plant = await rig.talker('plant', { subscribe: ['to/plant/#'] })
  await plant.client.subscribeAsync('plant/#')
  const heard = new Promise<{ topic: string, text: string }>(resolve => { plant.client.on('message', (topic, payload) => { if (topic === 'plant/tick') resolve({ topic, text: payload.toString() }) }) })
  await rig.clock.advance(10_000)
  const { task, args } = await worker.told('offer')
  t.equal(args, 7)
  await end(worker, task)
  t.same(await heard, { topic: 'plant/tick', text: '{"on":true}' })
  const { last } = await app.ask('schedules/w/get')
  t.match(await app.ask(`workflows/${(last as { run: string }).run}/get`), { state: 'completed', template: 'album', submitter: 'app' })
  await app.ask('templates/album/remove')
  await rig.clock.advance(10_000)
  t.match(await app.ask('schedules/w/get'), { fired: 1, problem: { code: 'unknown-template', message: 'there is no template album: put it first' } })
})

onMemory('bad input is refused with what to do', async (t, start) => {
  const { app, rig } = await staged(await start())
  const every = { every: '10s' }
  const cases: readonly (readonly [object, object])[] = [
    [{ task: note }, { code: 'invalid', message: 'say one of `at`, `every` and `cron`' }],
    [{ ...every, cron: '* * * * *', task: note }, { message: 'say one of `at`, `every` and `cron`' }],
    [every, { message: 'say one of `task`, `workflow`, `execution` and `message`' }],
    [{ ...every, task: note, message: { topic: 'a' } }, { message: 'say one of `task`, `workflow`, `execution` and `message`' }],
    [{ cron: '61 * * * *', task: note }, { message: /^`cron`: .*61/ }],
    [{ cron: '* * * * *', timezone: 'Nowhere/City', task: note }, { message: '`timezone`: there is no Nowhere/City: say a name as in Europe/Berlin' }],
    [{ ...every, timezone: 'Europe/Berlin', task: note }, { message: '`timezone` is of `cron`, and there is none' }],
    [{ cron: '0 0 30 2 *', task: note }, { code: 'too-late', message: 'it would never start anything: there is no time between `start` and `end`' }],
    [{ ...every, start: 2, end: 1, task: note }, { message: '`end` is before `start`' }],
    [{ at: rig.clock.now() - 5, task: note }, { code: 'too-late', message: '`at` was 5 ms ago' }],
    [{ ...every, task: { function: 'deployments/a/1/b' } }, { message: '`task.function`: steps of deployments are called by executing the deployment' }],
    [{ ...every, execution: { deployment: 'none' } }, { code: 'unknown-deployment' }],
    [{ ...every, workflow: { steps: { a: { function: 'f', after: ['b'] } } } }, { message: '`workflow`: `steps.a.after`: there is no step b' }],
    [{ ...every, workflow: { template: 'none' } }, { code: 'unknown-template' }],
    [{ ...every, message: { topic: 'a/+' } }, { message: '`message.topic`: a message has a topic without wildcards' }],
    [{ cron: '@annually', task: note }, { message: '`cron` has 5 fields (minute hour day month weekday), or seconds before them: here are 1' }],
    [{ cron: '0 0 0 1 1 * 2040', task: note }, { message: /here are 7$/ }],
    [{ cron: '2040-01-01T00:00:00Z', task: note }, { message: /here are 1$/ }],
    [{ ...every, jitterMs: 10_000, task: note }, { message: '`jitterMs` must be less than what lies between two times, 10000 ms' }],
    [{ cron: '0,1 * * * *', jitterMs: 60_000, task: note }, { message: '`jitterMs` must be less than what lies between two times, 60000 ms' }],
    [{ every: '999999999d', task: note }, { message: '`every` must be at most 3650d' }],
    [{ at: 2 ** 53 - 1, task: note }, { message: '`at` lies behind the last time that calendars know, 8640000000000000' }],
    [{ at: rig.clock.now() + 5, end: rig.clock.now() + 9, task: note }, { message: '`start` and `end` are of `every` and `cron`: `at` is one time' }],
    [{ ...every, task: { ...note, notAfter: rig.clock.now() + 60_000 } }, { message: /^`task.notAfter` is one time/ }],
    [{ ...every, task: { function: 'note', args: 'x'.repeat(127 * 1024) } }, { code: 'too-large', message: /^`task.args` takes / }],
    [{ ...every, message: { topic: '$SYS/x' } }, { message: /broker's own/ }],
    [{ ...every, message: { topic: 'orchestra/v1/from/cam/birth' } }, { message: /nothing is said for others below orchestra\/v1/ }]
  ]
  for (const [body, rejection] of cases) t.match(await app.refused('schedules/s/put', body), rejection, JSON.stringify(rejection))
  t.match(await app.refused(`schedules/${'s'.repeat(60)}/put`, { ...every, task: note }), { message: 'what it starts would have names of 69 characters, at most 64 are taken: choose a name of 55 characters at the most' })
  for (const command of ['get', 'remove', 'pause', 'resume']) t.match(await app.refused(`schedules/none/${command}`), { code: 'unknown-schedule' })
  t.match(await app.ask('schedules/list'), { schedules: [] })
})

onMemory('with accounts: what it starts is its owner\'s, as long as that has an account', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const secret = 'three blue herons'
  for (const [name, role] of [['anna', 'submitter'], ['ben', 'submitter'], ['olga', 'operator']] as const) await rig.watcher.ask(`accounts/${name}/put`, { kind: 'user', roles: [role], secret })
  const [anna, ben, olga] = await Promise.all(['anna', 'ben', 'olga'].map(async name => await rig.talker(name, { password: secret }))) as [Talker, Talker, Talker]
  await anna.ask('schedules/s/put', { every: '10s', task: note, onOverlap: 'queue' })
  t.match(await anna.refused('schedules/m/put', { every: '10s', message: { topic: 'plant/tick' } }), { code: 'forbidden' })
  await olga.ask('schedules/m/put', { every: '10s', message: { topic: 'plant/tick' } })
  for (const command of ['get', 'pause', 'remove']) t.match(await ben.refused(`schedules/s/${command}`), { code: 'forbidden' })
  t.match(await ben.refused('schedules/s/put', { every: '20s', task: note }), { code: 'forbidden' })
  await rig.clock.advance(10_000)
  const { last } = await anna.ask('schedules/s/get')
  t.match(await anna.ask(`tasks/${(last as { task: string }).task}/cancel`), { submitter: 'anna' })
  await rig.watcher.ask('accounts/anna/remove')
  await rig.clock.advance(10_000)
  t.match(await olga.ask('schedules/s/get'), { fired: 1, problem: { code: 'forbidden', message: 'the account anna, which has put it, is gone or disabled' } })
})

onMemory('a record of the name that it would give is another\'s: told, and neither counted nor cancelled', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  const other = await rig.talker('other')
  const { nextAt } = await app.ask('schedules/tick/put', { every: '10s', onOverlap: 'replace', task: note })
  const name = `tick-${Number(nextAt).toString(36)}`
  await other.ask(`tasks/${name}/submit`, { function: 'pack', leaseMs: 600_000 })
  t.match(await worker.told('offer'), { task: name, function: 'pack' })
  await worker.ask(`tasks/${name}/begin`, { attempt: 1 })
  await rig.clock.advance(10_000)
  t.match(await app.ask('schedules/tick/get'), { fired: 0, problem: { code: 'conflict', message: `there is a task ${name} already, which this schedule has not started` } })
  await rig.clock.advance(10_000)
  t.match(await worker.told('offer'), { task: /^tick-/, function: 'note' })
  t.match(await other.ask(`tasks/${name}/get`), { state: 'executing' })
})

onMemory('what goes on is replaced only by what has started', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  await app.ask('templates/album/put', { steps: { a: { function: 'pack' } } })
  await app.ask('schedules/w/put', { every: '10s', onOverlap: 'replace', workflow: { template: 'album' } })
  await rig.clock.advance(10_000)
  const { task } = await worker.told('offer')
  await app.ask('templates/album/remove')
  await rig.clock.advance(10_000)
  t.match(await app.ask('schedules/w/get'), { fired: 1, problem: { code: 'unknown-template' } })
  t.match(await app.ask(`tasks/${task}/get`), { state: /offered|executing/ }, 'it goes on')
})

onMemory('whoever may no longer start such things starts none by the clock', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const secret = 'three blue herons'
  await rig.watcher.ask('accounts/anna/put', { kind: 'user', roles: ['operator'], secret })
  const anna = await rig.talker('anna', { password: secret })
  await anna.ask('schedules/s/put', { every: '10s', onOverlap: 'replace', task: note })
  await anna.ask('schedules/m/put', { every: '10s', message: { topic: 'plant/tick' } })
  await rig.clock.advance(10_000)
  t.match(await anna.ask('schedules/s/get'), { fired: 1 })
  await rig.watcher.ask('accounts/anna/put', { kind: 'user', roles: ['viewer'] })
  await rig.clock.advance(10_000)
  for (const name of ['s', 'm']) t.match(await rig.watcher.ask(`schedules/${name}/get`), { fired: 1, problem: { code: 'forbidden', message: /the roles have changed$/ } })
})
