/**
 * What the nodes of a bridge tell each other over the bus: that something waits,
 * what is worth nothing later, and the state of the bridge. All of it may be
 * lost: it is read from Redis a moment later, or nobody is owed it.
 */
import type { Bus } from '../../../broker/store/bus.js'
import type { BridgeState } from '../local.js'
import type { Message } from '../queue.js'
import { decode } from './message.js'

export interface WireHandlers {
  readonly added: () => void
  readonly joined: () => void
  readonly passed: (message: Message) => void
  readonly told: (state: BridgeState) => void
}

export class Wire {
  readonly #bus: Bus
  readonly #name: string

  constructor (bus: Bus, name: string, { added, joined, passed, told }: WireHandlers) {
    this.#bus = bus
    this.#name = name
    bus.listen(this.#kind('added'), () => added())
    bus.listen(this.#kind('joined'), () => joined())
    bus.listen(this.#kind('passed'), body => passed(decode(body)))
    bus.listen(this.#kind('told'), body => told(JSON.parse(body.toString()) as BridgeState))
  }

  added (): void { this.#bus.send(undefined, this.#kind('added'), '') }
  joined (): void { this.#bus.send(undefined, this.#kind('joined'), '') }
  pass (message: Buffer): void { this.#bus.send(undefined, this.#kind('passed'), message) }
  tell (state: BridgeState): void { this.#bus.send(undefined, this.#kind('told'), JSON.stringify(state)) }

  #kind (what: keyof WireHandlers): string {
    return `bridge/${what}/${this.#name}`
  }
}
