/**
 * What a clause is, and what it may do with a device: offer it tasks, wait for
 * what it says, and fence: a further task done shows that all before was read.
 */
import type { Answer, Body, Heard, Offer, Stage } from './stage.js'

export type Outcome = 'pass' | 'fail' | 'not applicable' | 'not tested'

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
}

type Wish = Partial<Offer> & { readonly job?: Job }

export const passed = (came: string): Verdict => ({ outcome: 'pass', came })
export const failed = (came: string): Verdict => ({ outcome: 'fail', came })
export const inapplicable = (came: string): Verdict => ({ outcome: 'not applicable', came })
export const untested = (came: string): Verdict => ({ outcome: 'not tested', came })

const LEASE_MS = 20_000
/** Before a device that was busy is offered a task again. */
const BUSY_MS = 200
const OUTCOMES = ['success', 'fail']

/** What can go wrong on the way to what a clause is about. */
export class Missing extends Error {}

let tasks = 0

export class Trial {
  readonly stage: Stage
  readonly birth: Body
  readonly #options: TrialOptions
  #slowMs: Promise<number> | undefined

  constructor (options: TrialOptions) {
    this.#options = options
    this.stage = options.stage
    this.birth = options.birth
  }

  get patienceMs (): number { return this.#options.patienceMs }
  get isImplied (): boolean { return this.birth.begin === 'implied' }

  /** @throws Missing */
  get slow (): Job {
    if (this.#options.slow === undefined) throw new Missing('no --slow-function')
    return this.#options.slow
  }

  /** How long the slow function takes when nobody disturbs it. @throws Missing */
  slowMs (): Promise<number> {
    this.#slowMs ??= this.#measure()
    return this.#slowMs
  }

  async #measure (): Promise<number> {
    const offer = await this.begun({ job: this.slow })
    const since = this.stage.clock.now()
    const outcome = await this.outcome(offer)
    this.stage.held.delete(offer.task)
    if (outcome?.verb !== 'success') throw new Missing('the slow function did not succeed in time')
    return outcome.at - since
  }

  offer ({ job = this.#options.quick, ...wish }: Wish = {}): Offer {
    const answers: Readonly<Record<string, Answer>> = {}
    const offer = { task: `c${++tasks}`, attempt: 1, session: this.stage.session, function: job.name, args: job.args, leaseMs: LEASE_MS, answers, ...wish }
    if (this.isImplied) this.stage.held.set(offer.task, offer)
    this.stage.offer(offer)
    return offer
  }

  /** Whether said already or still to come. */
  async hear ({ task, attempt }: Offer, verbs: readonly string[], withinMs = this.patienceMs): Promise<Heard | undefined> {
    const wanted = (heard: Heard): boolean => heard.task === task && heard.body.attempt === attempt && verbs.includes(heard.verb)
    return this.stage.heard.find(wanted) ?? await this.stage.next(wanted, withinMs)
  }

  /** @throws Missing */
  async begun (wish: Wish): Promise<Offer> {
    const offer = this.offer(wish)
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
      const offer = this.offer()
      const outcome = await this.hear(offer, [...OUTCOMES, 'decline'])
      this.stage.held.delete(offer.task)
      if (outcome?.verb !== 'decline' || this.stage.clock.now() > end) return OUTCOMES.includes(outcome?.verb ?? '')
      await this.stage.pass(BUSY_MS)
    }
  }

  /** A birth of a device that is there: its next one, or the one that it says once it is told that it is unknown. */
  async reborn (): Promise<Heard | undefined> {
    const birth = this.stage.next(({ verb }) => verb === 'birth', this.patienceMs)
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
