/**
 * A binary heap whose items know their own place in it, so that any of them
 * can be moved or removed in O(log n): nothing stale is ever left in it and
 * its size is exact. Where the place is kept, and what comes first, is the
 * subclass's business.
 */
export abstract class Heap<T> {
  readonly #items: T[] = []

  protected abstract before (a: T, b: T): boolean
  /** Below 0 where the item isn't in the heap. */
  protected abstract place (item: T): number
  protected abstract setPlace (item: T, place: number): void

  get size (): number {
    return this.#items.length
  }

  get first (): T | undefined {
    return this.#items[0]
  }

  add (item: T): void {
    this.#items.push(item)
    this.#rise(item, this.#items.length - 1)
  }

  /** To be called when what orders the item has changed. */
  moved (item: T): void {
    this.#sink(item, this.#rise(item, this.place(item)))
  }

  remove (item: T): void {
    const place = this.place(item)
    if (place < 0) return
    this.setPlace(item, -1)
    const last = this.#items.pop() as T
    if (last !== item) this.#sink(last, this.#rise(last, place))
  }

  /** The first of those that pass; all are looked at. */
  least (passes: (item: T) => boolean): T | undefined {
    let least: T | undefined
    for (const item of this.#items) if (passes(item) && (least === undefined || this.before(item, least))) least = item
    return least
  }

  /** The first ones in order, while `take` agrees; nothing is moved. */
  peek (take: (item: T, index: number) => boolean): T[] {
    const taken: T[] = []
    // What comes next is the first one or right below one that was taken; the last of the list goes first.
    const next = this.#items.slice(0, 1)
    for (let item = next.pop(); item !== undefined && take(item, taken.length); item = next.pop()) {
      taken.push(item)
      const below = 2 * this.place(item) + 1
      this.#insert(next, this.#items[below])
      this.#insert(next, this.#items[below + 1])
    }
    return taken
  }

  /** Where it belongs in a list that is in order, the first one last. */
  #insert (list: T[], item: T | undefined): void {
    if (item === undefined) return
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.before(list[middle] as T, item)) high = middle
      else low = middle + 1
    }
    list.splice(low, 0, item)
  }

  #rise (item: T, from: number): number {
    const items = this.#items
    let at = from
    while (at > 0) {
      const parentAt = (at - 1) >> 1
      const parent = items[parentAt] as T
      if (!this.before(item, parent)) break
      this.#put(parent, at)
      at = parentAt
    }
    this.#put(item, at)
    return at
  }

  #sink (item: T, from: number): void {
    const items = this.#items
    let at = from
    for (let childAt = 2 * at + 1; childAt < items.length; childAt = 2 * at + 1) {
      let child = items[childAt] as T
      const right = items[childAt + 1]
      if (right !== undefined && this.before(right, child)) {
        child = right
        childAt++
      }
      if (!this.before(child, item)) break
      this.#put(child, at)
      at = childAt
    }
    this.#put(item, at)
  }

  #put (item: T, at: number): void {
    this.#items[at] = item
    this.setPlace(item, at)
  }
}
