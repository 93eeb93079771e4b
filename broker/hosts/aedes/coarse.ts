/**
 * What other nodes are told of the interest here: not each filter, but below the
 * root the two levels that it reaches, `to/{principal}`, `state/tasks`,
 * `events/+`, and elsewhere its first level, `mqtt/plant`, `mqtt/+`. Some
 * messages go to a node for nothing; none is missed.
 */
import type { Peers } from './peers.js'

export type Shared = Pick<Peers, 'set' | 'delete'>

/** The keys that count for a topic below the root. */
export function keysOf (topic: string): readonly string[] {
  const [branch = '', name = ''] = topic.split('/', 2)
  // `to/+` is no key: who asks for all of that branch gets its own.
  return branch === 'to' ? [`to/${name}`] : [`${branch}/${name}`, `${branch}/+`]
}

/** The keys that count for any other topic. */
export function ordinaryKeysOf (topic: string): readonly string[] {
  return [ordinaryKey(topic), ANY]
}

const ANY = 'mqtt/+'
/** Of a level, which may have 64 KB: every node gets to know it. */
const LEVEL_LENGTH_MAX = 64

function ordinaryKey (topic: string): string {
  const slash = topic.indexOf('/')
  const level = topic.slice(0, Math.min(slash < 0 ? topic.length : slash, LEVEL_LENGTH_MAX))
  return level === '#' ? ANY : `mqtt/${level}`
}

/** How many there are behind each key: the first and the last of them are news to the other nodes. */
class SharedCounts {
  readonly #shared: Shared
  readonly #counts = new Map<string, number>()

  constructor (shared: Shared) {
    this.#shared = shared
  }

  get size (): number {
    return this.#counts.size
  }

  has (key: string): boolean {
    return this.#counts.has(key)
  }

  /** @returns whether it is the first */
  add (key: string): boolean {
    const count = this.#counts.get(key) ?? 0
    this.#counts.set(key, count + 1)
    if (count === 0) this.#shared.set(key, '')
    return count === 0
  }

  remove (key: string): void {
    const count = this.#counts.get(key) ?? 0
    if (count > 1) this.#counts.set(key, count - 1)
    else if (this.#counts.delete(key)) this.#shared.delete(key)
  }
}

/** Of the filters of all connections below the root. */
export class CoarseInterest {
  readonly #counts: SharedCounts

  constructor (shared: Shared) {
    this.#counts = new SharedCounts(shared)
  }

  /** @param filter relative to the root */
  add (filter: string, principal: string): void {
    for (const key of reached(filter, principal)) this.#counts.add(key)
  }

  remove (filter: string, principal: string): void {
    for (const key of reached(filter, principal)) this.#counts.remove(key)
  }
}

/** Beyond so many first levels, a node asks for everything. */
const KEYS_MAX = 1_000

/** Of whatever listens to Aedes' emitter, clients or the program around the broker, outside of the root. */
export class OrdinaryInterest {
  readonly #counts: SharedCounts
  readonly #prefix: string
  /** The filters of each listener, and the keys that they were counted under. */
  readonly #listeners = new WeakMap<object, (readonly [filter: string, key: string])[]>()

  /** @param prefix the root and a slash */
  constructor (shared: Shared, prefix: string) {
    this.#counts = new SharedCounts(shared)
    this.#prefix = prefix
  }

  /** @returns whether that is news to the other nodes */
  add (filter: string, listener: object): boolean {
    if (!this.#reachesOthers(filter)) return false
    const wanted = ordinaryKey(filter)
    const key = this.#counts.has(wanted) || this.#counts.size < KEYS_MAX ? wanted : ANY
    const known = this.#listeners.get(listener)
    if (known === undefined) this.#listeners.set(listener, [[filter, key]])
    else known.push([filter, key])
    return this.#counts.add(key)
  }

  /** What was not added is not removed. */
  remove (filter: string, listener: object): void {
    const known = this.#listeners.get(listener)
    const at = known?.findIndex(([other]) => other === filter) ?? -1
    const [removed] = at < 0 ? [] : known?.splice(at, 1) ?? []
    if (removed !== undefined) this.#counts.remove(removed[1])
  }

  /** Below the root and Aedes' own branch other rules hold; but `root/#` also asks for the topic `root`. */
  #reachesOthers (filter: string): boolean {
    return !filter.startsWith('$SYS/') && (!filter.startsWith(this.#prefix) || filter === `${this.#prefix}#`)
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
