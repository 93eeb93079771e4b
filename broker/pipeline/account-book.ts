/**
 * The accounts as this node knows them, so that whoever asks what somebody may
 * do need not wait. Every change is read from the store when it is heard of:
 * an account that is gone can't come back by a late word.
 */
import { type Account, isActive, validSecrets } from '../core/account.js'
import { type Enrolment, parseToken, refusalOf } from '../core/enrolment.js'
import { type Readable, readsOf } from '../core/permissions.js'
import type { Secrets } from '../platform/secrets.js'
import type { Store } from '../store/store.js'

const PAGE = 1_000

type Lent = Pick<Account, 'kind' | 'roles'>
/** What somebody is who has no account here: the same object as long as it is the same. */
export type Lend = (name: string) => Lent | undefined

export class AccountBook {
  readonly #accounts = new Map<string, Account>()
  #lend: Lend = () => undefined
  readonly #lent = new Map<string, { readonly as: Lent, readonly account: Account }>()
  readonly #watchers: ((name: string) => void)[] = []
  /** One after the other, so that no answer overtakes a newer one. */
  #reading: Promise<void> = Promise.resolve()

  constructor (private readonly store: Pick<Store, 'get' | 'page' | 'now'>) {}

  /** Everything anew: at the start, and where a change may have been missed. */
  async load (): Promise<void> {
    const before = new Set(this.#accounts.keys())
    let cursor: string | undefined
    do {
      const page = await this.store.page('account', { match: () => true, limit: PAGE, ...cursor !== undefined && { cursor } })
      for (const account of page.records as readonly Account[]) {
        before.delete(account.id)
        this.#learn(account.id, account)
      }
      cursor = page.cursor
    } while (cursor !== undefined)
    for (const name of before) await this.heard(name)
  }

  get (name: string | undefined): Account | undefined {
    return name === undefined ? undefined : this.#accounts.get(name) ?? this.#lentTo(name)
  }

  /** Asked for with every packet: it is made once, and again where it has become another. */
  #lentTo (name: string): Account | undefined {
    const as = this.#lend(name)
    const known = this.#lent.get(name)
    if (as === undefined) return undefined
    if (known?.as === as) return known.account
    const account: Account = { ...as, id: name, v: 0, enabled: true, secrets: [], createdAt: 0, changedAt: 0 }
    this.#lent.set(name, { as, account })
    return account
  }

  /** Accounts that stand elsewhere; one of ours of the same name comes first. They have no secrets here. */
  lend (lend: Lend): void {
    this.#lend = lend
  }

  /** The enrolment that this is the token of, if it is good for this name now. */
  async enrolmentFor (name: string, text: string, secrets: Pick<Secrets, 'find'>): Promise<string | undefined> {
    const token = parseToken(text)
    if (token === undefined || this.get(name) !== undefined) return undefined
    const enrolment = await this.store.get('enrolment', token.id) as Enrolment | undefined
    const hash = await secrets.find(enrolment === undefined ? [] : [enrolment.hash], Buffer.from(token.secret))
    return hash === undefined || refusalOf(enrolment, name, this.store.now()) !== undefined ? undefined : token.id
  }

  /** Whether somebody may be connected and say anything at all. */
  isActive (name: string): boolean {
    return isActive(this.get(name), this.store.now())
  }

  /** The hashes of the secrets that let somebody in now. */
  secretsOf (name: string): readonly string[] {
    const [account, now] = [this.#accounts.get(name), this.store.now()]
    return isActive(account, now) ? validSecrets(account, now) : []
  }

  /** The filters below the root that somebody may read, besides what is for them. */
  readsOf (name: string): Readable {
    const account = this.get(name)
    return isActive(account, this.store.now()) ? readsOf(account) : { any: [], own: [] }
  }

  /** An account was changed here. What is read afterwards outlasts whatever was being read meanwhile. */
  async changed (name: string, after: Account | undefined): Promise<void> {
    this.#learn(name, after)
    await this.heard(name)
  }

  /** An account has changed on another node. */
  async heard (name: string): Promise<void> {
    const read = this.#reading.then(async () => { this.#learn(name, await this.store.get('account', name) as Account | undefined) })
    // Who is told of a failure is who asked.
    this.#reading = read.catch(() => {})
    await read
  }

  /** `changed` is told the name, after the change. */
  onChange (changed: (name: string) => void): void {
    this.#watchers.push(changed)
  }

  #learn (name: string, account: Account | undefined): void {
    const before = this.#accounts.get(name)
    if (before?.v === account?.v) return
    if (account === undefined) this.#accounts.delete(name)
    else this.#accounts.set(name, account)
    for (const changed of this.#watchers) changed(name)
  }
}
