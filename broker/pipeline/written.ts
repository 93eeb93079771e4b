/**
 * What waits until the changes of its turn are written: nothing is told before.
 * One reaction for each group of writes, not one for each that waits: a few
 * promises a command cost more than deciding it.
 */
import type { Store } from '../store/store.js'

interface Waiting {
  readonly then: () => void
  readonly failed: (error: unknown) => void
}

export class Written {
  #group: Promise<void> | undefined
  #waiting: Waiting[] = []

  constructor (private readonly store: Pick<Store, 'flushed'>) {}

  /** In the order of the calls; at once where nothing has to be waited for. */
  run (then: () => void, failed: (error: unknown) => void): void {
    const flushed = this.store.flushed()
    if (flushed === undefined) return then()
    if (flushed !== this.#group) this.#begin(flushed)
    this.#waiting.push({ then, failed })
  }

  #begin (group: Promise<void>): void {
    const all: Waiting[] = []
    this.#group = group
    this.#waiting = all
    const settle = (run: (one: Waiting) => void): void => {
      if (this.#group === group) this.#group = undefined
      for (const one of all) run(one)
      // A group that grew old while it waited would keep these alive, and through them the next groups, until a full collection.
      all.length = 0
    }
    group.then(() => settle(told), error => settle(({ failed }) => failed(error)))
  }
}

function told ({ then, failed }: Waiting): void {
  try {
    then()
  } catch (error) {
    failed(error)
  }
}
