/**
 * Writes down who did what: into the log, into the store, which keeps the
 * newest, and onto `events/audit`. What was decided is not changed by it.
 */
import type { AuditEntry, AuditRecord } from '../core/audit.js'
import type { Command, Internal, Rejection } from '../core/command.js'
import type { Awaitable, Json } from '../core/records.js'
import type { Log } from '../platform/log.js'
import { AUDIT_MAX } from '../plugins/audit/index.js'
import type { Store } from '../store/store.js'

export interface AuditOptions {
  readonly store: Store
  readonly log: Log
  readonly happen: (internal: Internal) => Awaitable<unknown>
}

const PAGE = 1_000
const CLIENT_CHARACTERS = 64
const DETAIL_BYTES = 1_024
/** Somebody who is refused again and again must not push out what others did. */
const REFUSALS_PER_MINUTE = 30
const MINUTE_MS = 60_000

interface Refusals { since: number, count: number }

export class Audit {
  readonly #options: AuditOptions
  readonly #refusals = new Map<string, Refusals>()
  #place = 0

  constructor (options: AuditOptions) {
    this.#options = options
  }

  /** Finds where it goes on. */
  async start (): Promise<void> {
    const { store } = this.#options
    const own = `${this.#prefix}`
    let cursor: string | undefined
    do {
      const page = await store.page('audit', { match: ({ id }) => id.startsWith(own), limit: PAGE, ...cursor !== undefined && { cursor } })
      for (const { place } of page.records as readonly AuditRecord[]) this.#place = Math.max(this.#place, place + 1)
      cursor = page.cursor
    } while (cursor !== undefined)
  }

  /** Applied when this returns or resolves; written with what was decided. */
  note (command: Command<unknown>, rejection: Rejection | undefined): Awaitable<unknown> {
    const { log, happen } = this.#options
    const entry = entryOf(command, rejection)
    log.info({ audit: entry }, rejection === undefined ? 'allowed' : 'refused')
    if (rejection !== undefined && this.#isTooMuch(entry)) return undefined
    const place = this.#place++
    return happen({ key: 'audit/note', entity: `${this.#prefix}${place % AUDIT_MAX}`, body: { place, entry } })
  }

  get #prefix (): string {
    return `${this.#options.store.bus?.node ?? 'here'}:`
  }

  #isTooMuch ({ account, at }: AuditEntry): boolean {
    const before = this.#refusals.get(account)
    if (before === undefined || at - before.since > MINUTE_MS) {
      for (const [name, { since }] of this.#refusals) if (at - since > MINUTE_MS) this.#refusals.delete(name)
      this.#refusals.set(account, { since: at, count: 1 })
      return false
    }
    return ++before.count > REFUSALS_PER_MINUTE
  }
}

function entryOf ({ key, principal, entity, origin, now, body }: Command<unknown>, rejection: Rejection | undefined): AuditEntry {
  const { ref, secret, ...asked } = body as { readonly [name: string]: Json }
  const isShort = Buffer.byteLength(JSON.stringify(asked)) <= DETAIL_BYTES
  return {
    at: now,
    account: principal,
    command: key,
    entity,
    allowed: rejection === undefined,
    ...rejection !== undefined && { code: rejection.code },
    ...origin?.address !== undefined && { address: origin.address },
    ...origin?.client !== undefined && { client: origin.client.slice(0, CLIENT_CHARACTERS) },
    ...isShort && Object.keys(asked).length > 0 && { detail: asked }
  }
}
