/**
 * Published messages that are acknowledged and passed on to nobody: as on
 * Mosquitto, who publishes what it may not is not told, and not cut off. Aedes
 * publishes whatever it acknowledges: they end here.
 */
import type { Aedes, PublishPacket } from 'aedes'

export class Dropped {
  readonly #packets = new WeakSet<PublishPacket>()

  drop (packet: PublishPacket): void {
    this.#packets.add(packet)
  }

  attach (aedes: Aedes): void {
    const target = aedes as Aedes & { publish: (packet: PublishPacket, ...rest: unknown[]) => void }
    const before = target.publish
    target.publish = (packet, ...rest) => {
      if (!this.#packets.has(packet)) return before.call(aedes, packet, ...rest)
      const done = rest.at(-1)
      if (typeof done === 'function') done(null)
    }
  }
}
