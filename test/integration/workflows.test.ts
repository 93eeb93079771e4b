/** Workflows at the level of topics: graphs whose steps run on whichever devices fit. */
import { type Rig, type Talker, onBothStores } from '../support/topics/rig.js'

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
