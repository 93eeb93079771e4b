/**
 * The store contract. A store keeps versioned records, the texts beside them
 * and the indexes derived from them; it decides nothing. Every implementation
 * passes `test/contract/store-suite.ts` unchanged.
 *
 * Clock: the store owns it. `now()` is the only time by which deadlines and
 * leases are judged (in process: the given clock; Redis: its TIME).
 *
 * Applied and written: once `commit` or `claim` has answered, every later read
 * and commit sees the change, so the next decision can build on it. It is
 * promised to nobody before `flushed()` has resolved. The changes of one turn
 * of the event loop are written as one group.
 *
 * Failure: a commit that lost the race is `conflict`, a value, and changes
 * nothing. A change that makes no sense (the record of another id, a version
 * that does not grow, a kind that was not opened) throws: that is a mistake of
 * ours. Where the store can't be reached or can't write, `commit`, `claim` and
 * reads throw, or `flushed()` rejects with, `StoreUnavailable`: then nobody may
 * be told. `lost` is told to the watcher, once for each such event, before the
 * rejection; from then on the store refuses everything, and tells
 * `lost(undefined)` when it is back and has read itself anew. What was applied
 * but not written is gone then, apart from what a write that failed late may
 * have left.
 *
 * Wake-ups: `due` is told when a deadline has passed, promptly but perhaps
 * never; whoever watches also asks `due()` at intervals. Work that one node
 * can't place is told to the others over the store's bus.
 */
import type { Awaitable, Change, IndexesOf, Patch, StoredRecord } from '../core/records.js'
import type { Bus } from './bus.js'

export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** It is there, but takes no changes for now: full, or without the replicas it needs. Nothing was changed. */
export class StoreRefusing extends StoreUnavailable {
  override name = 'StoreRefusing'
}

/**
 * One thing in it is not what was put there: what concerns that can't be read
 * or changed until somebody mends it, and all else goes on. Nothing was
 * changed, and the store has logged what is wrong.
 */
export class StoreDamaged extends StoreUnavailable {
  override name = 'StoreDamaged'
  /** `what`: the place that is damaged. */
  constructor (readonly what: string, message: string, options?: ErrorOptions) {
    super(message, options)
  }
}

/** Raised by `open`: another process has it, another schema version, no rights. Says what to do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable'
  /** The option of the store with which it can be mended, where that is one alone. */
  readonly option: string | undefined
  constructor (message: string, { option, ...options }: ErrorOptions & { readonly option?: string } = {}) {
    super(message, options)
    this.option = option
  }
}

/** The kinds of records, each with the function that derives its indexes. */
export type Kinds = Readonly<Record<string, IndexesOf>>

/** How many of a group may be claimed; what is absent has no bound. */
export interface GroupLimit {
  readonly group: string
  /** Those of the claim in which the records of the group wait. */
  readonly lanes: readonly string[]
  /** How many may be held at once, by whomever. */
  readonly held?: number | undefined
  /** How many may be claimed within any `perMs`: the store counts in steps of a fiftieth of it, and never too few. */
  readonly rate?: Rate | undefined
}

export interface Rate { readonly max: number, readonly perMs: number }

export interface Claim {
  readonly kind: string
  /** Lanes to take from; unknown and empty ones are passed over. */
  readonly lanes: readonly string[]
  /** How many records at the most; 1 or more. */
  readonly max: number
  /** No more than brings the number that this holder holds up to `max`; `patch` must make it the holder. */
  readonly within?: { readonly holder: string, readonly max: number }
  /** Lanes from which only so many may be taken; what their groups hold is counted whether they are limited or not. */
  readonly limits?: readonly GroupLimit[] | undefined
  readonly patch: Patch
}

export interface Due {
  readonly kind: string
  readonly id: string
  /** `surplus`: its time is not over, but more ended records are kept than allowed. */
  readonly cause: 'deadline' | 'surplus'
}

export interface Page<R extends StoredRecord = StoredRecord> {
  readonly records: readonly R[]
  /** Where the next page begins; absent at the end. Opaque. A page may be short, or empty, and go on. */
  readonly cursor?: string
}

export interface PageRequest {
  /** Only records that pass are returned. */
  readonly match: (record: StoredRecord) => boolean
  readonly limit: number
  readonly cursor?: string
}

export interface Watcher {
  /** Some deadline has passed. */
  due: () => void
  /** A write failed, or the store is away; `lost(undefined)`: it is back, and what was not written is gone. */
  lost: (error: Error | undefined) => void
}

export interface Store {
  /** To the other nodes that share the store; absent where there is but one process. */
  readonly bus?: Bus

  /** Throws StoreUnusable with what is wrong and what to do. */
  open: (kinds: Kinds, watcher: Watcher) => Promise<void>
  /** Writes what is applied, then lets go. */
  close: () => Promise<void>

  now: () => number

  get: (kind: string, id: string) => Awaitable<StoredRecord | undefined>
  /**
   * What this process saw last of a record, at once; undefined where it
   * remembers nothing. It may be outdated: good for a decision whose commit
   * compares the version, and for nothing else. Absent where `get` is as cheap.
   */
  remembered?: (kind: string, id: string) => StoredRecord | undefined
  /** As `get`, but of an ended record only its stub. Absent where `get` is as cheap. */
  stub?: (kind: string, id: string) => StoredRecord | undefined
  /** One of the texts beside a record. */
  part: (kind: string, id: string, name: string) => Awaitable<string | undefined>
  /** The open records of a kind that name this holder, in no order. What has ended is held by nobody and in no lane. */
  held: (kind: string, holder: string) => Awaitable<readonly StoredRecord[]>
  /** The lanes of a kind that hold anything. */
  lanes: (kind: string) => Awaitable<readonly string[]>
  /** How many records wait in a lane. */
  depth: (kind: string, lane: string) => Awaitable<number>
  /** The record of a lane that would be claimed next, by its id; of those whose rank is at least `rankMin`. */
  first: (kind: string, lane: string, rankMin?: number) => Awaitable<string | undefined>
  /** How many records of a group somebody holds. */
  grouped: (kind: string, group: string) => Awaitable<number>
  /**
   * Lists open and ended records in an order of the store's own; the pages
   * repeat nothing, and miss nothing that stands throughout, changed or not.
   * The work of one page is bounded.
   */
  page: (kind: string, request: PageRequest) => Awaitable<Page>
  /** What is due now, oldest deadline first, at most `limit`. It stays due until its record changes. */
  due: (limit: number) => Awaitable<readonly Due[]>

  commit: (change: Change) => Awaitable<'applied' | 'conflict'>
  /**
   * Takes the records of lowest rank out of these lanes, patches them, and
   * returns them as they are now. Atomic: no record is claimed twice. Within
   * one process, of equal ranks the first that came goes first; elsewhere any.
   */
  claim: (claim: Claim) => Awaitable<readonly StoredRecord[]>
  /**
   * Moves the deadline of an open record, later or earlier, without a new
   * version; only where it has version `v`, if that is given. With the next change of the record, and perhaps in a crash, the
   * deadline in the record stands again; ended and unknown ones stay as they are.
   */
  touch: (kind: string, id: string, deadline: number, v?: number) => Awaitable<void>
  /**
   * Undefined where everything applied is as safe as this store promises; else
   * resolves when it is. Asked in the turn of the change: later, after a loss,
   * it may speak of a store that never heard of that change.
   */
  flushed: () => Promise<void> | undefined
  /** Why it takes no changes for now, as far as it knows; undefined once one went through. Absent where that can't happen. */
  refusal?: () => StoreRefusing | undefined
}
