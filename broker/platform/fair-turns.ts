/**
 * Costly work in turns: so many at once, and each lane has its turn, however
 * much waits in another. What one lane asks too much of is not done at all.
 */
export interface FairTurnsOptions {
  readonly atOnce: number
  /** In each lane. */
  readonly waitingMax: number
}

type Work = () => Promise<void>

export class FairTurns {
  readonly #options: FairTurnsOptions
  /** Those that wait, by lane; the lane whose turn is next comes first. */
  readonly #lanes = new Map<string, Work[]>()
  #running = 0

  constructor (options: FairTurnsOptions) {
    this.#options = options
  }

  /** What the work resolves with or rejects with; undefined, and nothing is done, where too much waits in this lane. */
  async run<T> (lane: string, work: () => Promise<T>): Promise<T | undefined> {
    const waiting = this.#lanes.get(lane) ?? []
    if (waiting.length >= this.#options.waitingMax) return undefined
    return await new Promise<T>((resolve, reject) => {
      waiting.push(() => work().then(resolve, reject))
      this.#lanes.set(lane, waiting)
      this.#next()
    })
  }

  #next (): void {
    for (const [lane, waiting] of this.#lanes) {
      if (this.#running >= this.#options.atOnce) return
      this.#lanes.delete(lane)
      const work = waiting.shift()
      // Behind all others.
      if (waiting.length > 0) this.#lanes.set(lane, waiting)
      if (work === undefined) continue
      this.#running++
      const done = (): void => {
        this.#running--
        this.#next()
      }
      work().then(done, done)
    }
  }
}
