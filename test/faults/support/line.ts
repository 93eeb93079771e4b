/**
 * A raw MQTT connection of one principal that comes back by itself, and then
 * says again what was not acknowledged, as MQTT 3.1.1, 4.4, wants it; only after
 * it has subscribed, so that no answer is missed. It knows topics, and nothing
 * of tasks.
 */
import { type Socket, connect } from 'node:net'
import { MqttClient } from 'mqtt'

export type Body = Readonly<Record<string, unknown>>

export interface LineOptions {
  readonly port: number
  /** Where it goes in turn when it is cut off. */
  readonly otherPorts?: readonly number[]
  /** The principal. */
  readonly name: string
  readonly clientId?: string
  readonly clean?: boolean
  /** A session number: with it, there is a last will. */
  readonly willOf?: number
  /** What it subscribes to below the root; by default its own branch. */
  readonly filters?: readonly string[]
  /** Connected and subscribed, each time. */
  readonly ready?: () => void
  /** The topic below the root. */
  readonly message?: (topic: string, body: Body) => void
}

const ROOT = 'orchestra/v1/'
const RECONNECT_MS = 100

interface Saying { readonly command: string, readonly payload: string, readonly acked: () => void }

export class Line {
  /** How often it has connected. */
  connects = 0
  /** Connected and subscribed. */
  isUp = false
  #client: MqttClient
  /** Which of its ports it tries next. */
  #turn = 0
  #staysAway = false
  readonly #unacked = new Set<Saying>()

  constructor (private readonly options: LineOptions) {
    this.#client = this.#open()
  }

  /** With QoS 1 it is said until it is acknowledged, with QoS 0 now or never. */
  say (command: string, body: object, acked: () => void = () => {}, qos: 0 | 1 = 1): void {
    const saying = { command, payload: JSON.stringify(body), acked }
    if (qos > 0) this.#unacked.add(saying)
    if (this.isUp) this.#publish(saying, qos)
  }

  /** The next time that it is cut off it does not come back. */
  stayAway (): void {
    this.#staysAway = true
  }

  async leave (): Promise<void> {
    this.#staysAway = true
    await this.#client.endAsync(true)
  }

  /** A client for each connection: one that reconnects by itself sends again before it has subscribed. */
  #open (): MqttClient {
    const { port, otherPorts = [], name, clientId = name, clean = true, willOf, message } = this.options
    const ports = [port, ...otherPorts]
    const target = ports[this.#turn++ % ports.length] ?? port
    // Nagle's algorithm would make every other exchange wait for 40 ms.
    const openSocket = (): Socket => connect(target, '127.0.0.1').setNoDelay(true)
    const will = { topic: `${ROOT}from/${name}/offline`, payload: Buffer.from(JSON.stringify({ session: willOf })), qos: 1 as const, retain: false }
    const client = new MqttClient(openSocket, {
      protocolVersion: 4, clientId, username: name, clean, keepalive: 10, reconnectPeriod: 0, ...willOf !== undefined && { will }
    })
    client.on('error', () => {})
    client.on('connect', () => this.#connected(client))
    client.on('message', (topic, payload) => message?.(topic.slice(ROOT.length), JSON.parse(payload.toString() || '{}') as Body))
    client.once('close', () => this.#closed(client))
    return client
  }

  #connected (client: MqttClient): void {
    this.connects++
    const { name, filters = [`to/${name}/#`] } = this.options
    client.subscribe(filters.map(filter => ROOT + filter), { qos: 1 }, error => {
      if (!error && client.connected) this.#subscribed()
    })
  }

  #subscribed (): void {
    this.isUp = true
    const before = [...this.#unacked]
    this.options.ready?.()
    for (const saying of before) this.#publish(saying, 1)
  }

  #closed (client: MqttClient): void {
    this.isUp = false
    client.end(true)
    if (!this.#staysAway) setTimeout(() => { if (!this.#staysAway) this.#client = this.#open() }, RECONNECT_MS)
  }

  #publish (saying: Saying, qos: 0 | 1): void {
    this.#client.publish(`${ROOT}from/${this.options.name}/${saying.command}`, saying.payload, { qos }, error => {
      if (!error && this.#unacked.delete(saying)) saying.acked()
    })
  }
}
