/**
 * Random plans, executed by a device that succeeds, fails and says things twice,
 * cancelled now and then: whatever is told of a run is a way through its net,
 * nothing is executed twice or after a failure, and in the end nothing is open.
 */
import fc from 'fast-check'
import type { Plan } from '../../broker/core/workflow.js'
import { plans } from '../support/petri/plans.js'
import { type Graph, explore, tokens } from '../support/petri/reachability.js'
import { FAILING, workflowNet } from '../support/petri/workflow-net.js'
import { type Talker, onMemory } from '../support/topics/rig.js'

const RUNS = 150
const STEPS_MAX = 4
const ACTS = ['success', 'success', 'success', 'fail', 'twice', 'cancel'] as const
type Act = typeof ACTS[number]

interface Told { readonly state: string, readonly steps: Readonly<Record<string, { readonly state: string }>> }

const END = 'over'

/** What is told of a run, as far as the net knows it. */
function seenOf ({ state, steps }: Told): string {
  if (state !== 'executing' && state !== 'compensating') return END
  const places = Object.entries(steps).map(([name, step]) => `${name} ${step.state === 'waiting' || step.state === 'executing' ? step.state : 'over'}`)
  return [state === 'compensating' ? FAILING : 'well', ...places.sort()].join(', ')
}

function seenIn (graph: Graph, marking: number): string {
  const held = tokens(graph, marking)
  if (held.includes('END')) return END
  const places = held.filter(place => place.includes(': ')).map(place => place.replace(/: execut\w+( \d)?$/, ' executing').replace(': ', ' '))
  return [held.includes(FAILING) ? FAILING : 'well', ...[...new Set(places)].sort()].join(', ')
}

/** Throws where there is no way from what was told to what is told next. */
function followed (plan: Plan, told: readonly Told[]): void {
  const graph = explore(workflowNet(plan))
  const seen = graph.markings.map((_, marking) => seenIn(graph, marking))
  let here = reachable(graph, [0])
  for (const [n, one] of told.entries()) {
    const wanted = seenOf(one)
    const next = [...here].filter(marking => seen[marking] === wanted)
    if (next.length === 0) throw new Error(`no way in the net to ${wanted}, after ${told.slice(0, n).map(seenOf).join(' → ')}`)
    here = reachable(graph, next)
  }
}

function reachable ({ steps }: Graph, from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from)
  for (const marking of found) for (const { to } of steps[marking] ?? []) found.add(to)
  return found
}

interface Stage { readonly app: Talker, readonly worker: Talker, readonly reader: Talker }

/** @returns the tasks in the order of their offers, each with what became of it */
async function executed ({ app, worker }: Stage, run: string, acts: readonly Act[]): Promise<readonly { readonly task: string, readonly act: Act }[]> {
  const done: { task: string, act: Act }[] = []
  const open: { task: string, attempt: number }[] = []
  for (let n = 0; ; n++) {
    for (const line of await worker.rest()) {
      const [topic = '', body = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
      if (topic === 'to/worker/offer') open.push(JSON.parse(body) as { task: string, attempt: number })
      const gone = open.findIndex(({ task }) => topic === `to/worker/tasks/${task}/cancel`)
      if (gone !== -1) open.splice(gone, 1)
    }
    // Not always the one that came first.
    const [next] = open.splice((acts[n] ?? 'success').length % Math.max(open.length, 1), 1)
    if (next === undefined) return done
    const act = acts[n % Math.max(acts.length, 1)] ?? 'success'
    if (done.some(({ task }) => task === next.task)) throw new Error(`${next.task} was offered twice`)
    done.push({ task: next.task, act })
    await ended(app, worker, run, next, act)
  }
}

async function ended (app: Talker, worker: Talker, run: string, { task, attempt }: { readonly task: string, readonly attempt: number }, act: Act): Promise<void> {
  if (act === 'cancel') await app.say(`workflows/${run}/cancel`)
  const failed = { attempt, error: { code: 'broken' }, retry: false }
  const [verb, body] = act === 'fail' ? ['fail', failed] as const : ['success', { attempt, result: task }] as const
  for (let n = 0; n < (act === 'twice' ? 2 : 1); n++) await worker.say(`tasks/${task}/${verb}`, body)
}

function checkOrder ({ steps }: Plan, run: string, done: readonly { readonly task: string, readonly act: Act }[]): void {
  let hasFailed = false
  let undo: string | undefined
  for (const { task, act } of done) {
    const step = task.slice(run.length + 1).split(':')[0] ?? ''
    const { onError } = steps[step] ?? {}
    if (hasFailed && !['u', 'v'].includes(step)) throw new Error(`${task} was executed after the run had failed`)
    if (act !== 'cancel' && (act !== 'fail' || onError === 'skip')) continue
    if (!hasFailed && act === 'fail' && typeof onError === 'object') undo = onError.compensate
    if (act === 'cancel') undo = undefined
    hasFailed = true
  }
  if (undo !== undefined && !done.some(({ task }) => task === `${run}.${undo}`)) throw new Error(`${undo} has not made up for the failure`)
}

onMemory('whatever devices do, a run takes a way through its net, to its end', async (t, start) => {
  const rig = await start()
  const stage: Stage = { app: await rig.talker('app'), worker: await rig.device('worker', { functions: ['work'], capacity: 32, heartbeatMs: 0 }), reader: await rig.talker('reader', { subscribe: ['to/reader/#', 'state/workflows/+'] }) }
  let number = 0
  let over = 0
  const explained = (error: unknown): never => { throw new Error(`${(error as Error).message}: ${String((error as Error).cause)}`) }
  await fc.assert(fc.asyncProperty(plans(STEPS_MAX), fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 12 }), async (plan, acts) => {
    const run = `r${number++}`
    await stage.app.ask(`workflows/${run}/submit`, { ...plan, input: { yes: true, no: false } })
    const done = await executed(stage, run, acts)
    checkOrder(plan, run, done)
    const told = (await stage.reader.rest()).filter(line => line.startsWith(`state/workflows/${run} `)).map(line => JSON.parse(line.slice(line.indexOf('{'))) as Told)
    followed(plan, told)
    const last = told.at(-1)
    if (last === undefined || seenOf(last) !== END) throw new Error(`it is open: ${JSON.stringify(last)}`)
    for (const { task } of done) {
      const { state } = await stage.app.ask(`tasks/${task}/get`)
      if (!['completed', 'failed', 'cancelled'].includes(String(state))) throw new Error(`${task} is ${String(state)}`)
    }
    over++
  }), { numRuns: RUNS, endOnFailure: true }).catch(explained)
  t.ok(over >= RUNS, `${over} runs`)
})
