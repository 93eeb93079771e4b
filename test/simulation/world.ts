/**
 * One schedule, run: the real pipeline over a store that can lose what is not
 * written, real device agents, an app, a network, and what goes wrong. It ends
 * when, after all faults, everything has come to rest, or at the first breach.
 */
import { Access } from './access.js'
import { Agenda } from './agenda.js'
import { Chance } from './chance.js'
import type { Violation } from './breach.js'
import { Checks } from './checks.js'
import { Cluster, type ClusterOptions } from './cluster.js'
import type { Mutation } from './mutations.js'
import type { Node } from './node.js'
import { type ClusterFault, type Fault, type Plan, drawPlan } from './plan.js'
import { SimApp } from './sim-app.js'
import { SimDevice } from './sim-device.js'

export interface Outcome {
  readonly seed: number
  readonly violation: Violation | undefined
  /** Simulated time. */
  readonly elapsedMs: number
  readonly trace: readonly string[]
}

export interface RunOptions {
  readonly mutation?: Mutation
  readonly traced?: boolean
  /** All on several nodes, with the store that this gives them. */
  readonly hubOf?: (agenda: Agenda) => NonNullable<ClusterOptions['hubOf']>
}

const CHECK_MS = 1_000
/** Longer than the longest pause of anything: a lease, a backoff, three lapsed offers. */
const REST_MS = 10 * 60_000
/** By then a node that has vanished is known to be gone. */
const NODES_REST_MS = 8_000

export async function runSchedule (seed: number, options: RunOptions = {}): Promise<Outcome> {
  const world = new World(drawPlan(seed, options.hubOf !== undefined), options)
  const violation = await world.run()
  return { seed, violation, elapsedMs: world.agenda.elapsedMs, trace: world.lines }
}

const STRIKES: { readonly [T in Exclude<ClusterFault, 'vanish'>]: (node: Node, forMs: number) => void } = {
  stall: (node, forMs) => node.stall(forMs),
  'cut-store': (node, forMs) => node.cutStore(forMs),
  lag: (node, forMs) => node.lag(forMs),
  'cut-bus': (node, forMs) => node.deafen(forMs)
}

class World {
  readonly agenda = new Agenda()
  readonly lines: string[] = []
  readonly trace: (line: () => string) => void
  readonly #checks: Checks
  readonly #cluster: Cluster
  readonly #devices: readonly SimDevice[]
  readonly #app: SimApp
  #resting = false

  constructor (readonly plan: Plan, { mutation, traced = false, hubOf }: RunOptions) {
    const { agenda } = this
    const chance = new Chance(plan.seed ^ 0x5eed)
    const checks = this.#checks = new Checks(agenda, plan)
    const trace = this.trace = traced ? (line: () => string) => { this.lines.push(`${(agenda.elapsedMs / 1_000).toFixed(3).padStart(9)} ${line()}`) } : () => {}
    const cluster = this.#cluster = new Cluster({
      agenda,
      plan,
      checks,
      mutation,
      trace,
      chance: chance.branch(),
      hubOf: hubOf?.(agenda),
      deliver: (from, principal, topic, payload) => this.#deliver(from, principal, topic, payload),
      killed: (node, downMs) => this.#restart(node, downMs)
    })
    const shared = { agenda, checks, network: plan.network, trace }
    const access = (): Access => new Access(cluster, chance.branch(), plan.cluster)
    this.#devices = plan.devices.map(device => new SimDevice({ ...shared, access: access(), plan: device, chance: chance.branch() }))
    this.#app = new SimApp({ ...shared, access: access(), plan, chance: chance.branch() })
    if (traced) trace(() => JSON.stringify(plan, undefined, 1))
  }

  async run (): Promise<Violation | undefined> {
    const { agenda, plan } = this
    const checks = this.#checks
    this.#cluster.start()
    this.#app.start()
    for (const device of this.#devices) device.start()
    for (const fault of plan.faults) agenda.after(fault.at, () => { if (!checks.healing) this.#misfortune(fault) })
    agenda.after(plan.chaosMs, () => this.#heal())
    this.#watch()
    await agenda.run(agenda.now + plan.chaosMs + REST_MS, () => checks.violation !== undefined || this.#resting)
    if (checks.violation === undefined) await this.#finish()
    await this.#cluster.hub?.close()
    return checks.violation
  }

  async #finish (): Promise<void> {
    const checks = this.#checks
    if (!this.#resting) checks.violated('stuck', this.#unrest())
    checks.finished()
    this.#agree()
    const difference = await this.#cluster.hub?.difference()
    if (difference !== undefined) checks.violated('disagreement', difference)
  }

  #watch (): void {
    this.agenda.after(CHECK_MS, () => {
      this.#checks.swept()
      if (this.#checks.healing && this.#isAtRest()) this.#recall()
      else this.#watch()
    })
  }

  #isAtRest (): boolean {
    return this.#isCalm && this.#cluster.isUp && this.#app.isAnswered && this.#checks.allEnded && this.#devices.every(device => device.isIdle)
  }

  get #isCalm (): boolean {
    return this.plan.cluster === undefined || this.agenda.elapsedMs > this.plan.chaosMs + NODES_REST_MS
  }

  /** Everything is asked for once more, and all must still be as it was told. */
  #recall (): void {
    this.#app.recall()
    const wait = (): void => {
      this.agenda.after(CHECK_MS, () => {
        if (this.#app.isAnswered) this.#resting = true
        else wait()
      })
    }
    wait()
  }

  #unrest (): string {
    const busy = this.#devices.filter(device => !device.isIdle).map(({ id }) => id)
    return `not at rest: ${this.#app.isAnswered ? '' : 'the app is not answered; '}${this.#checks.allEnded ? '' : 'tasks are open; '}${busy.join(', ')}`
  }

  /** What a device believes that it executes is what the orchestrator says. */
  #agree (): void {
    for (const { id, runs } of this.#devices) {
      for (const { task, attempt } of runs) this.#checks.violated('disagreement', `${id} still works on attempt ${attempt} of ${task}`)
    }
    if (this.plan.cluster === undefined) return
    for (const { name, isUp } of this.#cluster.nodes) this.#checks.nodeIs(name, isUp)
  }

  /** To whoever is connected here, or at once there where the client is. */
  #deliver (from: Node, principal: string, topic: string, payload: unknown): void {
    const client = [this.#app, ...this.#devices].find(({ id }) => id === principal)
    if (client === undefined) return
    const { node } = client.access
    if (node === from) return client.receive(topic, payload)
    this.#cluster.bus?.carry(from.name, node.name, () => { if (client.access.node === node) client.receive(topic, payload) })
  }

  #misfortune (fault: Fault): void {
    switch (fault.type) {
      case 'cordon': case 'uncordon': case 'forget':
        return this.#manage(fault.device, fault.type)
      case 'crash': case 'hang': case 'cut': case 'leave': case 'move':
        return this.#harm(fault)
      default:
        return this.#strike(fault)
    }
  }

  #strike (fault: Extract<Fault, { node: number }>): void {
    const node = this.#cluster.nodes[fault.node % this.#cluster.nodes.length] as Node
    this.trace(() => `${node.name}: ${JSON.stringify(fault)}`)
    switch (fault.type) {
      case 'kill':
        node.kill()
        return this.#restart(node, fault.downMs)
      case 'kill-applied': case 'kill-written':
        node.killAt = { moment: fault.type === 'kill-applied' ? 'applied' : 'written', downMs: fault.downMs }
        return
      case 'fail-write':
        node.failsNextWrite = true
        return
      case 'vanish':
        return this.#vanish(node)
      default:
        STRIKES[fault.type](node, fault.downMs)
    }
  }

  /** The last one stays. */
  #vanish (node: Node): void {
    if (this.#cluster.nodes.filter(({ hasVanished }) => !hasVanished).length < 2) return
    node.hasVanished = true
    node.kill()
    this.#restart(node, 0)
  }

  #harm (fault: Extract<Fault, { type: 'crash' | 'hang' | 'cut' | 'leave' | 'move' }>): void {
    const device = this.#devices.find(({ id }) => id === fault.device)
    if (device === undefined) return
    if (fault.type === 'move') return device.move()
    const { type, downMs } = fault
    if (type === 'hang') return device.hang(downMs)
    if (type === 'cut') return device.cut(downMs)
    if (type === 'crash') device.crash()
    else device.leave()
    this.agenda.after(downMs + 200, () => device.start())
  }

  #manage (device: string, verb: 'cordon' | 'uncordon' | 'forget'): void {
    const [node] = this.#cluster.up
    const asked = node?.receive({ principal: 'boss', topic: `from/boss/devices/${device}/${verb}`, payload: Buffer.from('{}'), qos: 1, persistent: false }) ?? Promise.resolve(undefined)
    asked.then(verdict => {
      if (verdict !== 'decided' && this.#checks.healing) this.agenda.after(CHECK_MS, () => this.#manage(device, verb))
    })
  }

  /** On a wire the connections die with the broker that the orchestrator lives in. */
  #restart (node: Node, downMs: number): void {
    if (this.plan.network.kind === 'wire') for (const { line, access } of [...this.#devices, this.#app]) if (access.node === node) line.break()
    this.agenda.after(downMs, () => node.start())
  }

  #heal (): void {
    this.#checks.healing = true
    this.#cluster.heal()
    this.#app.heal()
    for (const device of this.#devices) {
      this.#manage(device.id, 'uncordon')
      device.heal()
    }
  }
}
