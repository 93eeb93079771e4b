/**
 * The queues that are paused, as this node knows them: asked with every claim.
 * Every change is read from the store when it is heard of. What is told of the
 * length of queues is worked out once a second, for whoever listens.
 */
import { DEFAULT_QUEUE, type Queue } from '../core/queue.js'
import { renderPayload } from '../core/payload.js'
import { queueDocument } from '../plugins/queues/index.js'
import type { Store } from '../store/store.js'
import { queueLengths } from './queue-lengths.js'
import { type Retained, recordsOf } from './retained.js'
import type { Roster } from './roster.js'

export class QueueBook {
  readonly #paused = new Map<string, Queue>()
  /** By name, without its version: what was told last. */
  readonly #told = new Map<string, string>()
  #reading: Promise<void> = Promise.resolve()

  /** @param resumed what waits in it can be offered again */
  constructor (private readonly store: Store, private readonly roster: () => Roster, private readonly resumed: (queue: string) => void) {}

  /** Nearly always none is. */
  isPaused (queue = DEFAULT_QUEUE): boolean {
    return this.#paused.size > 0 && this.#paused.has(queue)
  }

  /** Everything anew: at the start, and where a change may have been missed. */
  async load (): Promise<void> {
    const before = new Set(this.#paused.keys())
    for await (const queue of recordsOf<Queue>(this.store, 'queue')) {
      before.delete(queue.id)
      this.#paused.set(queue.id, queue)
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
    const wasPaused = this.#paused.delete(name)
    if (queue !== undefined) this.#paused.set(name, queue)
    else if (wasPaused) this.resumed(name)
  }

  /** The states of those that there are. */
  async * facts (isWanted: (name: string) => boolean = () => true): AsyncIterable<Retained> {
    const v = this.store.now()
    const lengths = await queueLengths(this.store, this.roster(), isWanted)
    const others = [...this.#paused.keys()].filter(name => isWanted(name) && !lengths.some(({ id }) => id === name))
    for (const length of [...lengths, ...others.map(id => ({ id, waiting: 0, devices: 0 }))]) {
      yield { topic: topicOf(length.id), payload: renderPayload(queueDocument(this.#paused.get(length.id), length, v)) }
    }
  }

  /** What has changed of those that somebody listens to. */
  async review (interested: (topic: string) => boolean, publish: (topic: string, payload: string) => void): Promise<void> {
    for await (const { topic, payload } of this.facts(name => interested(topicOf(name)))) {
      const { v, ...rest } = JSON.parse(payload) as { v: number }
      const told = JSON.stringify(rest)
      if (this.#told.get(topic) === told) continue
      this.#told.set(topic, told)
      publish(topic, payload)
    }
  }
}

function topicOf (name: string): string {
  return `state/queues/${name}`
}
