/**
 * A clock that moves only when it is moved, for scripts and tests. Timers run in the order of
 * their times, equal ones in the order in which they were set. Deferred work
 * runs in a real, later turn of the event loop, so it needs no `advance`.
 */
import type { Clock, Timer } from '../platform/clock.js'

interface VirtualTimer {
  readonly at: number
  readonly run: () => void
}

/** Some day in 2033: a forgotten wall clock shows at once. */
const START_MS = 2_000_000_000_000

export class VirtualClock implements Clock {
  #now: number
  /** By time, the next one first. */
  readonly #timers: VirtualTimer[] = []
  readonly #listeners: (() => void)[] = []
  #deferred = 0

  constructor (startMs = START_MS) {
    this.#now = startMs
  }

  readonly now = (): number => this.#now

  readonly setTimeout = (run: () => void, delayMs: number): Timer => {
    const timer: VirtualTimer & Timer = { at: this.#now + Math.max(delayMs, 0), run }
    const after = this.#timers.findIndex(other => other.at > timer.at)
    this.#timers.splice(after === -1 ? this.#timers.length : after, 0, timer)
    return timer
  }

  readonly clearTimeout = (timer: Timer): void => {
    const at = this.#timers.indexOf(timer as VirtualTimer)
    if (at !== -1) this.#timers.splice(at, 1)
  }

  readonly defer = (run: () => void): void => {
    this.#deferred++
    setImmediate(() => {
      this.#deferred--
      run()
    })
  }

  /** Work outside of this process that `settle` waits for, too. */
  awaits (work: Promise<unknown>): void {
    this.#deferred++
    const done = (): void => { this.#deferred-- }
    work.then(done, done)
  }

  /** How many timers are set. */
  get pending (): number {
    return this.#timers.length
  }

  /** When the next timer is due; undefined where none is set. */
  get nextAt (): number | undefined {
    return this.#timers[0]?.at
  }

  /** Moves on by `ms`; before, between and after the timers, promises and deferred work settle. */
  async advance (ms: number): Promise<void> {
    const until = this.#now + ms
    await this.settle()
    for (let timer = this.#timers[0]; timer !== undefined && timer.at <= until; timer = this.#timers[0]) {
      this.#timers.shift()
      this.#now = Math.max(this.#now, timer.at)
      timer.run()
      await this.settle()
    }
    this.#now = until
    if (this.#listeners.length === 0) return
    for (const listener of this.#listeners) listener()
    await this.settle()
  }

  /** As if it had been asleep for `ms`: what came due meanwhile runs now, and what repeats once. */
  async leap (ms: number): Promise<void> {
    this.#now += ms
    await this.advance(0)
  }

  /** Told when the clock has been moved, as Redis tells what has expired. */
  onAdvance (listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Resolves once promises are settled and nothing deferred or awaited is left. */
  async settle (): Promise<void> {
    do await turn(); while (this.#deferred > 0)
  }
}

function turn (): Promise<void> {
  return new Promise(resolve => { setImmediate(resolve) })
}
