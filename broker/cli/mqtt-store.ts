/**
 * Where ordinary MQTT is kept: retained messages, persistent sessions and their
 * queues. Opened like the orchestrator's own database, with the same lock and
 * the same words for what can be wrong with a folder.
 */
import AsyncLevelPersistence from 'aedes-persistence-level/asyncPersistence.js'
import { openClassicLevel, openFolder } from '../store/level/database.js'

export type MqttStore = AsyncLevelPersistence

/** @throws StoreUnusable with what is wrong with the folder. */
export async function openMqttStore (directory: string): Promise<MqttStore> {
  return new AsyncLevelPersistence(await openFolder(directory, openClassicLevel))
}
