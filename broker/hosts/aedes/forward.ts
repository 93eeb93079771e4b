/**
 * Ordinary MQTT between the nodes: what is emitted here is emitted there too,
 * with the number that it has, so that no client gets it twice and stored
 * queues find it. It goes only where somebody may have asked for it; of Aedes'
 * own topics, what brokers need of each other. Queues of stored sessions and
 * retained messages are the business of the node where it was published. What
 * comes from another node is never passed on.
 */
import type { Aedes, PublishPacket } from 'aedes'
import type { Log } from '../../platform/log.js'
import type { Bus } from '../../store/bus.js'
import { keysOf, ordinaryKeysOf } from './coarse.js'
import { type ListenedTo, Listeners } from './listeners.js'
import type { Peers } from './peers.js'
import { type Packet, decode, encode } from './redis/packets.js'

type Emit = (packet: PublishPacket, done?: (error?: Error) => void) => unknown
type Emitter = Aedes & { readonly mq: ListenedTo & { emit: Emit } }

const KIND = 'mqtt'

/** Takeover of client ids; wills of brokers that are gone; numbers that begin anew. */
const betweenBrokers = /^\$SYS\/[^/]+\/(new\/clients|heartbeat|birth)$/

/** Of other nodes, on the way to clients here. Nothing slows them down where a client does not read. */
const UNDER_WAY_BYTES_MAX = 16 * 2 ** 20

export class Forward {
  readonly #aedes: Emitter
  readonly #bus: Bus
  readonly #peers: Peers
  readonly #listeners: Listeners
  readonly #prefix: string
  readonly #log: Log
  #underWay = 0
  #isFull = false

  constructor (aedes: Aedes, bus: Bus, peers: Peers, { prefix, log }: { prefix: string, log: Log }) {
    this.#aedes = aedes as Emitter
    this.#bus = bus
    this.#peers = peers
    this.#listeners = new Listeners(peers, prefix)
    this.#prefix = prefix
    this.#log = log
  }

  attach (): void {
    const { mq } = this.#aedes
    const emit = mq.emit
    this.#listeners.attach(mq)
    mq.emit = (packet, done) => {
      if (!this.#peers.isAlone) this.#pass(packet)
      return emit.call(mq, packet, done)
    }
    this.#bus.listen(KIND, bytes => this.#received(bytes, packet => new Promise(resolve => { emit.call(mq, packet, () => resolve()) })))
    // Aedes' own came before there was a bus. With a fixed id, the others must expect its numbers from the start.
    this.#bus.send(undefined, KIND, encode(this.#ofBroker('birth')))
  }

  /** A node that is new here, or was silent: the wills of this broker are not for it to publish. */
  greet (node: string): void {
    this.#bus.send(node, KIND, encode(this.#ofBroker('heartbeat')))
  }

  #pass (packet: PublishPacket): void {
    const { topic } = packet
    // All of one publisher on one way, in their order.
    if (topic.startsWith(this.#prefix)) this.#peers.tell(keysOf(topic.slice(this.#prefix.length)), KIND, () => encode(packet as Packet))
    else if (!topic.startsWith('$SYS/')) this.#peers.tell(ordinaryKeysOf(topic), KIND, () => encode(packet as Packet))
    else if (betweenBrokers.test(topic)) this.#bus.send(undefined, KIND, encode(packet as Packet))
  }

  #received (bytes: Buffer, emit: (packet: PublishPacket) => Promise<void>): void {
    const isFull = this.#underWay + bytes.length > UNDER_WAY_BYTES_MAX
    if (isFull && !this.#isFull) this.#log.warn({}, 'messages of other nodes are dropped: clients here do not read as fast as they come')
    this.#isFull = isFull
    if (isFull) return
    const packet = decode(bytes) as PublishPacket
    this.#underWay += bytes.length
    emit(packet).finally(() => { this.#underWay -= bytes.length }).catch(() => {})
  }

  #ofBroker (topic: 'birth' | 'heartbeat'): Packet {
    const { id } = this.#aedes
    return { cmd: 'publish', topic: `$SYS/${id}/${topic}`, payload: Buffer.from(id), qos: 0 }
  }
}
