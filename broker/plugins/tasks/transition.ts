/** From a step of the lifecycle to what is committed, noted and told because of it. Pure. */
import type { Effect } from '../../core/effects.js'
import type { Internal, Rejection, Transition } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import { type Step, step } from '../../core/lifecycle.js'
import { type Task, isEnded } from '../../core/task.js'
import type { TaskEvent } from './events.js'
import { type TaskRow, taskLifecycle } from './lifecycle.js'

type Parts = Readonly<Record<string, string | null>>

export interface TaskOutcome {
  /** The task as it is now. */
  readonly task: Task | undefined
  readonly transition?: Transition
  readonly rejection?: Rejection
}

/** What an event does to a task, with the texts that are written beside it. */
export function happen (task: Task | undefined, event: TaskEvent, parts?: Parts): TaskOutcome {
  const done = step(taskLifecycle, task, event)
  switch (done.type) {
    case 'moved': return { task: done.after ?? undefined, transition: transitionOf(done, event, parts) }
    case 'unchanged': return { task }
    case 'rejected': return { task, rejection: rejectionOf(done.row, task) }
  }
}

/** Nothing where it has ended. */
export function cancelTask (task: Task, reason: string, now: number): readonly Transition[] {
  if (isEnded(task)) return []
  const { transition } = happen(task, { type: 'cancel', now, reason })
  return transition === undefined ? [] : [transition]
}

function transitionOf (moved: Extract<Step<Task, TaskRow>, { type: 'moved' }>, event: TaskEvent, parts: Parts | undefined): Transition {
  const { before, after, row } = moved
  const id = (after ?? before)?.id ?? ''
  const expect = before?.v ?? 0
  return {
    ...after !== null && follows(after, row) && { follow: [followOf(after)] },
    change: parts === undefined ? { kind: 'task', id, expect, record: after } : { kind: 'task', id, expect, record: after, parts },
    notes: [{ type: 'task', before, after, emits: row.emits }],
    effects: after === null ? [{ type: 'gone', kind: 'task', id }] : effectsOf(before, after, row, event.now)
  }
}

/** Of what it is a part, that goes on: a service also where its instance has begun. */
function follows (task: Task, row: TaskRow): boolean {
  if (task.run === undefined && task.service === undefined) return false
  return isEnded(task) || (task.service !== undefined && row.emits === 'began')
}

function followOf (task: Task): Internal {
  if (task.service !== undefined) return { key: 'services/advance', entity: task.service, body: {} }
  const entity = task.run ?? ''
  return task.function.startsWith(STEP_PREFIX) ? { key: 'executions/advance', entity, body: {} } : { key: 'workflows/ended', entity, body: { task: task.id } }
}

function effectsOf (before: Task | undefined, after: Task, row: TaskRow, at: number): Effect[] {
  const effects: Effect[] = [{ type: 'task', task: after, before, emits: row.emits, at }]
  if (row.recalls === true && before?.device !== undefined) effects.push(recall(before, before.device, after.reason ?? row.emits ?? ''))
  if (isEnded(after) && after.notify === true) effects.push({ type: 'ended', task: after })
  return effects
}

/** The device is told to stop. */
function recall (task: Task, device: string, reason: string): Effect {
  return { type: 'send', to: device, topic: `tasks/${task.id}/cancel`, payload: { attempt: task.attempt, reason } }
}

const MESSAGES: Readonly<Record<string, string>> = {
  'unknown-task': 'there is no such task, or it is no longer kept',
  conflict: 'a task of this id exists with another function, args or require; choose another id',
  'stale-attempt': 'this attempt is not yours, or it is over; stop working on it',
  ended: 'the task has ended; stop working on it'
}

function rejectionOf (row: TaskRow, task: Task | undefined): Rejection {
  const code = row.reject ?? 'internal'
  const current = task === undefined ? {} : { state: task.state, v: task.v, attempt: task.attempt }
  return { code, message: MESSAGES[code], ...current }
}
