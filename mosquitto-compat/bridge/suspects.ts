/**
 * Finds the message that the other broker answers by cutting the connection: one
 * of MQTT 3.1.1 can't say otherwise that it takes none so large, or none on that
 * topic. After several connections that brought nothing across, one goes at a
 * time; what is cut off (the first one twice) is passed over, and given up where
 * others go across and it is cut off once more. Where none goes across it is not the
 * message, and nothing is given up. It sends nothing itself.
 */
import type { Waiting } from './queue.js'

/** Connections in a row that were cut with something under way, and nothing acknowledged. */
const FRUITLESS_MAX = 3
/** How often, alone, the first that is passed over; behind it once is enough: none is given up for that. */
const CUTS_MAX = 2
/** After so many that went across one at a time they go together again. */
const CALM_AFTER = 20
/** So many different ones, or fewer where there is nothing else to try: then it is hardly the message, and all of them are tried anew. */
const ASIDE_MAX = 50
const ASIDE_LAST_MAX = 3
/** A cut that comes later has another reason. */
const PROMPT_MS = 5_000

export class Suspects {
  #fruitless = 0
  #isFruitful = false
  /** Acknowledged since one goes at a time. */
  #calm = 0
  /** By number, what was sent over this connection and is not acknowledged. */
  readonly #sent = new Map<number, { readonly waiting: Waiting, readonly at: number }>()
  readonly #cuts = new Map<number, number>()
  /** Passed over. */
  readonly #aside = new Map<number, Waiting>()
  /** Others have gone across since they were passed over. */
  readonly #last = new Set<number>()

  constructor (private readonly now: () => number) {}

  /** How many may be under way, with those that are passed over. */
  room (most: number): number {
    return this.#isCareful ? 1 + this.#aside.size : most
  }

  isAside (n: number): boolean {
    return this.#aside.has(n)
  }

  /**
   * To be called where nothing waits that could be sent.
   * @param underWay how many are, with those that are passed over
   * @returns whether all of them are to be tried anew, over a new connection
   */
  isAtAnEnd (underWay: number): boolean {
    if (this.#aside.size < ASIDE_LAST_MAX || this.#aside.size < underWay) return false
    this.#relent()
    return true
  }

  sent (waiting: Waiting): void {
    this.#sent.set(waiting.n, { waiting, at: this.now() })
  }

  /**
   * @returns `again`: was passed over, and gets its last chance now; `late`: was
   * passed over, and what is retained on its topic is newer by now
   */
  acknowledged ({ n, message: { topic } }: Waiting): { readonly again: Waiting | undefined, readonly late: readonly Waiting[] } {
    this.#isFruitful = true
    for (const places of [this.#sent, this.#cuts, this.#last]) places.delete(n)
    const late = [...this.#aside.values()].filter(({ message }) => message.retain && message.topic === topic)
    for (const one of late) this.#aside.delete(one.n)
    const [again] = this.#aside.values()
    if (again !== undefined) {
      this.#aside.delete(again.n)
      this.#last.add(again.n)
    } else if (++this.#calm >= CALM_AFTER) this.#fruitless = 0
    return { again, late }
  }

  /** The other broker has cut the connection. @returns the message that is to be given up */
  cut (): Waiting | undefined {
    const [first, ...others] = this.#sent.values()
    const isPrompt = first !== undefined && this.now() - first.at < PROMPT_MS
    const isFruitless = isPrompt && !this.#isFruitful
    if (isPrompt && others.length === 0 && this.#isCareful) return this.#suspect(first.waiting)
    this.#fruitless = isFruitless ? this.#fruitless + 1 : 0
    this.#calm = 0
    return undefined
  }

  /** The connection is gone, for whatever reason. */
  over (): void {
    this.#sent.clear()
    this.#isFruitful = false
  }

  get #isCareful (): boolean {
    return this.#fruitless >= FRUITLESS_MAX
  }

  #suspect (waiting: Waiting): Waiting | undefined {
    const { n } = waiting
    if (this.#last.delete(n)) {
      this.#cuts.delete(n)
      return waiting
    }
    const cuts = (this.#cuts.get(n) ?? 0) + 1
    this.#cuts.set(n, cuts)
    if (cuts < CUTS_MAX && this.#aside.size === 0) return undefined
    this.#aside.set(n, waiting)
    if (this.#aside.size >= ASIDE_MAX) this.#relent()
    return undefined
  }

  #relent (): void {
    this.#aside.clear()
    this.#cuts.clear()
  }
}
