/*
 * How much may come in, by connection, principal, address and in all: packets, bytes and connections a second. Who is over
 * a share is not read from until that share is free again; TCP then makes the sender wait. Nothing is dropped for it.
 */
import type { Timers } from './timers.js'

/** Absent: no limit. */
export interface Share {
  /** A second. */
  readonly packets?: number
  /** A second. */
  readonly bytes?: number
  /** New ones, a second. */
  readonly connects?: number
}

export const scopes = ['connection', 'principal', 'address', 'all'] as const
export type Scope = typeof scopes[number]
export type Shares = Readonly<Partial<Record<Scope, Share>>>

const SECOND_MS = 1_000
/** What adding up parts of seconds may be wrong by. */
const ROUNDING = 1e-6
/** Of names and addresses that nobody uses any more no more are remembered. */
const REMEMBERED_MAX = 20_000

/** Of packets and bytes, in parts of a second: what came at once would be felt by all others at once. */
const BURST = 0.25

/** So much at once, and no more than is earned after that. What was taken already may be owed. */
export class Bucket {
  #left: number
  #at: number

  constructor (private readonly perSecond: number, now: number, private readonly burst = perSecond) {
    this.#left = burst
    this.#at = now
  }

  take (amount: number, now: number): void {
    this.#fill(now)
    this.#left -= amount
  }

  /** In ms, until something may be taken again. */
  wait (now: number): number {
    this.#fill(now)
    return this.#left >= -ROUNDING ? 0 : Math.ceil(-this.#left / this.perSecond * SECOND_MS - ROUNDING)
  }

  /** Whether one more may be taken now, and takes it. */
  tryTake (now: number): boolean {
    this.#fill(now)
    if (this.#left < 1) return false
    this.#left--
    return true
  }

  #fill (now: number): void {
    this.#left = Math.min(this.burst, this.#left + (now - this.#at) / SECOND_MS * this.perSecond)
    this.#at = now
  }
}

interface Buckets { readonly packets: Bucket | undefined, readonly bytes: Bucket | undefined, readonly connects: Bucket | undefined }

export class Rates {
  readonly #shares: Shares
  readonly #now: () => number
  /** By scope and name; the one that was asked for longest ago is forgotten first. */
  readonly #buckets = new Map<string, Buckets>()
  readonly #lines = new WeakMap<object, Line>()

  constructor (shares: Shares, now: () => number) {
    this.#shares = shares
    this.#now = now
  }

  /** Whether another connection may begin: of this address, of this principal, or of anybody. */
  mayConnect (scope: Exclude<Scope, 'connection'>, name: string): boolean {
    return this.#of(scope, name)?.connects?.tryTake(this.#now()) !== false
  }

  /** What comes in on a connection. Undefined where nothing limits it. */
  open (conn: object, address: string, timers: Timers): Line | undefined {
    if (!scopes.some(scope => this.#shares[scope]?.packets !== undefined || this.#shares[scope]?.bytes !== undefined)) return undefined
    const own = this.#shares.connection === undefined ? undefined : bucketsOf(this.#shares.connection, this.#now())
    const line = new Line([own, this.#of('address', address), this.#of('all', '')], this.#now, timers)
    this.#lines.set(conn, line)
    return line
  }

  /** From now on it counts for its principal, too. */
  belongs (conn: object, principal: string): void {
    this.#lines.get(conn)?.join(this.#of('principal', principal))
  }

  #of (scope: Exclude<Scope, 'connection'>, name: string): Buckets | undefined {
    const share = this.#shares[scope]
    if (share === undefined) return undefined
    const key = `${scope} ${name}`
    const buckets = this.#buckets.get(key) ?? bucketsOf(share, this.#now())
    this.#buckets.delete(key)
    this.#buckets.set(key, buckets)
    const [oldest] = this.#buckets.keys()
    if (this.#buckets.size > REMEMBERED_MAX && oldest !== undefined) this.#buckets.delete(oldest)
    return buckets
  }
}

/** One connection: what it has taken, and how long it has to wait. */
export class Line {
  readonly #buckets: Buckets[]
  readonly #now: () => number
  readonly #timers: Timers
  #waiting: unknown

  constructor (buckets: readonly (Buckets | undefined)[], now: () => number, timers: Timers) {
    this.#buckets = buckets.filter(one => one !== undefined)
    this.#now = now
    this.#timers = timers
  }

  join (buckets: Buckets | undefined): void {
    if (buckets !== undefined) this.#buckets.push(buckets)
  }

  took (packets: number, bytes: number): void {
    const now = this.#now()
    for (const one of this.#buckets) {
      one.packets?.take(packets, now)
      one.bytes?.take(bytes, now)
    }
  }

  /** False where it has to wait; then `goOn` is called when it need not any more. */
  mayRead (goOn: () => void): boolean {
    if (this.#waiting !== undefined) return false
    const now = this.#now()
    const waitMs = this.#buckets.reduce((most, { packets, bytes }) => Math.max(most, packets?.wait(now) ?? 0, bytes?.wait(now) ?? 0), 0)
    if (waitMs === 0) return true
    this.#waiting = this.#timers.setTimeout(() => {
      this.#waiting = undefined
      goOn()
    }, waitMs)
    return false
  }

  close (): void {
    if (this.#waiting !== undefined) this.#timers.clearTimeout(this.#waiting)
  }
}

function bucketsOf ({ packets, bytes, connects }: Share, now: number): Buckets {
  const flow = (perSecond: number | undefined): Bucket | undefined => perSecond === undefined ? undefined : new Bucket(perSecond, now, perSecond * BURST)
  return { packets: flow(packets), bytes: flow(bytes), connects: connects === undefined ? undefined : new Bucket(connects, now) }
}
