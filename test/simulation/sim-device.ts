/**
 * A device as processes that come and go: the real agent and task machine, on
 * clocks of its own, over a line. Its work takes drawn times and comes to drawn
 * ends. What outlives a process is its disk: the session, and kept results.
 */
import { DeviceAgent } from '../../device-client/agent.js'
import type { Work } from '../../device-client/assignment.js'
import type { Alarm, Clock } from '../../device-client/platform/clock.js'
import type { KeptResult, ResultStore } from '../../device-client/results.js'
import type { Access } from './access.js'
import type { Agenda, Entry } from './agenda.js'
import type { Chance } from './chance.js'
import type { Checks, Run } from './checks.js'
import { Line } from './line.js'
import type { DevicePlan, NetworkPlan } from './plan.js'

export interface DeviceOptions {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly access: Access
  readonly checks: Checks
  readonly plan: DevicePlan
  readonly network: NetworkPlan
  readonly trace: (line: () => string) => void
}

const RESULT_BYTES_MAX = 8_192
const RECONNECT_MS = 2_000

export class SimDevice {
  readonly line: Line
  readonly #kept = new Map<string, KeptResult>()
  #session = 0
  #process: DeviceProcess | undefined
  #reconnects = true
  #healed = false

  constructor (readonly options: DeviceOptions) {
    const { agenda, chance, network } = options
    this.line = new Line(agenda, chance.branch(), network, {
      connected: () => this.#process?.agent.connected(),
      disconnected: () => {
        this.#process?.agent.disconnected()
        this.#reconnect()
      }
    })
  }

  get id (): string { return this.options.plan.id }
  get access (): Access { return this.options.access }
  get agent (): DeviceAgent | undefined { return this.#process?.agent }
  /** What it believes that it executes. */
  get runs (): readonly Run[] { return this.#process === undefined ? [] : [...this.#process.runs] }
  /** Every attempt is over, and every result is accepted. */
  get isIdle (): boolean { return this.#process !== undefined && this.#process.isIdle }

  start (): void {
    if (this.#process !== undefined) return
    const { plan, trace } = this.options
    // Who has forgotten its session is told it, and goes on from there.
    this.#session = plan.forgetsSession && this.#session > 0 ? 0 : this.#session + 1
    trace(() => `${this.id}: starts in session ${this.#session}`)
    this.#process = new DeviceProcess(this.options, this.#session, this.line, this.#results())
    this.#reconnects = true
    this.#reconnect()
  }

  crash (): void {
    const process = this.#process
    if (process === undefined) return
    this.options.trace(() => `${this.id}: crashes`)
    this.#session = Math.max(this.#session, process.agent.session)
    this.#process = undefined
    process.die()
    this.#reconnects = false
    this.line.break()
    this.#will(process.agent.session)
  }

  /** It has not noticed. */
  move (): void {
    this.options.trace(() => `${this.id}: is led to another node`)
    this.options.access.move()
  }

  hang (forMs: number): void {
    this.options.trace(() => `${this.id}: hangs for ${forMs} ms`)
    this.#process?.hang(forMs)
  }

  /** The connection breaks, and comes back after that time. */
  cut (forMs: number): void {
    const session = this.#process?.agent.session
    if (session === undefined || !this.line.isUp) return
    this.options.trace(() => `${this.id}: cut off for ${forMs} ms`)
    this.#reconnects = false
    this.line.break()
    this.#will(session)
    this.options.agenda.after(forMs, () => {
      this.#reconnects = true
      this.#reconnect()
    })
  }

  leave (): void {
    this.#process?.agent.leave('on its way')
    this.options.agenda.after(100, () => this.crash())
  }

  /** All that hinders it is over. */
  heal (): void {
    this.#healed = true
    this.line.heal()
    this.#process?.hang(0)
    this.#reconnects = true
    this.start()
    // Who says nothing by itself can't know that it was forgotten, or took an orchestrator's death for silence.
    if (this.options.plan.birth.heartbeatMs === 0) this.line.break()
    this.#reconnect()
  }

  receive (path: string, payload: unknown): void {
    this.line.down(() => this.#process?.do(agent => {
      this.options.trace(() => `  ${this.id} <- ${path} ${JSON.stringify(payload)}`)
      agent.receive(path, payload)
    }))
  }

  #results (): ResultStore & { kept: readonly KeptResult[] } {
    const keyOf = ({ task, attempt }: KeptResult): string => `${task} ${attempt}`
    if (!this.options.plan.keepsResults) this.#kept.clear()
    return {
      kept: [...this.#kept.values()],
      load: async () => [],
      keep: result => {
        this.#kept.set(keyOf(result), result)
        return undefined
      },
      discard: result => {
        this.#kept.delete(keyOf(result))
        return undefined
      }
    }
  }

  #reconnect (): void {
    const { agenda, chance, access } = this.options
    agenda.after(chance.fraction() * (this.#healed ? 100 : RECONNECT_MS), () => {
      if (!this.#reconnects || this.line.isUp || this.#process === undefined) return
      if (!access.isOpen) return this.#reconnect()
      access.choose()
      this.line.connect()
    })
  }

  /** The broker says it, once it has noticed; a wire's before anything new of that client, or never. */
  #will (session: number): void {
    const { agenda, chance, access, network, plan } = this.options
    if (chance.happens(0.3)) return
    const { node } = access
    const mayBeLate = network.kind === 'wild' && plan.birth.heartbeatMs > 0
    agenda.after(chance.fraction() * 3_000, () => {
      // Another node may have it by now, and still be told by the one before.
      if (this.line.isUp && !mayBeLate && (access.node === node || plan.birth.heartbeatMs === 0)) return
      const payload = { session, reason: 'connection lost' }
      node.receive({ principal: this.id, topic: `from/${this.id}/offline`, payload: Buffer.from(JSON.stringify(payload)), qos: 1, persistent: false })
    })
  }
}

/** From one start to the next death. */
class DeviceProcess {
  readonly agent: DeviceAgent
  readonly runs = new Set<Run>()
  #dead = false
  #hangsUntil = 0
  readonly #waiting: (() => void)[] = []
  readonly #startedAt: number

  constructor (private readonly options: DeviceOptions, session: number, line: Line, results: ResultStore & { kept: readonly KeptResult[] }) {
    const { plan, checks } = options
    this.#startedAt = options.agenda.now
    this.agent = new DeviceAgent({
      birth: { ...plan.birth, session },
      clock: this.#clock(),
      results,
      kept: results.kept,
      resultBytesMax: RESULT_BYTES_MAX,
      send: (path, payload, acknowledged, qos = 1) => this.#send(line, path, payload, acknowledged, qos),
      run: work => this.#work(work),
      load: () => ({ cpu: 0.5 }),
      changed: () => {},
      welcomed: () => {},
      began: () => {},
      ended: () => {},
      problem: error => { if (!('code' in error)) checks.violated('device', error.message) }
    })
  }

  get isIdle (): boolean {
    let settled = false
    this.agent.whenSettled(() => { settled = true })
    return settled && this.runs.size === 0
  }

  die (): void {
    this.#dead = true
    for (const run of this.runs) run.isOver = true
    this.runs.clear()
  }

  /** Nothing of it runs; what comes meanwhile it finds when it goes on. */
  hang (forMs: number): void {
    const { agenda } = this.options
    this.#hangsUntil = agenda.now + forMs
    agenda.after(forMs, () => {
      if (agenda.now < this.#hangsUntil) return
      for (const call of this.#waiting.splice(0)) call()
    })
  }

  do (call: (agent: DeviceAgent) => void): void {
    if (this.#dead) return
    if (this.options.agenda.now < this.#hangsUntil) this.#waiting.push(() => this.do(call))
    else call(this.agent)
  }

  #send (line: Line, path: string, payload: object, acknowledged: (() => void) | undefined, qos: 0 | 1): void {
    const { access, plan: { id }, trace } = this.options
    if (this.#dead) return
    const text = JSON.stringify(payload)
    line.up(() => {
      trace(() => `${id} -> ${path} ${text}`)
      access.receive({ principal: id, topic: `from/${id}/${path}`, payload: Buffer.from(text), qos, persistent: false }).then(verdict => {
        if (verdict === 'decided' && acknowledged !== undefined) line.down(() => this.do(acknowledged))
      })
    })
  }

  #clock (): Clock {
    const { agenda, plan: { rate, wallOffsetMs } } = this.options
    const monotonicMs = (): number => (agenda.now - this.#startedAt) * rate
    const after = (delayMs: number, call: () => void): Alarm => {
      let cancelled = false
      const entry: Entry = agenda.after(delayMs / rate, () => this.do(() => { if (!cancelled) call() }))
      return {
        cancel: () => {
          cancelled = true
          agenda.cancel(entry)
        }
      }
    }
    return { monotonicMs, wallMs: () => Math.round(agenda.now + wallOffsetMs), after }
  }

  #work (work: Work): Promise<unknown> {
    const { chance, checks, plan, agenda } = this.options
    const run: Run = {
      device: plan.id,
      process: this,
      task: work.task,
      attempt: work.attempt,
      beganMs: agenda.now,
      isOver: false,
      leftMs: () => (work.deadline - Math.round(agenda.now + plan.wallOffsetMs)) / plan.rate
    }
    this.runs.add(run)
    checks.began(run)
    return new Promise((resolve, reject) => {
      const over = (): boolean => {
        const first = !run.isOver
        run.isOver = true
        return first
      }
      const leave = (settle: () => void): void => {
        this.runs.delete(run)
        settle()
      }
      const totalMs = Math.max(run.leftMs(), 1) * plan.slowness * chance.fraction()
      this.#report(work, run, totalMs)
      const failing = chance.happens(checks.healing ? 0 : plan.failRate)
      const retry = chance.happens(0.9)
      this.agent.clock.after(totalMs, () => {
        if (!over()) return
        if (failing) leave(() => reject(Object.assign(new Error('it does'), { code: 'drawn', ...!retry && { retry } })))
        else leave(() => resolve({ by: plan.id, attempt: work.attempt, nonce: chance.between(0, 1e9) }))
      })
      work.signal.addEventListener('abort', () => {
        if (!over()) return
        const stoppingMs = chance.happens(0.5) ? 0 : chance.fraction() * 500
        this.agent.clock.after(stoppingMs, () => leave(() => reject(new Error('told to stop'))))
      }, { once: true })
    })
  }

  /** A slow one says how far it is before its lease is over; a few forget to. */
  #report (work: Work, run: Run, totalMs: number): void {
    if (this.options.chance.happens(0.3)) return
    const everyMs = Math.max(run.leftMs(), 1) / 3
    for (let i = 1; i * everyMs < totalMs; i++) {
      this.agent.clock.after(i * everyMs, () => { if (!run.isOver) work.progress(Math.round(100 * i * everyMs / totalMs)) })
    }
  }
}
