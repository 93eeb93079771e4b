/**
 * A small device with a switch for each fault, to be tried by the conformance
 * kit: without one it is a good device. `quick` is done at once, `slow` takes
 * as many ms as its args say.
 */
import { type MqttClient, connectAsync } from 'mqtt'

export const faults = [
  'session-not-after', 'wrong-attempt', 'fails', 'any-session', 'offers-twice', 'any-function', 'ignores-rejections', 'no-deadline', 'no-renewal',
  'says-once', 'never-lets-go', 'ignores-cancel', 'any-cancel', 'forgets-at-welcome', 'ignores-welcome', 'dies-of-large', 'session-per-birth', 'sleeps', 'unknown-field'
] as const
export type Fault = typeof faults[number]

interface Body { readonly [field: string]: unknown }
interface Job { readonly task: string, readonly attempt: number, readonly leaseMs: number, readonly ms: number, timers: NodeJS.Timeout[], deadline?: NodeJS.Timeout, outcome?: Body, isBegun: boolean }

const BEAT_MS = 500
const MAX_PACKET = 512
const RETRYABLE = ['unavailable', 'quota', 'internal']

export class FaultyDevice {
  readonly #jobs = new Map<string, Job>()
  readonly #had = new Set<string>()
  readonly #timers: NodeJS.Timeout[] = []
  #session = 10
  #births = 0
  #isWelcomed = false
  #isDead = false
  /** It was told so. */
  #isUnknown = false

  private constructor (private readonly client: MqttClient, private readonly id: string, private readonly has: (fault: Fault) => boolean) {}

  static async start (url: string, id: string, ...wrong: readonly Fault[]): Promise<FaultyDevice> {
    const client = await connectAsync(url, { protocolVersion: 4, username: id, clientId: id })
    const device = new FaultyDevice(client, id, fault => wrong.includes(fault))
    client.on('message', (topic, payload) => device.#told(topic.slice(`orchestra/v1/to/${id}/`.length), payload))
    await client.subscribeAsync(`orchestra/v1/to/${id}/#`, { qos: 1 })
    device.#birth()
    device.#timers.push(setInterval(() => device.#birth(), BEAT_MS))
    return device
  }

  async stop (): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const job of this.#jobs.values()) this.#drop(job)
    await this.client.endAsync(true)
  }

  #say (path: string, body: Body): void {
    if (!this.#isDead) this.client.publish(`orchestra/v1/from/${this.id}/${path}`, JSON.stringify(body), { qos: 1 })
  }

  #sayOf ({ task, attempt }: Job, verb: string, more: Body = {}): void {
    this.#say(`tasks/${task}/${verb}`, { attempt: this.has('wrong-attempt') ? 1 : attempt, ...more })
  }

  #birth (): void {
    if (this.#isWelcomed && this.has('sleeps')) return
    const session = this.#session + (this.#isWelcomed && this.has('session-per-birth') ? ++this.#births : 0)
    this.#say('birth', { session, functions: ['quick', 'slow'], heartbeatMs: 1_000, maxPacket: MAX_PACKET, ...this.has('unknown-field') && { colour: 'red' } })
  }

  #told (path: string, payload: Buffer): void {
    if (payload.length > MAX_PACKET && this.has('dies-of-large')) this.#isDead = true
    const body = JSON.parse(payload.toString()) as Body
    const [, task = '', ...verbs] = path.split('/')
    if (path === 'offer') this.#offered(body)
    else if (path === 'welcome') this.#welcomed(body)
    else if (path === 'birth/rejected') this.#session = Number(body.session) + (this.has('session-not-after') ? 7 : 1)
    else if (path === 'heartbeat/rejected') this.#unknown()
    else this.#toldOf(this.#jobs.get(task), verbs.join('/'), body)
  }

  #unknown (): void {
    this.#isUnknown = true
    this.#birth()
  }

  #welcomed (body: Body): void {
    this.#isWelcomed = true
    const held = (body.tasks as Body[]).map(({ task }) => task)
    for (const job of this.#jobs.values()) {
      if ((this.#isUnknown && this.has('forgets-at-welcome')) || (job.isBegun && !held.includes(job.task) && !this.has('ignores-welcome'))) this.#drop(job)
    }
    this.#isUnknown = false
  }

  #offered (body: Body): void {
    const [task, attempt, args] = [String(body.task), Number(body.attempt), body.args as { ms?: number }]
    if (body.session !== this.#session && !this.has('any-session') && !this.has('session-per-birth')) return
    if (this.#had.has(`${task} ${attempt}`) && !this.has('offers-twice')) return
    this.#had.add(`${task} ${attempt}`)
    const isKnown = body.function === 'quick' || body.function === 'slow' || this.has('any-function')
    if (!isKnown) return this.#say(`tasks/${task}/decline`, { attempt, reason: 'no such function' })
    const job = { task, attempt, leaseMs: Number(body.leaseMs), ms: body.function === 'slow' ? args.ms ?? 0 : 0, timers: [], isBegun: false }
    this.#jobs.set(task, job)
    this.#sayOf(job, 'begin')
    this.#renew(job)
  }

  #toldOf (job: Job | undefined, verb: string, body: Body): void {
    if (job === undefined) return
    if (verb === 'cancel' && !this.has('ignores-cancel') && (Number(body.attempt) >= job.attempt || this.has('any-cancel'))) this.#drop(job)
    else if (verb === 'begin/accepted' && !job.isBegun) this.#work(job)
    else if (verb === 'progress/accepted' && !this.has('no-renewal')) this.#renew(job)
    else if (verb === 'success/accepted' || verb === 'fail/accepted') this.#drop(job)
    else if (verb.endsWith('/rejected') && !RETRYABLE.includes(String(body.code))) this.#refused(job, verb)
  }

  #refused (job: Job, verb: string): void {
    if (verb === 'begin/rejected' && this.has('ignores-rejections')) this.#work(job)
    else if (!(verb === 'success/rejected' && this.has('never-lets-go'))) this.#drop(job)
  }

  #renew (job: Job): void {
    clearTimeout(job.deadline)
    if (!this.has('no-deadline')) job.deadline = setTimeout(() => { if (job.outcome === undefined) this.#drop(job) }, job.leaseMs)
  }

  #work (job: Job): void {
    job.isBegun = true
    job.timers.push(setInterval(() => { if (job.outcome === undefined) this.#sayOf(job, 'progress') }, 300))
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
    this.#jobs.delete(job.task)
  }
}
