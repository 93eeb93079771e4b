/**
 * A raw MQTT connection of one principal that comes back by itself. What was
 * not acknowledged is sent again by the MQTT client, as MQTT 3.1.1, 4.4, wants
 * it. It knows topics, and nothing of tasks.
 */
import { type Socket, connect } from 'node:net'
import { MqttClient } from 'mqtt'

export type Body = Readonly<Record<string, unknown>>

export interface LineOptions {
  readonly port: number
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

export class Line {
  /** How often it has connected. */
  connects = 0
  readonly client: MqttClient
  readonly #options: LineOptions

  constructor (options: LineOptions) {
    this.#options = options
    const { port, name, clientId = name, clean = true, willOf } = options
    // Nagle's algorithm would make every other exchange wait for 40 ms.
    const openSocket = (): Socket => connect(port, '127.0.0.1').setNoDelay(true)
    const will = { topic: `${ROOT}from/${name}/offline`, payload: Buffer.from(JSON.stringify({ session: willOf })), qos: 1 as const, retain: false }
    this.client = new MqttClient(openSocket, {
      protocolVersion: 4, clientId, username: name, clean, keepalive: 10, reconnectPeriod: RECONNECT_MS, resubscribe: false, ...willOf !== undefined && { will }
    })
    this.client.on('error', () => {})
    this.client.on('connect', () => this.#connected())
    this.client.on('message', (topic, payload) => options.message?.(topic.slice(ROOT.length), JSON.parse(payload.toString() || '{}') as Body))
  }

  /**
   * Goes on until it is acknowledged: the MQTT client gives up what was said while it was sending
   * again what an earlier connection had left, and that connection broke, too.
   *
   * @param acked told whether the connection that acknowledged is the one that it was first said on
   */
  say (command: string, body: object, acked: (onSameConnection: boolean) => void = () => {}, qos: 0 | 1 = 1): void {
    const { connects } = this
    const publish = (): void => {
      this.client.publish(`${ROOT}from/${this.#options.name}/${command}`, JSON.stringify(body), { qos }, error => {
        if (!error) acked(connects === this.connects)
        else if (qos > 0 && !this.client.disconnecting) publish()
      })
    }
    publish()
  }

  async subscribe (...filters: readonly string[]): Promise<void> {
    await this.client.subscribeAsync(filters.map(filter => ROOT + filter), { qos: 1 })
  }

  /** The next time that it is cut off it stays away. */
  stayAway (): void {
    this.client.options.reconnectPeriod = 0
  }

  async leave (): Promise<void> {
    await this.client.endAsync(true)
  }

  #connected (): void {
    this.connects++
    const { name, filters = [`to/${name}/#`], ready } = this.#options
    // Cut off again before it was granted: the next connection does it.
    this.subscribe(...filters).then(ready, () => {})
  }
}
