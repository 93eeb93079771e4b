/**
 * The nodes of a schedule and what they stand on: one process with a store of
 * its own, whose applied but unwritten changes die with it; or several that
 * share one, joined by a bus. It knows no clients.
 */
import type { StoredRecord } from '../../broker/core/records.js'
import type { Task } from '../../broker/core/task.js'
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import type { Checks } from './checks.js'
import { type Disk, FragileStore } from './fragile-store.js'
import type { Gate } from './gate.js'
import type { Mutation } from './mutations.js'
import { type Ground, Node, type NodeOptions } from './node.js'
import type { Plan } from './plan.js'
import { RemoteStore } from './remote-store.js'
import { type Applied, type Hub, SharedMemory } from './shared.js'
import { SimBus } from './sim-bus.js'

export interface ClusterOptions extends Pick<NodeOptions, 'deliver' | 'killed' | 'trace'> {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly plan: Plan
  readonly checks: Checks
  readonly mutation: Mutation | undefined
  /** Where the shared store is not the one in memory. */
  readonly hubOf?: ((applied: Applied) => Hub) | undefined
}

export class Cluster {
  readonly nodes: readonly Node[]
  readonly bus: SimBus | undefined
  readonly hub: Hub | undefined
  readonly #options: ClusterOptions

  constructor (options: ClusterOptions) {
    this.#options = options
    const { agenda, chance, plan: { cluster }, checks } = options
    if (cluster === undefined) {
      const disk: Disk = new Map()
      this.nodes = [this.#node('orchestrator', (node, gate) => this.#alone(node, gate, disk))]
      return
    }
    const applied: Applied = (by, kind, id, before, after) => this.#applied(by, kind, id, before, after)
    this.bus = new SimBus(agenda, chance.branch(), cluster.bus)
    this.hub = options.hubOf?.(applied) ?? new SharedMemory(agenda, chance.branch(), applied)
    checks.restarted(this.hub.disk)
    this.nodes = Array.from({ length: cluster.nodes }, (_, n) => this.#node(`n${n + 1}`, (node, gate) => this.#joined(node, gate)))
  }

  get isUp (): boolean { return this.nodes.some(({ isUp }) => isUp) }
  get up (): readonly Node[] { return this.nodes.filter(({ isUp }) => isUp) }

  start (): void {
    for (const node of this.nodes) node.start()
  }

  heal (): void {
    this.bus?.heal()
    for (const node of this.nodes) {
      node.killAt = undefined
      node.failsNextWrite = false
      node.start()
    }
  }

  #node (name: string, groundOf: NodeOptions['groundOf']): Node {
    const { agenda, chance, plan, checks, mutation, deliver, killed, trace } = this.#options
    return new Node({ name, agenda, chance: chance.branch(), plan, checks, mutation, groundOf, deliver, killed, trace, changed: node => this.#changed(node) })
  }

  #changed (node: Node): void {
    const { checks } = this.#options
    if (!node.isAble) checks.struck(node.name)
    checks.able(this.nodes.some(({ isAble }) => isAble))
  }

  #alone (node: Node, gate: Gate, disk: Disk): Ground {
    const { chance, plan, checks } = this.#options
    const store = new FragileStore({
      disk,
      clock: gate.clock(),
      writeMs: () => {
        if (!node.failsNextWrite) return chance.fraction() * plan.writeMaxMs
        node.failsNextWrite = false
        return undefined
      },
      awayMs: chance.between(10, 2_000),
      answerMs: () => plan.answerMaxMs === 0 ? 0 : chance.fraction() * plan.answerMaxMs,
      isDead: () => gate.isDead,
      watch: {
        applied: (kind, id, before, after) => this.#applied(node.name, kind, id, before, after),
        written: () => node.reached('written'),
        away: () => checks.away(disk, node.name),
        back: () => checks.restarted(disk)
      }
    })
    checks.restarted(disk)
    return { store, isReachable: () => true }
  }

  #joined (node: Node, gate: Gate): Ground {
    const { agenda, chance, plan, checks, trace } = this.#options
    const [bus, hub] = [this.bus as SimBus, this.hub as Hub]
    const end = bus.join(node.name, gate)
    const store = new RemoteStore({
      agenda,
      gate,
      chance: chance.branch(),
      bus: end,
      reach: (kinds, watcher) => hub.reach(node.name, kinds, watcher),
      delayMaxMs: plan.answerMaxMs,
      answered: () => { agenda.after(0, () => { if (!gate.isDead) node.reached('written') }) },
      reachable: isReachable => {
        if (gate.isDead) return
        trace(() => `${node.name}: ${isReachable ? 'has its store again' : 'is away from its store'}`)
        node.touched()
      }
    })
    return {
      store,
      isReachable: () => store.isReachable,
      cut: forMs => store.cut(forMs),
      lag: forMs => store.lag(forMs),
      deafen: forMs => {
        end.drop()
        checks.deafened(node.name)
        agenda.after(forMs, () => gate.do(() => { if (store.isReachable) end.back() }))
      }
    }
  }

  #applied (by: string, kind: string, id: string, before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    const { agenda, checks, chance, plan, trace } = this.#options
    trace(() => `    ${by}: ${kind} ${id}: ${described(after)}`)
    checks.applied(by, kind, id, before, after)
    const node = this.nodes.find(({ name }) => name === by)
    if (node === undefined) return
    if (node.failsNextWrite && this.hub !== undefined) {
      node.failsNextWrite = false
      node.cutStore(Math.min(chance.between(10, 2_000), Math.max(plan.chaosMs - agenda.elapsedMs, 1)))
    }
    node.reached('applied')
  }
}

function described (record: StoredRecord | undefined): string {
  if (record === undefined) return 'gone'
  const { v, state, attempt, device, deadline } = record as Partial<Task> & StoredRecord
  const { node } = record as { node?: string }
  const holder = device === undefined ? '' : `, attempt ${attempt ?? 0} of ${device}`
  return `v ${v} ${state ?? ''}${node === undefined ? '' : ` on ${node}`}${holder}${deadline === undefined ? '' : `, until ${deadline % 1e7 / 1_000}`}`
}
