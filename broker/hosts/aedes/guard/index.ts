/*
 * Protection in front of Aedes 1.2: sizes, MQTT's own rules, numbers of connections, time to CONNECT, corked writes.
 * Call it before any listener is made from `aedes.handle`. It knows nothing of the orchestrator's topics.
 */
import type { Aedes, Client, PublishPacket } from 'aedes'
import { wrapHandle } from './limits.js'
import { listOnlyThoseWhoAreThere } from './registration.js'
import type { ProtectionOptions } from './options.js'

export type { ProtectionOptions } from './options.js'
export type { Timers } from './timers.js'
export { Rates, scopes, type Scope, type Shares } from './rates.js'
export { Refusal } from './guard.js'
export type { RefusalCode } from './guard.js'

/** Returns what undoes it for connections to come; those that are open stay guarded. */
export function protect (aedes: Aedes, options: ProtectionOptions = {}): () => void {
  const restoreHandle = wrapHandle(aedes, options)
  const restoreDrainTimeout = lowerDrainTimeout(aedes, options.drainTimeout ?? 5000)
  const restoreSubscriptions = storeSubscriptionsOnce(aedes)
  const restoreRegistration = listOnlyThoseWhoAreThere(aedes)
  flattenEmitter(aedes)
  return () => {
    restoreHandle()
    restoreDrainTimeout()
    restoreSubscriptions()
    restoreRegistration()
  }
}

/** Listens to everything and wants nothing of it: whoever asks what is listened to may leave it out. */
export function takeBreath (_packet: PublishPacket, done: () => void): void {
  setImmediate(done)
}

/**
 * While one client does not read, what others publish queues up in the emitter. Once that client is dropped, the emitter
 * takes each message of the queue out of the one before it, and thousands that nobody else wants overflow its stack: the
 * process ended. A listener to everything that answers later makes each of them begin on a stack of its own.
 * It stays: such a queue may be there when the protection ends.
 */
function flattenEmitter (aedes: Aedes): void {
  aedes.subscribe('#', takeBreath, () => {})
}

interface Persistence {
  addSubscriptions (client: Client, subscriptions: readonly object[]): Promise<unknown>
}

/**
 * Of a client with a stored session, Aedes stores all filters of a SUBSCRIBE for each of them again: 2,000 in one packet were
 * four million writes, half a minute and gigabytes.
 */
function storeSubscriptionsOnce (aedes: Aedes): () => void {
  const { persistence } = aedes as unknown as { persistence: Persistence }
  const before = persistence.addSubscriptions
  const stored = new WeakMap<readonly object[], Promise<unknown>>()
  persistence.addSubscriptions = (client, subscriptions) => {
    const known = stored.get(subscriptions) ?? before.call(persistence, client, subscriptions)
    stored.set(subscriptions, known)
    return known
  }
  return () => { persistence.addSubscriptions = before }
}

// Aedes reads it at every write that has to wait, but its types don't have it.
function lowerDrainTimeout (aedes: Aedes, drainTimeout: number): () => void {
  const { opts } = aedes as Aedes & { opts: { drainTimeout: number } }
  const former = opts.drainTimeout
  if (drainTimeout > 0 && (former === 0 || former > drainTimeout)) opts.drainTimeout = drainTimeout
  return () => { opts.drainTimeout = former }
}
