/**
 * Ordinary messages of QoS 1: Aedes acknowledges them and then stores them, so
 * that what it has promised is lost with the process, or where the store refuses;
 * and it passes them on as they are stored, which may be in another order. Here
 * each is passed on behind the one before it, and PUBACK follows once it is in
 * the queues of stored sessions and among the retained ones. Those of QoS 2
 * Aedes stores first by itself.
 */
import type { Aedes, Client, PublishPacket } from 'aedes'
import { acknowledge } from './deliver.js'

type Emit = (packet: PublishPacket & { brokerId?: string, brokerCounter?: number }, done?: (error?: Error) => void) => unknown
type Inner = Aedes & { readonly id: string, readonly counter: number, readonly mq: { emit: Emit } }
type Publish = (packet: PublishPacket, client: Client, done: (error?: Error | null) => void) => void

/** In a packet whose acknowledgement is ours: its identifier. */
const OWED = Symbol('owed')
type Owed = PublishPacket & { [OWED]?: number }

/** One message that is not acknowledged yet. */
interface Unacknowledged {
  readonly client: Client
  readonly packetId: number
  /** It is stored: passes it on. */
  pass?: () => unknown
  /** It went to nobody, or could not be stored. */
  isOver?: true
}

export class StoredFirst {
  readonly #aedes: Inner
  /** By the number that the message has for Aedes. */
  readonly #waiting = new Map<number, Unacknowledged>()
  /** Of each client in the order in which they came (MQTT 3.1.1, 4.6). */
  readonly #lines = new WeakMap<Client, Unacknowledged[]>()

  constructor (aedes: Aedes) {
    this.#aedes = aedes as Inner
  }

  /** Before all others that want to see what is emitted: they see it in this order. */
  attach (): void {
    const { mq, id } = this.#aedes
    const emit = mq.emit
    // It is stored by now.
    mq.emit = (packet, done) => {
      const { brokerId, brokerCounter = 0 } = packet
      const waiting = brokerId === id ? this.#waiting.get(brokerCounter) : undefined
      if (waiting === undefined) return emit.call(mq, packet, done)
      this.#waiting.delete(brokerCounter)
      waiting.pass = () => {
        acknowledge(waiting.client, waiting.packetId, () => {})
        emit.call(mq, packet, done)
      }
      this.#advance(waiting.client)
      return mq
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
    const waiting: Unacknowledged = { client, packetId }
    this.#waiting.set(number, waiting)
    const line = this.#lines.get(client) ?? []
    this.#lines.set(client, line)
    line.push(waiting)
    publish.call(this.#aedes, packet, client, error => {
      // Where nobody is to get it, it was not emitted.
      if (this.#waiting.delete(number)) {
        if (error) waiting.isOver = true
        else waiting.pass = () => acknowledge(client, packetId, () => {})
        this.#advance(client)
      }
      done(error)
    })
    return true
  }

  #advance (client: Client): void {
    const line = this.#lines.get(client) ?? []
    for (let [first] = line; first?.pass !== undefined || first?.isOver === true; [first] = line) {
      line.shift()
      first.pass?.()
    }
  }
}
