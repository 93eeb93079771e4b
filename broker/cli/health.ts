/**
 * Whether what comes now can be stored: asked by whoever watches the server,
 * and when it ends. It only looks; nothing is tried.
 */
import type { Store } from '../index.js'
import type { MqttStore } from './mqtt-store.js'

/** A store that takes longer than this to write is not ready to take more. */
const READY_MS = 2_000

/** Why nothing can be stored now; undefined where all is well. @param mqtt where ordinary MQTT is kept, if anywhere */
export async function problemOf (store: Store, mqtt?: MqttStore): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  try {
    await Promise.race([store.flushed(), new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the store has not written for ${READY_MS} ms`)), READY_MS)
    })])
    return mqtt?.away() ?? store.refusal?.()
  } catch (error) {
    return error
  } finally {
    clearTimeout(timer)
  }
}
