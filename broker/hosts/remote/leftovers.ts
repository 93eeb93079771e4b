/**
 * Empties sessions that nobody is connected to: those of a node that is gone,
 * or those that this node had when it had more connections. Each is taken over,
 * gets nothing new from then on, and is left once nothing comes any more. Whoever
 * comes back takes its session over in turn, and subscribes again.
 */
import type { IPublishPacket } from 'mqtt'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { Link } from './link.js'
import type { BrokerOptions } from './reach.js'

export interface LeftoversOptions {
  readonly broker: BrokerOptions
  /** Whose they are: client ids are `{name}-in-{number}`. */
  readonly name: string
  readonly from: number
  /** Nobody else connects to them, so that they can be removed afterwards. */
  readonly isOwn: boolean
  /** What they may have subscribed to. */
  readonly drops: readonly string[]
  readonly receive: (link: Link, packet: IPublishPacket, done: () => void) => void
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** The next message follows an acknowledgement at once; after so long without one there are no more. */
const QUIET_MS = 1_000

export class Leftovers {
  /** It broke off, and must be done again. */
  isBroken = false
  readonly #options: LeftoversOptions
  #number: number
  #taken = 0
  #link: Link | undefined
  #quiet: Timer | undefined

  constructor (options: LeftoversOptions) {
    this.#options = options
    this.#number = options.from
    this.#take()
  }

  async close (): Promise<void> {
    this.#hush()
    const link = this.#link
    this.#link = undefined
    await link?.close()
  }

  #take (): void {
    const { drops, receive } = this.#options
    let held = 0
    const link: Link = this.#open(false, drops, hadSession => {
      if (hadSession) this.#wait()
      else this.#goOn(() => this.#finish())
    }, (packet, done) => {
      this.#hush()
      this.#taken++
      held++
      receive(link, packet, () => {
        done()
        if (--held === 0 && link.isUp) this.#wait()
      })
    })
  }

  /** One that was not there ends the row; looking for it has made one. From the top, so that no gap hides any. */
  #finish (): void {
    const { isOwn, from, name, log } = this.#options
    if (this.#taken > 0) log.info({ node: name, commands: this.#taken }, 'commands that waited in a session without a node were carried out')
    this.#taken = 0
    if (!isOwn || this.#number < from) return
    this.#open(true, [], () => {
      this.#number--
      this.#goOn(() => this.#finish())
    }, (_, done) => done())
  }

  #open (clean: boolean, drops: readonly string[], up: (hadSession: boolean) => void, packet: (packet: IPublishPacket, done: () => void) => void): Link {
    const { broker, name, clock, random, log } = this.#options
    const link = new Link({ broker, clock, random, log, clientId: `${name}-in-${this.#number}`, clean, filters: [], drops }, { up, packet, lost: () => this.#lost() })
    this.#link = link
    link.open()
    return link
  }

  #wait (): void {
    this.#hush()
    this.#quiet = this.#options.clock.setTimeout(() => this.#goOn(() => {
      this.#number++
      this.#take()
    }), QUIET_MS)
  }

  #goOn (next: () => void): void {
    const link = this.#link
    if (link === undefined) return
    link.close().then(() => { if (link === this.#link) next() }, () => this.#lost())
  }

  #lost (): void {
    this.#hush()
    this.#link = undefined
    this.isBroken = true
  }

  #hush (): void {
    if (this.#quiet !== undefined) this.#options.clock.clearTimeout(this.#quiet)
    this.#quiet = undefined
  }
}
