/**
 * Where a server keeps what: the orchestrator's store, which it opens itself,
 * and the one of ordinary MQTT, which is open already. Both are in the same
 * place, so that one thing is backed up, and one thing can be away.
 */
import { join, resolve } from 'node:path'
import { type Log, type RedisStoreOptions, type Store, createLevelStore, createMemoryStore, createRedisStore, systemClock } from '../index.js'
import { type MqttStore, openLevelMqtt, openRedisMqtt } from './mqtt-store.js'
import { nameOf } from '../store/redis/settings.js'
import { redisOptions } from './settings/redis.js'
import type { ServeConfig, StoreConfig } from './settings/serve.js'

export interface Stores {
  readonly store: Store
  /** Absent: in memory. */
  readonly mqtt?: MqttStore
}

export const defaultDataDirectory = 'orchestra-data'

/** @throws StoreUnusable, CommandError */
export async function openStores (config: ServeConfig, env: NodeJS.ProcessEnv, log: Log): Promise<Stores> {
  const { redis, data = defaultDataDirectory } = config
  if (redis === false) return config.memory ? { store: localStore(config) } : { store: localStore(config), mqtt: await openLevelMqtt(join(data, 'mqtt')) }
  const settings = await sharedOptions(config, env, log)
  const store = createRedisStore(settings)
  return { store, mqtt: await openRedisMqtt(settings, store.bus) }
}

/** The orchestrator's alone, for a broker that keeps its own. @throws CommandError */
export async function createStore (config: StoreConfig, env: NodeJS.ProcessEnv, log: Log): Promise<Store> {
  return config.redis === false ? localStore(config) : createRedisStore(await sharedOptions({ ...config, port: 0 }, env, log))
}

function localStore ({ memory, data = defaultDataDirectory, maxEnded }: StoreConfig): Store {
  const options = { clock: systemClock(), endedMax: maxEnded }
  return memory ? createMemoryStore(options) : createLevelStore({ ...options, directory: join(data, 'orchestra') })
}

/** Of everything that is kept in Redis. @throws CommandError */
export async function sharedOptions (config: StoreConfig & { readonly port: number }, env: NodeJS.ProcessEnv, log: Log): Promise<RedisStoreOptions & { readonly log: Log }> {
  return { ...await redisOptions(config, env), clock: systemClock(), endedMax: config.maxEnded, log }
}

/** In one word, for /healthz and the log. */
export function kindOf ({ memory, redis }: Pick<ServeConfig, 'memory' | 'redis'>): 'memory' | 'redis' | 'embedded' {
  if (memory) return 'memory'
  return redis === false ? 'embedded' : 'redis'
}

/** For people, and without a password. @throws CommandError */
export async function placeOf (config: StoreConfig & { readonly port: number }, env: NodeJS.ProcessEnv): Promise<string> {
  const { redis, memory, data = defaultDataDirectory } = config
  if (redis !== false) return nameOf(await redisOptions(config, env))
  return memory ? 'memory' : resolve(data)
}
