/**
 * Carries an execution on: whatever has happened, it is looked at as a whole,
 * and what is due is done. So it does not matter who noticed what, on which
 * node, or before which crash.
 */
import { type Command, type CommandDefinition, type Decision, type Internal, type Reader, type Transition, define } from '../../core/command.js'
import type { Deployment, ManifestStep } from '../../core/deployment.js'
import { type Execution, type StepRun, isOver, stepTask, tasksOf } from '../../core/execution.js'
import { type Awaitable, type Json, own } from '../../core/records.js'
import type { Task } from '../../core/task.js'
import { cancelTask, submitStep } from '../tasks/index.js'
import { begin } from './begin.js'
import { changed } from './change.js'
import { type Ground, LOOK_AGAIN_MAX_MS, LOOK_AGAIN_MS, MOVED, groundOf, observed, revisionFor, sourcesOf, strandedOf, submissionOf, taskIdsOf, turnsOf, waitingSteps } from './plan.js'
import { type Next, readNext } from './results.js'

/** The arguments of a step, or why there are none. */
type Evaluated = { readonly args: string } | { readonly problem: string }

interface Facts {
  readonly execution: Execution | undefined
  /** It is of another revision than what is stored. */
  readonly isMoved: boolean
  readonly ground: Ground | undefined
  readonly tasks: ReadonlyMap<string, Task | undefined>
  /** As its tasks tell. */
  readonly steps: Execution['steps']
  /** Which task of theirs it is, of those that begin now: not one that another has submitted under that name. */
  readonly numbers: ReadonlyMap<string, number>
  /** Those that begin now. */
  readonly args: ReadonlyMap<string, Evaluated>
  readonly result: string | undefined
  /** What begins when it is completed. */
  readonly next: readonly Next[]
  /** A number for each task that is submitted. */
  readonly order: number
}

const none: Facts = { execution: undefined, isMoved: false, ground: undefined, tasks: new Map(), steps: {}, numbers: new Map(), args: new Map(), result: undefined, next: [], order: 0 }

async function read (reader: Reader, { entity }: Command<unknown>): Promise<Facts> {
  const found = await reader.record('execution', entity) as Execution | undefined
  if (found === undefined) return none
  if (isOver(found)) return { ...none, execution: found, tasks: await readLeft(reader, found) }
  // Side by side, for a store that answers later: most of the time of a step is waiting for it.
  const [deployment, current, input] = await Promise.all([reader.record('deployment', found.deployment) as Awaitable<Deployment | undefined>, readSteps(reader, taskIdsOf(found)), reader.part('execution', entity, 'args')])
  const execution = deployment === undefined ? found : moved(found, deployment)
  const ground = groundOf(deployment, execution.revision)
  const tasks = new Map(current.map(({ step, task }) => [step, task]))
  const results = new Map(current.filter(({ task }) => task?.state === 'completed').map(({ step, result }) => [step, result]))
  const steps = observed(execution, tasks, new Map([...results].map(([step, text = '']) => [step, Buffer.byteLength(text)])))
  if (ground === undefined) return { ...none, execution, tasks, steps }
  const turns = turnsOf(steps, ground)
  const { result } = ground.revision.manifest
  const isLast = Object.values(steps).every(({ state }) => state === 'completed')
  const wanted = [...sourcesOf(turns, ground.revision), ...result === undefined || !isLast ? [] : [result]].filter(step => steps[step]?.state === 'completed' && !results.has(step))
  for (const { step, result } of await readSteps(reader, wanted.map(step => [step, stepTask(entity, step, steps[step] as StepRun)]))) results.set(step, result)
  const args = new Map<string, Evaluated>()
  for (const step of turns) args.set(step, await evaluated(reader, step, ground, steps, results, parsed(input)))
  const whole = result === undefined ? undefined : results.get(result)
  const numbers = new Map(await Promise.all(turns.map(async step => [step, await readNumber(reader, execution, step, (steps[step]?.tasks ?? 0) + 1)] as const)))
  return { execution, isMoved: execution !== found, ground, tasks, steps, numbers, args, result: whole, next: isLast ? await readNext(reader, execution, whole) : [], order: reader.order(Math.max(turns.length, 1)) }
}

async function readNumber (reader: Reader, execution: Execution, step: string, number: number): Promise<number> {
  const task = await reader.record('task', stepTask(execution.id, step, { state: 'waiting', tasks: number })) as Task | undefined
  return task === undefined || task.run === execution.id ? number : await readNumber(reader, execution, step, number + 1)
}

/**
 * Tasks of one that has failed or was cancelled, which nobody has cancelled: they changed at the same moment, or were
 * submitted at the same moment on another node, whose commit then lost.
 */
async function readLeft (reader: Reader, execution: Execution): Promise<Facts['tasks']> {
  if (execution.state === 'completed') return none.tasks
  return new Map(await Promise.all(tasksOf(execution, 1).map(async ({ task }) => [task, await reader.record('task', task) as Task | undefined] as const)))
}

async function readSteps (reader: Reader, ids: readonly (readonly [step: string, task: string])[]): Promise<readonly { readonly step: string, readonly task: Task | undefined, readonly result: string | undefined }[]> {
  return await Promise.all(ids.map(async ([step, id]) => {
    const [task, result] = await Promise.all([reader.record('task', id), reader.part('task', id, 'result')])
    return { step, task: task as Task | undefined, result }
  }))
}

/** One of a revision that was replaced before it had begun is of the next. */
function moved (execution: Execution, deployment: Deployment): Execution {
  const isBegun = Object.values(execution.steps).some(({ state, tasks }) => state !== 'waiting' || tasks !== undefined)
  if (isBegun || groundOf(deployment, execution.revision) !== undefined) return execution
  const { revision, manifest } = revisionFor(deployment)
  return { ...execution, revision, steps: waitingSteps(manifest) }
}

function parsed (text: string | undefined): Json | undefined {
  return text === undefined ? undefined : JSON.parse(text) as Json
}

async function evaluated (reader: Reader, name: string, { revision }: Ground, steps: Execution['steps'], results: ReadonlyMap<string, string | undefined>, input: Json | undefined): Promise<Evaluated> {
  const { args = {} } = revision.manifest.steps[name] as ManifestStep
  const values: Record<string, unknown> = {}
  const data: Record<string, unknown> = { input }
  for (const source of sourcesOf([name], revision)) {
    const { device, beganAt, endedAt } = steps[source] ?? {}
    data[source] = { result: parsed(results.get(source)), device, beganAt, endedAt }
  }
  for (const [param, value] of Object.entries(args)) {
    try {
      values[param] = typeof value === 'string' && value.startsWith('=') ? await reader.evaluate(value.slice(1), data) : value
    } catch (error) {
      return { problem: `\`args.${param}\`: ${(error as Error).message}` }
    }
    if (values[param] === undefined) return { problem: `\`args.${param}\` comes to nothing: ${String(value)}` }
  }
  return { args: JSON.stringify(values) }
}

function advance (key: string): CommandDefinition {
  return define<object, Facts>({ key, optimistic: true, order: ({ entity }) => ({ exclusive: `execution ${entity}` }), read, decide })
}

function decide (facts: Facts, command: Command<unknown>, { limits }: Pick<Reader, 'limits'>): Decision {
  const { execution: before, ground } = facts
  if (before === undefined) return { transitions: [] }
  if (isOver(before)) return { transitions: command.key === 'executions/deadline' && before.deadline <= command.now ? changed(before, undefined) : cancelled(ownTasks(facts.tasks, before.id), command.now, 'its execution is over') }
  const error = errorOf(facts, before, limits.valueBytes)
  if (error !== undefined) return failed(facts, before, error, command)
  if (Object.values(facts.steps).every(({ state }) => state === 'completed')) return completed(facts, before, command.now)
  return ground === undefined ? { transitions: [] } : going(facts, before, ground, command)
}

function errorOf ({ ground, steps, tasks, args }: Facts, { id, revision, deployment }: Execution, valueBytes: number): Execution['error'] {
  if (ground === undefined) return { code: 'replaced', message: `revision ${revision} of ${deployment} is not deployed any more` }
  for (const [step, task] of tasks) if (task !== undefined && task.run !== id) return { step, code: 'conflict', message: `another has submitted a task ${task.id}` }
  for (const [step, { state }] of Object.entries(steps)) {
    const { error, state: ended, reason } = tasks.get(step) ?? {}
    if (state === 'failed') return { step, code: error?.code ?? ended ?? 'failed', message: error?.message ?? reason }
  }
  for (const [step, one] of args) {
    if ('problem' in one) return { step, code: 'expression', message: one.problem }
    const bytes = Buffer.byteLength(one.args)
    if (bytes > valueBytes) return { step, code: 'too-large', message: `its arguments take ${bytes} bytes, at most ${valueBytes} are taken: let the step before give a blob` }
  }
  return undefined
}

function failed (facts: Facts, before: Execution, error: Execution['error'], { now }: Command<unknown>): Decision {
  const after: Execution = { ...before, v: before.v + 1, state: 'failed', steps: stopped(facts.steps, error?.step), error, since: now, deadline: now + before.keepMs }
  return { transitions: [...changed(before, after), ...cancelled(ownTasks(facts.tasks, before.id), now, 'another step has failed')], follow: [...outcomes(before, facts), ...facts.ground?.hasFormer === true ? [settle(before)] : []] }
}

function completed (facts: Facts, before: Execution, now: number): Decision {
  const after: Execution = { ...before, v: before.v + 1, state: 'completed', steps: facts.steps, since: now, deadline: now + before.keepMs }
  // Before it is written that it is completed: after a crash between the two they are found begun.
  const begun = facts.next.flatMap(({ deployment, beginning }) => begin(deployment, beginning, now))
  const follow = facts.next.map(({ beginning: { run } }) => ({ key: 'executions/advance', entity: run, body: {} }))
  return { transitions: [...begun, ...changed(before, after, facts.result === undefined ? undefined : { result: facts.result })], follow: [...follow, ...outcomes(before, facts), ...facts.ground?.hasFormer === true ? [settle(before)] : []] }
}

function going (facts: Facts, before: Execution, ground: Ground, { now }: Command<unknown>): Decision {
  const transitions: Transition[] = []
  const steps: Record<string, StepRun> = { ...facts.steps }
  for (const step of strandedOf(before, facts.tasks, ground)) {
    transitions.push(...cancelled(new Map([[step, facts.tasks.get(step)]]), now, MOVED))
    steps[step] = { state: 'waiting', tasks: steps[step]?.tasks }
  }
  let n = 0
  for (const [step, one] of facts.args) {
    const tasks = facts.numbers.get(step) ?? 1
    const args = 'args' in one ? one.args : '{}'
    const run: StepRun = { state: 'executing', device: own(ground.revision.placement, step), tasks, beganAt: now, argsBytes: Buffer.byteLength(args) }
    transitions.push(...submitStep(stepTask(before.id, step, run), submissionOf(before, step, ground), args, before, facts.order + n++, now))
    steps[step] = run
  }
  // Of a task that was written nowhere: a crash came between.
  for (const [step, task] of facts.tasks) if (task === undefined && before.steps[step]?.state === 'executing') steps[step] = { state: 'waiting', tasks: (before.steps[step]?.tasks ?? 1) - 1 }
  const after: Execution = { ...before, v: before.v + 1, steps, deadline: lookAgainAt(before, now) }
  const isSame = JSON.stringify(steps) === JSON.stringify(before.steps) && !facts.isMoved
  const again = Object.entries(steps).some(([step, { state }]) => state === 'waiting' && before.steps[step]?.state !== 'waiting')
  return { transitions: [...transitions, ...isSame && before.deadline > now ? [] : changed(before, after)], follow: [...outcomes(before, facts), ...again ? [{ key: 'executions/advance', entity: before.id, body: {} }] : []] }
}

/** The longer it goes on, the less often: of thousands that wait each would cost something. */
function lookAgainAt ({ createdAt }: Execution, now: number): number {
  return now + Math.min(Math.max(LOOK_AGAIN_MS, now - createdAt), LOOK_AGAIN_MAX_MS)
}

function stopped (steps: Execution['steps'], failed: string | undefined): Execution['steps'] {
  return Object.fromEntries(Object.entries(steps).map(([name, run]) => [name, run.state === 'executing' || name === failed ? { ...run, state: 'failed' } : run]))
}

function ownTasks (tasks: Facts['tasks'], run: string): Facts['tasks'] {
  return new Map([...tasks].filter(([, task]) => task?.run === run))
}

export function cancelled (tasks: ReadonlyMap<string, Task | undefined>, now: number, reason: string): readonly Transition[] {
  return [...tasks.values()].flatMap(task => task === undefined ? [] : cancelTask(task, reason, now))
}

export function settle ({ deployment }: Execution): Internal {
  return { key: 'deployments/settle', entity: deployment, body: {} }
}

/** What was given, or what the module makes of it: that says nothing about the device. */
const CALLERS: ReadonlySet<string> = new Set(['bad-args', 'bad-result'])

/** Where a step has just ended: its deployment counts what fails again and again. */
function outcomes (before: Execution, { steps, ground, tasks }: Facts): readonly Internal[] {
  if (ground === undefined) return []
  return Object.entries(steps).flatMap(([step, { state, device }]) => {
    if (device === undefined || before.steps[step]?.state !== 'executing' || (state !== 'completed' && state !== 'failed') || tasks.get(step)?.state === 'cancelled' || CALLERS.has(tasks.get(step)?.error?.code ?? '')) return []
    const isWell = state === 'completed'
    return !isWell || ground.isFailing(step, device) ? [{ key: 'deployments/outcome', entity: before.deployment, body: { step, device, isWell } }] : []
  })
}

export const advances: readonly CommandDefinition[] = [advance('executions/advance'), advance('executions/deadline')]
