/**
 * The outgoing queues of stored sessions: what waits for a client, in the order
 * in which Redis got it, until the client acknowledges it. Each session has
 * packets of its own, so that nothing is counted and nothing is left over. A
 * queue that is full loses its oldest packet: no client that stays away may
 * fill Redis.
 */
import { script } from '../../../store/redis/script.js'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'
import { type Packet, decode, encode } from './packets.js'

/** A script holds up everybody else on this Redis: this many sessions take about a millisecond, as long as packets are small. */
const SESSIONS_A_CALL = 250
/** Packets read at a time, when a client comes back. */
const PACKETS_A_PAGE = 50

/** Forgets an entry; its place in the queue is the caller's. */
const FORGET = `
local function forget(packets, sent, entry)
  local id = redis.call('HGET', sent, entry)
  if id then
    if redis.call('HGET', sent, id) == entry then redis.call('HDEL', sent, id) end
    redis.call('HDEL', sent, entry)
  end
  redis.call('HDEL', packets, entry)
end`

/**
 * Puts a packet at the end of queues; the oldest of a queue that is too long go. Of no session it changes nothing.
 * KEYS: sequence, then queue, packets, sent of each session; ARGV: entry, packet, longest queue
 */
const ENQUEUE = script(`${FORGET}
if #KEYS == 1 then return end
local number = redis.call('INCR', KEYS[1])
for i = 2, #KEYS, 3 do
  local queue, packets, sent = KEYS[i], KEYS[i + 1], KEYS[i + 2]
  if redis.call('HSETNX', packets, ARGV[1], ARGV[2]) == 1 then
    redis.call('ZADD', queue, number, ARGV[1])
    for _ = ARGV[3] + 1, redis.call('ZCARD', queue) do
      forget(packets, sent, redis.call('ZPOPMIN', queue)[1])
    end
  end
end`)

/**
 * An entry goes out with this packet identifier.
 * KEYS: packets, sent; ARGV: entry, packet identifier. Returns 0 where there is no such entry, or 1
 */
const SENT = script(`
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
local before = redis.call('HGET', KEYS[2], ARGV[1])
if before and redis.call('HGET', KEYS[2], before) == ARGV[1] then redis.call('HDEL', KEYS[2], before) end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2], ARGV[2], ARGV[1])
return 1`)

/**
 * Of what went out with this packet identifier only the PUBREL is left to send.
 * KEYS: packets, sent; ARGV: packet identifier
 */
const RECEIVED = script(`
local entry = redis.call('HGET', KEYS[2], ARGV[1])
if entry then redis.call('HSET', KEYS[1], entry, '') end`)

/**
 * What went out with this packet identifier is done.
 * KEYS: queue, packets, sent; ARGV: packet identifier. Returns its packet, or nothing
 */
const DONE = script(`${FORGET}
local entry = redis.call('HGET', KEYS[3], ARGV[1])
if not entry then return false end
local packet = redis.call('HGET', KEYS[2], entry)
redis.call('ZREM', KEYS[1], entry)
forget(KEYS[2], KEYS[3], entry)
return packet`)

export class Outgoing {
  readonly #redis: Connection
  readonly #keys: Keys
  readonly #queueMax: number

  constructor (redis: Connection, keys: Keys, queueMax: number) {
    this.#redis = redis
    this.#keys = keys
    this.#queueMax = queueMax
  }

  /**
   * To be called at the start and after a lost connection: a Redis that has not seen the script yet gets it whole with
   * the first packet, behind which others may have been quicker.
   */
  async teach (): Promise<void> {
    await this.#redis.run(ENQUEUE, [this.#keys.sequence], [])
  }

  /** Once for each client, however many of its subscriptions match and however often this is called. */
  async enqueue (clientIds: Iterable<string>, packet: Packet): Promise<void> {
    const unique = [...new Set(clientIds)]
    if (unique.length === 0) return
    const args = [entryOf(packet), encode({ dup: false, retain: false, ...packet, messageId: undefined }), `${this.#queueMax}`]
    const calls: Promise<unknown>[] = []
    for (let start = 0; start < unique.length; start += SESSIONS_A_CALL) {
      const queues = unique.slice(start, start + SESSIONS_A_CALL).flatMap(clientId => this.#keys.outgoing(clientId))
      calls.push(this.#redis.run(ENQUEUE, [this.#keys.sequence, ...queues], args))
    }
    await Promise.all(calls)
  }

  /**
   * A packet that is not there is put there: it was sent before this node's
   * subscription was known to the node that published it, or made room for newer ones.
   */
  async sent (clientId: string, packet: Packet): Promise<void> {
    const keys = [this.#keys.packets(clientId), this.#keys.sent(clientId)]
    const args = [entryOf(packet), `${packet.messageId}`]
    if (await this.#redis.run(SENT, keys, args) === 1) return
    await this.enqueue([clientId], packet)
    await this.#redis.run(SENT, keys, args)
  }

  /** Nothing is stored where there is no such packet: the PUBREL is owed all the same. */
  async received (clientId: string, messageId: number): Promise<void> {
    await this.#redis.run(RECEIVED, [this.#keys.packets(clientId), this.#keys.sent(clientId)], [`${messageId}`])
  }

  async done (clientId: string, messageId: number): Promise<Packet | undefined> {
    const bytes = await this.#redis.run(DONE, this.#keys.outgoing(clientId), [`${messageId}`]) as Buffer | null
    return bytes === null ? undefined : restored(bytes, messageId)
  }

  /** What was queued when this was asked for. */
  async * all (clientId: string): AsyncGenerator<Packet> {
    const [queue, packets, sent] = this.#keys.outgoing(clientId)
    const entries = await this.#redis.text.zRange(queue, 0, -1)
    for (let start = 0; start < entries.length; start += PACKETS_A_PAGE) {
      const page = entries.slice(start, start + PACKETS_A_PAGE)
      const [found, ids] = await Promise.all([this.#redis.bytes.hmGet(packets, page), this.#redis.text.hmGet(sent, page)])
      for (const [index, bytes] of found.entries()) {
        const id = ids[index] ?? undefined
        // Acknowledged in the meantime.
        if (bytes !== null) yield restored(bytes, id === undefined ? undefined : Number(id))
      }
    }
  }
}

function entryOf ({ brokerId, brokerCounter }: Packet): string {
  return `${brokerId}:${brokerCounter}`
}

function restored (bytes: Buffer, messageId: number | undefined): Packet {
  // Aedes' type for a packet is that of a PUBLISH; of a PUBREL it reads these two alone.
  if (bytes.length === 0) return { cmd: 'pubrel', messageId } as unknown as Packet
  return { ...decode(bytes), messageId }
}
