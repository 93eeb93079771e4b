/**
 * Carries a run on. It is told which of its work has ended, or looks at all of
 * it: after a while, in case nobody told, because of a crash in between. What
 * is due is put down in a draft, and that is committed: the run first, so that
 * of its tasks none is unknown to it.
 */
import type { TaskSubmit } from '../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Internal, type Reader, type Transition, define } from '../../core/command.js'
import type { Node } from '../../core/node.js'
import type { Json } from '../../core/records.js'
import { expressionsIn, fillEach } from '../../core/templating.js'
import type { Task } from '../../core/task.js'
import { type Plan, type Workflow, childId, isOver, taskId } from '../../core/workflow.js'
import { cancelTask, submitStep } from '../tasks/index.js'
import { beginOne, goOn } from './begin.js'
import { changed } from './change.js'
import { Draft, type Ref, openOf } from './draft.js'
import { isStepOf, observe } from './observe.js'
import { LOOK_AGAIN_MS, childOf } from './run.js'
import { readData } from './texts.js'

const LOOK_AGAIN_MAX_MS = 10 * 60_000

/** What has ended, as it was told. */
export type Ended = { readonly task: string } | { readonly run: string, readonly step: string, readonly index?: number | undefined }

export interface Facts {
  readonly before: Workflow | undefined
  readonly draft?: Draft | undefined
  /** What is under way and of no use any more. */
  readonly left: readonly Task[]
  readonly children: readonly string[]
  /** Another node carries it on. */
  readonly elsewhere?: string | undefined
  /** Once all is done; as JSON. */
  readonly result?: string | undefined
  /** A number for each task that is submitted. */
  readonly order: number
}

const nothing: Facts = { before: undefined, left: [], children: [], order: 0 }

async function read (reader: Reader, { key, entity, body, now }: Command<{ readonly ended?: readonly Ended[] }>): Promise<Facts> {
  const before = await reader.record('workflow', entity) as Workflow | undefined
  if (before === undefined) return nothing
  if (isOver(before)) return key === 'workflows/deadline' && before.isSwept !== true ? { ...nothing, before, ...await readLeft(reader, before, possible(before)) } : { ...nothing, before }
  const elsewhere = body.ended === undefined ? undefined : await readElsewhere(reader, before)
  if (elsewhere !== undefined) return { ...nothing, before, elsewhere }
  const draft = await draftOf(reader, before, now)
  const again = await observe(reader, draft, body.ended === undefined ? openOf(before.steps) : told(before, body.ended))
  failLate(draft)
  await goOn(reader, draft, again)
  await compensate(reader, draft)
  const result = draft.failure === undefined && draft.isDone ? await readResult(reader, draft) : undefined
  const dropped = [...draft.dropped, ...draft.failure === undefined ? [] : openOf(draft.steps).filter(({ step }) => !draft.compensations.has(step))]
  return { before, draft, result, ...await readLeft(reader, before, dropped), order: reader.order(Math.max(draft.begun.length, 1)) }
}

/** The node that carries it on, where that is another and runs. */
async function readElsewhere (reader: Reader, { node }: Workflow): Promise<string | undefined> {
  if (node === undefined || node === reader.node) return undefined
  const { state } = await reader.record('node', node) as Node | undefined ?? {}
  return state === 'online' ? node : undefined
}

async function draftOf (reader: Reader, run: Workflow, now: number): Promise<Draft> {
  const [plan, input] = await Promise.all([reader.part('workflow', run.id, 'plan'), reader.part('workflow', run.id, 'input')])
  return new Draft(run, JSON.parse(plan ?? '{"steps":{}}') as Plan, input === undefined ? undefined : JSON.parse(input) as Json, now)
}

/** Of what is told, that which this run waits for. */
function told ({ id, steps }: Workflow, ended: readonly Ended[]): readonly Ref[] {
  return ended.flatMap(one => {
    const ref = 'task' in one ? refOf(one.task.slice(id.length + 1)) : one
    const { state, elements } = steps[ref.step] ?? {}
    const isAwaited = state === 'executing' && (elements === undefined ? ref.index === undefined : elements.open.includes(ref.index ?? -1))
    return isAwaited ? [ref.index === undefined ? { step: ref.step } : { step: ref.step, index: ref.index }] : []
  })
}

function refOf (name: string): Ref {
  const [step = '', index] = name.split(':')
  return index === undefined ? { step } : { step, index: Number(index) }
}

/** Steps, and the run, that have taken too long. */
function failLate (draft: Draft): void {
  const { run, plan, now } = draft
  for (const [name, { state, beganAt = 0 }] of Object.entries(draft.steps)) {
    const { timeoutMs = Infinity } = draft.planned(name)
    if (state !== 'executing' || now < beganAt + timeoutMs) continue
    if (draft.step(name).elements === undefined) draft.dropped.push({ step: name })
    draft.failed({ step: name }, { code: 'timed-out', message: `it took longer than ${timeoutMs} ms` })
  }
  const { timeoutMs = Infinity } = plan
  if (now >= run.createdAt + timeoutMs) draft.failure ??= { code: 'timed-out', message: `the run took longer than ${timeoutMs} ms` }
}

/** The step that makes up for a failure, where there is one. */
async function compensate (reader: Reader, draft: Draft): Promise<void> {
  const { compensation } = draft
  if (compensation !== undefined && draft.step(compensation).state === 'waiting') await beginOne(reader, draft, compensation)
}

/** As JSON; where it can't be told, the run has failed. */
async function readResult (reader: Reader, draft: Draft): Promise<string | undefined> {
  const { result } = draft.plan
  if (result === undefined) return undefined
  const [found] = await fillEach(reader, result, await readData(reader, draft, expressionsIn(result)), [{}])
  if (found === undefined || 'problem' in found) {
    draft.failure = { code: 'expression', message: `\`result\`: ${found?.problem ?? ''}` }
    return undefined
  }
  const text = JSON.stringify(found.value)
  const bytes = Buffer.byteLength(text)
  if (bytes > reader.limits.valueBytes) draft.failure = { code: 'result-too-large', message: `\`result\` takes ${bytes} bytes, at most ${reader.limits.valueBytes} are taken: let it be a blob` }
  return text
}

/** What may have been submitted at the moment of its end: steps, and elements beyond those that it knows of. */
function possible ({ steps }: Workflow): readonly Ref[] {
  return Object.entries(steps).flatMap(([step, { state, elements }]) => {
    if (state === 'completed' || state === 'skipped') return []
    if (elements === undefined) return [{ step }]
    const beyond = Array.from({ length: Math.min(BEYOND_MAX, elements.total - elements.next) }, (_, n) => elements.next + n)
    return [...elements.open, ...beyond].map(index => ({ step, index }))
  })
}

const BEYOND_MAX = 256

export async function readLeft (reader: Reader, { id }: Workflow, refs: readonly Ref[]): Promise<Pick<Facts, 'left' | 'children'>> {
  const tasks = await Promise.all(refs.map(async ({ step, index }) => await reader.record('task', taskId(id, step, index)) as Task | undefined))
  const runs = await Promise.all(refs.map(async ({ step, index }) => await reader.record('workflow', childId(id, step, index)) as Workflow | undefined))
  return {
    left: tasks.filter(task => task !== undefined && isStepOf(task, id)) as readonly Task[],
    children: runs.flatMap(child => child === undefined || isOver(child) ? [] : child.id)
  }
}

export function stopped ({ left, children }: Pick<Facts, 'left' | 'children'>, now: number, reason: string): { readonly transitions: readonly Transition[], readonly follow: readonly Internal[] } {
  return {
    transitions: left.flatMap(task => cancelTask(task, reason, now)),
    follow: children.map(entity => ({ key: 'workflows/stop', entity, body: { reason } }))
  }
}

function decide (facts: Facts, { key, entity, body, now }: Command<{ readonly ended?: readonly Ended[] }>, { node }: Pick<Reader, 'node'>): Decision {
  const { before, draft, elsewhere, result, order } = facts
  if (before === undefined) return { transitions: [] }
  if (elsewhere !== undefined) return { transitions: [], notes: [{ type: 'ended', node: elsewhere, run: entity, ended: body.ended ?? [] }] }
  if (draft === undefined) return key === 'workflows/deadline' ? swept(facts, before, now) : { transitions: [] }
  const after = { ...next(draft), node }
  const { transitions, follow } = stopped(facts, now, 'its run goes on without it')
  const begun = draft.wanted.flatMap((one, at) => submitted(draft, one, order + at))
  const parts = { ...draft.parts, ...after.state === 'completed' && result !== undefined && { result } }
  const isIdle = begun.length === 0 && transitions.length === 0 && before.deadline > now && JSON.stringify(after.steps) === JSON.stringify(before.steps) && after.state === before.state
  const runs = draft.wanted.filter(({ step }) => draft.planned(step).plan !== undefined).map(({ step, index }) => ({ key: 'workflows/advance', entity: childId(before.id, step, index), body: {} }))
  return isIdle ? { transitions: [], follow } : { transitions: [changed(before, after, parts), ...begun, ...transitions], follow: [...follow, ...runs] }
}

function next (draft: Draft): Workflow {
  const { run, failure, compensation, compensated, now } = draft
  const isFailing = failure !== undefined
  const isCompensating = isFailing && compensation !== undefined && draft.step(compensation).state === 'executing'
  const state = isCompensating ? 'compensating' : isFailing ? 'failed' : draft.isDone ? 'completed' : 'executing'
  const steps = isFailing ? Object.fromEntries(Object.entries(draft.steps).map(([name, step]) => [name, step.state === 'executing' && name !== compensation ? { ...step, state: 'cancelled' as const, endedAt: now } : step])) : draft.steps
  const since = state === run.state ? run.since : now
  return { ...run, v: run.v + 1, state, steps, error: failure, compensated, since, ...ending(run, state, draft) }
}

/** Once it is over it is kept for a while; one that did not come to its end is looked at once more. */
function ending (run: Workflow, state: Workflow['state'], draft: Draft): Pick<Workflow, 'deadline' | 'isSwept'> {
  const { now } = draft
  if (state === 'completed') return { deadline: now + run.keepMs, isSwept: true }
  return { deadline: isOver({ state }) ? now + LOOK_AGAIN_MS : Math.min(lookAgainAt(run, now), lateAt(draft)) }
}

/** The longer it goes on, the less often. */
function lookAgainAt ({ createdAt }: Workflow, now: number): number {
  return now + Math.min(Math.max(LOOK_AGAIN_MS, now - createdAt), LOOK_AGAIN_MAX_MS)
}

function lateAt ({ run, plan, steps }: Draft): number {
  const late = Object.entries(steps).map(([name, { state, beganAt = 0 }]) => state === 'executing' ? beganAt + (plan.steps[name]?.timeoutMs ?? Infinity) : Infinity)
  return Math.min(run.createdAt + (plan.timeoutMs ?? Infinity), ...late)
}

function submitted (draft: Draft, { step, index, args }: Ref & { readonly args: string }, order: number): readonly Transition[] {
  const { run, now } = draft
  const { function: name = '', plan, queue, require, priority = run.priority, leaseMs, maxAttempts, backoffMs, stallMs, onOffline } = draft.planned(step)
  if (plan !== undefined) return [childOf({ ...run, steps: draft.steps }, { step, index }, { ...draft.planned(step), plan }, args, now)]
  const submission = Object.fromEntries(Object.entries({ function: name, queue, require, priority, leaseMs, maxAttempts, backoffMs, stallMs, onOffline }).filter(([, value]) => value !== undefined))
  return submitStep(taskId(run.id, step, index), submission as unknown as TaskSubmit, args, run, order, now)
}

function swept (facts: Facts, before: Workflow, now: number): Decision {
  if (before.isSwept === true) return { transitions: before.deadline <= now ? [changed(before, undefined)] : [] }
  const { transitions, follow } = stopped(facts, now, 'its run is over')
  return { transitions: [changed(before, { ...before, v: before.v + 1, isSwept: true, deadline: before.since + before.keepMs }), ...transitions], follow }
}

function advance (key: string): CommandDefinition {
  return define<{ readonly ended?: readonly Ended[] }, Facts>({ key, optimistic: true, order: ({ entity }) => ({ exclusive: `workflow ${entity}` }), read, decide })
}

export const advances: readonly CommandDefinition[] = [advance('workflows/advance'), advance('workflows/deadline')]
