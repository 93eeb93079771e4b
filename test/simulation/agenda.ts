/**
 * Simulated time: what is to happen, in order of time, equal times in the order
 * in which they were set. Between two events all promises settle, so a schedule
 * runs the same way each time. Only a store outside of this process takes real
 * time, and meanwhile no simulated time passes.
 */

export interface Entry {
  readonly at: number
  readonly run: () => void
  readonly isCancelled: boolean
}

interface Placed extends Entry { readonly number: number, isCancelled: boolean }

/** Some day in 2033: a forgotten wall clock shows at once. */
const START_MS = 2_000_000_000_000
/** Ticks a millisecond: what is later at all is later by one, which a double still tells apart. */
const TICKS = 1_024

export class Agenda {
  now = START_MS
  readonly #heap: Placed[] = []
  #count = 0
  readonly #awaited = new Set<Promise<unknown>>()

  get elapsedMs (): number {
    return this.now - START_MS
  }

  after (delayMs: number, run: () => void): Entry {
    const entry = { at: this.now + Math.ceil(Math.max(delayMs, 0) * TICKS) / TICKS, run, number: this.#count++, isCancelled: false }
    this.#add(entry)
    return entry
  }

  cancel (entry: Entry): void {
    (entry as Placed).isCancelled = true
  }

  /** Time stands still until this has settled. */
  awaits (work: Promise<unknown>): void {
    this.#awaited.add(work)
    const done = (): void => { this.#awaited.delete(work) }
    work.then(done, done)
  }

  /** Until nothing is left, that time has come, or `done` says so; it is asked after each event. */
  async run (untilMs: number, done: () => boolean): Promise<void> {
    await this.#settled()
    for (let next = this.#take(untilMs); next !== undefined; next = this.#take(untilMs)) {
      this.now = next.at
      next.run()
      await this.#settled()
      if (done()) return
    }
    this.now = Math.max(this.now, untilMs)
  }

  /** All promises run dry before the event loop turns. */
  async #settled (): Promise<void> {
    await turned()
    while (this.#awaited.size > 0) {
      await Promise.allSettled(this.#awaited)
      await turned()
    }
  }

  #take (untilMs: number): Entry | undefined {
    for (;;) {
      const first = this.#heap[0]
      if (first === undefined || first.at > untilMs) return undefined
      this.#removeFirst()
      if (!first.isCancelled) return first
    }
  }

  #add (entry: Placed): void {
    const heap = this.#heap
    let at = heap.length
    while (at > 0) {
      const parentAt = (at - 1) >> 1
      const parent = heap[parentAt] as Placed
      if (!isBefore(entry, parent)) break
      heap[at] = parent
      at = parentAt
    }
    heap[at] = entry
  }

  #removeFirst (): void {
    const heap = this.#heap
    const last = heap.pop() as Placed
    if (heap.length === 0) return
    let at = 0
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Placed, heap[child] as Placed)) child++
      if (!isBefore(heap[child] as Placed, last)) break
      heap[at] = heap[child] as Placed
      at = child
    }
    heap[at] = last
  }
}

function isBefore (a: Placed, b: Placed): boolean {
  return a.at < b.at || (a.at === b.at && a.number < b.number)
}

function turned (): Promise<void> {
  return new Promise(resolve => { setImmediate(resolve) })
}
