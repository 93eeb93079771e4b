/**
 * The short way of a directed message: written to the connection itself, past
 * the emitter and the subscriptions of everybody else. With a stored session it
 * goes through Aedes' queue, so that it is sent again until it is acknowledged.
 */
import type { Duplex } from 'node:stream'
import type { Aedes, Client, PublishPacket } from 'aedes'

/** Whose queue; because of which of its subscriptions, where Aedes has found it. */
export interface Queued { readonly clientId: string, readonly topic?: string, readonly qos?: number }

/** What we use of Aedes' persistence, which is not in its types. */
export interface Persistence {
  subscriptionsByClient: (client: { id: string }) => Promise<{ topic: string, qos: number }[]>
  subscriptionsByTopic: (topic: string) => Promise<{ clientId: string, topic: string, qos: number }[]>
  outgoingEnqueueCombi: (subscriptions: readonly Queued[], packet: PublishPacket | (Omit<PublishPacket, 'messageId'> & { messageId?: undefined })) => Promise<unknown>
  outgoingEnqueue: (subscription: { clientId: string }, packet: object) => Promise<unknown>
  outgoingUpdate: (client: Client, packet: PublishPacket) => Promise<unknown>
  outgoingClearMessageId: (client: Client, packet: (PublishPacket & { messageId?: number | undefined }) | { cmd: 'puback' | 'pubcomp' }) => Promise<unknown>
  createRetainedStreamCombi: (patterns: readonly string[]) => AsyncIterable<PublishPacket>
}

type Counting = Aedes & { counter: number, persistence: Persistence }

/** What we use of Aedes' client, which is not in its types. */
type Inner = Client & {
  readonly conn: Duplex
  readonly connackSent: boolean
  _nextId: number
  waitForDrain: (done: () => void) => void
}

const PUBLISH = 0x30
const QOS_1 = 0x02
const PUBACK = 0x40
const PACKET_ID_MAX = 65_535

/**
 * Straight to the connection, in the order of the calls. With QoS 1 nothing is
 * kept for sending again: that is for clean sessions, which end with their
 * connection, and what is lost is derived from the state again.
 */
export function deliver (client: Client, topic: string, payload: string | Buffer, qos: 0 | 1): void {
  const inner = client as Inner
  if (!inner.connackSent || !inner.conn.writable) return
  // Who does not read is dropped after Aedes' drainTimeout, as if Aedes had written.
  if (!inner.conn.write(publishBytes(topic, payload, qos === 0 ? undefined : nextId(inner)))) inner.waitForDrain(noop)
}

/** PUBACK (MQTT 3.1.1, 3.4). `done` waits while the client does not read: then nothing is read from it either. */
export function acknowledge (client: Client, packetId: number, done: () => void): void {
  const { conn } = client as Inner
  const isRoomLeft = !conn.writable || conn.write(pubackBytes(packetId))
  // Never at once: Aedes' parser, which called us, must have come to its end.
  if (isRoomLeft) process.nextTick(done)
  else (client as Inner).waitForDrain(done)
}

function pubackBytes (packetId: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes[0] = PUBACK
  bytes[1] = 2
  bytes[2] = packetId >> 8
  bytes[3] = packetId & 0xff
  return bytes
}

/** The last message under way to each client with a stored session. */
const underWay = new WeakMap<Client, Promise<void>>()

/** Into the queue of a session that is connected, one after the other, so that they stay in their order. */
export function deliverQueued (aedes: Aedes, client: Client, packet: PublishPacket): Promise<void> {
  const next = (): Promise<void> => new Promise(resolve => client.publish(numbered(aedes, packet), () => resolve()))
  const last = (underWay.get(client) ?? Promise.resolve()).then(next)
  underWay.set(client, last)
  return last
}

/** For a session whose client is away. */
export async function enqueue (aedes: Aedes, clientId: string, packet: PublishPacket): Promise<void> {
  await (aedes as Counting).persistence.outgoingEnqueue({ clientId }, { ...numbered(aedes, packet), messageId: undefined })
}

/** By which it is found in the queue: on their own, apart from what goes through the emitter. */
function numbered (aedes: Aedes, packet: PublishPacket): PublishPacket {
  const broker = aedes as Counting
  return Object.assign({}, packet, { brokerId: `${broker.id}:direct`, brokerCounter: ++broker.counter })
}

/** From Aedes' own counter: ids of both never clash. */
export function nextId (client: { _nextId: number }): number {
  const id = client._nextId
  client._nextId = id >= PACKET_ID_MAX ? 1 : id + 1
  return id
}

/** MQTT 3.1.1, 3.3. In one piece: each write to a stream costs more than the copying. */
function publishBytes (topic: string, payload: string | Buffer, packetId: number | undefined): Buffer {
  const topicBytes = Buffer.byteLength(topic)
  const length = 2 + topicBytes + (packetId === undefined ? 0 : 2) + Buffer.byteLength(payload)
  const bytes = Buffer.allocUnsafe(1 + lengthBytes(length) + length)
  let at = bytes.writeUInt8(packetId === undefined ? PUBLISH : PUBLISH | QOS_1)
  for (let left = length; ; left >>= 7) {
    at = bytes.writeUInt8(left > 0x7f ? left & 0x7f | 0x80 : left, at)
    if (left <= 0x7f) break
  }
  at = bytes.writeUInt16BE(topicBytes, at)
  at += bytes.write(topic, at)
  if (packetId !== undefined) at = bytes.writeUInt16BE(packetId, at)
  if (typeof payload === 'string') bytes.write(payload, at)
  else bytes.set(payload, at)
  return bytes
}

/** MQTT 3.1.1, 2.2.3: seven bits a byte. */
function lengthBytes (length: number): number {
  if (length <= 0x7f) return 1
  if (length <= 0x3fff) return 2
  return length <= 0x1f_ffff ? 3 : 4
}

function noop (): void {}
