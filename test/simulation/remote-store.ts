/**
 * One process' way to a store that all nodes share: asked and answered later,
 * with a memory of its own of what it saw, and a connection that can be cut
 * with what is under way. What was asked happens even if the asker is dead by
 * then. Which store it is, it does not know.
 */
import type { Awaitable, Change, StoredRecord } from '../../broker/core/records.js'
import { Recent } from '../../broker/store/redis/recent.js'
import { type Claim, type Due, type Kinds, type Page, type PageRequest, type Store, StoreUnavailable, type Watcher } from '../../broker/store/store.js'
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import type { Gate } from './gate.js'
import type { BusEnd } from './sim-bus.js'

/** The store itself, where what is asked is carried out. */
export type Shared = Pick<Store, 'now' | 'get' | 'part' | 'held' | 'lanes' | 'depth' | 'first' | 'grouped' | 'page' | 'due' | 'commit' | 'claim' | 'touch'>

export interface RemoteOptions {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly gate: Gate
  readonly bus: BusEnd
  /** Opens the store, or joins those who have it open. */
  readonly reach: (kinds: Kinds, watcher: Watcher) => Promise<Shared>
  readonly delayMaxMs: number
  /** Some of what it asked has been answered. */
  readonly answered: () => void
  readonly reachable: (isReachable: boolean) => void
}

/** From one cut to the next. */
interface Connection {
  isOver: boolean
  readonly recent: Recent
  readonly unanswered: Set<(error: Error) => void>
}

/** What is asked in one turn, the same way. */
interface Batch { readonly askedAt: number, readonly jobs: Job[] }
type Job = (shared: Shared) => Awaitable<() => void>

/** As in the store over Redis: each in its order, but reads, commits and claims overtake each other. */
type Way = 'read' | 'commit' | 'claim'

export class RemoteStore implements Store {
  readonly bus: BusEnd
  #shared: Shared | undefined
  #watcher: Watcher | undefined
  #connection: Connection | undefined
  #lagsUntil = 0
  readonly #batches = new Map<Way, Batch>()
  readonly #lastArrival = new Map<Way, number>()
  #lastReply = 0

  constructor (private readonly options: RemoteOptions) {
    this.bus = options.bus
  }

  get isReachable (): boolean {
    return this.#connection !== undefined && !this.#isLagging
  }

  async open (kinds: Kinds, watcher: Watcher): Promise<void> {
    this.#watcher = watcher
    this.#shared = await this.options.reach(kinds, { ...watcher, due: () => this.options.gate.do(() => watcher.due()) })
    this.#connect()
  }

  async close (): Promise<void> {
    this.#connection = undefined
  }

  /** What is under way is lost, or happens and nobody hears of it. */
  cut (forMs: number): void {
    const { agenda, gate } = this.options
    const connection = this.#connection
    if (connection === undefined || gate.isDead) return
    connection.isOver = true
    this.#connection = undefined
    this.bus.drop()
    this.options.reachable(false)
    const error = new StoreUnavailable('the connection is lost')
    gate.do(() => {
      this.#watcher?.lost(error)
      for (const reject of connection.unanswered) reject(error)
    })
    agenda.after(forMs, () => gate.do(() => {
      this.#connect()
      this.#watcher?.lost(undefined)
      this.bus.back()
      this.options.reachable(true)
    }))
  }

  /** All answers take long for a while. */
  lag (forMs: number): void {
    const { agenda } = this.options
    this.#lagsUntil = agenda.now + forMs
    this.options.reachable(false)
    agenda.after(forMs, () => this.options.reachable(this.#connection !== undefined))
  }

  now (): number { return this.#open.now() }
  remembered (kind: string, id: string): StoredRecord | undefined { return this.#live.recent.get(kind, id) }

  async get (kind: string, id: string): Promise<StoredRecord | undefined> {
    const { recent } = this.#live
    return this.#ask('read', shared => shared.get(kind, id), record => {
      if (record === undefined) recent.forget(kind, id)
      else recent.saw(kind, record)
    })
  }

  async part (kind: string, id: string, name: string): Promise<string | undefined> {
    return this.#live.recent.part(kind, id, name) ?? await this.#ask('read', shared => shared.part(kind, id, name))
  }

  async held (kind: string, holder: string): Promise<readonly StoredRecord[]> { return this.#ask('read', shared => shared.held(kind, holder)) }
  async lanes (kind: string): Promise<readonly string[]> { return this.#ask('read', shared => shared.lanes(kind)) }
  async depth (kind: string, lane: string): Promise<number> { return this.#ask('read', shared => shared.depth(kind, lane)) }
  async first (kind: string, lane: string, rankMin?: number): Promise<string | undefined> { return this.#ask('read', shared => shared.first(kind, lane, rankMin)) }
  async grouped (kind: string, group: string): Promise<number> { return this.#ask('read', shared => shared.grouped(kind, group)) }
  async page (kind: string, request: PageRequest): Promise<Page> { return this.#ask('read', shared => shared.page(kind, request)) }
  async due (limit: number): Promise<readonly Due[]> { return this.#ask('read', shared => shared.due(limit)) }
  async touch (kind: string, id: string, deadline: number, v?: number): Promise<void> { return this.#ask('read', shared => shared.touch(kind, id, deadline, v)) }

  async commit (change: Change): Promise<'applied' | 'conflict'> {
    const { recent } = this.#live
    return this.#ask('commit', shared => shared.commit(change), outcome => {
      if (outcome === 'applied') recent.wrote(change)
      else recent.forget(change.kind, change.id)
    })
  }

  async claim (claim: Claim): Promise<readonly StoredRecord[]> {
    const { recent } = this.#live
    return this.#ask('claim', shared => shared.claim(claim), records => { for (const record of records) recent.saw(claim.kind, record) })
  }

  /** Applied is as safe as it gets. */
  flushed (): Promise<void> | undefined {
    return this.#connection === undefined ? Promise.reject(away()) : undefined
  }

  get #isLagging (): boolean {
    return this.options.agenda.now < this.#lagsUntil
  }

  get #live (): Connection {
    if (this.#connection === undefined) throw away()
    return this.#connection
  }

  get #open (): Shared {
    if (this.#shared === undefined) throw new Error('the store is not open')
    return this.#shared
  }

  #connect (): void {
    this.#connection = { isOver: false, recent: new Recent(), unanswered: new Set() }
  }

  #ask<T> (way: Way, ask: (shared: Shared) => Awaitable<T>, learn: (answer: T) => void = () => {}): Promise<T> {
    const connection = this.#live
    return new Promise((resolve, reject) => {
      connection.unanswered.add(reject)
      this.#send(way, connection, async shared => {
        const answer = await settled(() => ask(shared))
        return () => {
          connection.unanswered.delete(reject)
          if ('error' in answer) return reject(answer.error)
          learn(answer.value)
          resolve(answer.value)
        }
      })
    })
  }

  #send (way: Way, connection: Connection, job: Job): void {
    const { agenda, chance } = this.options
    const joined = this.#batches.get(way)
    if (joined?.askedAt === agenda.now) {
      joined.jobs.push(job)
      return
    }
    const batch: Batch = { askedAt: agenda.now, jobs: [job] }
    this.#batches.set(way, batch)
    const at = Math.max(this.#lastArrival.get(way) ?? 0, agenda.now + this.#delayMs())
    this.#lastArrival.set(way, at)
    const isLostWithConnection = chance.happens(0.5)
    agenda.after(at - agenda.now, () => {
      this.#batches.delete(way)
      if (!connection.isOver || !isLostWithConnection) agenda.awaits(this.#carryOut(connection, batch))
    })
  }

  async #carryOut (connection: Connection, { jobs }: Batch): Promise<void> {
    const { agenda, gate, answered } = this.options
    const replies = await Promise.all(jobs.map(job => job(this.#open)))
    const at = this.#lastReply = Math.max(this.#lastReply, agenda.now + this.#delayMs())
    agenda.after(at - agenda.now, () => gate.do(() => {
      if (connection.isOver) return
      for (const reply of replies) reply()
      answered()
    }))
  }

  #delayMs (): number {
    const { chance, delayMaxMs } = this.options
    return chance.fraction() * (this.#isLagging ? LAG_MS : delayMaxMs)
  }
}

const LAG_MS = 1_500

function away (): StoreUnavailable {
  return new StoreUnavailable('away')
}

type Settled<T> = { readonly value: T } | { readonly error: Error }

async function settled<T> (ask: () => Awaitable<T>): Promise<Settled<T>> {
  try {
    return { value: await ask() }
  } catch (error) {
    return { error: error as Error }
  }
}
