/**
 * Hands what is due to the lifecycles. The store says promptly that something
 * is due; the sweep, once a second, makes it certain. A deadline that nothing
 * came of is moved, so that it is not found again at once.
 */
import { type Awaitable, type StoredRecord, after } from '../core/records.js'
import type { Clock, Timer } from '../platform/clock.js'
import type { Due, Store } from '../store/store.js'

export interface DeadlineOptions {
  readonly store: Store
  readonly clock: Clock
  /** Tells whether anything came of it. */
  readonly happen: (key: string, entity: string, body?: object) => Awaitable<boolean>
  /**
   * Until when a device is known to be present, where that is later than its
   * deadline says; undefined where another node that runs has to know.
   */
  readonly presentUntil: (device: string) => number | undefined
  readonly swept: () => void
  readonly failed: (error: unknown) => void
}

const SWEEP_MS = 1_000
const BATCH = 256
const NEVER = Number.MAX_SAFE_INTEGER

export class Deadlines {
  #timer: Timer | undefined
  #running: Promise<void> | undefined
  #again = false
  #stopped = false
  /** From the beginning: what was due while nobody served is told as soon as the store is open. */
  #held = true

  constructor (private readonly options: DeadlineOptions) {}

  start (): void {
    this.#timer = this.options.clock.setTimeout(() => {
      this.check()
      // What lapses in this sweep may be offered again in the same one.
      if (this.#running === undefined) this.options.swept()
      else this.#running.then(this.options.swept, this.options.failed)
      if (!this.#stopped) this.start()
    }, SWEEP_MS)
    this.#timer.unref?.()
  }

  stop (): void {
    this.#stopped = true
    if (this.#timer !== undefined) this.options.clock.clearTimeout(this.#timer)
  }

  /** While the store is away, and until who was present before has had a moment to say so. */
  hold (held: boolean): void {
    this.#held = held
    if (!held) this.check()
  }

  check (): void {
    this.#again = true
    if (this.#running !== undefined || this.#stopped || this.#held) return
    this.#running = this.#run().catch(this.options.failed)
  }

  async #run (): Promise<void> {
    try {
      while (this.#again && !this.#stopped && !this.#held) {
        this.#again = false
        await this.#handleSome()
      }
    } finally {
      // In the turn of the last look: who asks after it has to begin anew.
      this.#running = undefined
    }
  }

  async #handleSome (): Promise<void> {
    const { store, presentUntil } = this.options
    const due = await store.due(BATCH)
    // Side by side: a store that answers later is asked for all of them at once.
    const mine = due.filter(({ kind, id }) => kind !== 'device' || presentUntil(id) !== undefined)
    await Promise.all([...this.#evict(mine), ...mine.filter(({ cause }) => cause === 'deadline').map(one => this.#handle(one))])
    if (due.length === BATCH && mine.length > 0) this.#again = true
  }

  /** Many at once: where there are too many, one goes for each that comes. */
  #evict (due: readonly Due[]): Awaitable<boolean>[] {
    const surplus = due.filter(({ cause }) => cause === 'surplus')
    const kinds = [...new Set(surplus.map(({ kind }) => kind))]
    return kinds.map(one => this.options.happen(`${one}s/evict`, '', { ids: surplus.filter(({ kind }) => kind === one).map(({ id }) => id) }))
  }

  #handle ({ kind, id }: Due): Awaitable<void> {
    const { store, happen, presentUntil } = this.options
    const until = kind === 'device' ? presentUntil(id) ?? 0 : 0
    if (until > store.now()) return store.touch(kind, id, until)
    return after(happen(`${kind}s/deadline`, id), happened => happened ? undefined : this.#voided(kind, id))
  }

  #voided (kind: string, id: string): Awaitable<void> {
    const { store } = this.options
    return after(store.get(kind, id), record => {
      if (record !== undefined) return store.touch(kind, id, deadlineAfter(record, store.now()), record.v)
    })
  }
}

/** A deadline that has passed without effect is void until the record changes. */
function deadlineAfter (record: StoredRecord, now: number): number {
  const { deadline = NEVER } = record as { deadline?: number }
  return deadline > now ? deadline : NEVER
}
