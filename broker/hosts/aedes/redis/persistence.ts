/**
 * Aedes' persistence over Redis: ordinary MQTT (retained messages, stored
 * sessions, QoS 2, wills) for several brokers on one Redis. It opens and closes
 * no connection, and has no opinion on what is told to a client while Redis is
 * away: calls then reject, but where Aedes would die of that.
 */
import { Readable } from 'node:stream'
import { script } from '../../../store/redis/script.js'
import { Connection, type RedisClient } from './connection.js'
import type { Match, Subscription } from './filter-tree.js'
import { Keys } from './keys.js'
import { Outgoing } from './outgoing.js'
import { type Packet, decode, encode } from './packets.js'
import { Retained } from './retained.js'
import { type Announcements, Subscriptions } from './subscriptions.js'

export interface RedisPersistenceOptions {
  readonly client: RedisClient
  /** What all keys begin with; its hash tag keeps them in one slot: `{orchestra}:`. */
  readonly prefix: string
  /** How nodes tell each other of subscriptions. Without it this node is the only one. */
  readonly bus?: Announcements
  /** How many packets wait for one session, 10,000 if left out; the oldest go first. */
  readonly queueMax?: number
}

/** What is asked of Aedes. */
interface Broker {
  readonly id: string
  emit (event: 'error', error: unknown): unknown
}

interface Client {
  readonly id: string
  readonly clean?: boolean
}

const QUEUE_MAX = 10_000

/**
 * Takes a will back, of any broker or of one: the will of a client that has
 * meanwhile connected elsewhere stays.
 * KEYS: wills; ARGV: client id, what the will must begin with. Returns the will, or nothing
 */
const TAKE_WILL = script(`
local will = redis.call('HGET', KEYS[1], ARGV[1])
if not will or string.sub(will, 1, #ARGV[2]) ~= ARGV[2] then return false end
redis.call('HDEL', KEYS[1], ARGV[1])
return will`)

export function createRedisPersistence (options: RedisPersistenceOptions): RedisPersistence {
  return new RedisPersistence(options)
}

export class RedisPersistence {
  readonly #redis: Connection
  readonly #keys: Keys
  readonly #subscriptions: Subscriptions
  readonly #retained: Retained
  readonly #outgoing: Outgoing
  #broker: Broker | undefined

  constructor ({ client, prefix, bus, queueMax = QUEUE_MAX }: RedisPersistenceOptions) {
    this.#redis = new Connection(client)
    this.#keys = new Keys(prefix)
    this.#subscriptions = new Subscriptions(this.#redis, this.#keys, bus)
    this.#retained = new Retained(this.#redis, this.#keys)
    this.#outgoing = new Outgoing(this.#redis, this.#keys, queueMax)
  }

  get broker (): Broker | undefined {
    return this.#broker
  }

  /** Aedes insists on an async function. */
  async setup (broker: Broker): Promise<void> {
    this.#broker = broker
    await Promise.all([this.#subscriptions.reload(), this.#outgoing.teach()])
  }

  /** To be called after a lost connection: what the others announced was missed. */
  async reload (client?: RedisClient): Promise<void> {
    if (client !== undefined) this.#redis.use(client)
    await Promise.all([this.#subscriptions.reload(), this.#outgoing.teach()])
  }

  /** The client is not ours to close. */
  async destroy (): Promise<void> {
    this.#subscriptions.close()
  }

  async storeRetained (packet: Packet): Promise<void> {
    await this.#retained.store(packet)
  }

  createRetainedStream (filter: string): Readable {
    return this.createRetainedStreamCombi([filter])
  }

  createRetainedStreamCombi (filters: readonly string[]): Readable {
    return Readable.from(this.#retainedOf(filters))
  }

  async * #retainedOf (filters: readonly string[]): AsyncGenerator<Packet> {
    for (const filter of filters) yield * this.#retained.matching(filter)
  }

  async addSubscriptions (client: Client, subscriptions: readonly Subscription[]): Promise<void> {
    await this.#subscriptions.add(client.id, subscriptions)
  }

  async removeSubscriptions (client: Client, filters: readonly string[]): Promise<void> {
    await this.#subscriptions.remove(client.id, filters)
  }

  async subscriptionsByClient (client: Client): Promise<Subscription[]> {
    return await this.#subscriptions.of(client.id)
  }

  async subscriptionsByTopic (topic: string): Promise<Match[]> {
    return await this.#subscriptions.matching(topic)
  }

  /** A client that connects with a clean session ends the one before (MQTT 3.1.1, 3.1.2-6), its queue included. */
  async cleanSubscriptions (client: Client): Promise<void> {
    await this.#subscriptions.clear(client.id, this.#keys.outgoing(client.id))
  }

  /** Of all nodes. */
  async countOffline (): Promise<{ subsCount: number, clientsCount: number }> {
    return this.#subscriptions.count()
  }

  getClientList (filter: string): Readable {
    return Readable.from(this.#subscriptions.clientsWith(filter))
  }

  async outgoingEnqueue (subscription: { clientId: string }, packet: Packet): Promise<void> {
    await this.#outgoing.enqueue([subscription.clientId], packet)
  }

  async outgoingEnqueueCombi (subscriptions: readonly { clientId: string }[], packet: Packet): Promise<void> {
    await this.#outgoing.enqueue(subscriptions.map(({ clientId }) => clientId), packet)
  }

  async outgoingUpdate (client: Client, packet: Packet): Promise<void> {
    if (packet.cmd === 'publish') await this.#outgoing.sent(client.id, packet)
    else await this.#outgoing.received(client.id, Number(packet.messageId))
  }

  async outgoingClearMessageId (client: Client, { messageId }: { messageId?: number }): Promise<Packet | undefined> {
    return messageId === undefined ? undefined : await this.#outgoing.done(client.id, messageId)
  }

  /** A clean session has none. */
  outgoingStream (client: Client): Readable {
    return Readable.from(client.clean === true ? [] : this.#outgoing.all(client.id))
  }

  async incomingStorePacket (client: Client, packet: Packet): Promise<void> {
    await this.#redis.text.hSet(this.#keys.incoming(client.id), `${packet.messageId}`, encode(packet))
  }

  /** @throws where there is none: that is how Aedes asks whether it saw a packet before */
  async incomingGetPacket (client: Client, { messageId }: { messageId?: number }): Promise<Packet> {
    const bytes = await this.#redis.bytes.hGet(this.#keys.incoming(client.id), `${messageId}`)
    if (bytes === null) throw new Error('no such packet')
    return decode(bytes)
  }

  async incomingDelPacket (client: Client, { messageId }: { messageId?: number }): Promise<void> {
    await this.#redis.text.hDel(this.#keys.incoming(client.id), `${messageId}`)
  }

  async cleanIncoming (client: Client): Promise<void> {
    await this.#redis.text.unlink(this.#keys.incoming(client.id))
  }

  /** Aedes expects to find the two ids on its own packet. */
  async putWill (client: Client, packet: Packet): Promise<void> {
    const brokerId = this.#broker?.id ?? ''
    Object.assign(packet, { brokerId, clientId: client.id })
    await this.#redis.text.hSet(this.#keys.wills, client.id, Buffer.concat([Buffer.from(ownedBy(brokerId)), encode(packet)]))
  }

  async getWill (client: Client): Promise<Packet | undefined> {
    const bytes = await this.#redis.bytes.hGet(this.#keys.wills, client.id)
    return bytes === null ? undefined : willOf(bytes)
  }

  /**
   * Never rejects: Aedes has nobody who would catch that.
   * @param client with the id of a broker, only that broker's will is meant
   */
  async delWill (client: Client & { brokerId?: string }): Promise<Packet | undefined> {
    try {
      const owner = client.brokerId === undefined ? '' : ownedBy(client.brokerId)
      const bytes = await this.#redis.run(TAKE_WILL, [this.#keys.wills], [client.id, owner]) as Buffer | null
      return bytes === null ? undefined : willOf(bytes)
    } catch (error) {
      this.#broker?.emit('error', error)
    }
  }

  /** @param alive the brokers whose wills are not meant, by id */
  streamWill (alive: Readonly<Record<string, unknown>> = {}): Readable {
    return Readable.from(this.#willsWithout(alive))
  }

  async * #willsWithout (alive: Readonly<Record<string, unknown>>): AsyncGenerator<Packet> {
    for await (const page of this.#redis.bytes.hScanIterator(this.#keys.wills)) {
      for (const { value } of page) {
        const will = willOf(value)
        if (will.brokerId === undefined || alive[will.brokerId] === undefined) yield will
      }
    }
  }
}

/** A broker's id does not contain a NUL: it is a level of Aedes' own topics. */
function ownedBy (brokerId: string): string {
  return `${brokerId}\0`
}

function willOf (bytes: Buffer): Packet {
  return decode(bytes.subarray(bytes.indexOf(0) + 1))
}
