/**
 * A small device with a switch for each fault, to be tried by the conformance
 * kit: without one it is a good device. `quick` is done at once, `slow` takes
 * as many ms as its args say.
 */
import { type MqttClient, connectAsync } from 'mqtt'

export const faults = [
  'session-not-after', 'wrong-attempt', 'fails', 'any-session', 'offers-twice', 'any-function', 'ignores-rejections', 'no-deadline', 'no-renewal',
  'says-once', 'never-lets-go', 'ignores-cancel', 'any-cancel', 'forgets-at-welcome', 'ignores-welcome', 'dies-of-large', 'session-per-birth', 'sleeps', 'unknown-field',
  'first-attempt-only', 'waits-for-ever', 'believes-deadline', 'counts-from-answer', 'ignores-refused-progress', 'born-once', 'names-no-task', 'ignores-more',
  'dies-of-empty', 'one-at-a-time', 'cancels-all', 'asks-once', 'begins-implied', 'stored-session', 'no-will', 'will-of-nobody', 'retained-will', 'stays-away', 'session-per-connection'
] as const
export type Fault = typeof faults[number]

interface Body { readonly [field: string]: unknown }
interface Job { readonly task: string, readonly attempt: number, readonly leaseMs: number, readonly ms: number, timers: NodeJS.Timeout[], deadline?: NodeJS.Timeout, outcome?: Body, isBegun: boolean }

/** What it says of itself, beyond the smallest birth. */
export interface Kind { readonly capacity?: number, readonly mode?: 'pull', readonly begin?: 'implied' }

const BEAT_MS = 500
const MAX_PACKET = 512
const RETRYABLE = ['unavailable', 'quota', 'internal']

export class FaultyDevice {
  readonly #jobs = new Map<string, Job>()
  readonly #had = new Set<string>()
  readonly #timers: NodeJS.Timeout[] = []
  #session = 10
  #births = 0
  #asked = 0
  #isWelcomed = false
  #isDead = false
  /** It was told so. */
  #isUnknown = false

  private constructor (private readonly client: MqttClient, private readonly id: string, private readonly kind: Kind, private readonly has: (fault: Fault) => boolean) {}

  static async start (url: string, id: string, kind: Kind, ...wrong: readonly Fault[]): Promise<FaultyDevice> {
    const has = (fault: Fault): boolean => wrong.includes(fault)
    const will = { topic: `orchestra/v1/from/${id}/offline`, payload: has('will-of-nobody') ? '{"reason":"lost"}' : `{"session":${has('session-not-after') ? 22 : 16},"reason":"lost"}`, qos: 1 as const, retain: has('retained-will') }
    const client = await connectAsync(url, { protocolVersion: 4, username: id, clientId: id, clean: !has('stored-session'), reconnectPeriod: has('stays-away') ? 0 : 200, ...!has('no-will') && { will } })
    const device = new FaultyDevice(client, id, kind, has)
    client.on('message', (topic, payload) => device.#told(topic.slice(`orchestra/v1/to/${id}/`.length), payload))
    client.on('error', () => {})
    await client.subscribeAsync(`orchestra/v1/to/${id}/#`, { qos: 1 })
    device.#birth()
    client.on('connect', () => {
      if (has('session-per-connection')) device.#session++
      device.#birth()
    })
    device.#timers.push(setInterval(() => device.#beat(), BEAT_MS))
    return device
  }

  async stop (): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const job of this.#jobs.values()) this.#drop(job)
    await this.client.endAsync(true)
  }

  #say (path: string, body: Body): void {
    // What can't be said now is forgotten.
    if (!this.#isDead && this.client.connected) this.client.publish(`orchestra/v1/from/${this.id}/${path}`, JSON.stringify(body), { qos: 1 }, () => {})
  }

  #sayOf ({ task, attempt }: Job, verb: string, more: Body = {}): void {
    this.#say(`tasks/${task}/${verb}`, { attempt: this.has('wrong-attempt') ? 1 : attempt, ...more })
  }

  #beat (): void {
    if (this.#isWelcomed && this.has('sleeps')) return
    if (this.#isWelcomed && this.has('born-once')) return this.#say('heartbeat', { session: this.#session })
    this.#birth()
  }

  #birth (): void {
    const session = this.#session + (this.#isWelcomed && this.has('session-per-birth') ? ++this.#births : 0)
    const tasks = this.has('names-no-task') ? [] : [...this.#jobs.values()].map(({ task, attempt }) => ({ task, attempt }))
    this.#say('birth', { session, functions: ['quick', 'slow'], heartbeatMs: 1_000, maxPacket: MAX_PACKET, tasks, ...this.kind, ...this.has('unknown-field') && { colour: 'red' } })
  }

  #told (path: string, payload: Buffer): void {
    if ((payload.length > MAX_PACKET && this.has('dies-of-large')) || (payload.length === 0 && this.has('dies-of-empty'))) this.#isDead = true
    const body = payload.length === 0 ? {} : JSON.parse(payload.toString()) as Body
    const [, task = '', ...verbs] = path.split('/')
    if (path === 'offer') this.#offered(body)
    else if (path === 'welcome') this.#welcomed(body)
    else if (path === 'birth/rejected') this.#session = Number(body.session) + (this.has('session-not-after') ? 7 : 1)
    else if (path === 'heartbeat/rejected') this.#unknown()
    else this.#toldOf(this.#jobs.get(task), verbs.join('/'), body)
  }

  #unknown (): void {
    if (this.has('born-once') || this.has('sleeps')) return
    this.#isUnknown = true
    this.#birth()
  }

  #welcomed (body: Body): void {
    this.#isWelcomed = true
    const held = (body.tasks as Body[]).map(({ task }) => task)
    const isCut = body.more === true && !this.has('ignores-more')
    for (const job of this.#jobs.values()) {
      if ((this.#isUnknown && !isCut && !body.more && this.has('forgets-at-welcome')) || (job.isBegun && !isCut && !held.includes(job.task) && !this.has('ignores-welcome'))) this.#drop(job)
    }
    this.#isUnknown = false
    this.#ask()
  }

  #ask (): void {
    const max = (this.kind.capacity ?? 1) - this.#jobs.size
    if (this.kind.mode === 'pull' && max > 0 && !(this.has('asks-once') && this.#asked++ > 0)) this.#say('next', { max })
  }

  #offered (body: Body): void {
    const [task, attempt, args] = [String(body.task), Number(body.attempt), body.args as { ms?: number }]
    if (body.session !== this.#session && !this.has('any-session') && !this.has('session-per-birth')) return
    const key = this.has('first-attempt-only') ? task : `${task} ${attempt}`
    if (this.#had.has(key) && !this.has('offers-twice')) return
    this.#had.add(key)
    const isKnown = body.function === 'quick' || body.function === 'slow' || this.has('any-function')
    if (!isKnown) return this.#decline(task, attempt)
    if (this.has('one-at-a-time') && this.#jobs.size > 0) {
      this.#timers.push(setTimeout(() => { this.#had.delete(key); this.#offered(body) }, 100))
      return
    }
    const job = { task, attempt, leaseMs: Number(body.leaseMs), ms: body.function === 'slow' ? args.ms ?? 0 : 0, timers: [], isBegun: false }
    if (this.has('waits-for-ever') && this.#jobs.size > 0) return
    const former = this.#jobs.get(task)
    if (former !== undefined) this.#drop(former)
    this.#jobs.set(task, job)
    const isImplied = this.kind.begin === 'implied'
    if (!isImplied || this.has('begins-implied')) this.#sayOf(job, 'begin')
    this.#renew(job)
    if (isImplied) this.#work(job)
  }

  #decline (task: string, attempt: number): void {
    this.#say(`tasks/${task}/decline`, { attempt, reason: 'no such function' })
    this.#ask()
  }

  #toldOf (job: Job | undefined, verb: string, body: Body): void {
    if (job === undefined) return
    if (verb === 'cancel') this.#cancelled(job, Number(body.attempt))
    else if (verb === 'begin/accepted' && !job.isBegun) this.#begun(job, body)
    else if (verb === 'progress/accepted' && !this.has('no-renewal')) this.#renew(job)
    else if (verb === 'success/accepted' || verb === 'fail/accepted') this.#drop(job)
    else if (verb.endsWith('/rejected') && !RETRYABLE.includes(String(body.code))) this.#refused(job, verb)
  }

  #cancelled (job: Job, attempt: number): void {
    if (this.has('ignores-cancel') || (attempt < job.attempt && !this.has('any-cancel'))) return
    for (const dropped of this.has('cancels-all') ? this.#jobs.values() : [job]) this.#drop(dropped)
  }

  #begun (job: Job, body: Body): void {
    if (this.has('believes-deadline') && Number(body.deadline) < performance.timeOrigin) return this.#drop(job)
    if (this.has('counts-from-answer')) this.#renew(job)
    this.#work(job)
  }

  #refused (job: Job, verb: string): void {
    if (verb === 'begin/rejected' && this.has('ignores-rejections')) this.#work(job)
    else if (!(verb === 'success/rejected' && this.has('never-lets-go')) && !(verb === 'progress/rejected' && this.has('ignores-refused-progress'))) this.#drop(job)
  }

  #renew (job: Job): void {
    clearTimeout(job.deadline)
    const isEndless = this.has('no-deadline') || (this.has('waits-for-ever') && !job.isBegun)
    if (!isEndless) job.deadline = setTimeout(() => { if (job.outcome === undefined) this.#drop(job) }, job.leaseMs)
  }

  #work (job: Job): void {
    job.isBegun = true
    if (this.has('waits-for-ever')) this.#renew(job)
    job.timers.push(setInterval(() => { if (job.outcome === undefined) this.#sayOf(job, 'progress') }, 150))
    job.timers.push(setTimeout(() => this.#end(job), job.ms))
  }

  #end (job: Job): void {
    job.outcome = this.has('fails') ? { error: { code: 'broken' } } : { result: 1 }
    const deliver = (): void => this.#sayOf(job, this.has('fails') ? 'fail' : 'success', job.outcome)
    deliver()
    if (!this.has('says-once')) job.timers.push(setInterval(deliver, BEAT_MS))
  }

  #drop (job: Job): void {
    clearTimeout(job.deadline)
    for (const timer of job.timers) clearInterval(timer)
    if (this.#jobs.delete(job.task)) this.#ask()
  }
}
