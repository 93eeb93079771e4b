/**
 * What other nodes are told of the interest here: not each filter, but the two
 * levels below the root that it reaches, `to/{principal}`, `state/tasks`,
 * `events/+`. Some messages go to a node for nothing; none is missed.
 */
import type { Peers } from './peers.js'

export type Shared = Pick<Peers, 'set' | 'delete'>

/** The keys that count for a topic below the root. */
export function keysOf (topic: string): readonly string[] {
  const [branch = '', name = ''] = topic.split('/', 2)
  // `to/+` is no key: who asks for all of that branch gets its own.
  return branch === 'to' ? [`to/${name}`] : [`${branch}/${name}`, `${branch}/+`]
}

export class CoarseInterest {
  readonly #shared: Shared
  /** How many filters of all connections there are behind each key. */
  readonly #counts = new Map<string, number>()

  constructor (shared: Shared) {
    this.#shared = shared
  }

  /** @param filter relative to the root */
  add (filter: string, principal: string): void {
    for (const key of reached(filter, principal)) {
      const count = this.#counts.get(key) ?? 0
      this.#counts.set(key, count + 1)
      if (count === 0) this.#shared.set(key, '')
    }
  }

  remove (filter: string, principal: string): void {
    for (const key of reached(filter, principal)) {
      const count = this.#counts.get(key) ?? 0
      if (count > 1) this.#counts.set(key, count - 1)
      else if (this.#counts.delete(key)) this.#shared.delete(key)
    }
  }
}

function reached (filter: string, principal: string): string[] {
  const levels = filter.split('/', 2)
  const branch = levels[0] ?? '#'
  // `#` reaches every level below it; without a second level nothing else of ours is reached.
  const name = branch === '#' ? '#' : levels[1]
  if (name === undefined) return []
  const isAny = name === '+' || name === '#'
  const keys = ['state', 'events'].filter(one => isReached(one, branch)).map(one => `${one}/${isAny ? '+' : name}`)
  if (isReached('to', branch) && (isAny || name === principal)) keys.push(`to/${principal}`)
  return keys
}

function isReached (branch: string, level: string): boolean {
  return level === branch || level === '+' || level === '#'
}
