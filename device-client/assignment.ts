// One attempt on a device: runs the effects that the task machine names, keeps its alarms and pairs answers with what was
// sent. It knows its one task; slots, sessions and connections are its host's business.

import { errors, type Rejected, type TaskError } from '../schemas/index.js'
import type { TaskContext } from './task-function.js'
import type { Alarm, Clock } from './platform/clock.js'
import type { KeptResult, ResultStore } from './results.js'
import { absent, step, type Effect, type TaskEvent, type TaskState } from './task-machine.js'

export interface Work extends TaskContext {
  readonly function: string
  readonly args: unknown
  /** Renews the lease without a word of how far it is. */
  renew (): void
}

export interface AssignmentHost {
  readonly clock: Clock
  readonly results: ResultStore
  /** On the embedded broker the PUBACK is the acceptance: with `replies: "rejections"` nothing else comes. */
  readonly ackAccepts: boolean
  readonly resultBytesMax: number
  send (path: string, payload: object, acknowledged?: () => void): void
  run (work: Work): unknown
  /** How many more tasks it would take, to travel with a result; undefined where nobody asks. */
  level (): number | undefined
  /** After each move, with the state it left and the event that caused it. */
  moved (assignment: Assignment, before: TaskState, event: TaskEvent): void
  spent (assignment: Assignment): void
  problem (error: Error): void
}

export interface Offered {
  readonly task: string
  readonly function: string
  readonly attempt: number
  readonly args?: unknown
  readonly leaseMs: number
}

type Command = 'begin' | 'progress' | 'result'

const resendMs = 5_000
const retryAfterMs = 1_000
const errorCodeMax = 64
const errorMessageMax = 1_024

export class Assignment implements Work {
  readonly task: string
  readonly function: string
  readonly args: unknown
  state: TaskState = absent
  #leaseMs: number
  #sent = 0
  #alarm: Alarm | undefined
  #resendAt = Infinity
  #outcome: KeptResult | undefined
  #keeping = false
  #isSettled = false
  #progress: { percent?: number, note?: string } | undefined
  readonly #abort = new AbortController()
  /** What waits for an answer: when it was sent, by its ref. */
  readonly #awaited = new Map<string, { command: Command, sentAt: number }>()

  constructor (readonly host: AssignmentHost, offer: Offered) {
    this.task = offer.task
    this.function = offer.function
    this.args = offer.args
    this.#leaseMs = offer.leaseMs
  }

  get attempt (): number { return this.state.attempt }
  get signal (): AbortSignal { return this.#abort.signal }
  get outcome (): KeptResult | undefined { return this.#outcome }

  get deadline (): number {
    const { clock } = this.host
    return Math.round(clock.wallMs() + this.state.deadline - clock.monotonicMs())
  }

  /** Takes up a result that an earlier process left. */
  restore (kept: KeptResult): void {
    this.#outcome = kept
    this.apply({ type: 'restored', attempt: kept.attempt })
  }

  apply (event: TaskEvent): void {
    const before = this.state
    const { task, effects } = step(before, event)
    this.state = task
    for (const effect of effects) this.#effects[effect]()
    if (task === before) return
    if (task.phase === 'gone') this.#awaited.clear()
    this.#arm()
    this.host.moved(this, before, event)
  }

  accepted (ref: string | undefined, leaseMs = this.#leaseMs): void {
    const awaited = this.#answered(ref)
    if (!awaited) return
    const { command, sentAt } = awaited
    if (command === 'begin') this.apply({ type: 'begun', at: this.host.clock.monotonicMs(), sentAt, leaseMs })
    else if (command === 'result') this.apply({ type: 'confirmed' })
    else this.#renewed(sentAt, leaseMs)
  }

  rejected ({ ref, code, retryAfterMs: pauseMs = retryAfterMs }: Rejected): void {
    const awaited = this.#answered(ref)
    if (!awaited) return
    if (!errors[code].retryable) {
      if (code === 'result-too-large' || code === 'too-large') return this.#refuseOwnResult(code)
      return this.apply({ type: 'cancelled' })
    }
    if (awaited.command === 'progress') return
    this.#resendAt = this.host.clock.monotonicMs() + pauseMs
    this.#arm()
  }

  /** The connection is gone, and with it all hope for the answers to what went over it. */
  disconnected (): void {
    this.#awaited.clear()
  }

  /** The process is done with it, whatever comes of it elsewhere: a kept result stays kept. */
  abandon (): void {
    this.state = { ...this.state, phase: 'gone' }
    this.#arm()
    this.#abort.abort(new Error('the device has stopped'))
  }

  // Fields, not methods: functions take them out of their context.
  readonly progress = (percent?: number, note?: string): void => {
    this.#progress = { ...percent !== undefined && { percent }, ...note !== undefined && { note } }
    this.flushProgress()
  }

  renew (): void {
    if (this.#progress === undefined) this.progress()
  }

  /** One at a time: what is newer waits for the answer, and only the newest is sent then. */
  flushProgress (): void {
    if (this.state.phase !== 'executing' || !this.#progress || this.#progressUnderWay()) return
    const progress = this.#progress
    this.#progress = undefined
    this.#send('progress', 'progress', progress)
  }

  readonly log = (...words: [level: string, message: string] | [message: string]): void => {
    const [level, message] = words.length === 1 ? ['info', words[0]] : words
    const at = this.host.clock.wallMs()
    this.host.send('logs', { level, message: String(message).slice(0, errorMessageMax), task: this.task, at })
  }

  /** Hands the attempt back while its function still runs. */
  giveBack (reason: string): void {
    if (this.state.phase === 'beginning') this.apply({ type: 'cancelled' })
    if (this.state.phase !== 'executing') return
    this.#finish('fail', { error: { code: 'device-stopped', message: reason } })
    this.#abort.abort(new Error(reason))
  }

  readonly #effects: { readonly [E in Effect]: () => void } = {
    begin: () => this.#send('begin', 'begin', {}),
    run: () => { this.#run().catch((error: Error) => this.host.problem(error)) },
    abort: () => this.#abort.abort(new Error('the task was taken back, or its lease is over')),
    keep: () => this.#keep(),
    deliver: () => this.#deliver(),
    discard: () => this.#discard(),
    spend: () => this.host.spent(this)
  }

  async #run (): Promise<void> {
    try {
      const result = await this.host.run(this)
      this.#finish('success', { result: result === undefined ? null : result })
    } catch (error) {
      this.#finish('fail', failureOf(error))
    }
  }

  #finish (command: 'success' | 'fail', content: object): void {
    if (this.state.phase === 'executing') this.#outcome = this.#checked({ task: this.task, attempt: this.attempt, command, body: { ...content } })
    this.apply({ type: 'returned' })
  }

  /** What can't travel is found here, where it can still be told as a failure. */
  #checked (outcome: KeptResult): KeptResult {
    try {
      const bytes = Buffer.byteLength(JSON.stringify(outcome.body))
      if (bytes <= this.host.resultBytesMax) return outcome
      return this.#failure('result-too-large', `the result takes ${bytes} bytes, ${this.host.resultBytesMax} may travel`)
    } catch (error) {
      return this.#failure('result-not-json', error instanceof Error ? error.message : 'the result is not JSON')
    }
  }

  #failure (code: string, message: string): KeptResult {
    return { task: this.task, attempt: this.attempt, command: 'fail', body: { error: { code, message }, retry: false } }
  }

  #refuseOwnResult (code: string): void {
    if (this.state.phase !== 'delivering' || this.#outcome?.command !== 'success') return this.apply({ type: 'cancelled' })
    this.#discard()
    this.#isSettled = false
    this.#outcome = this.#failure(code, 'the orchestrator refused the result for its size')
    this.#keep()
  }

  /** Safe first, then sent. A disk that fails must not hold back a result that may still arrive. */
  #keep (): void {
    if (!this.#outcome) return
    const kept = this.host.results.keep(this.#outcome)
    if (!kept) return this.#deliver()
    this.#keeping = true
    kept.catch((error: Error) => this.host.problem(error)).finally(() => {
      this.#keeping = false
      if (this.state.phase === 'delivering') this.#deliver()
      else if (this.#isSettled) this.#discard()
    })
  }

  #deliver (): void {
    if (!this.#outcome || this.#keeping) return
    const next = this.host.level()
    this.#send('result', this.#outcome.command, { ...this.#outcome.body, ...next !== undefined && { next } })
  }

  #discard (): void {
    this.#isSettled = true
    if (!this.#outcome || this.#keeping) return
    this.host.results.discard(this.#outcome)?.catch((error: Error) => this.host.problem(error))
  }

  #send (command: Command, verb: string, content: object): void {
    const sentAt = this.host.clock.monotonicMs()
    const ref = `${this.attempt}.${this.#sent++}`
    if (command !== 'progress') this.#resendAt = sentAt + resendMs
    this.#awaited.set(ref, { command, sentAt: command === 'begin' && this.host.ackAccepts ? this.state.beganAt : sentAt })
    const acknowledged = this.host.ackAccepts ? () => this.accepted(ref) : undefined
    this.host.send(`tasks/${this.task}/${verb}`, { attempt: this.attempt, ...content, ref }, acknowledged)
    this.#arm()
  }

  #answered (ref = ''): { command: Command, sentAt: number } | undefined {
    const awaited = this.#awaited.get(ref)
    this.#awaited.delete(ref)
    return awaited
  }

  #renewed (sentAt: number, leaseMs: number): void {
    this.apply({ type: 'renewed', sentAt, leaseMs })
    this.flushProgress()
  }

  #progressUnderWay (): boolean {
    const patienceMs = Math.min(resendMs, this.#leaseMs / 3)
    const since = this.host.clock.monotonicMs() - patienceMs
    return [...this.#awaited.values()].some(({ command, sentAt }) => command === 'progress' && sentAt > since)
  }

  #arm (): void {
    this.#alarm?.cancel()
    this.#alarm = undefined
    const at = this.#alarmAt()
    if (at === Infinity) return
    this.#alarm = this.host.clock.after(at - this.host.clock.monotonicMs(), () => this.#ring())
  }

  #alarmAt (): number {
    const { phase, deadline } = this.state
    if (phase === 'beginning') return Math.min(deadline, this.#resendAt)
    if (phase === 'executing') return deadline
    return phase === 'delivering' ? this.#resendAt : Infinity
  }

  #ring (): void {
    const at = this.host.clock.monotonicMs()
    this.apply({ type: 'expired', at })
    if (at >= this.#resendAt) {
      this.#resendAt = Infinity
      this.apply({ type: 'unanswered' })
    }
    this.#arm()
  }
}

function failureOf (error: unknown): { error: TaskError, retry?: false } {
  const { code, message, retry } = Object(error) as { code?: unknown, message?: unknown, retry?: unknown }
  return {
    error: {
      code: typeof code === 'string' && code !== '' ? code.slice(0, errorCodeMax) : 'failed',
      message: String(message ?? error).slice(0, errorMessageMax)
    },
    ...retry === false && { retry }
  }
}
