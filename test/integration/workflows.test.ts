/** Workflows at the level of topics: graphs whose steps run on whichever devices fit. */
import { type Rig, type Talker, onBothStores, onMemory } from '../support/topics/rig.js'

const fanOut = {
  input: { url: 'file:/a' },
  steps: {
    load: { function: 'fetch', args: { url: '=input.url' } },
    part: { function: 'resize', after: ['load'], forEach: '=load.result.images', args: { image: '=item', at: '=index' } },
    join: { function: 'pack', after: ['part'], args: { files: '=part.results' } }
  },
  result: '=join.result'
}

interface Stage { readonly rig: Rig, readonly app: Talker, readonly worker: Talker }

async function staged (rig: Rig): Promise<Stage> {
  const app = await rig.talker('app')
  const worker = await rig.device('worker', { functions: ['fetch', 'resize', 'pack', 'undo', 'note'], capacity: 8 })
  return { rig, app, worker }
}

/** Takes its next offer, and ends it so. */
async function run (device: Talker, result: unknown, end: 'success' | 'fail' = 'success', more: object = {}): Promise<Record<string, unknown>> {
  const offer = await device.told('offer')
  const { task, attempt } = offer
  await device.ask(`tasks/${task}/begin`, { attempt })
  await device.ask(`tasks/${task}/${end}`, { attempt, ...end === 'success' ? { result } : { error: { code: 'broken', message: 'it is broken' } }, ...more })
  return offer
}

async function ended ({ rig }: Stage, name: string, state: string): Promise<void> {
  await rig.watcher.next(({ topic, body }) => topic === `state/workflows/${name}` && body?.state === state, `${name} ${state}`)
}

onBothStores('fan-out and fan-in: each element is a task, and the results come together in their order', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker, rig } = stage
  t.match(await app.ask('workflows/r1/submit', fanOut), { run: 'r1', state: 'executing', steps: { load: { state: 'waiting' } } })
  t.match(await run(worker, { images: ['a', 'b', 'c'] }), { task: 'r1.load', function: 'fetch', args: { url: 'file:/a' } })
  const parts = [await worker.told('offer'), await worker.told('offer'), await worker.told('offer')]
  t.match(parts, [{ task: 'r1.part:0', args: { image: 'a', at: 0 } }, { task: 'r1.part:1' }, { task: 'r1.part:2', args: { image: 'c', at: 2 } }])
  for (const { task, attempt } of parts.reverse()) await worker.ask(`tasks/${task}/success`, { attempt, result: `${task}` })
  t.match(await run(worker, { zip: 1 }), { task: 'r1.join', args: { files: ['r1.part:0', 'r1.part:1', 'r1.part:2'] } })
  await ended(stage, 'r1', 'completed')
  t.match(await app.ask('workflows/r1/get'), { state: 'completed', percent: 100, result: { zip: 1 }, steps: { part: { state: 'completed', total: 3, done: 3, executing: 0 } } })
  t.match(await app.ask('workflows/r1/submit', fanOut), { state: 'completed', result: { zip: 1 } }, 'the same again is the recall')
  t.match(await app.refused('workflows/r1/submit', { ...fanOut, input: 2 }), { code: 'conflict' })
  const late = await rig.talker('late', { subscribe: ['state/workflows/r1'] })
  t.match((await late.next(({ topic }) => topic === 'state/workflows/r1', 'the state')).body, { state: 'completed', result: { zip: 1 } }, 'retained')
  t.match(await app.ask('workflows/list', { state: 'completed' }), { workflows: [{ run: 'r1' }] })
})

onMemory('what is not to be done is skipped, and what comes after goes on without it', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  const steps = {
    load: { function: 'fetch' },
    never: { function: 'note', after: ['load'], when: '=load.result.size > 3' },
    empty: { function: 'note', after: ['load'], forEach: '=load.result.none' },
    one: { function: 'resize', after: ['never', 'empty'], forEach: '=load.result.size', args: ['=item', { n: '=index' }, 'x=y'] }
  }
  await app.ask('workflows/r1/submit', { steps, result: '={"never": never.state, "none": empty.results, "one": one.results}' })
  await run(worker, { size: 3 })
  t.match(await run(worker, 'small'), { task: 'r1.one:0', args: [3, { n: 0 }, 'x=y'] }, 'what is no list is a list of one')
  await ended(stage, 'r1', 'completed')
  t.match(await app.ask('workflows/r1/get'), { result: { never: 'skipped', none: [], one: ['small'] }, steps: { never: { state: 'skipped' }, empty: { state: 'completed', total: 0 } } })
})

onMemory('a step that fails ends its run, and what else is under way', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  const steps = { a: { function: 'fetch', maxAttempts: 1 }, b: { function: 'resize', forEach: [1, 2, 3] }, c: { function: 'pack', after: ['a', 'b'] } }
  await app.ask('workflows/r1/submit', { steps, notify: true })
  const offers = await Promise.all(Array.from({ length: 4 }, () => worker.told('offer')))
  const first = offers.find(({ task }) => task === 'r1.a') as { attempt: number }
  await worker.ask('tasks/r1.a/fail', { attempt: first.attempt, error: { code: 'broken', message: 'it is broken' } })
  t.match(await app.told('workflows/r1/ended'), { state: 'failed', error: { step: 'a', code: 'broken', message: 'it is broken' }, steps: { a: { state: 'failed' }, b: { state: 'cancelled' }, c: { state: 'waiting' } } })
  for (const n of [0, 1, 2]) {
    await worker.told(`tasks/r1.b:${n}/cancel`)
    t.match(await app.ask(`tasks/r1.b:${n}/get`), { state: 'cancelled' })
  }
  t.match(await app.ask('workflows/r1/why'), { text: 'it has ended: failed, a: it is broken', steps: {} })
  t.match(await app.refused('workflows/r1/cancel'), { code: 'ended', state: 'failed' })
})

onMemory('a failure is skipped, of a step or of one element; and fed to nobody', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  const steps = {
    a: { function: 'fetch', maxAttempts: 1, onError: 'skip' },
    b: { function: 'resize', forEach: [1, 2, 3], onError: 'skip', maxAttempts: 1 },
    c: { function: 'pack', after: ['a', 'b'], args: { parts: '=b.results', state: '=a.state', code: '=a.error.code' } }
  }
  await app.ask('workflows/r1/submit', { steps })
  const offers = await Promise.all(Array.from({ length: 4 }, () => worker.told('offer')))
  for (const { task, attempt } of offers) {
    const isBad = task === 'r1.a' || task === 'r1.b:1'
    await worker.ask(`tasks/${task}/${isBad ? 'fail' : 'success'}`, { attempt, ...isBad ? { error: { code: 'broken' } } : { result: String(task) } })
  }
  t.match(await run(worker, 1), { task: 'r1.c', args: { parts: ['r1.b:0', null, 'r1.b:2'], state: 'skipped', code: 'broken' } })
  await ended(stage, 'r1', 'completed')
  t.match(await app.ask('workflows/r1/get'), { steps: { a: { state: 'skipped', error: { code: 'broken' } }, b: { state: 'completed', failed: 1 } } })
  await app.ask('workflows/r2/submit', { steps: { ...steps, c: { function: 'pack', after: ['a', 'b'], args: '=a.result' } } })
  for (const { task, attempt } of await Promise.all(Array.from({ length: 4 }, () => worker.told('offer')))) await worker.ask(`tasks/${task}/fail`, { attempt, error: { code: 'broken' } })
  await ended(stage, 'r2', 'failed')
  t.match(await app.ask('workflows/r2/get'), { error: { step: 'c', code: 'expression', message: '`args`: =a.result comes to nothing' } }, 'what a failed step would have given is not there')
})

onMemory('a failure is made up for before the run has failed', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  const steps = {
    book: { function: 'fetch', args: 'room' },
    pay: { function: 'pack', after: ['book'], maxAttempts: 1, onError: { compensate: 'undo' } },
    undo: { function: 'undo', args: { room: '=book.result', why: '=error.message' } }
  }
  await app.ask('workflows/r1/submit', { steps, result: '=pay.result' })
  t.match(await app.ask('workflows/r1/why'), { steps: { undo: { text: 'it waits for a failure that it would make up for' }, pay: { text: 'it waits for book', after: ['book'] } } })
  await run(worker, 7)
  await run(worker, undefined, 'fail')
  await ended(stage, 'r1', 'compensating')
  t.match(await run(worker, 'undone'), { task: 'r1.undo', args: { room: 7, why: 'it is broken' } })
  await ended(stage, 'r1', 'failed')
  t.match(await app.ask('workflows/r1/get'), { compensated: true, error: { step: 'pay', code: 'broken' }, steps: { undo: { state: 'completed' } } })
  await app.ask('workflows/r2/submit', { steps })
  await run(worker, 7)
  await run(worker, 'paid')
  await ended(stage, 'r2', 'completed')
  t.match(await app.ask('workflows/r2/get'), { percent: 100, steps: { pay: { after: ['book'] }, undo: { state: 'waiting', compensates: ['pay'] } } }, 'where nothing failed there is nothing to make up for')
})

onMemory('no more elements at a time than are wanted; and cancel ends them all', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  await app.ask('workflows/r1/submit', { steps: { part: { function: 'resize', forEach: '=[1..700]', parallel: 3, args: '=item' } } })
  const offers = await Promise.all([1, 2, 3].map(() => worker.told('offer')))
  t.same(offers.map(({ args }) => args), [1, 2, 3])
  t.same(await worker.rest(), [], 'room for eight, and no fourth')
  await worker.ask('tasks/r1.part:1/success', { attempt: 1, result: 0 })
  t.match(await worker.told('offer'), { task: 'r1.part:3', args: 4 })
  t.match(await app.ask('workflows/r1/get'), { steps: { part: { total: 700, done: 1, executing: 3 } } })
  t.match(await app.ask('workflows/r1/why'), { steps: { part: { text: /^3 of 700 elements are under way, 1 are over; r1\.part:0 is offered \(worker\)$/, tasks: ['r1.part:0', 'r1.part:2', 'r1.part:3'] } } })
  t.match(await app.ask('workflows/r1/cancel', { reason: 'enough' }), { state: 'cancelled', reason: 'enough', steps: { part: { state: 'cancelled' } } })
  for (const n of [0, 2, 3]) t.match(await worker.told(`tasks/r1.part:${n}/cancel`), { reason: 'enough' })
  t.same(await worker.rest(), [])
  t.match(await app.ask('workflows/r1/cancel'), { state: 'cancelled' }, 'again')
})

onMemory('what takes too long has failed: a step, a run', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker, rig } = stage
  await app.ask('workflows/r1/submit', { steps: { a: { function: 'fetch', timeoutMs: 5_000, leaseMs: 60_000, onError: 'skip' }, b: { function: 'pack', after: ['a'] } } })
  const { task } = await worker.told('offer')
  await worker.ask(`tasks/${task}/begin`, { attempt: 1 })
  await rig.clock.advance(5_000)
  t.match(await worker.told('tasks/r1.a/cancel'), { attempt: 1 })
  t.match(await run(worker, 1), { task: 'r1.b' })
  await ended(stage, 'r1', 'completed')
  t.match(await app.ask('workflows/r1/get'), { steps: { a: { state: 'skipped', error: { code: 'timed-out', message: 'it took longer than 5000 ms' } } } })
  await app.ask('workflows/r2/submit', { steps: { a: { function: 'nobody' } }, timeoutMs: 30_000 })
  await rig.clock.advance(30_000)
  await ended(stage, 'r2', 'failed')
  t.match(await app.ask('workflows/r2/get'), { error: { code: 'timed-out', message: 'the run took longer than 30000 ms' } })
  t.match(await app.ask('tasks/r2.a/get'), { state: 'cancelled' })
  await rig.clock.leap(3_700_000)
  t.match(await app.refused('workflows/r2/get'), { code: 'unknown-workflow' }, 'kept for an hour')
})

onMemory('saved workflows and functions are called by name, also by each other', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker, rig } = stage
  t.match(await app.ask('templates/shrink/put', { function: 'resize', args: { image: '=input', width: 128 }, leaseMs: 30_000 }), { template: 'shrink', v: 1 })
  await app.ask('templates/album/put', { steps: { part: { template: 'shrink', forEach: '=input.images', args: '=item' } }, result: '=part.results' })
  await app.ask('templates/all/put', { steps: { one: { template: 'album', forEach: '=input', args: { images: '=item' } }, sum: { function: 'pack', after: ['one'], args: '=one.results' } }, result: '=sum.result' })
  t.match(await app.refused('templates/album/put', { steps: { part: { template: 'all' } } }), { code: 'invalid', message: '`steps.part`: `steps.one`: templates name each other in a circle: album → all → album' })
  t.match(await app.refused('templates/shrink/remove'), { code: 'in-use', message: 'named by album' })
  t.match(await rig.watcher.seen('state/templates/shrink'), { function: 'resize' })
  await app.ask('workflows/r1/submit', { template: 'all', input: [['a', 'b'], ['c']] })
  await app.ask('templates/shrink/put', { function: 'note' })
  const offers = await Promise.all([1, 2, 3].map(() => worker.told('offer')))
  t.same(offers.map(({ args, function: name }) => [name, (args as { image: string }).image]).sort(), [['resize', 'a'], ['resize', 'b'], ['resize', 'c']], 'as it was when the run began')
  for (const { task, attempt, args } of offers) await worker.ask(`tasks/${task}/success`, { attempt, result: `small ${(args as { image: string }).image}` })
  t.match(await run(worker, 'zip'), { task: 'r1.sum', args: [['small a', 'small b'], ['small c']] })
  await ended(stage, 'r1', 'completed')
  t.match(await app.ask('workflows/list', { template: 'all' }), { workflows: [{ run: 'r1' }] })
  await app.ask('workflows/r2/submit', { template: 'shrink', input: 'x' })
  t.match(await run(worker, 'noted'), { task: 'r2.call', function: 'note', args: 'x' })
  await ended(stage, 'r2', 'completed')
  t.match(await app.ask('workflows/r2/get'), { result: 'noted' })
  for (const name of ['all', 'album', 'shrink']) await app.ask(`templates/${name}/remove`)
  t.match(await app.ask('templates/list'), { templates: [] })
  t.match(await app.refused('templates/all/get'), { code: 'unknown-template' })
})

onMemory('what is saved says what its input must be like; steps are checked before their tasks are there', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker, rig } = stage
  const params = { type: 'object', properties: { image: { type: 'string' }, width: { type: 'integer', minimum: 1 } }, required: ['image'] }
  t.match(await app.ask('templates/shrink/put', { params, function: 'resize', args: { of: '=input.image' } }), { params })
  t.match(await app.ask('templates/album/put', { params: { type: 'array', minItems: 1 }, steps: { part: { template: 'shrink', forEach: '=input', args: '=item', onError: 'skip' } }, result: '=part.results' }), { v: 1 })
  t.match(await app.refused('templates/x/put', { params: { type: 'text' }, function: 'resize' }), { code: 'invalid' })
  t.match(await app.refused('templates/x/put', { params: { required: ['a'] }, function: 'resize' }), { code: 'invalid', message: '`params.required` names a, which `params.properties` does not' })
  for (const [template, input, message] of [
    ['shrink', undefined, '`input` is missing'], ['shrink', { image: 7 }, '`input.image` must be a string'], ['shrink', { image: 'a', width: 0 }, '`input.width` must be at least 1'],
    ['album', [], '`input` must have at least 1 entry']
  ] as const) t.match(await app.refused('workflows/r/submit', { template, input }), { code: 'bad-args', message: `${message}, as the template ${template} describes it` })
  t.match(await app.refused('workflows/r/get'), { code: 'unknown-workflow' }, 'nothing is left of them')
  await app.ask('workflows/r/submit', { template: 'album', input: [{ image: 'a' }, { width: 3 }] })
  t.match(await run(worker, 'small'), { args: { of: 'a' } })
  await ended(stage, 'r', 'completed')
  t.match(await app.ask('workflows/r/get'), { result: ['small', null], steps: { part: { failed: 1 } } })
  await rig.device('picky', { functions: [{ name: 'count', params: { type: 'integer' } }] })
  await app.ask('workflows/r2/submit', { input: 'three', steps: { a: { function: 'count', args: '=input' } } })
  await ended(stage, 'r2', 'failed')
  t.match(await app.ask('workflows/r2/get'), { error: { step: 'a', code: 'bad-args', message: '`args` must be an integer, as picky describes count' } })
  t.match(await app.refused('tasks/r2.a/get'), { code: 'unknown-task' }, 'no task was made of it')
})

onMemory('a run within a run that fails or is cancelled', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  await app.ask('templates/inner/put', { steps: { a: { function: 'fetch', maxAttempts: 1 } } })
  await app.ask('workflows/r1/submit', { steps: { s: { template: 'inner' } } })
  await run(worker, undefined, 'fail')
  await ended(stage, 'r1', 'failed')
  t.match(await app.ask('workflows/r1/get'), { error: { step: 's', code: 'broken', message: /^run sub-\w+: it is broken$/ } })
  await app.ask('workflows/r2/submit', { steps: { s: { template: 'inner' } } })
  const { task } = await worker.told('offer')
  t.match(await app.ask('workflows/r2/why'), { steps: { s: { text: 'it waits for a run of inner', run: /^sub-/ } } })
  await app.ask('workflows/r2/cancel')
  await worker.told(`tasks/${task}/cancel`)
  t.match(await app.ask('workflows/list', { state: 'cancelled' }), { workflows: [{}, {}] })
})

onMemory('bad input is refused with what to do, and leaves no trace', async (t, start) => {
  const { app, rig } = await staged(await start())
  const fine = { function: 'fetch' }
  const cases: readonly (readonly [object, object])[] = [
    [{}, { code: 'invalid', message: 'say either `steps` or `template`' }],
    [{ template: 'x', steps: { a: fine } }, { code: 'invalid', message: 'say either `steps` or `template`' }],
    [{ template: 'x' }, { code: 'unknown-template', message: 'there is no template x: put it first' }],
    [{ steps: {} }, { code: 'invalid', message: '`steps` must have at least 1 field' }],
    [{ steps: { a: {} } }, { message: '`steps.a`: say either `function` or `template`' }],
    [{ steps: { a: { function: 'f', template: 't' } } }, { message: '`steps.a`: say either `function` or `template`' }],
    [{ steps: { a: { template: 't' } } }, { code: 'unknown-template', message: '`steps.a`: there is no template t: put it first' }],
    [{ steps: { a: { ...fine, after: ['b'] } } }, { message: '`steps.a.after`: there is no step b' }],
    [{ steps: { a: { ...fine, after: ['c'] }, b: { ...fine, after: ['a'] }, c: { ...fine, after: ['b'] } } }, { message: 'the steps wait for each other in a circle: a → c → b → a' }],
    [{ steps: { a: { ...fine, after: ['a'] } } }, { message: 'the steps wait for each other in a circle: a → a' }],
    [{ steps: { input: fine } }, { message: '`steps.input`: input means something else in expressions: choose another name' }],
    [{ steps: { a: { ...fine, args: { x: '=load.(' } } } }, { code: 'invalid', message: /^`steps.a`: `args`: =load.\(: / }],
    [{ steps: { a: { ...fine, args: { x: ['=b.result'] } }, b: fine } }, { message: '`steps.a`: `args`: =b.result: it speaks of b, and there are input' }],
    [{ steps: { a: { ...fine, args: '=item' } } }, { message: '`steps.a`: `args`: =item: it speaks of item, and there are input' }],
    [{ steps: { a: { ...fine, when: '=nothing' } } }, { message: '`steps.a`: `when`: =nothing: it speaks of nothing, and there are input' }],
    [{ steps: { a: { ...fine, forEach: 'images' } } }, { message: /`steps.a.forEach`/ }],
    [{ steps: { a: { ...fine, parallel: 3 } } }, { message: '`steps.a`: `parallel` is of the elements of `forEach`, and there is none' }],
    [{ steps: { a: { ...fine, onError: { compensate: 'b' } } } }, { message: '`steps.a`: `onError.compensate`: there is no step b' }],
    [{ steps: { a: { ...fine, onError: { compensate: 'a' } } } }, { message: '`steps.a`: `onError.compensate`: a step can\'t make up for itself' }],
    [{ steps: { a: { ...fine, onError: { compensate: 'b' } }, b: { ...fine, after: ['a'] } } }, { message: '`steps.b`: it makes up for a failure, and has no `after`: it is executed where that has happened' }],
    [{ steps: { a: { ...fine, onError: { compensate: 'b' } }, b: fine, c: { ...fine, after: ['b'] } } }, { message: '`steps.b`: it makes up for a failure: c can\'t wait for it' }],
    [{ steps: { a: { function: 'deployments/gate/1/shot' } } }, { message: '`steps.a`: `function`: steps of deployments are called by executing the deployment' }],
    [{ steps: { a: fine }, result: '=b.result' }, { message: '`result`: =b.result: it speaks of b, and there are input, a' }],
    [{ steps: { a: fine }, input: 'x'.repeat(130_600) }, { code: 'too-large', message: /^`input` takes 130602 bytes, at most \d+ are taken: put a blob and send a reference$/ }],
    [{ steps: { a: fine }, queues: 1 }, { message: 'unknown field `queues`' }]
  ]
  for (const [body, rejection] of cases) t.match(await app.refused('workflows/r1/submit', body), rejection, JSON.stringify(rejection))
  const long = 'r'.repeat(50)
  t.match(await app.refused(`workflows/${long}/submit`, { steps: { [`s${'x'.repeat(20)}`]: fine } }), { message: /: its tasks would have names of 72 characters, at most 64 are taken: shorten the name of the run or of the step$/ })
  t.match(await app.ask('workflows/list'), { workflows: [] })
  t.match(await app.ask('tasks/list'), { tasks: [] })
  for (const command of ['get', 'why', 'cancel']) t.match(await app.refused(`workflows/none/${command}`), { code: 'unknown-workflow' })
  t.same(rig.watcher.inbox.filter(({ topic }) => topic.startsWith('state/workflows')), [])
})

onMemory('templates that can\'t be called are refused', async (t, start) => {
  const { app } = await staged(await start())
  const cases: readonly (readonly [object, object])[] = [
    [{}, { message: 'say either `steps`, for a workflow, or `function`' }],
    [{ function: 'f', steps: { a: { function: 'f' } } }, { message: 'say either `steps`, for a workflow, or `function`' }],
    [{ function: 'f', result: '=x' }, { message: '`result` is of a workflow: what a function gives is its result' }],
    [{ function: 'f', args: '=load.x' }, { message: '`args`: =load.x: it speaks of load, and there are input' }],
    [{ function: 'deployments/a/1/b' }, { message: '`function`: steps of deployments are called by executing the deployment' }],
    [{ steps: { a: { function: 'f' } }, leaseMs: 5_000 }, { message: '`leaseMs` is of a saved function, and of the steps of a workflow' }],
    [{ steps: { a: { template: 'none' } } }, { code: 'unknown-template', message: '`steps.a`: there is no template none: put it first' }],
    [{ steps: { a: { template: 'self' } } }, { message: '`steps.a`: templates name each other in a circle: self → self' }]
  ]
  for (const [body, rejection] of cases) t.match(await app.refused('templates/self/put', body), rejection)
  t.match(await app.ask('templates/list'), { templates: [] })
})

onMemory('what is known only when it runs ends the run that it is wrong in', async (t, start) => {
  const stage = await staged(await start())
  const { app, worker } = stage
  const cases: readonly (readonly [object, object])[] = [
    [{ a: { function: 'fetch', forEach: '=[1..10001]' } }, { step: 'a', code: 'too-large', message: '`forEach`: a list of 10001, at most 10000 are taken' }],
    [{ a: { function: 'fetch', args: '=input.x.y' } }, { step: 'a', code: 'expression', message: '`args`: =input.x.y comes to nothing' }],
    [{ a: { function: 'fetch', args: '=$pad("x", 200000)' } }, { step: 'a', code: 'too-large', message: /^`args` take 200002 bytes/ }],
    [{ a: { function: 'fetch', when: '=$error("no")' } }, { step: 'a', code: 'expression', message: '`when`: $error("no"): no' }],
    [{ a: { function: 'fetch', forEach: [1, 2], args: '=item.x' } }, { step: 'a', index: 0, code: 'expression', message: '`args`: =item.x comes to nothing' }]
  ]
  for (const [n, [steps, error]] of cases.entries()) {
    await app.ask(`workflows/r${n}/submit`, { steps })
    await ended(stage, `r${n}`, 'failed')
    t.match(await app.ask(`workflows/r${n}/get`), { error })
  }
  t.same(await worker.rest(), [], 'nothing was begun')
  await app.ask('tasks/r9.a/submit', { function: 'note' })
  await app.ask('workflows/r9/submit', { steps: { a: { function: 'nobody' } } })
  await stage.rig.clock.advance(10_000)
  await ended(stage, 'r9', 'failed')
  t.match(await app.ask('workflows/r9/get'), { error: { step: 'a', code: 'conflict', message: 'another has submitted a task r9.a' } })
})

onMemory('with accounts: a run is its submitter\'s, and who operates', async (t, start) => {
  const rig = await start({ accounts: 'stored' })
  const secret = 'three blue herons'
  for (const [name, role] of [['anna', 'submitter'], ['ben', 'submitter'], ['olga', 'operator'], ['vera', 'viewer']] as const) await rig.watcher.ask(`accounts/${name}/put`, { kind: 'user', roles: [role], secret })
  const talker = async (name: string): Promise<Talker> => await rig.talker(name, { password: secret, subscribe: [`to/${name}/#`, 'state/#'] })
  const [anna, ben, olga, vera] = [await talker('anna'), await talker('ben'), await talker('olga'), await talker('vera')]
  const steps = { a: { function: 'nobody' } }
  await anna.ask('workflows/r1/submit', { steps })
  for (const command of ['get', 'why', 'cancel']) t.match(await ben.refused(`workflows/r1/${command}`), { code: 'forbidden' })
  t.match(await ben.refused('workflows/r1/submit', { steps }), { code: 'forbidden' })
  t.match(await ben.ask('workflows/list'), { workflows: [] })
  t.match(await vera.ask('workflows/r1/get'), { submitter: 'anna' })
  t.match(await vera.refused('workflows/r1/cancel'), { code: 'forbidden' })
  t.match(await ben.refused('templates/t/put', { function: 'f' }), { code: 'forbidden' })
  await anna.next(({ topic }) => topic === 'state/workflows/r1', 'her own run')
  await vera.next(({ topic }) => topic === 'state/workflows/r1', 'a run')
  t.match(await olga.ask('workflows/r1/cancel'), { state: 'cancelled' })
  t.same(ben.inbox.filter(({ topic }) => topic.startsWith('state/workflows')), [])
})

onMemory('runs within runs do not multiply what is open at once', async (t, start) => {
  const { app, worker, rig } = await staged(await start())
  const each = { forEach: '=input', args: '=input' }
  await app.ask('templates/inner/put', { steps: { a: { function: 'nobody', ...each } } })
  await app.ask('templates/outer/put', { steps: { a: { template: 'inner', ...each } } })
  await app.ask('workflows/r1/submit', { input: Array.from({ length: 50 }, (_, n) => n), steps: { a: { template: 'outer', ...each, parallel: 32 } } })
  const told = await rig.watcher.rest()
  const open = new Set(told.flatMap(line => line.startsWith('state/tasks/') && line.includes('"available"') ? line.split(' ')[0] : []))
  t.ok(open.size > 0 && open.size <= 256, `${open.size} of 125,000`)
  await app.ask('workflows/r1/cancel')
  await rig.settle()
  t.match(await app.ask('workflows/list', { state: 'executing' }), { workflows: [] })
  t.match(await app.ask('tasks/list', { state: 'available' }), { tasks: [] })
  t.same(await worker.rest(), [])
})
