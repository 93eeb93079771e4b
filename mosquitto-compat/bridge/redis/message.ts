/**
 * A message as bytes, which the scripts read, too: a letter for its worth, QoS,
 * retain flag, the length of its topic, a space, topic and payload.
 */
import type { Message, Worth } from '../queue.js'

const letters = { loose: 'l', fact: 'f', kept: 'k', removal: 'r' } as const
/** What one costs beside its topic and payload, as in queue.ts. */
export const ENTRY_BYTES = 64

export function encode ({ topic, payload, qos, retain }: Message, worth: Worth): Buffer {
  const name = Buffer.from(topic)
  return Buffer.concat([Buffer.from(`${letters[worth]}${qos}${retain ? 1 : 0}${name.length} `), name, payload])
}

/** @throws where it is none */
export function decode (bytes: Buffer): Message {
  const space = bytes.indexOf(' ')
  const [, qos, retain, length] = /^[lfkr]([01])([01])(\d+)$/.exec(bytes.toString('latin1', 0, Math.max(space, 0))) ?? []
  if (length === undefined) throw new Error('what waits for a bridge can not be read: another program has written to it')
  const end = space + 1 + Number(length)
  return { topic: bytes.toString('utf8', space + 1, end), payload: bytes.subarray(end), qos: qos === '1' ? 1 : 0, retain: retain === '1' }
}

/** What it takes of the room that there is. */
export function costOf ({ topic, payload }: Message): number {
  return ENTRY_BYTES + Buffer.byteLength(topic) + payload.length
}
