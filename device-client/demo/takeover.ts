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

export interface Victims {
  /** Stands still (SIGSTOP) until it is killed or goes on. */
  hold: (device: string) => void
  goOn: (device: string) => void
  kill: (device: string) => void
}

/** One device is killed, in the middle of one of the candidates. */
export async function stageTakeover (app: App, isCandidate: (now: TaskState) => boolean, { hold, goOn, kill }: Victims): Promise<Takeover> {
  const tried = new Set<string>()
  let task: string
  let from: string
  for (;;) {
    ({ task, device: from = '' } = await first(app, 'tasks', (now) => !tried.has(now.task) && isCandidate(now) && isInTheMiddle(now)))
    hold(from)
    // What it said before is on its way: the second answer is behind that.
    await app.get(task)
    if (isOnDevice(await app.get(task), from)) break
    goOn(from)
    tried.add(task)
  }
  const startMs = realClock.monotonicMs()
  const sinceKill = (): number => Math.round(realClock.monotonicMs() - startMs)
  kill(from)
  let percent = 0
  await first(app, { task }, (now) => {
    // What it still said is on its way.
    if (isOnDevice(now, from)) percent = now.percent ?? percent
    return !isOnDevice(now, from)
  })
  const overMs = sinceKill()
  const { state, device: to = '' } = await first(app, { task }, (now) => now.state === 'executing' || now.state === 'completed')
  if (to === from) throw new Error(`${task} is ${state}: ${from} was too quick to be killed in the middle of it`)
  const begunMs = sinceKill()
  await first(app, { task }, (now) => now.state === 'completed')
  return { task, from, to, percent, overMs, begunMs, doneMs: sinceKill() }
}

export function isInTheMiddle ({ state, percent = 0 }: TaskState): boolean {
  return state === 'executing' && percent >= middlePercent
}

function isOnDevice ({ state, device }: Pick<TaskState, 'state' | 'device'>, id: string): boolean {
  return state === 'executing' && device === id
}

/** The present state counts as well as what comes. */
export async function first (app: App, target: WatchTarget, isIt: (now: TaskState) => boolean): Promise<TaskState> {
  for await (const sighting of app.watch(target)) {
    if (sighting.kind === 'state' && sighting.noun === 'tasks' && sighting.payload && isIt(sighting.payload)) return sighting.payload
  }
  throw new Error('the app was closed')
}
