/**
 * The rules of the topic page about tasks and devices, said once more and
 * otherwise: as plain conditions, without rows. The walk holds the tables against
 * it. It must import nothing of the lifecycles but the types of their events.
 */
import type { Device } from '../../../broker/core/device.js'
import type { Task } from '../../../broker/core/task.js'
import type { DeviceEvent } from '../../../broker/plugins/devices/lifecycle.js'
import type { TaskEvent } from '../../../broker/plugins/tasks/events.js'

/** A new state, `none` where it is removed, and what the world and the holder are told; `same` where nothing changes; or the code of a rejection. */
export type Verdict =
  | { readonly to: string, readonly emits?: string | undefined, readonly recalls?: boolean }
  | 'same'
  | { readonly code: string }

const to = (state: string, emits?: string, recalls = false): Verdict => ({ to: state, emits, ...recalls && { recalls } })
const refused = (code: string): Verdict => ({ code })

type FromDevice = Extract<TaskEvent, { device: string, attempt: number }>

export function taskVerdict (task: Task | undefined, event: TaskEvent): Verdict {
  switch (event.type) {
    case 'submit': return task === undefined ? submitted(event) : event.same ? 'same' : refused('conflict')
    case 'offer': return task?.state === 'available' ? to(event.patch.set.implied === true ? 'executing' : 'offered', 'offered') : 'same'
    case 'cancel': return task === undefined ? refused('unknown-task') : cancelled(task)
    case 'evict': return task !== undefined && hasEnded(task) ? to('none') : 'same'
    case 'release': return task !== undefined && isOut(task) && task.device === event.device ? to(mayGoOn(task) ? 'available' : 'failed', 'released') : 'same'
    case 'deadline': return task === undefined ? 'same' : late(task, event.now)
    default: return task === undefined ? refused('unknown-task') : said(task, event)
  }
}

function submitted ({ task, now }: Extract<TaskEvent, { type: 'submit' }>): Verdict {
  return to((task.dueAt ?? now) > now ? 'waiting' : 'available', 'submitted')
}

/** Final when stored; again is as before, and after any other end it comes too late. */
function cancelled (task: Task): Verdict {
  if (task.state === 'cancelled') return 'same'
  return hasEnded(task) ? refused('ended') : to('cancelled', 'cancelled', isOut(task))
}

function said (task: Task, event: FromDevice): Verdict {
  const own = task.attempt === event.attempt && task.device === event.device
  return own && isOut(task) ? saidInTime(task, event) : saidLate(task, event, own)
}

function saidInTime (task: Task, event: FromDevice): Verdict {
  switch (event.type) {
    case 'begin': return task.state === 'offered' || isSilent(task) ? to('executing', 'began') : 'same'
    case 'progress': return to('executing', 'progressed')
    case 'success': return to('completed', 'succeeded')
    case 'fail': return to(event.retry && mayGoOn(task, 1) ? 'waiting' : 'failed', 'failed')
    case 'decline': return to(mayGoOn(task) ? 'available' : 'failed', 'declined')
  }
}

/** An attempt is over as soon as its offer or lease is; only what it said itself may be said again. */
function saidLate (task: Task, { type, attempt, device }: FromDevice, own: boolean): Verdict {
  const { past, state } = task
  if (own && state === 'completed') return type === 'fail' || type === 'decline' ? refused('ended') : 'same'
  const before = past?.attempt === attempt && past.device === device ? past.how : undefined
  if ((type === 'fail' && before === 'failed') || (type === 'decline' && before === 'declined')) return 'same'
  return refused(own && hasEnded(task) ? 'ended' : 'stale-attempt')
}

function late (task: Task, now: number): Verdict {
  if (hasEnded(task)) return has(task.deadline, now) ? to('none') : 'same'
  const tooLate = has(task.notAfter, now) || (task.begun === 0 && has(task.expiresAt, now))
  if (tooLate && task.state !== 'executing') return to('expired', 'expired', task.state === 'offered')
  if (isOut(task)) return has(task.deadline, now) ? runOut(task) : 'same'
  if (task.state === 'waiting') return has(task.dueAt, now) ? to('available', 'due') : 'same'
  return has(task.avoidUntil, now) ? to('available') : 'same'
}

/** An offer that nobody took up lapses; who lets a lease run out is told to stop. */
function runOut (task: Task): Verdict {
  const next = mayGoOn(task) ? 'available' : 'failed'
  return task.state === 'offered' || isSilent(task) ? to(next, 'lapsed') : to(next, 'timed-out', true)
}

/** Attempts count once they were begun; `extra` for one whose failure is its first word. */
function mayGoOn (task: Task, extra = 0): boolean {
  const { maxAttempts = 3, offers = 0, begun = 0 } = task
  if (maxAttempts === 0) return true
  const unsaid = task.state === 'offered' || isSilent(task)
  return begun + (unsaid ? extra : 0) < maxAttempts && offers < 10 * maxAttempts
}

function isOut ({ state }: Task): boolean {
  return state === 'offered' || state === 'executing'
}

function hasEnded ({ state }: Task): boolean {
  return ['completed', 'failed', 'cancelled', 'expired'].includes(state)
}

function isSilent ({ state, silent }: Task): boolean {
  return state === 'executing' && silent === true
}

function has (time: number | undefined, now: number): boolean {
  return time !== undefined && time <= now
}

export function deviceVerdict (device: Device | undefined, event: DeviceEvent): Verdict {
  const online = device?.state === 'online'
  const session = 'session' in event ? event.session : undefined
  if (device !== undefined && session !== undefined && session < device.session) return refused('stale-session')
  switch (event.type) {
    case 'birth': return born(device, event)
    case 'leave': return online ? to('offline', 'left') : 'same'
    case 'deadline': return online && device.heartbeatMs > 0 ? to('offline', 'lost') : 'same'
    case 'unanswered': return online ? to('offline', 'lost') : 'same'
    default: return device === undefined ? refused('unknown-device') : managed(device, event)
  }
}

/** The same session again while it is there is a renewal, which is no news unless it says something new. */
function born (before: Device | undefined, { session, device }: Extract<DeviceEvent, { type: 'birth' }>): Verdict {
  if (before?.state !== 'online' || session !== before.session) return to('online', 'born')
  return device.capacity === before.capacity ? 'same' : to('online')
}

function managed (device: Device, event: Extract<DeviceEvent, { type: 'speak' | 'cordon' | 'uncordon' | 'forget' }>): Verdict {
  const { type } = event
  if (type === 'forget') return to('none', 'forgotten')
  if (event.type === 'speak') return device.state === 'offline' ? to('online', 'born') : event.adoptedBy === undefined ? 'same' : to('online')
  return (device.cordoned === undefined) === (type === 'cordon') ? to(device.state, `${type}ed`) : 'same'
}
