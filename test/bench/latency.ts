/**
 * How long a single thing takes while nothing else is going on: from a task's
 * submit to its offer at a device, and for comparison from a message's publish
 * to its arrival, each seen from the client's side. The servers take turns.
 */
// real time: what was probed before must be over, and idleness gives no sign
import { setTimeout as delay } from 'node:timers/promises'
import type { ServerProcess } from './process.js'
import type { ServerKind } from './server.js'
import { type Wire, dial } from './wire.js'

export interface Latency {
  readonly server: ServerKind
  readonly p50Ms: number
  readonly p99Ms: number
}

/** So that nothing is left to do from the one before. */
const PAUSE_MS = 2
const ROOT = 'orchestra/v1'

/** Does the one thing; resolves with how long it took, in ms, once all that came of it is over. */
type Probe = () => Promise<number>

async function messageProbe (port: number): Promise<Probe> {
  const [from, to] = [await dial(port, 'probe-from', 'none'), await dial(port, 'probe-to', 'probe')]
  return () => timed(to, 'probe', () => from.publish('probe', 'x'.repeat(64)))
}

async function taskProbe (port: number): Promise<Probe> {
  const app = await dial(port, 'probe-app', `${ROOT}/to/probe-app/#`)
  const device = await dial(port, 'probe-device', `${ROOT}/to/probe-device/#`)
  await timed(device, '/welcome', () => device.publish(`${ROOT}/from/probe-device/birth`, '{"session":1,"functions":["probe"],"heartbeatMs":0}'))
  let number = 0
  return async () => {
    const task = `tasks/probe-${number++}`
    const waited = await timed(device, '/offer', () => app.publish(`${ROOT}/from/probe-app/${task}/submit`, '{"function":"probe","args":"x"}'))
    await timed(device, '/success/accepted', () => device.publish(`${ROOT}/from/probe-device/${task}/success`, '{"attempt":1}'))
    return waited
  }
}

function timed (wire: Wire, topicEnd: string, say: () => void): Promise<number> {
  return new Promise(resolve => {
    const at = performance.now()
    wire.onPublish = topic => { if (topic.endsWith(topicEnd)) resolve(performance.now() - at) }
    say()
  })
}

export async function latencies (servers: readonly ServerProcess[], rounds: number): Promise<Latency[]> {
  const probes: { server: ServerKind, probe: Probe, waits: number[] }[] = []
  for (const { kind, port } of servers) probes.push({ server: kind, probe: await (kind === 'stock' ? messageProbe : taskProbe)(port), waits: [] })
  for (let round = 0; round < rounds; round++) {
    for (const { probe, waits } of probes) {
      // real time: so that this probe meets an idle server
      await delay(PAUSE_MS)
      waits.push(await probe())
    }
  }
  return probes.map(({ server, waits }) => {
    const sorted = waits.sort((a, b) => a - b)
    return { server, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) }
  })
}

function quantile (sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN
}
