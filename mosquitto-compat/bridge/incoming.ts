/**
 * What comes from the other broker: handed to this one, and acknowledged there
 * once it is decided or kept here. It knows which topics come in, and nothing of
 * what waits to go out.
 */
import type { IPublishPacket } from 'mqtt'
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import type { Local } from './local.js'
import type { Message } from './queue.js'
import type { Rules } from './rules.js'

export interface IncomingOptions {
  readonly rules: Rules
  readonly clock: Clock
  readonly log: Log
  /** It can't be kept, or nobody decides: the connection is given up, so that it comes again. */
  readonly leave: () => void
  /** To the other broker; worth nothing later. */
  readonly send: (message: Message) => void
}

/** Longer than this a held packet keeps mqtt.js from answering pings. */
const HOLD_MS = 2_000

export class Incoming {
  #published = Promise.resolve()

  constructor (private readonly options: IncomingOptions) {}

  receive (local: Local, { topic, payload, qos, retain }: IPublishPacket, done: () => void): void {
    const { rules, log, leave, send } = this.options
    const crossing = rules.in(topic)
    if (crossing === undefined) return done()
    const bytes = Buffer.from(payload)
    const isBelow = crossing.topic.startsWith(local.prefix)
    if (!isBelow) {
      // One after the other: what is stored takes longer than what is not, and they came in this order.
      this.#published = this.#published.then(() => local.publish({ topic: crossing.topic, payload: bytes, qos: Math.min(qos, crossing.qos), retain: retain && crossing.retain })).then(done, leave)
      return
    }
    if (!crossing.topic.startsWith(`${local.prefix}from/`)) {
      log.warn({ topic: crossing.topic }, 'only what is below from/ comes in below the root: give the others a local prefix')
      return done()
    }
    // A retained command is a mistake: it would be given to us again at every subscription.
    if (!retain) return this.#command(local, crossing.topic, bytes, qos, done)
    if (bytes.length > 0) send({ topic, payload: Buffer.alloc(0), qos: 1, retain: true })
    done()
  }

  #command (local: Local, topic: string, payload: Buffer, qos: 0 | 1 | 2, done: () => void): void {
    const { clock, leave } = this.options
    const held: { timer?: Timer, isOver: boolean } = { isOver: false }
    const over = (isDecided: boolean): void => {
      if (held.timer !== undefined) clock.clearTimeout(held.timer)
      if (held.isOver) return
      held.isOver = true
      if (isDecided) done()
      else leave()
    }
    local.command(topic, payload, qos, over)
    if (!held.isOver) held.timer = clock.setTimeout(() => over(false), HOLD_MS)
  }
}
