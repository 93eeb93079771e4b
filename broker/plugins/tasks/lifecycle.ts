/**
 * The lifecycle of a task, as a table. Pure: it imports the core alone.
 *
 *              ┌────── backoff ─────┐
 *   submit ─▶ waiting ─▶ available ─┼─▶ offered ─▶ executing ─▶ completed
 *                 │          ▲      │      │            │
 *                 │          └──────┴──────┴── lapse, decline, timeout, release
 *                 └──▶ cancelled · expired        fail ─▶ waiting · failed
 *
 * The first fitting row of a state and an event counts, so the rows with guards
 * stand above those without. Every state knows every event.
 */
import { applyPatch } from '../../core/records.js'
import { type Lifecycle, NONE, type Row, rowsOf } from '../../core/lifecycle.js'
import { ENDED, HELD, OPEN, TASK_DEFAULTS, type Task, type TaskState, expiryOf } from '../../core/task.js'
import type { EventOf, TaskEvent } from './events.js'
import * as guard from './guards.js'
import { backoffMs, lapsed, spoken, declined } from './moves.js'

export type TaskCode = 'unknown-task' | 'conflict' | 'stale-attempt' | 'ended'
export type TaskRow = Row<Task, TaskEvent, TaskState, TaskCode>
type Table = readonly TaskRow[]

const on = rowsOf<Task, TaskEvent, TaskState, TaskCode>()

const PENDING: readonly TaskState[] = ['waiting', 'available']
const STOPPED: readonly TaskState[] = ['failed', 'cancelled', 'expired']
const ALL = [...OPEN, ...ENDED]

const submitted: Table = [
  on('submit', { from: [NONE], when: guard.delayed, to: 'waiting', apply: (_, e) => created(e.task, e.task.dueAt), emits: 'submitted' }),
  on('submit', { from: [NONE], to: 'available', apply: (_, e) => created(e.task, undefined), emits: 'submitted' }),
  on('submit', { from: ALL, when: guard.sameContent }),
  on('submit', { from: ALL, reject: 'conflict' })
]

const queued: Table = [
  on('deadline', { from: PENDING, when: guard.expired, to: 'expired', apply: ended, emits: 'expired' }),
  on('deadline', { from: ['waiting'], when: guard.due, to: 'available', apply: task => queue(task, { dueAt: undefined }), emits: 'due' }),
  on('deadline', { from: ['available'], when: guard.readmitted, to: 'available', apply: task => queue(task, { avoid: undefined, avoidUntil: undefined }) }),
  on('offer', { from: ['available'], when: guard.implied, to: 'executing', apply: (task, e) => applyPatch(task, e.patch), emits: 'offered' }),
  on('offer', { from: ['available'], to: 'offered', apply: (task, e) => applyPatch(task, e.patch), emits: 'offered' }),
  on('offer', { from: [NONE, 'waiting', ...HELD, ...ENDED] }),
  on('cancel', { from: PENDING, to: 'cancelled', apply: withReason, emits: 'cancelled' }),
  on('begin', { from: PENDING, reject: 'stale-attempt' }),
  on('progress', { from: PENDING, reject: 'stale-attempt' }),
  on('success', { from: PENDING, reject: 'stale-attempt' })
]

const held: Table = [
  on('begin', { from: ['offered'], when: guard.mine, to: 'executing', apply: begun, emits: 'began' }),
  on('begin', { from: ['executing'], when: guard.mineSilent, to: 'executing', apply: spoken, emits: 'began' }),
  on('begin', { from: ['executing'], when: guard.mine }),
  on('begin', { from: HELD, reject: 'stale-attempt' }),

  on('progress', { from: HELD, when: guard.mine, to: 'executing', apply: progressed, emits: 'progressed' }),
  on('progress', { from: HELD, reject: 'stale-attempt' }),

  on('success', { from: HELD, when: guard.mine, to: 'completed', apply: succeeded, emits: 'succeeded' }),
  on('success', { from: HELD, reject: 'stale-attempt' }),

  on('fail', { from: HELD, when: guard.mineLast, to: 'failed', apply: (task, e) => ({ ...failure(task, e), ...ended(task, e) }), emits: 'failed' }),
  on('fail', { from: HELD, when: guard.mine, to: 'waiting', apply: (task, e) => ({ ...failure(task, e), ...backedOff(task, e) }), emits: 'failed' }),

  on('decline', { from: ['executing'], when: guard.mineSpent, to: 'failed', apply: (task, e) => ({ ...declined(task, e), ...lost(task, e, 'declined', e.reason ?? 'the device gave it back') }), emits: 'declined' }),
  on('decline', { from: ['offered'], when: guard.mineUndeliverable, to: 'failed', apply: (task, e) => ({ ...declined(task, e), ...undeliverable(task, e) }), emits: 'declined' }),
  on('decline', { from: HELD, when: guard.mine, to: 'available', apply: (task, e) => queue(task, declined(task, e)), emits: 'declined' }),

  on('deadline', { from: ['offered'], when: guard.expired, to: 'expired', apply: ended, emits: 'expired', recalls: true }),
  on('deadline', { from: HELD, when: guard.lapsedForGood, to: 'failed', apply: undeliverable, emits: 'lapsed' }),
  on('deadline', { from: HELD, when: guard.lapsed, to: 'available', apply: (task, e) => queue(task, lapsed(task, e.now)), emits: 'lapsed' }),
  on('deadline', { from: ['executing'], when: guard.timedOutForGood, to: 'failed', apply: timedOut, emits: 'timed-out', recalls: true }),
  on('deadline', { from: ['executing'], when: guard.timedOut, to: 'available', apply: task => queue(task, {}), emits: 'timed-out', recalls: true }),

  on('release', { from: HELD, when: guard.heldBySpent, to: 'failed', apply: (task, e) => lost(task, e, 'device-lost', e.reason), emits: 'released' }),
  on('release', { from: HELD, when: guard.heldBy, to: 'available', apply: task => queue(task, {}), emits: 'released' }),
  on('release', { from: [NONE, ...ALL] }),

  on('cancel', { from: HELD, to: 'cancelled', apply: withReason, emits: 'cancelled', recalls: true })
]

const over: Table = [
  on('begin', { from: ['completed'], when: guard.mine }),
  on('progress', { from: ['completed'], when: guard.mine }),
  on('success', { from: ['completed'], when: guard.mine }),
  on('fail', { from: ['completed'], when: guard.mine, reject: 'ended' }),
  on('cancel', { from: ['cancelled'] }),
  on('cancel', { from: ENDED, reject: 'ended' }),
  ...(['begin', 'progress', 'success'] as const).flatMap(type => [
    on(type, { from: STOPPED, when: guard.mine, reject: 'ended' }),
    on(type, { from: ENDED, reject: 'stale-attempt' })
  ]),
  on('deadline', { from: ENDED, when: guard.kept, to: NONE }),
  on('evict', { from: ENDED, to: NONE }),
  on('evict', { from: [NONE, ...OPEN] })
]

/** Said again by the device whose attempt ended so: accepted as before. */
const repeated: Table = [
  on('fail', { from: ALL, when: guard.failedBefore }),
  on('fail', { from: STOPPED, when: guard.mine, reject: 'ended' }),
  on('fail', { from: ALL, reject: 'stale-attempt' }),
  on('decline', { from: ALL, when: guard.declinedBefore }),
  on('decline', { from: ENDED, when: guard.mine, reject: 'ended' }),
  on('decline', { from: ALL, reject: 'stale-attempt' }),
  // A deadline that was moved before its event came.
  on('deadline', { from: [NONE, ...ALL] })
]

const unknown: Table = (['begin', 'progress', 'success', 'fail', 'decline', 'cancel'] as const)
  .map(type => on(type, { from: [NONE], reject: 'unknown-task' }))

export const taskLifecycle: Lifecycle<Task, TaskEvent, TaskState, TaskCode> = {
  name: 'task',
  states: ALL,
  events: ['submit', 'offer', 'begin', 'progress', 'success', 'fail', 'decline', 'cancel', 'release', 'deadline', 'evict'],
  rows: [...submitted, ...queued, ...held, ...over, ...repeated, ...unknown]
}

function created (task: Task, dueAt: number | undefined): Partial<Task> {
  return { ...task, dueAt, deadline: earliest(dueAt, expiryOf(task)) }
}

/** Back into its lane, at its old place. */
function queue (task: Task, change: Partial<Task>): Partial<Task> {
  const next = { ...task, ...change }
  return { ...change, implied: undefined, silent: undefined, movedAt: undefined, percent: undefined, note: undefined, deadline: earliest(next.avoidUntil, expiryOf(next)) }
}

/** Field by field, as every task comes by it. */
function begun (task: Task, event: EventOf<'begin'>): Partial<Task> {
  return { begun: (task.begun ?? 0) + 1, silent: undefined, deadline: event.now + task.leaseMs }
}

function progressed (task: Task, event: EventOf<'progress'>): Partial<Task> {
  const { percent = task.percent, note = task.note, now } = event
  const plain = { ...spoken(task), deadline: now + task.leaseMs, percent, note }
  if (task.stallMs === undefined) return plain
  const isMoving = percent !== task.percent || note !== task.note || task.state === 'offered'
  const movedAt = isMoving ? now : task.movedAt ?? task.since
  return { ...plain, movedAt, deadline: Math.min(plain.deadline, movedAt + task.stallMs) }
}

/** Field by field, as every task comes by it. */
function succeeded (task: Task, event: EventOf<'success'>): Partial<Task> {
  return { begun: spoken(task).begun ?? task.begun, silent: undefined, implied: undefined, dueAt: undefined, percent: undefined, error: undefined, deadline: event.now + (task.keepMs ?? TASK_DEFAULTS.keepMs) }
}

function failure (task: Task, event: EventOf<'fail'>): Partial<Task> {
  const past = { attempt: event.attempt, device: event.device, how: 'failed' as const }
  return { ...spoken(task), error: event.error, fails: (task.fails ?? 0) + 1, past, movedAt: undefined, percent: undefined, note: undefined }
}

function backedOff (task: Task, event: EventOf<'fail'>): Partial<Task> {
  const dueAt = event.now + backoffMs(task, event.jitter)
  return { implied: undefined, dueAt, deadline: earliest(dueAt, task.notAfter) }
}

function timedOut (task: Task, event: { now: number }): Partial<Task> {
  const { stallMs = Infinity, movedAt = task.since } = task
  return event.now >= movedAt + stallMs
    ? lost(task, event, 'stalled', `its progress stood still for ${stallMs} ms`)
    : lost(task, event, 'timed-out', 'the lease ran out without a word: report progress, or ask for a longer leaseMs')
}

function withReason (task: Task, event: EventOf<'cancel'>): Partial<Task> {
  return { ...ended(task, event), reason: event.reason }
}

function undeliverable (task: Task, event: { now: number }): Partial<Task> {
  const error = { code: 'undeliverable', message: `no device took it in ${task.offers} offers` }
  return { ...ended(task, event), error }
}

function lost (task: Task, event: { now: number }, code: string, message: string): Partial<Task> {
  return { ...ended(task, event), error: { code, message } }
}

function ended (task: Task, event: { now: number }): Partial<Task> {
  return { dueAt: undefined, implied: undefined, silent: undefined, deadline: event.now + (task.keepMs ?? TASK_DEFAULTS.keepMs) }
}

function earliest (one = Infinity, other = Infinity): number | undefined {
  const first = Math.min(one, other)
  return first === Infinity ? undefined : first
}
