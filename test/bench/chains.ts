/**
 * What a deployment and a workflow cost: an execution of three steps, each a
 * module's function on a device of its own, and a workflow of ten, beside one task of a plain function, by turns and
 * with nothing else going on; and how long the solver takes.
 */
// real time: what came before must be over
import { setTimeout as delay } from 'node:timers/promises'
import type { Module } from '../../broker/core/module.js'
import { type Place, type Wanted, solve } from '../../broker/core/solver/index.js'
import { type App, createApp } from '../../device-client/app.js'
import { type Device, createDevice } from '../../device-client/device.js'
import { KEEPER } from '../support/wasm.js'
import { assemble } from '../support/wat.js'
import { quantile } from './latency.js'
import { ROOT } from './loads.js'
import type { Server } from './servers.js'
import { dial, heard } from './wire.js'

export interface Chain {
  readonly server: string
  readonly taskP50Ms: number
  readonly chainP50Ms: number
  /** Of ten steps. */
  readonly workflowP50Ms: number
}

export interface Solving { readonly devices: number, readonly steps: number, readonly p50Ms: number, readonly maxMs: number }

const STEPS = ['a', 'b', 'c'] as const
const PAUSE_MS = 2

interface Stage { readonly server: string, readonly app: App, readonly devices: readonly Device[], readonly run: () => Promise<void> }

/** Of the workflow, each after the one before. */
const TEN = Array.from({ length: 10 }, (_, n) => `s${n}`)

async function stageOn ({ name, ports }: Server): Promise<Stage> {
  const broker = ports.map(port => `mqtt://127.0.0.1:${port}`)
  const devices = STEPS.map(step => createDevice({ broker, id: `chain-${step}`, functions: step === 'a' ? { chained: () => 1 } : {}, modules: {}, heartbeatMs: 0 }))
  for (const device of devices) await device.start()
  const app = createApp({ broker, id: 'chain-app' })
  const blob = await app.blobs.put(await assemble(KEEPER))
  await app.modules.put('keeper', { version: '1.0.0', blob, functions: { count: { result: { type: 'i32' } } } })
  const steps = Object.fromEntries(STEPS.map((step, n) => [step, { module: 'm', function: 'count', device: `chain-${step}`, after: STEPS.slice(Math.max(n - 1, 0), n) }]))
  await app.deployments.put('chain', { modules: { m: 'keeper@1.0.0' }, steps, result: 'c' })
  await app.deployments.ready('chain')
  return { server: name, app, devices, run: await tenSteps(ports) }
}

/** A run of ten steps, on the device that the single task is on. */
async function tenSteps (ports: readonly number[]): Promise<() => Promise<void>> {
  const wire = await dial(ports[0] as number, 'ten-app', `${ROOT}/to/ten-app/#`)
  const steps = Object.fromEntries(TEN.map((step, n) => [step, { function: 'chained', after: TEN.slice(Math.max(n - 1, 0), n), args: n === 0 ? 1 : `=${TEN[n - 1] ?? ''}.result` }]))
  const payload = JSON.stringify({ steps, result: '=s9.result', notify: true, keepMs: 60_000 })
  let number = 0
  return async () => { await heard(wire, '/ended', () => wire.publish(`${ROOT}/from/ten-app/workflows/ten-${number++}/submit`, payload)) }
}

export async function chains (servers: readonly Server[], rounds: number): Promise<Chain[]> {
  const stages: Stage[] = []
  for (const server of servers) stages.push(await stageOn(server))
  const waits = stages.map(({ server }) => ({ server, task: [] as number[], chain: [] as number[], workflow: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    for (const [n, { app, run }] of stages.entries()) {
      waits[n]?.task.push(await timed(() => app.submit('chained')))
      waits[n]?.workflow.push(await timed(run))
      waits[n]?.chain.push(await timed(() => app.executions.run('chain')))
    }
  }
  for (const { app, devices } of stages) {
    await app.close()
    for (const device of devices) await device.stop()
  }
  return waits.map(({ server, task, chain, workflow }) => ({ server, taskP50Ms: quantile(task, 0.5), chainP50Ms: quantile(chain, 0.5), workflowP50Ms: quantile(workflow, 0.5) }))
}

async function timed (run: () => Promise<unknown>): Promise<number> {
  // real time: so that it meets an idle server
  await delay(PAUSE_MS)
  const at = performance.now()
  await run()
  return performance.now() - at
}

const ZONES = 5
const RUNS = 20

/** With interfaces and labels that leave most devices out of each step, and a chain of them to be near to each other. */
export function solving (devices: number, steps: number): Solving {
  const of: Module = { id: 'm@1.0.0', v: 1, name: 'm', version: '1.0.0', blob: '', bytes: 1, functions: { f: {} }, interfaces: [], limits: {}, memoryBytes: 65_536, createdBy: 'app', createdAt: 0 }
  const places: Place[] = Array.from({ length: devices }, (_, n) => ({
    device: { id: `d${n}`, v: 1, state: 'online', session: 1, functions: [], capacity: 4, heartbeatMs: 0, mode: 'push', begin: 'explicit', replies: 'all', since: 0, interfaces: ['wasm'], labels: { zone: String(n % ZONES) }, platform: { memory: 2 ** 28 } },
    held: n % 4,
    load: { cpu: n % 100 }
  }))
  const wanted: Wanted[] = Array.from({ length: steps }, (_, n) => ({ name: `s${n}`, module: 'm', function: 'f', of, after: n === 0 ? [] : [`s${n - 1}`], require: { labels: { zone: String(n % ZONES) } } }))
  const times = Array.from({ length: RUNS }, () => {
    const at = performance.now()
    solve(wanted, places, { spread: true })
    return performance.now() - at
  })
  return { devices, steps, p50Ms: quantile(times, 0.5), maxMs: Math.max(...times) }
}
