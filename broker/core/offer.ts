/**
 * The text of an offer and its size. The arguments are kept as text and go into
 * the offer as they are. The size is known before the offer is: a lane holds
 * tasks whose offers fit the same packet buffers.
 */
import type { Device } from './device.js'
import type { Task } from './task.js'

export function renderOffer (task: Task, session: number, args: string | undefined, offerMs: number): string {
  const { id, function: name, attempt, leaseMs } = task
  const argsField = args === undefined ? '' : `"args":${args},`
  return `{"task":"${id}","function":"${name}","attempt":${attempt},"session":${session},${argsField}"leaseMs":${leaseMs},"offerMs":${offerMs}}`
}

/** Bytes of an offer that depend on the task alone. */
export function offerBytesOf (id: string, name: string, args: string | undefined, leaseMs: number): number {
  const argsBytes = args === undefined ? 0 : '"args":,'.length + Buffer.byteLength(args)
  const bytes = SKELETON_BYTES + id.length + name.length + argsBytes + digits(leaseMs) + ATTEMPT_DIGITS
  return bytes > LONG_OFFER_BYTES ? bytes + LONG_HEADER_BYTES : bytes
}

/** Bytes of the PUBLISH around it that depend on the device. */
export function offerFrameBytes (device: Device, rootBytes: number, offerMs: number): number {
  const topic = rootBytes + `to/${device.id}/offer`.length
  return FIXED_HEADER_BYTES + TOPIC_LENGTH_BYTES + topic + PACKET_ID_BYTES + digits(device.session) + digits(offerMs)
}

const SKELETON_BYTES = '{"task":"","function":"","attempt":,"session":,"leaseMs":,"offerMs":}'.length
/** Enough for 9,999 offers of one task. */
const ATTEMPT_DIGITS = 4
/** MQTT 3.1.1, 2.2: one byte of type, up to four of remaining length; the short offers that matter need two. */
const FIXED_HEADER_BYTES = 3
/** From 16,384 bytes on, topic included, the remaining length takes up to two bytes more. */
const LONG_OFFER_BYTES = 16_000
const LONG_HEADER_BYTES = 2
const TOPIC_LENGTH_BYTES = 2
const PACKET_ID_BYTES = 2

function digits (value: number): number {
  return String(value).length
}
