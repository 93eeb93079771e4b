/**
 * What is told to everybody, emitted in the order in which it is told. Aedes
 * itself emits what no stored session asked for before what waits to be queued
 * for one, and then drops the late one at every client that asked for both. For
 * the same reason the numbers are of its own: between nodes, ordinary messages
 * may overtake what is told.
 */
import type { Aedes, PublishPacket } from 'aedes'
import type { Log } from '../../platform/log.js'
import type { Persistence } from './deliver.js'

type Inner = Aedes & {
  persistence: Persistence
  mq: { emit: (packet: PublishPacket, done: () => void) => unknown }
  emit: (event: 'publish', packet: PublishPacket, client: null) => boolean
}

type Numbered = PublishPacket & { brokerId: string, brokerCounter: number }

/** So many wait to be queued for stored sessions; what is told beyond that is lost, as effects may be. */
const WAITING_MAX = 10_000

export class Broadcast {
  readonly #aedes: Inner
  readonly #id: string
  readonly #log: Log
  #count = 0
  #waiting = 0
  /** Something is lost or could not be queued, and the log has said so. */
  #isFailing = false
  /** Resolves once all that came before is emitted. */
  #last: Promise<void> = Promise.resolve()

  /** @param start tells one start of a broker with a fixed id from the next, whose numbers begin anew */
  constructor (aedes: Aedes, start: number, log: Log) {
    this.#aedes = aedes as Inner
    this.#id = `${aedes.id}:told:${start}`
    this.#log = log
  }

  publish (packet: PublishPacket): void {
    if (this.#waiting >= WAITING_MAX) return this.#failed(new Error(`${WAITING_MAX} messages wait already`), packet.topic)
    this.#waiting++
    const numbered = Object.assign(packet, { brokerId: this.#id, brokerCounter: ++this.#count })
    this.#last = this.#emit(numbered, this.#queue(numbered), this.#last).catch(error => this.#log.error({ err: error, topic: packet.topic }, 'a message could not be published')).finally(() => { this.#waiting-- })
  }

  /** For the stored sessions that asked for it, connected or not. */
  async #queue (packet: Numbered): Promise<void> {
    const { persistence } = this.#aedes
    try {
      const subscriptions = await persistence.subscriptionsByTopic(packet.topic)
      if (subscriptions.length === 0) return
      await persistence.outgoingEnqueueCombi(subscriptions, { ...packet, messageId: undefined })
      this.#isFailing = false
    } catch (error) {
      this.#failed(error, packet.topic)
    }
  }

  /** Said once, not for each message of an outage. */
  #failed (error: unknown, topic: string): void {
    if (!this.#isFailing) this.#log.error({ err: error, topic }, 'messages can not be queued for stored sessions, the first of them this one')
    this.#isFailing = true
  }

  async #emit (packet: Numbered, queued: Promise<void>, before: Promise<void>): Promise<void> {
    await queued
    await before
    this.#aedes.mq.emit(packet, () => {})
    this.#aedes.published(packet, null as never, () => {})
    this.#aedes.emit('publish', packet, null)
  }
}
