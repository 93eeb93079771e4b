/**
 * The engine under every lifecycle. A lifecycle is a table of rows, and the
 * first row that fits the state, the event and its guard is what happens; late,
 * duplicate and stale events are rows too. Time and ids come in with the event.
 *
 *   record + event ──▶ first fitting row ──▶ moved │ unchanged │ rejected
 */
import type { StoredRecord } from './records.js'

/** The state of what isn't there: before its first event and after its removal. */
export const NONE = 'none'

export interface Guard<R, E> {
  /** Shown in the diagrams. */
  readonly name: string
  readonly test: (record: R, event: E) => boolean
}

export interface Row<R, E extends { type: string }, S extends string, Code extends string> {
  readonly from: readonly (S | typeof NONE)[]
  readonly on: E['type']
  readonly when?: Guard<R, E>
  /** The new state, which may be the old one. Without it nothing changes. */
  readonly to?: S | typeof NONE
  /** The fields that change with it, in an object of their own; from nothing, all of them. */
  readonly apply?: (record: R, event: E) => Partial<R>
  /** The event that the world is told. */
  readonly emits?: string
  /** Nothing changes and the sender is told so. */
  readonly reject?: Code
  /** The holder is told to stop. */
  readonly recalls?: boolean
}

export type Step<R, W> =
  | { readonly type: 'moved', readonly row: W, readonly before: R | undefined, readonly after: R | null }
  | { readonly type: 'unchanged', readonly row: W, readonly record: R | undefined }
  | { readonly type: 'rejected', readonly row: W, readonly record: R | undefined }

interface Living<S extends string> extends StoredRecord {
  readonly state: S
  readonly since: number
}

export type Timed<T extends string> = { readonly type: T, readonly now: number }

export interface Lifecycle<R extends Living<S>, E extends Timed<string>, S extends string, Code extends string> {
  readonly name: string
  readonly states: readonly S[]
  readonly events: readonly E['type'][]
  readonly rows: readonly Row<R, E, S, Code>[]
  /** The version that follows, where counting by one is not enough. */
  readonly nextVersion?: (record: R, event: E) => number
}

/** A maker of rows whose functions know the type of their event. */
export function rowsOf<R, E extends Timed<string>, S extends string, Code extends string> () {
  return function on<T extends E['type']> (type: T, row: {
    readonly from: readonly (S | typeof NONE)[]
    readonly when?: Guard<R, Extract<E, { type: T }>>
    readonly to?: S | typeof NONE
    readonly apply?: (record: R, event: Extract<E, { type: T }>) => Partial<R>
    readonly emits?: string
    readonly reject?: Code
    readonly recalls?: boolean
  }): Row<R, E, S, Code> {
    return { on: type, ...row } as Row<R, E, S, Code>
  }
}

/** Throws where the table has a hole, which is a mistake of ours. */
export function step<R extends Living<S>, E extends Timed<string>, S extends string, Code extends string> (
  lifecycle: Lifecycle<R, E, S, Code>, record: R | undefined, event: E
): Step<R, Row<R, E, S, Code>> {
  const row = find(lifecycle, record, event)
  if (row.reject !== undefined) return { type: 'rejected', row, record }
  if (row.to === undefined) return { type: 'unchanged', row, record }
  if (row.to === NONE) return { type: 'moved', row, before: record, after: null }
  return { type: 'moved', row, before: record, after: moved(lifecycle, row, row.to, record, event) }
}

function find<R extends Living<S>, E extends Timed<string>, S extends string, Code extends string> (
  lifecycle: Lifecycle<R, E, S, Code>, record: R | undefined, event: E
): Row<R, E, S, Code> {
  const state = record?.state ?? NONE
  for (const row of candidates(lifecycle, state, event.type)) {
    // A guard of a row from NONE reads the event alone.
    if (row.when === undefined || row.when.test(record as R, event)) return row
  }
  throw new Error(`lifecycle ${lifecycle.name}: no row for ${event.type} in ${state}`)
}

function moved<R extends Living<S>, E extends Timed<string>, S extends string, Code extends string> (
  lifecycle: Lifecycle<R, E, S, Code>, row: Row<R, E, S, Code>, to: S, record: R | undefined, event: E
): R {
  const change = row.apply?.(record as R, event)
  // A copy first, then what differs: where a record has all its fields from the start, none has to be added.
  const next = (record === undefined ? change : { ...record, ...change }) as Writable<R>
  if (record !== undefined) next.v = lifecycle.nextVersion?.(record, event) ?? record.v + 1
  next.state = to
  if (record?.state !== to) next.since = event.now
  return next as R
}

type Writable<R> = { -readonly [K in keyof R]: R[K] }

/** Rows by event and state, indexed once a table: a task of a busy fleet looks here with every packet. */
const indexed = new WeakMap<object, RowIndex>()
type RowIndex = Record<string, Record<string, unknown[]>>

function candidates<R extends Living<S>, E extends Timed<string>, S extends string, Code extends string> (
  lifecycle: Lifecycle<R, E, S, Code>, state: S | typeof NONE, event: string
): readonly Row<R, E, S, Code>[] {
  let index = indexed.get(lifecycle)
  if (index === undefined) indexed.set(lifecycle, index = indexRows(lifecycle.rows))
  return (index[event]?.[state] ?? []) as Row<R, E, S, Code>[]
}

function indexRows (rows: readonly { from: readonly string[], on: string }[]): RowIndex {
  const index: RowIndex = {}
  for (const row of rows) {
    const byState = index[row.on] ??= {}
    for (const state of row.from) (byState[state] ??= []).push(row)
  }
  return index
}
