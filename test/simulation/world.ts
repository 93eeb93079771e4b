/**
 * One schedule, run: the real pipeline over a store that can lose what is not
 * written, real device agents, an app, a network, and what goes wrong. It ends
 * when, after all faults, everything has come to rest, or at the first breach.
 */
import { Agenda } from './agenda.js'
import { Chance } from './chance.js'
import { Checks, type Violation } from './checks.js'
import type { Mutation } from './mutations.js'
import { Node } from './node.js'
import { type Fault, type Plan, drawPlan } from './plan.js'
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
}

const CHECK_MS = 1_000
/** Longer than the longest pause of anything: a lease, a backoff, three lapsed offers. */
const REST_MS = 10 * 60_000

export async function runSchedule (seed: number, options: RunOptions = {}): Promise<Outcome> {
  const world = new World(drawPlan(seed), options)
  const violation = await world.run()
  return { seed, violation, elapsedMs: world.agenda.elapsedMs, trace: world.lines }
}

class World {
  readonly agenda = new Agenda()
  readonly lines: string[] = []
  readonly #checks: Checks
  readonly #node: Node
  readonly #devices: readonly SimDevice[]
  readonly #app: SimApp
  #resting = false

  constructor (readonly plan: Plan, { mutation, traced = false }: RunOptions) {
    const { agenda } = this
    const chance = new Chance(plan.seed ^ 0x5eed)
    const checks = this.#checks = new Checks(agenda, plan)
    const trace = traced ? (line: () => string) => { this.lines.push(`${(agenda.elapsedMs / 1_000).toFixed(3).padStart(9)} ${line()}`) } : () => {}
    const node = this.#node = new Node({
      agenda,
      plan,
      checks,
      mutation,
      trace,
      chance: chance.branch(),
      deliver: (principal, topic, payload) => this.#deliver(principal, topic, payload),
      killed: downMs => this.#restart(downMs)
    })
    const shared = { agenda, node, checks, network: plan.network, trace }
    this.#devices = plan.devices.map(device => new SimDevice({ ...shared, plan: device, chance: chance.branch() }))
    this.#app = new SimApp({ ...shared, plan, chance: chance.branch() })
    if (traced) trace(() => JSON.stringify(plan, undefined, 1))
  }

  async run (): Promise<Violation | undefined> {
    const { agenda, plan } = this
    const checks = this.#checks
    this.#node.start()
    this.#app.start()
    for (const device of this.#devices) device.start()
    for (const fault of plan.faults) agenda.after(fault.at, () => { if (!checks.healing) this.#misfortune(fault) })
    agenda.after(plan.chaosMs, () => this.#heal())
    this.#watch()
    await agenda.run(agenda.now + plan.chaosMs + REST_MS, () => checks.violation !== undefined || this.#resting)
    if (checks.violation !== undefined) return checks.violation
    checks.finished()
    this.#agree()
    if (!this.#resting) checks.violated('stuck', this.#unrest())
    return checks.violation
  }

  #watch (): void {
    this.agenda.after(CHECK_MS, () => {
      this.#checks.swept()
      if (this.#checks.healing && this.#isAtRest()) this.#recall()
      else this.#watch()
    })
  }

  #isAtRest (): boolean {
    return this.#node.isUp && this.#app.isAnswered && this.#checks.allEnded && this.#devices.every(device => device.isIdle)
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
  }

  #deliver (principal: string, topic: string, payload: unknown): void {
    if (principal === this.#app.id) this.#app.receive(topic, payload)
    else this.#devices.find(({ id }) => id === principal)?.receive(topic, payload)
  }

  #misfortune (fault: Fault): void {
    switch (fault.type) {
      case 'kill':
        this.#node.kill()
        return this.#restart(fault.downMs)
      case 'kill-applied':
        this.#node.killAt = { moment: 'applied', downMs: fault.downMs }
        return
      case 'kill-written':
        this.#node.killAt = { moment: 'written', downMs: fault.downMs }
        return
      case 'fail-write':
        this.#node.failsNextWrite = true
        return
      case 'cordon': case 'uncordon': case 'forget':
        return this.#manage(fault.device, fault.type)
      default:
        return this.#harm(fault)
    }
  }

  #harm ({ type, device: id, downMs }: Extract<Fault, { downMs: number, device: string }>): void {
    const device = this.#devices.find(one => one.id === id)
    if (device === undefined) return
    if (type === 'hang') return device.hang(downMs)
    if (type === 'cut') return device.cut(downMs)
    if (type === 'crash') device.crash()
    else device.leave()
    this.agenda.after(downMs + 200, () => device.start())
  }

  #manage (device: string, verb: 'cordon' | 'uncordon' | 'forget'): void {
    this.#node.receive({ principal: 'boss', topic: `from/boss/devices/${device}/${verb}`, payload: Buffer.from('{}'), qos: 1, persistent: false }).then(verdict => {
      if (verdict !== 'decided' && this.#checks.healing) this.agenda.after(CHECK_MS, () => this.#manage(device, verb))
    })
  }

  /** On a wire the connections die with the broker that the orchestrator lives in. */
  #restart (downMs: number): void {
    if (this.plan.network.kind === 'wire') for (const { line } of [...this.#devices, this.#app]) line.break()
    this.agenda.after(downMs, () => this.#node.start())
  }

  #heal (): void {
    this.#checks.healing = true
    this.#node.killAt = undefined
    this.#node.failsNextWrite = false
    this.#node.start()
    this.#app.heal()
    for (const device of this.#devices) {
      this.#manage(device.id, 'uncordon')
      device.heal()
    }
  }
}
