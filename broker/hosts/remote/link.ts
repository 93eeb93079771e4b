/**
 * One connection to a foreign broker that comes back by itself, each time as a
 * fresh client: what the broker had no acknowledgement for it sends again. It
 * knows topics and packets, not what they mean.
 */
import type { Duplex } from 'node:stream'
import { type IClientOptions, type IPublishPacket, type MqttClient, connect } from 'mqtt'
import type { Clock, Timer } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Random } from '../../platform/random.js'

export interface BrokerOptions {
  /** mqtt, mqtts, ws or wss; of several, the next is tried where one is gone. */
  readonly urls: readonly string[]
  readonly username?: string | undefined
  readonly password?: string | undefined
  /** PEM. */
  readonly ca?: string | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
}

export interface LinkOptions {
  readonly broker: BrokerOptions
  readonly clientId: string
  /** False: the broker keeps the session, and what comes meanwhile. */
  readonly clean: boolean
  readonly filters: readonly string[]
  /** Asked for with each connecting. */
  readonly will?: () => { readonly topic: string, readonly payload: string }
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface LinkHandlers {
  /** Connected and subscribed. */
  readonly up: () => void
  /** One at a time: the next one comes, and this one is acknowledged, once `done` is called. */
  readonly packet: (packet: IPublishPacket, done: () => void) => void
}

const RETRY_MIN_MS = 200
const RETRY_MAX_MS = 10_000
const GOODBYE_MS = 2_000
const REFUSED = 0x80

export class Link {
  isUp = false
  readonly #options: LinkOptions
  readonly #handlers: LinkHandlers
  #client: MqttClient | undefined
  #retry: Timer | undefined
  #failures = 0
  /** Counts attempts: whose turn it is. */
  #turn = 0
  #closed = false

  constructor (options: LinkOptions, handlers: LinkHandlers) {
    this.#options = options
    this.#handlers = handlers
  }

  open (): void {
    const { broker: { urls, username, password, ca, cert, key }, clientId, clean } = this.#options
    const will = this.#options.will?.()
    const url = urls[this.#turn++ % urls.length] as string
    const options: IClientOptions = {
      clientId,
      clean,
      protocolVersion: 4,
      reconnectPeriod: 0,
      connectTimeout: 5_000,
      keepalive: 15,
      resubscribe: false,
      queueQoSZero: false,
      ...username !== undefined && { username },
      ...password !== undefined && { password },
      ...ca !== undefined && { ca },
      ...cert !== undefined && { cert },
      ...key !== undefined && { key },
      ...will !== undefined && { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }
    }
    const client = this.#client = connect(url, options)
    client.handleMessage = (packet, done) => { if (client === this.#client) this.#handlers.packet(packet, () => { if (client === this.#client) done() }) }
    client.on('connect', () => this.#subscribe(client))
    client.on('error', error => this.#lost(client, url, error))
    client.on('close', () => this.#lost(client, url))
  }

  /** Dropped where there is no connection: what matters is derived again. */
  publish (topic: string, payload: string, { qos, retain = false }: { qos: 0 | 1, retain?: boolean }): void {
    if (this.isUp) this.#client?.publish(topic, payload, { qos, retain })
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

  #subscribe (client: MqttClient): void {
    const { filters, clientId, log } = this.#options
    if (filters.length === 0) return this.#isReady()
    client.subscribe([...filters], { qos: 1 }, (error, _, suback) => {
      if (client !== this.#client || this.#closed) return
      if (suback?.granted.some(qos => qos === REFUSED) === true) {
        log.error({ clientId, filters, granted: suback.granted }, 'the broker does not let the orchestrator subscribe; allow it in its access list')
        return this.leave(RETRY_MAX_MS)
      }
      // Else the connection broke, which is told by itself.
      if (error === null) this.#isReady()
    })
  }

  #isReady (): void {
    this.#failures = 0
    this.isUp = true
    this.#handlers.up()
  }

  #lost (client: MqttClient, url: string, error?: Error): void {
    if (client !== this.#client || this.#closed) return
    const { log, clientId } = this.#options
    log[this.#failures === 0 ? 'warn' : 'debug']({ clientId, broker: withoutPassword(url), reason: error?.message ?? 'closed' }, 'no connection to the broker')
    this.#drop()
    const delayMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(this.#failures++, 10))
    // Half of it is chance: many nodes do not come back in one wave.
    this.#comeBack(delayMs * (0.5 + this.#options.random() / 2))
  }

  #comeBack (inMs: number): void {
    if (this.#closed) return
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

function withoutPassword (url: string): string {
  const address = new URL(url)
  address.password = ''
  return address.href
}
