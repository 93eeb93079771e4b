/**
 * The record of a device: what it said of itself at birth, and what people said
 * of it. What it executes is not in it: that is derived from the tasks that name it.
 */
import type { Params } from '../../schemas/index.js'
import { DEFAULT_QUEUE } from './queue.js'
import type { StoredRecord } from './records.js'

export type Presence = 'online' | 'offline'

export interface Cordon {
  readonly by: string
  readonly at: number
  readonly reason?: string
}

export interface DeviceFunction {
  readonly name: string
  readonly description?: string
  readonly params?: Params
  readonly result?: Params
  readonly kind?: 'single' | 'forever'
}

export interface Device extends StoredRecord {
  readonly state: Presence
  /** The orchestrator node of its newest birth, which claims for it; absent where there is but one. */
  readonly node?: string
  /** Grows with every start of the device. */
  readonly session: number
  readonly functions: readonly (string | DeviceFunction)[]
  /** Those whose tasks it takes; absent: the default one alone. */
  readonly queues?: readonly string[]
  /** How many offers and leases it takes together. */
  readonly capacity: number
  readonly labels?: Readonly<Record<string, string>>
  readonly interfaces?: readonly string[]
  readonly platform?: Readonly<Record<string, unknown>>
  /** 0: presence never ends by silence. */
  readonly heartbeatMs: number
  readonly mode: 'push' | 'pull'
  readonly begin: 'explicit' | 'implied'
  readonly replies: 'all' | 'rejections'
  /** Bytes; nothing larger is sent to it. */
  readonly maxPacket?: number
  readonly cordoned?: Cordon
  /** When it came or went. */
  readonly since: number
  /** End of its presence, unless it speaks: the store's touched deadline may be later. */
  readonly deadline?: number
}

/** Each in percent. */
export interface Load {
  readonly cpu?: number
  readonly memory?: number
  readonly battery?: number
}

export function serves ({ queues }: Device, queue = DEFAULT_QUEUE): boolean {
  return queues === undefined ? queue === DEFAULT_QUEUE : queues.includes(queue)
}

export function functionNames (device: Device): string[] {
  return device.functions.map(entry => typeof entry === 'string' ? entry : entry.name)
}

/** What the args of a function must be like, as this device says; undefined where it says nothing, or does not offer it. */
export function paramsOf (device: Device, name: string): Params | undefined {
  for (const entry of device.functions) if (typeof entry !== 'string' && entry.name === name) return entry.params
  return undefined
}

/** How long one sign of life counts; undefined where silence never ends it. */
export function presenceMs (device: Device): number | undefined {
  return device.heartbeatMs === 0 ? undefined : device.heartbeatMs * PRESENCE_HEARTBEATS
}

/** Two heartbeats may get lost or late before a device counts as gone. */
const PRESENCE_HEARTBEATS = 2.5
