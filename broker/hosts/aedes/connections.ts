/**
 * Who is connected, as whom, and what they asked for below our root; and the
 * stored sessions of those who are not. Directed messages go straight to the
 * connections of their principal found here.
 */
import type { Client } from 'aedes'
import type { Origin } from '../../pipeline/route.js'
import { CoarseInterest, type Shared } from './coarse.js'
import { belowRoot, filterMatches, isWild } from './filters.js'
import { Interest } from './interest.js'
import { Speakers } from './speakers.js'

/** A connection, or the stored session of one that is gone (`client` undefined). */
export interface Connection {
  readonly clientId: string
  /** Undefined where its name is no valid id: then it has no rights below our root. */
  readonly principal: string | undefined
  readonly client: Client | undefined
  /** Its session outlives it. */
  readonly persistent: boolean
  /** What it subscribed to below our root (relative filters), with the granted QoS. */
  readonly filters: Map<string, Subscribed>
  /** Where it comes from, and what it has shown; only where there are accounts. */
  readonly known?: Known | undefined
  /** How many of its commands are not answered yet. */
  unanswered: number
  /** It goes as soon as they are. */
  isLeaving: boolean
}

export interface Known {
  readonly origin: Origin
  /** Nothing but the token of this enrolment. */
  readonly enrolment: string | undefined
}

interface Subscribed { readonly levels: readonly string[], readonly qos: number }

/** A stored session whose client is away. */
export interface Session {
  readonly clientId: string
  readonly principal?: string | undefined
  /** What it subscribed to below our root (relative), with the granted QoS. */
  readonly filters: readonly (readonly [filter: string, qos: number])[]
}

export class Connections {
  readonly interest = new Interest()
  /** Of those who are connected; stored sessions are known to every node. */
  readonly #coarse: CoarseInterest | undefined
  readonly #root: readonly string[]
  readonly #speakers: Speakers
  readonly #byClient = new WeakMap<Client, Connection>()
  readonly #byPrincipal = new Map<string, Set<Connection>>()
  readonly #stored = new Map<string, Connection>()

  /** @param shared for what the other nodes are to know */
  constructor (root: string, shared?: Shared, speakers = new Speakers()) {
    this.#root = root.split('/')
    this.#speakers = speakers
    if (shared !== undefined) this.#coarse = new CoarseInterest(shared)
  }

  /** Known from the moment it is authenticated, reachable only once it is registered. */
  admit (client: Client, principal: string | undefined, known?: Known): void {
    this.#byClient.set(client, { clientId: client.id, principal, client, persistent: !client.clean, filters: new Map(), known, unanswered: 0, isLeaving: false })
  }

  of (client: Client | null): Connection | undefined {
    return client === null ? undefined : this.#byClient.get(client)
  }

  registered (client: Client): void {
    const connection = this.#byClient.get(client)
    if (connection === undefined) return
    this.drop(connection.clientId)
    this.#list(connection)
  }

  /** @returns its session, where it outlives it */
  gone (client: Client): Session | undefined {
    const connection = this.#byClient.get(client)
    if (connection === undefined || !this.#unlist(connection) || !connection.persistent) return undefined
    const { clientId, principal, filters } = connection
    return { clientId, principal, filters: [...filters].map(([filter, { qos }]) => [filter, qos]) }
  }

  /** In place of what was known of it. */
  store ({ clientId, principal, filters }: Session): void {
    this.drop(clientId)
    const session: Connection = { clientId, principal, client: undefined, persistent: true, filters: new Map(), unanswered: 0, isLeaving: false }
    for (const [filter, qos] of filters) this.#subscribe(session, filter, qos)
    this.#stored.set(clientId, session)
    this.#list(session)
  }

  /** A client that connects, here or on another node, takes its stored session up, or ends it. */
  drop (clientId: string): void {
    const session = this.#stored.get(clientId)
    if (session === undefined) return
    this.#stored.delete(clientId)
    this.#unlist(session)
  }

  get storedCount (): number {
    return this.#stored.size
  }

  /** The client ids of the stored sessions. */
  stored (): string[] {
    return [...this.#stored.keys()]
  }

  /** False where the connection has as many wildcards below our root as it may have. */
  subscribed (client: Client, filter: string, qos: number): boolean {
    const connection = this.#byClient.get(client)
    const relative = belowRoot(filter, this.#root)
    if (connection === undefined || relative === undefined) return true
    if (isWild(relative) && !connection.filters.has(relative) && wildcardsOf(connection) >= WILDCARDS_MAX) return false
    this.#subscribe(connection, relative, qos)
    return true
  }

  unsubscribed (client: Client, filter: string): void {
    const connection = this.#byClient.get(client)
    const relative = belowRoot(filter, this.#root)
    if (connection === undefined || relative === undefined || !connection.filters.delete(relative)) return
    if (this.#isListed(connection)) this.#asksNoMore(connection, relative)
  }

  /** Those who are connected as this principal. */
  clientsOf (principal: string): readonly Client[] {
    return [...this.#byPrincipal.get(principal) ?? []].flatMap(({ client }) => client === undefined ? [] : [client])
  }

  /** Those who are connected, or have a session stored. */
  principals (): readonly string[] {
    return [...this.#byPrincipal.keys()]
  }

  /** Whether a principal is connected. */
  has (principal: string): boolean {
    return this.clientsOf(principal).length > 0
  }

  /** Those of a principal, and of who speaks for it, that asked for this topic, with the QoS they get it at. */
  listening (principal: string, topic: string): { connection: Connection, qos: number }[] {
    const listening: { connection: Connection, qos: number }[] = []
    this.#addListening(listening, principal, topic)
    for (const speaker of this.#speakers.of(principal)) this.#addListening(listening, speaker, topic)
    return listening
  }

  #addListening (listening: { connection: Connection, qos: number }[], principal: string, topic: string): void {
    for (const connection of this.#byPrincipal.get(principal) ?? []) {
      const qos = grantedQos(connection, topic)
      if (qos !== undefined) listening.push({ connection, qos })
    }
  }

  #subscribe (connection: Connection, filter: string, qos: number): void {
    const isNew = !connection.filters.has(filter)
    connection.filters.set(filter, { levels: filter.split('/'), qos })
    if (isNew && this.#isListed(connection)) this.#asks(connection, filter)
  }

  #isListed (connection: Connection): boolean {
    return connection.principal !== undefined && this.#byPrincipal.get(connection.principal)?.has(connection) === true
  }

  #list (connection: Connection): void {
    const { principal, filters } = connection
    if (principal === undefined || this.#isListed(connection)) return
    const connections = this.#byPrincipal.get(principal) ?? new Set()
    this.#byPrincipal.set(principal, connections.add(connection))
    for (const filter of filters.keys()) this.#asks(connection, filter)
  }

  /** False where it was never listed; who has no principal has nothing to be listed for. */
  #unlist (connection: Connection): boolean {
    const { principal, filters } = connection
    if (principal === undefined) return true
    const connections = this.#byPrincipal.get(principal)
    if (connections?.delete(connection) !== true) return false
    if (connections.size === 0) this.#byPrincipal.delete(principal)
    for (const filter of filters.keys()) this.#asksNoMore(connection, filter)
    return true
  }

  #asks ({ client, principal = '' }: Connection, filter: string): void {
    this.interest.add(filter)
    if (client !== undefined) this.#coarse?.add(filter, this.#askedFor(filter, principal))
  }

  #asksNoMore ({ client, principal = '' }: Connection, filter: string): void {
    this.interest.remove(filter)
    if (client !== undefined) this.#coarse?.remove(filter, this.#askedFor(filter, principal))
  }

  /** Whose branch a filter reaches: the own one, or one that it names and speaks for. */
  #askedFor (filter: string, principal: string): string {
    const [, name] = filter.split('/', 2)
    return name !== undefined && this.#speakers.speaksFor(principal, name) ? name : principal
  }
}

function grantedQos (connection: Connection, topic: string): number | undefined {
  let best: number | undefined
  for (const { levels, qos } of connection.filters.values()) {
    if (qos >= (best ?? 0) && filterMatches(levels, topic)) best = qos
  }
  return best
}

/** Every fact that is told is compared with each of them. */
const WILDCARDS_MAX = 100

function wildcardsOf ({ filters }: Connection): number {
  return [...filters.keys()].filter(isWild).length
}
