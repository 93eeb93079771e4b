/**
 * The queues of the bridges of several nodes, in the Redis of their store, on a
 * connection of its own: they are still needed when that store is closed.
 */
import { createHash } from 'node:crypto'
import type { Bounds, BridgeOptions, Outbox } from '../../mosquitto-compat/bridge/index.js'
import { typesOf } from '../../mosquitto-compat/bridge/redis/keys.js'
import { RedisQueue } from '../../mosquitto-compat/bridge/redis/queue.js'
import type { Log } from '../index.js'
import type { Bus } from '../store/bus.js'
import { checkFitness } from '../store/redis/fitness.js'
import type { RedisStoreOptions } from '../store/redis/index.js'
import { Keys } from '../store/redis/keys.js'
import { Link } from '../store/redis/link.js'
import { nameOf } from '../store/redis/settings.js'
import { silentLog } from '../platform/log.js'
import { staysPrimary } from './mqtt-store.js'

type Options = RedisStoreOptions & { readonly log: Log }

export class SharedQueues {
  readonly #options: Options
  readonly #bus: Bus
  readonly #keys: Keys
  readonly #link: Link
  readonly #queues: RedisQueue[] = []

  /**
   * @param names of the bridges
   * @throws StoreUnusable
   */
  static async open (options: Options, names: readonly string[], bus: Bus): Promise<SharedQueues> {
    const queues = new SharedQueues(options, names, bus)
    await queues.#link.open()
    return queues
  }

  private constructor (options: Options, names: readonly string[], bus: Bus) {
    this.#options = options
    this.#bus = bus
    const keys = this.#keys = new Keys(options.tag)
    const types = names.flatMap(name => typesOf(keys.prefix, name))
    // The store beside it logs what there is to say of this Redis.
    this.#link = new Link(options, options.clock, silentLog, {
      prepare: connection => checkFitness(connection, { keys, types, place: nameOf(options), expiryEvents: options.expiryEvents, warn: () => {} }),
      beat: staysPrimary,
      lost: () => { for (const queue of this.#queues) queue.lost() },
      back: () => { for (const queue of this.#queues) queue.back() }
    })
  }

  /** That of one bridge. */
  readonly queue = (options: BridgeOptions, bounds: Bounds): Outbox => {
    const { clock, log } = this.#options
    const queue = new RedisQueue({ name: options.name, bounds, redis: this.#link, prefix: this.#keys.prefix, bus: this.#bus, clock, log, config: configOf(options, bounds) })
    this.#queues.push(queue)
    return queue
  }

  /** After the bridges. */
  async close (): Promise<void> {
    await this.#link.close()
  }
}

/** What must be the same at all nodes, as a digest: there may be a password in it. */
function configOf ({ urls, user, clientId, topics, noticeTopic }: BridgeOptions, bounds: Bounds): string {
  return createHash('sha1').update(JSON.stringify({ urls, user, clientId, topics, noticeTopic, bounds })).digest('hex')
}
