/**
 * The kit's connection to the broker: hears the device, speaks to it, and sees
 * who else is there. It knows topics and packets, and nothing of tasks.
 */
import { type IClientOptions, type MqttClient, connect, connectAsync } from 'mqtt'
import { type BrokerOptions, credentials } from '../hosts/remote/reach.js'
import type { Clock } from '../platform/clock.js'
import { Pulse } from './pulse.js'

export interface LineOptions {
  /** The first of several that answers is taken. */
  readonly broker: BrokerOptions
  readonly root: string
  readonly device: string
  readonly clock: Clock
  readonly heard: (path: string, payload: Buffer) => void
  /** Nothing that is seen from now on could be relied on. */
  readonly ruined: (why: string) => void
}

const CONNECT_MS = 10_000
/** Longer than a broker needs to start again. */
const AWAY_MS = 15_000

export class Line {
  readonly pulse: Pulse
  /** Commands of the device that the broker kept: paths below from/{device}/. */
  readonly retained = new Set<string>()
  readonly #options: LineOptions
  readonly #from: string
  readonly #to: string
  readonly #sent = new Set<string>()
  #client: MqttClient | undefined
  #url = ''

  constructor (options: LineOptions) {
    this.#options = options
    this.#from = `${options.root}/from/${options.device}/`
    this.#to = `${options.root}/to/${options.device}/`
    this.pulse = new Pulse(options.clock, answered => this.#ping(answered), AWAY_MS, () => options.ruined('the broker has gone away'))
  }

  /** @throws Error where no broker answers, or it doesn't let us read */
  async open (): Promise<void> {
    const client = this.#client = await this.#reach()
    client.on('error', () => {})
    client.on('message', (topic, payload, { retain }) => this.#message(topic, payload, retain))
    await client.subscribeAsync(`${this.#from}#`, { qos: 1 }).catch(() => {
      throw new Error(`the broker does not let us read ${this.#from}#; one that serves as an orchestrator lets nobody, so take a plain one`)
    })
    // What is not granted here is not seen, and no harm done.
    for (const mine of [this.#to, this.#mine('to')]) await client.subscribeAsync(`${mine}#`, { qos: 0 }).catch(() => {})
    client.publish(`${this.#mine('from')}time`, '{}', { qos: 1 })
    this.pulse.start()
  }

  async close (): Promise<void> {
    this.pulse.stop()
    await this.#client?.endAsync(this.#client.connected !== true)
  }

  /** To the device. What could not be sent is missed by a clause. */
  say (path: string, payload: string, dup = false): void {
    this.#sent.add(`${path} ${payload}`)
    this.#client?.publish(this.#to + path, payload, { qos: 1, dup }, () => {})
  }

  /** What the broker keeps of the device's commands is told and cleared, as an orchestrator beside this broker would do. */
  async findRetained (): Promise<void> {
    const client = await connectAsync(this.#url, this.#settings())
    client.on('error', () => {})
    client.on('message', (topic, payload, { retain }) => { if (retain) this.#said(topic.slice(this.#from.length), payload, retain) })
    await client.subscribeAsync(`${this.#from}#`, { qos: 1 })
    // Its answer comes behind what was kept.
    await client.unsubscribeAsync(`${this.#from}#`)
    await client.endAsync()
  }

  /**
   * Connects with this client id, as a second process would: the broker drops the first, and publishes its will. Stays
   * until it is dropped itself, which tells that somebody uses the id.
   * @throws Error where the broker refuses
   */
  async takeOver (clientId: string, withinMs: number): Promise<{ readonly cutAt: number, readonly hadSession: boolean, readonly isBack: boolean }> {
    const { clock } = this.#options
    const client = connect(this.#url, { ...this.#settings(), clientId, clean: false })
    client.on('error', () => {})
    const hadSession = await new Promise<boolean>((resolve, reject) => {
      client.once('connect', ({ sessionPresent }) => resolve(sessionPresent))
      client.once('error', reject)
      client.once('close', () => reject(new Error('the broker closed the connection')))
    })
    const cutAt = clock.now()
    const isBack = await new Promise<boolean>(resolve => {
      const timer = clock.setTimeout(() => resolve(false), withinMs)
      client.once('close', () => { clock.clearTimeout(timer); resolve(true) })
    })
    await client.endAsync(!client.connected)
    // Nobody used it, so what we have made goes again.
    if (!isBack && !hadSession) await connectAsync(this.#url, { ...this.#settings(), clientId, clean: true }).then(client => client.endAsync())
    return { cutAt, hadSession, isBack }
  }

  /** Who says birth within a while, under any root: for who gave the wrong id. Topics, at most ten. */
  async whoElse (withinMs: number): Promise<readonly string[]> {
    const { clock, device } = this.#options
    const found = new Set<string>()
    const scout = await connectAsync(this.#url, this.#settings())
    scout.on('error', () => {})
    scout.on('message', topic => { if (found.size < 10) found.add(topic) })
    await scout.subscribeAsync([`${this.#options.root}/from/+/birth`, `from/${device}/birth`, `+/from/${device}/birth`, `+/+/from/${device}/birth`])
    await new Promise<void>(resolve => clock.setTimeout(resolve, withinMs))
    await scout.endAsync(true)
    return [...found]
  }

  #mine (branch: 'from' | 'to'): string {
    const { broker: { username }, root } = this.#options
    return `${root}/${branch}/${username ?? this.#client?.options.clientId ?? ''}/`
  }

  #settings (): IClientOptions {
    return {
      protocolVersion: 4,
      connectTimeout: CONNECT_MS,
      reconnectPeriod: 0,
      ...credentials(this.#options.broker)
    }
  }

  async #reach (): Promise<MqttClient> {
    const { urls } = this.#options.broker
    for (const url of urls) {
      try {
        this.#url = url
        return await connectAsync(url, { ...this.#settings(), reconnectPeriod: 1_000 }, false)
      } catch (error) {
        if (url === urls.at(-1)) throw error
      }
    }
    throw new Error('no broker is named')
  }

  /** An answer that every broker gives, at no one's cost, behind all that it was sent before. */
  #ping (answered: () => void): void {
    this.#client?.unsubscribe(`${this.#from}ping`, answered)
  }

  #message (topic: string, payload: Buffer, isRetained: boolean): void {
    if (topic.startsWith(this.#from)) this.#said(topic.slice(this.#from.length), payload, isRetained)
    else if (topic.startsWith(this.#to)) this.#told(topic.slice(this.#to.length), payload, isRetained)
    else if (!isRetained) this.#options.ruined(`an orchestrator serves this broker: it has answered ${topic}`)
  }

  #said (path: string, payload: Buffer, isRetained: boolean): void {
    if (isRetained) {
      this.retained.add(path)
      this.#client?.publish(this.#from + path, '', { qos: 1, retain: true }, () => {})
    } else if (payload.length > 0 || !this.retained.has(path)) this.#options.heard(path, payload)
  }

  /** What was not said by us: a device's orchestrator must be the only one. */
  #told (path: string, payload: Buffer, isRetained: boolean): void {
    if (isRetained || this.#sent.has(`${path} ${payload.toString()}`)) return
    this.#options.ruined(`somebody else speaks to the device as its orchestrator: ${this.#to}${path}`)
  }
}
