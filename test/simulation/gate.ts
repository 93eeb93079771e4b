/**
 * A process as seen from outside: what runs in it goes through here, waits
 * while the process is stalled, and never happens once it is dead. It knows
 * nothing of what runs.
 */
import type { Clock } from '../../broker/platform/clock.js'
import type { Agenda, Entry } from './agenda.js'

export class Gate {
  isDead = false
  #stalledUntil = 0
  readonly #waiting: (() => void)[] = []

  constructor (private readonly agenda: Agenda) {}

  get isStalled (): boolean {
    return this.agenda.now < this.#stalledUntil
  }

  /** As by SIGSTOP: then all that came meanwhile happens at once, in its order. */
  stall (forMs: number): void {
    const { agenda } = this
    this.#stalledUntil = Math.max(this.#stalledUntil, agenda.now + forMs)
    agenda.after(forMs, () => { if (!this.isStalled) this.#goOn() })
  }

  do (run: () => void): void {
    if (this.isDead) return
    if (this.isStalled) this.#waiting.push(run)
    else run()
  }

  #goOn (): void {
    for (const run of this.#waiting.splice(0)) this.do(run)
  }

  clock (): Clock {
    const { agenda } = this
    const after = (delayMs: number, run: () => void): Entry => {
      const entry = agenda.after(delayMs, () => this.do(() => { if (!entry.isCancelled) run() }))
      return entry
    }
    return {
      now: () => Math.floor(agenda.now),
      setTimeout: (run, delayMs) => after(delayMs, run) as object,
      clearTimeout: timer => agenda.cancel(timer as Entry),
      defer: run => { after(0, run) }
    }
  }
}
