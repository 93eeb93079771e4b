/**
 * Compares what the broker has retained below `state/` with what is true, and
 * mends the difference: after a time without connection, or a start, some of it
 * is old, and what has gone meanwhile must be cleared. So are retained commands,
 * which nobody should have sent: that one is retained can't be seen when it comes,
 * so they are looked for from time to time. A connection of its own, for as long as it takes.
 */
import type { States } from '../../pipeline/states.js'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { Link } from './link.js'
import type { BrokerOptions } from './reach.js'

/** Of which tasks the state is retained. */
export type RetainedTasks = 'ended' | 'all' | 'none'

/** `isOver`: of a task, whether it has ended. */
export function isKept (retained: RetainedTasks, isOver: boolean | undefined): boolean {
  return isOver === undefined || retained === 'all' || (retained === 'ended' && isOver)
}

export interface MenderOptions {
  readonly broker: BrokerOptions
  readonly clientId: string
  readonly prefix: string
  readonly states: States
  readonly retained: RetainedTasks
  /** Whether other nodes may have said something. */
  readonly isShared: boolean
  /** Relative to the root; an empty payload clears. Told once the broker has it, or why it has not. */
  readonly put: (topic: string, payload: string, told: (error?: Error) => void) => void
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Retained messages follow the subscription at once; after so long without one there are no more. */
const QUIET_MS = 500
const RETRY_MIN_MS = 1_000
const RETRY_MAX_MS = 60_000
const LOOK_MS = 60_000

export class Mender {
  readonly #options: MenderOptions
  #link: Link | undefined
  #timer: Timer | undefined
  #failures = 0
  /** Counts what was begun: only the last one goes on. */
  #run = 0

  constructor (options: MenderOptions) {
    this.#options = options
  }

  /** Begins anew where one is under way. */
  mend (): void {
    const nouns = ['tasks', 'devices', 'deployments', ...this.#options.isShared ? ['nodes'] : []]
    this.#read([...nouns.map(noun => `state/${noun}/+`), 'to/+/deployments/+'], (retained, run) => this.#compare(retained, run))
  }

  /** For retained commands alone. */
  #look (): void {
    this.#read([], () => Promise.resolve())
  }

  /** Clears retained commands. `then`: with all that is retained there. */
  #read (states: readonly string[], then: (retained: ReadonlyMap<string, string>, run: number) => Promise<void>): void {
    this.close()
    const run = this.#run
    const { broker, clientId, prefix, clock, random, log } = this.#options
    const retained = new Map<string, string>()
    const whenQuiet = (): void => this.#in(QUIET_MS, () => {
      this.#stop()
      then(retained, run).then(() => this.#succeeded(run), (error: unknown) => this.#failed(error, run))
    })
    const link = this.#link = new Link({ broker, clientId, clean: true, filters: ['from/#', ...states].map(filter => prefix + filter), clock, random, log }, {
      up: whenQuiet,
      packet: ({ topic, payload, retain }, done) => {
        this.#found(retained, topic.slice(prefix.length), payload.toString(), retain)
        // What is said just now goes on for ever, and says nothing of what is kept.
        if (retain) whenQuiet()
        done()
      }
    })
    link.open()
  }

  close (): void {
    this.#run++
    this.#stop()
  }

  /** Of several nodes one may have been overtaken by another on the way: what is there in the end must be true. */
  check (topic: string, payload: string): void {
    this.#settle(topic, payload).catch((error: unknown) => this.#options.log.debug({ err: error, topic }, 'what is retained could not be checked'))
  }

  #found (retained: Map<string, string>, topic: string, payload: string, isRetained: boolean): void {
    if (topic.startsWith('from/')) {
      if (isRetained) this.#options.put(topic, '', () => {})
    } else if (isRetained) retained.set(topic, payload)
    else retained.delete(topic)
  }

  #succeeded (run: number): void {
    if (run !== this.#run) return
    this.#failures = 0
    this.#in(LOOK_MS, () => this.#look())
  }

  #failed (error: unknown, run: number): void {
    if (run !== this.#run) return
    this.#options.log.warn({ err: error }, 'what is retained could not be compared with what is true; it is tried again')
    this.#in(Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(this.#failures++, 10)), () => this.mend())
  }

  async #compare (retained: ReadonlyMap<string, string>, run: number): Promise<void> {
    for (const [topic, payload] of retained) {
      if (run !== this.#run) return
      await this.#settle(topic, payload)
    }
    for await (const fact of this.#options.states.all()) {
      if (run !== this.#run) return
      // What was read here may be old by now.
      if (!retained.has(fact.topic) && isKept(this.#options.retained, fact.isOver)) await this.#settle(fact.topic, '')
    }
  }

  /** Again until it stays: once the broker has what was put there, whatever changes later is published later. */
  async #settle (topic: string, payload: string): Promise<void> {
    for (let known = payload, truth = await this.#truth(topic); truth !== known; known = truth, truth = await this.#truth(topic)) await this.#put(topic, truth)
  }

  #put (topic: string, payload: string): Promise<void> {
    return new Promise((resolve, reject) => this.#options.put(topic, payload, error => error === undefined ? resolve() : reject(error)))
  }

  /** What should be retained there; an empty text for nothing. */
  async #truth (topic: string): Promise<string> {
    let truth = ''
    for await (const fact of this.#options.states.matching(topic)) if (isKept(this.#options.retained, fact.isOver)) truth = fact.payload
    return truth
  }

  #in (delayMs: number, call: () => void): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
    this.#timer = this.#options.clock.setTimeout(call, delayMs)
  }

  #stop (): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
    this.#timer = undefined
    const link = this.#link
    this.#link = undefined
    link?.close().catch(() => {})
  }
}
