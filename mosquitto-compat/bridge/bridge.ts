/**
 * One bridge: what is published here and has to cross waits in its queue until
 * the other broker has acknowledged it; what comes from there is handed to this
 * broker before it is acknowledged. What came over a bridge is never offered to
 * it here, so nothing goes round. Of several nodes one at a time carries, and
 * the others add to the same queue. It knows this broker by `Local` alone.
 */
import type { Clock, Timer } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import { isRetained } from '../../schemas/index.js'
import type { Random } from '../../broker/platform/random.js'
import { Beginning } from './beginning.js'
import { Incoming } from './incoming.js'
import { Link } from './link.js'
import type { BridgeState, Local, Published } from './local.js'
import { type BridgeOptions, defaults } from './options.js'
import type { Outbox } from './outbox.js'
import { type Message, QueueFull, type Waiting, type Worth } from './queue.js'
import { Report } from './report.js'
import { Rules } from './rules.js'
import { Suspects } from './suspects.js'

export interface Surroundings {
  /** What waits; it is closed with the bridge. */
  readonly queue: Outbox
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

const AWAY_MS = 1_000
const GOODBYE_MS = 2_000
/** Who carries and is not connected for so long lets another node try. */
const PATIENCE_MS = 30_000

export class Bridge {
  readonly name: string
  readonly #options: BridgeOptions
  readonly #around: Surroundings
  readonly #rules: Rules
  readonly #queue: Outbox
  readonly #report: Report
  readonly #incoming: Incoming
  readonly #suspects: Suspects
  /** Absent while another node carries. */
  #link: Link | undefined
  #local: Local | undefined
  #beginning: Beginning | undefined
  #patience: Timer | undefined
  #isFull = false
  #isPumping = false
  /** Something may be sent since the pump looked last. */
  #isWanted = false
  /** Nothing is under way. */
  #isIdle = (): void => {}
  #closed = false

  constructor (options: BridgeOptions, around: Surroundings) {
    const { name, topics, noticeTopic } = options
    const { queue, clock } = around
    this.name = name
    this.#options = options
    this.#around = { ...around, log: named(around.log, name) }
    this.#rules = new Rules(topics)
    this.#queue = queue
    this.#suspects = new Suspects(() => clock.now())
    this.#report = new Report({ name, noticeTopic, rules: this.#rules, queue, clock, isUp: () => this.#link?.isUp })
    this.#incoming = new Incoming({ rules: this.#rules, clock, log: this.#around.log, leave: () => this.#link?.leave(AWAY_MS), send: message => this.#tryToSend(message) })
  }

  /** What waited before goes first; connecting takes as long as it takes. */
  async start (local: Local): Promise<void> {
    this.#local = local
    this.#report.start(local)
    await this.#queue.load()
    this.#beginning = new Beginning({ local, rules: this.#rules, queue: this.#queue, carries: topic => this.carries(topic), take: published => this.take(published), isOver: () => this.#closed || this.#link === undefined, clock: this.#around.clock, log: this.#around.log })
    const { shared } = this.#queue
    if (shared === undefined) return await this.#carry(local)
    await shared.join({
      turn: isOurs => this.#turn(local, isOurs),
      added: () => this.#pump(),
      passed: message => this.#tryToSend(message),
      counted: () => {
        this.#report.counted()
        this.#retell()
      },
      joined: () => this.#beginning?.tellAll(false)
    })
  }

  async close (): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#beginning?.goOn()
    const link = this.#link
    if (link !== undefined) await link.close(await this.#saidGoodbye(link))
    this.#report.close()
    await this.#queue.close()
  }

  /** Whether all that was sent is acknowledged, and this last word with it; that is not waited for long. */
  async #saidGoodbye (link: Link): Promise<boolean> {
    const { clock } = this.#around
    const own = this.#report.message('disconnected')
    const said = own === undefined ? 'taken' : link.send(own, false)
    const idle = new Promise<void>(resolve => { this.#isIdle = resolve })
    this.#settle()
    return await new Promise<boolean>(resolve => {
      const timer = clock.setTimeout(() => resolve(false), GOODBYE_MS)
      Promise.all([said, idle]).then(([outcome]) => {
        clock.clearTimeout(timer)
        resolve(outcome === 'taken' && link.isUp)
      }, () => {})
    })
  }

  #settle (): void {
    if (this.#queue.underWay === 0 || this.#link?.isUp !== true) this.#isIdle()
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
      // One that others share tells it once it is there.
      if (this.#queue.shared === undefined) this.#pump()
      await written
      this.#isFull = false
    } catch (error) {
      this.#failed(error, worth)
      // Nobody was promised that it would cross, or it is told anew.
      if (worth === 'kept' || worth === 'removal') throw error
    } finally {
      this.#report.counted()
    }
  }

  /** To who is there now, or nobody. */
  pass (published: Published): void {
    const crossing = this.#rules.out(published.topic)
    if (crossing === undefined) return
    const message: Message = { topic: crossing.topic, payload: published.payload, qos: 0, retain: false }
    if (this.#link === undefined) this.#queue.shared?.handOn(message)
    else this.#tryToSend(message)
  }

  /** Of several nodes that of who carries. */
  get state (): BridgeState {
    return this.#report.state
  }

  #worth ({ topic, payload }: Published, qos: number): Worth {
    const below = this.#below(topic)
    if (qos === 0 || below.startsWith('events/')) return 'loose'
    if (!isRetained(below)) return 'kept'
    return payload.length > 0 ? 'fact' : 'removal'
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
    this.#queue.missed(worth)
    // Said once, not for each message of an outage.
    if (!this.#isFull) this.#around.log.error({ err: error }, error instanceof QueueFull ? 'the queue of the bridge is full of messages that must not be dropped: what has to cross is not acknowledged until there is room' : 'the queue of the bridge can not be written')
    this.#isFull = true
  }

  #turn (local: Local, isOurs: boolean): void {
    const { log } = this.#around
    const before = this.#link
    this.#link = undefined
    // Nothing is acknowledged any more, in either direction: the next one gets it again.
    before?.close(false).catch(() => {})
    this.#beginning?.goOn()
    if (!isOurs) return log.info({}, 'this node does not carry the bridge any more')
    if (this.#closed) return
    log.info({}, 'this node carries the bridge')
    this.#carry(local).catch((error: unknown) => log.error({ err: error }, 'the bridge can not begin'))
  }

  async #carry (local: Local): Promise<void> {
    const link = this.#link = this.#newLink(local)
    this.#report.takeOver()
    await this.#beginning?.begin().catch((error: unknown) => {
      // One that others share is read again at the next turn.
      if (this.#queue.shared === undefined) throw error
      if (link === this.#link) this.#around.log.error({ err: error }, 'what was there before the bridge can not be read, and does not cross')
    })
    if (link !== this.#link || this.#closed) return
    link.open()
    this.#waitFor(link)
  }

  /** Where nobody else would carry nothing is won by it. */
  #waitFor (link: Link): void {
    const { clock, log } = this.#around
    const { shared } = this.#queue
    if (shared === undefined) return
    if (this.#patience !== undefined) clock.clearTimeout(this.#patience)
    this.#patience = clock.setTimeout(() => {
      if (link !== this.#link || link.isUp || this.#closed) return
      log.info({}, 'the other broker can not be reached from this node: another may try')
      shared.yield()
    }, PATIENCE_MS)
    this.#patience.unref?.()
  }

  #newLink (local: Local): Link {
    const { clock, random, log } = this.#around
    const { name, clientId = `orchestra-${name}`, keepaliveMs = defaults.keepaliveMs } = this.#options
    const topic = `${local.prefix}to/${this.#options.user ?? clientId}/bridge/${name}`
    const echo = { topic, say: (word: string) => local.say(topic, word) }
    const link: Link = new Link(
      { bridge: this.#options, clientId, keepaliveMs, subscriptions: this.#rules.subscriptions, will: () => this.#report.will(), echo, clock, random, log },
      {
        up: () => { if (link === this.#link) this.#up() },
        down: isCut => { if (link === this.#link) this.#down(link, isCut) },
        packet: (packet, done) => { if (link === this.#link) this.#incoming.receive(local, packet, done) }
      }
    )
    return link
  }

  #up (): void {
    this.#around.log.info({}, 'the bridge is connected')
    this.#report.changed()
    this.#tryToSend(this.#report.message('connected'))
    this.#pump()
  }

  #down (link: Link, isCut: boolean): void {
    const hopeless = isCut ? this.#suspects.cut() : undefined
    if (hopeless !== undefined) this.#giveUp(hopeless)
    this.#suspects.over()
    this.#queue.giveBack()
    this.#report.changed()
    this.#waitFor(link)
  }

  #hasCrossed (waiting: Waiting): void {
    const { again, late } = this.#suspects.acknowledged(waiting)
    for (const { n } of late) this.#queue.done(n)
    if (again !== undefined) this.#send(again)
  }

  #giveUp ({ n, message: { topic, payload } }: Waiting): void {
    this.#around.log.error({ topic, bytes: payload.length }, 'the other broker closes the connection whenever it gets this message, and takes others: it is given up; see there what is allowed, and how large a packet may be')
    this.#queue.missed('kept')
    this.#queue.done(n)
  }

  #pump (): void {
    this.#isWanted = true
    if (this.#isPumping) return
    this.#isPumping = true
    const link = this.#link
    this.#sendAll().catch((error: unknown) => {
      if (link === undefined || link !== this.#link) return
      this.#around.log.error({ err: error }, 'the queue of the bridge can not be read')
      link.leave(AWAY_MS)
    })
  }

  async #sendAll (): Promise<void> {
    try {
      while (this.#isWanted) {
        this.#isWanted = false
        await this.#sendSome()
      }
    } finally {
      // In the turn of the last look: who wants something after it has to begin anew.
      this.#isPumping = false
    }
  }

  async #sendSome (): Promise<void> {
    const link = this.#link
    const room = link === undefined ? 0 : this.#suspects.room(link.room) - this.#queue.underWay
    if (link?.isUp !== true || room <= 0 || this.#closed) return
    const next = await this.#queue.take(room)
    for (const waiting of next) this.#send(waiting)
    if (next.length > 0) this.#isWanted = true
    else if (this.#suspects.isAtAnEnd(this.#queue.underWay)) link.leave(AWAY_MS)
  }

  #send (waiting: Waiting): void {
    const { n, message, sent } = waiting
    const link = this.#link
    // Given back while it was read: then it is sent by the next connection.
    if (link === undefined || !this.#queue.isUnderWay(n) || this.#suspects.isAside(n)) return
    if (message.qos > 0) this.#suspects.sent(waiting)
    link.send(message, sent && message.qos > 0).then(outcome => {
      if (outcome === 'gone' || link !== this.#link) return
      if (outcome === 'refused') this.#queue.missed('kept')
      this.#queue.done(n)
      if (message.qos > 0) this.#hasCrossed(waiting)
      this.#report.counted()
      this.#pump()
      this.#settle()
      this.#beginning?.goOn()
      this.#retell()
    }, () => {})
  }

  /** Of what is true something had to go for lack of room, and there is room now. */
  #retell (): void {
    if (this.#queue.messages > 0 || !this.#queue.hasMissed || this.#link === undefined) return
    this.#queue.hasMissed = false
    this.#beginning?.tellAll(true)
  }

  /** Past the queue: worth nothing later. */
  #tryToSend (message: Message | undefined): void {
    const link = this.#link
    if (message !== undefined && link?.isClogged === false) link.send(message, false).catch(() => {})
  }
}

function named (log: Log, bridge: string): Log {
  const with_ = (level: keyof Log) => (details: object, message: string): void => log[level]({ bridge, ...details }, message)
  return { debug: with_('debug'), info: with_('info'), warn: with_('warn'), error: with_('error') }
}
