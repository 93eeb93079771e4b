/**
 * The app of a schedule: it submits, submits again, contradicts itself and
 * cancels, and says everything again until it is answered. What it is told goes
 * to the checks.
 */
import type { Access } from './access.js'
import type { Agenda } from './agenda.js'
import type { TaskDocument } from './breach.js'
import type { Checks } from './checks.js'
import { Line } from './line.js'
import type { Chance } from './chance.js'
import type { NetworkPlan, Plan, TaskPlan } from './plan.js'
import type { RunPlan } from './runs.js'

export interface AppOptions {
  readonly agenda: Agenda
  readonly chance: Chance
  readonly access: Access
  readonly checks: Checks
  readonly plan: Plan
  readonly network: NetworkPlan
  readonly trace: (line: () => string) => void
}

type Answer = { readonly type: 'accepted' | 'rejected', readonly payload: unknown }
interface Ask { readonly path: string, readonly payload: object, readonly answered: (answer: Answer) => void, readonly acknowledged: () => void }

const AGAIN_MS = 2_000
const ID = 'app'

export class SimApp {
  readonly id = ID
  readonly line: Line
  readonly #asks = new Map<string, Ask>()
  #refs = 0
  #healed = false

  constructor (private readonly options: AppOptions) {
    const { agenda, chance, network } = options
    this.line = new Line(agenda, chance.branch(), network, { connected: () => this.#sayAllAgain(), disconnected: () => this.#reconnect() })
    for (const task of options.plan.tasks) this.#schedule(task)
    for (const run of options.plan.runs) this.#scheduleRun(run)
    this.#scheduleBulk(options.plan.tasks.filter(({ inBulk }) => inBulk))
  }

  get access (): Access { return this.options.access }

  get isAnswered (): boolean {
    return this.#asks.size === 0
  }

  start (): void {
    this.#reconnect()
  }

  heal (): void {
    this.#healed = true
    this.line.heal()
    this.#connect()
    this.#sayAllAgain()
  }

  /** Asks for everything once more. */
  recall (): void {
    for (const { id } of this.options.plan.tasks) this.#get(id)
  }

  receive (topic: string, payload: unknown): void {
    this.line.down(() => {
      this.options.trace(() => `  ${ID} <- ${topic} ${JSON.stringify(payload)}`)
      if (topic.endsWith('/ended')) return this.options.checks.told(payload as TaskDocument)
      const { ref = '' } = payload as { ref?: string }
      const ask = this.#asks.get(ref)
      this.#asks.delete(ref)
      if (topic.endsWith('/accepted')) ask?.answered({ type: 'accepted', payload })
      else ask?.answered({ type: 'rejected', payload })
    })
  }

  #schedule (task: TaskPlan): void {
    const { agenda } = this.options
    if (!task.inBulk) agenda.after(task.at, () => this.#submit(task))
    for (const at of task.again) agenda.after(at, () => this.#submit(task))
    const { conflictAt, cancelAt } = task
    if (conflictAt !== undefined) agenda.after(conflictAt, () => this.#contradict(task))
    if (cancelAt !== undefined) agenda.after(cancelAt, () => this.#cancel(task))
  }

  #scheduleRun ({ id, at, again, cancelAt, steps }: RunPlan): void {
    const { agenda, checks } = this.options
    const submit = (): void => this.#ask(`workflows/${id}/submit`, { steps }, {
      answered: ({ type, payload }) => {
        if (type === 'rejected') checks.violated('app', `the run ${id} was rejected: ${JSON.stringify(payload)}`)
        else checks.runs.accepted(id)
      },
      acknowledged: () => checks.runs.accepted(id)
    })
    for (const time of [at, ...again]) agenda.after(time, submit)
    if (cancelAt !== undefined) agenda.after(cancelAt, () => this.#ask(`workflows/${id}/cancel`, {}, { answered: () => {}, acknowledged: () => {} }))
  }

  #scheduleBulk (tasks: readonly TaskPlan[]): void {
    const { agenda, checks } = this.options
    if (tasks.length === 0) return
    agenda.after(Math.max(...tasks.map(({ at }) => at)), () => this.#ask('tasks/submit', { tasks: tasks.map(({ id, submit }) => ({ task: id, ...submit })) }, {
      answered: ({ type }) => { if (type === 'accepted') for (const { id } of tasks) checks.accepted(id) },
      acknowledged: () => { for (const { id } of tasks) checks.accepted(id) }
    }))
  }

  #submit ({ id, submit }: TaskPlan): void {
    const { checks } = this.options
    this.#ask(`tasks/${id}/submit`, submit, {
      answered: ({ type, payload }) => {
        if (type === 'rejected') return checks.violated('app', `the submit of ${id} was rejected: ${JSON.stringify(payload)}`)
        checks.accepted(id)
        checks.told(payload as TaskDocument)
      },
      acknowledged: () => checks.accepted(id)
    })
  }

  #contradict ({ id, submit }: TaskPlan): void {
    const { checks } = this.options
    if (!checks.isAccepted(id)) return
    this.#ask(`tasks/${id}/submit`, { ...submit, args: { of: 'another' } }, {
      answered: ({ type }) => { if (type === 'accepted') checks.violated('app', `${id} was accepted again with other arguments`) },
      acknowledged: () => {}
    })
  }

  #cancel ({ id }: TaskPlan): void {
    const { checks } = this.options
    this.#ask(`tasks/${id}/cancel`, { reason: 'changed its mind' }, {
      answered: ({ type }) => { if (type === 'accepted') checks.cancelled(id) },
      acknowledged: () => {}
    })
  }

  #get (id: string): void {
    const { checks } = this.options
    this.#ask(`tasks/${id}/get`, {}, {
      answered: ({ type, payload }) => {
        if (type === 'accepted') checks.recalled(payload as TaskDocument)
        else checks.violated('lost', `${id} is not known any more: ${JSON.stringify(payload)}`)
      },
      acknowledged: () => {}
    })
  }

  #ask (path: string, payload: object, { answered, acknowledged }: Pick<Ask, 'answered' | 'acknowledged'>): void {
    const ref = String(this.#refs++)
    this.#asks.set(ref, { path, payload: { ...payload, ref }, answered, acknowledged })
    this.#say(ref)
  }

  #say (ref: string): void {
    const { agenda, access, trace } = this.options
    const ask = this.#asks.get(ref)
    if (ask === undefined) return
    const { path, payload, acknowledged } = ask
    const text = JSON.stringify(payload)
    this.line.up(() => {
      trace(() => `${ID} -> ${path} ${text}`)
      access.receive({ principal: ID, topic: `from/${ID}/${path}`, payload: Buffer.from(text), qos: 1, persistent: false }).then(verdict => {
        if (verdict === 'decided') this.line.down(acknowledged)
      })
    })
    agenda.after(AGAIN_MS, () => this.#say(ref))
  }

  #sayAllAgain (): void {
    for (const ref of this.#asks.keys()) this.#say(ref)
  }

  #reconnect (): void {
    const { agenda, chance, access } = this.options
    agenda.after(chance.fraction() * (this.#healed ? 100 : 1_000), () => {
      if (this.line.isUp) return
      if (access.isOpen) this.#connect()
      else this.#reconnect()
    })
  }

  #connect (): void {
    if (this.line.isUp) return
    this.options.access.choose()
    this.line.connect()
  }
}
