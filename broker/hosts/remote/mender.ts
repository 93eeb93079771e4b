/**
 * Compares what the broker has retained below `state/` with what is true, and
 * mends the difference: after a time without connection, or a start, some of it
 * is old, and what has gone meanwhile must be cleared. A connection of its own,
 * for as long as it takes.
 */
import type { States } from '../../pipeline/states.js'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { type BrokerOptions, Link } from './link.js'

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
  /** Relative to the root; an empty payload clears. */
  readonly put: (topic: string, payload: string) => void
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Retained messages follow the subscription at once; after so long without one there are no more. */
const QUIET_MS = 500

export class Mender {
  readonly #options: MenderOptions
  #link: Link | undefined
  #quiet: Timer | undefined

  constructor (options: MenderOptions) {
    this.#options = options
  }

  /** Begins anew where one is under way. */
  mend (): void {
    this.#stop()
    const { broker, clientId, prefix, clock, random, log } = this.#options
    const retained = new Map<string, string>()
    const link = this.#link = new Link({ broker, clientId, clean: true, filters: [`${prefix}state/tasks/+`, `${prefix}state/devices/+`], clock, random, log }, {
      up: () => this.#whenQuiet(retained),
      packet: ({ topic, payload, retain }, done) => {
        if (retain) retained.set(topic.slice(prefix.length), payload.toString())
        else retained.delete(topic.slice(prefix.length))
        this.#whenQuiet(retained)
        done()
      }
    })
    link.open()
  }

  async close (): Promise<void> {
    this.#stop()
  }

  #whenQuiet (retained: Map<string, string>): void {
    const { clock, log } = this.#options
    if (this.#quiet !== undefined) clock.clearTimeout(this.#quiet)
    this.#quiet = clock.setTimeout(() => {
      this.#stop()
      this.#compare(retained).catch((error: unknown) => log.warn({ err: error }, 'what is retained could not be compared with what is true'))
    }, QUIET_MS)
  }

  async #compare (retained: ReadonlyMap<string, string>): Promise<void> {
    const { states, put } = this.#options
    for (const [topic, payload] of retained) {
      // Again until it stays: what changed while it was read has been published before what was read.
      for (let known = payload, truth = await this.#truth(topic); truth !== known; known = truth, truth = await this.#truth(topic)) put(topic, truth)
    }
    for await (const fact of states.all()) if (!retained.has(fact.topic) && isKept(this.#options.retained, fact.isOver)) put(fact.topic, fact.payload)
  }

  /** What should be retained there; an empty text for nothing. */
  async #truth (topic: string): Promise<string> {
    let truth = ''
    for await (const fact of this.#options.states.matching(topic)) if (isKept(this.#options.retained, fact.isOver)) truth = fact.payload
    return truth
  }

  #stop (): void {
    if (this.#quiet !== undefined) this.#options.clock.clearTimeout(this.#quiet)
    this.#quiet = undefined
    const link = this.#link
    this.#link = undefined
    link?.close().catch(() => {})
  }
}
