/**
 * A store under test with short ways to say what is done to it, shared by the
 * contract suite and its model. It asserts nothing.
 */
import type { Change, Indexes, Json, Patch, StoredRecord } from '../../broker/core/records.js'
import type { Claim, Kinds, PageRequest, Store, Watcher } from '../../broker/store/store.js'
import { VirtualClock } from '../support/virtual-clock.js'

export interface StoreUnderTest {
  readonly name: string
  /** A new and empty store, not opened yet. */
  readonly create: (options: { clock: VirtualClock, endedMax: number }) => Promise<Created>
  /** A touched deadline stands on when the store is opened again. */
  readonly touchesLast?: boolean
  /** How many random histories are compared with the model. */
  readonly modelRuns: number
}

export interface Created {
  readonly store: Store
  /** The same data, as another process would find them once `store` is closed; absent where nothing outlives it. */
  readonly reopen?: () => Promise<Store>
}

/** A record that says itself how it is to be indexed. */
export interface Item extends StoredRecord {
  readonly lane?: string | null
  readonly rank?: number
  readonly holder?: string | null
  readonly group?: string
  readonly deadline?: number
  readonly ended?: boolean
  readonly [field: string]: Json | undefined
}

export const kinds: Kinds = { item: indexesOf, other: indexesOf }
export const endedMax = 3

const silent = { due: () => {}, lost: () => {} }
const all = (): boolean => true

function indexesOf (record: StoredRecord): Indexes {
  const { lane, rank, holder, group, deadline, ended, leaseMs, attempt } = record as Item
  const addends = Object.fromEntries(Object.entries({ leaseMs, attempt }).filter((field): field is [string, number] => typeof field[1] === 'number'))
  return { lane: lane ?? undefined, rank, addends, holder: holder ?? undefined, group, deadline, ended, stub: stubOf(record as Item) }
}

export function stubOf ({ id, v, deadline }: Item): StoredRecord {
  return { id, v, deadline } as StoredRecord
}

export class Bench {
  readonly #created: Created

  constructor (readonly clock: VirtualClock, created: Created, public store: Store) {
    this.#created = created
  }

  async change (change: Omit<Change, 'kind'>): Promise<string> {
    return this.store.commit({ kind: 'item', ...change })
  }

  /** The next version of a record, whatever there was. */
  async put (id: string, fields: Partial<Item> = {}, parts?: Change['parts']): Promise<string> {
    const expect = (await this.get(id))?.v ?? 0
    return this.change({ id, expect, record: { ...fields, id, v: expect + 1 }, parts })
  }

  async drop (id: string): Promise<string> {
    return this.change({ id, expect: (await this.get(id))?.v ?? 0, record: null })
  }

  async get (id: string): Promise<Item | undefined> {
    return await this.store.get('item', id) as Item | undefined
  }

  async part (id: string, name: string): Promise<string | undefined> {
    return this.store.part('item', id, name)
  }

  async claim (lanes: string[], options: Partial<Claim> = {}): Promise<string[]> {
    const claimed = await this.store.claim({ kind: 'item', lanes, max: 1, patch: this.patch(), ...options })
    return claimed.map(record => record.id)
  }

  patch (fields: Partial<Patch> = {}): Patch {
    return { set: { lane: null }, add: {}, deadline: { at: this.clock.now() + 1_000 }, ...fields }
  }

  async held (holder: string): Promise<string[]> {
    return (await this.store.held('item', holder)).map(record => record.id).sort()
  }

  async lanes (): Promise<Record<string, number>> {
    const names = [...await this.store.lanes('item')].sort()
    const depths: Array<[string, number]> = []
    for (const name of names) depths.push([name, await this.store.depth('item', name)])
    return Object.fromEntries(depths)
  }

  async due (limit = 100): Promise<string[]> {
    return (await this.store.due(limit)).map(({ id, cause }) => cause === 'deadline' ? id : `${id} ${cause}`)
  }

  /** The ids of all pages from here on; `between` runs after each of them. */
  async pages (request: Partial<PageRequest> = {}, between: (page: string[]) => Promise<unknown> = async () => {}): Promise<string[]> {
    const ids: string[] = []
    let { cursor } = request
    do {
      const page = await this.store.page('item', { match: all, limit: 10, ...request, cursor })
      const found = page.records.map(record => record.id)
      ids.push(...found)
      cursor = page.cursor
      await between(found)
    } while (cursor !== undefined)
    return ids
  }

  get durable (): boolean {
    return this.#created.reopen !== undefined
  }

  async reopen (): Promise<void> {
    if (this.#created.reopen === undefined) throw new Error('nothing of this store outlives it')
    await this.store.close()
    this.store = await this.#created.reopen()
    await this.store.open(kinds, silent)
  }
}

export async function openBench (subject: StoreUnderTest, watcher: Partial<Watcher> = {}): Promise<Bench> {
  const clock = new VirtualClock()
  const created = await subject.create({ clock, endedMax })
  await created.store.open(kinds, { ...silent, ...watcher })
  return new Bench(clock, created, created.store)
}
