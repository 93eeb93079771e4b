/**
 * Where a server keeps what: the orchestrator's store, which it opens itself,
 * and the one of ordinary MQTT, which is open already. Both are in the same
 * place, so that one thing is backed up, and one thing can be away.
 */
import { join } from 'node:path'
import { type Log, type Store, createLevelStore, createMemoryStore, createRedisStore, systemClock } from '../index.js'
import { type MqttStore, openLevelMqtt, openRedisMqtt } from './mqtt-store.js'
import { redisOptions } from './settings/redis.js'
import type { ServeConfig } from './settings/serve.js'

export interface Stores {
  readonly store: Store
  /** Absent: in memory. */
  readonly mqtt?: MqttStore
}

export const defaultDataDirectory = 'orchestra-data'

/** @throws StoreUnusable, CommandError */
export async function openStores (config: ServeConfig, env: NodeJS.ProcessEnv, log: Log): Promise<Stores> {
  const { memory, redis, data = defaultDataDirectory, maxEnded } = config
  const options = { clock: systemClock(), endedMax: maxEnded }
  if (memory) return { store: createMemoryStore(options) }
  if (redis === false) {
    return { store: createLevelStore({ ...options, directory: join(data, 'orchestra') }), mqtt: await openLevelMqtt(join(data, 'mqtt')) }
  }
  const settings = { ...await redisOptions(config, env), ...options, log }
  const store = createRedisStore(settings)
  return { store, mqtt: await openRedisMqtt(settings, store.bus) }
}

/** In one word, for /healthz and the log. */
export function kindOf ({ memory, redis }: Pick<ServeConfig, 'memory' | 'redis'>): 'memory' | 'redis' | 'embedded' {
  if (memory) return 'memory'
  return redis === false ? 'embedded' : 'redis'
}
