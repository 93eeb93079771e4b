/**
 * How much each principal has of what is limited: open tasks, bytes of blobs.
 * Counted from what is decided here; where other nodes decide, too, it is read
 * from the store again as soon as somebody seems to have too much.
 */
import { type Upload, uploaderOf } from '../core/blob.js'
import type { Limits } from '../core/command.js'
import type { Note } from '../core/effects.js'
import type { StoredRecord } from '../core/records.js'
import { OPEN, type Task } from '../core/task.js'
import type { Store } from '../store/store.js'

const PAGE = 1_000
const RECOUNT_MS = 5_000

/** Of one record; undefined where it does not count. */
type Weigh<R> = (record: R) => { readonly of: string, readonly amount: number } | undefined

class Tally<R extends StoredRecord> {
  #counts = new Map<string, number>()
  #countedAt = 0
  #recounting: Promise<void> | undefined

  constructor (private readonly store: Store, private readonly kind: string, private readonly max: number | undefined, private readonly weigh: Weigh<R>) {}

  async start (): Promise<void> {
    if (this.max === undefined) return
    const counts = new Map<string, number>()
    let cursor: string | undefined
    do {
      const page = await this.store.page(this.kind, { match: record => this.weigh(record as R) !== undefined, limit: PAGE, ...cursor !== undefined && { cursor } })
      for (const record of page.records) this.#add(counts, record as R, 1)
      cursor = page.cursor
    } while (cursor !== undefined)
    this.#counts = counts
    this.#countedAt = this.store.now()
  }

  moved (before: R | null | undefined, after: R | null): void {
    if (this.max === undefined) return
    this.#add(this.#counts, after, 1)
    this.#add(this.#counts, before, -1)
  }

  of (principal: string): number {
    const count = this.#counts.get(principal) ?? 0
    if (this.max !== undefined && count >= this.max && this.store.bus !== undefined && this.store.now() - this.#countedAt > RECOUNT_MS) {
      this.#recounting ??= this.start().catch(() => {}).finally(() => { this.#recounting = undefined })
    }
    return count
  }

  #add (counts: Map<string, number>, record: R | null | undefined, sign: 1 | -1): void {
    const weight = record === null || record === undefined ? undefined : this.weigh(record)
    if (weight === undefined) return
    const count = (counts.get(weight.of) ?? 0) + sign * weight.amount
    if (count > 0) counts.set(weight.of, count)
    else counts.delete(weight.of)
  }
}

export class Tallies {
  readonly #tasks: Tally<Task>
  readonly #uploads: Tally<Upload>

  constructor (store: Store, { openTasksMax, blobsMax }: Limits) {
    this.#tasks = new Tally<Task>(store, 'task', openTasksMax, ({ state, submitter }) => OPEN.includes(state) ? { of: submitter, amount: 1 } : undefined)
    this.#uploads = new Tally<Upload>(store, 'upload', blobsMax, upload => ({ of: uploaderOf(upload), amount: upload.bytes }))
  }

  async start (): Promise<void> {
    await Promise.all([this.#tasks.start(), this.#uploads.start()])
  }

  moved (note: Note): void {
    if (note.type === 'task') this.#tasks.moved(note.before, note.after)
    if (note.type === 'upload') this.#uploads.moved(note.before, note.after)
  }

  openTasks (submitter: string): number {
    return this.#tasks.of(submitter)
  }

  /** Bytes of what somebody has uploaded, or begun to. */
  blobBytes (uploader: string): number {
    return this.#uploads.of(uploader)
  }
}
