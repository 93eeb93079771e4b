/**
 * One opened database and what is kept of it in memory: open records, and the
 * stubs of ended ones. A write that fails ends the session; the
 * store begins another one, so that nothing has to be undone here.
 */
import { applyPatch } from '../../core/records.js'
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock } from '../../platform/clock.js'
import { checkChange } from '../in-process/check.js'
import { Table } from '../in-process/table.js'
import type { Entry, KindTable } from '../in-process/table.js'
import { StoreUnavailable } from '../store.js'
import type { Claim, Due, Kinds, Page, PageRequest } from '../store.js'
import { isLevelError, reasonOf } from './database.js'
import type { Database } from './database.js'
import { Journal } from './journal.js'
import { partKey, rateKey, rateRange, recordKey, recordRange } from './keys.js'
import { PartCache } from './part-cache.js'
import { decode, INLINE_CHARS_MAX, NO_PARTS } from './values.js'
import type { Parts, Stored } from './values.js'

/** How much one page may look at: a filter that nothing passes must not hold up everyone else. */
const EXAMINED_MAX = 10_000
/** Read ahead at once, in bytes and records; the default of 16 KiB costs a thread's round trip each. */
const READ_AHEAD = { highWaterMarkBytes: 2 ** 20 }
const LOAD_COUNT = 1_000

export interface SessionOptions {
  readonly clock: Clock
  readonly kinds: Kinds
  readonly endedMax: number
  readonly failed: (error: StoreUnavailable) => void
}

export class Session {
  readonly table: Table<Parts>
  readonly #database: Database
  readonly #clock: Clock
  readonly #journal: Journal
  readonly #endedMax: number
  readonly #parts = new PartCache()
  /** The ended record read last, as it is on disk: its parts are asked for next. */
  #readLast: { readonly entry: Entry<Parts>, readonly stored: Stored } | undefined

  constructor (database: Database, { clock, kinds, endedMax, failed }: SessionOptions) {
    this.table = new Table(kinds)
    this.#database = database
    this.#clock = clock
    this.#journal = new Journal(database, clock, failed)
    this.#endedMax = endedMax
  }

  async load (): Promise<void> {
    for (const kind of this.table.kinds()) await this.#loadKind(kind)
  }

  /** Writes what is applied, then lets go of the database. */
  async close (): Promise<void> {
    try {
      await this.flushed()
    } finally {
      await this.release()
    }
  }

  async release (): Promise<void> {
    await this.#database.close()
  }

  get earliest (): number {
    return this.table.earliest()
  }

  flushed (): Promise<void> | undefined {
    return this.#journal.flushed()
  }

  get (kind: string, id: string): StoredRecord | undefined {
    const entry = this.table.kind(kind).entries.get(id)
    return entry?.ended === true ? this.#readEnded(entry).record : entry?.record
  }

  stub (kind: string, id: string): StoredRecord | undefined {
    return this.table.kind(kind).entries.get(id)?.record
  }

  part (kind: string, id: string, name: string): string | undefined | Promise<string | undefined> {
    const entry = this.table.kind(kind).entries.get(id)
    const text = entry === undefined ? undefined : this.#partsOf(entry)[name]
    return text === null ? this.#readPart(partKey(kind, id, name)) : text
  }

  /** In the order of the keys, as everything stands once what is applied now is written. */
  async page (kindName: string, request: PageRequest): Promise<Page> {
    await this.flushed()
    return reading(this.#readPage(this.table.kind(kindName), request))
  }

  due (limit: number): readonly Due[] {
    return this.table.due(this.#clock.now(), limit, this.#endedMax)
  }

  commit (change: Change): 'applied' | 'conflict' {
    checkChange(change)
    const kind = this.table.kind(change.kind)
    const entry = kind.entries.get(change.id)
    if ((entry?.record.v ?? 0) !== change.expect) return 'conflict'
    if (change.record === null) this.#remove(entry)
    else this.#write(kind, entry, change.record, this.#writeParts(change, entry === undefined ? NO_PARTS : this.#partsOf(entry)))
    return 'applied'
  }

  claim (claim: Claim): readonly StoredRecord[] {
    const kind = this.table.kind(claim.kind)
    const taken = this.table.take(kind, claim, this.#clock.now())
    if (taken.length > 0) for (const limit of claim.limits ?? []) if (limit.rate !== undefined) this.#journal.set(rateKey(kind.name, limit.group), kind.rates.saved(limit.group))
    return taken.map(entry => {
      const record = applyPatch(entry.record, claim.patch)
      this.#write(kind, entry, record, entry.beside)
      return record
    })
  }

  async #readPage (kind: KindTable<Parts>, { match, limit, cursor = '' }: PageRequest): Promise<Page> {
    const { prefix, lt } = recordRange(kind.name)
    const records: StoredRecord[] = []
    let last = cursor
    let examined = 0
    for await (const [key, value] of this.#database.iterator({ gt: prefix + cursor, lt, ...READ_AHEAD })) {
      if (records.length === limit || examined === EXAMINED_MAX) return { records, cursor: last }
      examined++
      last = key.slice(prefix.length)
      const { record } = decode(value)
      if (match(record)) records.push(record)
    }
    return { records }
  }

  async #loadKind (kind: KindTable<Parts>): Promise<void> {
    const { prefix, lt } = recordRange(kind.name)
    const values = this.#database.values({ gt: prefix, lt, ...READ_AHEAD })
    for (let some = await values.nextv(LOAD_COUNT); some.length > 0; some = await values.nextv(LOAD_COUNT)) {
      for (const value of some) this.#apply(kind, undefined, decode(value))
    }
    await values.close()
    const { prefix: rates, ...range } = rateRange(kind.name)
    for await (const [key, value] of this.#database.iterator({ gt: rates, ...range })) kind.rates.restore(JSON.parse(key.slice(rates.length)) as string, value)
  }

  #write (kind: KindTable<Parts>, entry: Entry<Parts> | undefined, record: StoredRecord, parts: Parts): void {
    const stored = { record, parts }
    this.#apply(kind, entry, stored)
    this.#journal.set(recordKey(kind.name, record.id), stored)
  }

  #apply (kind: KindTable<Parts>, entry: Entry<Parts> | undefined, stored: Stored): void {
    const indexes = kind.indexesOf(stored.record)
    const { record, parts } = indexes.ended === true ? endedAs(stored, indexes.stub) : stored
    if (entry === undefined) this.table.insert(kind, record, parts, indexes)
    else {
      this.table.update(entry, record, indexes)
      entry.beside = parts
      this.#readLast = undefined
    }
  }

  #remove (entry: Entry<Parts> | undefined): void {
    if (entry === undefined) return
    const { kind: { name: kind }, record: { id }, beside } = entry
    this.table.remove(entry)
    if (this.#readLast?.entry === entry) this.#readLast = undefined
    for (const name in beside) if (beside[name] === null) this.#setPart(partKey(kind, id, name), null)
    this.#journal.set(recordKey(kind, id), null)
  }

  #partsOf (entry: Entry<Parts>): Parts {
    return entry.ended ? this.#readEnded(entry).parts : entry.beside
  }

  /** Returns the parts that there are then. */
  #writeParts ({ kind, id, parts: changes }: Change, parts: Parts): Parts {
    if (changes === undefined) return parts
    const next: Record<string, string | null> = { ...parts }
    for (const name in changes) {
      const text = changes[name] ?? null
      const large = text !== null && text.length > INLINE_CHARS_MAX
      if (large || parts[name] === null) this.#setPart(partKey(kind, id, name), large ? text : null)
      if (text === null) delete next[name]
      else next[name] = large ? null : text
    }
    return next
  }

  #setPart (key: string, text: string | null): void {
    this.#journal.set(key, text)
    if (text === null) this.#parts.delete(key)
    else this.#parts.set(key, text)
  }

  #readPart (key: string): string | undefined | Promise<string | undefined> {
    const pending = this.#journal.pending(key)
    return this.#parts.get(key) ?? (typeof pending === 'string' ? pending : reading(this.#database.get(key)))
  }

  /**
   * Read at once, not awaited: a change must not be overtaken by another. It
   * takes some microseconds.
   */
  #readEnded (entry: Entry<Parts>): Stored {
    if (this.#readLast?.entry === entry) return this.#readLast.stored
    const key = recordKey(entry.kind.name, entry.record.id)
    const pending = this.#journal.pending(key)
    if (pending !== null && typeof pending === 'object') return pending
    try {
      const value = this.#database.getSync(key)
      if (value === undefined) throw new StoreUnavailable(`reading failed: ${key} is gone`)
      const stored = decode(value)
      this.#readLast = { entry, stored }
      return stored
    } catch (error) {
      throw asUnavailable(error)
    }
  }
}

/** What is kept of it in memory: besides the stub, which parts have a key of their own. */
function endedAs ({ record: { id, v }, parts }: Stored, stub: StoredRecord = { id, v }): Stored {
  return { record: stub, parts: onlyLarge(parts) }
}

function onlyLarge (parts: Parts): Parts {
  let large: Record<string, null> | undefined
  for (const name in parts) if (parts[name] === null) (large ??= {})[name] = null
  return large ?? NO_PARTS
}

async function reading<T> (work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asUnavailable(error)
  }
}

/** What isn't the database's failure goes through as it is. */
function asUnavailable (error: unknown): unknown {
  if (!isLevelError(error)) return error
  return new StoreUnavailable(`reading failed: ${reasonOf(error)}`, { cause: error })
}
