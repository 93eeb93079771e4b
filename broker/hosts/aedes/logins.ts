/**
 * Who connects: an account, and a proof that it is theirs. The secrets of the
 * accounts are one way to prove it; the broker's owner may add others. It
 * remembers what let a connection in, so that it is known who has to go when
 * that is no longer good. It closes nothing: the entrance does.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Client } from 'aedes'
import type { AccountBook } from '../../pipeline/account-book.js'
import type { Clock } from '../../platform/clock.js'
import type { Secrets } from '../../platform/secrets.js'
import { Brake } from './brake.js'
import type { Known } from './connections.js'
import { remoteAddress } from './guard/limits.js'
import { type Claim, PasswordChecks, networkOf } from './password-checks.js'

/** What somebody shows when they connect. */
export interface Credentials extends Claim {
  /** Of a WebSocket the one below it. */
  readonly socket: Duplex
}

export interface Proof {
  /** Asked again whenever something has changed. */
  readonly isGood: () => boolean
  /** It ends by itself, at this time in ms since the epoch. */
  readonly until?: number
  /** It is the token of this enrolment: there is no account yet. */
  readonly enrolment?: string
}

/** A way to prove who one is. */
export interface Way {
  /** Whose a connection is before anything is said on it: then it needs no user name. */
  readonly nameOf?: (socket: Duplex) => string | undefined
  /** Undefined: not in this way. `busy`: that can't be found out now. */
  readonly prove: (credentials: Credentials) => Promise<Proof | 'busy' | undefined>
  /** To be told when proofs may be good no longer. */
  readonly onChange?: (changed: () => void) => void
}

/** `busy`: too many others from its network wait for theirs to be checked. */
export type Admission = 'in' | 'out' | 'busy'

export interface LoginOptions {
  readonly accounts: AccountBook
  readonly secrets: Pick<Secrets, 'find'>
  /** Besides the secrets of the accounts; asked before them. */
  readonly ways: readonly Way[]
  readonly clock: Clock
}

/** So long may one that enrols stay connected. */
const ENROLLING_MS = 60_000
const TOKEN_BYTES_MAX = 256

export class Logins {
  readonly #options: LoginOptions
  readonly #ways: readonly Way[]
  readonly #checks: PasswordChecks
  readonly #brake: Brake
  /** As whom, and by what, a connection came in. */
  readonly #proofs = new WeakMap<Client, Proof & { readonly name: string }>()

  constructor (options: LoginOptions) {
    this.#options = options
    this.#checks = new PasswordChecks(options.clock)
    this.#brake = new Brake(options.clock)
    this.#ways = [...options.ways, { prove: credentials => this.#byToken(credentials) }, { prove: credentials => this.#bySecret(credentials) }]
  }

  /** Whose a connection is by itself. */
  nameOf (client: Client): string | undefined {
    const socket = socketOf(client)
    for (const { nameOf } of this.#ways) {
      const name = nameOf?.(socket)
      if (name !== undefined) return name
    }
    return undefined
  }

  /** Who is unknown or disabled costs as much time as who gives a wrong password. */
  async check (client: Client, username: string | undefined, password: Buffer | undefined): Promise<Admission> {
    if (username === undefined) return 'out'
    const socket = socketOf(client)
    const address = addressOf(client)
    const credentials = { socket, address, username, password, isGone: () => client.conn.destroyed }
    for (const way of this.#ways) {
      const proof = await way.prove(credentials)
      if (proof === 'busy') return 'busy'
      if (proof === undefined) continue
      this.#proofs.set(client, { ...proof, name: username })
      // The account may have changed in the meantime.
      return this.isStillIn(client) ? 'in' : await this.#held(username, address)
    }
    return await this.#held(username, address)
  }

  isStillIn (client: Client): boolean {
    const proof = this.#proofs.get(client)
    if (proof === undefined) return false
    const { accounts } = this.#options
    const mayBe = proof.enrolment === undefined ? accounts.isActive(proof.name) : accounts.get(proof.name) === undefined
    return mayBe && proof.isGood() && this.#options.clock.now() < (proof.until ?? Infinity)
  }

  /** Where it comes from, and what it has shown. */
  knownOf (client: Client): Known {
    return { origin: { address: addressOf(client), client: client.id }, enrolment: this.#proofs.get(client)?.enrolment }
  }

  /** Until when, where that is known. */
  until (client: Client): number | undefined {
    return this.#proofs.get(client)?.until
  }

  async #held (name: string, address: string): Promise<Admission> {
    await this.#brake.failed(name, networkOf(address))
    return 'out'
  }

  /** With the token of an enrolment, for whom there is no account yet. */
  async #byToken ({ username, password }: Credentials): Promise<Proof | undefined> {
    const { accounts, secrets, clock } = this.#options
    const enrolment = password === undefined || password.length > TOKEN_BYTES_MAX ? undefined : await accounts.enrolmentFor(username, password.toString(), secrets)
    return enrolment === undefined ? undefined : { enrolment, until: clock.now() + ENROLLING_MS, isGood: () => true }
  }

  async #bySecret (credentials: Credentials): Promise<Proof | 'busy' | undefined> {
    const { accounts, secrets } = this.#options
    const { username, password } = credentials
    if (password === undefined) return undefined
    const hashes = accounts.secretsOf(username)
    const hash = await this.#checks.check(credentials, hashes, () => secrets.find(hashes, password))
    if (hash === undefined) return 'busy'
    return hash === false ? undefined : { isGood: () => accounts.secretsOf(username).includes(hash) }
  }
}

function socketOf ({ conn, req }: Client): Duplex {
  return (req as IncomingMessage | undefined)?.socket ?? conn
}

function addressOf ({ conn, req }: Client): string {
  return remoteAddress(conn, req as IncomingMessage | undefined) ?? ''
}
