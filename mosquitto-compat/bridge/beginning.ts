/**
 * What is there already when a bridge begins to carry: what is retained here
 * crosses once, and what is true is told anew, for some of it may have been lost
 * with a process, or for lack of room.
 */
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import type { Local, Published } from './local.js'
import type { Outbox } from './outbox.js'
import type { Rules } from './rules.js'

export interface BeginningOptions {
  readonly local: Local
  readonly rules: Rules
  readonly queue: Outbox
  readonly carries: (topic: string) => boolean
  readonly take: (published: Published) => Promise<void>
  /** Nothing is to be told any more: it is closed, or another node's turn. */
  readonly isOver: () => boolean
  readonly clock: Clock
  readonly log: Log
}

/** So many wait at most when what is true is told anew. */
const AHEAD = 1_000
/** After Redis was away the store comes back by itself, and perhaps later than the queue. */
const RETRY_MS = 1_000
const EMPTY = Buffer.alloc(0)

export class Beginning {
  readonly #options: BeginningOptions
  /** The queue has become short, or it is over. */
  #goOn = (): void => {}
  #retry: Timer | undefined
  #isTelling = false
  /** To be told again after this time: of ended tasks, too, or without them. */
  #again: boolean | undefined

  constructor (options: BeginningOptions) {
    this.#options = options
  }

  async begin (): Promise<void> {
    const { local, rules: { outFilters: filters }, queue, carries, take } = this.#options
    const begun = JSON.stringify(filters)
    const isNew = await queue.begun() !== begun
    if (isNew) for await (const message of local.retained(filters)) if (carries(message.topic)) await take(message).catch(() => {})
    await queue.setBegun(begun)
    this.tellAll(isNew)
  }

  /** @param isWhole of ended tasks, too */
  tellAll (isWhole: boolean): void {
    if (this.#isTelling) {
      this.#again = isWhole || this.#again === true
      return
    }
    this.#isTelling = true
    this.#tellAll(isWhole).then(() => true, (error: unknown) => this.#failed(error, isWhole)).then(isDone => {
      const again = this.#again
      this.#isTelling = false
      this.#again = undefined
      if (isDone && again !== undefined && !this.#options.isOver()) this.tellAll(again)
      else if (!isDone) this.#retryLater(isWhole || again === true)
    }, () => {})
  }

  #failed (error: unknown, isWhole: boolean): boolean {
    if (!this.#options.isOver()) this.#options.log.warn({ err: error, isWhole }, 'what is true here could not be told to the other broker; it is tried again')
    return false
  }

  #retryLater (isWhole: boolean): void {
    const { clock, isOver } = this.#options
    if (isOver()) return
    if (this.#retry !== undefined) clock.clearTimeout(this.#retry)
    this.#retry = clock.setTimeout(() => { if (!isOver()) this.tellAll(isWhole) }, RETRY_MS)
    this.#retry.unref?.()
  }

  /** To be called where something has left the queue, and where it is over. */
  goOn (): void {
    if (this.#options.queue.messages < AHEAD || this.#options.isOver()) this.#goOn()
  }

  /** A few at a time, for there may be many, and each as it is then. */
  async #tellAll (isWhole: boolean): Promise<void> {
    const { local, queue, carries, isOver } = this.#options
    const topics: string[] = []
    for await (const topic of local.facts(isWhole)) if (carries(topic)) topics.push(topic)
    for (const topic of topics) {
      while (queue.messages >= AHEAD && !isOver()) await new Promise<void>(resolve => { this.#goOn = resolve })
      if (isOver()) return
      await this.#tellFact(topic)
    }
  }

  /** Read again behind it: what changed meanwhile may have been told before it, and it would stand for good. */
  async #tellFact (topic: string): Promise<void> {
    const { local, take, isOver } = this.#options
    for (let told: Published | undefined; !isOver();) {
      const fact = await local.fact(topic)
      if (fact === undefined && told === undefined) return
      if (fact !== undefined && told?.payload.equals(fact.payload) === true) return
      await take(fact ?? { topic, payload: EMPTY, qos: 1, retain: true }).catch(() => {})
      if (fact === undefined) return
      told = fact
    }
  }
}
