/**
 * Devices with many tasks each, in one process, through a restart of the
 * server: they hold some offers and some leases when it is killed, and finish
 * all of it when it is back. Every device listens to everybody's branch, so
 * that a message for another one would be seen.
 */
import { type Body, Line } from './line.js'

export interface Size { readonly devices: number, readonly tasksEach: number }

const SESSION = 1
const BULK = 100

export class Fleet {
  readonly members: readonly Member[]

  constructor (port: number, { devices, tasksEach }: Size) {
    this.members = Array.from({ length: devices }, (_, n) => new Member(port, `d${n}`, n % 2 === 0, tasksEach))
  }

  /** Submits so much that every slot of every device is filled. */
  async submit (app: Line): Promise<void> {
    const tasks = this.members.flatMap(({ name, tasksEach }) => Array.from({ length: tasksEach }, (_, n) => (
      { task: `${name}-${n}`, function: 'work', args: name, leaseMs: 600_000, require: { device: name } })))
    const groups = Array.from({ length: Math.ceil(tasks.length / BULK) }, (_, n) => tasks.slice(n * BULK, (n + 1) * BULK))
    await Promise.all(groups.map(group => new Promise<void>(resolve => app.say('tasks/submit', { tasks: group }, () => resolve()))))
  }

  /** Until every device has been offered all its tasks, and has begun half of them. */
  async loaded (): Promise<void> {
    await Promise.all(this.members.map(({ loaded }) => loaded))
  }

  /** Until every device was told that all its tasks are done. */
  async done (): Promise<void> {
    await Promise.all(this.members.map(({ done }) => done))
  }

  async leave (): Promise<void> {
    await Promise.all(this.members.map(({ line }) => line.leave()))
  }
}

export class Member {
  readonly line: Line
  readonly loaded: Promise<void>
  readonly done: Promise<void>
  /** Messages that were not for it, and whatever else should not have come. */
  readonly wrong: string[] = []
  readonly #attempts = new Map<string, number>()
  readonly #begun = new Set<string>()
  readonly #done = new Set<string>()
  #isLoaded = (): void => {}
  #isDone = (): void => {}

  constructor (port: number, readonly name: string, clean: boolean, readonly tasksEach: number) {
    this.loaded = new Promise(resolve => { this.#isLoaded = resolve })
    this.done = new Promise(resolve => { this.#isDone = resolve })
    this.line = new Line({ port, name, clean, filters: ['to/#'], ready: () => this.#born(), message: (topic, body) => this.#heard(topic, body) })
  }

  #born (): void {
    this.line.say('birth', { session: SESSION, functions: ['work'], capacity: this.tasksEach, heartbeatMs: 0 })
  }

  get #isBack (): boolean {
    return this.line.connects > 1
  }

  #heard (topic: string, body: Body): void {
    const [, owner, branch, task = '', command, outcome] = topic.split('/')
    const isMine = owner === this.name && (branch !== 'tasks' || task.startsWith(`${this.name}-`)) && (branch !== 'offer' || body.args === this.name)
    if (!isMine || outcome === 'rejected') this.wrong.push(`${topic} ${JSON.stringify(body)}`)
    else if (branch === 'offer') this.#offered(String(body.task), Number(body.attempt))
    else if (branch === 'welcome') this.#welcomed(body.tasks as { task: string, attempt: number }[])
    else if (outcome === 'accepted') this.#accepted(task, command)
  }

  #offered (task: string, attempt: number): void {
    if (attempt !== 1) this.wrong.push(`${task} is offered as attempt ${attempt}`)
    if (this.#isBack && !this.#attempts.has(task)) this.wrong.push(`${task} is new after the restart`)
    this.#attempts.set(task, attempt)
    if (this.#isBack) this.#succeed(task, attempt)
    else if (this.#attempts.size % 2 === 0) this.line.say(`tasks/${task}/begin`, { attempt })
  }

  /** The leases are named in the welcome; open offers come again after it. */
  #welcomed (leases: readonly { task: string, attempt: number }[]): void {
    if (!this.#isBack) return
    const named = new Set(leases.map(({ task }) => task))
    for (const task of this.#begun) if (!named.has(task)) this.wrong.push(`${task} was begun, and is not in the welcome`)
    for (const { task, attempt } of leases) this.#succeed(task, attempt)
  }

  #accepted (task: string, command: string | undefined): void {
    if (command === 'begin') this.#begun.add(task)
    if (command === 'success') this.#done.add(task)
    if (this.#attempts.size === this.tasksEach && this.#begun.size === Math.floor(this.tasksEach / 2)) this.#isLoaded()
    if (this.#done.size === this.tasksEach) this.#isDone()
  }

  #succeed (task: string, attempt: number): void {
    this.line.say(`tasks/${task}/success`, { attempt, result: task })
  }
}
