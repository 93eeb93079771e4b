/**
 * How long a single thing takes while nothing else is going on: from a task's
 * submit to its offer at a device, from a job's add to its processor, from a
 * message's publish to its arrival. The servers take turns.
 */
// real time: what was probed before must be over, and idleness gives no sign
import { setTimeout as delay } from 'node:timers/promises'
import { ROOT } from './loads.js'
import { dial, heard } from './wire.js'

export interface Latency {
  readonly server: string
  readonly p50Ms: number
  readonly p99Ms: number
}

/** So that nothing is left to do from the one before. */
const PAUSE_MS = 2

/** Does the one thing; resolves with how long it took, in ms, once all that came of it is over. */
export type Probe = () => Promise<number>

export async function messageProbe (port: number): Promise<Probe> {
  const [from, to] = [await dial(port, 'probe-from', 'none'), await dial(port, 'probe-to', 'probe')]
  return () => timed(() => heard(to, 'probe', () => from.publish('probe', 'x'.repeat(64))))
}

/** Of several nodes the app is at the first, the device at the last. */
export async function taskProbe (ports: readonly number[]): Promise<Probe> {
  const app = await dial(ports[0] as number, 'probe-app', `${ROOT}/to/probe-app/#`)
  const device = await dial(ports.at(-1) as number, 'probe-device', `${ROOT}/to/probe-device/#`)
  await heard(device, '/welcome', () => device.publish(`${ROOT}/from/probe-device/birth`, '{"session":1,"functions":["probe"],"heartbeatMs":0}'))
  let number = 0
  return async () => {
    const task = `tasks/probe-${number++}`
    const waitedMs = await timed(() => heard(device, '/offer', () => app.publish(`${ROOT}/from/probe-app/${task}/submit`, '{"function":"probe","args":"x"}')))
    await heard(device, '/success/accepted', () => device.publish(`${ROOT}/from/probe-device/${task}/success`, '{"attempt":1}'))
    return waitedMs
  }
}

async function timed (run: () => Promise<unknown>): Promise<number> {
  const at = performance.now()
  await run()
  return performance.now() - at
}

export async function latencies (probes: ReadonlyMap<string, Probe>, rounds: number): Promise<Latency[]> {
  const waits = new Map([...probes.keys()].map(server => [server, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [server, probe] of probes) {
      // real time: so that this probe meets an idle server
      await delay(PAUSE_MS)
      waits.get(server)?.push(await probe())
    }
  }
  return [...waits].map(([server, all]) => ({ server, p50Ms: quantile(all, 0.5), p99Ms: quantile(all, 0.99) }))
}

export function quantile (values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN
}
