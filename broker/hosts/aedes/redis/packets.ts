/**
 * A packet as bytes: one byte that says what the payload was, four for the
 * length of the head, the head as JSON, and the payload as it is. Whatever else
 * Aedes puts on a packet comes back; its length on the wire does not.
 */
import type { PublishPacket } from 'aedes'

/** What Aedes hands to its persistence: a packet of the wire, or one of its own with broker and number. */
export type Packet = Omit<PublishPacket, 'messageId' | 'dup' | 'retain'> & {
  dup?: boolean
  retain?: boolean
  messageId?: number | undefined
  brokerId?: string
  brokerCounter?: number
  clientId?: string
}

const BYTES = 0
const TEXT = 1
const HEAD_AT = 5

export function encode (packet: Packet): Buffer {
  const { payload, length: _, ...rest } = packet
  const head = Buffer.from(JSON.stringify(rest))
  const start = Buffer.allocUnsafe(HEAD_AT)
  start[0] = typeof payload === 'string' ? TEXT : BYTES
  start.writeUInt32BE(head.length, 1)
  return Buffer.concat([start, head, typeof payload === 'string' ? Buffer.from(payload) : payload])
}

export function decode (bytes: Buffer): Packet {
  const payloadAt = HEAD_AT + bytes.readUInt32BE(1)
  const payload = bytes.subarray(payloadAt)
  return {
    ...JSON.parse(bytes.toString('utf8', HEAD_AT, payloadAt)) as Packet,
    payload: bytes[0] === TEXT ? payload.toString() : payload
  }
}
