/**
 * The queue of a bridge that several nodes share, in Redis: each adds to it, and
 * the one that holds the lease sends what waits. What is decided about it is
 * decided there (scripts.ts); here is what this node has sent and not heard of.
 * It knows nothing of connections to other brokers.
 */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../../broker/platform/clock.js'
import type { Log } from '../../../broker/platform/log.js'
import type { Bus } from '../../../broker/store/bus.js'
import type { Connection } from '../../../broker/store/redis/connection.js'
import type { Script } from '../../../broker/store/redis/script.js'
import type { BridgeState } from '../local.js'
import type { Outbox, Shared, SharedWatcher } from '../outbox.js'
import { type Bounds, type Message, QueueFull, type Waiting, type Worth } from '../queue.js'
import { keyOf } from './keys.js'
import { LEASE_MS, Lease } from './lease.js'
import { costOf, decode, encode } from './message.js'
import { ADD, LOOK, TAKE } from './scripts.js'
import { Wire } from './wire.js'

/** The connection of the moment; both are the same as with a store. */
export interface Redis {
  readonly connection: Connection | undefined
  /** Why there is none. */
  readonly away: Error
}

export interface RedisQueueOptions {
  readonly name: string
  readonly bounds: Bounds
  readonly redis: Redis
  /** What all keys begin with: `{orchestra}:`. */
  readonly prefix: string
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  /** The same at all nodes that are configured alike. */
  readonly config: string
}

interface Adding {
  readonly value: Buffer
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/** What a script says of how much waits. */
interface Counts { readonly messages: number, readonly bytes: number, readonly dropped: number, readonly refused: number, readonly missed: number, readonly retold: number }

/** Added in one call, which holds up everybody else on this Redis. */
const ADDED_MAX = 250
const ADDED_BYTES_MAX = 2 ** 20

export class RedisQueue implements Outbox {
  readonly shared: Shared
  readonly #options: RedisQueueOptions
  readonly #token: string
  readonly #lease: Lease
  readonly #wire: Wire
  #watcher: SharedWatcher | undefined
  #counts: Counts = { messages: 0, bytes: 0, dropped: 0, refused: 0, missed: 0, retold: 0 }
  /** Of this node alone, and not in the counts yet. */
  #unreported = { dropped: 0, refused: 0, missed: 0 }
  #retold = 0
  readonly #adding: Adding[] = []
  #added: Promise<void> | undefined
  /** By number, what it costs. */
  readonly #underWay = new Map<number, number>()
  /** Over with, which Redis has not been told. */
  #done: { readonly n: number, readonly cost: number }[] = []
  #isSettling = false
  /** What was under way is to be next again. */
  #isBack = false
  /** What is read belongs to the former round where this has changed meanwhile. */
  #round = 0
  #state: BridgeState | undefined
  /** The log has said that the nodes differ. */
  #isDifferent = false

  constructor (options: RedisQueueOptions) {
    const { name, bus, clock } = options
    this.#options = options
    this.#token = `${bus.node} ${randomUUID()}`
    this.#lease = new Lease(clock, { look: () => this.#look('carry'), turned: isOurs => this.#turn(isOurs) })
    this.#wire = new Wire(bus, name, {
      added: () => { if (this.#lease.isOurs) this.#watcher?.added() },
      passed: message => { if (this.#lease.isOurs) this.#watcher?.passed(message) },
      joined: () => { if (this.#lease.isOurs) this.#watcher?.joined() },
      told: state => this.#heard(state)
    })
    this.shared = this.#sharing()
  }

  get messages (): number { return Math.max(this.#counts.messages - this.#done.length, 0) }
  get bytes (): number { return Math.max(this.#counts.bytes - this.#done.reduce((sum, { cost }) => sum + cost, 0), 0) }
  get dropped (): number { return this.#counts.dropped + this.#unreported.dropped }
  get refused (): number { return this.#counts.refused + this.#unreported.refused }
  get underWay (): number { return this.#underWay.size }

  get hasMissed (): boolean {
    return this.#missed > Math.max(this.#counts.retold, this.#retold)
  }

  set hasMissed (hasMissed: boolean) {
    this.#retold = hasMissed ? 0 : this.#missed
  }

  get #missed (): number { return this.#counts.missed + this.#unreported.missed }

  /** Whether Redis can be asked. */
  async load (): Promise<void> {
    await this.#call(LOOK, ['', '1', 'leave', '0', '0', '0', ''])
  }

  add (message: Message, worth: Worth): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#adding.push({ value: encode(message, worth), done: resolve, failed: reject })
      this.#added ??= this.#addAll()
    })
  }

  async take (count: number): Promise<readonly Waiting[]> {
    const round = this.#round
    const { isOurs, found, sent } = await this.#settle(count)
    if (!isOurs && this.#lease.isOurs) this.#lease.lose()
    // Given back meanwhile, behind this.
    if (round !== this.#round || !isOurs) return []
    return found.map(([n, message]) => {
      this.#underWay.set(n, costOf(message))
      return { n, message, sent: n <= sent }
    })
  }

  isUnderWay (n: number): boolean {
    return this.#underWay.has(n)
  }

  done (n: number): void {
    const cost = this.#underWay.get(n)
    if (cost === undefined) return
    this.#underWay.delete(n)
    this.#done.push({ n, cost })
    // Whoever sends takes the next ones, and with that tells it.
    if (this.#done.length === 1) this.#options.clock.defer(() => { if (this.#done.length > 0 && !this.#isSettling) this.#settleLater() })
  }

  giveBack (): void {
    this.#underWay.clear()
    this.#round++
    if (!this.#lease.isOurs) return
    this.#isBack = true
    this.#settleLater()
  }

  missed (worth: Worth): void {
    if (worth === 'kept' || worth === 'removal') this.#unreported.refused++
    else this.#unreported.dropped++
    if (worth === 'fact') this.#unreported.missed++
  }

  async begun (): Promise<string | undefined> {
    return await this.#connection.call<string | null>(['HGET', this.#countsKey, 'begun']) ?? undefined
  }

  async setBegun (filters: string): Promise<void> {
    await this.#connection.call(['HSET', this.#countsKey, 'begun', filters])
  }

  /** The lease is given back, so that another node carries at once. */
  async close (): Promise<void> {
    this.#lease.close()
    await this.#added
    try {
      if (this.#done.length > 0) await this.#settle(0)
      await this.#look('leave')
    } catch {
      // It runs out by itself.
    }
  }

  /** The connection to Redis is lost: nothing is sent any more until there is another. */
  lost (): void {
    this.#lease.lose()
  }

  /** There is another connection. */
  back (): void {
    this.#lease.look().catch(() => {})
  }

  #sharing (): Shared {
    const state = (): BridgeState | undefined => this.#state
    return {
      get state () { return state() },
      join: async watcher => {
        this.#watcher = watcher
        this.#wire.joined()
        await this.#lease.start()
      },
      yield: () => {
        this.#lease.rest()
        this.#look('leave').catch(() => {})
      },
      handOn: message => this.#wire.pass(encode(message, 'loose')),
      tell: state => {
        this.#state = state
        this.#wire.tell(state)
        // For a node that starts now.
        this.#look('carry').catch(() => {})
      }
    }
  }

  #turn (isOurs: boolean): void {
    this.#underWay.clear()
    this.#round++
    // Whoever carried before had sent some of it.
    this.#isBack = isOurs
    this.#watcher?.turn(isOurs)
  }

  get #connection (): Connection {
    const { connection, away } = this.#options.redis
    if (connection === undefined) throw away
    return connection
  }

  get #countsKey (): string {
    return keyOf(this.#options.prefix, 'counts', this.#options.name)
  }

  async #call (script: Script, args: readonly (string | Buffer)[]): Promise<readonly unknown[]> {
    const { prefix, name } = this.#options
    const reply = await this.#connection.evaluateBytes<readonly unknown[]>(script, prefix, [name, ...args])
    const [answer, messages, bytes, dropped, refused, missed, retold, ...rest] = reply as [unknown, number, number, number, number, number, number, ...unknown[]]
    this.#counts = { messages, bytes, dropped, refused, missed, retold }
    return [answer, ...rest]
  }

  /** One call at a time: so they stay in their order. */
  async #addAll (): Promise<void> {
    const { bounds: { messages, bytes }, clock } = this.#options
    // All of this turn together.
    await new Promise<void>(resolve => { clock.defer(resolve) })
    while (this.#adding.length > 0) {
      const some = this.#adding.splice(0, countOf(this.#adding))
      try {
        const [answer] = await this.#call(ADD, [`${messages}`, `${bytes}`, ...some.map(({ value }) => value)])
        const outcomes = String(answer)
        for (const [at, { done, failed }] of some.entries()) {
          if (outcomes[at] === '1') done()
          else failed(new QueueFull(`${this.messages} messages wait already (${this.bytes} bytes)`))
        }
        this.#woken()
      } catch (error) {
        for (const { failed } of some) failed(error)
      }
    }
    // In this turn: what is added from now on needs another call.
    this.#added = undefined
  }

  #woken (): void {
    if (this.#lease.isOurs) this.#watcher?.added()
    else this.#wire.added()
  }

  #settleLater (): void {
    // Without a connection nothing is lost by it: what is not settled is sent again, as a repetition.
    this.#settle(0).catch(() => {})
  }

  async #settle (count: number): Promise<{ isOurs: boolean, sent: number, found: (readonly [n: number, message: Message])[] }> {
    const done = this.#done
    const isBack = this.#isBack
    this.#done = []
    this.#isBack = false
    this.#isSettling = true
    try {
      const [answer, sent, ...pairs] = await this.#call(TAKE, [this.#token, `${LEASE_MS}`, isBack ? '1' : '0', `${count}`, ...done.map(({ n }) => `${n}`)])
      const found = Array.from({ length: pairs.length / 2 }, (_, at) => [Number(pairs[2 * at]), decode(pairs[2 * at + 1] as Buffer)] as const)
      return { isOurs: answer === 1, sent: Number(sent), found }
    } catch (error) {
      this.#done.unshift(...done)
      this.#isBack ||= isBack
      throw error
    } finally {
      this.#isSettling = false
    }
  }

  /** @returns whether it is this node's turn */
  async #look (mode: 'carry' | 'leave'): Promise<boolean> {
    const { config } = this.#options
    const reported = this.#unreported
    this.#unreported = { dropped: 0, refused: 0, missed: 0 }
    const { dropped, refused, missed } = reported
    const before = JSON.stringify(this.#counts)
    try {
      const state = this.#lease.isOurs && this.#state !== undefined ? JSON.stringify(this.#state) : ''
      const args = [this.#token, `${LEASE_MS}`, mode, ...[dropped, refused, missed].map(String), state, config, `${this.#retold}`]
      const [answer, told, others] = await this.#call(LOOK, args)
      const isOurs = answer === 1
      this.#heardOf(String(told), String(others))
      if (before !== JSON.stringify(this.#counts)) this.#watcher?.counted()
      // Where nobody could say so in time.
      if (isOurs && this.messages > this.#underWay.size) this.#watcher?.added()
      if (this.#done.length > 0) this.#settleLater()
      return isOurs
    } catch (error) {
      for (const what of ['dropped', 'refused', 'missed'] as const) this.#unreported[what] += reported[what]
      throw error
    }
  }

  /** Of who carries. */
  #heardOf (state: string, config: string): void {
    if (state !== '') this.#heard(JSON.parse(state) as BridgeState)
    const isDifferent = config !== '' && config !== this.#options.config
    if (isDifferent && !this.#isDifferent) this.#options.log.warn({ bridge: this.#options.name }, 'the node that carries this bridge has another configuration of it: it connects as that says, and each node takes for it what its own says; give all the same')
    this.#isDifferent = isDifferent
  }

  #heard (state: BridgeState): void {
    if (!this.#lease.isOurs && state.v > (this.#state?.v ?? 0)) this.#state = state
  }
}

function countOf (adding: readonly Adding[]): number {
  let bytes = 0
  const tooMuch = adding.findIndex(({ value }, at) => at > 0 && (at >= ADDED_MAX || (bytes += value.length) > ADDED_BYTES_MAX))
  return tooMuch < 0 ? adding.length : tooMuch
}
