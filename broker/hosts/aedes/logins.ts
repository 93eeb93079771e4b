/**
 * Who connects: user name and password against the accounts. It remembers which
 * secret let a connection in, so that it is known who has to go when an account
 * changes. It closes nothing: the host does.
 */
import type { IncomingMessage } from 'node:http'
import type { Client } from 'aedes'
import type { AccountBook } from '../../pipeline/account-book.js'
import type { Clock } from '../../platform/clock.js'
import type { Secrets } from '../../platform/secrets.js'
import { remoteAddress } from './guard/limits.js'
import { PasswordChecks } from './password-checks.js'

/** `busy`: too many others from its network wait for theirs to be checked. */
export type Admission = 'in' | 'out' | 'busy'

export class Logins {
  readonly #accounts: AccountBook
  readonly #secrets: Pick<Secrets, 'find'>
  readonly #checks: PasswordChecks
  /** As whom, and by which hash, a connection came in. */
  readonly #proofs = new WeakMap<Client, { readonly username: string, readonly hash: string }>()

  constructor (accounts: AccountBook, secrets: Pick<Secrets, 'find'>, clock: Pick<Clock, 'now'>) {
    this.#accounts = accounts
    this.#secrets = secrets
    this.#checks = new PasswordChecks(clock)
  }

  /** Who is unknown or disabled costs as much time as who gives a wrong password. */
  async check (client: Client, username: string | undefined, password: Buffer | undefined): Promise<Admission> {
    if (username === undefined || password === undefined) return 'out'
    const hashes = this.#accounts.secretsOf(username)
    const claim = { address: addressOf(client), username, password, isGone: () => client.conn.destroyed }
    const hash = await this.#checks.check(claim, hashes, () => this.#secrets.find(hashes, password))
    if (hash === undefined) return 'busy'
    if (hash === false) return 'out'
    this.#proofs.set(client, { username, hash })
    // The account may have changed in the meantime.
    return this.isStillIn(client) ? 'in' : 'out'
  }

  isStillIn (client: Client): boolean {
    const proof = this.#proofs.get(client)
    return proof !== undefined && this.#accounts.secretsOf(proof.username).includes(proof.hash)
  }
}

function addressOf ({ conn, req }: Client): string {
  return remoteAddress(conn, req as IncomingMessage | undefined) ?? ''
}
