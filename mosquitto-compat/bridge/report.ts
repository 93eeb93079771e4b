/**
 * What is said of a bridge: here on `state/bridges/{name}`, and at the other
 * broker, where a will says that the connection is lost. Of several nodes who
 * carries says it, and goes on with the numbers of the one before.
 */
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { BridgeState, Local } from './local.js'
import type { Outbox } from './outbox.js'
import type { Message } from './queue.js'
import type { Rules } from './rules.js'

export interface ReportOptions {
  readonly name: string
  readonly noticeTopic: string | undefined
  readonly rules: Rules
  readonly queue: Outbox
  readonly clock: Clock
  /** Connected with the other broker from here; undefined where another node carries. */
  readonly isUp: () => boolean | undefined
}

const TELL_MS = 1_000

export class Report {
  readonly #options: ReportOptions
  #since: number
  #v = 0
  /** When it began to connect, as the other broker is told. */
  #attempt = 0
  #told = ''
  #last: BridgeState | undefined
  #telling: Timer | undefined
  #local: Local | undefined
  #closed = false

  constructor (options: ReportOptions) {
    this.#options = options
    this.#since = options.clock.now()
  }

  start (local: Local): void {
    this.#local = local
  }

  close (): void {
    this.#closed = true
    if (this.#telling !== undefined) this.#options.clock.clearTimeout(this.#telling)
  }

  /** As it was told last: what has changed since has no number yet. */
  get state (): BridgeState {
    const { queue, isUp } = this.#options
    return (isUp() === undefined ? queue.shared?.state : this.#last) ?? this.#own
  }

  /** It is this node's turn to carry. */
  takeOver (): void {
    const former = this.#options.queue.shared?.state
    this.#v = Math.max(this.#v, former?.v ?? 0)
    this.#attempt = Math.max(this.#attempt, this.#v)
    this.#told = ''
    this.#since = former?.state === 'disconnected' ? former.since : this.#options.clock.now()
    this.#tell()
  }

  /** Connected, or not any more. */
  changed (): void {
    this.#since = this.#options.clock.now()
    this.#tell()
  }

  /** Counts change with every message: they are told now and then. */
  counted (): void {
    if (this.#telling !== undefined || this.#closed) return
    this.#telling = this.#options.clock.setTimeout(() => {
      this.#telling = undefined
      this.#tell()
    }, TELL_MS)
    this.#telling.unref?.()
  }

  /** The other broker publishes it where the connection is lost: the later word on this one. Asked for at each connecting. */
  will (): Message | undefined {
    this.#attempt = Math.max(this.#attempt + 2, this.#options.clock.now())
    return this.message('disconnected')
  }

  /** At the other broker, where states or notices go there: without counts, which would be old from then on. */
  message (state: BridgeState['state']): Message | undefined {
    const { name, noticeTopic, rules } = this.#options
    if (noticeTopic !== undefined) return { topic: noticeTopic, payload: Buffer.from(state === 'connected' ? '1' : '0'), qos: 1, retain: true }
    const crossing = rules.out(`${this.#local?.prefix ?? ''}state/bridges/${name}`)
    const v = state === 'connected' ? this.#attempt : this.#attempt + 1
    return crossing && { topic: crossing.topic, payload: Buffer.from(JSON.stringify({ bridge: name, state, v, since: this.#since })), qos: 1, retain: crossing.retain }
  }

  get #own (): BridgeState {
    const { name, queue: { messages, bytes, dropped, refused }, isUp } = this.#options
    return { bridge: name, state: isUp() === true ? 'connected' : 'disconnected', v: this.#v, since: this.#since, queued: { messages, bytes }, dropped, refused }
  }

  #tell (): void {
    const { queue, clock, isUp } = this.#options
    if (isUp() === undefined || this.#closed) return
    const { v, ...rest } = this.#own
    const text = JSON.stringify(rest)
    if (text === this.#told) return
    this.#told = text
    // Whoever carries next goes on behind what was said at the other broker, too.
    this.#v = Math.max(this.#v + 1, this.#attempt + 1, clock.now())
    const state = this.#last = this.#own
    queue.shared?.tell(state)
    this.#local?.tell(state)
  }
}
