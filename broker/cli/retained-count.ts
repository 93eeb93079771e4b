/**
 * How many retained messages there are, which the persistence can't say: their
 * topics, read once, and followed from then on. Only for a persistence that this
 * process has to itself.
 */
import type { Aedes, PublishPacket } from 'aedes'

interface Persistence {
  storeRetained: (packet: PublishPacket) => Promise<unknown>
  createRetainedStream: (pattern: string) => AsyncIterable<PublishPacket>
}

export class RetainedCount {
  readonly #topics = new Set<string>()
  /** What came while they were read: it is newer. */
  #changed: Set<string> | undefined = new Set()

  /** Undefined until they are read. */
  get count (): number | undefined {
    return this.#changed === undefined ? this.#topics.size : undefined
  }

  async follow (aedes: Aedes): Promise<void> {
    const { persistence } = aedes as Aedes & { readonly persistence: Persistence }
    const before = persistence.storeRetained
    persistence.storeRetained = packet => {
      this.#stored(packet)
      return before.call(persistence, packet)
    }
    for await (const { topic } of persistence.createRetainedStream('#')) if (this.#changed?.has(topic) === false) this.#topics.add(topic)
    this.#changed = undefined
  }

  /** Without a payload the topic has no retained message any more (MQTT 3.1.1, 3.3.1-10). */
  #stored ({ topic, payload }: PublishPacket): void {
    this.#changed?.add(topic)
    if (payload.length === 0) this.#topics.delete(topic)
    else this.#topics.add(topic)
  }
}
