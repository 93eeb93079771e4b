/**
 * The conditions in the table of the task's lifecycle, by name: the names stand
 * in the diagrams. Pure; each reads the record and the event alone.
 */
import { TASK_DEFAULTS, type Task, expiryOf } from '../../core/task.js'
import type { EventOf, TaskEvent } from './events.js'

interface Named<E> {
  readonly name: string
  readonly test: (task: Task, event: E) => boolean
}

type Attempted = TaskEvent & { readonly device: string, readonly attempt: number }

function when<E> (name: string, test: (task: Task, event: E) => boolean): Named<E> {
  return { name, test }
}

export const delayed = when<EventOf<'submit'>>('delayed', (_, e) => e.task.dueAt !== undefined && e.task.dueAt > e.now)
export const sameContent = when<EventOf<'submit'>>('same content', (_, e) => e.same)

export const implied = when<EventOf<'offer'>>('begin implied', (_, e) => e.patch.set.implied === true)

const isExpired = (task: Task, e: { now: number }): boolean => expiryOf(task) <= e.now
export const expired = when<TaskEvent>('expired', isExpired)
export const due = when<TaskEvent>('due', (task, e) => reached(task.dueAt, e.now))
export const readmitted = when<TaskEvent>('avoided long enough', (task, e) => reached(task.avoidUntil, e.now))

const isMine = (task: Task, e: { device: string, attempt: number }): boolean =>
  task.device === e.device && task.attempt === e.attempt
export const mine = when<Attempted>('current attempt', isMine)
export const mineSilent = when<Attempted>('current attempt, first word', (task, e) => isMine(task, e) && task.silent === true)
export const mineLast = when<EventOf<'fail'>>('current attempt, the last', (task, e) =>
  isMine(task, e) && (!e.retry || isSpent(task, begunWith(task))))
export const mineSpent = when<Attempted>('current attempt, attempts used up', (task, e) => isMine(task, e) && isSpent(task))
export const mineUndeliverable = when<Attempted>('current attempt, offers used up', (task, e) => isMine(task, e) && isUndeliverable(task))

/** An offer that nobody took up in its time, begin implied or not. */
const isLapsed = (task: Task, e: { now: number }): boolean =>
  (task.state === 'offered' || task.silent === true) && reached(task.deadline, e.now)
export const lapsed = when<TaskEvent>('offer not taken up', isLapsed)
export const lapsedForGood = when<TaskEvent>('offer not taken up, offers used up', (task, e) => isLapsed(task, e) && isUndeliverable(task))

const isTimedOut = (task: Task, e: { now: number }): boolean => task.silent !== true && reached(task.deadline, e.now)
export const timedOut = when<TaskEvent>('lease ran out', isTimedOut)
export const timedOutForGood = when<TaskEvent>('lease ran out, attempts used up', (task, e) => isTimedOut(task, e) && isSpent(task))

export const heldBy = when<EventOf<'release'>>('held by that device', (task, e) => task.device === e.device)
export const heldBySpent = when<EventOf<'release'>>('held by that device, attempts used up', (task, e) =>
  task.device === e.device && isSpent(task))

const past = (how: 'failed' | 'declined') => (task: Task, e: { device: string, attempt: number }): boolean =>
  task.past?.how === how && task.past.attempt === e.attempt && task.past.device === e.device
export const failedBefore = when<Attempted>('already failed so', past('failed'))
export const declinedBefore = when<Attempted>('already declined so', past('declined'))

export const kept = when<TaskEvent>('kept long enough', (task, e) => reached(task.deadline, e.now))

function reached (time: number | undefined, now: number): boolean {
  return time !== undefined && time <= now
}

/** Counts the attempt under way even where its `begin` got lost or is implied. */
function begunWith ({ state, silent, begun = 0 }: Task): number {
  return state === 'offered' || silent === true ? begun + 1 : begun
}

/** No further attempt may start: as many were begun or offered as may be. */
function isSpent (task: Task, begun = task.begun ?? 0): boolean {
  const { maxAttempts = TASK_DEFAULTS.maxAttempts } = task
  return (maxAttempts > 0 && begun >= maxAttempts) || isUndeliverable(task)
}

/** A task that is offered again and again and never begun must end, too. */
const OFFERS_PER_ATTEMPT = 10
function isUndeliverable ({ maxAttempts = TASK_DEFAULTS.maxAttempts, offers = 0 }: Task): boolean {
  return maxAttempts > 0 && offers >= maxAttempts * OFFERS_PER_ATTEMPT
}
