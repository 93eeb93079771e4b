/*
 * What the protection can be told, with the reason for each default. Times are in milliseconds, sizes in bytes.
 * Only values: nothing here acts.
 */
import type { PacketLimits } from './inspector.js'
import type { Refusal } from './guard.js'
import type { Rates } from './rates.js'
import type { Timers } from './timers.js'

export interface ProtectionOptions {
  /**
   * Largest packet, in bytes, header included. Default 256 KiB: twice the contract's largest payload, so that who goes
   * beyond that by a little is told by a rejection, and only who floods loses the connection.
   */
  readonly maxPacket?: number
  /**
   * Largest CONNECT packet, in bytes. Default 72 KiB: the largest will payload that MQTT can express, and 8 KiB for its
   * topic, the names and a password, which may be a token. Never more than `maxPacket`.
   */
  readonly maxConnect?: number
  /** Connections altogether. Default 10,000. */
  readonly maxConnections?: number
  /**
   * Connections from one address. Default 1,000, which a site behind one router stays under, and without a limit for
   * loopback and for streams without address, since proxies and test rigs come from there. A number given counts for all.
   */
  readonly maxConnectionsPerAddress?: number
  /** Time, in ms, within which the whole CONNECT must be there. Default 5,000. */
  readonly connectTimeout?: number
  /**
   * Bytes that may wait for one client that reads more slowly than it is sent. Default 16 MiB: many times what a fleet's
   * burst of replies takes, and all that a client costs which asks without reading.
   */
  readonly maxUnread?: number
  /**
   * Time, in ms, after which a client that does not read what it is sent is dropped, for until then all others on its topics
   * wait. Default 5,000; a lower one given to Aedes itself stays. 0 leaves Aedes as it is (60,000).
   */
  readonly drainTimeout?: number
  /** Told of every connection that is closed or turned away by the protection, for the log. */
  readonly onRefused?: (reason: Refusal, remoteAddress: string | undefined) => void
  /** How much may come in. Default: as much as there is. */
  readonly rates?: Rates | undefined
  readonly timers?: Timers
  /** Counts what comes, by the first byte of each packet. Default: nobody counts. */
  readonly received?: Float64Array
}

export interface ResolvedOptions extends PacketLimits {
  readonly maxUnread: number
  readonly maxConnections: number
  readonly maxConnectionsFrom: (address: string | undefined) => number
  readonly connectTimeout: number
  readonly onRefused: (reason: Refusal, remoteAddress: string | undefined) => void
  readonly rates: Rates | undefined
  readonly timers: Timers
}

const KiB = 1024

const systemTimers: Timers = {
  setTimeout: (run, delayMs) => setTimeout(run, delayMs),
  clearTimeout: timer => clearTimeout(timer as NodeJS.Timeout)
}

export function resolveOptions (options: ProtectionOptions): ResolvedOptions {
  const maxPacket = options.maxPacket ?? 256 * KiB
  return {
    maxPacket,
    maxConnect: Math.min(options.maxConnect ?? 72 * KiB, maxPacket),
    received: options.received,
    maxUnread: options.maxUnread ?? 16 * KiB * KiB,
    maxConnections: options.maxConnections ?? 10_000,
    maxConnectionsFrom: address => options.maxConnectionsPerAddress ?? (isLocal(address) ? Infinity : 1000),
    connectTimeout: options.connectTimeout ?? 5000,
    onRefused: options.onRefused ?? (() => {}),
    rates: options.rates,
    timers: options.timers ?? systemTimers
  }
}

function isLocal (address: string | undefined): boolean {
  return address === undefined || address === '::1' || address.startsWith('127.')
}
