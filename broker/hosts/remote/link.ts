/**
 * One connection to a foreign broker that comes back by itself, each time as a
 * fresh client: what had no acknowledgement is sent again, by the broker and to
 * it. It knows topics and packets, not what they mean.
 */
import type { Duplex } from 'node:stream'
import { type IClientOptions, type IPublishPacket, type MqttClient, connect } from 'mqtt'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'
import { type Names, adviceFor, withoutPassword } from './advice.js'
import { type BrokerOptions, credentials } from './reach.js'
import { receiveInWindow } from './window.js'

export interface LinkOptions {
  readonly broker: BrokerOptions
  readonly clientId: string
  /** False: the broker keeps the session, and what comes meanwhile. */
  readonly clean: boolean
  readonly filters: readonly string[]
  /** Taken out of its session, where a former start has put them in. */
  readonly drops?: readonly string[]
  /** Asked for with each connecting. */
  readonly will?: () => { readonly topic: string, readonly payload: string }
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface LinkHandlers {
  /** Connected and subscribed. `hadSession`: the broker had kept one. */
  readonly up: (hadSession: boolean) => void
  /** Where this is given, it does not come back by itself. */
  readonly lost?: () => void
  /** It is acknowledged once `done` is called; some more come meanwhile. */
  readonly packet: (packet: IPublishPacket, done: () => void) => void
}

interface Publication {
  readonly topic: string
  readonly payload: string | Buffer
  readonly qos: 0 | 1
  readonly retain?: boolean
}

/** Who waits for the acknowledgement of one publication, and so of all before it. */
interface Unacknowledged extends Publication { waiting?: (() => void)[] }

const NAMES: Names = { login: '--user, --password-file', clientId: 'it begins with --node', ca: '--broker-ca', certificate: '--broker-cert, --broker-key' }
const RETRY_MIN_MS = 200
const RETRY_MAX_MS = 10_000
const GOODBYE_MS = 2_000
const REFUSED = 0x80
/** Of what is said without a connection. Commands are not taken meanwhile, so there is little of it. */
const WAITING_MAX = 10_000

export class Link {
  isUp = false
  readonly #options: LinkOptions
  readonly #handlers: LinkHandlers
  #client: MqttClient | undefined
  #retry: Timer | undefined
  #failures = 0
  /** What was said last of why there is no connection. */
  #complaint: string | undefined
  /** What the broker has not acknowledged, oldest first; what is retained is mended instead. */
  readonly #unacknowledged = new Set<Unacknowledged>()
  #newest: Unacknowledged | undefined
  /** Counts attempts: whose turn it is. */
  #turn = 0
  #closed = false

  constructor (options: LinkOptions, handlers: LinkHandlers) {
    this.#options = options
    this.#handlers = handlers
  }

  open (): void {
    const { broker, clientId, clean } = this.#options
    const will = this.#options.will?.()
    const url = broker.urls[this.#turn++ % broker.urls.length] as string
    const options: IClientOptions = {
      clientId,
      clean,
      protocolVersion: 4,
      reconnectPeriod: 0,
      connectTimeout: 5_000,
      keepalive: 15,
      resubscribe: false,
      queueQoSZero: false,
      ...credentials(broker),
      ...will !== undefined && { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }
    }
    const client = this.#client = connect(url, options)
    receiveInWindow(client, (packet, done) => { if (client === this.#client) this.#handlers.packet(packet, () => { if (client === this.#client) done() }) })
    client.on('connect', ({ sessionPresent }) => this.#subscribe(client, sessionPresent))
    client.on('error', error => this.#lost(client, url, error))
    client.on('close', () => this.#lost(client, url))
  }

  /**
   * Where there is no connection, what is retained is dropped, as it is mended afterwards, and so is QoS 0.
   * @param told once the broker has acknowledged it, or with why it has not
   */
  publish (publication: Publication, told: (error?: Error) => void = () => {}): void {
    const mine: Unacknowledged = { ...publication }
    if (mine.qos === 1 && mine.retain !== true && (this.isUp || this.#unacknowledged.size < WAITING_MAX)) {
      this.#unacknowledged.add(mine)
      this.#newest = mine
    }
    if (this.isUp) this.#send(mine, told)
    else told(new Error('no connection to the broker'))
  }

  /** Calls once the broker has what was published before and is not retained. It acknowledges in order (MQTT 3.1.1, 4.6). */
  whenAcknowledged (call: () => void): void {
    const newest = this.#newest
    if (newest === undefined || !this.#unacknowledged.has(newest)) return call()
    newest.waiting ??= []
    newest.waiting.push(call)
  }

  #send (publication: Unacknowledged, told: (error?: Error) => void): void {
    const { topic, payload, qos, retain = false } = publication
    this.#client?.publish(topic, payload, { qos, retain }, error => {
      told(error ?? undefined)
      if (error || !this.#unacknowledged.delete(publication)) return
      for (const call of publication.waiting ?? []) call()
    })
  }

  /** Cuts the connection, without acknowledging what is under way, and comes back after a while. */
  leave (forMs: number): void {
    this.#drop()
    this.#comeBack(forMs)
  }

  /** Says goodbye, so that no will is published. */
  async close (): Promise<void> {
    this.#closed = true
    if (this.#retry !== undefined) this.#options.clock.clearTimeout(this.#retry)
    const client = this.#client
    if (client === undefined) return
    await new Promise<void>(resolve => {
      const timer = this.#options.clock.setTimeout(resolve, GOODBYE_MS)
      client.end(!this.isUp, {}, () => {
        this.#options.clock.clearTimeout(timer)
        resolve()
      })
    })
    this.#drop()
  }

  #subscribe (client: MqttClient, hadSession: boolean): void {
    const { filters, clientId, log } = this.#options
    if (filters.length === 0) return this.#unsubscribe(client, hadSession)
    client.subscribe([...filters], { qos: 1 }, (error, _, suback) => {
      if (client !== this.#client || this.#closed) return
      if (suback?.granted.some(qos => qos === REFUSED) === true) {
        log.error({ clientId, filters, granted: suback.granted }, 'the broker does not let the orchestrator subscribe; allow it in its access list')
        return this.leave(RETRY_MAX_MS)
      }
      // Else the connection broke, which is told by itself.
      if (error === null) this.#unsubscribe(client, hadSession)
    })
  }

  #unsubscribe (client: MqttClient, hadSession: boolean): void {
    const { drops = [] } = this.#options
    if (!hadSession || drops.length === 0) return this.#isReady(hadSession)
    client.unsubscribe([...drops], error => {
      if (client === this.#client && !this.#closed && !error) this.#isReady(hadSession)
    })
  }

  #isReady (hadSession: boolean): void {
    this.#failures = 0
    this.#complaint = undefined
    this.isUp = true
    for (const publication of this.#unacknowledged) this.#send(publication, () => {})
    this.#handlers.up(hadSession)
  }

  #lost (client: MqttClient, url: string, error?: Error): void {
    if (client !== this.#client || this.#closed) return
    const { log, clientId } = this.#options
    const { reason, hint, isOurs } = adviceFor(url, error, NAMES)
    // Once for each reason, not once for each attempt.
    if (reason !== this.#complaint) log[this.#handlers.lost !== undefined ? 'debug' : isOurs ? 'error' : 'warn']({ clientId, broker: withoutPassword(url), reason }, `no connection to the broker; ${hint}`)
    this.#complaint = reason
    this.#drop()
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(this.#failures++, 10))
    // Half of it is chance: many nodes do not come back in one wave.
    this.#comeBack(delayMs * (0.5 + this.#options.random() / 2))
  }

  #comeBack (inMs: number): void {
    if (this.#closed) return
    if (this.#handlers.lost !== undefined) return this.#handlers.lost()
    if (this.#retry !== undefined) this.#options.clock.clearTimeout(this.#retry)
    this.#retry = this.#options.clock.setTimeout(() => this.open(), inMs)
  }

  #drop (): void {
    const client = this.#client
    this.#client = undefined
    this.isUp = false
    if (client === undefined) return
    client.removeAllListeners()
    client.on('error', () => {})
    client.end(true)
    const { stream } = client as { stream?: Duplex }
    stream?.destroy()
  }
}
