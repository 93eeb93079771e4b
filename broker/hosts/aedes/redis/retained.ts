/**
 * Retained messages: one hash, and the sorted names of its topics. A filter
 * with wildcards reads the names behind the levels before the first of them,
 * and only the packets that match; nothing is kept in memory.
 */
import { filterReaches, isWild } from '../filters.js'
import { script } from '../../../store/redis/script.js'
import type { Connection } from './connection.js'
import type { Keys } from './keys.js'
import { type Packet, decode, encode } from './packets.js'

/** Names are short; packets may be large, and wait for a client that reads slowly. */
const NAMES_A_PAGE = 1_000
const PACKETS_A_PAGE = 50
/** Behind whatever a name may go on with: this byte does not occur in UTF-8. */
const END = Buffer.of(0xff)

/** KEYS: retained, retained topics; ARGV: topic, packet */
const KEEP = script(`
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], 0, ARGV[1])`)

/** KEYS: retained, retained topics; ARGV: topic */
const DELETE = script(`
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])`)

export class Retained {
  readonly #redis: Connection
  readonly #keys: Keys

  constructor (redis: Connection, keys: Keys) {
    this.#redis = redis
    this.#keys = keys
  }

  /** Without a payload the topic has no retained message any more (MQTT 3.1.1, 3.3.1-10). */
  async store (packet: Packet): Promise<void> {
    const keys = [this.#keys.retained, this.#keys.retainedTopics]
    if (packet.payload.length === 0) await this.#redis.run(DELETE, keys, [packet.topic])
    else await this.#redis.run(KEEP, keys, [packet.topic, encode(packet)])
  }

  async * matching (filter: string): AsyncGenerator<Packet> {
    if (!isWild(filter)) {
      yield * this.#packets([filter])
      return
    }
    for await (const topics of this.#topics(filter)) yield * this.#packets(topics)
  }

  async * #topics (filter: string): AsyncGenerator<string[]> {
    const levels = filter.split('/')
    const known = levels.slice(0, levels.findIndex(isWild)).join('/')
    const max = Buffer.concat([Buffer.from(`(${known}`), END])
    let min = `[${known}`
    while (true) {
      const names = await this.#redis.text.zRange(this.#keys.retainedTopics, min, max, { BY: 'LEX', LIMIT: { offset: 0, count: NAMES_A_PAGE } })
      yield names.filter(topic => filterReaches(levels, topic))
      const last = names.at(-1)
      if (last === undefined || names.length < NAMES_A_PAGE) return
      min = `(${last}`
    }
  }

  async * #packets (topics: readonly string[]): AsyncGenerator<Packet> {
    for (let start = 0; start < topics.length; start += PACKETS_A_PAGE) {
      const found = await this.#redis.bytes.hmGet(this.#keys.retained, topics.slice(start, start + PACKETS_A_PAGE))
      for (const bytes of found) if (bytes !== null) yield decode(bytes)
    }
  }
}
