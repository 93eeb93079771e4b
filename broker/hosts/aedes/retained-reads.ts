/**
 * What a new subscription is given of what is retained. It is read while its
 * topics go on being published, and the subscription is in force already: what
 * was published since the reading began comes by itself, and is left out here,
 * at the last moment, so that nobody is told something old after something new.
 */
import { Readable, type Writable } from 'node:stream'
import type { PublishPacket } from 'aedes'
import type { Persistence } from './deliver.js'
import { filterReaches } from './filters.js'

type Storing = Persistence & { storeRetained: (packet: PublishPacket) => Promise<unknown> }
type Packets = AsyncIterable<PublishPacket>

/** Topics kept in mind while somebody reads. Those beyond it, the oldest, may be told once more. */
const TOPICS_MAX = 50_000

export class RetainedReads {
  /** When each topic was published last, in a count of publications; the oldest first. */
  readonly #published = new Map<string, number>()
  readonly #reads = new Set<object>()
  #count = 0

  /**
   * Takes the two questions of the persistence.
   * @param ours what is retained by the orchestrator, for filters with the root
   * @param unread is told why a reading ended early. Nobody else listens for that: an error of the stream
   * would end the process. Who subscribes while a store is away, or closes, gets only what changes.
   */
  attach (persistence: Persistence, ours: (filters: readonly string[]) => Packets, unread: (error: unknown, filters: readonly string[]) => void): void {
    const store = persistence as Storing
    const { createRetainedStreamCombi: others, storeRetained } = store
    store.storeRetained = packet => {
      this.published(packet.topic)
      return storeRetained.call(store, packet)
    }
    store.createRetainedStreamCombi = filters => {
      const packets = (async function * () {
        try {
          yield * ours(filters)
          for await (const packet of others.call(store, filters)) {
            // The persistence takes # for all topics.
            if (!packet.topic.startsWith('$') || filters.some(filter => filterReaches(filter.split('/'), packet.topic))) yield packet
          }
        } catch (error) {
          unread(error, filters)
        }
      })()
      const pipe = (reader: Writable): Writable => {
        this.#give(packets, reader).catch(() => {})
        return reader
      }
      return Object.assign(Readable.from(packets), { pipe })
    }
  }

  /** Something retained is about to be published. */
  published (topic: string): void {
    if (this.#reads.size === 0) return
    this.#published.delete(topic)
    this.#published.set(topic, ++this.#count)
    const [oldest] = this.#published.keys()
    if (this.#published.size > TOPICS_MAX && oldest !== undefined) this.#published.delete(oldest)
  }

  /** One after the other: a stream of its own would look at some long before the reader takes them. */
  async #give (packets: Packets, reader: Writable): Promise<void> {
    const read = {}
    const began = this.#count
    this.#reads.add(read)
    for await (const packet of packets) {
      if ((this.#published.get(packet.topic) ?? 0) > began) continue
      await new Promise<void>(resolve => { reader.write(packet, () => resolve()) })
      if (reader.destroyed) break
    }
    this.#reads.delete(read)
    if (this.#reads.size === 0) this.#published.clear()
  }
}
