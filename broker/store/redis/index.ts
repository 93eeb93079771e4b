/** The store over Redis, for any number of nodes. */
import { RedisStore, type RedisStoreOptions } from './redis-store.js'

export type { RedisStoreOptions } from './redis-store.js'
export type { RedisStore } from './redis-store.js'

export function createRedisStore (options: RedisStoreOptions): RedisStore {
  return new RedisStore(options)
}
