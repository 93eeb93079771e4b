/** What has become of the work of a run: its tasks, and the runs of saved workflows. */
import type { Reader } from '../../core/command.js'
import { STEP_PREFIX } from '../../core/deployment.js'
import type { Json } from '../../core/records.js'
import { type Task, type TaskFailure, isEnded } from '../../core/task.js'
import { type Workflow, childId, isOver, partName, taskId } from '../../core/workflow.js'
import type { Draft, Ref } from './draft.js'
import { CHUNK, readChunk, writeChunk } from './texts.js'

interface Work {
  readonly ref: Ref
  /** `missing`: written nowhere, because a crash came between. `foreign`: another has its name. */
  readonly state: 'open' | 'missing' | 'foreign' | 'completed' | 'failed'
  /** As JSON. */
  readonly result?: string | undefined
  readonly error?: TaskFailure
  readonly device?: string | undefined
  readonly attempts?: number | undefined
  readonly endedAt?: number | undefined
}

/** What the results of one step may have together: they are looked at as a whole. */
const RESULTS_BYTES_MAX = 8 * 1024 * 1024

/** Puts down what has ended of these. @returns those that are to be submitted again */
export async function observe (reader: Reader, draft: Draft, refs: readonly Ref[]): Promise<readonly Ref[]> {
  const works = await Promise.all(refs.map(async ref => await readWork(reader, draft, ref)))
  for (const work of works) {
    if (work.state === 'foreign') draft.failure ??= { ...work.ref, code: 'conflict', message: `another has submitted a task ${taskId(draft.run.id, work.ref.step, work.ref.index)}` }
    else if (work.ref.index === undefined) settle(draft, work)
  }
  for (const step of new Set(works.flatMap(({ ref }) => ref.index === undefined ? [] : ref.step))) {
    await settleElements(reader, draft, step, works.filter(({ ref, state }) => ref.step === step && (state === 'completed' || state === 'failed')))
  }
  return works.filter(({ state }) => state === 'missing').map(({ ref }) => ref)
}

async function readWork (reader: Reader, draft: Draft, ref: Ref): Promise<Work> {
  const { id } = draft.run
  const { step, index } = ref
  return draft.planned(step).plan === undefined
    ? await readTask(reader, id, taskId(id, step, index), ref)
    : await readChild(reader, id, childId(id, step, index), ref)
}

async function readTask (reader: Reader, run: string, id: string, ref: Ref): Promise<Work> {
  const [found, result] = await Promise.all([reader.record('task', id), reader.part('task', id, 'result')])
  const task = found as Task | undefined
  if (task === undefined) return { ref, state: 'missing' }
  if (!isStepOf(task, run)) return { ref, state: 'foreign' }
  if (!isEnded(task)) return { ref, state: 'open' }
  const { state, device, begun, since, error, reason } = task
  if (state === 'completed') return { ref, state, result, device, attempts: begun, endedAt: since }
  return { ref, state: 'failed', error: error ?? { code: state, ...reason !== undefined && { message: reason } }, device, attempts: begun, endedAt: since }
}

/** A deployment's execution of the same name has tasks of such names as well. */
export function isStepOf (task: Task, run: string): boolean {
  return task.run === run && !task.function.startsWith(STEP_PREFIX)
}

async function readChild (reader: Reader, run: string, id: string, ref: Ref): Promise<Work> {
  const [found, result] = await Promise.all([reader.record('workflow', id), reader.part('workflow', id, 'result')])
  const child = found as Workflow | undefined
  if (child === undefined) return { ref, state: 'missing' }
  if (child.parent?.run !== run) return { ref, state: 'foreign' }
  if (!isOver(child)) return { ref, state: 'open' }
  if (child.state === 'completed') return { ref, state: 'completed', result, endedAt: child.since }
  const { code = child.state, message = child.reason } = child.error ?? {}
  return { ref, state: 'failed', error: { code, message: `run ${id}: ${message ?? code}` }, endedAt: child.since }
}

function settle (draft: Draft, { ref, state, result, error, device, attempts, endedAt }: Work): void {
  if (state !== 'completed' && state !== 'failed') return
  const { step } = ref
  draft.set(step, { device, attempts })
  if (state === 'failed') return draft.failed(ref, error ?? { code: 'failed' })
  draft.set(step, { state: 'completed', endedAt })
  if (result !== undefined) draft.parts[partName('r', step, draft.plan)] = result
  if (draft.compensations.has(step)) draft.compensated = true
}

async function settleElements (reader: Reader, draft: Draft, step: string, works: readonly Work[]): Promise<void> {
  const { elements } = draft.step(step)
  if (elements === undefined || works.length === 0) return
  const over = new Set(works.map(({ ref }) => ref.index))
  const completed = works.filter(({ state, result }) => state === 'completed' && result !== undefined)
  const bytes = completed.reduce((sum, { result = '' }) => sum + Buffer.byteLength(result), elements.bytes)
  draft.set(step, { elements: { ...elements, open: elements.open.filter(index => !over.has(index)), bytes } })
  if (bytes > RESULTS_BYTES_MAX) return draft.failed({ step }, { code: 'result-too-large', message: `the results of its elements take more than ${RESULTS_BYTES_MAX} bytes: let them be blobs` })
  for (const chunk of new Set(completed.map(({ ref }) => chunkOf(ref)))) {
    const values: (Json | undefined)[] = await readChunk(reader, draft, 'e', step, chunk)
    for (const { ref, result = 'null' } of completed) if (chunkOf(ref) === chunk) values[(ref.index ?? 0) % CHUNK] = JSON.parse(result) as Json
    writeChunk(draft, 'e', step, chunk, Array.from(values, value => value ?? null))
  }
  for (const { ref, state, error } of works) if (state === 'failed' && draft.step(step).state === 'executing') draft.failed(ref, error ?? { code: 'failed' })
}

function chunkOf ({ index = 0 }: Ref): number {
  return Math.floor(index / CHUNK)
}
