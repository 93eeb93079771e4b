/*
 * How many connections there may be, altogether and from one address, and how long one may take to send CONNECT: strangers
 * cost memory and descriptors before anyone knows who they are. It counts and closes; what is inside of a connection is the
 * guard's matter.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Aedes } from 'aedes'
import { guard, Refusal } from './guard.js'
import type { ProtectionOptions, ResolvedOptions } from './options.js'
import { resolveOptions } from './options.js'

type Handle = Aedes['handle']

/** Replaces `aedes.handle`; call it before listeners are made from it. Returns what puts the old one back. */
export function wrapHandle (aedes: Aedes, options: ProtectionOptions = {}): () => void {
  const settings = resolveOptions(options)
  const count = createCounter(settings)
  const handle = aedes.handle
  let released = false

  const protectedHandle = (conn: Duplex, request?: IncomingMessage) => {
    if (released || conn.destroyed) return handle(conn, request)
    const address = remoteAddress(conn, request)
    const reason = count.refuse(address) ?? tooSoon(address, settings)
    if (reason !== undefined) return turnAway(conn, reason, address, settings)
    conn.once('close', count.add(address))
    protect(conn, address, settings)
    return handle(conn, request)
  }
  // Nobody uses what `handle` returns, and for one that is turned away there is no client.
  aedes.handle = protectedHandle as Handle

  return () => {
    released = true
    if (aedes.handle === protectedHandle) aedes.handle = handle
  }
}

function protect (conn: Duplex, address: string | undefined, settings: ResolvedOptions): void {
  const { timers, connectTimeout } = settings
  const onRefused = (reason: Refusal) => settings.onRefused(reason, address)

  const timer = timers.setTimeout(() => {
    const reason = new Refusal('connect-timeout', `no CONNECT within ${connectTimeout} ms`)
    onRefused(reason)
    conn.destroy(reason)
  }, connectTimeout)
  const onConnect = () => timers.clearTimeout(timer)

  const line = settings.rates?.open(conn, address ?? '', timers)

  conn.once('close', () => {
    onConnect()
    line?.close()
  })
  guard(conn, { ...settings, line, onConnect, onRefused })
}

function tooSoon (address: string | undefined, { rates }: ResolvedOptions): Refusal | undefined {
  if (rates === undefined || (rates.mayConnect('address', address ?? '') && rates.mayConnect('all', ''))) return undefined
  return new Refusal('too-many-connects', 'more connections a second than may begin')
}

function turnAway (conn: Duplex, reason: Refusal, address: string | undefined, settings: ResolvedOptions): undefined {
  settings.onRefused(reason, address)
  conn.on('error', () => {})
  conn.destroy()
  return undefined
}

interface Counter {
  refuse (address: string | undefined): Refusal | undefined
  /** Counts a connection; the function returned is called once, when it is gone. */
  add (address: string | undefined): () => void
}

function createCounter (settings: ResolvedOptions): Counter {
  const byAddress = new Map<string | undefined, number>()
  let all = 0

  const change = (address: string | undefined, by: 1 | -1) => {
    all += by
    const ofAddress = (byAddress.get(address) ?? 0) + by
    if (ofAddress === 0) byAddress.delete(address)
    else byAddress.set(address, ofAddress)
  }

  return {
    refuse (address) {
      if (all >= settings.maxConnections) {
        return new Refusal('too-many-connections', `more than maxConnections ${settings.maxConnections}`)
      }
      const limit = settings.maxConnectionsFrom(address)
      if ((byAddress.get(address) ?? 0) < limit) return undefined
      return new Refusal('too-many-connections-from-address', `more than maxConnectionsPerAddress ${limit}`)
    },

    add (address) {
      change(address, 1)
      return () => change(address, -1)
    }
  }
}

/** Of a WebSocket the request knows it, not the stream. An IPv4 address counts as the same in its IPv6 form. */
export function remoteAddress (conn: Duplex, request?: IncomingMessage): string | undefined {
  const own = 'remoteAddress' in conn && typeof conn.remoteAddress === 'string' ? conn.remoteAddress : undefined
  return (own ?? request?.socket.remoteAddress)?.replace(/^::ffff:/, '')
}
