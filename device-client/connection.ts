// One MQTT connection that comes back by itself, for the device's and the app's side. It knows nothing of tasks.
// What is not acknowledged when the connection breaks is forgotten here, on purpose: commands are idempotent, and their
// senders know better than a packet queue what is still worth sending. So every attempt to connect is a fresh client, and may
// go to another broker: of several, the next one is tried where one is gone.

import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { MqttClient, connect, type IClientOptions } from 'mqtt'
import { type Alarm, type Clock, randomFraction } from './platform/clock.js'

/** `mqtt://host:1883`, `mqtts://…`, `ws://…/mqtt`, or the options of mqtt.js (TLS keys and the like). */
export type Broker = string | IClientOptions | StreamBroker

/** A broker in the same process. */
export interface StreamBroker { readonly stream: () => Duplex }

export interface ConnectionOptions {
  broker: Broker | readonly Broker[]
  clientId: string
  username?: string | undefined
  password?: string | Buffer | undefined
  /** False keeps the broker's session, so that what is sent meanwhile is queued. */
  clean?: boolean | undefined
  /** Asked for with each connecting. */
  will?: (() => { topic: string, payload: string }) | undefined
  filters: readonly string[]
  clock: Clock
}

export interface ConnectionHandlers {
  /** Connected and subscribed. */
  up (): void
  down (): void
  message (topic: string, payload: Buffer): void
  problem (error: Error): void
}

export interface Connection {
  readonly isUp: boolean
  /** QoS 1 unless told otherwise. Dropped while the connection is down; `acknowledged` is called at the PUBACK only. */
  publish (topic: string, payload: string | Buffer, acknowledged?: () => void, qos?: 0 | 1): void
  subscribe (filter: string): void
  unsubscribe (filter: string): void
  /** Gone without a goodbye, as by a crash; comes back only where told to. */
  cut (comeBack: boolean): void
  /** Writes out what was published, says goodbye (no will) and stays away. */
  close (): Promise<void>
}

const firstRetryMs = 200
const longestRetryMs = 10_000
const goodbyeMs = 2_000
/** Where there is another broker to go to: a machine that is gone closes no connection, and refuses none. */
const impatience: IClientOptions = { connectTimeout: 5_000, keepalive: 10 }

export function openConnection (options: ConnectionOptions, handlers: ConnectionHandlers): Connection {
  return new ReturningConnection(options, handlers)
}

/** Half of the delay is chance, so that a fleet does not come back in one wave. */
function retryDelayMs (failures: number): number {
  const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 16))
  return delayMs * (0.5 + randomFraction() / 2)
}

class ReturningConnection implements Connection {
  isUp = false
  #client: MqttClient | undefined
  #retry: Alarm | undefined
  #failures = 0
  /** Counts attempts: whose turn it is. */
  #turn = 0
  #closed = false
  readonly #brokers: readonly IClientOptions[]
  readonly #filters: Set<string>

  constructor (readonly options: ConnectionOptions, readonly handlers: ConnectionHandlers) {
    this.#filters = new Set(options.filters)
    this.#brokers = brokersOf(options.broker)
    this.#open()
  }

  publish (topic: string, payload: string | Buffer, acknowledged?: () => void, qos: 0 | 1 = 1): void {
    if (!this.isUp) return
    this.#client?.publish(topic, payload, { qos }, (error) => { if (!error) acknowledged?.() })
  }

  subscribe (filter: string): void {
    this.#filters.add(filter)
    // Not only once it is up: what is asked for while the first answer is on its way would never be subscribed.
    if (this.#client?.connected) this.#subscribe(this.#client, [filter])
  }

  unsubscribe (filter: string): void {
    this.#filters.delete(filter)
    if (this.#client?.connected) this.#client.unsubscribe(filter)
  }

  cut (comeBack: boolean): void {
    this.#closed ||= !comeBack
    if (this.#client) this.#gone(this.#client)
  }

  async close (): Promise<void> {
    this.#closed = true
    this.#retry?.cancel()
    const client = this.#client
    if (!client) return
    await this.#flush(client)
    this.#gone(client)
  }

  /** Waits for the acknowledgements on their way, but not for a broker that gives none. */
  #flush (client: MqttClient): Promise<void> {
    return new Promise((resolve) => {
      const alarm = this.options.clock.after(goodbyeMs, resolve)
      client.end(!this.isUp, {}, () => {
        alarm.cancel()
        resolve()
      })
    })
  }

  #open (): void {
    const { clientId, username, password, clean = true } = this.options
    const will = this.options.will?.()
    const { stream, ...broker }: IClientOptions & Partial<StreamBroker> = this.#brokers[this.#turn % this.#brokers.length] ?? {}
    const settings: IClientOptions = {
      ...broker,
      clientId,
      clean,
      reconnectPeriod: 0,
      queueQoSZero: false,
      ...username !== undefined && { username },
      ...password !== undefined && { password },
      ...will && { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1 as const, retain: false } }
    }
    const client = stream === undefined ? connect(settings) : new MqttClient(stream, settings)
    this.#client = client
    // Small packets in a row: Nagle's algorithm would hold the second back for the other side's delayed ACK, 40 ms.
    if (client.stream instanceof Socket) client.stream.setNoDelay(true)
    client.on('connect', () => this.#subscribe(client, [...this.#filters], () => this.#ready(client)))
    client.on('message', (topic, payload) => { if (client === this.#client) this.handlers.message(topic, payload) })
    // mqtt.js tells of a TLS error once for the socket and once for the stream.
    let told: string | undefined
    client.on('error', (error) => {
      if (error.message !== told) this.handlers.problem(error)
      told = error.message
    })
    client.on('close', () => this.#gone(client))
  }

  #subscribe (client: MqttClient, filters: string[], done?: () => void): void {
    if (filters.length === 0) return done?.()
    client.subscribe(filters, { qos: 1 }, (error) => {
      if (!error) return done?.()
      if (client !== this.#client) return
      this.handlers.problem(error)
      client.end(true)
    })
  }

  #ready (client: MqttClient): void {
    if (client !== this.#client || this.#closed) return
    this.#failures = 0
    this.isUp = true
    this.handlers.up()
  }

  #gone (client: MqttClient): void {
    if (client !== this.#client) return
    this.#client = undefined
    const wasUp = this.isUp
    this.isUp = false
    client.end(true)
    if (wasUp) this.handlers.down()
    if (this.#closed) return
    this.#turn++
    const rounds = Math.floor(this.#failures++ / this.#brokers.length)
    this.#retry = this.options.clock.after(retryDelayMs(rounds), () => this.#open())
  }
}

/** @throws TypeError where there is none, or one that is no address */
function brokersOf (broker: Broker | readonly Broker[]): (IClientOptions & Partial<StreamBroker>)[] {
  const brokers = isList(broker) ? broker.map(brokerOptions) : [brokerOptions(broker)]
  if (brokers.length === 0) throw new TypeError('broker: the list is empty')
  return brokers.length === 1 ? brokers : brokers.map(options => ({ ...impatience, ...options }))
}

function isList (broker: Broker | readonly Broker[]): broker is readonly Broker[] {
  return Array.isArray(broker)
}

/** @throws TypeError where it is no address */
export function brokerOptions (broker: Broker): IClientOptions & Partial<StreamBroker> {
  if (typeof broker !== 'string') return broker
  const url = new URL(broker)
  const protocol = url.protocol.slice(0, -1)
  if (!isProtocol(protocol)) throw new TypeError(`broker: ${broker} is no mqtt, mqtts, ws or wss URL`)
  return {
    protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    ...url.port && { port: Number(url.port) },
    ...url.pathname !== '/' && { path: url.pathname },
    ...url.username && { username: decodeURIComponent(url.username) },
    ...url.password && { password: decodeURIComponent(url.password) }
  }
}

function isProtocol (protocol: string): protocol is 'mqtt' | 'mqtts' | 'ws' | 'wss' | 'tcp' | 'ssl' {
  return ['mqtt', 'mqtts', 'ws', 'wss', 'tcp', 'ssl'].includes(protocol)
}
