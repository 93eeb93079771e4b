/**
 * Stands before a store in this process, and makes it away or full when a
 * script says so, as the contract of stores has it: its watcher is told first,
 * then what is asked for throws. What is stored is never touched.
 */
import { type Store, StoreRefusing, StoreUnavailable } from '../../index.js'
import type { StoreState } from './target.js'

type Watcher = Parameters<Store['open']>[1]

const READS: ReadonlySet<PropertyKey> = new Set<keyof Store>(['get', 'part', 'held', 'lanes', 'depth', 'page', 'due'])
const CHANGES: ReadonlySet<PropertyKey> = new Set<keyof Store>(['commit', 'claim', 'touch'])

export class StoreGate {
  #state: StoreState = 'back'
  #watcher: Watcher | undefined

  before (store: Store): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (name === 'open') this.#watcher = args[1] as Watcher
          this.#pass(name)
          return Reflect.apply(value, target, args)
        }
      }
    })
  }

  set (state: StoreState): void {
    const [before, now] = [this.#state, state]
    this.#state = state
    if (now === 'away' && before !== 'away') this.#watcher?.lost(new StoreUnavailable('the script has taken the store away'))
    if (now !== 'away' && before === 'away') this.#watcher?.lost(undefined)
  }

  /** @throws StoreUnavailable */
  #pass (name: PropertyKey): void {
    if (this.#state === 'away' && (READS.has(name) || CHANGES.has(name))) throw new StoreUnavailable('the script has taken the store away')
    if (this.#state === 'full' && CHANGES.has(name)) throw new StoreRefusing('the script has filled the store')
  }
}
