/**
 * One opened database and what is kept of it in memory: open records with
 * their indexes. A write that fails ends the session; the store begins another
 * one, so that nothing has to be undone here.
 */
import { applyPatch } from '../../core/records.js'
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock } from '../../platform/clock.js'
import { checkChange } from '../in-process/check.js'
import { dueFirst } from '../in-process/due.js'
import { Table } from '../in-process/table.js'
import type { Entry, KindTable } from '../in-process/table.js'
import { StoreUnavailable } from '../store.js'
import type { Claim, Due, Kinds, Page, PageRequest } from '../store.js'
import { isLevelError, reasonOf } from './database.js'
import type { Database } from './database.js'
import { Ended } from './ended.js'
import { Journal } from './journal.js'
import { partKey, recordKey, recordRange } from './keys.js'
import { PartCache } from './part-cache.js'
import { decode, isEnded } from './values.js'
import type { Stored } from './values.js'

/** How much one page may look at: a filter that nothing passes must not hold up everyone else. */
const EXAMINED_MAX = 10_000
/** Read ahead at once, in bytes and records; the default of 16 KiB costs a thread's round trip each. */
const READ_AHEAD = { highWaterMarkBytes: 2 ** 20 }
const LOAD_COUNT = 1_000

/** The names of the parts of an open record. */
type Names = readonly string[]

const NO_NAMES: Names = []

export interface SessionOptions {
  readonly clock: Clock
  readonly kinds: Kinds
  readonly endedMax: number
  readonly failed: (error: StoreUnavailable) => void
}

export class Session {
  readonly table: Table<Names>
  readonly #database: Database
  readonly #clock: Clock
  readonly #journal: Journal
  readonly #ended: Ended
  readonly #parts = new PartCache()
  /** The ended record read last, as it is on disk: what is to go is read at every step on its way. */
  #readLast: { readonly key: string, readonly stored: Stored | undefined } | undefined

  constructor (database: Database, { clock, kinds, endedMax, failed }: SessionOptions) {
    this.table = new Table(kinds)
    this.#database = database
    this.#clock = clock
    this.#journal = new Journal(database, clock, failed)
    this.#ended = new Ended(database, this.#journal, endedMax)
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
    return Math.min(this.table.earliest(), this.#ended.earliest)
  }

  flushed (): Promise<void> | undefined {
    return this.#journal.flushed()
  }

  get (kindName: string, id: string): StoredRecord | undefined {
    const kind = this.table.kind(kindName)
    const open = kind.entries.get(id)
    return open === undefined ? this.#readEnded(kind, id)?.record : open.record
  }

  part (kindName: string, id: string, name: string): string | undefined | Promise<string | undefined> {
    const open = this.table.kind(kindName).entries.get(id)
    if (open !== undefined ? !open.beside.includes(name) : this.#ended.count === 0) return undefined
    const key = partKey(kindName, id, name)
    const pending = this.#journal.pending(key)
    if (pending === null) return undefined
    return this.#parts.get(key) ?? (typeof pending === 'string' ? pending : reading(this.#database.get(key)))
  }

  /** In the order of the keys, as everything stands once what is applied now is written. */
  async page (kindName: string, request: PageRequest): Promise<Page> {
    await this.flushed()
    return reading(this.#readPage(this.table.kind(kindName), request))
  }

  async due (limit: number): Promise<readonly Due[]> {
    const now = this.#clock.now()
    const ended = await reading(this.#ended.due(now, limit))
    return dueFirst([...this.table.overdue(now, limit), ...ended], now, limit)
  }

  commit (change: Change): 'applied' | 'conflict' {
    checkChange(change)
    const kind = this.table.kind(change.kind)
    const open = kind.entries.get(change.id)
    const ended = open === undefined ? this.#readEnded(kind, change.id) : undefined
    const version = open?.record.v ?? ended?.record.v ?? 0
    if (version !== change.expect) return 'conflict'
    if (ended?.ended !== undefined) this.#ended.remove({ kind: kind.name, id: change.id, deadline: ended.ended })
    const names = this.#writeParts(change, open?.beside ?? ended?.parts ?? NO_NAMES)
    if (change.record === null) this.#remove(kind, open, change.id)
    else this.#write(kind, open, change.record, names)
    return 'applied'
  }

  claim (claim: Claim): readonly StoredRecord[] {
    const kind = this.table.kind(claim.kind)
    return this.table.take(kind, claim).map(entry => {
      const record = applyPatch(entry.record, claim.patch)
      this.#write(kind, entry, record, entry.beside)
      return record
    })
  }

  async #readPage (kind: KindTable<Names>, { match, limit, cursor = '' }: PageRequest): Promise<Page> {
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

  async #loadKind (kind: KindTable<Names>): Promise<void> {
    const { prefix, lt } = recordRange(kind.name)
    const values = this.#database.values({ gt: prefix, lt, ...READ_AHEAD })
    for (let some = await values.nextv(LOAD_COUNT); some.length > 0; some = await values.nextv(LOAD_COUNT)) {
      for (const value of some) this.#loadOne(kind, value)
    }
    await values.close()
  }

  #loadOne (kind: KindTable<Names>, value: string): void {
    if (isEnded(value)) {
      this.#ended.count++
      return
    }
    const { record, parts } = decode(value)
    this.table.insert(kind, record, parts)
  }

  #write (kind: KindTable<Names>, open: Entry<Names> | undefined, record: StoredRecord, parts: Names): void {
    const indexes = kind.indexesOf(record)
    const key = recordKey(kind.name, record.id)
    this.#readLast = undefined
    if (indexes.ended === true) {
      const ended = indexes.deadline ?? Number.MAX_SAFE_INTEGER
      if (open !== undefined) this.table.remove(open)
      this.#ended.add({ kind: kind.name, id: record.id, deadline: ended })
      this.#journal.set(key, { record, parts, ended })
      return
    }
    if (open === undefined) this.table.insert(kind, record, parts, indexes)
    else {
      this.table.update(open, record, indexes)
      open.beside = parts
    }
    this.#journal.set(key, { record, parts })
  }

  #remove (kind: KindTable<Names>, open: Entry<Names> | undefined, id: string): void {
    if (open !== undefined) this.table.remove(open)
    this.#readLast = undefined
    this.#journal.set(recordKey(kind.name, id), null)
  }

  /** Returns the names that there are then. */
  #writeParts ({ kind, id, record, parts }: Change, names: Names): Names {
    const changes = record === null ? names.map(name => [name, null] as const) : Object.entries(parts ?? {})
    if (changes.length === 0) return names
    const left = new Set(names)
    for (const [name, text] of changes) {
      const key = partKey(kind, id, name)
      this.#journal.set(key, text)
      if (text === null) {
        left.delete(name)
        this.#parts.delete(key)
      } else {
        left.add(name)
        this.#parts.set(key, text)
      }
    }
    return [...left]
  }

  /**
   * Read at once, not awaited: a comparison of versions must not be overtaken
   * by another. It takes about a microsecond, found or not.
   */
  #readEnded (kind: KindTable<Names>, id: string): Stored | undefined {
    if (this.#ended.count === 0) return undefined
    const key = recordKey(kind.name, id)
    const pending = this.#journal.pending(key)
    if (pending === null) return undefined
    if (typeof pending === 'object') return pending
    if (this.#readLast?.key === key) return this.#readLast.stored
    try {
      const value = this.#database.getSync(key)
      const stored = value === undefined ? undefined : decode(value)
      this.#readLast = { key, stored }
      return stored
    } catch (error) {
      throw asUnavailable(error)
    }
  }
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
