/**
 * Who may connect, and as whom: the will, the password, the client id, in this
 * order. And who has to go, as soon as their account says so. It assigns no
 * hooks: the host does.
 */
import type { AuthenticateError, Client, ConnectPacket } from 'aedes'
import type { AccountBook } from '../../pipeline/account-book.js'
import { isId } from '../../pipeline/ids.js'
import type { Sessions } from '../../pipeline/sessions.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import type { Connections } from './connections.js'
import type { Rates } from './guard/index.js'
import type { Logins, Way } from './logins.js'
import type { Nodes } from './nodes.js'
import type { Rights } from './rights.js'

export interface EntranceOptions {
  /** The root, with its last slash. */
  readonly prefix: string
  readonly rights: Rights
  readonly connections: Connections
  /** Absent where there are no accounts. */
  readonly logins: Logins | undefined
  readonly accounts: AccountBook | undefined
  readonly ways: readonly Way[]
  readonly clock: Clock
  readonly nodes: Nodes | undefined
  readonly sessions: Sessions
  /** Who has a client id here, now. */
  readonly ownerOf: (clientId: string) => { readonly principal: string | undefined } | undefined
  readonly rates: Rates | undefined
  /** Of one principal, on this node. */
  readonly connectionsMax: number | undefined
  readonly log: Log
}

/** MQTT 3.1.1, 3.2.2.3 */
const IDENTIFIER_REJECTED = 2
const SERVER_UNAVAILABLE = 3
const NOT_AUTHORIZED = 5

/** MQTT 3.1.1, 3.1.3.1 asks for 23. It is kept with each session and told to every node. */
const CLIENT_ID_BYTES_MAX = 256

/** How long one that has to go is kept for its last answer. */
const ANSWER_MS = 2_000

type Entered = (error: AuthenticateError | null, success: boolean | null) => void

export class Entrance {
  readonly #options: EntranceOptions
  /** Those whose CONNECT says something that can't be. */
  readonly #refused = new WeakMap<Client, AuthenticateError>()

  constructor (options: EntranceOptions) {
    this.#options = options
    options.accounts?.onChange(name => this.#recheck(name))
    for (const { onChange } of options.ways) onChange?.(() => this.#recheckAll())
  }

  /** It has sent its CONNECT. Who is known by the connection itself need not say a name. */
  announced (client: Client, packet: ConnectPacket): void {
    const named = packet as { username?: string | undefined }
    named.username ??= this.#options.logins?.nameOf(client)
    const { rights, prefix } = this.#options
    // MQTT 3.1.1, 3.1.3.1: an id is given only to who keeps no session.
    if (packet.clientId === '' && packet.clean !== true) this.#refused.set(client, refusal(IDENTIFIER_REJECTED, 'it keeps a session and has no client id'))
    else if (rights.isForeignWill(packet)) this.#refused.set(client, refusal(NOT_AUTHORIZED, `the will of ${packet.clientId} has a topic below ${prefix} that is not its own`))
  }

  enter (client: Client, username: string | undefined, password: Buffer | undefined, entered: Entered): void {
    this.#refusalOf(client, username, password).then(refused => entered(refused ?? null, refused === undefined ? true : null), (error: Error) => {
      // The store is away. Cut off, every client tries again, or elsewhere; after a CONNACK that refuses it, some never do.
      client.conn.destroy()
      entered(refusal(SERVER_UNAVAILABLE, error.message), null)
    })
  }

  async #refusalOf (client: Client, username: string | undefined, password: Buffer | undefined): Promise<AuthenticateError | undefined> {
    const { logins, rights } = this.#options
    const admission = await logins?.check(client, username, password)
    const until = logins?.until(client)
    if (until !== undefined) this.#endAt(client, until)
    if (admission === 'busy') return refusal(SERVER_UNAVAILABLE, 'too many others from its network wait for their password to be checked')
    if (admission === 'out') return refusal(NOT_AUTHORIZED, username === undefined ? 'it has no user name' : `${username} is not known, may not connect now, or has another password`)
    return await this.#admit(client, rights.nameOf(username, client.id))
  }

  /** The same, once it is known who it is. */
  async #admit (client: Client, name: string | undefined): Promise<AuthenticateError | undefined> {
    const { sessions, connections, nodes, ownerOf, logins } = this.#options
    const principal = name !== undefined && isId(name) ? name : undefined
    const refused = this.#refused.get(client)
    if (refused !== undefined) return refused
    const owner = ownerOf(client.id)?.principal ?? (nodes?.owner(client.id) || await sessions.ownerOf(client.id))
    if (owner !== undefined && owner !== principal) return refusal(IDENTIFIER_REJECTED, `the client id ${client.id} is in use by another principal`)
    if (Buffer.byteLength(client.id) > CLIENT_ID_BYTES_MAX) return refusal(IDENTIFIER_REJECTED, `its client id has more than ${CLIENT_ID_BYTES_MAX} bytes`)
    const surplus = principal === undefined ? undefined : this.#surplusOf(client, principal)
    if (surplus !== undefined) return refusal(SERVER_UNAVAILABLE, surplus)
    if (!client.clean && principal !== undefined) await sessions.own(client.id, principal)
    else if (owner !== undefined) await sessions.disown(client.id)
    connections.admit(client, principal, logins?.knownOf(client))
    if (principal !== undefined) this.#options.rates?.belongs(client.conn, principal)
    return undefined
  }

  /** Why a principal may not have another connection now. One that takes over its own client id has no more than before. */
  #surplusOf (client: Client, principal: string): string | undefined {
    const { connections, connectionsMax = Infinity, rates } = this.#options
    const others = connections.clientsOf(principal).filter(({ id }) => id !== client.id)
    if (others.length >= connectionsMax) return `${principal} has ${others.length} connections, as many as it may have`
    return rates?.mayConnect('principal', principal) === false ? `${principal} connects more often than it may` : undefined
  }

  #endAt (client: Client, until: number): void {
    const { clock, log } = this.#options
    const timer = clock.setTimeout(() => {
      log.info({ clientId: client.id }, 'a connection is closed: what it had shown is no longer good')
      client.conn.destroy()
    }, until - clock.now())
    client.conn.once('close', () => clock.clearTimeout(timer))
  }

  #recheckAll (): void {
    for (const principal of this.#options.connections.principals()) this.#recheck(principal)
  }

  /**
   * Whose account is gone, disabled or has another secret goes, once what it has said is answered: who changes their
   * own secret must hear of it. What it says from now on is judged by the account as it is.
   */
  #recheck (principal: string): void {
    const { logins, connections, log } = this.#options
    if (logins === undefined) return
    const leaving = [...connections.clientsOf(principal)].filter(client => !logins.isStillIn(client))
    if (leaving.length === 0) return
    log.info({ clientIds: leaving.map(({ id }) => id), principal }, 'connections are closed: their account has changed')
    for (const client of leaving) {
      const connection = connections.of(client)
      if (connection !== undefined) connection.isLeaving = true
      if (connection === undefined || connection.unanswered === 0) this.closeSoon(client)
      // Where the store is away it may never be answered.
      this.#endAt(client, this.#options.clock.now() + ANSWER_MS)
    }
  }

  /** What was told in this turn leaves at its end. */
  closeSoon (client: Client): void {
    setImmediate(() => setImmediate(() => client.conn.destroy()))
  }
}

function refusal (returnCode: number, message: string): AuthenticateError {
  return Object.assign(new Error(message), { returnCode }) as AuthenticateError
}
