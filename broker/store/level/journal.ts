/**
 * Group commit: what is set in one turn of the event loop is written as one
 * synced batch; while that is under way the next group collects. Knows keys
 * and values, not what they mean.
 */
import type { Clock } from '../../platform/clock.js'
import { StoreRefusing, type StoreUnavailable } from '../store.js'
import { reasonOf } from './database.js'
import type { Database } from './database.js'
import { encode } from './values.js'
import type { Stored } from './values.js'

/** A record is turned into text when it is written: once, however often it changed in that turn. */
type Value = string | Stored | null

class Group {
  readonly values = new Map<string, Value>()
  readonly written: Promise<void>
  resolve: () => void = () => {}
  reject: (error: Error) => void = () => {}

  constructor () {
    this.written = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
    // Perhaps nobody waits for it.
    this.written.catch(() => {})
  }
}

export class Journal {
  readonly #database: Database
  readonly #clock: Clock
  readonly #failed: (error: StoreUnavailable) => void
  #collecting: Group | undefined
  #writing: Group | undefined

  /** `failed` is told once, before anyone who waits; the journal is over then. */
  constructor (database: Database, clock: Clock, failed: (error: StoreUnavailable) => void) {
    this.#database = database
    this.#clock = clock
    this.#failed = failed
  }

  /** null removes. */
  set (key: string, value: Value): void {
    if (this.#collecting === undefined) {
      this.#collecting = new Group()
      if (this.#writing === undefined) this.#schedule()
    }
    this.#collecting.values.set(key, value)
  }

  /** What is set but not yet written; undefined where the disk is right. */
  pending (key: string): Value | undefined {
    const value = this.#collecting?.values.get(key)
    return value === undefined ? this.#writing?.values.get(key) : value
  }

  flushed (): Promise<void> | undefined {
    return (this.#collecting ?? this.#writing)?.written
  }

  #schedule (): void {
    this.#clock.defer(() => this.#write())
  }

  async #write (): Promise<void> {
    const group = this.#collecting
    if (group === undefined) return
    this.#collecting = undefined
    this.#writing = group
    try {
      await this.#batch(group).write({ sync: true })
    } catch (error) {
      this.#giveUp(group, error)
      return
    }
    this.#writing = undefined
    group.resolve()
    if (this.#collecting !== undefined) this.#schedule()
  }

  /** A chained batch: a seventh of what an array of operations costs. */
  #batch ({ values }: Group): ReturnType<Database['batch']> {
    const batch = this.#database.batch()
    for (const [key, value] of values) {
      if (value === null) batch.del(key)
      else batch.put(key, typeof value === 'string' ? value : encode(value))
    }
    return batch
  }

  #giveUp (group: Group, cause: unknown): void {
    // Whoever is connected can be told: only the disk is away.
    const error = new StoreRefusing(`writing failed: ${reasonOf(cause)}`, { cause })
    this.#failed(error)
    group.reject(error)
    this.#collecting?.reject(error)
  }
}
