/**
 * Passwords, checked in turns: of networks, and within one of user names, so
 * that who tries many takes no time from others. One that was right a short
 * while ago needs no turn. Nobody is ever locked out.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import { FairTurns } from '../../platform/fair-turns.js'

/** Two of libuv's four threads; the disk needs the others. Behind one address there may be a fleet that comes back at once. */
const CHECKS_AT_ONCE = 2
const CHECKS_WAITING_MAX = 1_000
const REMEMBERED_MS = 24 * 60 * 60 * 1000

export interface Claim {
  /** Of the connection. */
  readonly address: string
  readonly username: string
  readonly password: Buffer | undefined
  /** Nobody waits for the answer any more. */
  readonly isGone: () => boolean
}

export class PasswordChecks {
  readonly #clock: Pick<Clock, 'now'>
  readonly #turns = new FairTurns({ atOnce: CHECKS_AT_ONCE, waitingMax: CHECKS_WAITING_MAX })
  /** What was right, by what proved it, the oldest first: a digest under a key that is nowhere else. */
  readonly #remembered = new Map<unknown, { readonly digest: Buffer, readonly until: number }>()
  readonly #key = randomBytes(32)

  constructor (clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  /**
   * @param proofs what a password of this user is compared with
   * @param find the one that this password is of; costly
   * @returns the proof that lets them in, false where none does, undefined where too many wait for that to be found out
   */
  async check<P> ({ address, username, password, isGone }: Claim, proofs: readonly P[], find: () => Promise<P | undefined>): Promise<P | false | undefined> {
    const digest = createHmac('sha256', this.#key).update(password ?? '').digest()
    const known = password === undefined ? undefined : proofs.find(proof => this.#isRemembered(proof, digest))
    if (known !== undefined) return known
    const proof = await this.#turns.run(networkOf(address), username, async () => isGone() ? false : await find() ?? false)
    if (proof !== undefined && proof !== false) this.#remember(proof, digest)
    return proof
  }

  /** Proofs may be gone. */
  forget (): void {
    this.#remembered.clear()
  }

  #isRemembered (proof: unknown, digest: Buffer): boolean {
    const remembered = this.#remembered.get(proof)
    return remembered !== undefined && timingSafeEqual(remembered.digest, digest) && this.#clock.now() < remembered.until
  }

  #remember (proof: unknown, digest: Buffer): void {
    const now = this.#clock.now()
    this.#remembered.delete(proof)
    this.#remembered.set(proof, { digest, until: now + REMEMBERED_MS })
    for (const [oldest, { until }] of this.#remembered) {
      if (until > now) return
      this.#remembered.delete(oldest)
    }
  }
}

/** Whose turn it is: an IPv4 address, also in its IPv6 form; of IPv6 the first 64 bits, as one household has all of them. */
export function networkOf (address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [front = [], back = []] = plain.split('::').map(half => half.split(':').filter(group => group !== ''))
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
