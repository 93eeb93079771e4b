/**
 * Whether a Redis can be used: its version, its role, what this user may do,
 * whose keys are there. Nothing but our own keys is ever written, and those not
 * before all else is known to be right.
 */
import { ErrorReply } from 'redis'
import { StoreUnavailable, StoreUnusable } from '../store.js'
import type { Connection } from './connection.js'
import { FORMER_SCHEMAS, type Keys, OWNER, SCHEMA } from './keys.js'
import { lackingRights, unlessForbidden } from './rights.js'

export interface FitnessOptions {
  readonly keys: Keys
  /** Keys of ours that may be there, and what they must be then. */
  readonly types: readonly KeyType[]
  /** Where it is, as it is told to people. */
  readonly place: string
  /** What runs out is listened to. Default true. */
  readonly expiryEvents?: boolean | undefined
  /** How many must have a change before it is acknowledged. */
  readonly replicas?: number | undefined
  readonly warn: (details: object, message: string) => void
}

export type KeyType = readonly [key: string, type: string]
type Ask = <T>(...args: readonly string[]) => Promise<T>

const VERSION_MIN = 7
/** @throws StoreUnusable with what is wrong and what to do */
export async function checkFitness (connection: Connection, options: FitnessOptions): Promise<void> {
  const { keys, place } = options
  const ask: Ask = async (...args) => {
    try {
      return await connection.ask(args)
    } catch (error) {
      throw error instanceof ErrorReply ? new StoreUnusable(`${place}: ${advice(error.message)}`, { cause: error }) : error
    }
  }
  const info = await unlessForbidden(() => connection.ask<string>(['INFO']))
  if (info !== undefined) checkServer(parseInfo(info), options)
  await checkRights(connection, options)
  await checkKeys(ask, options)
  // At every start: shows that it takes writes, too.
  await ask('HSET', keys.meta(), 'owner', OWNER, 'schema', String(SCHEMA))
}

function checkServer (info: ReadonlyMap<string, string>, { place, replicas = 0, warn }: FitnessOptions): void {
  const version = info.get('redis_version') ?? 'unknown'
  // A version that can't be read is none.
  if (!(Number.parseInt(version) >= VERSION_MIN)) throw new StoreUnusable(`${place} is version ${version}; ${VERSION_MIN}.0 or newer is needed`)
  if (info.get('role') !== 'master') throw new StoreUnavailable(`${place} is a replica and takes no writes: give the primary, or the sentinels that know it`)
  if (info.get('loading') === '1') throw new StoreUnavailable(`${place} is still reading its data: try again later`)
  const policy = info.get('maxmemory_policy') ?? ''
  if (policy.startsWith('allkeys-')) throw new StoreUnusable(`${place} throws away keys when its memory is full (maxmemory-policy ${policy}), and with them acknowledged tasks: set maxmemory-policy noeviction`)
  if (info.get('aof_enabled') !== '1') warn({}, 'Redis keeps no append-only file (appendonly no): what was acknowledged since its last snapshot is lost if it is killed')
  const connected = Number(info.get('connected_slaves') ?? 0)
  if (connected < replicas) warn({ replicas: connected, wanted: replicas }, 'Redis has fewer replicas than must have a change before it is acknowledged: until there are more, nothing is')
}

async function checkRights (connection: Connection, { keys, place, expiryEvents = true }: FitnessOptions): Promise<void> {
  const { database = 0 } = connection.client.options
  const lacking = await lackingRights((...args) => connection.ask(args), { keys, expiryOf: expiryEvents ? database : undefined })
  if (lacking !== undefined) throw new StoreUnusable(`${place}: ${lacking}`)
}

async function checkKeys (ask: Ask, { keys, types, place }: FitnessOptions): Promise<void> {
  for (const [key, wanted] of [[keys.meta(), 'hash'] as const, ...types]) {
    const type = await ask<string>('TYPE', key)
    if (type !== 'none' && type !== wanted) throw new StoreUnusable(`${place}: the key ${key} is a ${type}, not one of ours: choose another tag for our keys, or remove it`, { option: 'tag' })
  }
  const [owner = null, schema = null] = await ask<(string | null)[]>('HMGET', keys.meta(), 'owner', 'schema')
  if (owner !== null && owner !== OWNER) throw new StoreUnusable(`${place}: the keys that begin with ${keys.prefix} are another program's (${owner}): choose another tag for ours`, { option: 'tag' })
  if (schema !== null && schema !== String(SCHEMA) && !FORMER_SCHEMAS.includes(schema)) throw new StoreUnusable(`${place}: ${keys.meta()} was written with schema ${schema}, this version knows ${SCHEMA}: start the version that wrote it, or choose another tag`, { option: 'tag' })
}

function advice (message: string): string {
  if (message.startsWith('OOM')) return `its memory is full, so that it takes no writes: raise maxmemory, or remove what is not needed (${message})`
  return message
}

function parseInfo (text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\r\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1)]
  }))
}
