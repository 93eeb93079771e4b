/** Opens bridges and connects them with this broker. */
import { join } from 'node:path'
import { openClassicLevel, openFolder } from '../../broker/store/level/database.js'
import { Bridge, type Surroundings } from './bridge.js'
import type { BridgeOptions } from './options.js'

export { type BridgeOptions, type BridgeTopic, bridgeProblems } from './options.js'
export type { Bridge, BridgeState, Local, Published } from './bridge.js'

export interface OpenOptions extends Omit<Surroundings, 'database'> {
  /** Each bridge has its queue in a folder of its name in here; absent: in memory. */
  readonly directory?: string | undefined
}

/** @throws StoreUnusable where its folder can't be had */
export async function openBridge (options: BridgeOptions, { directory, ...around }: OpenOptions): Promise<Bridge> {
  const database = directory === undefined ? undefined : await openFolder(join(directory, options.name), openClassicLevel)
  return new Bridge(options, { ...around, database })
}
