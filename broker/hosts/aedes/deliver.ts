/**
 * The short way of a directed message: to the client object, past the emitter
 * and the subscriptions of everybody else. With a stored session it goes
 * through Aedes' queue, so that it is sent again until it is acknowledged.
 */
import type { Aedes, Client, PublishPacket } from 'aedes'

/** What we use of Aedes' persistence, which is not in its types. */
export interface Persistence {
  subscriptionsByClient: (client: { id: string }) => Promise<{ topic: string, qos: number }[]>
  outgoingEnqueue: (subscription: { clientId: string }, packet: object) => Promise<unknown>
  createRetainedStreamCombi: (patterns: readonly string[]) => AsyncIterable<PublishPacket>
}

type Counting = Aedes & { counter: number, persistence: Persistence }

export function deliver (client: Client, packet: PublishPacket, queued: boolean): void {
  if (queued || client.clean) return client.publish(packet, noop)
  // A stored session, but a message that is worthless later: past its queue.
  const direct = client as Client & { deliver0: (packet: object, done: () => void) => void }
  direct.deliver0({ ...packet, qos: 0 }, noop)
}

/** For a session whose client is away. */
export async function enqueue (aedes: Aedes, clientId: string, packet: PublishPacket): Promise<void> {
  const broker = aedes as Counting
  const queued = { ...packet, brokerId: broker.id, brokerCounter: ++broker.counter, messageId: undefined }
  await broker.persistence.outgoingEnqueue({ clientId }, queued)
}

function noop (): void {}
