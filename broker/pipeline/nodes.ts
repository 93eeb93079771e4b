/**
 * Which nodes run, this one among them: it says so at every sweep, and reads
 * of the others. Where a store serves one process alone there is nothing to do.
 */
import type { Effect } from '../core/effects.js'
import type { Node } from '../core/node.js'
import type { Awaitable } from '../core/records.js'
import { NODE_PRESENCE_MS } from '../plugins/nodes/index.js'
import type { Store } from '../store/store.js'

const NODES_MAX = 1_000

export class Nodes {
  /** Undefined where there is but one process. */
  readonly name: string | undefined
  readonly #store: Store
  readonly #happen: (key: string, entity: string) => Awaitable<unknown>
  readonly #tell: (effects: readonly Effect[]) => void
  #alive: ReadonlySet<string> = new Set()
  /** The versions of all as they were seen last. */
  #seen: ReadonlyMap<string, number> | undefined

  constructor (store: Store, happen: (key: string, entity: string) => Awaitable<unknown>, tell: (effects: readonly Effect[]) => void) {
    this.name = store.bus?.node
    this.#store = store
    this.#happen = happen
    this.#tell = tell
  }

  isAlive (name: string | undefined): boolean {
    return name !== undefined && (name === this.name || this.#alive.has(name))
  }

  get hasOthers (): boolean {
    return this.#alive.size > 1 || (this.#alive.size === 1 && !this.#alive.has(this.name ?? ''))
  }

  async start (): Promise<void> {
    if (this.name === undefined) return
    await this.#happen('nodes/birth', this.name)
    await this.review()
  }

  async review (): Promise<void> {
    const { name } = this
    if (name === undefined) return
    await this.#store.touch('node', name, this.#store.now() + NODE_PRESENCE_MS)
    const { records } = await this.#store.page('node', { match: () => true, limit: NODES_MAX })
    this.#look(records as readonly Node[])
    // Stalled so long that the others took it for gone.
    if (!this.#alive.has(name)) await this.#happen('nodes/birth', name)
  }

  /** One that comes or goes does not know yet, or no more, who wants to hear of it: those that see it tell. */
  #look (nodes: readonly Node[]): void {
    const changed = nodes.filter(({ id, v }) => this.#seen !== undefined && this.#seen.get(id) !== v)
    this.#seen = new Map(nodes.map(({ id, v }) => [id, v]))
    this.#alive = new Set(nodes.filter(({ state }) => state === 'online').map(({ id }) => id))
    if (changed.length > 0) this.#tell(changed.map(node => ({ type: 'node', node })))
  }

  async leave (): Promise<void> {
    if (this.name !== undefined) await this.#happen('nodes/leave', this.name)
  }
}
