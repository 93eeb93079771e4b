/**
 * One MQTT connection of a script, packet by packet: what a client library
 * hides (a packet sent twice, a reader that stops, a line that is cut) can be
 * done here. It keeps all that comes, in order, and judges nothing.
 */
import type { Duplex } from 'node:stream'
import mqtt from 'mqtt-packet'
import type { IConnackPacket, IConnectPacket, IPublishPacket, ISubackPacket, Packet } from 'mqtt-packet'

export type Qos = 0 | 1 | 2

export interface Message {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: Qos
  readonly retain: boolean
  readonly dup: boolean
  /** Some step has expected it. */
  isTaken: boolean
}

export interface ConnectOptions {
  readonly clientId: string
  readonly clean: boolean
  /** Seconds; this client never pings by itself. */
  readonly keepalive: number
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly will?: { readonly topic: string, readonly payload: Buffer, readonly qos: Qos, readonly retain: boolean } | undefined
}

interface Waiting { readonly done: (packet: Packet) => void, readonly lost: (error: Error) => void }

/** A PUBACK is kept beside the messages, so that their order can be expected. */
export const PUBACK_TOPIC = '$puback'

/** MQTT 3.1.1, 3.2.2.3. */
const RETURN_CODES: Readonly<Record<number, string>> = { 1: 'protocol version', 2: 'client id', 3: 'not available', 4: 'user name or password', 5: 'not authorized' }

export const returnCodeText = (code: number): string => Object.hasOwn(RETURN_CODES, code) ? `return code ${code} (${RETURN_CODES[code]})` : `return code ${code}`

export class Client {
  readonly inbox: Message[] = []
  isOpen = true
  isReading = true
  readonly #stream: Duplex
  readonly #arrived: () => void
  readonly #parser = mqtt.parser({ protocolVersion: 4 })
  /** By what answers them: `puback 7`, `pingresp`. */
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #topics = new Map<number, string>()
  #lastId = 0
  #last: IPublishPacket | undefined

  /** @param arrived called whenever something came, or the connection ended */
  constructor (stream: Duplex, readonly options: ConnectOptions, arrived: () => void) {
    this.#stream = stream
    this.#arrived = arrived
    this.#parser.on('packet', packet => this.#receive(packet))
    this.#parser.on('error', () => stream.destroy())
    stream.on('data', (chunk: Buffer) => { this.#parser.parse(chunk) })
    stream.on('error', () => {})
    stream.on('close', () => this.#closed())
  }

  /** The principal that it speaks as. */
  get principal (): string {
    return this.options.username ?? this.options.clientId
  }

  /** Resolves with the CONNACK; a refused connection is closed by the broker. */
  async connect (): Promise<{ code: number, sessionPresent: boolean }> {
    const { username, password, will, ...options } = this.options
    const packet: IConnectPacket = {
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      ...options,
      ...username !== undefined && { username },
      ...password !== undefined && { password: Buffer.from(password) },
      ...will !== undefined && { will }
    }
    const { returnCode = 0, sessionPresent } = await this.#ask(packet, 'connack') as IConnackPacket
    return { code: returnCode, sessionPresent }
  }

  /** Resolves once it is acknowledged, with QoS 0 at once. */
  async publish (topic: string, payload: Buffer, qos: Qos, retain: boolean): Promise<void> {
    const messageId = this.#nextId()
    const packet: IPublishPacket = { cmd: 'publish', topic, payload, qos, retain, dup: false, ...qos > 0 && { messageId } }
    this.#last = packet
    if (qos === 0) return this.#send(packet)
    this.#topics.set(messageId, topic)
    await this.#ask(packet, `${qos === 1 ? 'puback' : 'pubcomp'} ${messageId}`)
  }

  /** The last PUBLISH once more, as after a lost acknowledgement: same id, DUP (MQTT 3.1.1, 4.4). */
  async repeat (): Promise<void> {
    if (this.#last === undefined) throw new Error('nothing was published yet')
    const packet = { ...this.#last, dup: this.#last.qos > 0 }
    if (packet.qos === 0) return this.#send(packet)
    await this.#ask(packet, `${packet.qos === 1 ? 'puback' : 'pubcomp'} ${packet.messageId}`)
  }

  /** Resolves with the granted QoS; 128 is a refusal (MQTT 3.1.1, 3.9.3). */
  async subscribe (topic: string, qos: Qos): Promise<number> {
    const messageId = this.#nextId()
    const { granted } = await this.#ask({ cmd: 'subscribe', messageId, subscriptions: [{ topic, qos }] }, `suback ${messageId}`) as ISubackPacket
    return Number(granted[0])
  }

  async unsubscribe (topic: string): Promise<void> {
    const messageId = this.#nextId()
    await this.#ask({ cmd: 'unsubscribe', messageId, unsubscriptions: [topic] }, `unsuback ${messageId}`)
  }

  async ping (): Promise<void> {
    await this.#ask({ cmd: 'pingreq' }, 'pingresp')
  }

  stopReading (): void {
    this.isReading = false
    this.#stream.pause()
  }

  goOn (): void {
    this.isReading = true
    this.#stream.resume()
  }

  /** Says goodbye, so that no will is published. */
  async disconnect (): Promise<void> {
    if (!this.isOpen) return
    const closed = this.#whenClosed()
    this.#stream.end(mqtt.generate({ cmd: 'disconnect' }))
    this.goOn()
    await closed
  }

  /** The line is cut. */
  async drop (): Promise<void> {
    if (!this.isOpen) return
    const closed = this.#whenClosed()
    this.#stream.destroy()
    await closed
  }

  #whenClosed (): Promise<void> {
    return new Promise(resolve => { this.#stream.once('close', resolve) })
  }

  #nextId (): number {
    this.#lastId = this.#lastId % 0xffff + 1
    return this.#lastId
  }

  #send (packet: Packet): void {
    if (!this.isOpen) throw new Error(`${this.options.clientId} is not connected`)
    this.#stream.write(mqtt.generate(packet))
  }

  #ask (packet: Packet, answer: string): Promise<Packet> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(answer, [...this.#waiting.get(answer) ?? [], { done: resolve, lost: reject }])
      this.#send(packet)
    })
  }

  #receive (packet: Packet): void {
    if (packet.cmd === 'publish') this.#told(packet)
    else if (packet.cmd === 'pubrec') this.#send({ cmd: 'pubrel', messageId: packet.messageId ?? 0 })
    else if (packet.cmd === 'pubrel') this.#send({ cmd: 'pubcomp', messageId: packet.messageId ?? 0 })
    else this.#answered(packet)
    this.#arrived()
  }

  #told ({ topic, payload, qos, retain, dup, messageId = 0 }: IPublishPacket): void {
    this.#keep({ topic, payload: Buffer.from(payload), qos, retain, dup, isTaken: false })
    if (qos > 0) this.#send({ cmd: qos === 1 ? 'puback' : 'pubrec', messageId })
  }

  #answered (packet: Packet): void {
    const { cmd, messageId } = packet
    const answer = messageId === undefined ? cmd : `${cmd} ${messageId}`
    if (cmd === 'puback') this.#keep({ topic: PUBACK_TOPIC, payload: Buffer.from(this.#topics.get(messageId ?? 0) ?? ''), qos: 0, retain: false, dup: false, isTaken: false })
    const [first, ...others] = this.#waiting.get(answer) ?? []
    this.#waiting.set(answer, others)
    first?.done(packet)
  }

  #keep (message: Message): void {
    this.inbox.push(message)
  }

  #closed (): void {
    this.isOpen = false
    const lost = new Error(`the connection ${this.options.clientId} was closed`)
    for (const waiting of this.#waiting.values()) for (const one of waiting) one.lost(lost)
    this.#waiting.clear()
    this.#arrived()
  }
}
