/**
 * The orchestrator inside an Aedes broker. The only file that assigns Aedes'
 * hooks, which have one slot each: for topics outside of our root whatever was
 * there before goes on. Commands are answered inside `authorizePublish`, which
 * Aedes calls before it acknowledges: PUBACK follows the commit.
 */
import type { Aedes, Client, PublishPacket, Subscription } from 'aedes'
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Outlet } from '../../pipeline/outlet.js'
import type { Incoming } from '../../pipeline/route.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Secrets } from '../../platform/secrets.js'
import type { Bus } from '../../store/bus.js'
import { Acknowledgement, type Callback } from './acknowledgement.js'
import { Backlog } from './backlog.js'
import { type Bridge, Bridges, type Local } from './bridges.js'
import { Broadcast } from './broadcast.js'
import { Connections } from './connections.js'
import { drop, isDropped } from './dropped.js'
import { belowRoot, filterMatches, isFilter } from './filters.js'
import { Holds } from './holds.js'
import { Unanswered } from './unanswered.js'
import { forward, persist, serveOnce } from './delivery.js'
import { Entrance } from './entrance.js'
import { type Persistence, deliver, deliverQueued, enqueue } from './deliver.js'
import type { Rates } from './guard/index.js'
import { Logins, type Way } from './logins.js'
import { Nodes } from './nodes.js'
import { RetainedReads } from './retained-reads.js'
import { type Access, Rights } from './rights.js'
import { shortenParsing } from './short-parsing.js'
import { type BridgePrincipals, Speakers } from './speakers.js'
import { StoredFirst } from './stored-first.js'
import { StoredSessions } from './stored-sessions.js'
import { SubscriptionCount } from './subscription-count.js'
import { TopicTriggers } from './triggers.js'
import { Traffic } from './traffic.js'

export interface HostOptions {
  readonly root: string
  /** User names are proved: a client id names nobody, and who has no user name is nobody. */
  readonly accounts?: boolean
  readonly access?: Access | undefined
  /** Where the orchestrator has accounts: compares what somebody gives with what they keep. */
  readonly secrets?: Pick<Secrets, 'find'> | undefined
  /** How somebody may prove who they are, besides those. */
  readonly ways?: readonly Way[] | undefined
  readonly rates?: Rates | undefined
  readonly quotas?: { readonly connections?: number | undefined, readonly subscriptions?: number | undefined } | undefined
  readonly traffic?: Traffic | undefined
  readonly clock: Clock
  readonly log: Log
  /** To the other nodes; absent where there are none. */
  readonly bus?: Bus | undefined
  /** Whose connections speak for others. */
  readonly bridgePrincipals?: readonly BridgePrincipals[] | undefined
}

type Inner = Aedes & { persistence: Persistence, publish: (packet: PublishPacket, ...rest: unknown[]) => void }

export class AedesHost implements Outlet {
  readonly #aedes: Inner
  readonly #connections: Connections
  readonly #nodes: Nodes | undefined
  readonly #stored: StoredSessions
  readonly #storedFirst: StoredFirst
  readonly #broadcast: Broadcast
  readonly #bridges: Bridges
  readonly #triggers: TopicTriggers
  readonly #speakers: Speakers
  readonly #holds: Holds
  readonly #unanswered: Unanswered
  readonly #prefix: string
  readonly #rootLevels: readonly string[]
  readonly #log: Log
  readonly #rights: Rights
  readonly #entrance: Entrance
  readonly #traffic: Traffic
  readonly #backlog = new Backlog()
  readonly #reads = new RetainedReads()
  readonly #counts: SubscriptionCount
  #closed = false

  constructor (aedes: Aedes, private readonly orchestrator: Orchestrator, { root, accounts = false, access, secrets, ways = [], rates, quotas = {}, bridgePrincipals, traffic = new Traffic(), clock, log, bus }: HostOptions) {
    this.#aedes = aedes as Inner
    this.#prefix = `${root}/`
    this.#nodes = bus === undefined ? undefined : new Nodes(aedes, bus, { clock, log, prefix: this.#prefix })
    this.#speakers = new Speakers(bridgePrincipals)
    this.#connections = new Connections(root, this.#nodes?.peers, this.#speakers)
    const { accounts: book, sessions } = orchestrator
    const logins = book === undefined || secrets === undefined ? undefined : new Logins({ accounts: book, secrets, ways, clock })
    this.#rights = new Rights({ prefix: this.#prefix, connections: this.#connections, speakers: this.#speakers, hasAccounts: accounts || book !== undefined, access, accounts: book })
    const ownerOf = (clientId: string): { principal: string | undefined } | undefined => this.#connected(clientId)
    this.#entrance = new Entrance({ prefix: this.#prefix, rights: this.#rights, connections: this.#connections, logins, accounts: book, ways, clock, nodes: this.#nodes, sessions, ownerOf, rates, connectionsMax: quotas.connections, log })
    this.#holds = new Holds(clock)
    this.#unanswered = new Unanswered(clock, () => orchestrator.isAway)
    this.#broadcast = new Broadcast(aedes, clock.now(), log)
    this.#bridges = new Bridges({ aedes, orchestrator, prefix: this.#prefix, tell: (topic, payload) => this.publish(topic, payload), isClosed: () => this.#closed, log })
    this.#triggers = new TopicTriggers({ orchestrator, prefix: this.#prefix, log })
    this.#rootLevels = root.split('/')
    const isConnected = (clientId: string): boolean => this.#isConnected(clientId)
    this.#storedFirst = new StoredFirst(this.#aedes)
    this.#stored = new StoredSessions({ sessions: orchestrator.sessions, persistence: this.#aedes.persistence, connections: this.#connections, root: this.#rootLevels, isConnected, log })
    this.#log = log
    this.#traffic = traffic
    this.#counts = new SubscriptionCount(quotas.subscriptions)
  }

  /** Reads who has a session stored. What other nodes know comes in from here on. */
  async load (): Promise<void> {
    this.#nodes?.start({
      directed: (principal, topic, payload, live) => this.#tell(principal, topic, payload, live, false),
      connected: clientId => this.#connections.drop(clientId),
      left: session => { if (!this.#isConnected(session.clientId)) this.#connections.store(session) },
      missed: () => this.#stored.readAgain()
    })
    await this.#stored.read()
  }

  /** Takes the hooks. */
  attach (): void {
    const aedes = this.#aedes
    this.#chain('preConnect', before => (client, packet, callback) => {
      shortenParsing(client)
      serveOnce(client)
      this.#bridges.connecting(client, packet)
      before.call(aedes, client, packet, (error, success) => {
        // Behind that hook, which may have changed the names.
        this.#entrance.announced(client, packet)
        callback(error, success)
      })
    })
    this.#chain('authenticate', before => (client, username, password, callback) => {
      before.call(aedes, client, username, password, (error, success) => {
        if (error !== null || success !== true) return callback(error, success)
        this.#entrance.enter(client, username ?? undefined, password, callback)
      })
    })
    this.#chain('authorizePublish', before => (client, packet, callback) => packet.topic.startsWith(this.#prefix)
      ? this.#command(client, packet, callback)
      : this.#ordinary(before, client, packet, callback))
    this.#chain('authorizeSubscribe', before => (client, subscription, callback) => this.#subscribe(before, client, subscription, callback))
    this.#chain('authorizeForward', before => (client, packet) => {
      if (this.#backlog.isTooMuch(client, packet)) return null
      const isOurs = packet.topic.startsWith(this.#prefix)
      const mayPass = isOurs ? this.#rights.mayRead(client, packet.topic, packet.payload) : this.#bridges.mayPass(client, packet)
      const forwarded = !mayPass ? null : isOurs ? this.#bridges.asRetained(client, packet) : before.call(aedes, client, packet)
      if (!forwarded) return null
      this.#traffic.publishesSent++
      return forward(client, forwarded)
    })
    this.#passOver()
    this.#reads.attach(aedes.persistence, filters => this.#facts(filters), (error, filters) => {
      if (!this.#closed) this.#log.debug({ err: error, filters }, 'what is retained could not be read for a new subscription')
    })
    persist(this.#aedes.persistence)
    this.#nodes?.attach()
    this.#storedFirst.attach()
    this.#listen('client', (client: Client) => {
      this.#connections.registered(client)
      this.#nodes?.connected(client.id, this.#connections.of(client)?.principal)
    })
    this.#listen('clientDisconnect', (client: Client) => this.#gone(client))
    this.#listen('unsubscribe', (filters: string[], client: Client) => {
      // A closing client unsubscribes from everything; its stored session does not.
      if (client.closed) return
      for (const filter of filters) {
        this.#counts.remove(client, filter)
        this.#connections.unsubscribed(client, filter)
      }
    })
  }

  /**
   * The hooks stay where they are, and from now on acknowledge nothing below
   * our root: a plain broker would acknowledge commands that nobody carries out.
   */
  close (): void {
    this.#closed = true
    this.#holds.close()
    this.#unanswered.close()
    this.#stored.close()
    this.#nodes?.close()
  }

  /** Stored sessions whose clients are away, of those that are known to this node. */
  get sessionsAway (): number {
    return this.#connections.storedCount
  }

  interested (topic: string): boolean {
    return this.#connections.interest.has(topic) || this.#nodes?.interested(topic) === true || this.#bridges.interested(topic)
  }

  publish (topic: string, payload: string): void {
    this.#bridges.told(topic, payload)
    this.#reads.published(this.#prefix + topic)
    this.#broadcast.publish(this.#packet(topic, payload, 1))
  }

  send (principal: string, topic: string, payload: string | Buffer, live: boolean): Promise<void> | undefined {
    const below = `to/${principal}/${topic}`
    this.#nodes?.send([principal, ...this.#speakers.of(principal)], below, payload, live)
    const carried = this.#bridges.send(below, payload, live)
    const told = this.#tell(principal, below, payload, live, true)
    return carried === undefined ? told : Promise.all([carried, told]).then(() => {})
  }

  /** Who subscribes later is given it by `states`, as all that is retained. */
  retain (principal: string, topic: string, payload: string): Promise<void> | undefined {
    return this.send(principal, topic, payload, false)
  }

  /** As of the program around the broker. */
  message (topic: string, payload: string, { qos, retain }: { readonly qos: 0 | 1, readonly retain: boolean }): void {
    this.#aedes.publish({ cmd: 'publish', topic, payload: Buffer.from(payload), qos, retain, dup: false }, error => {
      if (error !== undefined && error !== null) this.#log.error({ err: error, topic }, 'a message of a schedule could not be published')
    })
  }

  /** Lets a bridge to another broker take part. */
  join (bridge: Bridge): Local {
    return this.#bridges.join(bridge)
  }

  leave (bridge: Bridge): void {
    this.#bridges.leave(bridge)
  }

  /** @param toAll also to those who are away: of several nodes only the one that it comes from queues for them */
  #tell (principal: string, below: string, payload: string | Buffer, live: boolean, toAll: boolean): Promise<void> | undefined {
    this.#reads.published(this.#prefix + below)
    let queued: Promise<void> | undefined
    for (const { connection: { client, clientId, persistent }, qos } of this.#connections.listening(principal, below)) {
      const granted = qos > 0 ? 1 : 0
      if (client !== undefined && !this.#rights.mayReceive(client, this.#prefix + below)) continue
      // Of a stored session only what is worthless later goes straight: it must not be waited for.
      if (client !== undefined && (live || !persistent)) this.#deliver(client, this.#prefix + below, payload, persistent ? 0 : granted)
      else if (!live && (client !== undefined || (toAll && granted > 0))) queued = this.#queue(client, clientId, this.#packet(below, payload, granted), queued)
    }
    return queued
  }

  #deliver (client: Client, topic: string, payload: string | Buffer, qos: 0 | 1): void {
    this.#traffic.publishesSent++
    deliver(client, topic, payload, qos)
  }

  /** For a stored session, behind what is queued already. */
  async #queue (client: Client | undefined, clientId: string, packet: PublishPacket, others: Promise<void> | undefined): Promise<void> {
    try {
      await Promise.all([others, client === undefined ? enqueue(this.#aedes, clientId, packet) : deliverQueued(this.#aedes, client, packet)])
    } catch (error) {
      this.#log.error({ err: error, clientId }, 'a message could not be queued for a stored session')
    }
  }

  #packet (topic: string, payload: string | Buffer, qos: 0 | 1): PublishPacket {
    return { cmd: 'publish', topic: this.#prefix + topic, payload: Buffer.from(payload), qos, retain: false, dup: false }
  }

  /** Of a persistent one the session stays, unless the client has taken it up on another node. */
  #gone (client: Client): void {
    const { id } = client
    const session = this.#connections.gone(client)
    if (session !== undefined && this.#nodes?.owner(id) === undefined) this.#connections.store(session)
    this.#nodes?.gone(id, session)
  }

  /** Here or on another node. */
  #isConnected (clientId: string): boolean {
    return this.#connected(clientId) !== undefined || this.#nodes?.owner(clientId) !== undefined
  }

  #connected (clientId: string): { principal: string | undefined } | undefined {
    const { clients } = this.#aedes as unknown as { clients: Record<string, Client | undefined> }
    return this.#connections.of(clients[clientId] ?? null)
  }

  #command (client: Client | null, packet: PublishPacket, callback: Callback): void {
    drop(packet)
    // A retained command is a mistake: it would be given to us again at every subscription.
    packet.retain = false
    const topic = packet.topic.slice(this.#prefix.length)
    // Without a client it is the will of a broker that crashed; its topic was checked when its client connected.
    const named = client === null || this.#speakers.isNeeded ? topic.split('/', 2)[1] : undefined
    const connection = this.#connections.of(client)
    const owner = connection?.principal
    const isForAnother = this.#speakers.speaksFor(owner, named)
    const principal = client === null || isForAnother ? named : owner
    if (!isForAnother) this.#bridges.unspoken(client, owner, topic)
    const acknowledgement = new Acknowledgement(client, packet, callback, this.#unanswered)
    if (principal === undefined) return acknowledgement.decided(true)
    // Left behind by a crash, while its owner has come back under another client id.
    if (client === null && (this.#connections.has(principal) || this.#nodes?.listens(principal) === true)) return callback(null)
    // Of a connection that another node has taken over: its owner is not gone.
    if (client !== null && this.#nodes?.owner(client.id) !== undefined && isWillOf(client, packet)) return callback(null)
    if (this.#closed) return acknowledgement.letGo()
    const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload
    const isDenied = client !== null && !this.#rights.mayPublish(client, packet.topic)
    // Of those behind a bridge nobody knows whether their sessions are kept.
    const persistent = client !== null && !client.clean && !isForAnother
    const incoming: Incoming = { principal, topic, payload, qos: packet.qos, persistent, isDenied, origin: connection?.known?.origin, enrolment: connection?.known?.enrolment }
    if (connection !== undefined) connection.unanswered++
    this.#holds.hold(acknowledgement, settle => this.orchestrator.receive(incoming, verdict => {
      settle(verdict === 'decided')
      if (connection !== undefined && --connection.unanswered === 0 && connection.isLeaving && client !== null) this.#entrance.closeSoon(client)
    }))
  }

  /** Outside of our root: the bridges have it before it is acknowledged. */
  #ordinary (before: Aedes['authorizePublish'], client: Client | null, packet: PublishPacket, callback: Callback): void {
    if (this.#bridges.isNotice(client, packet)) return callback(null)
    const offered: Callback = error => {
      if (!error) this.#storedFirst.owe(client, packet)
      callback(error)
    }
    const triggered: Callback = error => error ? offered(error) : this.#triggers.offer(packet, offered)
    before.call(this.#aedes, client, packet, error => error || isDropped(packet) ? callback(error) : this.#bridges.offer(client, packet, triggered))
  }

  #subscribe (before: Aedes['authorizeSubscribe'], client: Client, subscription: Subscription, callback: (error: Error | null, subscription?: Subscription | null) => void): void {
    const granted = (error: Error | null, result?: Subscription | null): void => {
      const isTaken = error === null && result && this.#connections.subscribed(client, result.topic, result.qos)
      if (isTaken) this.#backlog.granted(client, result.qos)
      callback(error, isTaken ? result : null)
    }
    // Aedes takes `a+/b`, which could match nothing, and means something else to others.
    if (!isFilter(subscription.topic) || !this.#counts.add(client, subscription.topic)) return granted(null, null)
    if (!subscription.topic.startsWith(this.#prefix)) return before.call(this.#aedes, client, subscription, granted)
    granted(null, this.#rights.maySubscribe(client, subscription.topic) ? subscription : null)
  }

  /** Aedes publishes what `authorizePublish` let through: ours ends there. */
  #passOver (): void {
    const aedes = this.#aedes
    const before = aedes.publish
    aedes.publish = (packet: PublishPacket, ...rest: unknown[]) => {
      const done = rest.at(-1)
      const finish = (error: Error | null = null): unknown => typeof done === 'function' ? done(error) : undefined
      if (isDropped(packet)) return finish(null)
      // Of a client the bridges were asked before; this is the program around the broker.
      if (typeof rest[0] === 'object' && rest[0] !== null) {
        if (!this.#storedFirst.publish(before, packet, rest[0] as Client, finish)) before.call(aedes, packet, ...rest)
        return
      }
      this.#bridges.offer(null, packet, error => error ? finish(error) : this.#triggers.offer(packet, () => before.call(aedes, packet, ...rest)))
    }
  }

  async * #facts (patterns: readonly string[]): AsyncIterable<PublishPacket> {
    for (const pattern of this.#closed ? [] : patterns) {
      const filter = belowRoot(pattern, this.#rootLevels)
      if (filter === undefined) continue
      const levels = filter.split('/')
      for (const { topic, payload } of this.#bridges.facts()) if (filterMatches(levels, topic)) yield { ...this.#packet(topic, payload, 1), retain: true }
      for await (const { topic, payload } of this.orchestrator.states.matching(filter)) {
        yield { ...this.#packet(topic, payload, 1), retain: true }
      }
    }
  }

  #chain<K extends 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'> (hook: K, make: (before: Aedes[K]) => Aedes[K]): void {
    const aedes: Aedes = this.#aedes
    aedes[hook] = make(aedes[hook])
  }

  #listen<A extends unknown[]> (event: string, listener: (...args: A) => void): void {
    const emitter = this.#aedes as { on: (event: string, listener: unknown) => void }
    emitter.on(event, listener)
  }
}

function isWillOf (client: Client, packet: PublishPacket): boolean {
  return (client as Client & { will: unknown }).will === packet
}
