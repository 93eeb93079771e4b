/**
 * Whether a Redis can be used: its version, its role, what this user may do,
 * whose keys are there. Nothing but our own keys is ever written, and those not
 * before all else is known to be right.
 */
import { ErrorReply } from 'redis'
import { StoreUnavailable, StoreUnusable } from '../store.js'
import type { Connection } from './connection.js'
import { type Keys, OWNER, SCHEMA } from './keys.js'
import { missing } from './scripts/missing.js'

export interface FitnessOptions {
  readonly keys: Keys
  /** Keys of ours that may be there, and what they must be then. */
  readonly types: readonly KeyType[]
  /** Where it is, as it is told to people. */
  readonly place: string
  readonly warn: (details: object, message: string) => void
}

export type KeyType = readonly [key: string, type: string]
type Ask = <T>(...args: readonly string[]) => Promise<T>

const VERSION_MIN = 7
/** All that is ever sent, in a script or alone; KEY and CHANNEL stand for ours. */
const COMMANDS = [
  'evalsha 0 1 KEY', 'time', 'get KEY', 'getex KEY', 'set KEY x', 'del KEY', 'unlink KEY', 'exists KEY', 'incr KEY',
  'hget KEY x', 'hmget KEY x', 'hgetall KEY', 'hset KEY x x', 'hsetnx KEY x x', 'hdel KEY x', 'hexists KEY x', 'hscan KEY 0',
  'sadd KEY x', 'srem KEY x', 'scard KEY', 'smembers KEY', 'sscan KEY 0',
  'zadd KEY 0 x', 'zrem KEY x', 'zcard KEY', 'zcount KEY 0 1', 'zrange KEY 0 1', 'zrangebyscore KEY 0 1', 'zrangebylex KEY - +', 'zpopmin KEY',
  'publish CHANNEL x', 'subscribe CHANNEL', 'role', 'wait 0 0'
]

/** @throws StoreUnusable with what is wrong and what to do */
export async function checkFitness (connection: Connection, options: FitnessOptions): Promise<void> {
  const { keys, place } = options
  const ask: Ask = async (...args) => {
    try {
      return await connection.ask(args)
    } catch (error) {
      throw error instanceof ErrorReply ? new StoreUnusable(`${place}: ${advice(error.message, keys)}`, { cause: error }) : error
    }
  }
  checkServer(parseInfo(await ask<string>('INFO')), options)
  await checkRights(ask, options)
  await checkKeys(ask, options)
  // At every start: shows that it takes writes, too.
  await ask('HSET', keys.meta(), 'owner', OWNER, 'schema', String(SCHEMA))
}

function checkServer (info: ReadonlyMap<string, string>, { place, warn }: FitnessOptions): void {
  const version = info.get('redis_version') ?? 'unknown'
  // A version that can't be read is none.
  if (!(Number.parseInt(version) >= VERSION_MIN)) throw new StoreUnusable(`${place} is version ${version}; ${VERSION_MIN}.0 or newer is needed`)
  if (info.get('role') !== 'master') throw new StoreUnavailable(`${place} is a replica and takes no writes: give the primary, or the sentinels that know it`)
  if (info.get('loading') === '1') throw new StoreUnavailable(`${place} is still reading its data: try again later`)
  const policy = info.get('maxmemory_policy') ?? ''
  if (policy.startsWith('allkeys-')) throw new StoreUnusable(`${place} throws away keys when its memory is full (maxmemory-policy ${policy}), and with them acknowledged tasks: set maxmemory-policy noeviction`)
  if (info.get('aof_enabled') !== '1') warn({}, 'Redis keeps no append-only file (appendonly no): what was acknowledged since its last snapshot is lost if it is killed')
}

async function checkRights (ask: Ask, { keys, place }: FitnessOptions): Promise<void> {
  const lacking = await ask<string[]>('EVAL', missing, '1', keys.prefix, keys.bus(), ...COMMANDS)
  if (lacking.length === 0) return
  throw new StoreUnusable(`${place}: this user may not use ${lacking.join(', ')}, or not on our keys and channels: ${grant(keys, lacking)}`)
}

async function checkKeys (ask: Ask, { keys, types, place }: FitnessOptions): Promise<void> {
  for (const [key, wanted] of [[keys.meta(), 'hash'] as const, ...types]) {
    const type = await ask<string>('TYPE', key)
    if (type !== 'none' && type !== wanted) throw new StoreUnusable(`${place}: the key ${key} is a ${type}, not one of ours: choose another tag for our keys, or remove it`)
  }
  const [owner = null, schema = null] = await ask<(string | null)[]>('HMGET', keys.meta(), 'owner', 'schema')
  if (owner !== null && owner !== OWNER) throw new StoreUnusable(`${place}: the keys that begin with ${keys.prefix} are another program's (${owner}): choose another tag for ours`)
  if (schema !== null && schema !== String(SCHEMA)) throw new StoreUnusable(`${place}: ${keys.meta()} was written with schema ${schema}, this version knows ${SCHEMA}: start the version that wrote it, or choose another tag`)
}

function advice (message: string, keys: Keys): string {
  const [, command] = /'([\w|]+)' command/.exec(message) ?? []
  if (message.startsWith('NOPERM')) return `this user may not use ${command ?? 'our keys'}: ${grant(keys, command === undefined ? [] : [command])}`
  return message
}

function grant (keys: Keys, commands: readonly string[]): string {
  return ['ACL SETUSER <user>', ...keys.patterns(), ...commands.map(command => `+${command}`)].join(' ')
}

function parseInfo (text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\r\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1)]
  }))
}
