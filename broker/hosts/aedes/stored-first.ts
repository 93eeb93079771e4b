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
  /** Of its client, in the order in which they came (MQTT 3.1.1, 4.6). */
  readonly line: Unacknowledged[]
  /** Acknowledged, and passed on where it is emitted, once it is the first. `over`: it could not be stored. */
  state: 'waiting' | 'stored' | 'over'
  emitted: Parameters<Emit> | undefined
}

export class StoredFirst {
  readonly #aedes: Inner
  /** By the number that the message has for Aedes. */
  readonly #waiting = new Map<number, Unacknowledged>()
  readonly #lines = new WeakMap<Client, Unacknowledged[]>()
  #emit: Emit = () => {}

  constructor (aedes: Aedes) {
    this.#aedes = aedes as Inner
  }

  /** Behind all others that want to see what is emitted: they see it in this order. */
  attach (): void {
    const { mq, id } = this.#aedes
    const emit = this.#emit = mq.emit.bind(mq)
    // It is stored by now.
    mq.emit = (packet, done) => {
      const { brokerId, brokerCounter = 0 } = packet
      const waiting = brokerId === id ? this.#waiting.get(brokerCounter) : undefined
      if (waiting === undefined) return emit(packet, done)
      this.#waiting.delete(brokerCounter)
      waiting.emitted = [packet, done]
      this.#settled(waiting, 'stored')
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
    const waiting: Unacknowledged = { client, packetId, line: this.#lineOf(client), state: 'waiting', emitted: undefined }
    this.#waiting.set(number, waiting)
    waiting.line.push(waiting)
    publish.call(this.#aedes, packet, client, error => {
      // Where nobody is to get it, it was not emitted.
      if (this.#waiting.delete(number)) this.#settled(waiting, error ? 'over' : 'stored')
      done(error)
    })
    return true
  }

  #lineOf (client: Client): Unacknowledged[] {
    const known = this.#lines.get(client)
    if (known !== undefined) return known
    const line: Unacknowledged[] = []
    this.#lines.set(client, line)
    return line
  }

  #settled (waiting: Unacknowledged, state: 'stored' | 'over'): void {
    const { line } = waiting
    waiting.state = state
    for (let [first] = line; first !== undefined && first.state !== 'waiting'; [first] = line) {
      line.shift()
      if (first.state === 'over') continue
      acknowledge(first.client, first.packetId, () => {})
      if (first.emitted !== undefined) this.#emit(...first.emitted)
    }
  }
}
