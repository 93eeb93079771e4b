/**
 * Records in memory with the indexes derived from them: lanes, holders,
 * deadlines. Every change goes through `insert`, `update` and `remove`, which
 * keep them all in step. It compares no versions and knows no disk and no
 * clock: that is the stores' business.
 */
import type { Indexes, IndexesOf, StoredRecord } from '../../core/records.js'
import type { Claim, Due, GroupLimit, Kinds } from '../store.js'
import { Heap } from './heap.js'
import { Rates } from './rates.js'

/** As many ended records as a list or a recall may sensibly want, and some tens of MB at the most. */
export const ENDED_MAX = 100_000

/** One record; `B` is what the store keeps beside it. */
export class Entry<B> {
  lane: Lane<B> | undefined = undefined
  lanePlace = -1
  rank = 0
  /** When it joined its lane: of equal ranks the first that came is the first to go. */
  joined = 0
  holder: string | undefined = undefined
  /** That it is counted in now. */
  group: string | undefined = undefined
  ended = false
  /** Infinity: none. */
  deadline = Infinity
  deadlinePlace = -1

  constructor (readonly kind: KindTable<B>, public record: StoredRecord, public beside: B) {}
}

export class Lane<B> extends Heap<Entry<B>> {
  constructor (readonly name: string) {
    super()
  }

  protected before (a: Entry<B>, b: Entry<B>): boolean {
    return goesFirst(a, b)
  }

  protected place (entry: Entry<B>): number {
    return entry.lanePlace
  }

  protected setPlace (entry: Entry<B>, place: number): void {
    entry.lanePlace = place
  }
}

class Deadlines<B> extends Heap<Entry<B>> {
  protected before (a: Entry<B>, b: Entry<B>): boolean {
    return a.deadline < b.deadline
  }

  protected place (entry: Entry<B>): number {
    return entry.deadlinePlace
  }

  protected setPlace (entry: Entry<B>, place: number): void {
    entry.deadlinePlace = place
  }
}

export class KindTable<B> {
  readonly entries = new Map<string, Entry<B>>()
  /** Those that hold anything. */
  readonly lanes = new Map<string, Lane<B>>()
  /** Arrays: most hold one or a few, and with a set for each claim more of what a task needs for a moment grows old. */
  readonly holders = new Map<string, Entry<B>[]>()
  /** How many of each are held. */
  readonly groups = new Map<string, number>()
  readonly rates = new Rates()

  constructor (readonly name: string, readonly indexesOf: IndexesOf) {}
}

export class Table<B> {
  /** Open records that have a deadline. */
  readonly deadlines = new Deadlines<B>()
  /** All ended records, those without a deadline last. */
  readonly ended = new Deadlines<B>()
  readonly #kinds = new Map<string, KindTable<B>>()
  #joined = 0

  constructor (kinds: Kinds) {
    for (const [name, indexesOf] of Object.entries(kinds)) this.#kinds.set(name, new KindTable(name, indexesOf))
  }

  kinds (): Iterable<KindTable<B>> {
    return this.#kinds.values()
  }

  kind (name: string): KindTable<B> {
    const kind = this.#kinds.get(name)
    if (kind === undefined) throw new Error(`the store was not opened with the kind ${name}`)
    return kind
  }

  held (kind: string, holder: string): readonly StoredRecord[] {
    const entries = this.kind(kind).holders.get(holder)
    return entries === undefined ? [] : entries.map(entry => entry.record)
  }

  lanes (kind: string): readonly string[] {
    return [...this.kind(kind).lanes.keys()]
  }

  depth (kind: string, lane: string): number {
    return this.kind(kind).lanes.get(lane)?.size ?? 0
  }

  /** Of a lane with several ranks, and `rankMin` above the first, all are looked at. */
  first (kind: string, name: string, rankMin = -Infinity): string | undefined {
    const lane = this.kind(kind).lanes.get(name)
    const { first } = lane ?? {}
    if (first === undefined || first.rank >= rankMin) return first?.record.id
    return lane?.least(({ rank }) => rank >= rankMin)?.record.id
  }

  grouped (kind: string, group: string): number {
    return this.kind(kind).groups.get(group) ?? 0
  }

  /** The earliest of all deadlines. */
  earliest (): number {
    return Math.min(this.deadlines.first?.deadline ?? Infinity, this.ended.first?.deadline ?? Infinity)
  }

  /** Oldest deadline first; before their time, as many ended records as there are too many. */
  due (now: number, limit: number, endedMax: number): Due[] {
    const surplus = this.ended.size - endedMax
    const open = this.deadlines.peek((entry, index) => index < limit && entry.deadline <= now)
    const ended = this.ended.peek((entry, index) => index < limit && (index < surplus || entry.deadline <= now))
    return [...open, ...ended]
      .sort((a, b) => a.deadline - b.deadline)
      .slice(0, limit)
      .map(({ kind, record, deadline }) => ({ kind: kind.name, id: record.id, cause: deadline <= now ? 'deadline' : 'surplus' }))
  }

  insert (kind: KindTable<B>, record: StoredRecord, beside: B, indexes = kind.indexesOf(record)): Entry<B> {
    const entry = new Entry(kind, record, beside)
    kind.entries.set(record.id, entry)
    this.#index(entry, indexes)
    return entry
  }

  update (entry: Entry<B>, record: StoredRecord, indexes = entry.kind.indexesOf(record)): void {
    entry.record = record
    this.#index(entry, indexes)
  }

  remove (entry: Entry<B>): void {
    entry.kind.entries.delete(entry.record.id)
    this.#leaveLane(entry)
    this.#leaveHolder(entry)
    this.#leaveGroup(entry)
    this.#leaveDeadlines(entry)
  }

  /** Only open records: when an ended one goes is decided by what was stored. */
  touch (entry: Entry<B>, deadline: number): void {
    if (!entry.ended) this.#setDeadline(entry, deadline, false)
  }

  /** Takes the lowest ranks out of these lanes; the caller then updates each entry. */
  take (kind: KindTable<B>, { lanes, max, within, limits = [] }: Claim, now: number): Entry<B>[] {
    const bounds = limits.map(limit => boundOf(kind, limit, now))
    const bounded = new Map(limits.flatMap(({ lanes }, n) => lanes.map(lane => [lane, bounds[n]])))
    const from = lanesThatHold(kind, lanes)
    const room = within === undefined ? max : Math.min(max, within.max - (kind.holders.get(within.holder)?.length ?? 0))
    const taken: Entry<B>[] = []
    while (taken.length < room) {
      const entry = firstOf(bounded.size === 0 ? from : from.filter(({ name }) => (bounded.get(name)?.room ?? 1) > 0))
      if (entry === undefined) break
      const bound = bounded.get(entry.lane?.name ?? '')
      if (bound !== undefined) claimed(kind, bound, now)
      this.#leaveLane(entry)
      taken.push(entry)
    }
    return taken
  }

  #index (entry: Entry<B>, indexes: Indexes): void {
    const ended = indexes.ended === true
    this.#setLane(entry, ended ? undefined : indexes.lane, indexes.rank ?? 0)
    this.#setHolder(entry, ended ? undefined : indexes.holder)
    this.#setGroup(entry, ended || indexes.holder === undefined ? undefined : indexes.group)
    this.#setDeadline(entry, indexes.deadline ?? Infinity, ended)
  }

  #setLane (entry: Entry<B>, name: string | undefined, rank: number): void {
    if (entry.lane?.name === name && entry.rank === rank) return
    this.#leaveLane(entry)
    if (name === undefined) return
    const { lanes } = entry.kind
    let lane = lanes.get(name)
    if (lane === undefined) lanes.set(name, lane = new Lane(name))
    entry.lane = lane
    entry.rank = rank
    entry.joined = this.#joined++
    lane.add(entry)
  }

  #leaveLane (entry: Entry<B>): void {
    const { lane } = entry
    if (lane === undefined) return
    lane.remove(entry)
    entry.lane = undefined
    if (lane.size === 0) entry.kind.lanes.delete(lane.name)
  }

  #setHolder (entry: Entry<B>, holder: string | undefined): void {
    if (entry.holder === holder) return
    this.#leaveHolder(entry)
    entry.holder = holder
    if (holder === undefined) return
    const { holders } = entry.kind
    const held = holders.get(holder)
    if (held === undefined) holders.set(holder, [entry])
    else held.push(entry)
  }

  #leaveHolder (entry: Entry<B>): void {
    const { holder, kind: { holders } } = entry
    if (holder === undefined) return
    entry.holder = undefined
    const held = holders.get(holder) ?? []
    if (held.length <= 1) holders.delete(holder)
    else held.splice(held.indexOf(entry), 1)
  }

  #setGroup (entry: Entry<B>, group: string | undefined): void {
    if (entry.group === group) return
    this.#leaveGroup(entry)
    entry.group = group
    const { groups } = entry.kind
    if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + 1)
  }

  #leaveGroup (entry: Entry<B>): void {
    const { group, kind: { groups } } = entry
    if (group === undefined) return
    entry.group = undefined
    const left = (groups.get(group) ?? 0) - 1
    if (left > 0) groups.set(group, left)
    else groups.delete(group)
  }

  #setDeadline (entry: Entry<B>, deadline: number, ended: boolean): void {
    const stays = entry.ended === ended && entry.deadlinePlace >= 0 && (ended || deadline !== Infinity)
    if (stays) {
      if (entry.deadline === deadline) return
      entry.deadline = deadline
      this.#heap(entry).moved(entry)
      return
    }
    this.#leaveDeadlines(entry)
    entry.ended = ended
    entry.deadline = deadline
    if (ended || deadline !== Infinity) this.#heap(entry).add(entry)
  }

  #leaveDeadlines (entry: Entry<B>): void {
    this.#heap(entry).remove(entry)
  }

  #heap (entry: Entry<B>): Deadlines<B> {
    return entry.ended ? this.ended : this.deadlines
  }
}

function lanesThatHold<B> (kind: KindTable<B>, names: readonly string[]): Lane<B>[] {
  const lanes: Lane<B>[] = []
  for (const name of names) {
    const lane = kind.lanes.get(name)
    if (lane !== undefined) lanes.push(lane)
  }
  return lanes
}

function firstOf<B> (lanes: readonly Lane<B>[]): Entry<B> | undefined {
  let best: Entry<B> | undefined
  for (const { first } of lanes) {
    if (first !== undefined && (best === undefined || goesFirst(first, best))) best = first
  }
  return best
}

function goesFirst<B> (a: Entry<B>, b: Entry<B>): boolean {
  return a.rank < b.rank || (a.rank === b.rank && a.joined < b.joined)
}

interface Bound { readonly limit: GroupLimit, room: number }

/** How many may be taken of this group now. */
function boundOf<B> (kind: KindTable<B>, limit: GroupLimit, now: number): Bound {
  const { group, held = Infinity, rate } = limit
  return { limit, room: Math.min(held - (kind.groups.get(group) ?? 0), rate === undefined ? Infinity : kind.rates.room(group, rate, now)) }
}

function claimed<B> (kind: KindTable<B>, bound: Bound, now: number): void {
  const { group, rate } = bound.limit
  bound.room--
  if (rate !== undefined) kind.rates.claimed(group, rate, now)
}
