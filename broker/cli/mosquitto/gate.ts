/**
 * Who may connect and what they may do, as a mosquitto.conf and its files have
 * it: the hooks for Aedes, and the access list for what is below our root. The
 * files are read when it is made and by `reload`; sockets are not its business.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { Aedes, AuthenticateError, Client, ConnectPacket } from 'aedes'
import { type AccessRules, Permissions, isAbout, parseAccessRules } from '../../../mosquitto-compat/acl-file.js'
import { type MosquittoConf, type MosquittoListener, type Security } from '../../../mosquitto-compat/conf/index.js'
import { reasonOf } from '../../../mosquitto-compat/conf/lines.js'
import { type Hash, type Passwords, hashOf, isSameHash, parsePasswords } from '../../../mosquitto-compat/password-file.js'
import { drop } from '../../hosts/aedes/dropped.js'
import { PasswordChecks } from '../../hosts/aedes/password-checks.js'
import type { Access } from '../../index.js'
import { type Clock, systemClock } from '../../platform/clock.js'

/** What the files of a listener say. */
interface Lists {
  readonly passwords: Passwords | undefined
  readonly rules: AccessRules | undefined
}

type Hooks = Pick<Aedes, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeForward'>

/** MQTT 3.1.1, 3.2.2.3 */
const IDENTIFIER_REJECTED = 2
const SERVER_UNAVAILABLE = 3
const BAD_USER_NAME = 4
const NOT_AUTHORIZED = 5

export class Gate {
  readonly #conf: MosquittoConf
  readonly #listeners = new WeakMap<object, MosquittoListener>()
  /** Of a WebSocket the one below it. */
  readonly #sockets = new WeakMap<object, Duplex>()
  #lists: ReadonlyMap<Security, Lists>
  /** Made when a client is first asked about, and again after a reload. */
  #permissions = new WeakMap<Client, Permissions>()
  readonly #names = new WeakMap<Client, string | undefined>()
  /** The line of the password file that let a client in. */
  readonly #proofs = new WeakMap<Client, Hash>()
  readonly #refusals = new WeakMap<Client, AuthenticateError>()
  readonly #checks: PasswordChecks

  /** @param problems gets what is wrong with the files */
  constructor (conf: MosquittoConf, problems: string[], clock: Pick<Clock, 'now'> = systemClock()) {
    this.#conf = conf
    this.#checks = new PasswordChecks(clock)
    this.#lists = readLists(conf, problems)
  }

  /** Some listener knows its users: a client id then names nobody. */
  get hasAccounts (): boolean {
    return this.#conf.listeners.some(({ security, tls }) => security.passwordFile !== undefined || tls?.identityIsUsername === true)
  }

  /** The access lists that have nothing for who is to work below a root. */
  listsWithout (root: string): readonly string[] {
    return [...this.#lists].flatMap(([{ aclFile }, { rules }]) => aclFile === undefined || rules === undefined || isAbout(rules, root) ? [] : [aclFile.path])
  }

  /** Where a connection came in, and over which socket. To be called before Aedes gets it. */
  enters (connection: object, listener: MosquittoListener, socket: Duplex): void {
    this.#listeners.set(connection, listener)
    this.#sockets.set(connection, socket)
  }

  /**
   * Takes over what the files say now, unless something is wrong with them: then it returns that. Whose account is gone, or
   * has another password, is cut off.
   */
  reload (clients: Iterable<Client>): readonly string[] {
    const problems: string[] = []
    const lists = readLists(this.#conf, problems)
    if (problems.length > 0) return problems
    this.#lists = lists
    this.#checks.forget()
    this.#permissions = new WeakMap()
    for (const client of clients) if (!this.#isStillKnown(client)) client.close()
    return []
  }

  readonly access: Access = {
    mayPublish: (client, topic) => this.#may(client, 'write', topic),
    mayRead: (client, topic) => this.#may(client, 'read', topic)
  }

  readonly hooks: Hooks = {
    preConnect: (client, packet, callback) => {
      this.#name(client, packet)
      // Mosquitto takes it and sends nothing. Here it could outlive the process, and who it was.
      if (packet.will !== undefined && !this.#isWritable(client, packet.will)) delete packet.will
      callback(null, true)
    },
    authenticate: (client, username, password, callback) => {
      this.#authenticate(client, username ?? undefined, password).then(refusal => refusal === undefined
        ? callback(null, true)
        : callback(refusal, false), (error: Error) => callback(refusal(NOT_AUTHORIZED, error.message), false))
    },
    authorizePublish: (client, packet, callback) => {
      // Without a client it is the will of a broker that crashed; it was looked at when its client connected.
      if (client !== null && !this.#isWritable(client, packet)) drop(packet)
      callback(null)
    },
    authorizeForward: (client, packet) => this.#may(client, 'read', packet.topic) ? packet : null
  }

  #listenerOf (client: Client): MosquittoListener | undefined {
    return this.#listeners.get(client.conn)
  }

  /** The names that a client goes by from here on. */
  #name (client: Client, packet: ConnectPacket): void {
    const listener = this.#listenerOf(client)
    if (listener === undefined) return
    const names = packet as { username?: string | undefined, clientId: string }
    const { tls, security, usernameIsClientId } = listener
    if (tls?.identityIsUsername === true) names.username = commonNameOf(this.#sockets.get(client.conn))
    if (usernameIsClientId) {
      if (names.username === undefined) this.#refusals.set(client, refusal(NOT_AUTHORIZED, 'without a user name it has no client id here'))
      else names.clientId = names.username
    }
    // MQTT 3.1.1, 3.1.3.1: an id is given only to who keeps no session.
    if (names.clientId === '' && (!packet.clean || !security.allowZeroLengthClientid)) this.#refusals.set(client, refusal(IDENTIFIER_REJECTED, 'it has no client id'))
    else if (names.clientId === '') names.clientId = `${security.autoIdPrefix}${randomUUID().toUpperCase()}`
    this.#names.set(client, names.username ?? undefined)
    this.#permissions.set(client, this.#permissionsOf(listener, names.username ?? undefined, names.clientId))
  }

  async #authenticate (client: Client, username: string | undefined, password: Buffer | undefined): Promise<AuthenticateError | undefined> {
    const listener = this.#listenerOf(client)
    if (listener === undefined) return refusal(NOT_AUTHORIZED, 'it came in by no listener of the mosquitto.conf')
    const former = this.#refusals.get(client)
    if (former !== undefined) return former
    const { clientidPrefixes = '' } = this.#conf
    if (!client.id.startsWith(clientidPrefixes)) return refusal(NOT_AUTHORIZED, `its client id does not begin with ${clientidPrefixes}`)
    if (listener.tls?.identityIsUsername === true && username === undefined) return refusal(BAD_USER_NAME, 'it has shown no certificate with a name')
    const isKnown = await this.#isKnown(client, listener, username, password)
    if (isKnown === undefined) return refusal(SERVER_UNAVAILABLE, 'too many others from its address wait for their password to be checked')
    return isKnown ? undefined : refusal(NOT_AUTHORIZED, username === undefined ? 'it has no user name' : `${username} is not known, or has another password`)
  }

  /** undefined: that can't be found out now. */
  async #isKnown (client: Client, { tls, security }: MosquittoListener, username: string | undefined, password: Buffer | undefined): Promise<boolean | undefined> {
    // Whoever signed the certificate has said so.
    if (tls?.identityIsUsername === true) return true
    const passwords = this.#lists.get(security)?.passwords
    if (username === undefined || passwords === undefined) return security.allowAnonymous
    const address = addressOf(this.#sockets.get(client.conn))
    const line = passwords.get(username)
    const claim = { address, username, password, isGone: () => client.conn.destroyed }
    const hash = await this.#checks.check(claim, line === undefined ? [] : [line], () => hashOf(passwords, username, password))
    if (hash === undefined || hash === false) return hash
    this.#proofs.set(client, hash)
    // The file may have been read again in the meantime.
    return this.#isStillKnown(client)
  }

  #isStillKnown (client: Client): boolean {
    const proof = this.#proofs.get(client)
    const listener = this.#listenerOf(client)
    if (proof === undefined || listener === undefined) return true
    const hash = this.#lists.get(listener.security)?.passwords?.get(this.#names.get(client) ?? '')
    return hash !== undefined && isSameHash(hash, proof)
  }

  #isWritable (client: Client, { topic, payload }: { topic: string, payload: string | Buffer }): boolean {
    return payload.length <= (this.#conf.messageSizeLimit ?? Infinity) && this.#may(client, 'write', topic)
  }

  #may (client: Client, action: 'read' | 'write', topic: string): boolean {
    if (topic.startsWith('$SYS') && action === 'write' && !bridgeState.test(topic)) return false
    // What Aedes tells other brokers there, Mosquitto's clients have never seen.
    if (topic.startsWith('$SYS/') && !topic.startsWith('$SYS/broker/')) return false
    const listener = this.#listenerOf(client)
    if (listener === undefined) return false
    if (this.#lists.get(listener.security)?.rules === undefined) return true
    let permissions = this.#permissions.get(client)
    if (permissions === undefined) {
      permissions = this.#permissionsOf(listener, this.#names.get(client), client.id)
      this.#permissions.set(client, permissions)
    }
    return permissions.may(action, topic)
  }

  #permissionsOf ({ security }: MosquittoListener, username: string | undefined, clientId: string): Permissions {
    return new Permissions(this.#lists.get(security)?.rules ?? nothing, { username, clientId })
  }
}

const nothing: AccessRules = { anonymous: [], users: new Map(), patterns: [] }

/** Of $SYS a bridge may publish its own state, and nobody anything else. */
const bridgeState = /^\$SYS\/broker\/connection\/[^/]*\/state$/

function commonNameOf (socket: Duplex | undefined): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  // An empty object where the client has shown none.
  const { subject } = socket.getPeerCertificate() as { subject?: { CN?: string } }
  return subject?.CN
}

/** Of a Unix socket nobody's. */
function addressOf (socket: Duplex | undefined): string {
  return (socket instanceof Socket ? socket.remoteAddress : undefined) ?? ''
}

function readLists ({ listeners }: MosquittoConf, problems: string[]): ReadonlyMap<Security, Lists> {
  const securities = new Set(listeners.map(({ security }) => security))
  return new Map([...securities].map(security => [security, {
    passwords: read(security.passwordFile, 'password_file', parsePasswords, problems),
    rules: read(security.aclFile, 'acl_file', parseAccessRules, problems)
  }]))
}

function read<T> (file: Security['passwordFile'], setting: string, parse: (content: string, path: string, problems: string[]) => T, problems: string[]): T | undefined {
  if (file === undefined) return undefined
  try {
    return parse(readFileSync(file.path, 'utf8'), file.path, problems)
  } catch (error) {
    problems.push(`${file.place}: ${setting}: ${reasonOf(error, file.path)}: correct the path, or let this user read it`)
    return undefined
  }
}

function refusal (returnCode: number, message: string): AuthenticateError {
  return Object.assign(new Error(message), { returnCode }) as AuthenticateError
}
