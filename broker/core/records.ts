/**
 * What the store keeps, as the pure side sees it: records, the changes made to
 * them, and the indexes derived from them. Types alone: nothing here knows a
 * store, a clock or a protocol.
 */

/** A value, at once or later: in-process stores answer at once, Redis does not. */
export type Awaitable<T> = T | Promise<T>

/** Goes on with a value at once where it is there, so that in-process stores decide without a turn. */
export function after<T, U> (value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return value instanceof Promise ? value.then(next) : next(value)
}

/** All of them, at once where none is later. */
export function all<T> (values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return values.some(value => value instanceof Promise) ? Promise.all(values) : values as readonly T[]
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Every record has an id within its kind and a version that grows with every change. */
export interface StoredRecord {
  readonly id: string
  readonly v: number
}

/**
 * What a store derives from a record to find it again. Derived by one pure
 * function a kind, so that every index can be rebuilt from the records.
 */
export interface Indexes {
  /** The lane in which the record waits to be claimed. */
  readonly lane?: string
  /** Its place within the lane, and between lanes: the lowest is claimed first. */
  readonly rank?: number
  /** Numeric fields that the patch of a claim may add to the deadline: a claim can run where no record can be read. */
  readonly addends?: Readonly<Record<string, number>>
  /** Who holds it: `held(holder)` lists it. */
  readonly holder?: string
  /** What it is counted in while somebody holds it; the same as long as it is there, and of all that wait in one lane. */
  readonly group?: string
  /** When something has to be decided about it, in ms since the epoch. */
  readonly deadline?: number
  /** Final: it is kept for readers alone, until its deadline or until there are too many. */
  readonly ended?: boolean
  /** Of an ended one, the fields that its removal is decided on: stores keep them at hand where they keep the record elsewhere. */
  readonly stub?: StoredRecord
}

/** What an object has under a name that somebody has chosen: `constructor` is in every object. */
export function own<T> (of: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined
}

export type IndexesOf = (record: StoredRecord) => Indexes

/**
 * One transition of one record: compare-and-set on its version. The store
 * writes it whole or not at all, whatever becomes of the others of its group.
 */
export interface Change {
  readonly kind: string
  readonly id: string
  /** The version that must stand, 0 where the record must not exist. */
  readonly expect: number
  /** The new record, its `v` above `expect`; null removes it with its parts. */
  readonly record: StoredRecord | null
  /**
   * Larger texts kept beside the record and read on their own, by name (letters
   * only); a null removes one, an absent one stays as it is.
   */
  readonly parts?: Readonly<Record<string, string | null>>
}

/**
 * What a claim writes into the record that it takes out of its lane, prepared
 * beforehand because the claim runs where no rule of a lifecycle may stand.
 * `v` grows by one besides.
 */
export interface Patch {
  readonly set: Readonly<Record<string, Json>>
  /** Added to numeric fields; an absent one counts as 0. */
  readonly add: Readonly<Record<string, number>>
  /** The field `deadline` becomes `at`, plus the numeric field named by `plus`, which must be among the addends. */
  readonly deadline: { readonly at: number, readonly plus?: string }
}

/** The one way in which every store applies a patch (for Redis: mirrored in its script). */
export function applyPatch<R extends StoredRecord> (record: R, patch: Patch): R {
  const next: Record<string, unknown> = Object.assign({ ...record }, patch.set, { v: record.v + 1 })
  for (const field in patch.add) next[field] = numeric(next[field]) + numeric(patch.add[field])
  const { at, plus } = patch.deadline
  next.deadline = at + (plus === undefined ? 0 : numeric(next[plus]))
  return next as R
}

function numeric (value: unknown): number {
  return typeof value === 'number' ? value : 0
}
