/**
 * Bridges to other brokers, as this broker sees them: what is published here is
 * offered to those that carry it before it is acknowledged, and what they bring
 * in is published here. What came over one bridge goes to clients, never on to
 * another bridge: so nothing can go round. What crosses how is not known here.
 */
import type { Aedes, Client, ConnectPacket, PublishPacket } from 'aedes'
import { isRetained } from '../../../schemas/index.js'
import type { Log } from '../../platform/log.js'
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Persistence } from './deliver.js'

/** Topics are whole. */
export interface Published {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: number
  readonly retain: boolean
}

/** What this broker needs of a bridge. */
export interface Bridge {
  readonly name: string
  /** Whether a topic goes out over it. */
  carries: (topic: string) => boolean
  /** Resolves once it can't get lost any more; rejects where it isn't taken. */
  take: (published: Published) => Promise<void>
  /** To who is there now, or nobody. */
  pass: (published: Published) => void
  /** For `state/bridges/{name}`. */
  readonly state: object
}

/** What a bridge gets of this broker. */
export interface Local {
  /** Below the root, with the slash. */
  readonly prefix: string
  /** Of a principal behind the bridge, below `from/`. */
  command: (topic: string, payload: Buffer, qos: 0 | 1 | 2, decided: (isDecided: boolean) => void) => void
  publish: (message: Published) => Promise<void>
  retained: (filters: readonly string[]) => AsyncIterable<Published>
  /** The topics of all that is retained below the root; `isWhole`: of ended tasks, too. */
  facts: (isWhole: boolean) => AsyncIterable<string>
  fact: (topic: string) => Promise<Published | undefined>
  /** To who is here and has subscribed; it goes over no bridge. */
  say: (topic: string, text: string) => Promise<void>
  tell: (state: object) => void
}

export interface BridgesOptions {
  readonly aedes: Aedes
  readonly orchestrator: Orchestrator
  readonly prefix: string
  /** To everybody here; the topic is relative to the root. */
  readonly tell: (topic: string, payload: string) => void
  /** Nothing is carried out any more. */
  readonly isClosed: () => boolean
  readonly log: Log
}

/** For whom no bridge speaks: each is told once, so many in all. */
const UNSPOKEN_TOLD_MAX = 100

/** A packet that came over a bridge, or was offered to the bridges. */
const OFFERED = Symbol('offered')
type Marked = PublishPacket & { [OFFERED]?: true, clientId?: string }

/** The sender that packets of a bridge have for Aedes, which passes it on and stores it. */
const SENDER = 'bridge:'
/** What Mosquitto says of its own bridges. */
const NOTICE = /^\$SYS\/broker\/connection\/[^/]+\/state$/

export class Bridges {
  readonly #options: BridgesOptions
  readonly #bridges = new Set<Bridge>()
  /** Connections that are the other broker's bridge to us. */
  readonly #incoming = new WeakSet<Client>()
  #hasIncoming = false
  readonly #unspokenTold = new Set<string>()

  constructor (options: BridgesOptions) {
    this.#options = options
  }

  join (bridge: Bridge): Local {
    this.#bridges.add(bridge)
    const { aedes, orchestrator, prefix, tell, isClosed } = this.#options
    const { persistence } = aedes as Aedes & { persistence: Persistence }
    return {
      prefix,
      command: (topic, payload, qos, decided) => {
        if (isClosed()) return decided(false)
        const below = topic.slice(prefix.length)
        // The other broker vouches for who spoke; whose session it keeps is not told.
        orchestrator.receive({ principal: below.split('/')[1] ?? '', topic: below, payload, qos, persistent: false }, verdict => decided(verdict === 'decided'))
      },
      publish: message => new Promise((resolve, reject) => {
        const packet: Marked = { cmd: 'publish', dup: false, ...message, qos: message.qos as 0 | 1 | 2, clientId: SENDER + bridge.name, [OFFERED]: true }
        aedes.publish(packet, error => error ? reject(error) : resolve())
      }),
      retained: async function * (filters) {
        for await (const packet of persistence.createRetainedStreamCombi(filters)) if (!packet.topic.startsWith(prefix)) yield { ...publishedOf(packet), retain: true }
      },
      facts: async function * (isWhole) {
        for await (const { topic, isOver } of orchestrator.states.all()) if (isWhole || isOver !== true) yield prefix + topic
      },
      fact: async topic => {
        let fact: Published | undefined
        for await (const { payload } of orchestrator.states.matching(topic.slice(prefix.length))) fact = { topic, payload: Buffer.from(payload), qos: 1, retain: true }
        return fact
      },
      say: (topic, text) => new Promise(resolve => {
        const packet: Marked = { cmd: 'publish', topic, payload: Buffer.from(text), qos: 0, retain: false, dup: false, [OFFERED]: true }
        aedes.publish(packet, () => resolve())
      }),
      tell: state => tell(`state/bridges/${bridge.name}`, JSON.stringify(state))
    }
  }

  leave (bridge: Bridge): void {
    this.#bridges.delete(bridge)
  }

  connecting (client: Client, packet: ConnectPacket): void {
    // The highest bit of the protocol level (mosquitto.conf, try_private).
    if ((packet as ConnectPacket & { bridgeMode?: boolean }).bridgeMode !== true) return
    this.#hasIncoming = true
    this.#incoming.add(client)
  }

  /** Whether somebody on the other side of a bridge may have asked for it. Relative to the root. */
  interested (topic: string): boolean {
    return this.#bridges.size > 0 && this.#carriers(this.#options.prefix + topic).length > 0
  }

  /** What a bridge of Mosquitto says of itself, on a branch where clients may not publish otherwise. Without a client: its will. */
  isNotice (client: Client | null, { topic }: PublishPacket): boolean {
    return topic.startsWith('$') && NOTICE.test(topic) && (client === null || this.#incoming.has(client))
  }

  /**
   * A command over a bridge, of somebody for whom it does not speak, is rejected like one of any other client: the reply
   * goes to the user of the bridge, and who waits for it gets none. So it is told here.
   */
  unspoken (client: Client | null, user: string | undefined, topic: string): void {
    if (!this.#hasIncoming || client === null || !this.#incoming.has(client)) return
    const [, principal = ''] = topic.split('/', 2)
    const name = `${user} ${principal}`
    if (principal === user || this.#unspokenTold.has(name) || this.#unspokenTold.size >= UNSPOKEN_TOLD_MAX) return
    this.#unspokenTold.add(name)
    this.#options.log.warn({ user, principal }, 'refused: the bridge of this user does not speak for this principal, which gets no answer; bridgePrincipals says for whom it does')
  }

  /** Before it is acknowledged: with an error it is not, and the connection is closed. */
  offer (client: Client | null, packet: PublishPacket, done: (error?: Error | null) => void): void {
    const marked: Marked = packet
    if (client !== null && this.#incoming.has(client)) {
      // So that it is not given back, from a stored queue either.
      marked.clientId = client.id
      return done(null)
    }
    const carriers = marked[OFFERED] === true ? [] : this.#carriers(packet.topic)
    marked[OFFERED] = true
    if (carriers.length === 0) return done(null)
    Promise.all(carriers.map(bridge => bridge.take(publishedOf(packet)))).then(() => done(null), done)
  }

  /** What is told on `state/` and `events/`. */
  told (topic: string, payload: string): void {
    if (this.#bridges.size === 0) return
    const whole = this.#options.prefix + topic
    // What could not be taken the bridge has said itself.
    for (const bridge of this.#carriers(whole)) bridge.take({ topic: whole, payload: Buffer.from(payload), qos: 1, retain: isRetained(topic) }).catch(() => {})
  }

  /** What is told to one principal, who may be behind a bridge. */
  send (below: string, payload: string | Buffer, live: boolean): Promise<unknown> | undefined {
    if (this.#bridges.size === 0) return undefined
    const topic = this.#options.prefix + below
    const carriers = this.#carriers(topic)
    if (carriers.length === 0) return undefined
    const published: Published = { topic, payload: Buffer.from(payload), qos: 1, retain: isRetained(below) }
    if (!live) return Promise.all(carriers.map(bridge => bridge.take(published).catch(() => {})))
    for (const bridge of carriers) bridge.pass(published)
    return undefined
  }

  /** Whether a connection may be given a packet: what came over a bridge goes over no other. */
  mayPass (client: Client, packet: PublishPacket): boolean {
    if (!this.#incoming.has(client)) return true
    const { clientId } = packet as Marked
    return clientId === undefined || (clientId !== client.id && !clientId.startsWith(SENDER))
  }

  /** A broker that gets a fact over its bridge is to retain it, and to forget it where it is empty. Each packet is one client's own. */
  asRetained<P extends PublishPacket> (client: Client, packet: P): P {
    const { prefix } = this.#options
    if (this.#incoming.has(client) && packet.topic.startsWith(prefix) && isRetained(packet.topic.slice(prefix.length))) packet.retain = true
    return packet
  }

  * facts (): Iterable<{ readonly topic: string, readonly payload: string }> {
    for (const { name, state } of this.#bridges) yield { topic: `state/bridges/${name}`, payload: JSON.stringify(state) }
  }

  #carriers (topic: string): readonly Bridge[] {
    return this.#bridges.size === 0 ? NONE : [...this.#bridges].filter(bridge => bridge.carries(topic))
  }
}

const NONE: readonly Bridge[] = []

function publishedOf ({ topic, payload, qos, retain }: PublishPacket): Published {
  return { topic, payload: Buffer.from(payload), qos, retain }
}
