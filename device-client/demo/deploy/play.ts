// What is played: modules are built from their texts and pushed, a manifest is deployed, executed, healed, executed again.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import wabt from 'wabt'
import { createApp, type App } from '../../app.js'
import { realClock } from '../../platform/clock.js'
import type { DeploymentState } from '../../../schemas/index.js'
import type { Crew, Node } from '../crew.js'
import { countEdges } from './edges.js'

export interface Stage {
  readonly crew: Crew
  /** Of the modules' texts and the picture. */
  readonly folder: string
  readonly servers: 'one' | 'redis' | 'beside'
  say (line: string): void
}

const threshold = 120
const picture = { type: 'bytes', mediaType: 'image/x-portable-graymap' } as const
const modules = {
  camera: { interfaces: ['camera'], functions: { shoot: { result: picture } } },
  detector: { functions: { detect: { params: [{ name: 'image', ...picture }, { name: 'threshold', type: 'i32' }], result: { type: 'json' } } } },
  shelf: { interfaces: ['files'], functions: { keep: { params: [{ name: 'image', ...picture }, { name: 'found', type: 'json' }], result: { type: 'json' } } } }
} as const

const manifest = {
  modules: { cam: 'camera@1.0.0', net: 'detector@1.0.0', shelf: 'shelf@1.0.0' },
  steps: {
    shot: { module: 'cam', function: 'shoot' },
    found: { module: 'net', function: 'detect', after: ['shot'], args: { image: '=shot.result', threshold: '=input.threshold' }, require: { labels: { role: 'detector' } }, idempotent: true },
    kept: { module: 'shelf', function: 'keep', after: ['found'], args: { image: '=shot.result', found: '=found.result' }, require: { labels: { role: 'shelf' } } }
  },
  result: 'kept',
  policy: { moveAfterMs: 1_000 }
}

export async function play (stage: Stage): Promise<void> {
  const { crew, folder, say } = stage
  const nodes = await serve(stage)
  const image = join(folder, 'gate.pgm')
  crew.startModuleDevice('camera-1', nodes, { role: 'camera' }, '--camera', image)
  crew.startModuleDevice('desk-1', nodes, { role: 'detector' })
  crew.startModuleDevice('desk-2', nodes, { role: 'detector' })
  crew.startModuleDevice('shelf-1', nodes, { role: 'shelf' })
  const app = createApp({ broker: nodes.map(({ url }) => url), id: 'demo' })
  try {
    await thereAre(app, 4)
    for (const [name, description] of Object.entries(modules)) await push(app, folder, name, description)
    await app.deployments.put('gate', manifest)
    const ready = await app.deployments.ready('gate')
    say(`Deployed onto ${nodes.length === 1 ? nodes[0]?.name : `${nodes.length} nodes`}: ${placementOf(ready)}`)
    const { edges } = countEdges(await readFile(image), threshold)
    await execute(app, 'first', edges, say)
    const lost = ready.placement.found ?? ''
    say(`${lost} is killed.`)
    const since = realClock.monotonicMs()
    crew.signal(lost, 'SIGKILL')
    await moved(app, lost)
    const again = await app.deployments.ready('gate')
    say(`After ${Math.round(realClock.monotonicMs() - since)} ms: ${placementOf(again)}`)
    await execute(app, 'second', edges, say)
    say(`Both executions found ${edges} edges, as many as were counted here.`)
  } finally {
    await app.close()
  }
}

async function serve ({ crew, servers }: Stage): Promise<readonly Node[]> {
  if (servers === 'redis') return await crew.serveOnRedis()
  return [servers === 'one' ? await crew.serve() : await crew.serveBeside()]
}

async function thereAre (app: App, count: number): Promise<void> {
  for (let seen = 0; seen < count;) {
    seen = 0
    for await (const { state } of app.devices()) if (state !== 'offline') seen++
    if (seen < count) await new Promise<void>((resolve) => realClock.after(100, resolve))
  }
}

async function push (app: App, folder: string, name: string, description: (typeof modules)[keyof typeof modules]): Promise<void> {
  const file = `${name}.wat`
  const { parseWat } = await wabt()
  const parsed = parseWat(file, await readFile(join(folder, file), 'utf8'))
  const blob = await app.blobs.put(Buffer.from(parsed.toBinary({}).buffer))
  parsed.destroy()
  // Lists in a table that never changes are as good as others.
  await app.modules.put(name, { version: '1.0.0', blob, ...structuredClone(description) as object, functions: structuredClone(description.functions) as never })
}

async function execute (app: App, run: string, edges: number, say: (line: string) => void): Promise<void> {
  const result = await app.executions.run('gate', { threshold }, { run }) as { edges: number }
  const { steps } = await app.executions.get(run)
  const trace = Object.entries(steps).map(([step, { device, beganAt = 0, endedAt = 0, resultBytes }]) => `${step} on ${device} in ${endedAt - beganAt} ms, ${resultBytes} bytes`)
  say(`Execution ${run}: ${JSON.stringify(result)} (${trace.join('; ')})`)
  if (result.edges !== edges) throw new Error(`it found ${result.edges} edges, there are ${edges}`)
}

/** Its steps are somewhere else. */
async function moved (app: App, from: string): Promise<void> {
  while (Object.values((await app.deployments.get('gate')).placement).includes(from)) await new Promise<void>((resolve) => realClock.after(50, resolve))
}

function placementOf ({ placement }: Pick<DeploymentState, 'placement'>): string {
  return Object.entries(placement).map(([step, device]) => `${step} on ${device}`).join(', ')
}
