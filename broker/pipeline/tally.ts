/**
 * How many open tasks each submitter has, where that is limited. Counted from
 * what is decided here; where other nodes decide, too, it is read from the store
 * again as soon as somebody seems to have too many.
 */
import type { Note } from '../core/effects.js'
import { OPEN, type Task } from '../core/task.js'
import type { Store } from '../store/store.js'

const PAGE = 1_000
const RECOUNT_MS = 5_000

export class Tally {
  readonly #store: Store
  #counts = new Map<string, number>()
  #countedAt = 0
  #recounting: Promise<void> | undefined

  constructor (store: Store) {
    this.#store = store
  }

  async start (): Promise<void> {
    const counts = new Map<string, number>()
    let cursor: string | undefined
    do {
      const page = await this.#store.page('task', { match: record => isOpen(record as Task), limit: PAGE, ...cursor !== undefined && { cursor } })
      for (const { submitter } of page.records as readonly Task[]) counts.set(submitter, (counts.get(submitter) ?? 0) + 1)
      cursor = page.cursor
    } while (cursor !== undefined)
    this.#counts = counts
    this.#countedAt = this.#store.now()
  }

  moved ({ before, after }: Extract<Note, { type: 'task' }>): void {
    const change = Number(after !== null && isOpen(after)) - Number(before !== undefined && isOpen(before))
    if (change === 0) return
    const submitter = (after ?? before)?.submitter ?? ''
    const count = (this.#counts.get(submitter) ?? 0) + change
    if (count > 0) this.#counts.set(submitter, count)
    else this.#counts.delete(submitter)
  }

  of (submitter: string, max: number): number {
    const count = this.#counts.get(submitter) ?? 0
    if (count >= max && this.#store.bus !== undefined && this.#store.now() - this.#countedAt > RECOUNT_MS) {
      this.#recounting ??= this.start().catch(() => {}).finally(() => { this.#recounting = undefined })
    }
    return count
  }
}

function isOpen ({ state }: Task): boolean {
  return OPEN.includes(state)
}
