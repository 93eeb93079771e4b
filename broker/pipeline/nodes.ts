/**
 * Which nodes run, this one among them: it says so at every sweep, and reads
 * of the others. Where a store serves one process alone there is nothing to do.
 */
import type { Effect } from '../core/effects.js'
import type { Node } from '../core/node.js'
import type { Awaitable } from '../core/records.js'
import type { Log } from '../platform/log.js'
import { NODE_PRESENCE_MS } from '../plugins/nodes/index.js'
import type { Store } from '../store/store.js'

export interface NodesOptions {
  readonly store: Store
  readonly log: Log
  readonly happen: (key: string, entity: string) => Awaitable<unknown>
  readonly tell: (effects: readonly Effect[]) => void
  /** One that no client can reach lets itself be taken for gone. */
  readonly isReachable: () => boolean
}

const NODES_MAX = 1_000

export class Nodes {
  /** Undefined where there is but one process. */
  readonly name: string | undefined
  readonly #options: NodesOptions
  #alive: ReadonlySet<string> = new Set()
  #gone: readonly Node[] = []
  /** The versions of all as they were seen last. */
  #seen: ReadonlyMap<string, number> | undefined

  constructor (options: NodesOptions) {
    this.name = options.store.bus?.node
    this.#options = options
  }

  isAlive (name: string | undefined): boolean {
    return name !== undefined && (name === this.name || this.#alive.has(name))
  }

  get hasOthers (): boolean {
    return this.#alive.size > 1 || (this.#alive.size === 1 && !this.#alive.has(this.name ?? ''))
  }

  /** The nodes that are gone and that are this one's to look after: of those that run, the next by name does. */
  inherited (): readonly Node[] {
    const alive = [...this.#alive].sort()
    return this.#gone.filter(({ id }) => (alive.find(one => one > id) ?? alive[0]) === this.name)
  }

  async start (): Promise<void> {
    if (this.name === undefined) return
    await this.#options.happen('nodes/birth', this.name)
    await this.review()
  }

  async review (): Promise<void> {
    const { name } = this
    const { store, log, happen, isReachable } = this.#options
    if (name === undefined) return
    if (isReachable()) await store.touch('node', name, store.now() + NODE_PRESENCE_MS)
    const { records } = await store.page('node', { match: () => true, limit: NODES_MAX })
    this.#look(records as readonly Node[])
    if (this.#alive.has(name) || !isReachable()) return
    log.warn({ node: name }, 'this node stalled, or was cut off, so long that it was taken for gone; it is back')
    await happen('nodes/birth', name)
  }

  /** One that comes or goes does not know yet, or no more, who wants to hear of it: those that see it tell. */
  #look (nodes: readonly Node[]): void {
    const isFirst = this.#seen === undefined
    const changed = nodes.filter(({ id, v }) => this.#seen?.get(id) !== v)
    // Who was gone before this node came is no news.
    for (const node of changed) if (!isFirst || node.state === 'online') this.#log(node)
    this.#seen = new Map(nodes.map(({ id, v }) => [id, v]))
    this.#alive = new Set(nodes.filter(({ state }) => state === 'online').map(({ id }) => id))
    this.#gone = nodes.filter(({ state }) => state === 'offline')
    if (!isFirst && changed.length > 0) this.#options.tell(changed.map(node => ({ type: 'state', kind: 'node', record: node })))
  }

  /** Of itself a node says elsewhere that it is ready, or shuts down. */
  #log ({ id, state, since, ending }: Node): void {
    if (id === this.name) return
    const { log } = this.#options
    if (state === 'offline') log.info({ node: id, since, ending }, ending === 'left' ? 'a node is gone: it said goodbye' : 'a node is gone: it was not heard of')
    else log.info({ node: id, since }, this.#alive.has(id) ? 'a node is here again' : 'a node is here')
  }

  async leave (): Promise<void> {
    if (this.name !== undefined) await this.#options.happen('nodes/leave', this.name)
  }
}
