/**
 * The record of an account: who may connect, and as what. Of its secrets only
 * salted hashes are in it. What each kind and role may do is in `permissions.ts`.
 */
import type { StoredRecord } from './records.js'

export type AccountKind = 'root' | 'admin' | 'user' | 'device' | 'bridge'
export type UserRole = 'viewer' | 'submitter' | 'operator'

/** A salted hash, as the platform makes them: `scrypt$N$r$p$salt$hash`. */
export type HashedSecret = string

export interface StoredSecret {
  readonly hash: HashedSecret
  readonly since: number
  /** Where it was replaced: so long it works beside its successor. */
  readonly until?: number
}

export interface Account extends StoredRecord {
  readonly kind: AccountKind
  /** Of a user. */
  readonly roles?: readonly UserRole[]
  /** False: it can't connect. */
  readonly enabled: boolean
  readonly expiresAt?: number
  /** Of a device: what it may claim at birth; absent: anything. */
  readonly functions?: readonly string[] | undefined
  readonly queues?: readonly string[] | undefined
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** The newest first. */
  readonly secrets: readonly StoredSecret[]
  readonly createdAt: number
  /** Absent where it was made by the first start. */
  readonly createdBy?: string
  /** By which the device has made it itself. */
  readonly enrolment?: string | undefined
  readonly changedAt: number
  /** When less is allowed than now: it expires, or a former secret does. */
  readonly deadline?: number | undefined
}

/** Whether it may connect and say anything at all. */
export function isActive (account: Account | undefined, now: number): account is Account {
  return account?.enabled === true && now < (account.expiresAt ?? Infinity)
}

/** The hashes that are good now. */
export function validSecrets ({ secrets }: Account, now: number): readonly HashedSecret[] {
  return secrets.filter(({ until = Infinity }) => now < until).map(({ hash }) => hash)
}
