/**
 * Published messages that are acknowledged and passed on to nobody, no bridge
 * among them. Aedes publishes whatever it acknowledges: the host ends them there.
 */
import type { PublishPacket } from 'aedes'

const DROPPED = Symbol('dropped')
type Marked = PublishPacket & { [DROPPED]?: true }

/** To be called inside `authorizePublish`. */
export function drop (packet: PublishPacket): void {
  const marked: Marked = packet
  marked[DROPPED] = true
}

export function isDropped (packet: PublishPacket): boolean {
  return (packet as Marked)[DROPPED] === true
}
