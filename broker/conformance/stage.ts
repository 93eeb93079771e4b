/**
 * Plays the orchestrator to one real device on a plain broker: answers what it
 * says in good order, unless a clause has asked for something else, and keeps
 * all that was heard. It judges nothing.
 */
import { type MessageKey, matchTopic, validate } from '../../schemas/index.js'
import type { BrokerOptions } from '../hosts/remote/reach.js'
import type { Clock } from '../platform/clock.js'
import { Line } from './line.js'

export type Body = Readonly<Record<string, unknown>>

export interface Heard {
  readonly at: number
  readonly path: string
  /** `begin`, `success`, `birth` … */
  readonly verb: string
  readonly task?: string
  readonly body: Body
  /** What the contract has against it. */
  readonly problem?: string
}

/** How a command about a task is answered: in good order, not at all, late, or with a rejection. */
export type Answer = 'accepted' | 'nothing' | { readonly lateMs: number } | { readonly deadline: number } | { readonly code: string, readonly retryAfterMs?: number }

export interface StageOptions {
  readonly broker: BrokerOptions
  readonly root: string
  readonly device: string
  readonly clock: Clock
  /** Ends the run at once; what the device has is taken back all the same. */
  readonly signal?: AbortSignal
}

interface Waiting { readonly wanted: (heard: Heard) => boolean, readonly got: (heard: Heard) => void, readonly ruined: () => void }

/** What an offer says, and how what comes of it is answered. */
export interface Offer {
  readonly task: string
  readonly attempt: number
  readonly session: number
  readonly function: string
  readonly args: unknown
  readonly leaseMs: number
  readonly answers: Readonly<Record<string, Answer>>
}

/** The run can't go on. */
export class Ruined extends Error {}

export const PAYLOAD_MAX = 128 * 1024
/** More is a flood: nobody would serve it, and here it would fill the memory. */
const HEARD_MAX = 20_000
const OFFER_MS = 5_000
const ENDS = ['success', 'fail', 'decline']

export class Stage {
  readonly heard: Heard[] = []
  readonly clock: Clock
  readonly line: Line
  /** The leases that the device holds, for `welcome`. */
  readonly held = new Map<string, Offer>()
  /** When the run began in earnest. */
  welcomedAt = 0
  /** Of its newest birth. */
  session = 0
  /** How many more tasks a device of mode `pull` would take. */
  level = 0
  /** Says `more` in each welcome, which then names no task. */
  cutsWelcome = false
  readonly #offers = new Map<string, Offer>()
  /** What the device may still be at. */
  readonly #open = new Map<string, Offer>()
  readonly #leveled = new Set<string>()
  readonly #waiting = new Set<Waiting>()
  readonly #options: StageOptions
  #birthAnswer: ((birth: Heard) => boolean) | undefined
  #ruin: Ruined | undefined
  #v = 0

  constructor (options: StageOptions) {
    const { broker, root, device, clock, signal } = this.#options = options
    this.clock = clock
    this.line = new Line({ broker, root, device, clock, heard: (path, payload) => this.#hear(path, payload), ruined: why => this.ruin(why) })
    signal?.addEventListener('abort', () => this.ruin('interrupted'))
  }

  async open (): Promise<void> {
    await this.line.open()
  }

  /** The device is told to let go of whatever it was offered: nobody would ever accept it. */
  async close (): Promise<void> {
    for (const { task, attempt } of this.#open.values()) this.say(`tasks/${task}/cancel`, { attempt, reason: 'the conformance run is over' })
    await this.line.close()
  }

  ruin (why: string): void {
    this.#ruin ??= new Ruined(why)
    for (const { ruined } of [...this.#waiting]) ruined()
  }

  /** To the device. */
  say (path: string, body: object, dup = false): void {
    this.line.say(path, JSON.stringify(body), dup)
  }

  offer (offer: Offer): void {
    this.#offers.set(offer.task, offer)
    this.#open.set(offer.task, offer)
    this.level--
    this.offerAgain(offer)
  }

  offerAgain ({ answers, ...said }: Offer, dup = false): void {
    this.say('offer', { ...said, offerMs: OFFER_MS }, dup)
  }

  /** Births are answered by it instead, as long as it returns true. */
  onBirth (answer: (birth: Heard) => boolean): void {
    this.#birthAnswer = answer
  }

  /** The next that is said; undefined where nothing of the kind comes in time. @throws Ruined */
  next (wanted: (heard: Heard) => boolean, withinMs: number): Promise<Heard | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#ruin !== undefined) return reject(this.#ruin)
      const end = (heard?: Heard): void => {
        this.clock.clearTimeout(timer)
        this.#waiting.delete(waiting)
        if (this.#ruin === undefined) resolve(heard)
        else reject(this.#ruin)
      }
      const waiting = { wanted, got: end, ruined: end }
      const timer = this.clock.setTimeout(end, withinMs)
      this.#waiting.add(waiting)
    })
  }

  async pass (ms: number): Promise<void> {
    await this.next(() => false, ms)
  }

  #hear (path: string, payload: Buffer): void {
    if (this.heard.length >= HEARD_MAX) return this.ruin(`the device said more than ${HEARD_MAX} messages`)
    const heard = this.#read(path, payload)
    this.heard.push(heard)
    this.#count(heard)
    this.#answer(heard)
    for (const { wanted, got } of [...this.#waiting]) if (wanted(heard)) got(heard)
  }

  #read (path: string, payload: Buffer): Heard {
    const at = this.clock.now()
    const match = matchTopic('in', `from/${this.#options.device}/${path}`)
    const [body, problem] = bodyOf(match?.key, payload)
    const task = match?.params.task
    return { at, path, verb: path.slice(path.lastIndexOf('/') + 1), body, ...task !== undefined && { task }, ...problem !== undefined && { problem } }
  }

  /** `next` is a level; repeated with the same outcome it counts no second time. */
  #count ({ verb, task, body }: Heard): void {
    if (verb === 'birth') this.level = 0
    const level = verb === 'next' ? body.max ?? 1 : body.next
    if (typeof level !== 'number' || (task !== undefined && this.#leveled.has(task))) return
    if (task !== undefined) this.#leveled.add(task)
    this.level = level
  }

  #answer (heard: Heard): void {
    const { path, verb, task, body } = heard
    if (task !== undefined) return this.#answerOfTask(heard, this.#offers.get(task))
    if (verb === 'birth') this.#born(heard)
    else if (verb === 'next') this.say(`${path}/accepted`, { max: body.max ?? 1, ...refOf(body) })
    else if (verb === 'time' || body.ref !== undefined) this.say(`${path}/accepted`, { at: this.clock.now(), ...refOf(body) })
  }

  #born (birth: Heard): void {
    const { path, body } = birth
    const problem = birthProblem(body)
    if (problem !== undefined) return this.say(`${path}/rejected`, { code: 'invalid', message: problem, ...refOf(body) })
    this.session = Number(body.session)
    if (this.#birthAnswer?.(birth) === true) return
    const tasks = this.cutsWelcome ? [] : [...this.held.values()].map(({ task, attempt, leaseMs }) => ({ task, attempt, leaseMs }))
    const more = this.cutsWelcome && this.held.size > 0
    this.say('welcome', { session: body.session, at: this.clock.now(), heartbeatMs: body.heartbeatMs ?? 10_000, leaseMs: 20_000, tasks, ...more && { more }, ...refOf(body) })
  }

  #answerOfTask ({ path, verb, task = '', body }: Heard, offer: Offer | undefined): void {
    const isCurrent = offer !== undefined && body.attempt === offer.attempt
    const answer = isCurrent ? offer.answers[verb] ?? 'accepted' : { code: offer === undefined ? 'unknown-task' : 'stale-attempt' }
    if (isCurrent && verb === 'begin') this.held.set(task, offer)
    if (isCurrent && answer === 'accepted' && ENDS.includes(verb)) {
      this.held.delete(task)
      this.#open.delete(task)
    }
    if (answer === 'nothing') return
    if (typeof answer === 'object' && 'code' in answer) return this.say(`${path}/rejected`, { ...answer, ...refOf(body) })
    const leaseMs = offer?.leaseMs ?? 0
    const deadline = typeof answer === 'object' && 'deadline' in answer ? answer.deadline : this.clock.now() + leaseMs
    const fields = verb === 'begin' || verb === 'progress' ? { leaseMs, deadline } : { state: verb === 'success' ? 'completed' : 'available' }
    const accept = (): void => this.say(`${path}/accepted`, { v: ++this.#v, attempt: body.attempt, ...fields, ...refOf(body) })
    if (typeof answer === 'object' && 'lateMs' in answer) this.clock.setTimeout(accept, answer.lateMs)
    else accept()
  }
}

const refOf = ({ ref }: Body): Body => ref === undefined ? {} : { ref }

/** Without these two nothing can be tried. */
export function birthProblem ({ session, functions }: Body): string | undefined {
  if (!Number.isSafeInteger(session) || Number(session) < 0) return '`session` must be a whole number'
  const isFunction = (entry: unknown): boolean => typeof entry === 'string' || (typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string')
  return Array.isArray(functions) && functions.length > 0 && functions.every(isFunction) ? undefined : '`functions` must name at least one function'
}

function bodyOf (key: MessageKey | undefined, payload: Buffer): [body: Body, problem?: string] {
  if (payload.length > PAYLOAD_MAX) return [{}, `the payload has ${payload.length} bytes, and may have 131,072`]
  try {
    const value: unknown = payload.length === 0 ? {} : JSON.parse(payload.toString())
    const body = typeof value === 'object' && value !== null ? value as Body : {}
    if (key === undefined) return [body, 'no command of the contract has this topic']
    const problem = validate(key, value)
    return problem === undefined ? [body] : [body, problem.message]
  } catch {
    return [{}, 'the payload is no JSON']
  }
}
