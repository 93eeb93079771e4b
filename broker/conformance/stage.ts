/**
 * Plays the orchestrator to one real device on a plain broker: answers what it
 * says in good order, unless a clause has asked for something else, and keeps
 * all that was heard. It judges nothing.
 */
import { type MqttClient, connectAsync } from 'mqtt'
import { type MessageKey, matchTopic, validate } from '../../schemas/index.js'
import type { Clock } from '../platform/clock.js'

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

/** How a command about a task is answered: in good order, not at all, or with a rejection. */
export type Answer = 'accepted' | 'nothing' | { readonly code: string, readonly retryAfterMs?: number }

export interface StageOptions {
  readonly broker: string
  readonly user?: string
  readonly password?: string
  readonly root: string
  readonly device: string
  readonly clock: Clock
}

interface Waiting { readonly wanted: (heard: Heard) => boolean, readonly got: (heard: Heard) => void }

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

const OFFER_MS = 5_000

export class Stage {
  readonly heard: Heard[] = []
  readonly clock: Clock
  /** The leases that the device holds, for `welcome`. */
  readonly held = new Map<string, Offer>()
  /** When the run began in earnest. */
  welcomedAt = 0
  /** Of its newest birth. */
  session = 0
  readonly #offers = new Map<string, Offer>()
  readonly #waiting = new Set<Waiting>()
  readonly #options: StageOptions
  #birthAnswer: ((birth: Heard) => boolean) | undefined
  #client: MqttClient | undefined
  #v = 0

  constructor (options: StageOptions) {
    this.#options = options
    this.clock = options.clock
  }

  async open (): Promise<void> {
    const { broker, user, password, root, device } = this.#options
    const client = await connectAsync(broker, { protocolVersion: 4, ...user !== undefined && { username: user }, ...password !== undefined && { password } }, false)
    this.#client = client
    client.on('error', () => {})
    client.on('message', (topic, payload) => this.#hear(topic.slice(`${root}/from/${device}/`.length), payload))
    const granted = await client.subscribeAsync(`${root}/from/${device}/#`, { qos: 1 })
    if (granted.some(({ qos }) => qos > 2)) throw new Error(`the broker does not let us read ${root}/from/${device}/#`)
  }

  async close (): Promise<void> {
    await this.#client?.endAsync(true)
  }

  /** To the device. */
  say (path: string, body: object, dup = false): void {
    const { root, device } = this.#options
    // What could not be sent is missed by a clause.
    this.#client?.publish(`${root}/to/${device}/${path}`, JSON.stringify(body), { qos: 1, dup }, () => {})
  }

  offer (offer: Offer): void {
    this.#offers.set(offer.task, offer)
    const { answers, ...said } = offer
    this.say('offer', { ...said, offerMs: OFFER_MS })
  }

  /** Births are answered by it instead, as long as it returns true. */
  onBirth (answer: (birth: Heard) => boolean): void {
    this.#birthAnswer = answer
  }

  welcome ({ body }: Heard): void {
    const tasks = [...this.held.values()].map(({ task, attempt, leaseMs }) => ({ task, attempt, leaseMs }))
    this.say('welcome', { session: body.session, at: this.clock.now(), heartbeatMs: body.heartbeatMs ?? 10_000, leaseMs: 20_000, tasks, ...refOf(body) })
  }

  /** The next that is said; undefined where nothing of the kind comes in time. */
  next (wanted: (heard: Heard) => boolean, withinMs: number): Promise<Heard | undefined> {
    return new Promise(resolve => {
      const end = (heard?: Heard): void => {
        this.clock.clearTimeout(timer)
        this.#waiting.delete(waiting)
        resolve(heard)
      }
      const waiting = { wanted, got: end }
      const timer = this.clock.setTimeout(end, withinMs)
      this.#waiting.add(waiting)
    })
  }

  async pass (ms: number): Promise<void> {
    await this.next(() => false, ms)
  }

  #hear (path: string, payload: Buffer): void {
    const heard = this.#read(path, payload)
    this.heard.push(heard)
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

  #answer (heard: Heard): void {
    const { path, verb, task, body } = heard
    if (task !== undefined) return this.#answerOfTask(heard, this.#offers.get(task))
    if (verb === 'birth') {
      this.session = Number(body.session)
      if (this.#birthAnswer?.(heard) !== true) this.welcome(heard)
    } else if (verb === 'next') this.say(`${path}/accepted`, { max: body.max ?? 1, ...refOf(body) })
    else if (verb === 'time' || body.ref !== undefined) this.say(`${path}/accepted`, { at: this.clock.now(), ...refOf(body) })
  }

  #answerOfTask ({ path, verb, task = '', body }: Heard, offer: Offer | undefined): void {
    const isCurrent = offer !== undefined && body.attempt === offer.attempt
    const answer = isCurrent ? offer.answers[verb] ?? 'accepted' : { code: offer === undefined ? 'unknown-task' : 'stale-attempt' }
    if (isCurrent && verb === 'begin') this.held.set(task, offer)
    if (isCurrent && answer === 'accepted' && ['success', 'fail', 'decline'].includes(verb)) this.held.delete(task)
    if (answer === 'nothing') return
    if (typeof answer === 'object') return this.say(`${path}/rejected`, { ...answer, ...refOf(body) })
    const leaseMs = offer?.leaseMs ?? 0
    const fields = verb === 'begin' || verb === 'progress' ? { leaseMs, deadline: this.clock.now() + leaseMs } : { state: verb === 'success' ? 'completed' : 'available' }
    this.say(`${path}/accepted`, { v: ++this.#v, attempt: body.attempt, ...fields, ...refOf(body) })
  }
}

const refOf = ({ ref }: Body): Body => ref === undefined ? {} : { ref }

function bodyOf (key: MessageKey | undefined, payload: Buffer): [body: Body, problem?: string] {
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
