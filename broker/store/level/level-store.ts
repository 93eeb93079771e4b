/**
 * The embedded durable store: hands everything to the session of the moment.
 * When a write has failed there is none: the store refuses, tries the disk
 * again at intervals, and reads everything anew once it can be written.
 */
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock, Timer } from '../../platform/clock.js'
import { Alarm } from '../in-process/alarm.js'
import { ENDED_MAX } from '../in-process/table.js'
import { StoreRefusing, StoreUnavailable } from '../store.js'
import type { Claim, Due, Kinds, Page, PageRequest, Store, Watcher } from '../store.js'
import { asUnusable, openClassicLevel, openFolder, reasonOf } from './database.js'
import type { OpenDatabase } from './database.js'
import { Session } from './session.js'

export interface LevelStoreOptions {
  readonly clock: Clock
  readonly directory: string
  /** How many ended records are kept before the oldest are surplus. */
  readonly endedMax?: number
}

/** Also before the first try: a disk that fails again at once must not keep the store reading itself anew. */
const RETRY_MS = 1_000

export class LevelStore implements Store {
  readonly #clock: Clock
  readonly #directory: string
  readonly #endedMax: number
  readonly #openDatabase: OpenDatabase
  readonly #alarm: Alarm
  #kinds: Kinds = {}
  #watcher: Watcher | undefined
  #session: Session | undefined
  /** Why there is no session. */
  #away = new StoreUnavailable('the store is not open')
  #closed = false
  #retry: Timer | undefined
  /** What is under way to get back a database, or to let go of one. */
  #recovery: Promise<void> = Promise.resolve()

  constructor ({ clock, directory, endedMax = ENDED_MAX }: LevelStoreOptions, openDatabase = openClassicLevel) {
    this.#clock = clock
    this.#directory = directory
    this.#endedMax = endedMax
    this.#openDatabase = openDatabase
    this.#alarm = new Alarm(clock, () => this.#session?.earliest ?? Infinity, () => this.#watcher?.due())
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#kinds = kinds
    this.#watcher = watcher
    this.#session = await this.#load()
    this.#alarm.check()
  }

  async close (): Promise<void> {
    this.#closed = true
    this.#alarm.clear()
    if (this.#retry !== undefined) this.#clock.clearTimeout(this.#retry)
    const session = this.#session
    this.#session = undefined
    this.#away = new StoreUnavailable('the store is closed')
    await session?.close()
    await this.#recovery
  }

  now (): number {
    return this.#clock.now()
  }

  get (kind: string, id: string): StoredRecord | undefined {
    return this.#live.get(kind, id)
  }

  stub (kind: string, id: string): StoredRecord | undefined {
    return this.#live.stub(kind, id)
  }

  part (kind: string, id: string, name: string): string | undefined | Promise<string | undefined> {
    return this.#live.part(kind, id, name)
  }

  held (kind: string, holder: string): readonly StoredRecord[] {
    return this.#live.table.held(kind, holder)
  }

  lanes (kind: string): readonly string[] {
    return this.#live.table.lanes(kind)
  }

  depth (kind: string, lane: string): number {
    return this.#live.table.depth(kind, lane)
  }

  first (kind: string, lane: string, rankMin?: number): string | undefined {
    return this.#live.table.first(kind, lane, rankMin)
  }

  grouped (kind: string, group: string): number {
    return this.#live.table.grouped(kind, group)
  }

  async page (kind: string, request: PageRequest): Promise<Page> {
    return this.#live.page(kind, request)
  }

  due (limit: number): readonly Due[] {
    return this.#live.due(limit)
  }

  commit (change: Change): 'applied' | 'conflict' {
    const outcome = this.#live.commit(change)
    this.#alarm.check()
    return outcome
  }

  claim (claim: Claim): readonly StoredRecord[] {
    const records = this.#live.claim(claim)
    this.#alarm.check()
    return records
  }

  touch (kind: string, id: string, deadline: number, v?: number): void {
    const { table } = this.#live
    const entry = table.kind(kind).entries.get(id)
    if (entry === undefined || (v !== undefined && entry.record.v !== v)) return
    table.touch(entry, deadline)
    this.#alarm.check()
  }

  flushed (): Promise<void> | undefined {
    return this.#session === undefined ? Promise.reject(this.#away) : this.#session.flushed()
  }

  get #live (): Session {
    if (this.#session === undefined) throw this.#away
    return this.#session
  }

  async #load (): Promise<Session> {
    const database = await openFolder(this.#directory, this.#openDatabase)
    const session: Session = new Session(database, {
      clock: this.#clock,
      kinds: this.#kinds,
      endedMax: this.#endedMax,
      failed: error => this.#lose(session, error)
    })
    try {
      await session.load()
    } catch (error) {
      await database.close()
      throw asUnusable(this.#directory, error)
    }
    return session
  }

  #lose (session: Session, error: StoreUnavailable): void {
    if (this.#closed) return
    this.#session = undefined
    this.#away = error
    this.#alarm.clear()
    // What can't be let go shows when it can't be opened again.
    this.#recovery = session.release().catch(() => {})
    this.#recoverLater()
    this.#watcher?.lost(error)
  }

  #recoverLater (): void {
    this.#retry = this.#clock.setTimeout(() => { this.#recovery = this.#recover(this.#recovery) }, RETRY_MS)
    this.#retry.unref?.()
  }

  /** `former`: letting go of the database whose write failed, or the last try. */
  async #recover (former: Promise<void>): Promise<void> {
    await former
    try {
      const session = await this.#load()
      if (this.#closed) return await session.close()
      this.#session = session
    } catch (error) {
      if (this.#closed) return
      this.#away = new StoreRefusing(reasonOf(error), { cause: error })
      this.#recoverLater()
      return
    }
    this.#alarm.check()
    this.#watcher?.lost(undefined)
  }
}
