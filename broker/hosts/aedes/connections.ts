/**
 * Who is connected, as whom, and what they asked for below our root; and the
 * stored sessions of those who are not. Directed messages go straight to the
 * connections of their principal found here.
 */
import type { Client } from 'aedes'
import { belowRoot, filterMatches, isWild } from './filters.js'
import { Interest } from './interest.js'

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
}

interface Subscribed { readonly levels: readonly string[], readonly qos: number }

export class Connections {
  readonly interest = new Interest()
  readonly #root: readonly string[]
  readonly #byClient = new WeakMap<Client, Connection>()
  readonly #byPrincipal = new Map<string, Set<Connection>>()
  readonly #stored = new Map<string, Connection>()

  constructor (root: string) {
    this.#root = root.split('/')
  }

  /** Known from the moment it is authenticated, reachable only once it is registered. */
  admit (client: Client, principal: string | undefined): void {
    this.#byClient.set(client, { clientId: client.id, principal, client, persistent: !client.clean, filters: new Map() })
  }

  of (client: Client | null): Connection | undefined {
    return client === null ? undefined : this.#byClient.get(client)
  }

  registered (client: Client): void {
    const connection = this.#byClient.get(client)
    if (connection === undefined) return
    this.#drop(connection.clientId)
    this.#list(connection)
  }

  /** Its session stays where it is a persistent one. */
  gone (client: Client): void {
    const connection = this.#byClient.get(client)
    if (connection === undefined || !this.#unlist(connection)) return
    this.#forget(connection)
    if (connection.persistent) this.store(connection.clientId, connection.principal, [...connection.filters].map(([topic, { qos }]) => ({ topic, qos })), true)
  }

  /** A stored session of somebody who is not connected. */
  store (clientId: string, principal: string | undefined, subscriptions: readonly { topic: string, qos: number }[], relative = false): void {
    const session: Connection = { clientId, principal, client: undefined, persistent: true, filters: new Map() }
    for (const { topic, qos } of subscriptions) this.#subscribe(session, relative ? topic : belowRoot(topic, this.#root), qos)
    this.#stored.set(clientId, session)
    this.#list(session)
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
    const relative = belowRoot(filter, this.#root)
    if (relative !== undefined && this.#byClient.get(client)?.filters.delete(relative) === true) this.interest.remove(relative)
  }

  /** Whether a principal is connected. */
  has (principal: string): boolean {
    return [...this.#byPrincipal.get(principal) ?? []].some(({ client }) => client !== undefined)
  }

  /** Those of a principal that asked for this topic, with the QoS they get it at. */
  listening (principal: string, topic: string): { connection: Connection, qos: number }[] {
    const listening: { connection: Connection, qos: number }[] = []
    for (const connection of this.#byPrincipal.get(principal) ?? []) {
      const qos = grantedQos(connection, topic)
      if (qos !== undefined) listening.push({ connection, qos })
    }
    return listening
  }

  #subscribe (connection: Connection, relative: string | undefined, qos: number): void {
    if (relative === undefined) return
    if (!connection.filters.has(relative)) this.interest.add(relative)
    connection.filters.set(relative, { levels: relative.split('/'), qos })
  }

  #list (connection: Connection): void {
    const { principal } = connection
    if (principal === undefined) return
    const connections = this.#byPrincipal.get(principal) ?? new Set()
    this.#byPrincipal.set(principal, connections.add(connection))
  }

  #unlist (connection: Connection): boolean {
    const { principal } = connection
    if (principal === undefined) return true
    const connections = this.#byPrincipal.get(principal)
    const listed = connections?.delete(connection) === true
    if (connections?.size === 0) this.#byPrincipal.delete(principal)
    return listed
  }

  /** A client that connects takes its stored session up, or ends it. */
  #drop (clientId: string): void {
    const session = this.#stored.get(clientId)
    if (session === undefined) return
    this.#stored.delete(clientId)
    this.#unlist(session)
    this.#forget(session)
  }

  #forget (connection: Connection): void {
    for (const filter of connection.filters.keys()) this.interest.remove(filter)
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
