/** How a Redis is reached. Nothing here connects. */
import type { ConnectionOptions } from 'node:tls'
import type { RedisClientOptions } from 'redis'

export interface RedisAddress {
  readonly host: string
  readonly port: number
}

export interface RedisSettings {
  /** `redis[s]://[[user][:password]@]host[:port][/database]`. With sentinels, its host and port are not used. Default: this machine, 6379. */
  readonly url?: string
  /** Instead of those in the URL. */
  readonly username?: string
  readonly password?: string
  /** For `rediss:` and for what the URL can't say: ca, cert, key, servername … */
  readonly tls?: ConnectionOptions
  /** Asks these for the primary, at every connect. */
  readonly sentinel?: {
    readonly name: string
    readonly nodes: readonly RedisAddress[]
    readonly username?: string
    readonly password?: string
  }
}

/** Long enough for a slow network, short against the time in which a node should be back. */
const CONNECT_TIMEOUT_MS = 2_000
const DEFAULT_URL = 'redis://127.0.0.1:6379'

/** To `address`, or to where the URL says. */
export function clientOptions ({ url = DEFAULT_URL, username, password, tls }: RedisSettings, address?: RedisAddress): RedisClientOptions {
  const parsed = new URL(url)
  const { hostname, port, pathname } = parsed
  const { host = hostname.replace(/^\[|\]$/g, ''), port: portNumber = port === '' ? 6379 : Number(port) } = address ?? {}
  const user = username ?? decodeURIComponent(parsed.username)
  const secret = password ?? decodeURIComponent(parsed.password)
  return {
    ...common,
    ...user !== '' && { username: user },
    ...secret !== '' && { password: secret },
    database: pathname.length > 1 ? Number(pathname.slice(1)) : 0,
    socket: { ...socket, host, port: portNumber, ...secured(url, tls) }
  }
}

export function sentinelOptions ({ url = DEFAULT_URL, sentinel, tls }: RedisSettings, { host, port }: RedisAddress): RedisClientOptions {
  const { username, password } = sentinel ?? {}
  return {
    ...common,
    ...username !== undefined && { username },
    ...password !== undefined && { password },
    socket: { ...socket, socketTimeout: CONNECT_TIMEOUT_MS, host, port, ...secured(url, tls) }
  }
}

function secured (url: string, tls: ConnectionOptions | undefined): ConnectionOptions & { tls?: true } {
  return isSecured({ url, ...tls !== undefined && { tls } }) ? { ...tls, tls: true } : {}
}

export function isSecured ({ url = DEFAULT_URL, tls }: RedisSettings): boolean {
  return url.startsWith('rediss:') || tls !== undefined
}

/** Where it is, without its secrets. */
export function nameOf ({ url = DEFAULT_URL, sentinel }: RedisSettings): string {
  if (sentinel !== undefined) return `the Redis ${sentinel.name} of ${sentinel.nodes.length} sentinels`
  const { host, pathname } = new URL(url)
  return `Redis at ${host}${pathname.length > 1 ? pathname : ''}`
}

// A lost connection is the store's business: nothing is sent again behind its back.
const socket = { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: false as const, noDelay: true }

const common: RedisClientOptions = {
  RESP: 3,
  disableOfflineQueue: true,
  disableClientInfo: true,
  maintNotifications: 'disabled',
  // A timer for each command costs more than the command: the watchdog looks at all of them at once.
  commandOptions: { timeout: undefined } as unknown as NonNullable<RedisClientOptions['commandOptions']>
}
