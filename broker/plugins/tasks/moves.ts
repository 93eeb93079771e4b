/** What the rows of the task's lifecycle write, where it is more than a field. Pure. */
import type { Json, Patch } from '../../core/records.js'
import type { Device } from '../../core/device.js'
import { TASK_DEFAULTS } from '../../core/task.js'
import type { Task } from '../../core/task.js'
import type { EventOf } from './events.js'

/** The longest pause between two attempts. */
const BACKOFF_MAX_MS = 5 * 60_000
/** How long a device that let an offer lapse is the last resort for that task. */
export const AVOID_MS = 60_000
/** Each name makes the lane's key longer; of more devices the oldest is forgiven. */
const AVOID_MAX = 8

/**
 * What an offer to this device writes into whichever task the claim finds.
 * `offerMs` is how long it may take to answer; with begin implied the lease
 * starts with the offer, and `offerMs` on top is for its way there.
 */
export function offerPatch (device: Device, now: number, offerMs: number): Patch {
  const implied = device.begin === 'implied'
  const set: Record<string, Json> = { state: implied ? 'executing' : 'offered', device: device.id, since: now }
  if (implied) Object.assign(set, { implied: true, silent: true })
  return {
    set,
    add: { attempt: 1, offers: 1 },
    deadline: implied ? { at: now + offerMs, plus: 'leaseMs' } : { at: now + offerMs }
  }
}

/** The device has said something about its attempt: that is what counts as begun. */
export function spoken (task: Task): Partial<Task> {
  if (task.state === 'executing' && task.silent !== true) return {}
  return { begun: (task.begun ?? 0) + 1, silent: undefined }
}

export function lapsed (task: Task, now: number): Partial<Task> {
  return avoiding(task, task.device, now)
}

export function declined (task: Task, event: EventOf<'decline'>): Partial<Task> {
  const past = { attempt: event.attempt, device: event.device, how: 'declined' as const }
  return { past, ...avoiding(task, event.device, event.now) }
}

/** Doubles with every failed attempt; between three and five quarters of it, so that many do not come back at once. */
export function backoffMs (task: Task, jitter: number): number {
  const { backoffMs: first = TASK_DEFAULTS.backoffMs, fails = 0 } = task
  const plain = first * 2 ** Math.min(fails, 30)
  return Math.round(Math.min(plain * (0.75 + jitter / 2), BACKOFF_MAX_MS))
}

function avoiding (task: Task, device: string | undefined, now: number): Partial<Task> {
  if (device === undefined) return {}
  const others = (task.avoid ?? []).filter(id => id !== device)
  return { avoid: [...others, device].slice(-AVOID_MAX), avoidUntil: now + AVOID_MS }
}
