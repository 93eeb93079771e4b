/**
 * Ended records by deadline, on disk: in memory there is only their number and
 * a bound below which there is none.
 */
import type { Candidate } from '../in-process/due.js'
import type { Database } from './database.js'
import type { Journal } from './journal.js'
import { endedKey, endedRange, parseEndedKey } from './keys.js'

export class Ended {
  count = 0
  readonly #database: Database
  readonly #journal: Journal
  readonly #countMax: number
  /** No deadline lies before it. Keeps searches off the ground where everything has been removed. */
  #from = 0
  /** The earliest that was added since the search under way began, which may not see it. */
  #added = Infinity
  #search: Promise<unknown> = Promise.resolve()

  constructor (database: Database, journal: Journal, countMax: number) {
    this.#database = database
    this.#journal = journal
    this.#countMax = countMax
  }

  /** Not after the earliest deadline. */
  get earliest (): number {
    return this.count === 0 ? Infinity : this.#from
  }

  add (ended: Candidate): void {
    this.#from = this.count === 0 ? ended.deadline : Math.min(this.#from, ended.deadline)
    this.#added = Math.min(this.#added, ended.deadline)
    this.count++
    this.#journal.set(endedKey(ended), '')
  }

  remove (ended: Candidate): void {
    this.count--
    this.#journal.set(endedKey(ended), null)
  }

  /** Those whose time is over and, before their time, as many as there are too many. */
  async due (now: number, limit: number): Promise<Candidate[]> {
    if (this.#surplus <= 0 && this.earliest > now) return []
    // One search at a time: each raises the bound to what it found.
    const search = this.#search.then(() => this.#find(now, limit))
    this.#search = search.catch(() => {})
    return search
  }

  get #surplus (): number {
    return this.count - this.#countMax
  }

  async #find (now: number, limit: number): Promise<Candidate[]> {
    const found: Candidate[] = []
    let first = this.#from
    this.#added = Infinity
    await this.#journal.flushed()
    for await (const key of this.#database.keys(endedRange(first))) {
      const ended = parseEndedKey(key)
      if (found.length === 0) first = ended.deadline
      if (found.length >= limit || (found.length >= this.#surplus && ended.deadline > now)) break
      found.push(ended)
    }
    this.#from = Math.min(first, this.#added)
    return found
  }
}
