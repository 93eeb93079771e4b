/**
 * What is owed to the sender of a command. Aedes acknowledges by the QoS that
 * stands in the packet, and at its own time: we do it ourselves, once there is a
 * verdict, and tell Aedes of none.
 */
import type { Client, PublishPacket } from 'aedes'
import { acknowledge } from './deliver.js'
import type { Held } from './holds.js'
import type { Unanswered } from './unanswered.js'

export type Callback = (error?: Error | null) => void

export class Acknowledgement implements Held {
  readonly #qos: number
  readonly #messageId: number | undefined

  /** @param client null: the will of a broker that crashed */
  constructor (
    private readonly client: Client | null,
    private readonly packet: PublishPacket,
    private readonly callback: Callback,
    private readonly unanswered: Pick<Unanswered, 'add'>
  ) {
    this.#qos = packet.qos
    this.#messageId = packet.messageId
  }

  decided (isDecided: boolean): void {
    const { client, packet, callback } = this
    if (!isDecided) {
      if (client !== null && this.#qos > 0) this.unanswered.add(client)
      return this.letGo()
    }
    // A will has no packet id, and QoS 2 is Aedes' business.
    if (client === null || this.#qos !== 1 || this.#messageId === undefined) return process.nextTick(callback, null)
    packet.qos = 0
    acknowledge(client, this.#messageId, () => callback(null))
  }

  /** Aedes goes on without it. */
  letGo (): void {
    this.packet.qos = 0
    process.nextTick(this.callback, null)
  }

  /** Its acknowledgement may come at any time, or else has to be asked for again. */
  late (isDecided: boolean): void {
    const { client } = this
    if (client === null || this.#qos === 0) return
    if (isDecided && this.#qos === 1 && this.#messageId !== undefined) acknowledge(client, this.#messageId, () => {})
    else this.unanswered.add(client)
  }
}
