/**
 * One client's questions to a broker, whichever it is: may I connect, does what
 * I publish arrive, what comes to me. The answers are data, to be compared.
 */
import { MqttClient, type IClientOptions } from 'mqtt'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'

export interface Heard { readonly topic: string, readonly text: string }

/** With the password that `accounts` has given. */
export const as = (username: string, more: IClientOptions = {}): IClientOptions => ({ username, password: `${username}'s`, clientId: `${username}-1`, ...more })

export async function enters (at: At, options: IClientOptions): Promise<string> {
  const peer = await Peer.connect(at, options)
  if (typeof peer === 'number') return `refused ${peer}`
  await peer.leave()
  return 'in'
}

/** A port of this machine, the path of a Unix socket, where TLS is spoken, or a line that somebody else opens. */
export type At = number | string | ConnectionOptions | (() => Duplex)

function opened (at: At): Duplex {
  if (typeof at === 'function') return at()
  if (typeof at === 'number') return connect({ port: at, host: '127.0.0.1', noDelay: true })
  return typeof at === 'string' ? connect(at) : connectTls({ host: '127.0.0.1', ...at })
}

export class Peer {
  readonly heard: Heard[] = []
  readonly #waiting = new Map<string, () => void>()

  private constructor (readonly client: MqttClient) {
    client.on('message', (topic, payload) => {
      this.heard.push({ topic, text: payload.toString() })
      this.#waiting.get(topic)?.()
    })
    client.on('error', () => {})
  }

  /** Resolves with the code of a refusal, where it is refused; -1 without a CONNACK. */
  static async connect (at: At, options: IClientOptions = {}): Promise<Peer | number> {
    const client = new MqttClient(() => opened(at), { protocolVersion: 4, reconnectPeriod: 0, connectTimeout: 5_000, ...options })
    const peer = new Peer(client)
    return await new Promise(resolve => {
      client.once('connect', () => resolve(peer))
      client.once('error', error => resolve('code' in error && typeof error.code === 'number' ? error.code : -1))
      client.once('close', () => resolve(-1))
    })
  }

  /** @throws where it is refused */
  static async sure (at: At, options: IClientOptions = {}): Promise<Peer> {
    const peer = await Peer.connect(at, options)
    if (typeof peer === 'number') throw new Error(`${options.username ?? 'nobody'} was refused with ${peer}`)
    return peer
  }

  /** The granted QoS of each, 128 for a refusal. */
  async subscribe (...filters: string[]): Promise<number[]> {
    return await new Promise(resolve => {
      this.client.subscribe(filters, { qos: 1 }, (_error, _granted, packet) => resolve([...packet?.granted ?? []].map(Number)))
    })
  }

  async publish (topic: string, text: string, retain = false): Promise<void> {
    await this.client.publishAsync(topic, text, { qos: 1, retain })
  }

  /** Resolves once something has come on this topic, also if it has before. */
  async on (topic: string): Promise<void> {
    if (this.heard.some(message => message.topic === topic)) return
    await new Promise<void>(resolve => { this.#waiting.set(topic, resolve) })
  }

  topics (): string[] {
    return this.heard.map(({ topic }) => topic)
  }

  async leave (): Promise<void> {
    await this.client.endAsync()
  }

  /** Without DISCONNECT. */
  async drop (): Promise<void> {
    await new Promise<void>(resolve => {
      this.client.once('close', () => resolve())
      this.client.stream.destroy()
    })
  }
}
