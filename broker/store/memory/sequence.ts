/**
 * The records of a kind in the order of their creation, so that a page can
 * begin anywhere. Removed ones leave a gap; when gaps outweigh what is there,
 * it is closed up.
 */
import type { StoredRecord } from '../../core/records.js'
import type { Page, PageRequest } from '../store.js'

interface Item {
  readonly record: StoredRecord
}

/** How much one page may look at: a filter that nothing passes must not hold up everyone else. */
const EXAMINED_MAX = 10_000
/** Below this, closing up isn't worth it. */
const GAPS_MIN = 1_000

export class Sequence<T extends Item> {
  /** Growing; the number of an item never changes. */
  #numbers: number[] = []
  #items: Array<T | undefined> = []
  #numberNext = 0
  #gaps = 0

  /** Its number, which is what `remove` wants. */
  add (item: T): number {
    this.#numbers.push(this.#numberNext)
    this.#items.push(item)
    return this.#numberNext++
  }

  remove (number: number): void {
    this.#items[this.#find(number)] = undefined
    this.#gaps++
    if (this.#gaps > GAPS_MIN && this.#gaps * 2 > this.#items.length) this.#closeUp()
  }

  page ({ match, limit, cursor }: PageRequest): Page {
    const records: StoredRecord[] = []
    let at = cursor === undefined ? 0 : this.#find(Number(cursor))
    const end = Math.min(this.#items.length, at + EXAMINED_MAX)
    for (; at < end && records.length < limit; at++) {
      const item = this.#items[at]
      if (item !== undefined && match(item.record)) records.push(item.record)
    }
    const next = this.#numbers[at]
    return next === undefined ? { records } : { records, cursor: String(next) }
  }

  /** The index of this number, or of the next that is there. */
  #find (number: number): number {
    let low = 0
    let high = this.#numbers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#numbers[middle] as number) < number) low = middle + 1
      else high = middle
    }
    return low
  }

  #closeUp (): void {
    const stays = (_: unknown, index: number): boolean => this.#items[index] !== undefined
    this.#numbers = this.#numbers.filter(stays)
    this.#items = this.#items.filter(stays)
    this.#gaps = 0
  }
}
