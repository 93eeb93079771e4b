/**
 * The store that several nodes share, in memory or a real Redis: it carries out
 * what is asked, one after the other, keeps a copy of the truth, and tells who
 * changed what. It loses nothing; what gets lost is lost on the way to it.
 */
import { isDeepStrictEqual } from 'node:util'
import type { StoredRecord } from '../../broker/core/records.js'
import { systemClock } from '../../broker/platform/clock.js'
import { RedisStore } from '../../broker/store/redis/redis-store.js'
import type { Kinds, Store, Watcher } from '../../broker/store/store.js'
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import { type Disk, FragileStore, diskKey, keep } from './fragile-store.js'
import { Gate } from './gate.js'
import type { Shared } from './remote-store.js'

export type Applied = (by: string, kind: string, id: string, before: StoredRecord | undefined, after: StoredRecord | undefined) => void

export interface Hub {
  readonly disk: Disk
  reach: (node: string, kinds: Kinds, watcher: Watcher) => Promise<Shared>
  /** What it holds differs from what it was told to; undefined where nothing does. */
  difference: () => Promise<string | undefined>
  close: () => Promise<void>
}

/** Some say nothing when a deadline has passed. */
const SILENCE_RATE = 0.3

export class SharedMemory implements Hub {
  readonly disk: Disk = new Map()
  readonly #store: FragileStore
  readonly #watchers: Watcher[] = []
  readonly #chance: Chance
  #opened: Promise<void> | undefined
  #asker = ''

  constructor (agenda: Agenda, chance: Chance, applied: Applied) {
    this.#chance = chance
    this.#store = new FragileStore({
      disk: this.disk,
      clock: new Gate(agenda).clock(),
      writesAtOnce: true,
      writeMs: () => 0,
      awayMs: 0,
      answerMs: () => 0,
      isDead: () => false,
      watch: { applied: (...change) => applied(this.#asker, ...change), written: () => {}, away: () => {}, back: () => {} }
    })
  }

  async reach (node: string, kinds: Kinds, watcher: Watcher): Promise<Shared> {
    this.#watchers.push(watcher)
    this.#opened ??= this.#store.open(kinds, { due: () => this.#due(), lost: () => {} })
    await this.#opened
    const store = this.#store
    const by = <A extends unknown[], T>(ask: (...args: A) => T) => (...args: A): T => {
      this.#asker = node
      return ask(...args)
    }
    return withChanges(store, { commit: by(store.commit.bind(store)), claim: by(store.claim.bind(store)) })
  }

  async difference (): Promise<undefined> {}
  async close (): Promise<void> {}

  #due (): void {
    for (const watcher of this.#watchers) if (!this.#chance.happens(SILENCE_RATE)) watcher.due()
  }
}

let tags = 0

/** On a Redis of the simulation's own: a client of its own for each node, by simulated time. */
export class SharedRedis implements Hub {
  readonly disk: Disk = new Map()
  readonly #stores = new Map<string, Promise<RedisStore>>()
  readonly #tag = `s${process.pid}-${tags++}`

  constructor (private readonly url: string, private readonly agenda: Agenda, private readonly applied: Applied) {}

  async reach (node: string, kinds: Kinds): Promise<Shared> {
    let opening = this.#stores.get(node)
    if (opening === undefined) this.#stores.set(node, opening = this.#open(node, kinds))
    this.agenda.awaits(opening)
    const store = await opening
    return withChanges(store, {
      commit: async change => {
        const outcome = await store.commit(change)
        if (outcome === 'applied') this.#changed(node, change.kind, change.id, change.record, change.parts)
        return outcome
      },
      claim: async claim => {
        const records = await store.claim(claim)
        for (const record of records) this.#changed(node, claim.kind, record.id, record)
        return records
      }
    })
  }

  async difference (): Promise<string | undefined> {
    const store = await [...this.#stores.values()][0]
    for (const { kind, record } of this.disk.values()) {
      const kept = await store?.get(kind, record.id)
      if (!isDeepStrictEqual(kept, JSON.parse(JSON.stringify(record)))) return `${kind} ${record.id} is ${JSON.stringify(kept)} in Redis, and was written as ${JSON.stringify(record)}`
    }
    return undefined
  }

  async close (): Promise<void> {
    for (const opening of this.#stores.values()) await (await opening).close()
  }

  async #open (node: string, kinds: Kinds): Promise<RedisStore> {
    const { url, agenda } = this
    const time = { now: () => Math.floor(agenda.now), adjust: async () => {} }
    const store = new RedisStore({ clock: systemClock(), url, tag: this.#tag, node, expiryEvents: false }, time)
    await store.open(kinds, { due: () => {}, lost: error => { if (error !== undefined) throw error } })
    return store
  }

  #changed (by: string, kind: string, id: string, record: StoredRecord | null, parts: Readonly<Record<string, string | null>> = {}): void {
    const before = this.disk.get(diskKey(kind, id))?.record
    keep(this.disk, diskKey(kind, id), { kind, record, parts })
    this.applied(by, kind, id, before, record ?? undefined)
  }
}

function withChanges (store: Store, { commit, claim }: Pick<Store, 'commit' | 'claim'>): Shared {
  return {
    now: () => store.now(),
    get: (kind, id) => store.get(kind, id),
    part: (kind, id, name) => store.part(kind, id, name),
    held: (kind, holder) => store.held(kind, holder),
    lanes: kind => store.lanes(kind),
    depth: (kind, lane) => store.depth(kind, lane),
    first: (kind, lane, rankMin) => store.first(kind, lane, rankMin),
    grouped: (kind, group) => store.grouped(kind, group),
    page: (kind, request) => store.page(kind, request),
    due: limit => store.due(limit),
    touch: (kind, id, deadline, v) => store.touch(kind, id, deadline, v),
    commit,
    claim
  }
}
