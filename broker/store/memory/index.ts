/**
 * The store in memory: nothing outlives the process, so everything applied is
 * as safe as it gets and `flushed()` is always undefined. It answers at once.
 */
import { applyPatch } from '../../core/records.js'
import type { Change, StoredRecord } from '../../core/records.js'
import type { Clock } from '../../platform/clock.js'
import { Alarm } from '../in-process/alarm.js'
import { checkChange } from '../in-process/check.js'
import { ENDED_MAX, Table } from '../in-process/table.js'
import type { Entry, KindTable } from '../in-process/table.js'
import type { Claim, Due, Kinds, Page, PageRequest, Store, Watcher } from '../store.js'
import { Sequence } from './sequence.js'

export interface MemoryStoreOptions {
  readonly clock: Clock
  /** How many ended records are kept before the oldest are surplus. */
  readonly endedMax?: number
}

export function createMemoryStore (options: MemoryStoreOptions): Store {
  return new MemoryStore(options)
}

/** What is kept beside a record: its place in the order of creation, and its parts. */
interface Beside {
  number: number
  parts: Parts | undefined
}

type Parts = Map<string, string>

class MemoryStore implements Store {
  readonly #clock: Clock
  readonly #endedMax: number
  readonly #sequences = new Map<KindTable<Beside>, Sequence<Entry<Beside>>>()
  readonly #alarm: Alarm
  #table = new Table<Beside>({})
  #watcher: Watcher | undefined

  constructor ({ clock, endedMax = ENDED_MAX }: MemoryStoreOptions) {
    this.#clock = clock
    this.#endedMax = endedMax
    this.#alarm = new Alarm(clock, () => this.#table.earliest(), () => this.#watcher?.due())
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#table = new Table(kinds)
    this.#watcher = watcher
    for (const kind of this.#table.kinds()) this.#sequences.set(kind, new Sequence())
  }

  async close (): Promise<void> {
    this.#alarm.clear()
  }

  now (): number {
    return this.#clock.now()
  }

  get (kind: string, id: string): StoredRecord | undefined {
    return this.#entry(kind, id)?.record
  }

  part (kind: string, id: string, name: string): string | undefined {
    return this.#entry(kind, id)?.beside.parts?.get(name)
  }

  held (kind: string, holder: string): readonly StoredRecord[] {
    return this.#table.held(kind, holder)
  }

  lanes (kind: string): readonly string[] {
    return this.#table.lanes(kind)
  }

  depth (kind: string, lane: string): number {
    return this.#table.depth(kind, lane)
  }

  first (kind: string, lane: string, rankMin?: number): string | undefined {
    return this.#table.first(kind, lane, rankMin)
  }

  grouped (kind: string, group: string): number {
    return this.#table.grouped(kind, group)
  }

  page (kind: string, request: PageRequest): Page {
    return this.#sequence(this.#table.kind(kind)).page(request)
  }

  due (limit: number): readonly Due[] {
    return this.#table.due(this.now(), limit, this.#endedMax)
  }

  commit (change: Change): 'applied' | 'conflict' {
    checkChange(change)
    const kind = this.#table.kind(change.kind)
    const entry = kind.entries.get(change.id)
    if ((entry?.record.v ?? 0) !== change.expect) return 'conflict'
    if (change.record === null) this.#remove(entry)
    else this.#write(kind, entry, change.record, change.parts)
    this.#alarm.check()
    return 'applied'
  }

  claim (claim: Claim): readonly StoredRecord[] {
    const taken = this.#table.take(this.#table.kind(claim.kind), claim, this.now())
    for (const entry of taken) this.#table.update(entry, applyPatch(entry.record, claim.patch))
    this.#alarm.check()
    return taken.map(entry => entry.record)
  }

  touch (kind: string, id: string, deadline: number, v?: number): void {
    const entry = this.#entry(kind, id)
    if (entry === undefined || (v !== undefined && entry.record.v !== v)) return
    this.#table.touch(entry, deadline)
    this.#alarm.check()
  }

  flushed (): undefined {}

  #entry (kind: string, id: string): Entry<Beside> | undefined {
    return this.#table.kind(kind).entries.get(id)
  }

  #sequence (kind: KindTable<Beside>): Sequence<Entry<Beside>> {
    const sequence = this.#sequences.get(kind)
    if (sequence === undefined) throw new Error(`no sequence for ${kind.name}`)
    return sequence
  }

  #write (kind: KindTable<Beside>, before: Entry<Beside> | undefined, record: StoredRecord, parts: Change['parts']): void {
    const entry = before ?? this.#insert(kind, record)
    if (before !== undefined) this.#table.update(before, record)
    if (parts !== undefined) entry.beside.parts = withParts(entry.beside.parts, parts)
  }

  #insert (kind: KindTable<Beside>, record: StoredRecord): Entry<Beside> {
    const entry = this.#table.insert(kind, record, { number: 0, parts: undefined })
    entry.beside.number = this.#sequence(kind).add(entry)
    return entry
  }

  #remove (entry: Entry<Beside> | undefined): void {
    if (entry === undefined) return
    this.#table.remove(entry)
    this.#sequence(entry.kind).remove(entry.beside.number)
  }
}

function withParts (before: Parts | undefined, changes: NonNullable<Change['parts']>): Parts | undefined {
  const parts = before ?? new Map<string, string>()
  for (const name in changes) {
    const text = changes[name] ?? null
    if (text === null) parts.delete(name)
    else parts.set(name, text)
  }
  return parts.size === 0 ? undefined : parts
}
