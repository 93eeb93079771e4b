/**
 * Where ordinary MQTT is kept: retained messages, persistent sessions and their
 * queues. Opened like the orchestrator's own store, with the same words for
 * what can be wrong, and on a connection of its own: it is still needed when
 * that store is closed.
 */
import { Readable } from 'node:stream'
import AsyncLevelPersistence from 'aedes-persistence-level/asyncPersistence.js'
import { type Database, narrowed } from '../hosts/aedes/level-retained.js'
import { Keys as MqttKeys } from '../hosts/aedes/redis/keys.js'
import { type RedisPersistence, createRedisPersistence } from '../hosts/aedes/redis/persistence.js'
import type { Bus } from '../store/bus.js'
import { openClassicLevel, openFolder } from '../store/level/database.js'
import type { Connection } from '../store/redis/connection.js'
import { type KeyType, checkFitness } from '../store/redis/fitness.js'
import { Keys } from '../store/redis/keys.js'
import { Link } from '../store/redis/link.js'
import type { RedisStoreOptions } from '../store/redis/index.js'
import { nameOf } from '../store/redis/settings.js'
import { silentLog } from '../platform/log.js'

export interface MqttStore {
  /** For Aedes. */
  readonly persistence: object
  /** Why nothing can be kept now; undefined where all is well. */
  readonly away: () => Error | undefined
  /** After the broker. */
  readonly close: () => Promise<void>
}

/** @throws StoreUnusable with what is wrong with the folder. */
export async function openLevelMqtt (directory: string): Promise<MqttStore> {
  const database = await openFolder(directory, openClassicLevel)
  const persistence = new AsyncLevelPersistence(database)
  const entries = database as unknown as Database
  persistence.createRetainedStream = filter => new AsyncLevelPersistence(narrowed(entries, filter)).createRetainedStream(filter)
  persistence.createRetainedStreamCombi = filters => Readable.from(each(filters, filter => persistence.createRetainedStream(filter)))
  return { persistence, away: () => undefined, close: () => persistence.destroy() }
}

async function * each<T> (filters: readonly string[], read: (filter: string) => AsyncIterable<T>): AsyncGenerator<T> {
  for (const filter of filters) yield * read(filter)
}

const BUS_KIND = 'sessions'

/**
 * @param bus over which the nodes tell each other whose subscriptions changed
 * @throws StoreUnusable
 */
export async function openRedisMqtt (options: RedisStoreOptions, bus: Bus): Promise<MqttStore> {
  const keys = new Keys(options.tag)
  let persistence: RedisPersistence | undefined
  // The store beside it logs what there is to say of this Redis.
  const link = new Link(options, options.clock, silentLog, {
    prepare: async connection => {
      await checkFitness(connection, { keys, types: typesOf(new MqttKeys(keys.prefix)), place: nameOf(options), expiryEvents: options.expiryEvents, warn: () => {} })
      if (persistence === undefined) persistence = createRedisPersistence({ client: connection.client, prefix: keys.prefix, bus: announcements(bus) })
      else await persistence.reload(connection.client)
    },
    beat: staysPrimary,
    lost: () => {},
    back: () => {}
  })
  await link.open()
  // What fails here has ended the connection, and is read with the next.
  bus.onGap(() => { persistence?.reload().catch(() => {}) })
  return {
    persistence: persistence as unknown as RedisPersistence,
    away: () => link.connection === undefined ? link.away : undefined,
    close: () => link.close()
  }
}

function typesOf ({ retained, retainedTopics, sessions, sequence, wills }: MqttKeys): readonly KeyType[] {
  return [[retained, 'hash'], [retainedTopics, 'zset'], [sessions, 'set'], [sequence, 'string'], [wills, 'hash']]
}

function announcements (bus: Bus): { announce: (text: string) => void, onAnnounced: (listener: (text: string) => void) => void } {
  return {
    announce: text => bus.send(undefined, BUS_KIND, text),
    onAnnounced: listener => bus.listen(BUS_KIND, text => listener(text.toString()))
  }
}

/** Asked once a second, which also shows whether it still answers. */
export async function staysPrimary (connection: Connection): Promise<void> {
  const [role] = await connection.call<[string]>(['ROLE'])
  if (role !== 'master') connection.lose('Redis is a replica now, and takes no writes')
}
