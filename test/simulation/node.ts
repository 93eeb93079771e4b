/**
 * The orchestrator as a process: started over what is stored, killed at any
 * moment, and then nothing of it is heard any more: no timer, no message. What
 * it says goes to whoever is at the other end of a line. Which store it has,
 * it is given.
 */
import { Orchestrator, type Verdict } from '../../broker/pipeline/orchestrator.js'
import type { Incoming } from '../../broker/pipeline/route.js'
import type { Log } from '../../broker/platform/log.js'
import type { Store } from '../../broker/store/store.js'
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import type { Checks } from './checks.js'
import { Gate } from './gate.js'
import type { Mutation } from './mutations.js'
import type { Plan } from './plan.js'

/** What a process stands on. */
export interface Ground {
  readonly store: Store
  /** Without its store, or waiting long for it: nothing can be asked of it. */
  readonly isReachable: () => boolean
  cut?: (forMs: number) => void
  lag?: (forMs: number) => void
  deafen?: (forMs: number) => void
}

export interface NodeOptions {
  readonly name: string
  readonly agenda: Agenda
  readonly chance: Chance
  readonly plan: Plan
  readonly checks: Checks
  readonly mutation: Mutation | undefined
  readonly groundOf: (node: Node, gate: Gate) => Ground
  readonly deliver: (from: Node, principal: string, topic: string, payload: unknown) => void
  readonly trace: (line: () => string) => void
  /** It runs, or does no more, or can't reach its store, or can again. */
  readonly changed: (node: Node) => void
  /** It was killed by a fault that waited for its moment. */
  readonly killed: (node: Node, downMs: number) => void
}

interface Process {
  readonly orchestrator: Orchestrator
  readonly gate: Gate
  readonly ground: Ground
  readonly mutated: Store
  ready: boolean
}

/** A root of this many bytes, with its slash, as in `orchestra/v1/`. */
const ROOT_BYTES = 13
const VALUE_BYTES = 16_384
const RETRY_MS = 1_000

export class Node {
  /** Set by a fault: the moment at which it is killed next, and for how long. */
  killAt: { readonly moment: 'applied' | 'written', readonly downMs: number } | undefined
  failsNextWrite = false
  /** Killed for good. */
  hasVanished = false
  #process: Process | undefined

  constructor (private readonly options: NodeOptions) {}

  get name (): string { return this.options.name }
  get isUp (): boolean { return this.#process?.ready === true }
  /** It runs, and what is asked of it is done soon. */
  get isAble (): boolean { return this.isUp && this.#process?.gate.isStalled === false && this.#process.ground.isReachable() }

  start (): void {
    if (this.#process !== undefined || this.hasVanished) return
    const { checks, changed, killed, trace } = this.options
    const process = this.#assemble()
    const { gate } = process
    this.#process = process
    trace(() => `${this.name}: started`)
    changed(this)
    process.orchestrator.start({
      interested: () => true,
      publish: (topic, payload) => { if (!gate.isDead) checks.publications.published(this.name, topic, payload) },
      send: (principal, topic, payload) => { if (!gate.isDead) this.#send(principal, topic, payload.toString()); return undefined },
      retain: (principal, topic, payload) => { if (!gate.isDead) this.#send(principal, topic, payload); return undefined },
      message: () => {}
    }).then(() => {
      if (gate.isDead) return
      process.ready = true
      changed(this)
    }, (error: Error) => {
      if (gate.isDead) return
      if (error.name !== 'StoreUnavailable') return checks.violated('failure', String(error))
      // As a process that can not start: it exits, and is started again.
      this.kill()
      killed(this, RETRY_MS)
    })
  }

  kill (): void {
    const process = this.#process
    if (process === undefined) return
    this.options.trace(() => `${this.name}: killed`)
    this.#process = undefined
    process.ready = false
    process.gate.isDead = true
    this.options.changed(this)
  }

  stall (forMs: number): void {
    const { changed, agenda } = this.options
    this.#process?.gate.stall(forMs)
    changed(this)
    agenda.after(forMs, () => changed(this))
  }

  cutStore (forMs: number): void { this.#process?.ground.cut?.(forMs) }
  lag (forMs: number): void { this.#process?.ground.lag?.(forMs) }
  deafen (forMs: number): void { this.#process?.ground.deafen?.(forMs) }

  /** Undefined where it died before it could say. */
  async receive (incoming: Incoming): Promise<Verdict | undefined> {
    const process = this.#process
    if (process === undefined || !process.ready) return undefined
    return new Promise(resolve => { process.gate.do(() => { this.#decide(process, incoming).then(resolve, () => {}) }) })
  }

  async #decide (process: Process, incoming: Incoming): Promise<Verdict | undefined> {
    const { checks, mutation } = this.options
    checks.received(incoming)
    const verdict = await new Promise<Verdict>(resolve => { process.orchestrator.receive(mutation?.receive?.(incoming, process.mutated) ?? incoming, resolve) })
    if (process.gate.isDead) return undefined
    if (verdict === 'decided') checks.decided(incoming)
    return verdict
  }

  #send (principal: string, topic: string, text: string): void {
    const payload: unknown = JSON.parse(text)
    this.options.checks.sent(principal, topic, payload)
    this.options.deliver(this, principal, topic, payload)
  }

  #assemble (): Process {
    const { agenda, chance, plan: { offerMs }, mutation, groundOf } = this.options
    const gate = new Gate(agenda)
    const ground = groundOf(this, gate)
    const store = mutation?.store?.(ground.store) ?? ground.store
    const limits = { payloadBytes: 2 * VALUE_BYTES, valueBytes: VALUE_BYTES, offerMs, scoreWeights: {}, blobBytesMax: 0, root: 'r', rootBytes: ROOT_BYTES }
    const random = (): number => chance.fraction()
    const orchestrator = new Orchestrator({ store, clock: gate.clock(), random, log: this.#log(gate), limits, restartGraceMs: 8_000 })
    return { gate, ground, mutated: store, orchestrator, ready: false }
  }

  /** It lost its store, or has it again. */
  touched (): void {
    this.options.changed(this)
  }

  /** To be told when something of it came to pass that a fault may wait for. */
  reached (moment: 'applied' | 'written'): void {
    if (this.killAt?.moment !== moment) return
    const { downMs } = this.killAt
    this.killAt = undefined
    this.options.trace(() => `${this.name}: dies as soon as something is ${moment}`)
    this.kill()
    this.options.killed(this, downMs)
  }

  /** What should never fail is a violation; that a store is away is expected. */
  #log (gate: Gate): Log {
    const { checks, trace } = this.options
    const tell = (details: object, message: string): void => {
      if (!gate.isDead) trace(() => `${this.name}: ${message} ${JSON.stringify(details)}`)
    }
    return {
      debug: () => {},
      info: tell,
      warn: tell,
      error: (details, message) => {
        const { err } = details as { err?: Error }
        if (!gate.isDead && err?.name !== 'StoreUnavailable') checks.violated('failure', `${message}: ${err?.stack ?? ''}`)
        tell(details, message)
      }
    }
  }
}
