/**
 * The orchestrator beside a foreign broker, as its client. Commands come in
 * over connections of their own, one at a time on each: a command is
 * acknowledged once its change is written, and comes again where it is not.
 * What is told goes out over one more connection. Who may say what is up to
 * the broker's access list: the topic says who spoke.
 */
import type { IPublishPacket } from 'mqtt'
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Outlet } from '../../pipeline/outlet.js'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { type BrokerOptions, Link } from './link.js'
import { Mender, type RetainedTasks, isKept } from './mender.js'

export interface RemoteOptions {
  readonly broker: BrokerOptions
  readonly root: string
  /** Of this orchestrator: its client ids begin so, and `state/nodes/{name}` tells of it. */
  readonly name: string
  /** Connections that take commands. More than one share a subscription, which the broker must know. */
  readonly intakes: number
  /** Which states of tasks are retained; those of devices and nodes are. */
  readonly retained: RetainedTasks
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Longer than this a held packet keeps mqtt.js from answering pings: leaving on purpose is kinder than being cut off. */
const HOLD_MS = 2_000
/** How long it stays away from what it could not acknowledge. */
const AWAY_MS = 1_000
/** Time for a command of its own to come back. */
const PROBE_MS = 5_000

export class RemoteHost implements Outlet {
  readonly #options: RemoteOptions
  readonly #orchestrator: Orchestrator
  readonly #prefix: string
  readonly #intakes: readonly Link[]
  readonly #out: Link
  readonly #mender: Mender
  #ready: () => void = () => {}
  #opened = false
  #probing: Timer | undefined
  /** When the connection that tells things was made last. */
  #since = 0
  /** Since the connection that tells it was made. */
  #announced = false

  constructor (orchestrator: Orchestrator, options: RemoteOptions) {
    this.#options = options
    this.#orchestrator = orchestrator
    this.#prefix = `${options.root}/`
    const { broker, name, clock, random, log } = options
    const common = { broker, clock, random, log }
    this.#out = new Link({ ...common, clientId: `${name}-out`, clean: true, filters: [`${this.#prefix}to/${name}/time/accepted`], will: () => this.#will() }, {
      up: () => this.#back(),
      packet: (_, done) => {
        this.#announce()
        done()
      }
    })
    this.#mender = new Mender({ ...common, clientId: `${name}-mend`, prefix: this.#prefix, states: orchestrator.states, retained: options.retained, put: (topic, payload) => this.publish(topic, payload) })
    this.#intakes = Array.from({ length: options.intakes }, (_, n) => this.#intake(n + 1))
  }

  /** Resolves once commands are taken. */
  async open (): Promise<void> {
    const ready = new Promise<void>(resolve => { this.#ready = resolve })
    this.#out.open()
    await ready
  }

  /** Commands first: what is not acknowledged waits for the next start. */
  async close (): Promise<void> {
    if (this.#probing !== undefined) this.#options.clock.clearTimeout(this.#probing)
    await Promise.all(this.#intakes.map(intake => intake.close()))
    await this.#mender.close()
    this.#out.publish(`${this.#prefix}state/nodes/${this.#options.name}`, this.#node('offline'), { qos: 1, retain: true })
    await this.#out.close()
  }

  /** Nobody knows: a broker does not tell who has subscribed. */
  interested (): boolean {
    return true
  }

  publish (topic: string, payload: string, isOver?: boolean): void {
    this.#out.publish(this.#prefix + topic, payload, { qos: 1, retain: topic.startsWith('state/') && isKept(this.#options.retained, isOver) })
  }

  /** A live one is not to wait in anybody's queue. */
  send (principal: string, topic: string, payload: string, live: boolean): undefined {
    this.#out.publish(`${this.#prefix}to/${principal}/${topic}`, payload, { qos: live ? 0 : 1 })
  }

  #back (): void {
    this.#announced = false
    this.#mender.mend()
    if (!this.#opened) for (const intake of this.#intakes) intake.open()
    this.#opened = true
    this.#probe()
  }

  /** A command of its own, all the way and back: a broker may grant what it then does not hand on. */
  #probe (): void {
    const { name, clock, log } = this.#options
    if (this.#probing !== undefined) clock.clearTimeout(this.#probing)
    if (this.#announced || !this.#out.isUp || !this.#intakes.every(({ isUp }) => isUp)) return
    this.#out.publish(`${this.#prefix}from/${name}/time`, '{}', { qos: 1 })
    this.#probing = clock.setTimeout(() => {
      log.error({ topic: `${this.#prefix}from/${name}/time` }, 'a command of the orchestrator\'s own did not come back: the broker must let it publish and read everything below the root, see orchestra acl')
      this.#probe()
    }, PROBE_MS)
    this.#probing.unref?.()
  }

  /** Devices that waited say birth again at this word: what they say must find somebody. */
  #announce (): void {
    if (this.#probing !== undefined) this.#options.clock.clearTimeout(this.#probing)
    if (this.#announced) return
    this.#announced = true
    this.publish(`state/nodes/${this.#options.name}`, this.#node('online'))
    this.#ready()
  }

  #intake (number: number): Link {
    const { broker, name, intakes, clock, random, log } = this.#options
    const filter = `${this.#prefix}from/#`
    const link: Link = new Link({
      broker,
      clock,
      random,
      log,
      clientId: `${name}-in-${number}`,
      clean: false,
      filters: [intakes === 1 ? filter : `$share/orchestra/${filter}`]
    }, {
      up: () => this.#probe(),
      packet: (packet, done) => this.#receive(link, packet, done)
    })
    return link
  }

  #receive (link: Link, packet: IPublishPacket, done: () => void): void {
    const { topic, payload, qos, retain } = packet
    // A retained command is a mistake: it would be given to us again at every subscription.
    if (retain) {
      if (payload.length > 0) this.#out.publish(topic, '', { qos: 1, retain: true })
      return done()
    }
    if (!topic.startsWith(this.#prefix)) return done()
    const below = topic.slice(this.#prefix.length)
    const { clock } = this.#options
    const held: { timer?: Timer, isOver: boolean } = { isOver: false }
    // A broker does not tell whose session it keeps.
    this.#orchestrator.receive({ principal: below.split('/')[1] ?? '', topic: below, payload: Buffer.from(payload), qos, persistent: false }, verdict => {
      if (held.timer !== undefined) clock.clearTimeout(held.timer)
      if (held.isOver) return
      held.isOver = true
      if (verdict === 'decided') done()
      else link.leave(AWAY_MS)
    })
    if (held.isOver) return
    held.timer = clock.setTimeout(() => {
      held.isOver = true
      link.leave(AWAY_MS)
    }, HOLD_MS)
  }

  #will (): { topic: string, payload: string } {
    this.#since = this.#options.clock.now()
    return { topic: `${this.#prefix}state/nodes/${this.#options.name}`, payload: this.#node('offline') }
  }

  /** The will is written before the birth, and is the later word. */
  #node (state: 'online' | 'offline'): string {
    const since = this.#since
    return JSON.stringify({ node: this.#options.name, state, v: state === 'online' ? since : since + 1, since })
  }
}
