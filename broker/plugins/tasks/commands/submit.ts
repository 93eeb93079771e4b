/**
 * Submitting tasks, one or many. The app chooses the id, so the same submit
 * again is the recall: it is answered with the state, and the result once there
 * is one.
 */
import type { TaskSubmit, TaskSubmitMany } from '../../../../schemas/index.js'
import { canonical } from '../../../core/canonical.js'
import { type Command, type CommandDefinition, type Decision, type Limits, type Reader, type Rejection, type Transition, define } from '../../../core/command.js'
import { offerBytesOf } from '../../../core/offer.js'
import { WithTexts } from '../../../core/payload.js'
import { STEP_PREFIX } from '../../../core/deployment.js'
import { mayTouch } from '../../../core/permissions.js'
import { DEFAULT_QUEUE } from '../../../core/queue.js'
import { type Awaitable, after } from '../../../core/records.js'
import { TASK_DEFAULTS } from '../../../core/task.js'
import type { Task } from '../../../core/task.js'
import { taskDocument } from '../documents.js'
import { argsProblem } from '../arguments.js'
import { type TaskOutcome, happen } from '../transition.js'
import { notYours } from './manage.js'

const LEASE_MS = 20_000

/** What is there under the id that is submitted. */
interface Known {
  readonly task: Task | undefined
  readonly args?: string | undefined
  readonly result?: string | undefined
  /** What is wrong with the arguments of one that is not there yet. */
  readonly problem?: string | undefined
}

/** `open`: how many the submitter has already. */
interface Facts extends Known { readonly order: number, readonly open: number }
interface ManyFacts { readonly known: readonly Known[], readonly order: number, readonly open: number }

export const submitOne = define<TaskSubmit, Facts>({
  key: 'tasks/submit',
  optimistic: true,
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  read: (reader, { entity, principal, body }) => after(readKnown(reader, entity, body), known => ({ ...known, order: reader.order(1), open: reader.openTasks(principal) })),
  decide (facts, command, { limits }): Decision {
    const { outcome, rejection } = submit(command.entity, command.body, facts, { order: facts.order, open: facts.open }, command, limits)
    if (rejection !== undefined) return { reject: rejection }
    const { task, transition } = outcome
    if (task === undefined) return { transitions: [] }
    return { transitions: transition ? [transition] : [], reply: new WithTexts(taskDocument(task), { result: facts.result }) }
  }
})

export const submitMany = define<TaskSubmitMany, ManyFacts>({
  key: 'tasks/submit-many',
  optimistic: true,
  order: () => undefined,
  async read (reader, { body, principal }) {
    const known = await Promise.all(body.tasks.map(task => readKnown(reader, task.task, task)))
    return { known, order: reader.order(body.tasks.length), open: reader.openTasks(principal) }
  },
  decide ({ known, order, open }, command, { limits }): Decision {
    const transitions: Transition[] = []
    const made = new Map<string, Known>()
    const tasks = command.body.tasks.map((submission, index) => {
      const before = made.get(submission.task) ?? known[index] ?? { task: undefined }
      const { outcome, rejection } = submit(submission.task, submission, before, { order: order + index, open: open + made.size }, command, limits)
      if (rejection !== undefined) return { task: submission.task, code: rejection.code, message: rejection.message }
      if (outcome.transition !== undefined) transitions.push(outcome.transition)
      if (before.task === undefined) made.set(submission.task, { task: outcome.task, args: argsText(submission) })
      return { task: submission.task, state: outcome.task?.state, v: outcome.task?.v }
    })
    return { transitions, reply: { tasks: fitting(tasks, limits.valueBytes) } }
  }
})

/** A thousand explanations do not fit one message; their codes do. */
function fitting (outcomes: readonly { message?: string | undefined }[], bytesMax: number): readonly object[] {
  if (Buffer.byteLength(JSON.stringify(outcomes)) <= bytesMax) return outcomes
  return outcomes.map(({ message, ...outcome }) => outcome)
}

export const submitCommands: readonly CommandDefinition[] = [submitOne, submitMany]

function readKnown (reader: Reader, id: string, submission: TaskSubmit): Awaitable<Known> {
  return after(reader.record('task', id), task => task === undefined
    ? { task: undefined, problem: argsProblem(reader, submission) }
    : after(reader.part('task', id, 'args'), args => after(reader.part('task', id, 'result'), result => ({ task: task as Task, args, result }))))
}

type Submitted =
  | { readonly outcome: TaskOutcome, readonly rejection: undefined }
  | { readonly outcome?: undefined, readonly rejection: Rejection }

/** Its place among all, and how many its submitter has already. */
interface Standing { readonly order: number, readonly open: number }

function submit (id: string, submission: TaskSubmit, known: Known, { order, open }: Standing, command: Command, { valueBytes, openTasksMax = Infinity }: Limits): Submitted {
  const { key, now, principal, sender } = command
  if (known.task !== undefined && !mayTouch(sender, key, known.task.submitter)) return { rejection: notYours }
  const args = argsText(submission)
  const rejection = known.task !== undefined ? undefined : open >= openTasksMax ? quota(open) : refuse(submission, args, known.problem, now, valueBytes)
  if (rejection !== undefined) return { rejection }
  const task = taskOf(id, submission, args, principal, order, now)
  const outcome = happen(known.task, { type: 'submit', now, task, same: isSame(known, task, args) }, args === undefined ? undefined : { args })
  return outcome.rejection === undefined ? { outcome, rejection: undefined } : { rejection: outcome.rejection }
}

/** The task of a step of an execution. */
export function submitStep (id: string, submission: TaskSubmit, args: string, { id: run, submitter }: { readonly id: string, readonly submitter: string }, order: number, now: number): readonly Transition[] {
  const task = { ...taskOf(id, submission, args, submitter, order, now), run }
  const { transition } = happen(undefined, { type: 'submit', now, task, same: true }, { args })
  return transition === undefined ? [] : [transition]
}

/** The task of an instance of a service. */
export function submitInstance (id: string, submission: TaskSubmit, args: string, { id: service, submitter }: { readonly id: string, readonly submitter: string }, order: number, now: number): readonly Transition[] {
  const task = { ...taskOf(id, submission, args, submitter, order, now), service }
  const { transition } = happen(undefined, { type: 'submit', now, task, same: true }, { args })
  return transition === undefined ? [] : [transition]
}

/** A task that no command of its submitter submits, but what that has left behind: refused as a command would be. */
export function submitFor (reader: Reader, id: string, submission: TaskSubmit, submitter: string, now: number): { readonly transitions: readonly Transition[] } | { readonly rejection: Rejection } {
  const { valueBytes, openTasksMax = Infinity } = reader.limits
  const args = argsText(submission)
  const open = reader.openTasks(submitter)
  const rejection = open >= openTasksMax ? quota(open) : refuse(submission, args, argsProblem(reader, submission), now, valueBytes)
  if (rejection !== undefined) return { rejection }
  const { transition } = happen(undefined, { type: 'submit', now, task: taskOf(id, submission, args, submitter, reader.order(1), now), same: true }, args === undefined ? undefined : { args })
  return { transitions: transition === undefined ? [] : [transition] }
}

/** About as long as a task takes: by then there may be room. */
const ROOM_MS = 5_000

function quota (open: number): Rejection {
  return { code: 'quota', message: `you have ${open} open tasks, as many as one may have: wait until some have ended`, retryAfterMs: ROOM_MS }
}

function refuse ({ function: name, notAfter }: TaskSubmit, args: string | undefined, problem: string | undefined, now: number, valueBytes: number): Rejection | undefined {
  if (name.startsWith(STEP_PREFIX)) return { code: 'invalid', message: '`function`: steps of deployments are called by executing the deployment' }
  if (notAfter !== undefined && notAfter < now) return { code: 'too-late', message: `notAfter was ${now - notAfter} ms ago` }
  const bytes = args === undefined ? 0 : Buffer.byteLength(args)
  if (bytes > valueBytes) return { code: 'too-large', message: `args take ${bytes} bytes, at most ${valueBytes} are taken; store them elsewhere and send a reference` }
  if (problem !== undefined) return { code: 'bad-args', message: problem }
  return undefined
}

function taskOf (id: string, submission: TaskSubmit, args: string | undefined, submitter: string, order: number, now: number): Task {
  const { function: name, queue, require, leaseMs: wanted = LEASE_MS, stallMs, notBefore = 0, delayMs = 0, notAfter, expiresMs, notify, tag } = submission
  const dueAt = Math.max(notBefore, now + delayMs)
  const leaseMs = stallMs === undefined ? wanted : Math.min(wanted, stallMs)
  return {
    id,
    v: 1,
    state: 'available',
    function: name,
    queue: queue === DEFAULT_QUEUE ? undefined : queue,
    require,
    priority: unlessDefault(submission, 'priority'),
    order,
    leaseMs,
    maxAttempts: unlessDefault(submission, 'maxAttempts'),
    backoffMs: unlessDefault(submission, 'backoffMs'),
    notAfter,
    expiresAt: expiresMs === undefined ? undefined : now + expiresMs,
    stallMs,
    onOffline: unlessDefault(submission, 'onOffline'),
    keepMs: unlessDefault(submission, 'keepMs'),
    notify: notify === true ? true : undefined,
    tag,
    submitter,
    run: undefined,
    service: undefined,
    offerBytes: offerBytesOf(id, name, args, leaseMs),
    attempt: 0,
    since: now,
    dueAt,
    // What it has only later, if at all. Written out, so that all tasks have the same fields in the same order: a copy is cheap then.
    begun: undefined,
    offers: undefined,
    fails: undefined,
    device: undefined,
    implied: undefined,
    silent: undefined,
    past: undefined,
    avoid: undefined,
    avoidUntil: undefined,
    deadline: undefined,
    movedAt: undefined,
    percent: undefined,
    note: undefined,
    error: undefined,
    reason: undefined
  }
}

function unlessDefault<K extends keyof typeof TASK_DEFAULTS> (submission: TaskSubmit, field: K): TaskSubmit[K] | undefined {
  const value = submission[field]
  return value === TASK_DEFAULTS[field] ? undefined : value
}

function argsText ({ args }: TaskSubmit): string | undefined {
  return args === undefined ? undefined : JSON.stringify(args)
}

/** Compared as canonical JSON, and only where there is something to compare with. */
function isSame ({ task, args }: Known, next: Task, nextArgs: string | undefined): boolean {
  return task !== undefined && task.function === next.function &&
    canonical(task.require ?? {}) === canonical(next.require ?? {}) && canonicalText(args) === canonicalText(nextArgs)
}

function canonicalText (text: string | undefined): string {
  return text === undefined ? '' : canonical(JSON.parse(text))
}
