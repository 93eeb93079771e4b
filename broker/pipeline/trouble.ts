/**
 * The alarm: that this node can store nothing now, on `state/nodes/{node}`, for
 * whoever is connected or comes meanwhile. It is told and never stored.
 */
import type { Effect } from '../core/effects.js'
import type { Node } from '../core/node.js'

export interface TroubleOptions {
  /** Undefined where there is but one process. */
  readonly node: string | undefined
  readonly now: () => number
  /** At once: what would wait for the store would never be told. */
  readonly tell: (effect: Effect) => void
  /** The record of this node is told again, with a version above the alarm's. */
  readonly tellAgain: (above: number) => void
}

/** What a node that is alone is called. */
const ALONE = 'main'
const TEXT_MAX = 500

export class Trouble {
  readonly #options: TroubleOptions
  #alarm: Node | undefined

  constructor (options: TroubleOptions) {
    this.#options = options
  }

  /** What is to be told of this node, as long as it lasts. */
  get alarm (): Node | undefined {
    return this.#alarm
  }

  begins (problem: string): void {
    const text = problem.slice(0, TEXT_MAX)
    if (this.#alarm?.problem === text) return
    const { node = ALONE, now, tell } = this.#options
    const since = this.#alarm?.since ?? now()
    this.#alarm = { id: node, state: 'online', v: Math.max(this.#alarm?.v ?? 0, now()) + 1, since, deadline: Infinity, problem: text }
    tell({ type: 'state', kind: 'node', record: this.#alarm })
  }

  ends (): void {
    if (this.#alarm === undefined) return
    const { node, tell, tellAgain } = this.#options
    const { v } = this.#alarm
    this.#alarm = undefined
    if (node === undefined) tell({ type: 'gone', kind: 'node', id: ALONE })
    else tellAgain(v)
  }
}
