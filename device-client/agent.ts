// One device's side of the protocol, apart from any connection: birth and welcome, presence, offers against slots, and the
// routing of answers to the attempts they are about. It is cheap, so that one process can hold thousands; what runs the
// functions and what carries the packets is handed in.

import { errors, isId, validate, type DeviceBirth, type DeviceNextAccepted, type DeviceOffer, type DeviceWelcome, type Load, type Rejected } from '../schemas/index.js'
import { Assignment, type AssignmentHost, type Work } from './assignment.js'
import type { Alarm, Clock } from './platform/clock.js'
import type { KeptResult, ResultStore } from './results.js'
import { isBusy, isHeld, type TaskEvent, type TaskState } from './task-machine.js'

export type AgentState = 'free' | 'executing' | 'offline'

export type Ending = 'success' | 'fail' | 'stopped' | 'refused'

export interface AgentOptions {
  /** What `birth` says, apart from what changes. */
  readonly birth: Omit<DeviceBirth, 'tasks' | 'ref'>
  readonly clock: Clock
  readonly results: ResultStore
  /** What an earlier process left in `results`. */
  readonly kept?: readonly KeptResult[]
  readonly resultBytesMax: number
  /** To `from/{me}/{path}`; dropped while there is no connection. */
  send (path: string, payload: object, acknowledged?: () => void, qos?: 0 | 1): void
  run (work: Work): unknown
  /** Whether it is the step of a deployment that is installed here. */
  hasStep?: ((name: string) => boolean) | undefined
  load (): Load
  changed (state: AgentState): void
  welcomed (): void
  /** It has another session than its will says, which can be given at connecting alone. Absent: there is no will. */
  renewed? (): void
  began (work: Work): void
  ended (work: Work, ending: Ending, outcome: KeptResult | undefined): void
  problem (error: Error): void
}

/** A birth or a `next` that nobody answers, as beside a broker whose orchestrator is away. */
const sayAgainMs = 5_000
/** Attempts that are over, so that a copy of their offer that comes late starts nothing. */
const spentMax = 1_000
const namedTasksMax = 1_000

export class DeviceAgent implements AssignmentHost {
  state: AgentState = 'offline'
  session: number
  readonly clock: Clock
  readonly results: ResultStore
  readonly ackAccepts: boolean
  readonly resultBytesMax: number
  readonly #capacity: number
  readonly #names: ReadonlySet<string>
  #connected = false
  #welcomed = false
  #proven = false
  #declining: string | undefined
  #births = 0
  #birthAt = 0
  /** What it had when it last said birth. */
  #bornWith: ReadonlySet<Assignment> = new Set()
  #alarm: Alarm | undefined
  /** Rings while a `next` waits for its answer. */
  #unasked: Alarm | undefined
  #onSettled: (() => void) | undefined
  readonly #current = new Map<string, Assignment>()
  /** With those whose task has come again while their function still stops. */
  readonly #all = new Set<Assignment>()
  readonly #spent = new Map<string, number>()

  constructor (readonly options: AgentOptions) {
    const { birth, kept = [] } = options
    this.clock = options.clock
    this.results = options.results
    this.resultBytesMax = options.resultBytesMax
    this.session = birth.session
    this.ackAccepts = birth.replies === 'rejections'
    this.#capacity = birth.capacity ?? 1
    this.#names = new Set(birth.functions.map((entry) => typeof entry === 'string' ? entry : entry.name))
    for (const result of kept) this.#restore(result)
  }

  connected (): void {
    this.#connected = true
    this.#sayBirth()
  }

  disconnected (): void {
    this.#hush()
    for (const assignment of this.#all) assignment.disconnected()
    this.#show()
  }

  /** `path`: below `to/{me}/`. */
  receive (path: string, payload: unknown): void {
    if (!this.#connected) return
    if (path === 'offer') return this.#offered(payload as DeviceOffer)
    if (path === 'welcome') return this.#welcome(payload as DeviceWelcome)
    const [noun = '', id = '', verb, answer] = path.split('/')
    if (noun === 'tasks' && verb) return this.#aboutTask(id, verb, answer, payload)
    if (path === 'next/accepted') this.#granted(payload as DeviceNextAccepted)
    else if (id === 'rejected') this.#rejected(noun, payload as Rejected)
    else if (noun === 'rejected') this.#complain(payload as Rejected)
  }

  /** No further offers: they are declined with this reason. */
  decline (reason: string): void {
    this.#declining = reason
  }

  giveBack (reason: string): void {
    for (const assignment of this.#all) assignment.giveBack(reason)
  }

  /** Calls once, as soon as nothing runs and no result waits for its acceptance. */
  whenSettled (call: () => void): void {
    this.#onSettled = call
    this.#checkSettled()
  }

  leave (reason: string): void {
    if (this.#connected) this.options.send('offline', { session: this.session, reason })
    this.abandon()
  }

  /** The end, without a word. */
  abandon (): void {
    this.#hush()
    for (const assignment of this.#all) assignment.abandon()
    this.#all.clear()
    this.#current.clear()
    this.#show()
  }

  send (path: string, payload: object, acknowledged?: () => void): void {
    if (this.#connected) this.options.send(path, payload, acknowledged)
  }

  run (work: Work): unknown {
    this.options.began(work)
    return this.options.run(work)
  }

  level (): number | undefined {
    return this.options.birth.mode === 'pull' ? this.#freeSlots() : undefined
  }

  moved (assignment: Assignment, before: TaskState, event: TaskEvent): void {
    const { phase } = assignment.state
    if (phase === 'gone') {
      this.#all.delete(assignment)
      if (this.#current.get(assignment.task) === assignment) this.#current.delete(assignment.task)
      if (before.phase !== 'beginning') this.#tellEnding(assignment, event)
      // A result that was accepted has carried the level with it.
      if (event.type !== 'confirmed') this.#ask()
    }
    this.#show()
    this.#checkSettled()
  }

  spent ({ task, attempt }: Assignment): void {
    this.#spent.delete(task)
    this.#spent.set(task, attempt)
    const [oldest] = this.#spent.keys()
    if (this.#spent.size > spentMax && oldest !== undefined) this.#spent.delete(oldest)
  }

  problem (error: Error): void {
    this.options.problem(error)
  }

  #restore (result: KeptResult): void {
    const assignment = this.#take({ ...result, function: '', leaseMs: 0 })
    assignment.restore(result)
  }

  #take (offer: ConstructorParameters<typeof Assignment>[1]): Assignment {
    const assignment = new Assignment(this, offer)
    this.#current.set(offer.task, assignment)
    this.#all.add(assignment)
    return assignment
  }

  #sayBirth (): void {
    this.#birthAt = this.clock.monotonicMs()
    const held = [...this.#current.values()].filter(({ state }) => isHeld(state))
    this.#bornWith = new Set(held)
    this.options.send('birth', {
      ...this.options.birth,
      session: this.session,
      tasks: held.slice(0, namedTasksMax).map(({ task, attempt }) => ({ task, attempt })),
      ref: String(++this.#births)
    })
    this.#in(sayAgainMs, () => this.#sayBirth())
  }

  #welcome (welcome: DeviceWelcome): void {
    if (this.#isMalformed('devices/welcome', welcome)) return
    if (welcome.session !== this.session || (welcome.ref !== undefined && welcome.ref !== String(this.#births))) return
    this.#welcomed = this.#proven = true
    this.#beat(welcome.heartbeatMs)
    this.#reconcile(welcome)
    this.#ask()
    this.#show()
    this.options.welcomed()
  }

  /** What was begun before birth and isn't held any more stops; what waits for an answer is sent again. */
  #reconcile ({ tasks, more = false }: DeviceWelcome): void {
    const leases = new Map(tasks.map((lease) => [lease.task, lease]))
    const [at, birthAt] = [this.clock.monotonicMs(), this.#birthAt]
    for (const assignment of [...this.#current.values()]) {
      const lease = leases.get(assignment.task)
      if (lease?.attempt === assignment.attempt) assignment.apply({ type: 'held', at, birthAt, leaseMs: lease.leaseMs })
      // A welcome that was cut proves nothing about what it doesn't name.
      else if (more && !lease) assignment.apply({ type: 'unanswered' })
      else if (this.#bornWith.has(assignment)) assignment.apply({ type: 'unheld' })
      assignment.flushProgress()
    }
  }

  #beat (heartbeatMs: number): void {
    this.#alarm?.cancel()
    if (heartbeatMs === 0) return
    this.#in(heartbeatMs, () => {
      const next = this.level()
      const load = this.options.load()
      this.options.send('heartbeat', { session: this.session, load, ...next !== undefined && { next } }, undefined, 0)
      this.#beat(heartbeatMs)
    })
  }

  #in (delayMs: number, call: () => void): void {
    this.#alarm?.cancel()
    this.#alarm = this.clock.after(delayMs, call)
  }

  #offered (offer: DeviceOffer): void {
    const at = this.clock.monotonicMs()
    if (this.#isMalformed('devices/offer', offer) || offer.session !== this.session || !this.#connected) return
    const { task, attempt, leaseMs } = offer
    const current = this.#current.get(task)
    if (Math.max(current?.attempt ?? -1, this.#spent.get(task) ?? -1) >= attempt) return
    current?.apply({ type: 'cancelled' })
    const refusal = this.#refusal(offer)
    if (refusal !== undefined) return this.#refuse(offer, refusal)
    const implied = this.options.birth.begin === 'implied'
    this.#take(offer).apply({ type: 'offered', attempt, at, leaseMs, implied })
  }

  #refusal (offer: DeviceOffer): string | undefined {
    if (this.#declining !== undefined) return this.#declining
    if (!this.#names.has(offer.function) && this.options.hasStep?.(offer.function) !== true) return 'no such function here'
    return this.#freeSlots() < 1 ? 'busy' : undefined
  }

  #refuse ({ task, attempt }: DeviceOffer, reason: string): void {
    this.send(`tasks/${task}/decline`, { attempt, reason })
    this.#ask()
  }

  #aboutTask (task: string, verb: string, answer: string | undefined, payload: unknown): void {
    const assignment = this.#current.get(task)
    if (!assignment || !isObject(payload)) return
    const { attempt, ref, leaseMs } = payload as { attempt?: number, ref?: string, leaseMs?: number }
    if (verb === 'cancel' && answer === undefined) {
      // One that is about an earlier attempt says nothing of this one.
      if (attempt === undefined || attempt >= assignment.attempt) assignment.apply({ type: 'cancelled' })
    } else if (answer === 'accepted') assignment.accepted(ref, leaseMs)
    else if (answer === 'rejected' && isRejection(payload)) assignment.rejected(payload)
  }

  #rejected (command: string, rejection: Rejected): void {
    if (!isRejection(rejection)) return
    if (rejection.code === 'stale-session') return this.#superseded(rejection)
    // Forgotten while it was there: whoever forgets a device that still runs meets it anew.
    if (rejection.code === 'unknown-device' && this.#welcomed) return this.#sayBirth()
    if (command === 'birth' && errors[rejection.code].retryable) {
      return this.#in(rejection.retryAfterMs ?? sayAgainMs, () => this.#sayBirth())
    }
    this.#complain(rejection)
  }

  /** Before its first welcome a process has just started, and knows itself newer. Later, another one has. */
  #superseded (rejection: Rejected): void {
    // A will of its own former process may come late.
    if (rejection.session === undefined || rejection.session <= this.session) return
    if (!this.#proven) {
      this.session = rejection.session + 1
      return this.options.renewed === undefined ? this.#sayBirth() : this.options.renewed()
    }
    this.#hush()
    for (const assignment of [...this.#all]) assignment.apply({ type: 'cancelled' })
    this.#complain(rejection)
    this.#show()
  }

  #complain (rejection: Rejected): void {
    if (!isRejection(rejection)) return
    const { code, message = errors[code].meaning } = rejection
    this.options.problem(Object.assign(new Error(message), { code }))
  }

  /** A level, so once too often does no harm. Without an answer it may be lost, and no heartbeat need repeat it. */
  #ask (): void {
    this.#unasked?.cancel()
    const max = this.level()
    if (!max || !this.#welcomed || this.#declining !== undefined) return
    this.options.send('next', { max, session: this.session })
    this.#unasked = this.clock.after(sayAgainMs, () => this.#ask())
  }

  /** Less than it asked for: what it gave back may not have been known yet, so it asks again some time. */
  #granted ({ max }: DeviceNextAccepted): void {
    if (max >= (this.level() ?? 0)) this.#unasked?.cancel()
  }

  /** Nothing can be said until the next connection. */
  #hush (): void {
    this.#alarm?.cancel()
    this.#unasked?.cancel()
    this.#connected = this.#welcomed = false
  }

  #freeSlots (): number {
    let free = this.#capacity
    for (const { state } of this.#all) if (isBusy(state)) free--
    return this.#declining === undefined ? Math.max(0, free) : 0
  }

  #checkSettled (): void {
    for (const { state } of this.#all) if (isHeld(state)) return
    const call = this.#onSettled
    this.#onSettled = undefined
    call?.()
  }

  #tellEnding (assignment: Assignment, { type }: TaskEvent): void {
    const { outcome } = assignment
    if (type === 'confirmed' && outcome) return this.options.ended(assignment, outcome.command, outcome)
    this.options.ended(assignment, outcome ? 'refused' : 'stopped', outcome)
  }

  #show (): void {
    const state = !this.#welcomed ? 'offline' : this.#all.size > 0 ? 'executing' : 'free'
    if (state === this.state) return
    this.state = state
    this.options.changed(state)
  }

  #isMalformed (key: 'devices/offer' | 'devices/welcome', payload: unknown): boolean {
    const problem = validate(key, payload)
    if (problem) this.options.problem(new Error(`${key}: ${problem.message}`))
    return problem !== undefined || (key === 'devices/offer' && !isId((payload as DeviceOffer).task))
  }
}

function isObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRejection (value: unknown): value is Rejected {
  return isObject(value) && typeof value.code === 'string' && Object.hasOwn(errors, value.code)
}
