/**
 * One MQTT connection of a principal, for tests: says commands, awaits replies
 * and whatever else it is told. Everything that it receives is checked against
 * the contract. It has no opinion on what should come.
 */
import { type Socket, connect } from 'node:net'
import { type IClientOptions, MqttClient } from 'mqtt'
import type { Packet } from 'mqtt-packet'
import type { Body, Facts, Message } from './facts.js'

export interface TalkerOptions extends IClientOptions {
  /** What it subscribes to, below the root; by default its own branch. */
  readonly subscribe?: readonly string[]
  /** The QoS of its subscriptions. */
  readonly subscribeQos?: 0 | 1
  /** The QoS of what it says, where that is not told. */
  readonly sayQos?: 0 | 1
  /** How long it waits before it says what it missed. Nothing waits so long in a test that passes. */
  readonly patienceMs?: number
}

export interface Say { readonly qos?: 0 | 1 | 2, readonly retain?: boolean }

interface Waiting { readonly wanted: (message: Message) => boolean, readonly got: (message: Message) => void }

/** How long a test waits before it says what it missed. Nothing waits so long in a test that passes. */
const PATIENCE_MS = 20_000

export class Talker {
  /** What came and was not taken yet, oldest first. */
  readonly inbox: Message[] = []
  /** `puback`, and the topics of what came, in the order on the wire. */
  readonly trace: string[] = []
  /** Bytes of the largest PUBLISH that came. */
  largestPacket = 0
  readonly #waiting: Waiting[] = []
  #refs = 0

  private constructor (
    readonly name: string, readonly client: MqttClient, private readonly root: string,
    private readonly facts: Facts, private readonly sayQos: 0 | 1, private readonly patienceMs: number
  ) {}

  /** @param name the principal, sent as the user name unless `username` says otherwise */
  static async connect (port: number, root: string, name: string, facts: Facts, options: TalkerOptions = {}): Promise<Talker> {
    const { subscribe = [`to/${name}/#`], subscribeQos = 1, sayQos = 1, patienceMs = PATIENCE_MS, ...mqtt } = options
    // Nagle's algorithm would make every other exchange wait for 40 ms.
    const openSocket = (): Socket => connect(port, '127.0.0.1').setNoDelay(true)
    const client = new MqttClient(openSocket, { protocolVersion: 4, reconnectPeriod: 0, username: name, ...mqtt })
    const talker = new Talker(name, client, root, facts, sayQos, patienceMs)
    // Before it is connected: a stored session speaks at once.
    talker.#listen()
    await new Promise<unknown>((resolve, reject) => {
      client.once('connect', resolve).once('error', reject).once('close', () => reject(new Error(`${name} was closed before it was connected`)))
    })
    client.on('error', () => {})
    for (const filter of subscribe) await talker.subscribe(filter, subscribeQos)
    return talker
  }

  async subscribe (filter: string, qos: 0 | 1 = 1): Promise<number> {
    return await this.subscribeTo(`${this.root}/${filter}`, qos)
  }

  /** A whole filter. Resolves with the granted QoS; 128 is a refusal (MQTT 3.1.1, 3.9.3). */
  async subscribeTo (filter: string, qos: 0 | 1 | 2 = 1): Promise<number> {
    return await new Promise(resolve => {
      this.client.subscribe(filter, { qos }, (_error, _granted, suback) => resolve(Number(suback?.granted[0])))
    })
  }

  /** Resolves once it is acknowledged, with QoS 0 once it is sent. */
  async say (command: string, body: unknown = {}, options: Say = {}): Promise<void> {
    await this.publish(`${this.root}/from/${this.name}/${command}`, body, options)
  }

  /** To a whole topic, with a payload that may be anything. */
  async publish (topic: string, body: unknown, { qos = this.sayQos, retain = false }: Say = {}): Promise<void> {
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    await this.client.publishAsync(topic, payload, { qos, retain })
  }

  /** A command and the answer to it: its `accepted`, or the `welcome` to a birth. */
  async ask (command: string, body: object = {}, options: Say = {}): Promise<Body> {
    const { topic, answer } = await this.#converse(command, body, options)
    if (topic.endsWith('/rejected')) throw new Error(`${command} of ${this.name} was rejected: ${JSON.stringify(answer)}`)
    return answer
  }

  /** A command and its rejection. */
  async refused (command: string, body: object = {}, options: Say = {}): Promise<Body> {
    const { topic, answer } = await this.#converse(command, body, options)
    if (!topic.endsWith('/rejected')) throw new Error(`${command} of ${this.name} was accepted: ${JSON.stringify(answer)}`)
    return answer
  }

  async #converse (command: string, body: object, options: Say): Promise<{ topic: string, answer: Body }> {
    const ref = `${command.slice(-20)}-${++this.#refs}`
    const answered = this.next(message => message.body?.ref === ref, `an answer to ${command}`)
    const [message] = await Promise.all([answered, this.say(command, { ...body, ref }, options)])
    const { ref: _, ...answer } = message.body ?? {}
    return { topic: message.topic, answer }
  }

  /** The next message on a topic below `to/{me}/` that nobody has taken yet. */
  async told (topic: string): Promise<Body> {
    const message = await this.next(({ topic: other }) => other === `to/${this.name}/${topic}`, topic)
    return message.body ?? {}
  }

  /** The next message on a topic below the root; of a state, the first that has these fields. */
  async seen (topic: string, fields: Body = {}): Promise<Body> {
    const message = await this.next(({ topic: other, body }) => other === topic && hasFields(body, fields), `${topic} ${JSON.stringify(fields)}`)
    return message.body ?? {}
  }

  next (wanted: (message: Message) => boolean, what = 'a message'): Promise<Message> {
    const at = this.inbox.findIndex(wanted)
    if (at !== -1) return Promise.resolve(this.inbox.splice(at, 1)[0] as Message)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.name} waited for ${what} in vain; unread: ${this.#unread().slice(-8).join(' ')}`)), this.patienceMs)
      this.#waiting.push({ wanted, got: message => { clearTimeout(timer); resolve(message) } })
    })
  }

  /** Resolves once the orchestrator has nothing under way with its store. */
  quiet: () => Promise<void> = async () => {}

  /** Everything that was under way has come: what nobody has taken yet. */
  async rest (): Promise<string[]> {
    for (let round = 0; round < 2; round++) {
      await this.ask('time')
      await this.quiet()
    }
    await this.ask('time')
    const unread = this.#unread()
    this.inbox.length = 0
    return unread
  }

  /** Goes without DISCONNECT, so that its will is published. */
  vanish (): void {
    this.client.stream.destroy()
  }

  async leave (): Promise<void> {
    await this.client.endAsync(true)
  }

  /** Which nodes run is said on stores of several, and no business of these tests. */
  #unread (): string[] {
    return this.inbox.filter(({ topic }) => !topic.startsWith('state/nodes/')).map(({ topic, text }) => `${topic} ${text}`)
  }

  #listen (): void {
    this.client.on('packetreceive', packet => this.#measure(packet))
    this.client.on('message', (topic, payload, { retain, qos, dup }) => {
      const isOurs = topic.startsWith(`${this.root}/`)
      const text = payload.toString()
      const message = { topic: isOurs ? topic.slice(this.root.length + 1) : topic, body: parsed(text), text, retain, qos, dup }
      if (isOurs) this.facts.check(this.client.options.clientId ?? this.name, this.name, message)
      this.#hand(message)
    })
  }

  #measure (packet: Packet): void {
    if (packet.cmd === 'puback') this.trace.push('puback')
    if (packet.cmd !== 'publish') return
    this.trace.push(packet.topic.slice(this.root.length + 1))
    const remaining = packet.length ?? 0
    // MQTT 3.1.1, 2.2.3: seven bits of the length in each byte.
    this.largestPacket = Math.max(this.largestPacket, 1 + Math.ceil(Math.log2(remaining + 1) / 7) + remaining)
  }

  #hand (message: Message): void {
    const at = this.#waiting.findIndex(({ wanted }) => wanted(message))
    if (at === -1) this.inbox.push(message)
    else this.#waiting.splice(at, 1)[0]?.got(message)
  }
}

function parsed (text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body
  } catch {
    return undefined
  }
}

function hasFields (body: Body | undefined, fields: Body): boolean {
  return body !== undefined && Object.entries(fields).every(([name, value]) => body[name] === value)
}
