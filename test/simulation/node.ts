/**
 * The orchestrator as a process: started over what is on the disk, killed at
 * any moment, and then nothing of it is heard any more: no timer, no message,
 * no write. What it says goes to whoever is at the other end of a line.
 */
import type { StoredRecord } from '../../broker/core/records.js'
import type { Task } from '../../broker/core/task.js'
import { Orchestrator, type Verdict } from '../../broker/pipeline/orchestrator.js'
import type { Incoming } from '../../broker/pipeline/route.js'
import type { Clock } from '../../broker/platform/clock.js'
import type { Log } from '../../broker/platform/log.js'
import type { Store } from '../../broker/store/store.js'
import type { Agenda, Entry } from './agenda.js'
import type { Chance } from './chance.js'
import { type Disk, FragileStore } from './fragile-store.js'
import type { Mutation } from './mutations.js'
import type { Plan } from './plan.js'
import type { Checks } from './checks.js'

export interface NodeOptions {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly plan: Plan
  readonly checks: Checks
  readonly mutation: Mutation | undefined
  readonly deliver: (principal: string, topic: string, payload: unknown) => void
  readonly trace: (line: () => string) => void
  /** It was killed by a fault that waited for its moment. */
  readonly killed: (downMs: number) => void
}

interface Process {
  readonly orchestrator: Orchestrator
  readonly store: FragileStore
  readonly mutated: Store
  dead: boolean
  ready: boolean
}

/** A root of this many bytes, with its slash, as in `orchestra/v1/`. */
const ROOT_BYTES = 13
const VALUE_BYTES = 16_384
const RETRY_MS = 1_000

export class Node {
  readonly disk: Disk = new Map()
  /** Set by a fault: the moment at which it is killed next, and for how long. */
  killAt: { readonly moment: 'applied' | 'written', readonly downMs: number } | undefined
  failsNextWrite = false
  #process: Process | undefined

  constructor (private readonly options: NodeOptions) {}

  get isUp (): boolean {
    return this.#process?.ready === true
  }

  start (): void {
    if (this.#process !== undefined) return
    const { agenda, checks, trace } = this.options
    const process: Process = { ...this.#assemble(() => process.dead), dead: false, ready: false }
    this.#process = process
    checks.restarted(this.disk)
    trace(() => 'orchestrator: started')
    process.orchestrator.start({
      interested: () => true,
      publish: (topic, payload) => { if (!process.dead) checks.published(topic, payload) },
      send: (principal, topic, payload) => { if (!process.dead) this.#send(principal, topic, payload); return undefined }
    }).then(() => {
      if (process.dead) return
      process.ready = true
      checks.upSince = agenda.now
    }, (error: Error) => {
      if (process.dead) return
      if (error.name !== 'StoreUnavailable') return checks.violated('failure', String(error))
      // As a process that can not start: it exits, and is started again.
      this.kill()
      this.options.killed(RETRY_MS)
    })
  }

  kill (): void {
    const process = this.#process
    if (process === undefined) return
    this.options.trace(() => 'orchestrator: killed')
    this.#process = undefined
    process.dead = process.store.dead = true
    this.options.checks.killed()
  }

  /** Undefined where it died before it could say. */
  async receive (incoming: Incoming): Promise<Verdict | undefined> {
    const process = this.#process
    if (process === undefined || !process.ready) return undefined
    const { checks, mutation } = this.options
    checks.received(incoming)
    const verdict = await process.orchestrator.receive(mutation?.receive?.(incoming, process.mutated) ?? incoming)
    if (process.dead) return undefined
    if (verdict === 'decided') checks.decided(incoming)
    return verdict
  }

  #send (principal: string, topic: string, text: string): void {
    const payload: unknown = JSON.parse(text)
    this.options.checks.sent(principal, topic, payload)
    this.options.deliver(principal, topic, payload)
  }

  #assemble (isDead: () => boolean): Pick<Process, 'orchestrator' | 'store' | 'mutated'> {
    const { agenda, chance, plan, checks, mutation, trace } = this.options
    const clock = clockOf(agenda, isDead)
    const store = new FragileStore({
      disk: this.disk,
      clock,
      writeMs: () => this.#writeMs(),
      awayMs: chance.between(10, 2_000),
      answerMs: () => plan.answerMaxMs === 0 ? 0 : chance.fraction() * plan.answerMaxMs,
      watch: {
        applied: (kind, id, before, after) => {
          trace(() => `    ${kind} ${id}: ${described(after)}`)
          checks.applied(kind, id, before, after)
          this.#die('applied')
        },
        written: () => this.#die('written'),
        away: () => checks.away(this.disk),
        back: () => checks.restarted(this.disk)
      }
    })
    const mutated = mutation?.store?.(store) ?? store
    const { offerMs } = plan
    const limits = { payloadBytes: 2 * VALUE_BYTES, valueBytes: VALUE_BYTES, offerMs, rootBytes: ROOT_BYTES }
    const random = (): number => chance.fraction()
    const log = this.#log(isDead)
    return { store, mutated, orchestrator: new Orchestrator({ store: mutated, clock, random, log, limits, restartGraceMs: 8_000 }) }
  }

  #writeMs (): number | undefined {
    const { chance, plan } = this.options
    if (!this.failsNextWrite) return chance.fraction() * plan.writeMaxMs
    this.failsNextWrite = false
    return undefined
  }

  #die (moment: 'applied' | 'written'): void {
    if (this.killAt?.moment !== moment) return
    const { downMs } = this.killAt
    this.killAt = undefined
    this.options.trace(() => `orchestrator: dies as soon as something is ${moment}`)
    this.kill()
    this.options.killed(downMs)
  }

  /** What should never fail is a violation; that a store is away is expected. */
  #log (isDead: () => boolean): Log {
    const { checks, trace } = this.options
    const tell = (details: object, message: string): void => {
      if (!isDead()) trace(() => `orchestrator: ${message} ${JSON.stringify(details)}`)
    }
    return {
      debug: () => {},
      info: tell,
      warn: tell,
      error: (details, message) => {
        const { err } = details as { err?: Error }
        if (!isDead() && err?.name !== 'StoreUnavailable') checks.violated('failure', `${message}: ${err?.stack ?? ''}`)
        tell(details, message)
      }
    }
  }
}

function clockOf (agenda: Agenda, isDead: () => boolean): Clock {
  const after = (delayMs: number, run: () => void): Entry => agenda.after(delayMs, () => { if (!isDead()) run() })
  return {
    now: () => Math.floor(agenda.now),
    setTimeout: (run, delayMs) => after(delayMs, run) as object,
    clearTimeout: timer => agenda.cancel(timer as Entry),
    defer: run => { after(0, run) }
  }
}

function described (record: StoredRecord | undefined): string {
  if (record === undefined) return 'gone'
  const { v, state, attempt, device, deadline } = record as Partial<Task> & StoredRecord
  const holder = device === undefined ? '' : `, attempt ${attempt ?? 0} of ${device}`
  return `v ${v} ${state ?? ''}${holder}${deadline === undefined ? '' : `, until ${deadline % 1e7 / 1_000}`}`
}
