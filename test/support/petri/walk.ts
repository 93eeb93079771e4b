/**
 * Walks a lifecycle: every state × every event × records and events that make
 * each guard say yes and no. Each step is held against the rules, and what a move
 * leaves behind against what must hold of every record.
 */
import type { Device } from '../../../broker/core/device.js'
import { type Lifecycle, type Step, type Timed, step } from '../../../broker/core/lifecycle.js'
import type { StoredRecord } from '../../../broker/core/records.js'
import { ENDED, OPEN, type Task, expiryOf, isEnded, isHeld } from '../../../broker/core/task.js'
import type { DeviceEvent, deviceLifecycle } from '../../../broker/plugins/devices/lifecycle.js'
import type { TaskEvent } from '../../../broker/plugins/tasks/events.js'
import type { taskLifecycle } from '../../../broker/plugins/tasks/lifecycle.js'
import { offerPatch } from '../../../broker/plugins/tasks/moves.js'
import { type Verdict, deviceVerdict, taskVerdict } from './rules.js'

export const NOW = 1_000_000
const PAST = NOW - 1
const LATER = NOW + 5_000

/** Begun once, and offered twice. */
export const aTask: Task = {
  id: 't-1',
  v: 7,
  state: 'available',
  function: 'work',
  priority: 0,
  order: 1,
  leaseMs: 20_000,
  maxAttempts: 3,
  backoffMs: 1_000,
  onOffline: 'keep',
  keepMs: 60_000,
  notify: false,
  submitter: 'app',
  offerBytes: 100,
  attempt: 2,
  begun: 1,
  offers: 2,
  fails: 0,
  since: 1
}

export const aDevice: Device = {
  id: 'cam-7', v: 5, state: 'online', session: 3, functions: ['work'], capacity: 1, heartbeatMs: 10_000, mode: 'push', begin: 'explicit', replies: 'all', since: 1
}

/** What is left of an attempt before, and said of this one. */
const REPORTED: Partial<Task> = { error: { code: 'broken' }, percent: 50, note: 'half way' }

/** What differs between records of one state, so that each guard has both answers. */
const COUNTERS: readonly Partial<Task>[] = [{}, { begun: 2 }, { begun: 3 }, { offers: 30 }, { maxAttempts: 0, begun: 50, offers: 999 }, { begun: 0 }]
const TIMES: readonly Partial<Task>[] = [
  {}, { deadline: PAST }, { notAfter: PAST }, { expiresAt: PAST }, { dueAt: PAST }, { avoid: ['cam-7'], avoidUntil: PAST }, { deadline: PAST, expiresAt: PAST }, { notAfter: PAST, deadline: PAST, begun: 0 }
]
const PASTS: readonly (Task['past'])[] = [undefined, ...[1, 2].flatMap(attempt =>
  (['failed', 'declined'] as const).map(how => ({ attempt, device: 'cam-7', how })))]

export function tasks (): (Task | undefined)[] {
  return [undefined, ...[...OPEN, ...ENDED].flatMap(state => COUNTERS.flatMap(counters => TIMES.flatMap(times => PASTS.flatMap(past => {
    const held = state === 'offered' || state === 'executing'
    const task: Task = {
      ...aTask, state, device: 'cam-7', deadline: LATER, ...state === 'waiting' && { dueAt: LATER }, ...held && REPORTED, ...counters, ...times, ...past && { past }
    }
    // No such record comes about: the current attempt is over, too many were begun, or it is due without waiting.
    if ((held || state === 'completed') && past?.attempt === 2) return []
    const { begun = 0, maxAttempts = 3 } = task
    if (state === 'offered' && maxAttempts > 0 && begun >= maxAttempts) return []
    if (state !== 'waiting' && task.dueAt !== undefined) return []
    return state === 'executing' && counters.begun !== 3 ? [task, { ...task, implied: true, silent: true }] : [task]
  }))))]
}

export function taskEvents (): TaskEvent[] {
  const devices = ['cam-7', 'cam-8'].flatMap(device => [1, 2].map(attempt => ({ now: NOW, device, attempt })))
  const submission: Task = { ...aTask, state: 'available', attempt: 0, begun: 0, offers: 0, v: 1 }
  return [
    ...[undefined, PAST, LATER].flatMap(dueAt => [true, false].map((same): TaskEvent => ({ type: 'submit', now: NOW, task: { ...submission, dueAt }, same }))),
    ...(['explicit', 'implied'] as const).map((begin): TaskEvent => ({ type: 'offer', now: NOW, patch: offerPatch({ ...aDevice, begin }, NOW, 5_000) })),
    ...devices.flatMap((from): TaskEvent[] => [
      { type: 'begin', ...from }, { type: 'progress', ...from, percent: 5 }, { type: 'success', ...from }, { type: 'decline', ...from },
      ...[true, false].map((retry): TaskEvent => ({ type: 'fail', ...from, retry, error: { code: 'broken' }, jitter: 0.5 }))
    ]),
    ...['cam-7', 'cam-8'].map((device): TaskEvent => ({ type: 'release', now: NOW, device, reason: 'gone' })),
    { type: 'cancel', now: NOW }, { type: 'deadline', now: NOW }, { type: 'evict', now: NOW }
  ]
}

export function devices (): (Device | undefined)[] {
  return [undefined, ...(['online', 'offline'] as const).flatMap(state => [0, 10_000].flatMap(heartbeatMs => [undefined, { by: 'me', at: 1 }].map((cordoned): Device =>
    ({ ...aDevice, state, heartbeatMs, deadline: state === 'online' && heartbeatMs > 0 ? LATER : undefined, cordoned }))))]
}

export function deviceEvents (before: Device | undefined): DeviceEvent[] {
  const newborn = { ...before ?? aDevice, state: 'online', cordoned: undefined } as const
  return [
    ...[2, 3, 4].flatMap(session => [1, 2].map((capacity): DeviceEvent => ({ type: 'birth', now: NOW, session, device: { ...newborn, session, capacity } }))),
    ...[undefined, 2, 3, 4].flatMap((session): DeviceEvent[] => [{ type: 'speak', now: NOW, session }, { type: 'speak', now: NOW, session, adoptedBy: 'b' }, { type: 'leave', now: NOW, session }]),
    { type: 'deadline', now: NOW }, { type: 'unanswered', now: NOW }, { type: 'cordon', now: NOW, by: 'me' }, { type: 'uncordon', now: NOW }, { type: 'forget', now: NOW }
  ]
}

/** What is wrong with a table of tasks, the first few; empty where nothing is. */
export function walkTasks (table: typeof taskLifecycle): string[] {
  const events = taskEvents()
  return first(WRONGS_MAX, tasks(), task => events.flatMap(event =>
    judged(table, task, event, taskVerdict(task, event), (before, after) => taskWrongs(before, after, event))))
}

export function walkDevices (table: typeof deviceLifecycle): string[] {
  return first(WRONGS_MAX, devices(), device => deviceEvents(device).flatMap(event =>
    judged(table, device, event, deviceVerdict(device, event), (before, after) => deviceWrongs(before, after, event))))
}

const WRONGS_MAX = 5

function first<T> (max: number, items: readonly T[], wrongsOf: (item: T) => string[]): string[] {
  const wrongs: string[] = []
  for (const item of items) {
    wrongs.push(...wrongsOf(item))
    if (wrongs.length >= max) break
  }
  return wrongs.slice(0, max)
}

function judged<R extends StoredRecord & { state: S, since: number }, E extends Timed<string>, S extends string, C extends string> (
  table: Lifecycle<R, E, S, C>, record: R | undefined, event: E, verdict: Verdict, wrongs: (before: R | undefined, after: R) => string[]
): string[] {
  const where = `${event.type} in ${record?.state ?? 'none'}`
  try {
    const done = step(table, record, event)
    const [got, wanted] = [text(outcomeOf(done)), text(verdict)]
    const differs = got === wanted ? [] : [`${where}: ${got}, should be ${wanted}: ${JSON.stringify({ record, event })}`]
    if (done.type !== 'moved' || done.after === null) return differs
    return [...differs, ...wrongs(record, done.after).map(what => `${where}: broken: ${what}: ${JSON.stringify({ record, event, after: done.after })}`)]
  } catch (error) {
    return [`${where}: ${String(error)}`]
  }
}

function outcomeOf<R extends { state: string }> (done: Step<R, { emits?: string, recalls?: boolean, reject?: string }>): Verdict {
  switch (done.type) {
    case 'moved': return { to: done.after?.state ?? 'none', emits: done.row.emits, recalls: done.row.recalls === true }
    case 'unchanged': return 'same'
    case 'rejected': return { code: done.row.reject ?? '' }
  }
}

function text (verdict: Verdict): string {
  if (verdict === 'same') return 'nothing changes'
  if ('code' in verdict) return `rejected ${verdict.code}`
  return `to ${verdict.to}, tells ${verdict.emits ?? 'nothing'}${verdict.recalls === true ? ', recalls' : ''}`
}

/** What must hold of a task after any move. */
export function taskWrongs (before: Task | undefined, after: Task, event: TaskEvent): string[] {
  const { state, deadline, v, attempt, begun = 0, offers = 0, keepMs = 3_600_000 } = after
  const offered = event.type === 'offer' ? 1 : 0
  const rules: readonly (readonly [string, boolean])[] = [
    ['the version grows by one', before === undefined || v === before.v + 1],
    ['the attempt grows with an offer alone', before === undefined || attempt === before.attempt + offered],
    ['offers count offers', before === undefined || offers === (before.offers ?? 0) + offered],
    ['`begun` never shrinks, and grows with a word of the device', before === undefined || begun - (before.begun ?? 0) === begins(before, event)],
    ['what is held has a device and a deadline', !isHeld(after) || (after.device !== undefined && deadline !== undefined)],
    ['what has ended is kept for keepMs from now', !isEnded(after) || deadline === event.now + keepMs],
    ['what waits is due some time', state !== 'waiting' || (after.dueAt !== undefined && deadline !== undefined && deadline <= after.dueAt)],
    ['what is in the queue wakes at its expiry', state !== 'available' || (deadline ?? Infinity) <= expiryOf(after)],
    ['what is in the queue is not due any more', state !== 'available' || after.dueAt === undefined],
    ['only what executes is silent or implied', state === 'executing' || (after.silent === undefined && after.implied === undefined)],
    ['only what is held has progress', isHeld(after) || isEnded(after) || (after.percent === undefined && after.note === undefined)],
    ['`since` moves with the state', after.since === (before?.state === state && event.type !== 'offer' ? before.since : event.now)],
    ['who failed says why', state !== 'failed' || after.error !== undefined],
    ['who completed did not fail', state !== 'completed' || after.error === undefined]
  ]
  return rules.flatMap(([rule, holds]) => holds ? [] : [rule])
}

/** How many attempts count as begun because of this event. */
function begins (before: Task, { type }: TaskEvent): number {
  const unbegun = before.state === 'offered' || (before.state === 'executing' && before.silent === true)
  return unbegun && ['begin', 'progress', 'success', 'fail'].includes(type) ? 1 : 0
}

function deviceWrongs (before: Device | undefined, after: Device, event: DeviceEvent): string[] {
  const rules: readonly (readonly [string, boolean])[] = [
    ['the version grows, and follows the clock', before === undefined || after.v === Math.max(before.v + 1, NOW)],
    ['the session never shrinks', before === undefined || after.session >= before.session],
    ['who is online and has a heartbeat is missed some time', (after.deadline !== undefined) === (after.state === 'online' && after.heartbeatMs > 0)],
    ['`since` moves with the state', before === undefined || after.since === (before.state === after.state ? before.since : NOW)],
    ['only who is adopted changes its node', after.node === (event.type === 'speak' && event.adoptedBy !== undefined ? event.adoptedBy : before?.node)]
  ]
  return rules.flatMap(([rule, holds]) => holds ? [] : [rule])
}
