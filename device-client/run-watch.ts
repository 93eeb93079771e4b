// How a run of a workflow stands, as an async iterator: memory is bounded, because only the newest is kept for a slow reader.

import type { WorkflowState } from '../schemas/index.js'

const isOver = ({ state }: WorkflowState): boolean => state !== 'executing' && state !== 'compensating'

export class RunWatch implements AsyncIterableIterator<WorkflowState> {
  #newest: WorkflowState | undefined
  #seen = 0
  #closed = false
  readonly #readers: Array<(result: IteratorResult<WorkflowState>) => void> = []
  readonly #stop: () => void

  /** @param follow calls with each state, and with undefined where it is kept no longer; it is given back what ends that */
  constructor (follow: (heard: (fact: object | undefined) => void) => () => void) {
    this.#stop = follow(fact => this.#heard(fact as WorkflowState | undefined))
  }

  next (): Promise<IteratorResult<WorkflowState>> {
    const value = this.#newest
    this.#newest = undefined
    if (value !== undefined) return Promise.resolve({ done: false, value })
    if (this.#closed) return Promise.resolve({ done: true, value: undefined })
    return new Promise(resolve => this.#readers.push(resolve))
  }

  /** Ends the watch; what was not read yet can still be read. */
  return (): Promise<IteratorResult<WorkflowState>> {
    this.#close()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator] (): this {
    return this
  }

  #close (): void {
    if (this.#closed) return
    this.#closed = true
    this.#stop()
    for (const reader of this.#readers.splice(0)) reader({ done: true, value: undefined })
  }

  #heard (state: WorkflowState | undefined): void {
    if (state === undefined) return this.#close()
    if (this.#closed || state.v <= this.#seen) return
    this.#seen = state.v
    const reader = this.#readers.shift()
    if (reader === undefined) this.#newest = state
    else reader({ done: false, value: state })
    if (isOver(state)) this.#close()
  }
}
