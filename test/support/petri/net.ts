/**
 * Place/transition nets as data, and what is told of their tables: which rows
 * may fit an event when a net knows only a part of what the guards read. It
 * knows nothing of tasks and devices.
 */
import type { Lifecycle, NONE, Row, Timed } from '../../../broker/core/lifecycle.js'
import type { StoredRecord } from '../../../broker/core/records.js'

/** Whose doing a transition is: proofs leave out what nobody may count on. */
export type Actor = 'orchestrator' | 'device' | 'people' | 'mishap' | 'frame'

export interface Transition {
  /** Unique within its net. */
  readonly name: string
  readonly label: string
  readonly by: Actor
  readonly takes: readonly string[]
  readonly puts: readonly string[]
  /** It only answers or ignores a message: nothing but messages changes. */
  readonly answers?: boolean
}

export interface Net {
  readonly name: string
  readonly places: readonly string[]
  readonly transitions: readonly Transition[]
  readonly start: string
  readonly end: string
}

/** Whether a guard holds; undefined where the net doesn't know, so that both may happen. */
export type Judge = (guard: string) => boolean | undefined

type AnyLifecycle<R extends StoredRecord & { state: S, since: number }, E extends Timed<string>, S extends string, C extends string> =
  Pick<Lifecycle<R, E, S, C>, 'name' | 'rows'>

/** The rows that may be the first fitting one. Throws where it may be that none is. */
export function possibleRows<R extends StoredRecord & { state: S, since: number }, E extends Timed<string>, S extends string, C extends string> (
  { name, rows }: AnyLifecycle<R, E, S, C>, state: S | typeof NONE, event: E['type'], judge: Judge
): Row<R, E, S, C>[] {
  const possible: Row<R, E, S, C>[] = []
  for (const row of rows) {
    if (row.on !== event || !row.from.includes(state)) continue
    const holds = row.when === undefined ? true : judge(row.when.name)
    if (holds !== false) possible.push(row)
    if (holds === true) return possible
  }
  throw new Error(`lifecycle ${name}: it may be that no row fits ${event} in ${state}`)
}

/** The places that a transition names, each once, in their order of appearance. */
export function placesOf (transitions: readonly Transition[]): string[] {
  return [...new Set(transitions.flatMap(({ takes, puts }) => [...takes, ...puts]))]
}
