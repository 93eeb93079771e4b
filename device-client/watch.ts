// What happens and what is true, as an async iterator over `events/…` and `state/…`. A reader that is slower than the world
// loses the oldest, and is told so: memory is bounded, and nothing is left out in silence.

import type { DeviceEvent, DeviceState, TaskEvent, TaskState } from '../schemas/index.js'

export type WatchTarget = { task: string } | { device: string } | 'tasks' | 'devices' | 'all'

export type Sighting =
  | { kind: 'event', noun: 'tasks', id: string, payload: TaskEvent }
  | { kind: 'event', noun: 'devices', id: string, payload: DeviceEvent }
  /** No payload: it is no longer kept. */
  | { kind: 'state', noun: 'tasks', id: string, payload: TaskState | undefined }
  | { kind: 'state', noun: 'devices', id: string, payload: DeviceState | undefined }
  /** Something was missed: `dropped` of them here, or an unknown number while the connection was down. */
  | { kind: 'gap', cause: 'slow', dropped: number }
  | { kind: 'gap', cause: 'reconnected' }

const bufferMax = 1_000
const versionsMax = 10_000

/** The filters of a target, below the root. */
export function filtersOf (target: WatchTarget): string[] {
  const what = target === 'all' ? '#' : typeof target === 'string' ? `${target}/+` : 'task' in target ? `tasks/${target.task}` : `devices/${target.device}`
  return [`events/${what}`, `state/${what}`]
}

export function isTargeted (target: WatchTarget, noun: 'tasks' | 'devices', id: string): boolean {
  if (typeof target === 'string') return target === 'all' || target === noun
  return 'task' in target ? noun === 'tasks' && id === target.task : noun === 'devices' && id === target.device
}

export class Watch implements AsyncIterableIterator<Sighting> {
  #dropped = 0
  #closed = false
  readonly #buffer: Sighting[] = []
  readonly #readers: Array<(result: IteratorResult<Sighting>) => void> = []
  readonly #versions = new Map<string, number>()

  constructor (readonly target: WatchTarget, readonly onClose: (watch: Watch) => void) {}

  push (sighting: Sighting): void {
    if (this.#closed || this.#isOlder(sighting)) return
    const reader = this.#readers.shift()
    if (reader) return reader({ done: false, value: sighting })
    this.#buffer.push(sighting)
    if (this.#buffer.length <= bufferMax) return
    this.#buffer.shift()
    this.#dropped++
  }

  next (): Promise<IteratorResult<Sighting>> {
    if (this.#dropped > 0) {
      const value: Sighting = { kind: 'gap', cause: 'slow', dropped: this.#dropped }
      this.#dropped = 0
      return Promise.resolve({ done: false, value })
    }
    const value = this.#buffer.shift()
    if (value) return Promise.resolve({ done: false, value })
    if (this.#closed) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve) => this.#readers.push(resolve))
  }

  /** Ends the watch; what is in the buffer can still be read. */
  return (): Promise<IteratorResult<Sighting>> {
    if (!this.#closed) {
      this.#closed = true
      this.onClose(this)
      for (const reader of this.#readers) reader({ done: true, value: undefined })
    }
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator] (): this {
    return this
  }

  /** A reader ignores a lower version; of states, whose copies say nothing new, the same one too. */
  #isOlder (sighting: Sighting): boolean {
    if (sighting.kind === 'gap') return false
    const key = `${sighting.noun}/${sighting.id}/${sighting.kind}`
    const known = this.#versions.get(key) ?? -1
    const { v } = sighting.payload ?? {}
    if (v === undefined) return this.#versions.delete(key) && false
    if (sighting.kind === 'state' ? v <= known : v < known) return true
    this.#versions.delete(key)
    this.#versions.set(key, v)
    const [oldest] = this.#versions.keys()
    if (this.#versions.size > versionsMax && oldest !== undefined) this.#versions.delete(oldest)
    return false
  }
}
