/**
 * What a device says about its attempt: begin, progress, success, fail and
 * decline. The lifecycle judges it; here the message becomes an event and the
 * outcome a reply.
 */
import type { TaskBegin, TaskDecline, TaskFail, TaskProgress, TaskSuccess } from '../../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import type { Device } from '../../../core/device.js'
import type { Effect, Note } from '../../../core/effects.js'
import { type Awaitable, after } from '../../../core/records.js'
import { type Task, isEnded } from '../../../core/task.js'
import type { TaskEvent } from '../events.js'
import { happen } from '../transition.js'
import { staleSession } from '../../devices/session.js'

interface AttemptBody { readonly attempt: number, readonly session?: number, readonly next?: number }

interface Facts {
  readonly task: Task | undefined
  readonly device: Device | undefined
}

interface Spoken<B> {
  readonly key: string
  readonly event: (body: B, command: Command<B>) => Omit<TaskEvent, 'now' | 'device' | 'attempt'> & { type: TaskEvent['type'] }
  readonly reply: (task: Task, moved: boolean, now: number) => object
  readonly result?: (body: B) => unknown
  /** May be the end of the task. */
  readonly ends?: true
}

const standing = (task: Task, attempt: number): object => ({ v: task.v, attempt, state: task.state })

/** A repeated command renews nothing, so what it is told is what is left. */
const lease = (task: Task, moved: boolean, now: number): object => {
  const { v, attempt, leaseMs, deadline = now } = task
  if (task.state !== 'executing') return { v, attempt, leaseMs: 0, deadline: task.since, state: task.state }
  const leftMs = Math.max(deadline - now, 0)
  return { v, attempt, leaseMs: moved && task.implied !== true ? Math.min(leaseMs, leftMs) : leftMs, deadline }
}

function spoken<B extends AttemptBody> ({ key, event, reply, result, ends }: Spoken<B>): CommandDefinition {
  return define<B, Facts>({
    key,
    ofExecution: true,
    optimistic: true,
    order: ({ entity, principal }) => ({ exclusive: `task ${entity}`, shared: `device ${principal}` }),
    read,
    decide ({ task, device }, command, { limits }): Decision {
      const { body, principal, now } = command
      const stale = staleSession(device, body.session)
      if (stale !== undefined) return { reject: stale }
      const text = result === undefined ? undefined : textOf(result(body))
      if (text !== undefined && Buffer.byteLength(text) > limits.valueBytes) return { reject: tooLarge(text, limits.valueBytes) }
      // Into the event, not into a copy: of objects of so many shapes that costs a microsecond.
      const happened = Object.assign(event(body, command), { now, device: principal, attempt: body.attempt }) as TaskEvent
      const outcome = happen(task, happened, text === undefined ? undefined : { result: text })
      if (outcome.rejection !== undefined) return { reject: outcome.rejection }
      if (outcome.task === undefined) return { transitions: [] }
      const moved = outcome.transition !== undefined
      return {
        transitions: moved ? [outcome.transition] : [],
        reply: reply(outcome.task, moved, now),
        notes: moved ? credit(principal, body.next) : [],
        effects: moved || !ends ? [] : endAgain(outcome.task)
      }
    }
  })
}

export const attemptCommands: readonly CommandDefinition[] = [
  spoken<TaskBegin>({ key: 'tasks/begin', event: () => ({ type: 'begin' }), reply: lease }),
  spoken<TaskProgress>({
    key: 'tasks/progress',
    event: ({ percent, note }) => ({ type: 'progress', percent, note }),
    reply: (task, moved, now) => task.state === 'executing' ? lease(task, moved, now) : standing(task, task.attempt)
  }),
  spoken<TaskSuccess>({
    key: 'tasks/success',
    event: () => ({ type: 'success' }),
    reply: task => standing(task, task.attempt),
    result: ({ result }) => result,
    ends: true
  }),
  spoken<TaskFail>({
    key: 'tasks/fail',
    event: ({ error, retry = true }, { random }) => ({ type: 'fail', error, retry, jitter: random }),
    reply: task => standing(task, task.attempt),
    ends: true
  }),
  spoken<TaskDecline>({
    key: 'tasks/decline',
    event: ({ reason }) => ({ type: 'decline', reason }),
    reply: task => standing(task, task.attempt)
  })
]

function read (reader: Reader, { entity, principal }: Command<AttemptBody>): Awaitable<Facts> {
  return after(reader.record('task', entity), task => ({ task: task as Task | undefined, device: reader.candidate(principal)?.device }))
}

/**
 * Said again, as after a crash between the writing of the end and the telling of it: nobody knows whether the
 * submitter heard of it.
 */
function endAgain (task: Task): Effect[] {
  return task.notify === true && isEnded(task) ? [{ type: 'ended', task }] : []
}

function credit (device: string, level: number | undefined): Note[] {
  return level === undefined ? [] : [{ type: 'credit', device, level }]
}

function textOf (value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}

function tooLarge (text: string, limit: number): { code: string, message: string } {
  return { code: 'result-too-large', message: `the result takes ${Buffer.byteLength(text)} bytes, at most ${limit} are kept; store it elsewhere and send a reference` }
}
