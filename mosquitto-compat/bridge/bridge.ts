/**
 * One bridge: what is published here and has to cross waits in its queue until
 * the other broker has acknowledged it; what comes from there is handed to this
 * broker before it is acknowledged. What came over a bridge is never offered to
 * it here, so nothing goes round. It knows this broker by `Local` alone.
 */
import type { IPublishPacket } from 'mqtt'
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import type { Random } from '../../broker/platform/random.js'
import type { Database } from '../../broker/store/level/database.js'
import { type LinkOptions, Link } from './link.js'
import { type BridgeOptions, defaults } from './options.js'
import { type Message, Queue, QueueFull, type Waiting, type Worth } from './queue.js'
import { Rules } from './rules.js'

/** Something that was published here. */
export interface Published {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: number
  readonly retain: boolean
}

/** This broker, as a bridge sees it. Topics are whole. */
export interface Local {
  /** Below the root, with the slash. */
  readonly prefix: string
  /** From the other broker, below `from/`; `decided` says whether it is carried out or refused, and with it may be acknowledged. */
  readonly command: (topic: string, payload: Buffer, qos: 0 | 1 | 2, decided: (isDecided: boolean) => void) => void
  /** Any other message from there. Resolves once it is kept where it has to be. */
  readonly publish: (message: Published) => Promise<void>
  /** What is retained here outside of the root. */
  readonly retained: (filters: readonly string[]) => AsyncIterable<Published>
  /** The topics of what is true now below `state/`; `isWhole`: of ended tasks, too. */
  readonly facts: (isWhole: boolean) => AsyncIterable<string>
  /** What is true now on one of them. */
  readonly fact: (topic: string) => Promise<Published | undefined>
  /** On `state/bridges/{name}`. */
  readonly tell: (state: BridgeState) => void
}

export interface BridgeState {
  readonly bridge: string
  readonly state: 'connected' | 'disconnected'
  readonly v: number
  /** When it was connected, or lost the connection. */
  readonly since: number
  readonly queued: { readonly messages: number, readonly bytes: number }
  /** Since the start: gone for lack of room, and not taken for lack of room or by the other broker. */
  readonly dropped: number
  readonly refused: number
}

export interface Surroundings {
  /** Where the queue is kept; absent: in memory. It is closed with the bridge. */
  readonly database?: Database | undefined
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Longer than this a held packet keeps mqtt.js from answering pings. */
const HOLD_MS = 2_000
const AWAY_MS = 1_000
const GOODBYE_MS = 2_000
const TELL_MS = 1_000
/** So many wait at most when what is true is told anew. */
const AHEAD = 1_000
/** In the database: for these filters, what was retained at the beginning is on its way. */
const BEGUN = 'begun'

export class Bridge {
  readonly name: string
  readonly #around: Surroundings
  readonly #rules: Rules
  readonly #noticeTopic: string | undefined
  readonly #queue: Queue
  readonly #link: Link
  #local: Local | undefined
  #since: number
  #v = 0
  /** When it began to connect, as the other broker is told. */
  #attempt = 0
  #refused = 0
  #isFull = false
  #isPumping = false
  /** Something may be sent since the pump looked last. */
  #isWanted = false
  #told = ''
  /** Nothing is under way. */
  #isIdle = (): void => {}
  /** The queue has become short. */
  #hasRoom = (): void => {}
  #telling: Timer | undefined
  #closed = false

  constructor (options: BridgeOptions, around: Surroundings) {
    const { name, topics, clientId = `orchestra-${name}`, keepaliveMs = defaults.keepaliveMs, queueMessages = defaults.queueMessages, queueBytes = defaults.queueBytes } = options
    const { clock, random, database } = around
    this.name = name
    this.#around = { ...around, log: named(around.log, name) }
    this.#rules = new Rules(topics)
    this.#noticeTopic = options.noticeTopic
    this.#queue = new Queue({ messages: queueMessages, bytes: queueBytes }, database)
    this.#since = clock.now()
    const link: LinkOptions = { bridge: options, clientId, keepaliveMs, subscriptions: this.#rules.subscriptions, will: () => this.#will(), clock, random, log: this.#around.log }
    this.#link = new Link(link, { up: () => this.#up(), down: () => this.#down(), packet: (packet, done) => this.#receive(packet, done) })
  }

  /** What waited before goes first; connecting takes as long as it takes. */
  async start (local: Local): Promise<void> {
    this.#local = local
    await this.#queue.load()
    await this.#begin(local)
    this.#tell()
    this.#link.open()
  }

  async close (): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    if (this.#telling !== undefined) this.#around.clock.clearTimeout(this.#telling)
    this.#hasRoom()
    await this.#link.close(await this.#saidGoodbye())
    await this.#queue.close()
  }

  /** Whether all that was sent is acknowledged, and this last word with it; that is not waited for long. */
  async #saidGoodbye (): Promise<boolean> {
    const { clock } = this.#around
    const own = this.#ownMessage('disconnected')
    const said = own === undefined ? 'taken' : this.#link.send(own, false)
    const idle = new Promise<void>(resolve => { this.#isIdle = resolve })
    this.#settle()
    return await new Promise<boolean>(resolve => {
      const timer = clock.setTimeout(() => resolve(false), GOODBYE_MS)
      Promise.all([said, idle]).then(([outcome]) => {
        clock.clearTimeout(timer)
        resolve(outcome === 'taken' && this.#link.isUp)
      }, () => {})
    })
  }

  #settle (): void {
    if (this.#queue.underWay === 0 || !this.#link.isUp) this.#isIdle()
  }

  /** Whether a topic of this broker goes out. */
  carries (topic: string): boolean {
    return this.#rules.out(topic) !== undefined && !this.#isOwn(topic)
  }

  /** Resolves once it can't get lost any more. @throws QueueFull */
  async take (published: Published): Promise<void> {
    const crossing = this.#rules.out(published.topic)
    if (crossing === undefined || this.#closed) return
    const qos = published.qos > 0 ? crossing.qos : 0
    const message: Message = { topic: crossing.topic, payload: published.payload, qos, retain: published.retain && crossing.retain }
    const worth = this.#worth(published, qos)
    try {
      const written = this.#queue.add(message, worth)
      this.#isFull = false
      this.#pump()
      await written
    } catch (error) {
      this.#failed(error, worth)
      // Nobody was promised that it would cross, or it is told anew.
      if (worth === 'kept') throw error
    } finally {
      this.#tellSoon()
    }
  }

  /** To who is there now, or nobody. */
  pass (published: Published): void {
    const crossing = this.#rules.out(published.topic)
    if (crossing !== undefined) this.#tryToSend({ topic: crossing.topic, payload: published.payload, qos: 0, retain: false })
  }

  get state (): BridgeState {
    const { messages, bytes, dropped } = this.#queue
    return { bridge: this.name, state: this.#link.isUp ? 'connected' : 'disconnected', v: this.#v, since: this.#since, queued: { messages, bytes }, dropped, refused: this.#refused }
  }

  /** What is empty removes a state, and that is not said again. */
  #worth ({ topic, payload }: Published, qos: number): Worth {
    const below = this.#below(topic)
    if (qos === 0 || below.startsWith('events/')) return 'loose'
    return below.startsWith('state/') && payload.length > 0 ? 'fact' : 'kept'
  }

  #below (topic: string): string {
    const prefix = this.#local?.prefix ?? ''
    return topic.startsWith(prefix) ? topic.slice(prefix.length) : ''
  }

  /** What is told of this bridge doesn't wait in its queue, which it tells of. */
  #isOwn (topic: string): boolean {
    return this.#below(topic) === `state/bridges/${this.name}`
  }

  #failed (error: unknown, worth: Worth): void {
    if (worth === 'kept') this.#refused++
    else this.#queue.missed(worth)
    // Said once, not for each message of an outage.
    if (!this.#isFull) this.#around.log.error({ err: error }, error instanceof QueueFull ? 'the queue of the bridge is full of messages that must not be dropped: what has to cross is not acknowledged until there is room' : 'the queue of the bridge can not be written')
    this.#isFull = true
  }

  /** What is retained here crosses once, at the first start; of what is true some may have been lost with the process. */
  async #begin (local: Local): Promise<void> {
    const { database } = this.#around
    const filters = this.#rules.outFilters
    const begun = JSON.stringify(filters)
    const isNew = await database?.get(BEGUN) !== begun
    if (isNew) for await (const message of local.retained(filters)) if (this.carries(message.topic)) await this.take(message).catch(() => {})
    await database?.put(BEGUN, begun)
    this.#tellAll(local, isNew)
  }

  /** A few at a time, for there may be many, and each as it is then. */
  #tellAll (local: Local, isWhole: boolean): void {
    const tell = async (): Promise<void> => {
      const topics: string[] = []
      for await (const topic of local.facts(isWhole)) if (this.carries(topic)) topics.push(topic)
      for (const topic of topics) {
        while (this.#queue.messages >= AHEAD && !this.#closed) await new Promise<void>(resolve => { this.#hasRoom = resolve })
        if (this.#closed) return
        const fact = await local.fact(topic)
        if (fact !== undefined && !this.#queue.hasFact(this.#rules.out(topic)?.topic ?? '')) await this.take(fact).catch(() => {})
      }
    }
    tell().catch((error: unknown) => this.#around.log.warn({ err: error }, 'what is true here could not be told to the other broker'))
  }

  #up (): void {
    this.#around.log.info({}, 'the bridge is connected')
    this.#since = this.#around.clock.now()
    this.#tell()
    this.#tryToSend(this.#ownMessage('connected'))
    this.#pump()
  }

  #down (): void {
    this.#queue.giveBack()
    this.#since = this.#around.clock.now()
    this.#tell()
  }

  #pump (): void {
    this.#isWanted = true
    if (this.#isPumping) return
    this.#isPumping = true
    this.#sendAll().catch((error: unknown) => {
      this.#around.log.error({ err: error }, 'the queue of the bridge can not be read')
      this.#link.leave(AWAY_MS)
    }).finally(() => { this.#isPumping = false })
  }

  async #sendAll (): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false
      const room = this.#link.room - this.#queue.underWay
      if (!this.#link.isUp || room <= 0 || this.#closed) continue
      const next = await this.#queue.take(room)
      for (const waiting of next) this.#send(waiting)
      if (next.length > 0) this.#isWanted = true
    }
  }

  #send ({ n, message, sent }: Waiting): void {
    // Given back while it was read: then it is sent by the next connection.
    if (!this.#queue.isUnderWay(n)) return
    this.#link.send(message, sent && message.qos > 0).then(outcome => {
      if (outcome === 'gone') return
      if (outcome === 'refused') {
        this.#refused++
        this.#around.log.error({ topic: message.topic }, 'the other broker does not take a message; allow it in its access list')
      }
      this.#queue.done(n)
      this.#tellSoon()
      this.#pump()
      this.#goOn()
    }, () => {})
  }

  #goOn (): void {
    this.#settle()
    if (this.#queue.messages < AHEAD) this.#hasRoom()
    if (this.#queue.messages > 0 || !this.#queue.hasMissed || this.#local === undefined) return
    this.#queue.hasMissed = false
    this.#tellAll(this.#local, true)
  }

  /** Past the queue: worth nothing later. */
  #tryToSend (message: Message | undefined): void {
    if (message !== undefined && !this.#link.isClogged) this.#link.send(message, false).catch(() => {})
  }

  #receive ({ topic, payload, qos, retain }: IPublishPacket, done: () => void): void {
    const crossing = this.#rules.in(topic)
    const local = this.#local
    if (crossing === undefined || local === undefined) return done()
    const bytes = Buffer.from(payload)
    const below = this.#below(crossing.topic)
    if (below === '') {
      local.publish({ topic: crossing.topic, payload: bytes, qos: Math.min(qos, crossing.qos), retain: retain && crossing.retain }).then(done, () => this.#link.leave(AWAY_MS))
      return
    }
    if (!below.startsWith('from/')) {
      this.#around.log.warn({ topic: crossing.topic }, 'only what is below from/ comes in below the root: give the others a local prefix')
      return done()
    }
    // A retained command is a mistake: it would be given to us again at every subscription.
    if (!retain) return this.#command(local, crossing.topic, bytes, qos, done)
    if (bytes.length > 0) this.#tryToSend({ topic, payload: Buffer.alloc(0), qos: 1, retain: true })
    done()
  }

  #command (local: Local, topic: string, payload: Buffer, qos: 0 | 1 | 2, done: () => void): void {
    const { clock } = this.#around
    const held: { timer?: Timer, isOver: boolean } = { isOver: false }
    const over = (isDecided: boolean): void => {
      if (held.timer !== undefined) clock.clearTimeout(held.timer)
      if (held.isOver) return
      held.isOver = true
      if (isDecided) done()
      else this.#link.leave(AWAY_MS)
    }
    local.command(topic, payload, qos, over)
    if (!held.isOver) held.timer = clock.setTimeout(() => over(false), HOLD_MS)
  }

  /** Counts change with every message: they are told now and then. */
  #tellSoon (): void {
    if (this.#telling !== undefined || this.#closed) return
    this.#telling = this.#around.clock.setTimeout(() => {
      this.#telling = undefined
      this.#tell()
    }, TELL_MS)
    this.#telling.unref?.()
  }

  #tell (): void {
    const { v, ...rest } = this.state
    const text = JSON.stringify(rest)
    if (text === this.#told) return
    this.#told = text
    this.#v = Math.max(this.#v + 1, this.#around.clock.now())
    this.#local?.tell(this.state)
  }

  /** The other broker publishes it where the connection is lost: the later word on this one. Asked for at each connecting. */
  #will (): Message | undefined {
    this.#attempt = Math.max(this.#attempt + 2, this.#around.clock.now())
    return this.#ownMessage('disconnected')
  }

  /** At the other broker, where states or notices go there. */
  #ownMessage (state: BridgeState['state']): Message | undefined {
    if (this.#noticeTopic !== undefined) return { topic: this.#noticeTopic, payload: Buffer.from(state === 'connected' ? '1' : '0'), qos: 1, retain: true }
    const crossing = this.#rules.out(`${this.#local?.prefix ?? ''}state/bridges/${this.name}`)
    const v = state === 'connected' ? this.#attempt : this.#attempt + 1
    return crossing && { topic: crossing.topic, payload: Buffer.from(JSON.stringify({ ...this.state, state, v })), qos: 1, retain: crossing.retain }
  }
}

function named (log: Log, bridge: string): Log {
  const with_ = (level: keyof Log) => (details: object, message: string): void => log[level]({ bridge, ...details }, message)
  return { debug: with_('debug'), info: with_('info'), warn: with_('warn'), error: with_('error') }
}
