/**
 * Ordinary messages of QoS 1: Aedes acknowledges them and then stores them, so
 * that what it has promised is lost with the process, or where the store refuses.
 * Here PUBACK follows once the message is in the queues of stored sessions and
 * among the retained ones. Those of QoS 2 Aedes stores first by itself.
 */
import type { Aedes, Client, PublishPacket } from 'aedes'
import { acknowledge } from './deliver.js'

type Emit = (packet: PublishPacket & { brokerId?: string, brokerCounter?: number }, done?: (error?: Error) => void) => unknown
type Inner = Aedes & { readonly id: string, readonly counter: number, readonly mq: { emit: Emit } }
type Publish = (packet: PublishPacket, client: Client, done: (error?: Error | null) => void) => void

/** In a packet whose acknowledgement is ours: its identifier. */
const OWED = Symbol('owed')
type Owed = PublishPacket & { [OWED]?: number }

export class StoredFirst {
  readonly #aedes: Inner
  /** By the number that the message has for Aedes: who waits for its acknowledgement. */
  readonly #waiting = new Map<number, { readonly client: Client, readonly packetId: number }>()

  constructor (aedes: Aedes) {
    this.#aedes = aedes as Inner
  }

  attach (): void {
    const { mq, id } = this.#aedes
    const emit = mq.emit
    // It is stored by now.
    mq.emit = (packet, done) => {
      const { brokerId, brokerCounter = 0 } = packet
      const waiting = brokerId === id ? this.#waiting.get(brokerCounter) : undefined
      if (waiting !== undefined) {
        this.#waiting.delete(brokerCounter)
        acknowledge(waiting.client, waiting.packetId, () => {})
      }
      return emit.call(mq, packet, done)
    }
  }

  /** Before Aedes acknowledges: of QoS 0 there is nothing for it to do. */
  owe (client: Client | null, packet: Owed): void {
    if (client === null || packet.qos !== 1 || packet.messageId === undefined) return
    packet[OWED] = packet.messageId
    packet.qos = 0
  }

  /** Where Aedes publishes. @returns whether it was owed, and is published by this */
  publish (publish: Publish, packet: Owed, client: Client, done: (error?: Error | null) => void): boolean {
    const packetId = packet[OWED]
    if (packetId === undefined) return false
    packet.qos = 1
    const number = this.#aedes.counter + 1
    this.#waiting.set(number, { client, packetId })
    publish.call(this.#aedes, packet, client, error => {
      // Where nobody is to get it, it was not emitted.
      if (this.#waiting.delete(number) && !error) acknowledge(client, packetId, () => {})
      done(error)
    })
    return true
  }
}
