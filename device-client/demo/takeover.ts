// Kills a device in the middle of a task, and watches what becomes of that task: its lease runs out, another device begins it.

import type { TaskState } from '../../schemas/index.js'
import type { App, WatchTarget } from '../app.js'
import { realClock } from '../platform/clock.js'

export interface Takeover {
  readonly task: string
  readonly from: string
  readonly to: string
  /** How far it was at the kill. */
  readonly percent: number
  /** From the kill on, in milliseconds: until the lease was over, the other device had begun, and all was done. */
  readonly overMs: number
  readonly begunMs: number
  readonly doneMs: number
}

const middlePercent = 40

/** `kill` is called once, with a device that is in the middle of one of the `candidates`. */
export async function stageTakeover (app: App, candidates: ReadonlySet<string>, kill: (device: string) => void): Promise<Takeover> {
  const { task, device: from = '', percent = 0 } = await first(app, 'tasks', (state) => candidates.has(state.task) && isInTheMiddle(state))
  const startMs = realClock.monotonicMs()
  const sinceKill = (): number => Math.round(realClock.monotonicMs() - startMs)
  kill(from)
  await first(app, { task }, (now) => !isOn(now, (device) => device === from))
  const overMs = sinceKill()
  const { state, device: to = '' } = await first(app, { task }, (now) => now.state === 'completed' || isOn(now, (device) => device !== from))
  if (to === from) throw new Error(`${task} is ${state}: ${from} was too quick to be killed in the middle of it`)
  const begunMs = sinceKill()
  await first(app, { task }, (now) => now.state === 'completed')
  return { task, from, to, percent, overMs, begunMs, doneMs: sinceKill() }
}

function isInTheMiddle ({ state, percent = 0 }: TaskState): boolean {
  return state === 'executing' && percent >= middlePercent
}

function isOn ({ state, device = '' }: TaskState, isIt: (device: string) => boolean): boolean {
  return state === 'executing' && isIt(device)
}

/** The present state counts as well as what comes. */
async function first (app: App, target: WatchTarget, isIt: (now: TaskState) => boolean): Promise<TaskState> {
  for await (const sighting of app.watch(target)) {
    if (sighting.kind === 'state' && sighting.noun === 'tasks' && sighting.payload && isIt(sighting.payload)) return sighting.payload
  }
  throw new Error('the app was closed')
}
