/**
 * The memory store, made to lose what a durable one would lose. What is applied
 * collects in groups; a group is on the disk, a plain map, after a while and as
 * a whole. A new store over the same disk is what a restart finds. It can fail a
 * write, and it can answer late, as a store on another machine does.
 */
import type { Awaitable, Change, StoredRecord } from '../../broker/core/records.js'
import { createMemoryStore } from '../../broker/store/memory/index.js'
import { type Claim, type Due, type Kinds, type Page, type PageRequest, type Store, StoreUnavailable, type Watcher } from '../../broker/store/store.js'
import type { Clock } from '../../broker/platform/clock.js'

export interface Kept {
  readonly kind: string
  readonly record: StoredRecord
  readonly parts: Readonly<Record<string, string>>
}

/** By kind and id. */
export type Disk = Map<string, Kept>

export const diskKey = (kind: string, id: string): string => `${kind} ${id}`

export interface FragileOptions {
  readonly disk: Disk
  readonly clock: Clock
  /** How long the next write takes; undefined: it fails, and the store is away for a moment. */
  readonly writeMs: () => number | undefined
  /** Applied is written: as safe as a store on another machine is for whoever asks it. */
  readonly writesAtOnce?: boolean
  readonly awayMs: number
  /** How late the next answer is; 0: at once. */
  readonly answerMs: () => number
  /** The process is dead: nothing more reaches the disk, and nobody hears of it. */
  readonly isDead: () => boolean
  readonly watch: StoreWatch
}

/** Told to whoever checks. */
export interface StoreWatch {
  applied: (kind: string, id: string, before: StoredRecord | undefined, after: StoredRecord | undefined) => void
  /** A group is on the disk; nobody has been told yet. */
  written: () => void
  /** What was applied and not written is gone; for the time being nothing is answered. */
  away: () => void
  back: () => void
}

type Draft = { readonly kind: string, record: StoredRecord | null, parts: Record<string, string | null> }

class Group {
  readonly drafts = new Map<string, Draft>()
  resolve: () => void = () => {}
  reject: (error: Error) => void = () => {}
  readonly written = new Promise<void>((resolve, reject) => {
    this.resolve = resolve
    this.reject = reject
  })

  constructor () {
    this.written.catch(() => {})
  }
}

export class FragileStore implements Store {
  #inner: Store
  #kinds: Kinds = {}
  #watcher: Watcher | undefined
  #collecting: Group | undefined
  #writing: Group | undefined
  #away = false
  #failures = 0
  #answered: Promise<unknown> = Promise.resolve()

  constructor (private readonly options: FragileOptions) {
    this.#inner = createMemoryStore(options)
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#kinds = kinds
    this.#watcher = watcher
    await this.#load()
  }

  async close (): Promise<void> {
    await this.flushed()
    await this.#inner.close()
  }

  now (): number { return this.#inner.now() }
  get (kind: string, id: string): Awaitable<StoredRecord | undefined> { return this.#answer(() => this.#inner.get(kind, id)) }
  part (kind: string, id: string, name: string): Awaitable<string | undefined> { return this.#answer(() => this.#inner.part(kind, id, name)) }
  held (kind: string, holder: string): Awaitable<readonly StoredRecord[]> { return this.#answer(() => this.#inner.held(kind, holder)) }
  lanes (kind: string): Awaitable<readonly string[]> { return this.#answer(() => this.#inner.lanes(kind)) }
  depth (kind: string, lane: string): Awaitable<number> { return this.#answer(() => this.#inner.depth(kind, lane)) }
  first (kind: string, lane: string, rankMin?: number): Awaitable<string | undefined> { return this.#answer(() => this.#inner.first(kind, lane, rankMin)) }
  grouped (kind: string, group: string): Awaitable<number> { return this.#answer(() => this.#inner.grouped(kind, group)) }
  page (kind: string, request: PageRequest): Awaitable<Page> { return this.#answer(() => this.#inner.page(kind, request)) }
  due (limit: number): Awaitable<readonly Due[]> { return this.#answer(() => this.#inner.due(limit)) }
  touch (kind: string, id: string, deadline: number, v?: number): Awaitable<void> { return this.#answer(() => this.#inner.touch(kind, id, deadline, v)) }
  commit (change: Change): Awaitable<'applied' | 'conflict'> {
    return this.#answer(() => {
      const before = this.#peek(change.kind, change.id)
      const outcome = this.#inner.commit(change) as 'applied' | 'conflict'
      if (outcome === 'applied') this.#changed(change, before)
      return outcome
    })
  }

  claim (claim: Claim): Awaitable<readonly StoredRecord[]> {
    return this.#answer(() => {
      const before = new Map<string, StoredRecord>()
      for (const { kind, record } of this.#available(claim)) before.set(diskKey(kind, record.id), record)
      const records = this.#inner.claim(claim) as readonly StoredRecord[]
      for (const record of records) {
        this.#changed({ kind: claim.kind, id: record.id, expect: record.v - 1, record }, before.get(diskKey(claim.kind, record.id)))
      }
      return records
    })
  }

  flushed (): Promise<void> | undefined {
    if (this.options.isDead()) return new Promise(() => {})
    return (this.#collecting ?? this.#writing)?.written
  }

  /** What is applied, whether written or not; undefined while the store is away. */
  #peek (kind: string, id: string): StoredRecord | undefined {
    return this.#inner.get(kind, id) as StoredRecord | undefined
  }

  * #available ({ kind }: Claim): Iterable<{ kind: string, record: StoredRecord }> {
    const { records } = this.#inner.page(kind, { match: () => true, limit: 1_000 }) as Page
    for (const record of records) yield { kind, record }
  }

  #answer<T> (ask: () => Awaitable<T>): Awaitable<T> {
    if (this.#away) throw new StoreUnavailable('away')
    const answer = ask()
    const delayMs = this.options.answerMs()
    if (delayMs === 0) return answer
    const before = this.#answered
    const asked = this.#failures
    const late = new Promise<void>(resolve => {
      this.options.clock.setTimeout(() => { before.then(() => resolve()) }, delayMs)
    })
    this.#answered = late
    return late.then(() => {
      // What it answers may have been lost meanwhile.
      if (this.#failures > asked) throw new StoreUnavailable('lost')
      return answer
    })
  }

  #changed ({ kind, id, record, parts = {} }: Change, before: StoredRecord | undefined): void {
    if (this.options.isDead()) return
    if (this.options.writesAtOnce === true) {
      keep(this.options.disk, diskKey(kind, id), { kind, record, parts })
      this.options.watch.applied(kind, id, before, record ?? undefined)
      return
    }
    if (this.#collecting === undefined) {
      this.#collecting = new Group()
      if (this.#writing === undefined) this.options.clock.defer(() => this.#write())
    }
    const { drafts } = this.#collecting
    const draft = drafts.get(diskKey(kind, id))
    drafts.set(diskKey(kind, id), { kind, record, parts: { ...draft?.parts, ...parts } })
    this.options.watch.applied(kind, id, before, record ?? undefined)
  }

  #write (): void {
    const group = this.#collecting
    if (group === undefined || this.options.isDead()) return
    this.#collecting = undefined
    this.#writing = group
    const writeMs = this.options.writeMs()
    this.options.clock.setTimeout(() => writeMs === undefined ? this.#fail(group) : this.#written(group), writeMs ?? 1)
  }

  #written (group: Group): void {
    if (this.options.isDead()) return
    for (const [key, draft] of group.drafts) keep(this.options.disk, key, draft)
    this.#writing = undefined
    this.options.watch.written()
    if (this.options.isDead()) return
    group.resolve()
    if (this.#collecting !== undefined) this.options.clock.defer(() => this.#write())
  }

  #fail (group: Group): void {
    if (this.options.isDead()) return
    const error = new StoreUnavailable('the write failed')
    const collected = this.#collecting
    this.#collecting = this.#writing = undefined
    this.#away = true
    this.#failures++
    this.#inner.close()
    this.options.watch.away()
    this.#watcher?.lost(error)
    group.reject(error)
    collected?.reject(error)
    this.options.clock.setTimeout(() => {
      this.#load().then(() => {
        this.#away = false
        this.options.watch.back()
        this.#watcher?.lost(undefined)
      }, () => {})
    }, this.options.awayMs)
  }

  async #load (): Promise<void> {
    this.#inner = createMemoryStore(this.options)
    await this.#inner.open(this.#kinds, this.#watcher as Watcher)
    for (const { kind, record, parts } of this.options.disk.values()) {
      await this.#inner.commit({ kind, id: record.id, expect: 0, record, parts })
    }
  }
}

export function keep (disk: Disk, key: string, { kind, record, parts }: Draft): void {
  if (record === null) {
    disk.delete(key)
    return
  }
  const merged: Record<string, string> = { ...disk.get(key)?.parts }
  for (const [name, text] of Object.entries(parts)) {
    if (text === null) delete merged[name]
    else merged[name] = text
  }
  disk.set(key, { kind, record, parts: merged })
}
