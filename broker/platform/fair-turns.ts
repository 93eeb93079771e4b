/**
 * Costly work in turns: so many at once, and each lane has its turn, however
 * much waits in another; within a lane each name has, in the same way. What one
 * lane asks too much of is not done at all.
 */
export interface FairTurnsOptions {
  readonly atOnce: number
  /** In each lane. */
  readonly waitingMax: number
}

type Work = () => Promise<void>

interface Lane {
  waiting: number
  /** By name; the one whose turn is next comes first. */
  readonly names: Map<string, Work[]>
}

export class FairTurns {
  readonly #options: FairTurnsOptions
  /** Those in which something waits; the one whose turn is next comes first. */
  readonly #lanes = new Map<string, Lane>()
  #running = 0

  constructor (options: FairTurnsOptions) {
    this.#options = options
  }

  /** What the work resolves with or rejects with; undefined, and nothing is done, where too much waits in this lane. */
  async run<T> (lane: string, name: string, work: () => Promise<T>): Promise<T | undefined> {
    const mine = this.#lanes.get(lane) ?? { waiting: 0, names: new Map<string, Work[]>() }
    if (mine.waiting >= this.#options.waitingMax) return undefined
    return await new Promise<T>((resolve, reject) => {
      const queue = mine.names.get(name) ?? []
      queue.push(() => work().then(resolve, reject))
      mine.names.set(name, queue)
      mine.waiting++
      this.#lanes.set(lane, mine)
      this.#next()
    })
  }

  #next (): void {
    while (this.#running < this.#options.atOnce) {
      const work = this.#take()
      if (work === undefined) return
      this.#running++
      const done = (): void => {
        this.#running--
        this.#next()
      }
      work().then(done, done)
    }
  }

  #take (): Work | undefined {
    const [lane, mine] = firstOf(this.#lanes)
    if (lane === undefined || mine === undefined) return undefined
    const [name = '', queue = []] = firstOf(mine.names)
    const work = queue.shift()
    mine.waiting--
    // Behind all others.
    mine.names.delete(name)
    if (queue.length > 0) mine.names.set(name, queue)
    this.#lanes.delete(lane)
    if (mine.waiting > 0) this.#lanes.set(lane, mine)
    return work
  }
}

function firstOf<V> (map: ReadonlyMap<string, V>): readonly [string, V] | readonly [] {
  return map.entries().next().value ?? []
}
