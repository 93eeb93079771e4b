// Kills a node without any warning while its devices work, and watches them go on at another one.

import type { App } from '../app.js'
import { realClock } from '../platform/clock.js'
import type { Node } from './crew.js'
import { first, isInTheMiddle } from './takeover.js'

export interface Failover {
  readonly from: string
  readonly to: string
  readonly devices: readonly string[]
  /** What one of them executed at the kill, and how far it was. */
  readonly task: string
  readonly device: string
  readonly percent: number
  /** From the kill on, in milliseconds: until the last device was served by the other node. */
  readonly movedMs: number
  /** The same device finished it, in the same attempt: nobody else had to begin it again. */
  readonly isSameAttempt: boolean
}

/** `kill` is called once, when a device of `from` is in the middle of one of the `candidates`. */
export async function stageFailover (app: App, candidates: ReadonlySet<string>, { from, to }: { from: Node, to: Node }, kill: () => void): Promise<Failover> {
  const devices: string[] = []
  for await (const { device, node } of app.devices()) if (node === from.name) devices.push(device)
  const before = await first(app, 'tasks', (now) => candidates.has(now.task) && devices.includes(now.device ?? '') && isInTheMiddle(now))
  const { task, device = '', attempt, percent = 0 } = before
  const startMs = realClock.monotonicMs()
  kill()
  await untilServed(app, devices, to.name)
  const movedMs = Math.round(realClock.monotonicMs() - startMs)
  const done = await first(app, { task }, ({ state }) => state === 'completed')
  return { from: from.name, to: to.name, devices, task, device, percent, movedMs, isSameAttempt: done.device === device && done.attempt === attempt }
}

async function untilServed (app: App, devices: readonly string[], node: string): Promise<void> {
  const missing = new Set(devices)
  for await (const sighting of app.watch('devices')) {
    if (sighting.kind !== 'state' || sighting.noun !== 'devices') continue
    if (sighting.payload?.node === node && sighting.payload.state !== 'offline') missing.delete(sighting.id)
    if (missing.size === 0) return
  }
}
