/**
 * Which node a client's connection leads to: with each new connection perhaps
 * another one. It carries nothing; that is the line's business.
 */
import type { Verdict } from '../../broker/pipeline/orchestrator.js'
import type { Incoming } from '../../broker/pipeline/route.js'
import type { Chance } from './chance.js'
import type { Cluster } from './cluster.js'
import type { Node } from './node.js'
import type { ClusterPlan } from './plan.js'

export class Access {
  #node: Node

  constructor (private readonly cluster: Cluster, private readonly chance: Chance, private readonly plan: ClusterPlan | undefined) {
    this.#node = cluster.nodes[plan === undefined ? 0 : chance.between(0, plan.nodes - 1)] as Node
  }

  get node (): Node { return this.#node }
  /** There is a node to connect to. */
  get isOpen (): boolean { return this.cluster.isUp }

  /** A new connection. */
  choose (): void {
    if (this.plan !== undefined && (!this.#node.isUp || this.chance.happens(this.plan.moveRate))) this.move()
  }

  move (): void {
    this.#node = this.#other() ?? this.#node
  }

  receive (incoming: Incoming): Promise<Verdict | undefined> {
    // Without connections nobody notices that a node is gone: the next message just goes to another.
    if (!this.#node.isUp) this.choose()
    const isElsewhere = this.plan !== undefined && this.chance.happens(this.plan.elsewhereRate)
    return ((isElsewhere ? this.#other() : undefined) ?? this.#node).receive(incoming)
  }

  #other (): Node | undefined {
    const others = this.cluster.up.filter(node => node !== this.#node)
    return others[this.chance.between(0, others.length - 1)]
  }
}
