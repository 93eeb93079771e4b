/** The texts beside a run: what steps came to, and the lists that they go over, in pieces. */
import type { Reader } from '../../core/command.js'
import type { Json } from '../../core/records.js'
import { mentioned } from '../../core/templating.js'
import { type WorkflowStep, partName } from '../../core/workflow.js'
import type { Draft } from './draft.js'

/** So many elements are in one text: of a long list, each look reads and writes a few. */
export const CHUNK = 256

export async function readText (reader: Reader, draft: Draft, name: string): Promise<string | undefined> {
  return draft.parts[name] ?? await reader.part('workflow', draft.run.id, name)
}

export async function readChunk (reader: Reader, draft: Draft, kind: 'i' | 'e', step: string, chunk: number): Promise<Json[]> {
  const text = await readText(reader, draft, partName(kind, step, draft.plan, chunk))
  return text === undefined ? [] : JSON.parse(text) as Json[]
}

export function writeChunk (draft: Draft, kind: 'i' | 'e', step: string, chunk: number, values: readonly (Json | undefined)[]): void {
  draft.parts[partName(kind, step, draft.plan, chunk)] = JSON.stringify(values)
}

/** What expressions see: of the steps before, those that they speak of. */
export async function readData (reader: Reader, draft: Draft, expressions: readonly string[]): Promise<Record<string, unknown>> {
  const steps = mentioned(expressions, Object.keys(draft.steps))
  const seen = await Promise.all(steps.map(async name => [name, await seenOf(reader, draft, name)] as const))
  const { failure } = draft
  return { input: draft.input, ...failure !== undefined && { error: failure }, ...Object.fromEntries(seen) }
}

async function seenOf (reader: Reader, draft: Draft, name: string): Promise<object> {
  const { state, device, beganAt, endedAt, error, elements } = draft.step(name)
  const base = { state, device, beganAt, endedAt, error }
  if (state !== 'completed') return base
  if (elements !== undefined) return { ...base, total: elements.total, failed: elements.failed, results: await readResults(reader, draft, name, elements) }
  const text = await readText(reader, draft, partName('r', name, draft.plan))
  return { ...base, result: text === undefined ? undefined : JSON.parse(text) as Json }
}

/** In the order of the list; null where one was skipped. */
async function readResults (reader: Reader, draft: Draft, step: string, { total }: NonNullable<WorkflowStep['elements']>): Promise<readonly Json[]> {
  const chunks = await Promise.all(Array.from({ length: Math.ceil(total / CHUNK) }, (_, chunk) => readChunk(reader, draft, 'e', step, chunk)))
  const all = chunks.flatMap((values, chunk) => padded(values, Math.min(CHUNK, total - chunk * CHUNK)))
  return all
}

function padded (values: Json[], length: number): readonly Json[] {
  return values.length === length ? values : Array.from({ length }, (_, at) => values[at] ?? null)
}
