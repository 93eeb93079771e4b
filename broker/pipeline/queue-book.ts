/**
 * The queues that are paused or limited, as this node knows them: asked with
 * every claim. Every change is read from the store when it is heard of. What is
 * told of the length of queues is worked out once a second, for whoever listens.
 */
import { DEFAULT_QUEUE, type Queue, type QueueLength, type QueueLimit } from '../core/queue.js'
import { renderPayload } from '../core/payload.js'
import type { Clock } from '../platform/clock.js'
import { queueDocument } from '../plugins/queues/index.js'
import type { Store } from '../store/store.js'
import { queueLengths } from './queue-lengths.js'
import { type Retained, recordsOf } from './retained.js'
import type { Roster } from './roster.js'

/** What a claim has to know of queues. */
export interface QueueRules {
  readonly isPaused: (queue?: string) => boolean
  readonly limitOf: (queue?: string) => QueueLimit | undefined
  /** Less came out of it than was asked for. */
  readonly throttled: (queue: string) => void
}

/** How often a rate that may be used up is tried: so many times in its span. */
const TRIES = 50
const TRY_MIN_MS = 5

export class QueueBook implements QueueRules {
  readonly #known = new Map<string, Queue>()
  /** Those that are tried again soon. */
  readonly #trying = new Set<string>()
  /** By topic, without its version: what was told last. */
  readonly #told = new Map<string, { readonly text: string, readonly id: string }>()
  #reading: Promise<void> = Promise.resolve()

  /** @param resumed what waits in it may be offered now */
  constructor (private readonly store: Store, private readonly clock: Clock, private readonly roster: () => Roster, private readonly resumed: (queue: string) => void) {}

  readonly isPaused = (queue = DEFAULT_QUEUE): boolean => this.#known.size > 0 && this.#known.get(queue)?.paused !== undefined

  /** Nearly always none has any. */
  readonly limitOf = (queue?: string): QueueLimit | undefined => queue === undefined || this.#known.size === 0 ? undefined : this.#known.get(queue)?.limit

  readonly throttled = (queue: string): void => {
    const perMs = this.limitOf(queue)?.perMs
    if (perMs === undefined || this.#trying.has(queue)) return
    this.#trying.add(queue)
    this.clock.setTimeout(() => {
      this.#trying.delete(queue)
      this.resumed(queue)
    }, Math.max(Math.ceil(perMs / TRIES), TRY_MIN_MS)).unref?.()
  }

  /** Everything anew: at the start, and where a change may have been missed. */
  async load (): Promise<void> {
    const before = new Set(this.#known.keys())
    for await (const queue of recordsOf<Queue>(this.store, 'queue')) {
      before.delete(queue.id)
      this.#known.set(queue.id, queue)
    }
    for (const name of before) await this.heard(name)
  }

  /** One after the other, so that no answer overtakes a newer one. */
  async heard (name: string): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(name))
    await this.#reading
  }

  async #read (name: string): Promise<void> {
    this.changed(name, await this.store.get('queue', name) as Queue | undefined)
  }

  /** It is so now. */
  changed (name: string, queue: Queue | undefined): void {
    this.#known.delete(name)
    if (queue !== undefined) this.#known.set(name, queue)
    if (queue?.paused === undefined) this.resumed(name)
  }

  /** The states of those that there are. */
  async * facts (isWanted: (name: string) => boolean = () => true): AsyncIterable<Retained & { readonly id: string }> {
    const v = this.store.now()
    const lengths = await queueLengths(this.store, this.roster(), isWanted)
    const others = [...this.#known.keys()].filter(name => isWanted(name) && !lengths.some(({ id }) => id === name))
    for (const length of [...lengths, ...others.map(emptyQueue)]) yield { id: length.id, topic: topicOf(length.id), payload: this.#rendered(length, v) }
  }

  /** What has changed of those that somebody listens to; one that is not there any more is told as empty. */
  async review (interested: (topic: string) => boolean, publish: (topic: string, payload: string) => void): Promise<void> {
    const gone = new Map(this.#told)
    for await (const { id, topic, payload } of this.facts(name => interested(topicOf(name)))) {
      gone.delete(topic)
      const { v, ...rest } = JSON.parse(payload) as { v: number }
      const text = JSON.stringify(rest)
      if (this.#told.get(topic)?.text === text) continue
      this.#told.set(topic, { text, id })
      publish(topic, payload)
    }
    for (const [topic, { id }] of gone) {
      this.#told.delete(topic)
      publish(topic, this.#rendered(emptyQueue(id), this.store.now()))
    }
  }

  #rendered (length: QueueLength, v: number): string {
    return renderPayload(queueDocument(this.#known.get(length.id), length, v))
  }
}

function emptyQueue (id: string): QueueLength {
  return { id, waiting: 0, running: id === DEFAULT_QUEUE ? undefined : 0, devices: 0 }
}

function topicOf (name: string): string {
  return `state/queues/${name}`
}
