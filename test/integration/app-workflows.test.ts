// Workflows as a program sees them: run, watched, explained, cancelled; over lost connections.
import t from 'tap'
import { collect, createWorld, gate, nearOf } from '../support/device-world.js'
import type { WorkflowPlan } from '../../device-client/app.js'

const album: WorkflowPlan & { steps: object } = {
  steps: {
    load: { function: 'fetch', args: '=input' },
    part: { function: 'resize', after: ['load'], forEach: '=load.result', args: '=item' },
    join: { function: 'pack', after: ['part'], args: '=part.results' }
  },
  result: '=join.result'
}
const functions = {
  fetch: (n: unknown) => Array.from({ length: Number(n) }, (_, i) => i),
  resize: (n: unknown) => Number(n) * 2,
  pack: (parts: unknown) => parts,
  fail: () => { throw Object.assign(new Error('it is broken'), { code: 'broken', retry: false }) }
}

t.test('a run resolves with its result, or rejects with the step and the code', async t => {
  const { device, app: createApp } = await createWorld(t)
  await device({ functions, capacity: 4 })
  const app = createApp()
  t.same(await app.workflows.run(album, 4, { run: 'r-1', tag: 'album', priority: 3, keepMs: 60_000 }), [0, 2, 4, 6])
  t.same(await app.workflows.run(album, 4, { run: 'r-1', tag: 'album', priority: 3, keepMs: 60_000 }), [0, 2, 4, 6], 'the same again is the same run')
  t.same(await app.workflows.result('r-1'), [0, 2, 4, 6])
  t.equal(await app.workflows.run({ steps: { a: { function: 'pack' } } }), undefined, 'it need not come to anything')
  const failing: WorkflowPlan = { steps: { ...album.steps, part: { function: 'fail', after: ['load'], forEach: [7, 8], parallel: 1 } } }
  await t.rejects(app.workflows.run(failing, 1, { run: 'r-2' }), { name: 'WorkflowError', run: 'r-2', step: 'part', index: 0, code: 'broken', message: 'failed at part[0]: broken: it is broken', document: { state: 'failed' } })
  await t.rejects(app.workflows.result('r-2'), { code: 'broken' }, 'also for who asks later')
  await t.rejects(app.workflows.run(album, 5, { run: 'r-1' }), { name: 'RequestError', code: 'conflict' }, 'and nothing of the other run of that name')
  await t.rejects(app.workflows.run({ steps: { a: { function: 'pack', after: ['b'] } } }), { code: 'invalid', message: '`steps.a.after`: there is no step b' })
  await t.rejects(app.workflows.result('nobody'), { code: 'unknown-workflow' })
  t.match(await app.workflows.get('r-1'), { state: 'completed', steps: { join: { after: ['part'] }, part: { total: 4, done: 4 } } })
  t.same((await collect(app.workflows.list({ state: 'failed', limit: 1 }))).map(({ run }) => run), ['r-2'])
  t.same((await collect(app.workflows.list({ tag: 'album' }))).map(({ run }) => run), ['r-1'])
})

t.test('a run is watched, explained and cancelled; who waits is told', async t => {
  const { device, app: createApp } = await createWorld(t)
  const { fn, callAt } = gate()
  await device({ functions: { ...functions, resize: fn }, capacity: 2 })
  const app = createApp()
  const watch = app.workflows.watch('r-1')
  const result = app.workflows.run(album, 2, { run: 'r-1' })
  result.catch(() => {})
  ;(await callAt(0)).finish('first')
  await callAt(1)
  for await (const { steps } of watch) if (steps.part?.done === 1) break
  t.match(await app.workflows.why('r-1'), { state: 'executing', steps: { part: { text: /1 of 2 elements are under way, 1 are over/ }, join: { after: ['part'] } } })
  await t.rejects(app.workflows.result('r-1', 10), { name: 'RequestError', code: 'timeout' }, 'no longer than one wants')
  const whole = collect(app.workflows.watch('r-1'))
  t.match(await app.workflows.cancel('r-1', 'wrong album'), { state: 'cancelled' })
  await t.rejects(result, { name: 'WorkflowError', code: 'cancelled', message: 'cancelled: wrong album', step: undefined })
  t.match((await whole).at(-1), { state: 'cancelled', steps: { part: { state: 'cancelled' } } }, 'the watch ends with the run')
  t.match((await app.workflows.watch('r-1').next()).value, { state: 'cancelled' }, 'and tells those who come later')
  const open = app.workflows.watch('nobody')
  const next = open.next()
  await open.return()
  t.same(await next, { done: true, value: undefined })
  const closed = app.workflows.watch('nobody').next()
  const waiting = app.workflows.run({ steps: { a: { function: 'nobody-has-it' } } }, undefined, { run: 'r-3' })
  waiting.catch(() => {})
  for await (const { state } of app.workflows.watch('r-3')) if (state === 'executing') break
  await app.close()
  await t.rejects(waiting, { code: 'closed' })
  t.match(await closed, { done: true })
})

t.test('an app that is cut off in the middle of a run gets its result', async t => {
  const { device, app: createApp, line: createLine } = await createWorld(t)
  const line = await createLine()
  const { fn, callAt } = gate()
  await device({ functions: { ...functions, resize: fn } })
  const [near, far] = [createApp({ broker: nearOf(line) }), createApp({ id: 'app-2' })]
  const result = near.workflows.run(album, 1, { run: 'r-1' })
  const call = await callAt(0)
  line.cut()
  call.finish('while it was away')
  t.same(await far.workflows.result('r-1'), ['while it was away'])
  line.mend()
  t.same(await result, ['while it was away'])
})

t.test('what is saved is run by its name', async t => {
  const { device, app: createApp } = await createWorld(t)
  await device({ functions })
  const app = createApp()
  t.match(await app.templates.put('album', { ...album, description: 'doubles' }), { template: 'album', v: 1 })
  await app.templates.put('twice', { function: 'resize', args: '=input.n' })
  await app.templates.put('both', { steps: { a: { template: 'album', args: 2 }, b: { template: 'twice', args: { n: '=a.result[1]' }, after: ['a'] } }, result: '=b.result' })
  t.same(await app.workflows.run({ template: 'album' }, 2), [0, 2])
  t.equal(await app.workflows.run({ template: 'both' }, undefined, { run: 'r-1' }), 4)
  const { steps } = await app.workflows.get('r-1')
  t.match(steps, { a: { run: /^sub-/, task: undefined }, b: { task: 'r-1.b', run: undefined } }, 'a saved workflow has a run of its own, a saved function a task')
  t.match(await app.workflows.get(steps.a?.run ?? ''), { state: 'completed', result: [0, 2], parent: { run: 'r-1', step: 'a' } })
  t.same((await collect(app.templates.list({ limit: 1 }))).map(({ template }) => template).sort(), ['album', 'both', 'twice'])
  await t.rejects(app.templates.remove('twice'), { code: 'in-use', message: 'named by both' })
  await app.templates.remove('both')
  await t.rejects(app.templates.get('both'), { code: 'unknown-template' })
  await t.rejects(app.workflows.run({ template: 'both' }), { code: 'unknown-template' })
})
