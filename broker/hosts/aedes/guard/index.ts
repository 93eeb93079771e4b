/*
 * Protection in front of Aedes 1.2: sizes, MQTT's own rules, numbers of connections, time to CONNECT, corked writes.
 * Call it before any listener is made from `aedes.handle`. It knows nothing of the orchestrator's topics.
 */
import type { Aedes } from 'aedes'
import { wrapHandle } from './limits.js'
import type { ProtectionOptions } from './options.js'

export type { ProtectionOptions, Timers } from './options.js'
export { Refusal } from './guard.js'
export type { RefusalCode } from './guard.js'

/** Returns what undoes it for connections to come; those that are open stay guarded. */
export function protect (aedes: Aedes, options: ProtectionOptions = {}): () => void {
  const restoreHandle = wrapHandle(aedes, options)
  const restoreDrainTimeout = lowerDrainTimeout(aedes, options.drainTimeout ?? 5000)
  return () => {
    restoreHandle()
    restoreDrainTimeout()
  }
}

// Aedes reads it at every write that has to wait, but its types don't have it.
function lowerDrainTimeout (aedes: Aedes, drainTimeout: number): () => void {
  const { opts } = aedes as Aedes & { opts: { drainTimeout: number } }
  const former = opts.drainTimeout
  if (drainTimeout > 0 && (former === 0 || former > drainTimeout)) opts.drainTimeout = drainTimeout
  return () => { opts.drainTimeout = former }
}
