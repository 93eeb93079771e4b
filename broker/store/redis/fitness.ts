/**
 * Whether a Redis can be used: its version, its role, what this user may do,
 * whose keys are there. Nothing but our own keys is ever written.
 */
import { ErrorReply } from 'redis'
import type { Log } from '../../platform/log.js'
import { StoreUnavailable, StoreUnusable } from '../store.js'
import type { Connection } from './connection.js'
import { FIXED_KEYS, type Keys, OWNER, SCHEMA } from './keys.js'

const VERSION_MIN = 7

/** @throws StoreUnusable with what is wrong and what to do */
export async function checkFitness (connection: Connection, keys: Keys, place: string, log: Log): Promise<void> {
  const ask = async <T>(args: readonly string[], need: string): Promise<T> => {
    try {
      return await connection.client.sendCommand<unknown>(args) as T
    } catch (error) {
      throw error instanceof ErrorReply ? new StoreUnusable(`${place}: ${advice(error.message, need)}`, { cause: error }) : error
    }
  }
  const info = parseInfo(await ask<string>(['INFO'], 'info'))
  checkServer(info, place, log)
  await checkKeys(ask, keys, place)
  // Written at every start: shows that it takes writes, and scripts.
  await ask(['EVAL', "return redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'schema', ARGV[2])", '1', keys.meta(), OWNER, String(SCHEMA)], 'eval, evalsha and hset')
}

/**
 * Expiry events make lapses prompt; the sweep finds them anyway.
 * @returns whether they are on
 */
export async function switchOnExpiryEvents (connection: Connection, log: Log): Promise<boolean> {
  try {
    const { 'notify-keyspace-events': before = '' } = await connection.client.configGet('notify-keyspace-events')
    if (before.includes('E') && /[xA]/.test(before)) return true
    await connection.client.configSet('notify-keyspace-events', `${before}Ex`)
    return true
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error
    log.warn({ reason: error.message }, 'Redis does not tell what expires and its configuration may not be changed: lapses are found within a second; set notify-keyspace-events Ex to be told at once')
    return false
  }
}

function checkServer (info: ReadonlyMap<string, string>, place: string, log: Log): void {
  const version = info.get('redis_version') ?? ''
  if (Number.parseInt(version) < VERSION_MIN) throw new StoreUnusable(`${place} is version ${version}; ${VERSION_MIN}.0 or newer is needed`)
  if (info.get('role') !== 'master') throw new StoreUnavailable(`${place} is a replica and takes no writes: give the primary, or the sentinels that know it`)
  if (info.get('loading') === '1') throw new StoreUnavailable(`${place} is still reading its data`)
  const policy = info.get('maxmemory_policy') ?? ''
  if (policy.startsWith('allkeys-')) throw new StoreUnusable(`${place} throws away keys when its memory is full (maxmemory-policy ${policy}), and with them acknowledged tasks: set maxmemory-policy noeviction`)
  if (info.get('aof_enabled') !== '1') log.warn({}, 'Redis keeps no append-only file (appendonly no): what was acknowledged since its last snapshot is lost if it is killed')
}

async function checkKeys (ask: <T>(args: readonly string[], need: string) => Promise<T>, keys: Keys, place: string): Promise<void> {
  for (const [name, wanted] of Object.entries(FIXED_KEYS)) {
    const key = keys.fixed(name)
    const type = await ask<string>(['TYPE', key], 'type')
    if (type !== 'none' && type !== wanted) throw new StoreUnusable(`${place}: the key ${key} is a ${type}, not one of ours: choose another tag for our keys, or remove it`)
  }
  const [owner, schema] = await ask<(string | null)[]>(['HMGET', keys.meta(), 'owner', 'schema'], 'hmget')
  if (owner !== null && owner !== OWNER) throw new StoreUnusable(`${place}: the keys that begin with ${keys.prefix} are another program's (${owner}): choose another tag for ours`)
  if (schema !== null && schema !== String(SCHEMA)) throw new StoreUnusable(`${place}: ${keys.meta()} was written with schema ${schema}, this version knows ${SCHEMA}: start the version that wrote it, or choose another tag`)
}

function advice (message: string, need: string): string {
  if (message.startsWith('NOAUTH') || message.startsWith('WRONGPASS')) return `wrong or missing user name or password (${message})`
  if (message.startsWith('NOPERM')) return `this user may not use what we need (${need}): ${message}`
  if (message.startsWith('READONLY')) return `it is a replica and takes no writes: give the primary (${message})`
  return message
}

function parseInfo (text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\r\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1)]
  }))
}
