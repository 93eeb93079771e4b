/**
 * The embedded durable store over classic-level, for one process: open records
 * and all indexes in memory, larger parts and ended records on disk.
 */
import type { Store } from '../store.js'
import { LevelStore } from './level-store.js'
import type { LevelStoreOptions } from './level-store.js'

export type { LevelStoreOptions } from './level-store.js'

export function createLevelStore (options: LevelStoreOptions): Store {
  return new LevelStore(options)
}
