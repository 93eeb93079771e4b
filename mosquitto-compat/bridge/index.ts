/** Opens bridges and connects them with this broker. */
import { join } from 'node:path'
import { openClassicLevel, openFolder } from '../../broker/store/level/database.js'
import { Bridge, type Surroundings } from './bridge.js'
import { type BridgeOptions, defaults } from './options.js'
import type { Outbox } from './outbox.js'
import { type Bounds, Queue } from './queue.js'

export { type BridgeOptions, type BridgeTopic, bridgeProblems } from './options.js'
export type { Bridge } from './bridge.js'
export type { BridgeState, Local, Published } from './local.js'
export type { Outbox } from './outbox.js'
export type { Bounds } from './queue.js'

export interface OpenOptions extends Omit<Surroundings, 'queue'> {
  /** Each bridge has its queue in a folder of its name in here; absent: in memory. */
  readonly directory?: string | undefined
  /** In place of these: a queue that several nodes share. */
  readonly queue?: ((options: BridgeOptions, bounds: Bounds) => Outbox) | undefined
}

/** @throws StoreUnusable where its folder can't be had */
export async function openBridge (options: BridgeOptions, { directory, queue, ...around }: OpenOptions): Promise<Bridge> {
  const { name, queueMessages: messages = defaults.queueMessages, queueBytes: bytes = defaults.queueBytes } = options
  const bounds = { messages, bytes }
  if (queue !== undefined) return new Bridge(options, { ...around, queue: queue(options, bounds) })
  const database = directory === undefined ? undefined : await openFolder(join(directory, name), openClassicLevel)
  const tellSpoiled = (key: string): void => around.log.error({ bridge: name, folder: database?.location, key }, 'a message that waits to cross can not be read: it is set aside in the folder of the queue, and does not cross')
  return new Bridge(options, { ...around, queue: new Queue(bounds, database, tellSpoiled) })
}
