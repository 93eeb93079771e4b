/**
 * The settings of the Redis store, and what they come to: the files they name
 * are read here. REDIS_URL is looked at only where Redis was asked for without
 * saying where: a variable that stands in many environments must not move the
 * store.
 */
import { hostname } from 'node:os'
import type { RedisStoreOptions } from '../../index.js'
import { CommandError, exitCodes } from '../exit.js'
import { contentOf } from './content.js'
import { duration, id, list, number, oneOf, text } from './kinds.js'
import { Invalid, type Setting, type Values, flagOf } from './setting.js'

const URL_TEXT = 'redis[s]://[user[:password]@]host[:port][/database]'

const address: Setting<string | boolean> = {
  value: 'url',
  bare: true,
  secret: true,
  default: false,
  about: 'keep everything in this Redis, which other nodes may share; without a URL in the one of REDIS_URL, else in this machine\'s',
  read (value) {
    if (value === true || value === 'true' || value === '1') return true
    if (value === false || value === 'false' || value === '0') return false
    if (isRedisUrl(value)) return value
    throw new Invalid(`must be ${URL_TEXT}, or true for the one in REDIS_URL`)
  }
}

export const redisSettings = {
  redis: address,
  redisTag: id({ default: 'orchestra', about: 'what our keys in Redis begin with; nodes with the same are one fleet' }),
  redisUsername: text({ about: 'user name for Redis' }),
  redisPasswordFile: text({ value: 'file', about: 'a file with the password for Redis' }),
  redisCa: text({ value: 'file', about: 'whom to trust for TLS (PEM), where it is no public authority' }),
  redisCert: text({ value: 'file', about: 'our own certificate for TLS (PEM)' }),
  redisKey: text({ value: 'file', about: 'its key (PEM)' }),
  redisSentinel: list({ value: 'host:port', about: 'a sentinel that knows the primary; several can be given' }),
  redisSentinelName: text({ value: 'name', default: 'mymaster', about: 'what the sentinels call the primary' }),
  redisWait: number(0, 100)({ default: 0, about: 'replicas that must have a change before it is acknowledged' }),
  // Everything else on the connection waits meanwhile, and after 3 s Redis counts as gone.
  redisWaitTimeout: duration(10, 2_000)({ default: 1_000, defaultText: '1s', about: 'time for these replicas; then the change is not acknowledged' }),
  redisExpiryEvents: oneOf('on', 'off')({ default: 'on', about: 'have Redis tell what runs out; off: found within a second' }),
  node: id({ about: 'what this node is called, the same after a restart (default: from host name and port)' })
}

export type RedisConfig = Values<typeof redisSettings>

/** What is said of Redis where there is none, and what is only half said. */
export function redisProblems (config: RedisConfig): string[] {
  const { redis, redisCert, redisKey } = config
  const keys = Object.keys(redisSettings) as (keyof typeof redisSettings)[]
  const idle = keys.filter(key => key !== 'redis' && String(config[key]) !== String(redisSettings[key].default))
  const problems: string[] = []
  if (redis === false && idle.length > 0) problems.push(`${idle.map(flagOf).join(', ')}: nothing is kept in Redis; say --redis, too`)
  if ((redisCert === undefined) !== (redisKey === undefined)) problems.push('--redis-cert, --redis-key: one needs the other')
  return problems
}

/** @throws CommandError with what can't be read */
export async function redisOptions (config: RedisConfig & { readonly port: number }, env: NodeJS.ProcessEnv): Promise<Omit<RedisStoreOptions, 'clock'>> {
  const { redis, redisTag, redisUsername, redisPasswordFile, redisSentinelName, redisWait, redisWaitTimeout, redisExpiryEvents, node, port } = config
  const url = redis === true ? urlIn(env) : String(redis)
  const password = await contentOf('redisPasswordFile', redisPasswordFile)
  const nodes = config.redisSentinel.map(addressOf)
  const tls = {
    ca: await contentOf('redisCa', config.redisCa),
    cert: await contentOf('redisCert', config.redisCert),
    key: await contentOf('redisKey', config.redisKey)
  }
  const isSecured = Object.values(tls).some(pem => pem !== undefined)
  const name = node ?? (port === 0 ? undefined : nodeName(hostname(), port))
  return {
    ...url !== undefined && { url },
    ...redisUsername !== undefined && { username: redisUsername },
    // As it is written by an editor, with a line's end.
    ...password !== undefined && { password: password.replace(/\r?\n$/, '') },
    ...isSecured && { tls },
    ...nodes.length > 0 && { sentinel: { name: redisSentinelName, nodes } },
    ...redisWait > 0 && { wait: { replicas: redisWait, timeoutMs: redisWaitTimeout } },
    ...name !== undefined && { node: name },
    tag: redisTag,
    expiryEvents: redisExpiryEvents === 'on'
  }
}

/** Of the characters of an id, and no longer than one. */
export function nodeName (host: string, port: number): string {
  const [plain = ''] = host.replace(/[^\w.-]+/g, '-').match(/[A-Za-z0-9].{0,56}/) ?? []
  return `${plain === '' ? 'node' : plain}-${port}`
}

function isRedisUrl (value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, pathname } = new URL(value)
  return /^rediss?:$/.test(protocol) && /^(\/\d*)?$/.test(pathname)
}

function urlIn ({ REDIS_URL: url = '' }: NodeJS.ProcessEnv): string | undefined {
  if (url === '') return undefined
  if (isRedisUrl(url)) return url
  throw new CommandError(exitCodes.usage, `REDIS_URL: must be ${URL_TEXT}`)
}

/** IPv6 in brackets. */
function addressOf (text: string): { host: string, port: number } {
  const [, host = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(text) ?? []
  if (host !== '' && Number(port) > 0 && Number(port) <= 65_535) return { host, port: Number(port) }
  throw new CommandError(exitCodes.usage, `--redis-sentinel: must be host:port, not ${JSON.stringify(text)}`)
}
