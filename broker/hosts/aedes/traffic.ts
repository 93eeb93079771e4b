/**
 * How many packets came and went, for `$SYS` and whoever else counts. Plain
 * numbers that only grow: the packet path adds one and does nothing else.
 */

/** MQTT 3.1.1, 2.2.1: types of packets that clients send. */
const type = { connect: 1, publish: 3, pubrec: 5, pubrel: 6, subscribe: 8, unsubscribe: 10, pingreq: 12 } as const

export class Traffic {
  /** By their first byte, which is type and flags. */
  readonly received = new Float64Array(256)
  publishesSent = 0

  get packetsReceived (): number {
    return this.received.reduce((sum, count) => sum + count)
  }

  get connects (): number {
    return this.#ofType(type.connect)
  }

  get publishesReceived (): number {
    return this.#ofType(type.publish)
  }

  /** Besides PUBLISH all that a broker sends are answers, one to each packet that has one. Those that were cut off are in it. */
  get packetsSent (): number {
    const { connect, pubrec, pubrel, subscribe, unsubscribe, pingreq } = type
    const answered = [connect, pubrec, pubrel, subscribe, unsubscribe, pingreq].reduce((sum, type) => sum + this.#ofType(type), 0)
    return this.publishesSent + answered + this.#publishesWithQos()
  }

  #publishesWithQos (): number {
    return this.received.subarray(type.publish << 4, (type.publish + 1) << 4).reduce((sum, count, flags) => (flags >> 1 & 3) === 0 ? sum : sum + count, 0)
  }

  #ofType (type: number): number {
    return this.received.subarray(type << 4, (type + 1) << 4).reduce((sum, count) => sum + count, 0)
  }
}
