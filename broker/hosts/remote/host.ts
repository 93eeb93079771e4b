/**
 * The orchestrator beside a foreign broker, as its client. Commands come in
 * over connections of their own; what is told goes out over one more, and while
 * that is down no command is taken. Who may say what is up to the broker's
 * access list: the topic says who spoke. Other nodes on the same store are at
 * the same broker, so what one of them tells reaches everybody.
 */
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Outlet } from '../../pipeline/outlet.js'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { Intakes } from './intakes.js'
import { Link } from './link.js'
import { Mender, type RetainedTasks, isKept } from './mender.js'
import { TopicTriggers } from './triggers.js'
import type { BrokerOptions } from './reach.js'

export interface RemoteOptions {
  readonly broker: BrokerOptions
  readonly root: string
  /** Of this orchestrator: its client ids begin so, and `state/nodes/{name}` tells of it. */
  readonly name: string
  /** Connections that take commands. More than one share a subscription, which the broker must know. */
  readonly intakes: number
  /** Which states of tasks are retained; those of devices and nodes are. */
  readonly retained: RetainedTasks
  /** Whether other nodes may work on the same store. */
  readonly isShared: boolean
  /** Of the store: all nodes agree on it. */
  readonly now: () => number
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

const NODES = 'state/nodes/'
/** Time for a command of its own to come back. */
const PROBE_MS = 5_000

export class RemoteHost implements Outlet {
  readonly #options: RemoteOptions
  readonly #prefix: string
  readonly #intakes: Intakes
  readonly #out: Link
  readonly #mender: Mender
  readonly #triggers: TopicTriggers
  #ready: () => void = () => {}
  #opened = false
  #probing: Timer | undefined
  /** When the connection that tells things was made last. */
  #since = 0
  /** Since the connection that tells it was made. */
  #announced = false

  constructor (orchestrator: Orchestrator, options: RemoteOptions) {
    this.#options = options
    this.#prefix = `${options.root}/`
    const { broker, name, intakes: connections, isShared, clock, random, log } = options
    const common = { broker, clock, random, log }
    this.#out = new Link({ ...common, clientId: `${name}-out`, clean: true, filters: [`${this.#prefix}to/${name}/time/accepted`], will: () => this.#will() }, {
      up: () => this.#back(),
      packet: (_, done) => {
        this.#announce()
        done()
      }
    })
    this.#mender = new Mender({ ...common, clientId: `${name}-mend`, prefix: this.#prefix, isShared, states: orchestrator.states, retained: options.retained, put: (topic, payload, told) => this.#put(topic, payload, true, told) })
    this.#intakes = new Intakes({ ...common, orchestrator, prefix: this.#prefix, name, connections, isShared, canAnswer: () => this.#out.isUp, whenAnswered: call => this.#out.whenAcknowledged(call), up: () => this.#probe(), inherits: () => this.#mender.mend() })
    this.#triggers = new TopicTriggers({ ...common, orchestrator, clientId: `${name}-triggers`, prefix: this.#prefix, isShared })
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
    await this.#triggers.close()
    await this.#intakes.close()
    this.#mender.close()
    this.#out.publish({ topic: this.#own, payload: this.#node('offline'), qos: 1, retain: true })
    await this.#out.close()
  }

  /** Where it is not for a while, other nodes do its work. */
  isReachable (): boolean {
    return this.#out.isUp && this.#intakes.areUp
  }

  /** Nobody knows: a broker does not tell who has subscribed. */
  interested (): boolean {
    return true
  }

  publish (topic: string, payload: string, isOver?: boolean): void {
    const retain = topic.startsWith('state/') && isKept(this.#options.retained, isOver)
    const isContended = retain && isOver === false && this.#options.isShared
    this.#put(topic, payload, retain, isContended ? error => { if (error === undefined) this.#mender.check(topic, payload) } : undefined)
  }

  /** A live one is not to wait in anybody's queue. */
  send (principal: string, topic: string, payload: string | Buffer, live: boolean): undefined {
    this.#out.publish({ topic: `${this.#prefix}to/${principal}/${topic}`, payload, qos: live ? 0 : 1 })
  }

  retain (principal: string, topic: string, payload: string): undefined {
    this.#put(`to/${principal}/${topic}`, payload, true)
  }

  message (topic: string, payload: string, { qos, retain }: { readonly qos: 0 | 1, readonly retain: boolean }): void {
    this.#out.publish({ topic, payload, qos, retain })
  }

  #put (topic: string, payload: string, retain: boolean, told?: (error?: Error) => void): void {
    // That a node is there it says itself, by birth and will.
    if (topic.startsWith(NODES) && (this.#prefix + topic === this.#own || isOnline(payload))) return told?.()
    this.#out.publish({ topic: this.#prefix + topic, payload, qos: 1, retain }, told)
  }

  get #own (): string {
    return `${this.#prefix}${NODES}${this.#options.name}`
  }

  #back (): void {
    this.#announced = false
    this.#mender.mend()
    if (!this.#opened) this.#intakes.open()
    this.#opened = true
    this.#probe()
  }

  /** A command of its own, all the way and back: a broker may grant what it then does not hand on. */
  #probe (): void {
    const { name, clock, log } = this.#options
    if (this.#probing !== undefined) clock.clearTimeout(this.#probing)
    if (this.#announced || !this.#out.isUp || !this.#intakes.areUp) return
    this.#out.publish({ topic: `${this.#prefix}from/${name}/time`, payload: '{}', qos: 1 })
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
    this.#out.publish({ topic: this.#own, payload: this.#node('online'), qos: 1, retain: true })
    this.#ready()
  }

  #will (): { topic: string, payload: string } {
    this.#since = this.#options.now()
    return { topic: this.#own, payload: this.#node('offline') }
  }

  /** The will is written before the birth, and is the later word. */
  #node (state: 'online' | 'offline'): string {
    const since = this.#since
    return JSON.stringify({ node: this.#options.name, state, v: state === 'online' ? since : since + 1, since })
  }
}

function isOnline (payload: string): boolean {
  return payload !== '' && (JSON.parse(payload) as { state?: string }).state === 'online'
}
