/**
 * Where commands come in: sessions at the broker, a few commands at a time on each.
 * A command is acknowledged once its change is written and the broker has the
 * answer, and comes again where that does not happen. Several sessions, and those of all nodes
 * on one store, share a subscription: the broker gives each command to one of
 * them, whether it is connected or not. So those that nobody is connected to
 * are emptied here.
 */
import type { IPublishPacket } from 'mqtt'
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { Leftovers } from './leftovers.js'
import { Link } from './link.js'
import type { BrokerOptions } from './reach.js'

export interface IntakesOptions {
  readonly orchestrator: Orchestrator
  readonly broker: BrokerOptions
  /** The root and a slash. */
  readonly prefix: string
  readonly name: string
  readonly connections: number
  /** Whether there can be other nodes. */
  readonly isShared: boolean
  /** Whether an answer would go out. */
  readonly canAnswer: () => boolean
  /** Calls once the broker has all answers so far. */
  readonly whenAnswered: (call: () => void) => void
  /** A connection is there. */
  readonly up: () => void
  /** A node is gone, and this one is its heir: it may not have told all that it changed. */
  readonly inherits: () => void
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Longer than this a held packet keeps mqtt.js from answering pings: leaving on purpose is kinder than being cut off. */
const HOLD_MS = 2_000
/** How long it stays away from what it could not acknowledge. */
const AWAY_MS = 1_000
const REVIEW_MS = 1_000

export class Intakes {
  readonly #options: IntakesOptions
  readonly #links: readonly Link[]
  readonly #drops: readonly string[]
  /** By whose they are; of nodes also in which version of their record, as each may go more than once. */
  readonly #leftovers = new Map<string, Leftovers>()
  /** What it had inherited at the last look. */
  #known: ReadonlySet<string> = new Set()
  #timer: Timer | undefined

  constructor (options: IntakesOptions) {
    this.#options = options
    const { prefix, connections, isShared } = options
    const [all, share] = [`${prefix}from/#`, `$share/orchestra/${prefix}from/#`]
    const isSharing = isShared || connections > 1
    this.#drops = isSharing ? [all] : [share]
    this.#links = Array.from({ length: connections }, (_, n) => this.#link(n + 1, isSharing ? share : all))
  }

  open (): void {
    for (const link of this.#links) link.open()
    this.#reviewLater()
  }

  async close (): Promise<void> {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
    await Promise.all([...this.#links, ...this.#leftovers.values()].map(one => one.close()))
  }

  get areUp (): boolean {
    return this.#links.every(({ isUp }) => isUp)
  }

  #link (number: number, filter: string): Link {
    const { broker, name, clock, random, log, up } = this.#options
    const link: Link = new Link({ broker, clock, random, log, clientId: `${name}-in-${number}`, clean: false, filters: [filter], drops: this.#drops }, {
      up,
      packet: (packet, done) => this.#receive(link, packet, done)
    })
    return link
  }

  #reviewLater (): void {
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#review()
      this.#reviewLater()
    }, REVIEW_MS)
    this.#timer.unref?.()
  }

  /** Nodes may come and go at any time, and what broke off is done again. */
  #review (): void {
    const { name, connections, orchestrator, inherits } = this.#options
    const inherited = new Map(orchestrator.inherited().map(({ id, v }) => [`${id} ${v}`, id]))
    for (const [key, leftovers] of this.#leftovers) {
      if (leftovers.isBroken || (key !== name && !inherited.has(key))) this.#abandon(key, leftovers)
    }
    if (!this.areUp) return
    this.#empty(name, name, { from: connections + 1, isOwn: true })
    for (const [key, id] of inherited) this.#empty(key, id, { from: 1, isOwn: false })
    if ([...inherited.keys()].some(key => !this.#known.has(key))) inherits()
    this.#known = new Set(inherited.keys())
  }

  /** Its node is here again, or another one looks after it. */
  #abandon (key: string, leftovers: Leftovers): void {
    this.#leftovers.delete(key)
    leftovers.close().catch(() => {})
  }

  #empty (key: string, name: string, which: { from: number, isOwn: boolean }): void {
    if (this.#leftovers.has(key)) return
    const { broker, prefix, clock, random, log } = this.#options
    const drops = [`${prefix}from/#`, `$share/orchestra/${prefix}from/#`]
    this.#leftovers.set(key, new Leftovers({ broker, clock, random, log, name, ...which, drops, receive: (link, packet, done) => this.#receive(link, packet, done) }))
  }

  #receive (link: Link, packet: IPublishPacket, done: () => void): void {
    const { topic, payload, qos, retain } = packet
    const { prefix, clock, orchestrator, canAnswer, whenAnswered } = this.#options
    // A retained command is a mistake, and cleared by the mender: it would be given to us again at every subscription.
    if (retain || !topic.startsWith(prefix)) return done()
    // Nobody would hear what came of it.
    if (!canAnswer()) return link.leave(AWAY_MS)
    const below = topic.slice(prefix.length)
    const held: { timer?: Timer, isOver: boolean } = { isOver: false }
    const settle = (isDecided: boolean): void => {
      if (held.timer !== undefined) clock.clearTimeout(held.timer)
      if (held.isOver) return
      held.isOver = true
      if (isDecided) done()
      else link.leave(AWAY_MS)
    }
    // A broker does not tell whose session it keeps.
    orchestrator.receive({ principal: below.split('/')[1] ?? '', topic: below, payload: Buffer.from(payload), qos, persistent: false }, verdict => {
      if (verdict === 'decided') whenAnswered(() => settle(true))
      else settle(false)
    })
    if (!held.isOver) held.timer = clock.setTimeout(() => settle(false), HOLD_MS)
  }
}
