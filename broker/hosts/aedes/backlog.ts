/**
 * Who reads more slowly than they are sent. Aedes waits for each reader of a
 * message before it goes on to the next, so one that does not read held up all
 * others, again and again if it came back: what waited grew without bound. What
 * has no promise (QoS 0) such a reader does not get.
 */
import type { Client, PublishPacket } from 'aedes'

/** Messages that already wait until a client has read what was sent before them. */
const WAITING_MAX = 8

interface Waiting { readonly _pendingDrains?: readonly unknown[] }

export class Backlog {
  /** Those that have asked for something with a promise. */
  readonly #promised = new WeakSet<Client>()

  /** It has been granted a filter. */
  granted (client: Client, qos: number): void {
    if (qos > 0) this.#promised.add(client)
  }

  /** Whether this one would only wait. */
  isTooMuch (client: Client, { qos }: Pick<PublishPacket, 'qos'>): boolean {
    const { _pendingDrains: waiting } = client as Client & Waiting
    if (waiting === undefined || waiting.length < WAITING_MAX) return false
    // What a stored session asked for before is not known here.
    return qos === 0 || (client.clean && !this.#promised.has(client))
  }
}
