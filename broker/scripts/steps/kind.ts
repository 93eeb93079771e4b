/** What a kind of step is. Its fields are described in schemas/scripts/script.json, under the same name. */
import { checkFilled } from '../form.js'
import type { Scene } from '../scene.js'
import type { Fields, Step } from '../script.js'
import { durationMs, fill } from '../values.js'

export interface StepKind {
  readonly run: (scene: Scene, step: Step) => Promise<void>
}

/** A kind whose fields are all filled in before it runs. */
export function kind<F> (run: (scene: Scene, fields: F) => Promise<void>): StepKind {
  return {
    async run (scene, { kind: name, fields }) {
      const filled = await fill(fields, scene.vars) as F & Fields
      checkFilled(name, filled)
      await run(scene, filled)
    }
  }
}

/** Where a message should be there at once. */
export const WITHIN_MS = 5_000
/** For what answers whenever it can: a broker that acknowledges. */
export const ANSWER_MS = 5_000

export const withinMs = (within: unknown): number => within === undefined ? WITHIN_MS : durationMs(within)

/** Fails where a broker does not answer at all. */
export async function answered<T> (scene: Scene, answer: Promise<T>, what: string): Promise<T> {
  let result: { readonly value: T } | undefined
  let failure: { readonly error: unknown } | undefined
  answer.then(value => { result = { value } }, (error: unknown) => { failure = { error } }).finally(scene.arrived)
  await scene.until(() => result ?? failure, ANSWER_MS)
  if (failure !== undefined) throw (failure as { error: unknown }).error
  if (result === undefined) throw new Error(`${what} was not answered within ${ANSWER_MS} ms`)
  return (result as { value: T }).value
}

export interface PayloadFields { readonly json?: unknown, readonly text?: string, readonly hex?: string }

export function payloadOf (fields: PayloadFields & Fields): Buffer {
  if (Object.hasOwn(fields, 'json')) return Buffer.from(JSON.stringify(fields.json))
  if (fields.hex !== undefined) return Buffer.from(fields.hex.replaceAll(' ', ''), 'hex')
  return Buffer.from(fields.text ?? '')
}
