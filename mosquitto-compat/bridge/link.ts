/**
 * One connection to the other broker, which comes back by itself. It asks not to
 * be given what it sent itself and to be told what is retained: as MQTT 5 can, or
 * with the bridge bit of Mosquitto where the broker knows that alone. It keeps
 * nothing; topics and packets are all that it knows.
 */
import type { Duplex } from 'node:stream'
import { type IClientOptions, type IConnackPacket, type IPublishPacket, type MqttClient, connect } from 'mqtt'
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import type { Random } from '../../broker/platform/random.js'
import { type Names, adviceFor, withoutPassword } from '../../broker/hosts/remote/advice.js'
import { credentials } from '../../broker/hosts/remote/reach.js'
import { receiveInWindow } from '../../broker/hosts/remote/window.js'
import type { BridgeOptions } from './options.js'
import type { Message } from './queue.js'
import type { Subscription } from './rules.js'

export interface LinkOptions {
  readonly bridge: BridgeOptions
  readonly clientId: string
  readonly keepaliveMs: number
  readonly subscriptions: readonly Subscription[]
  /** Asked for with each connecting. */
  readonly will: () => Message | undefined
  /** A topic that the bridge may read at the other broker, and how a word is said on it at this one: who hears it there is at this broker, too. */
  readonly echo: { readonly topic: string, readonly say: (word: string) => Promise<void> }
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface LinkHandlers {
  /** Connected and subscribed. */
  readonly up: () => void
  /** `isCut`: not by this side. */
  readonly down: (isCut: boolean) => void
  /** It is acknowledged once `done` is called; some more come meanwhile. */
  readonly packet: (packet: IPublishPacket, done: () => void) => void
}

/** What a broker of MQTT 5 says of itself when it lets somebody in (3.2.2.3). */
interface Limits {
  readonly packetBytes: number
  readonly qos: number
  readonly canRetain: boolean
}
const NO_LIMITS: Limits = { packetBytes: Infinity, qos: 1, canRetain: true }

/** `gone`: nobody knows; the connection is lost. */
export type Outcome = 'taken' | 'refused' | 'gone'

/** Each way; so many may come twice when a connection breaks. */
const UNDER_WAY_MAX = 20

/** How a broker is asked, in the order in which it is tried. `plain` can't say that what was sent is not to come back. */
const manners = ['mqtt5', 'bridge', 'plain'] as const
const protocols: Readonly<Record<typeof manners[number], IClientOptions>> = {
  // So that the session is kept, for as long as the broker keeps any.
  mqtt5: { protocolVersion: 5, properties: { sessionExpiryInterval: 0xffff_ffff, receiveMaximum: UNDER_WAY_MAX } },
  bridge: { protocolVersion: 4 },
  plain: { protocolVersion: 4 }
}
/** Nothing of one's own, the retain flag as it was, what is retained only where the subscription is new (MQTT 5, 3.8.3.1). */
const OPTIONS = { nl: true, rap: true, rh: 1 } as const

/** Unacceptable protocol version (MQTT 3.1.1, 3.2.2.3), unsupported (MQTT 5, 3.2.2.2). */
const WRONG_PROTOCOL: readonly unknown[] = [1, 0x84]
/** Not authorized, topic name invalid, packet too large, payload format invalid (MQTT 5, 3.4.2.1): it would be refused again. */
const HOPELESS: readonly unknown[] = [0x87, 0x90, 0x95, 0x99]
const REFUSED = 0x80
/** Of a PUBLISH: header, remaining length, length of the topic, packet identifier, length of no properties. */
const ENVELOPE_BYTES = 1 + 4 + 2 + 2 + 1
const RETRY_MIN_MS = 200
const RETRY_MAX_MS = 10_000
/** From its CONNACK to its SUBACK. */
const ANSWER_MS = 15_000
/** Nothing of what is under way is acknowledged: a large message on a slow line takes less. */
const ACKNOWLEDGE_MS = 60_000
/** So long a word may take from one node to another. */
const ECHO_MS = 1_000

const NAMES: Names = {
  login: 'user, password or passwordFile; in a mosquitto.conf remote_username, remote_password',
  clientId: 'clientId; in a mosquitto.conf remote_clientid',
  ca: 'ca; in a mosquitto.conf bridge_cafile',
  certificate: 'cert, key; in a mosquitto.conf bridge_certfile, bridge_keyfile'
}

export class Link {
  isUp = false
  /** So many messages may be under way. */
  room = UNDER_WAY_MAX
  readonly #options: LinkOptions
  readonly #handlers: LinkHandlers
  #client: MqttClient | undefined
  #retry: Timer | undefined
  #failures = 0
  #upAt = 0
  #turn = 0
  #url = ''
  #manner = 0
  /** Said here, to be heard there if that is here. */
  readonly #word: string
  #isSaying = false
  /** Not where the other broker cuts off who asks for what it may not read. */
  #maySay = true
  #wasUp = false
  /** What the other broker takes. */
  #limits: Limits = NO_LIMITS
  /** What was said last of why there is no connection. */
  #complaint: string | undefined
  /** Runs while the other broker owes an answer. */
  #owed: Timer | undefined
  #unacknowledged = 0
  #closed = false

  constructor (options: LinkOptions, handlers: LinkHandlers) {
    this.#options = options
    this.#handlers = handlers
    this.#word = String(options.random())
  }

  open (): void {
    const { urls } = this.#options.bridge
    const url = this.#url = urls[this.#turn++ % urls.length] as string
    const client = this.#client = connect(url, { ...this.#connectOptions(), manualConnect: true })
    // The highest bit of the protocol level: mqtt.js has no option for it.
    if (this.#asks === 'bridge') client.on('packetsend', packet => { if (packet.cmd === 'connect') Object.assign(packet, { bridgeMode: true }) })
    receiveInWindow(client, (packet, done) => { if (client === this.#client) this.#receive(packet, () => { if (client === this.#client) done() }) })
    client.on('connect', connack => this.#connected(client, connack))
    client.on('error', error => this.#lost(client, url, error))
    client.on('close', () => this.#lost(client, url))
    client.connect()
  }

  send (message: Message, dup: boolean): Promise<Outcome> {
    const client = this.#client
    if (client === undefined || !this.isUp) return Promise.resolve('gone')
    const { topic, payload } = message
    const { packetBytes } = this.#limits
    const bytes = ENVELOPE_BYTES + Buffer.byteLength(topic) + payload.length
    if (bytes > packetBytes) return Promise.resolve(this.#refused({ topic, bytes, packetBytes }, 'the other broker takes no packet of this size: the message is given up; allow it there (in Mosquitto max_packet_size)'))
    const qos = message.qos === 1 && this.#limits.qos > 0 ? 1 : 0
    const retain = message.retain && this.#limits.canRetain
    if (qos > 0 && this.#unacknowledged++ === 0) this.#awaitAcknowledgement()
    return new Promise(resolve => {
      client.publish(topic, payload, { qos, retain, dup: dup && qos === 1 }, error => {
        if (client !== this.#client) return resolve('gone')
        if (qos > 0) this.#acknowledged()
        if (error === undefined || error === null) resolve('taken')
        else if (HOPELESS.includes(codeOf(error))) resolve(this.#refused({ topic }, 'the other broker does not take a message; allow it in its access list'))
        else {
          this.leave(RETRY_MIN_MS)
          resolve('gone')
        }
      })
    })
  }

  #acknowledged (): void {
    this.#unacknowledged--
    this.#answered()
    if (this.#unacknowledged > 0) this.#awaitAcknowledgement()
  }

  #awaitAnswer (): void {
    this.#await(ANSWER_MS, 'the other broker lets the bridge in, but does not answer its subscriptions; see what keeps that broker from it')
  }

  #awaitAcknowledgement (): void {
    this.#await(ACKNOWLEDGE_MS, 'the other broker acknowledges nothing that is sent to it: it is connected anew; see what keeps that broker from it')
  }

  /** One that goes on answering pings, or whose connection is a hole, does not close it. */
  #await (ms: number, message: string): void {
    this.#answered()
    this.#owed = this.#options.clock.setTimeout(() => {
      this.#complain(message, 'warn', { broker: withoutPassword(this.#url) }, message)
      // By us: what is under way is not to blame.
      this.leave(this.#nextDelayMs())
    }, ms)
    this.#owed.unref?.()
  }

  #answered (): void {
    if (this.#owed !== undefined) this.#options.clock.clearTimeout(this.#owed)
    this.#owed = undefined
  }

  #refused (details: object, message: string): Outcome {
    this.#options.log.error(details, message)
    return 'refused'
  }

  /** It doesn't read: what can wait should, and what can't is better dropped. */
  get isClogged (): boolean {
    const { stream } = (this.#client ?? {}) as { stream?: Duplex }
    return stream?.writableNeedDrain === true
  }

  /** Cuts the connection, without acknowledging what is under way, and comes back after a while. */
  leave (forMs: number): void {
    this.#drop(false)
    this.#comeBack(forMs)
  }

  /** @param isPolite with a goodbye, so that no will is published; mqtt.js waits with it for whatever is not acknowledged */
  async close (isPolite: boolean): Promise<void> {
    this.#closed = true
    if (this.#retry !== undefined) this.#options.clock.clearTimeout(this.#retry)
    const client = this.#client
    if (client !== undefined && isPolite) await new Promise<void>(resolve => { client.end(false, {}, () => resolve()) })
    this.#drop(false)
  }

  #connectOptions (): IClientOptions {
    const { bridge, clientId, keepaliveMs } = this.#options
    const will = this.#options.will()
    return {
      ...protocols[this.#asks],
      clientId,
      clean: false,
      reconnectPeriod: 0,
      connectTimeout: 5_000,
      keepalive: Math.ceil(keepaliveMs / 1_000),
      resubscribe: false,
      queueQoSZero: false,
      ...credentials({ ...bridge, username: bridge.user }),
      ...will !== undefined && { will }
    }
  }

  get #asks (): typeof manners[number] {
    return manners[this.#manner] ?? 'plain'
  }

  #connected (client: MqttClient, { sessionPresent, properties }: IConnackPacket): void {
    this.room = Math.min(UNDER_WAY_MAX, properties?.receiveMaximum ?? UNDER_WAY_MAX)
    this.#limit(properties)
    // Ours speak MQTT 3.1.1.
    if (this.#asks === 'mqtt5' || !this.#maySay) return this.#subscribe(client, sessionPresent)
    this.#sayWord(client, () => this.#subscribe(client, sessionPresent))
  }

  #limit (properties: IConnackPacket['properties']): void {
    const { maximumPacketSize = Infinity, maximumQoS = 1, retainAvailable } = properties ?? {}
    const limits = { packetBytes: maximumPacketSize, qos: maximumQoS, canRetain: retainAvailable !== false }
    const isNew = limits.qos !== this.#limits.qos || limits.canRetain !== this.#limits.canRetain
    this.#limits = limits
    if (isNew && limits.qos === 0) this.#options.log.warn({}, 'the other broker takes QoS 0 alone: what is sent when a connection breaks may be lost')
    if (isNew && !limits.canRetain) this.#options.log.warn({}, 'the other broker retains nothing')
  }

  /** There and back twice: what is said here before the second time has come by then, if it is to come. */
  #sayWord (client: MqttClient, then: () => void): void {
    const { echo: { topic, say }, clock } = this.#options
    const isOver = (): boolean => client !== this.#client || this.#closed
    // Where it is not allowed it is another broker.
    const ask = (next: () => void): void => { client.subscribe(topic, { qos: 0 }, () => { if (!isOver()) next() }) }
    this.#isSaying = true
    this.#awaitAnswer()
    ask(() => {
      this.#isSaying = false
      say(this.#word).catch(() => {}).then(() => { if (!isOver()) ask(then) }, () => {})
      clock.setTimeout(() => { if (!isOver()) client.unsubscribe(topic, () => {}) }, ECHO_MS).unref?.()
    })
  }

  #receive (packet: IPublishPacket, done: () => void): void {
    if (packet.topic !== this.#options.echo.topic) return this.#handlers.packet(packet, done)
    done()
    if (packet.payload.toString() !== this.#word) return
    this.#complain('itself', 'error', { broker: withoutPassword(this.#url) }, 'the other broker is this one, or a node of the same: a bridge would carry everything round; correct its urls')
    this.leave(RETRY_MAX_MS)
  }

  #subscribe (client: MqttClient, sessionPresent: boolean): void {
    const wanted = this.#options.subscriptions.filter(({ isBoth }) => !isBoth || this.#asks !== 'plain')
    if (wanted.length < this.#options.subscriptions.length) this.#options.log.error({}, 'the other broker would return what is sent to it: topics of direction both are only sent out')
    // Asking again would bring all that is retained there once more.
    if (wanted.length === 0 || (sessionPresent && this.#wasUp)) return this.#isReady()
    this.#awaitAnswer()
    client.subscribe(Object.fromEntries(wanted.map(({ filter, qos }) => [filter, { qos, ...this.#asks === 'mqtt5' && OPTIONS }])), (error, _, suback) => {
      if (client !== this.#client || this.#closed) return
      if (suback?.granted.some(code => Number(code) >= REFUSED) === true) {
        this.#options.log.error({ filters: wanted.map(({ filter }) => filter), granted: suback.granted }, 'the other broker does not let the bridge subscribe; allow it in its access list')
        return this.leave(RETRY_MAX_MS)
      }
      // Else the connection broke, which is told by itself.
      if (error === null || error === undefined) this.#isReady()
    })
  }

  #isReady (): void {
    this.#answered()
    this.#upAt = this.#options.clock.now()
    this.#wasUp = true
    this.isUp = true
    this.#handlers.up()
  }

  #lost (client: MqttClient, url: string, error?: Error): void {
    if (client !== this.#client || this.#closed) return
    // One that is cut off again at once, as by another of the same client id, is a failure, too.
    if (this.isUp && this.#options.clock.now() - this.#upAt >= RETRY_MAX_MS) {
      this.#failures = 0
      this.#complaint = undefined
    }
    const isWrongProtocol = error !== undefined && WRONG_PROTOCOL.includes(codeOf(error)) && this.#asks !== 'plain'
    if (this.#isSaying) this.#maySay = this.#isSaying = false
    const { reason, hint, isOurs } = adviceFor(url, error, NAMES)
    // The number of a packet makes it no other reason.
    if (!isWrongProtocol) this.#complain(reason.replace(/ \d+$/, ''), isOurs ? 'error' : 'warn', { broker: withoutPassword(url), reason }, `no connection to the other broker; ${hint}`)
    this.#drop(true)
    if (isWrongProtocol) {
      this.#manner++
      this.#turn--
      return this.#comeBack(0)
    }
    this.#comeBack(this.#nextDelayMs())
  }

  #nextDelayMs (): number {
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(this.#failures++, 10))
    // Half of it is chance: many sites do not come back in one wave.
    return delayMs * (0.5 + this.#options.random() / 2)
  }

  /** Once for each reason, not once for each attempt. */
  #complain (reason: string, level: 'warn' | 'error', details: object, message: string): void {
    this.#options.log[reason === this.#complaint ? 'debug' : level](details, message)
    this.#complaint = reason
  }

  #comeBack (inMs: number): void {
    if (this.#closed) return
    const { clock } = this.#options
    if (this.#retry !== undefined) clock.clearTimeout(this.#retry)
    this.#retry = clock.setTimeout(() => this.open(), inMs)
  }

  #drop (isCut: boolean): void {
    const client = this.#client
    const wasUp = this.isUp
    this.#client = undefined
    this.isUp = false
    this.#unacknowledged = 0
    this.#answered()
    if (client === undefined) return
    client.removeAllListeners()
    client.on('error', () => {})
    client.end(true)
    const { stream } = client as { stream?: Duplex }
    stream?.destroy()
    if (wasUp) this.#handlers.down(isCut)
  }
}

function codeOf (error: Error): unknown {
  return 'code' in error ? error.code : undefined
}
