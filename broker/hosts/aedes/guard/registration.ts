/*
 * Aedes lists a client once its session is read. Who has gone by then was listed for ever, and counted as connected; with
 * the id of another it took that other off the list, or cut it off. Each flood of short connections left thousands behind.
 */
import type { Aedes, Client } from 'aedes'

interface Registry {
  readonly clients: Readonly<Record<string, Client>>
  registerClient: (client: Client) => void
  _finishRegisterClient: (client: Client) => void
  unregisterClient: (client: Client) => void
}

/** Returns what undoes it. */
export function listOnlyThoseWhoAreThere (aedes: Aedes): () => void {
  const registry = aedes as unknown as Registry
  const { registerClient: takeOver, _finishRegisterClient: list, unregisterClient: strike } = registry
  registry.registerClient = client => {
    if (!client.closed) takeOver.call(registry, client)
  }
  // Whoever had its id before was closed first, which takes a while, too.
  registry._finishRegisterClient = client => {
    if (!client.closed) list.call(registry, client)
  }
  registry.unregisterClient = client => {
    if (registry.clients[client.id] === client) strike.call(registry, client)
  }
  return () => {
    registry.registerClient = takeOver
    registry._finishRegisterClient = list
    registry.unregisterClient = strike
  }
}
