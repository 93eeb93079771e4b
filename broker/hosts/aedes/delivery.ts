/**
 * What Aedes gets wrong between an emitted message and its client, mended at
 * the edges that it leaves open. Each message goes once to a client, however
 * many of its subscriptions match; none is lost because a later one was
 * stored more quickly; and the queue of a stored session keeps nothing that
 * was acknowledged, or may not be delivered.
 */
import type { Client, PublishPacket } from 'aedes'
import { filterReaches } from './filters.js'
import { type Persistence, type Queued, nextId } from './deliver.js'

type Deliver = (packet: Numbered, done: () => void) => void

/** What we use of Aedes' client and packet, which is not in their types. */
type Served = Client & { duplicates: object, deliver0: Deliver, deliverQoS: Deliver, _nextId: number }
type Numbered = PublishPacket & { readonly brokerId?: string | null, readonly brokerCounter?: number, readonly messageId?: number }

/** In place of the highest number by broker: none is ever known. */
const NONE = new Proxy({}, { get: () => 0, set: () => true, deleteProperty: () => true })

/** While Aedes is asked to deliver through the queue of a stored session. */
let isQueued = false
/** What is under way to stored sessions without its retain flag. */
const hidden = new WeakMap<Client, Set<string>>()

/**
 * Aedes takes a message for a repetition unless its number is higher than that of the one before. But numbers are
 * given when a message comes, and it is passed on when it is stored: of two publishers the second may be the quicker.
 * All subscriptions of a client are served in one turn: what is repeated is the one that it got last.
 *
 * To one that is closed it goes on to write, and makes an error of each message. An error knows the `Immediate` that it was
 * made in, which is linked with all others of its turn, and so with the errors of the turn before: until a turn came without
 * one, nothing that the server had done since was freed.
 *
 * To be called before the client has subscribed to anything.
 */
export function serveOnce (client: Client): void {
  const served = client as Served
  const { deliver0, deliverQoS } = served
  let lastBroker: string | undefined
  let lastCounter = 0
  served.duplicates = NONE
  served.deliver0 = (packet, done) => { if (isNew(packet, done)) deliver0(packet, done) }
  served.deliverQoS = (packet, done) => {
    if (!isNew(packet, done)) return
    // Aedes would call the other one, for which it is a repetition.
    if (packet.qos === 0) return deliver0(packet, done)
    isQueued = !client.clean && typeof packet.brokerId === 'string'
    deliverQoS(packet, done)
    isQueued = false
  }

  function isNew ({ brokerId, brokerCounter = 0 }: Numbered, done: () => void): boolean {
    if (client.closed) {
      // What was retained comes one by one from a stream: through with it at once.
      if (!brokerId) done()
      else setImmediate(done)
      return false
    }
    // What was retained is in no queue, and has no number.
    if (!brokerId) return true
    if (brokerCounter === lastCounter && brokerId === lastBroker) {
      setImmediate(done)
      return false
    }
    lastBroker = brokerId
    lastCounter = brokerCounter
    return true
  }
}

/**
 * What is forwarded with its retain flag, as bridges ask for, Aedes does not find in the queue when it is
 * acknowledged: it goes there without the flag, and gets it back from `persist`.
 */
export function forward<P extends PublishPacket> (client: Client, packet: P): P {
  if (!isQueued || !packet.retain) return packet
  packet.retain = false
  const names = hidden.get(client) ?? new Set()
  hidden.set(client, names.add(nameOf(packet)))
  return packet
}

/** Changes the persistence of Aedes. */
export function persist (persistence: Persistence): void {
  const { outgoingClearMessageId: clear, outgoingUpdate: update, outgoingEnqueueCombi: enqueue } = persistence
  const nothing = Promise.resolve()
  persistence.outgoingEnqueueCombi = (subscriptions, packet) => enqueue.call(persistence, onePerClient(subscriptions, packet.topic), packet)
  persistence.outgoingUpdate = (client, packet) => {
    if (hidden.get(client)?.delete(nameOf(packet)) === true) packet.retain = true
    return inOrder(client, update.call(persistence, client, packet))
  }
  persistence.outgoingClearMessageId = (client, packet) => {
    // Nothing is stored for a clean session.
    if (client.clean && packet.cmd === 'puback') return nothing
    if (packet.cmd !== 'publish' || packet.messageId !== undefined) return clear.call(persistence, client, packet)
    // What may not be delivered has got no identifier: Aedes would remove the first that waits without one, or none.
    const named = Object.assign({}, packet, { messageId: nextId(client as Served) })
    return update.call(persistence, client, named).then(() => clear.call(persistence, client, named))
  }
}

/** By client: what is written before it is sent. */
const writing = new WeakMap<Client, Promise<unknown>>()

/** Aedes sends what is written, and of two writes the later may be the quicker. */
async function inOrder (client: Client, write: Promise<unknown>): Promise<unknown> {
  const before = writing.get(client)
  // Who sends is told of a failure, and nobody else.
  writing.set(client, Promise.allSettled([before, write]))
  if (before !== undefined) await Promise.allSettled([before, write])
  return await write
}

/** Whose queue a message goes to: once, and not because of a wildcard where the topic begins with $. */
function onePerClient (subscriptions: readonly Queued[], topic: string): readonly Queued[] {
  const reaching = topic.startsWith('$') ? subscriptions.filter(one => one.topic === undefined || filterReaches(one.topic.split('/'), topic)) : subscriptions
  if (reaching.length < 2) return reaching
  const best = new Map<string, Queued>()
  for (const one of reaching) if ((one.qos ?? 0) > (best.get(one.clientId)?.qos ?? -1)) best.set(one.clientId, one)
  return [...best.values()]
}

function nameOf ({ brokerId, brokerCounter }: Numbered): string {
  return `${brokerId} ${brokerCounter}`
}
