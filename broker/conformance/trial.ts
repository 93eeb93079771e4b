/**
 * What a clause is, and what it may do with a device: offer it tasks, wait for
 * what it says, and fence: a further task done shows that all before was read.
 */
import type { Body, Heard, Offer, Stage } from './stage.js'

export type Outcome = 'pass' | 'fail' | 'could not tell' | 'not applicable' | 'not tested'

/** What was done is said by the clause; this is what came. */
export interface Verdict { readonly outcome: Outcome, readonly came: string }

export interface Clause {
  readonly id: string
  /** Of the topic page. */
  readonly sentence: string
  readonly done: string
  readonly run: (trial: Trial) => Promise<Verdict> | Verdict
}

export interface Job { readonly name: string, readonly args: unknown }

export interface TrialOptions {
  readonly stage: Stage
  readonly birth: Body
  readonly quick: Job
  readonly slow: Job | undefined
  /** How long the device may take to say something that it must. */
  readonly patienceMs: number
  /** Its MQTT client id. */
  readonly clientId: string
}

type Wish = Partial<Offer> & { readonly job?: Job }

export const passed = (came: string): Verdict => ({ outcome: 'pass', came })
export const failed = (came: string): Verdict => ({ outcome: 'fail', came })
export const unsure = (came: string): Verdict => ({ outcome: 'could not tell', came })
export const inapplicable = (came: string): Verdict => ({ outcome: 'not applicable', came })
export const untested = (came: string): Verdict => ({ outcome: 'not tested', came })

/** Least lease that the contract allows. */
export const SHORT_MS = 1_000
export const NOTHING = 'nothing'
const LEASE_MS = 20_000
/** For the way of what the device sent before it stopped, at the least. */
const WAY_MIN_MS = 400
/** The kit and the broker must do better than this. */
const LATE_MS = 200
/** Quick tasks that show how fast it is. */
export const TIMED = 3
/** Before a device that was busy is offered a task again. */
const BUSY_MS = 200
const OUTCOMES = ['success', 'fail']
const SHOWN_MAX = 60

/** What can go wrong on the way to what a clause is about. */
export class Missing extends Error {}

let tasks = 0

export class Trial {
  readonly stage: Stage
  readonly birth: Body
  readonly #options: TrialOptions
  readonly #times: number[] = []
  #slow: Promise<{ readonly ms: number, readonly result: unknown }> | undefined

  constructor (options: TrialOptions) {
    this.#options = options
    this.stage = options.stage
    this.birth = options.birth
  }

  get patienceMs (): number { return this.#options.patienceMs }
  get clientId (): string { return this.#options.clientId }
  get isImplied (): boolean { return this.birth.begin === 'implied' }
  get isPull (): boolean { return this.birth.mode === 'pull' }

  /** Twice what a quick task usually takes: a slow machine is no fault. */
  get wayMs (): number {
    const times = [...this.#times].sort((a, b) => a - b)
    return Math.max(WAY_MIN_MS, 2 * (times[times.length >> 1] ?? 0))
  }

  /** How long quick tasks take; the slowest, undefined where one is not done. */
  async time (count: number): Promise<number | undefined> {
    let slowest = 0
    for (let done = 0; done < count; done++) {
      const at = this.stage.clock.now()
      if (!await this.goesOn()) return undefined
      const ms = this.stage.clock.now() - at
      this.#times.push(ms)
      slowest = Math.max(slowest, ms)
    }
    return slowest
  }

  /**
   * Why what came since then can't be held against the device. It is timed now that it has nothing else to do: what it
   * owes to a device that is busy with what it should have stopped is no excuse.
   */
  async excuse (since: number): Promise<string | undefined> {
    const late = this.stage.line.pulse.worstSince(since)
    if (late > LATE_MS) return `this process or the broker was late by ${late} ms`
    const limit = this.wayMs
    const ms = await this.time(TIMED) ?? 0
    return ms > limit ? `the device then took ${ms} ms for a task that is done at once` : undefined
  }

  /** @throws Missing */
  get slow (): Job {
    if (this.#options.slow === undefined) throw new Missing('no --slow-function')
    return this.#options.slow
  }

  /** How long the slow function takes when nobody disturbs it. @throws Missing */
  async slowMs (): Promise<number> {
    return (await this.measured()).ms
  }

  measured (): Promise<{ readonly ms: number, readonly result: unknown }> {
    this.#slow ??= this.#measure()
    // Once more, should the next clause need it.
    this.#slow.catch(() => { this.#slow = undefined })
    return this.#slow
  }

  async #measure (): Promise<{ readonly ms: number, readonly result: unknown }> {
    const offer = await this.begun({ job: this.slow })
    const since = this.stage.clock.now()
    const outcome = await this.outcome(offer)
    this.stage.held.delete(offer.task)
    if (outcome?.verb !== 'success') throw new Missing(`the slow function did not succeed: ${outcome === undefined ? 'nothing came; is --patience long enough?' : shown(outcome.body.error)}`)
    return { ms: outcome.at - since, result: outcome.body.result }
  }

  /** To a device of mode `pull`, once it has asked. @throws Missing */
  async offer ({ job = this.#options.quick, ...wish }: Wish = {}): Promise<Offer> {
    if (!await this.asked()) throw new Missing('it did not ask for a task (next)')
    const offer = { task: `c${++tasks}`, attempt: 1, session: this.stage.session, function: job.name, args: job.args, leaseMs: LEASE_MS, answers: {}, ...wish }
    if (this.isImplied) this.stage.held.set(offer.task, offer)
    this.stage.offer(offer)
    return offer
  }

  /** An offer that it must not begin: nobody waits for it, and its level comes back. */
  lapse ({ task }: Offer): void {
    this.stage.held.delete(task)
    this.stage.level++
  }

  /** That it may be offered a task. */
  async asked (): Promise<boolean> {
    return !this.isPull || this.stage.level > 0 || await this.stage.next(() => this.stage.level > 0, this.patienceMs) !== undefined
  }

  /** Whether said already or still to come. */
  async hear ({ task, attempt }: Offer, verbs: readonly string[], withinMs = this.patienceMs): Promise<Heard | undefined> {
    const wanted = (heard: Heard): boolean => heard.task === task && heard.body.attempt === attempt && verbs.includes(heard.verb)
    return this.stage.heard.find(wanted) ?? await this.stage.next(wanted, withinMs)
  }

  /** @throws Missing */
  async begun (wish: Wish): Promise<Offer> {
    const offer = await this.offer(wish)
    if (this.isImplied) return offer
    if (await this.hear(offer, ['begin']) === undefined) throw new Missing('the offer was not begun')
    return offer
  }

  outcome (offer: Offer, withinMs?: number): Promise<Heard | undefined> {
    return this.hear(offer, OUTCOMES, withinMs)
  }

  said ({ task, attempt }: Offer, verbs: readonly string[]): Heard[] {
    return this.stage.heard.filter(heard => heard.task === task && heard.body.attempt === attempt && verbs.includes(heard.verb))
  }

  /** @throws Missing */
  async success (offer: Offer): Promise<Heard> {
    const success = await this.hear(offer, ['success'])
    if (success === undefined) throw new Missing('no success')
    return success
  }

  /**
   * A task of the quick function, from offer to its end: what was sent before has been read, and a slot is free. A device
   * that has just been told to stop may still be busy, and declines.
   */
  async fence (): Promise<boolean> {
    const end = this.stage.clock.now() + this.patienceMs
    for (;;) {
      if (!await this.asked()) return false
      const offer = await this.offer()
      const outcome = await this.#ended(offer)
      this.stage.held.delete(offer.task)
      if (outcome?.verb !== 'decline' || this.stage.clock.now() > end) return OUTCOMES.includes(outcome?.verb ?? '')
      await this.stage.pass(BUSY_MS)
    }
  }

  /** It may not have heard the offer, on its way back: open offers are sent again after a birth. */
  async #ended (offer: Offer): Promise<Heard | undefined> {
    const { stage, patienceMs } = this
    const isEnd = ({ task, verb, body }: Heard): boolean => task === offer.task && body.attempt === offer.attempt && [...OUTCOMES, 'decline'].includes(verb)
    const until = stage.clock.now() + patienceMs
    for (;;) {
      const heard = stage.heard.find(isEnd) ?? await stage.next(one => isEnd(one) || one.verb === 'birth', until - stage.clock.now())
      if (heard === undefined || isEnd(heard)) return heard
      if (this.said(offer, ['begin']).length === 0) stage.offerAgain(offer)
    }
  }

  /** Whether anything can still be tried with it. */
  async goesOn (): Promise<boolean> {
    return await this.asked() && await this.fence()
  }

  /** A birth of a device that is there: its next one, or the one that it says once it is told that it is unknown. */
  async reborn (): Promise<Heard | undefined> {
    const beatMs = Number(this.birth.heartbeatMs ?? 10_000)
    const birth = this.stage.next(({ verb }) => verb === 'birth', Math.max(this.patienceMs, 2.5 * beatMs))
    this.stage.say('heartbeat/rejected', { code: 'unknown-device' })
    return await birth
  }
}

/** That of an attempt nothing comes any more, though its function would have ended by `until`, and the device goes on. */
export async function isOver (trial: Trial, offer: Offer, verbs: readonly string[], since: number, until = 0): Promise<Verdict> {
  const goesOn = await trial.fence()
  await trial.stage.pass(until - trial.stage.clock.now())
  trial.stage.held.delete(offer.task)
  const [late] = trial.said(offer, verbs).filter(({ at }) => at > since)
  if (late !== undefined) return failed(`${late.verb} of it${since > 0 ? `, ${late.at - since} ms too late` : ''}`)
  return goesOn ? passed('nothing more of it; the next task was done') : failed('the device did no further task')
}

/** That the slow function, interrupted in mid task, says no more. */
export async function stops (trial: Trial, interrupt: (task: string) => Promise<unknown>): Promise<Verdict> {
  const slowMs = await trial.slowMs()
  const offer = await trial.begun({ job: trial.slow })
  const until = trial.stage.clock.now() + slowMs + trial.wayMs
  await trial.stage.pass(trial.wayMs)
  if (await interrupt(offer.task) === undefined) return untested('it said no birth')
  if (trial.said(offer, ['success']).length > 0) return untested('the slow function ended too early: give it longer')
  return await isOver(trial, offer, ['success', 'progress'], trial.stage.clock.now() + trial.wayMs, until)
}

/** That the slow function, begun by this offer, succeeds in spite of what is done in between. */
export async function finishes (trial: Trial, offer: Offer): Promise<Verdict> {
  const outcome = await trial.outcome(offer)
  trial.stage.held.delete(offer.task)
  return outcome?.verb === 'success' ? passed(`success of attempt ${offer.attempt}`) : failed(`${seen(outcome)} of attempt ${offer.attempt}`)
}

export const seen = (heard: Heard | undefined): string => heard === undefined ? NOTHING : heard.verb === 'fail' ? `fail, ${shown(heard.body.error)}` : heard.verb

/** What a device says may be of any size. */
export function shown (value: unknown): string {
  const text = JSON.stringify(value) ?? NOTHING
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
}
