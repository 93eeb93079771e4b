/** The steps of a run whose turn it is: what they are asked to do is worked out, and put down. */
import type { Reader } from '../../core/command.js'
import type { Json } from '../../core/records.js'
import { type Filled, expressionsIn, fillEach, isExpression, isTrue } from '../../core/templating.js'
import type { PlanStep } from '../../core/workflow.js'
import { isStepOver } from '../../core/workflow.js'
import { argsProblem } from '../tasks/index.js'
import type { Draft, Ref } from './draft.js'
import { PARALLEL } from './run.js'
import { CHUNK, readChunk, readData, writeChunk } from './texts.js'

export const ELEMENTS_MAX = 10_000
const NO_FIELDS = [{}]

/** All that may begin now, to the last element that there is room for. @param again was written nowhere */
export async function goOn (reader: Reader, draft: Draft, again: readonly Ref[]): Promise<void> {
  await submitAgain(reader, draft, again)
  for (const name of draft.order) {
    if (draft.failure !== undefined) return
    if (draft.step(name).state === 'waiting' && isItsTurn(draft, name)) await begin(reader, draft, name)
    if (draft.step(name).state === 'executing' && draft.step(name).elements !== undefined) await refill(reader, draft, name)
  }
}

function isItsTurn (draft: Draft, name: string): boolean {
  return !draft.compensations.has(name) && (draft.planned(name).after ?? []).every(before => isStepOver(draft.step(before)))
}

async function begin (reader: Reader, draft: Draft, name: string): Promise<void> {
  const { when, forEach } = draft.planned(name)
  if (when !== undefined) {
    const [found] = await valuesOf(reader, draft, when)
    if (found !== undefined && 'problem' in found) return draft.failed({ step: name }, { code: 'expression', message: `\`when\`: ${found.problem}` })
    if (!isTrue(found?.value)) return draft.set(name, { state: 'skipped', endedAt: draft.now })
  }
  if (forEach !== undefined) return await beginElements(reader, draft, name, forEach)
  await beginOne(reader, draft, name)
}

/** Without an answer where there is none: of a condition and of a list that is an answer, too. */
async function valuesOf (reader: Reader, draft: Draft, text: string): Promise<readonly ({ readonly value: unknown } | { readonly problem: string })[]> {
  const expression = text.slice(1)
  return await reader.evaluateEach(expression, await readData(reader, draft, [expression]), NO_FIELDS)
}

export async function beginOne (reader: Reader, draft: Draft, name: string): Promise<void> {
  draft.set(name, { state: 'executing', beganAt: draft.now })
  await submit(reader, draft, name, [{ step: name }], NO_FIELDS)
}

async function beginElements (reader: Reader, draft: Draft, name: string, forEach: Json): Promise<void> {
  draft.set(name, { beganAt: draft.now })
  const list = await listOf(reader, draft, forEach)
  if ('problem' in list) return draft.failed({ step: name }, { code: 'expression', message: `\`forEach\`: ${list.problem}` })
  const { items } = list
  if (items.length > ELEMENTS_MAX) return draft.failed({ step: name }, { code: 'too-large', message: `\`forEach\`: a list of ${items.length}, at most ${ELEMENTS_MAX} are taken` })
  for (let at = 0; at < items.length; at += CHUNK) writeChunk(draft, 'i', name, at / CHUNK, items.slice(at, at + CHUNK))
  draft.set(name, { state: 'executing', elements: { total: items.length, next: 0, open: [], failed: 0, bytes: 0 } })
}

async function listOf (reader: Reader, draft: Draft, forEach: Json): Promise<{ readonly items: readonly Json[] } | { readonly problem: string }> {
  if (!isExpression(forEach)) return { items: forEach as readonly Json[] }
  const [found] = await valuesOf(reader, draft, forEach)
  if (found === undefined || 'problem' in found) return found ?? { items: [] }
  const { value } = found as { readonly value: Json | undefined }
  return { items: value === undefined || value === null ? [] : Array.isArray(value) ? value : [value] }
}

/** As many as there is room for; and where none is left, the step is over. */
async function refill (reader: Reader, draft: Draft, name: string): Promise<void> {
  const { parallel = PARALLEL } = draft.planned(name)
  const room = Math.max(1, Math.min(parallel, draft.run.room ?? Infinity, roomOf(reader, draft)))
  for (;;) {
    const { elements, state } = draft.step(name)
    if (elements === undefined || state !== 'executing') return
    const { next, total, open } = elements
    if (next === total && open.length === 0) return draft.set(name, { state: 'completed', endedAt: draft.now })
    const end = Math.min(total, next + room - open.length, (Math.floor(next / CHUNK) + 1) * CHUNK)
    if (end <= next) return
    const items = await readChunk(reader, draft, 'i', name, Math.floor(next / CHUNK))
    const indexes = Array.from({ length: end - next }, (_, at) => next + at)
    draft.set(name, { elements: { ...elements, next: end, open: [...open, ...indexes] } })
    await submit(reader, draft, name, indexes.map(index => ({ step: name, index })), indexes.map(index => ({ item: items[index % CHUNK], index })))
  }
}

/** Of the tasks that its submitter may have open. */
function roomOf (reader: Reader, { run }: Draft): number {
  const { openTasksMax } = reader.limits
  return openTasksMax === undefined ? Infinity : openTasksMax - reader.openTasks(run.submitter)
}

async function submitAgain (reader: Reader, draft: Draft, refs: readonly Ref[]): Promise<void> {
  for (const ref of refs) {
    if (draft.step(ref.step).state !== 'executing') continue
    const items = ref.index === undefined ? [] : await readChunk(reader, draft, 'i', ref.step, Math.floor(ref.index / CHUNK))
    await submit(reader, draft, ref.step, [ref], ref.index === undefined ? NO_FIELDS : [{ item: items[ref.index % CHUNK], index: ref.index }])
  }
}

async function submit (reader: Reader, draft: Draft, name: string, refs: readonly Ref[], each: readonly object[]): Promise<void> {
  const filled = await argsOf(reader, draft, draft.planned(name), each)
  for (const [at, ref] of refs.entries()) {
    const one = filled[at] ?? { problem: 'nothing came back' }
    const text = 'value' in one ? JSON.stringify(one.value) : ''
    const error = 'problem' in one ? errorOf(one) : tooLarge(text, reader.limits.valueBytes)
    if (error === undefined) draft.begun.push({ ...ref, args: text })
    else unsubmitted(draft, ref, error)
    if (draft.step(name).state !== 'executing') return
  }
}

function unsubmitted (draft: Draft, ref: Ref, error: { readonly code: string, readonly message: string }): void {
  const { elements } = draft.step(ref.step)
  if (elements !== undefined) draft.set(ref.step, { elements: { ...elements, open: elements.open.filter(index => index !== ref.index) } })
  draft.failed(ref, error)
}

/** With a code where it is not an expression that is wrong. */
type Args = Filled | { readonly problem: string, readonly code: string }

async function argsOf (reader: Reader, draft: Draft, { args, inner, params, function: name, require }: PlanStep, each: readonly object[]): Promise<readonly Args[]> {
  const given = await fillEach(reader, args, await readData(reader, draft, expressionsIn(args)), each)
  const taken = params === undefined ? given : given.map(one => checked(one, value => reader.paramsProblem(params, value)))
  const found = inner === undefined ? taken : await fillEach(reader, inner, {}, taken.map(one => ({ input: 'value' in one ? one.value : undefined })))
  const filled = taken.map((one, at) => 'problem' in one ? one : found[at] ?? one)
  return name === undefined ? filled : filled.map(one => checked(one, value => argsProblem(reader, { function: name, args: value, require })))
}

function checked (one: Args, problemOf: (value: Json) => string | undefined): Args {
  const problem = 'problem' in one ? undefined : problemOf(one.value)
  return problem === undefined ? one : { problem, code: 'bad-args' }
}

function errorOf (wrong: { readonly problem: string, readonly code?: string }): { readonly code: string, readonly message: string } {
  const { problem, code } = wrong
  return code === undefined ? { code: 'expression', message: `\`args\`: ${problem}` } : { code, message: problem }
}

function tooLarge (args: string, bytesMax: number): { readonly code: string, readonly message: string } | undefined {
  const bytes = Buffer.byteLength(args)
  return bytes <= bytesMax ? undefined : { code: 'too-large', message: `\`args\` take ${bytes} bytes, at most ${bytesMax} are taken: let the step before give a blob` }
}
