/**
 * What must be true, checked as it happens and at the end. It sees what the
 * store applies, what the orchestrator says, what the devices do and what the
 * app is told, and believes none of them. The first breach ends the schedule.
 */
import type { StoredRecord } from '../../broker/core/records.js'
import type { Device } from '../../broker/core/device.js'
import { type Task, isEnded, isHeld } from '../../broker/core/task.js'
import type { Workflow } from '../../broker/core/workflow.js'
import type { Incoming } from '../../broker/pipeline/route.js'
import { matchTopic, validate } from '../../schemas/index.js'
import type { Agenda } from './agenda.js'
import type { TaskDocument, Violated, Violation } from './breach.js'
import { type Disk, diskKey } from './fragile-store.js'
import type { Plan } from './plan.js'
import { Publications } from './publications.js'
import { RunChecks } from './runs.js'

/** A device's process at work on an attempt. */
export interface Run {
  readonly device: string
  readonly process: object
  readonly task: string
  readonly attempt: number
  readonly beganMs: number
  /** It came to an end, was told to stop, or its process is dead. */
  isOver: boolean
  /** How long it may go on, by its own clock. */
  readonly leftMs: () => number
}

interface Tenure { readonly device: string, readonly attempt: number, untilMs: number, begun: boolean }

/** Deadlines are judged once a second at the latest; a little more for late answers. */
const SWEEP_MS = 1_000 + 250
/** A word from one node to another, and what it crosses on its way; far beyond a lag. */
const TELLING_MS = 10_000
/** What clocks that run at different rates may differ by within the longest lease, and rounding. */
const TOLERANCE_MS = 5
const ENDED: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled', 'expired'])

export class Checks {
  violation: Violation | undefined
  /** Faults are over: from now on nothing fails on purpose. */
  healing = false
  /** Since when the orchestrator and its store are there; Infinity while they aren't. */
  upSince = Infinity
  readonly tasks = new Map<string, Task>()
  readonly #runs = new Set<Run>()
  readonly #tenures = new Map<string, Tenure>()
  /** Who was offered which attempt. */
  readonly #offered = new Map<string, string>()
  readonly publications: Publications
  readonly runs: RunChecks
  /** Which node serves a device, and since when. */
  readonly #served = new Map<string, { readonly node: string | undefined, readonly at: number }>()
  /** When a node was struck last: what it knows of the others may be old. */
  readonly #struck = new Map<string, number>()
  /** The version of the task when a question about it came first. */
  readonly #asked = new Map<string, number>()
  readonly #confirmed = new Map<string, string>()
  readonly #ends = new Map<string, string>()
  readonly #accepted = new Set<string>()
  readonly #cancelled = new Set<string>()
  readonly #forgotten = new Set<string>()
  #disk: Disk = new Map()

  constructor (private readonly agenda: Agenda, private readonly plan: Plan) {
    this.runs = new RunChecks(plan.runs, (breach, what) => this.violated(breach, what))
    this.publications = new Publications(agenda, plan.cluster === undefined, this.violated, (id, document) => this.#written(id, document))
  }

  readonly violated: Violated = (breach, what) => {
    this.violation ??= { breach, what, atMs: this.agenda.elapsedMs }
  }

  /** The store begins anew with what is on the disk. */
  restarted (disk: Disk): void {
    this.#disk = disk
    this.tasks.clear()
    this.runs.restarted(disk.values())
    for (const { kind, record } of disk.values()) if (kind === 'task') this.tasks.set(record.id, record as Task)
    for (const [id, tenure] of this.#tenures) if (this.tasks.get(id)?.attempt !== tenure.attempt) this.#tenures.delete(id)
    this.upSince = this.agenda.now
  }

  /** Whether any node is there and does what is asked of it. */
  able (isAble: boolean): void {
    if (!isAble) this.upSince = Infinity
    else if (this.upSince === Infinity) this.upSince = this.agenda.now
  }

  /** A node does no more, or can't reach its store. */
  struck (node: string): void {
    this.publications.interrupted(node)
    this.#struck.set(node, this.agenda.now)
    // A begin that was not written may be said again; what several nodes share is written at once.
    if (this.plan.cluster === undefined) for (const tenure of this.#tenures.values()) tenure.begun = false
  }

  deafened (node: string): void {
    this.#struck.set(node, this.agenda.now)
  }

  away (disk: Disk, node: string): void {
    this.able(false)
    this.struck(node)
    this.#disk = disk
  }

  // What the store applies.

  applied (by: string, kind: string, id: string, before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    if (after !== undefined) this.publications.changed(by, kind, after)
    if (kind === 'device' && after !== undefined) this.#moved(after as Device)
    if (before !== undefined && after !== undefined && after.v <= before.v) this.violated('version', `${kind} ${id} went from version ${before.v} to ${after.v}`)
    if (kind === 'device' && after === undefined) this.#forgotten.add(id)
    if (kind === 'workflow') this.runs.applied(id, before as Workflow | undefined, after as Workflow | undefined)
    if (kind !== 'task') return
    const [was, is] = [before as Task | undefined, after as Task | undefined]
    if (is === undefined) this.tasks.delete(id)
    else this.tasks.set(id, is)
    if (was === undefined && is !== undefined) this.runs.submitted(is, this.tasks)
    this.#finality(id, was, is)
    this.#handover(was, is)
    if (is === undefined || !isHeld(is)) return
    if (is.attempt !== was?.attempt) this.#serving(by, is)
    this.#tenure(was, is)
  }

  #moved ({ id, node }: Device): void {
    if (this.#served.get(id)?.node !== node) this.#served.set(id, { node, at: this.agenda.now })
  }

  /** Who was told where a device is served leaves it to that node. */
  #serving (by: string, { id, attempt, device = '' }: Task): void {
    const { cluster } = this.plan
    const served = this.#served.get(device)
    if (cluster === undefined || cluster.bus.lossRate > 0 || served === undefined || served.node === by) return
    const knownMs = this.agenda.now - Math.max(served.at, this.#struck.get(by) ?? 0)
    if (knownMs > TELLING_MS) this.violated('served', `${by} offered attempt ${attempt} of ${id} to ${device}, which ${served.node ?? 'nobody'} serves since ${Math.round(knownMs)} ms`)
  }

  #finality (id: string, was: Task | undefined, is: Task | undefined): void {
    if (is === undefined && (was === undefined || !isEnded(was))) return this.violated('lost', `${id} was removed before it ended`)
    if (was === undefined || !isEnded(was) || is === undefined) return
    if (was.state !== is.state) this.violated('completion', `${id} was ${was.state} and became ${is.state}`)
  }

  /** Nobody may lose a lease that by its own clock still runs, unless it was asked for. */
  #handover (was: Task | undefined, is: Task | undefined): void {
    if (was === undefined || !isHeld(was) || was.device === undefined) return
    const { id, device, attempt } = was
    if (is !== undefined && isHeld(is) && is.attempt === attempt && is.device === device) return
    if (is === undefined || is.state === 'cancelled' || is.state === 'completed' || was.onOffline === 'release') return
    if ((is.past?.attempt === attempt && is.past.device === device) || this.#forgotten.has(device)) return
    for (const run of this.#running(id, attempt, device)) {
      // With begin implied the orchestrator allows `offerMs` for the way; what a hung device reads later it can't know.
      if (was.implied === true && run.beganMs - was.since > this.plan.offerMs) continue
      const leftMs = run.leftMs()
      if (leftMs > TOLERANCE_MS) this.violated('lease', `${device} may work on attempt ${attempt} of ${id} for another ${Math.round(leftMs)} ms, but it was taken back: ${is.state}`)
    }
  }

  #tenure (was: Task | undefined, is: Task): void {
    const { id, device = '', attempt, leaseMs } = is
    const { now } = this.agenda
    const tenure = this.#tenures.get(id)
    if (tenure?.attempt !== attempt || tenure.device !== device) {
      const untilMs = now + (is.state === 'offered' || is.implied === true ? this.plan.offerMs : 0) + (is.state === 'executing' ? leaseMs : 0)
      this.#tenures.set(id, { device, attempt, untilMs, begun: is.state === 'executing' })
      this.#capacity(device)
    } else if (was?.state === 'offered' && is.state === 'executing' && !tenure.begun) {
      tenure.untilMs = Math.max(tenure.untilMs, now + leaseMs)
      tenure.begun = true
    }
  }

  #capacity (device: string): void {
    const { capacity } = this.plan.devices.find(({ id }) => id === device)?.birth ?? { capacity: 0 }
    const held = [...this.tasks.values()].filter(task => isHeld(task) && task.device === device)
    if (held.length > capacity) this.violated('capacity', `${device} takes ${capacity} and was given ${held.map(({ id, attempt }) => `${id}#${attempt}`).join(', ')}`)
  }

  /** Once a second: who has vanished must not hold anything beyond its lease. */
  swept (): void {
    const { now } = this.agenda
    // With several nodes one may have been about to when it was struck, and another comes next.
    const sweepMs = this.plan.cluster === undefined ? SWEEP_MS : 2 * SWEEP_MS + 10 * this.plan.answerMaxMs
    for (const [id, tenure] of this.#tenures) {
      const task = this.tasks.get(id)
      if (task === undefined || !isHeld(task) || task.attempt !== tenure.attempt) continue
      const overdueMs = now - Math.max(tenure.untilMs, this.upSince) - sweepMs
      if (overdueMs > 0) this.violated('lease', `${tenure.device} holds attempt ${task.attempt} of ${id} for ${Math.round(overdueMs)} ms too long`)
    }
  }

  // What reaches the orchestrator, and what it says.

  received ({ principal, topic, payload }: Incoming): void {
    const [, , noun, id = '', verb] = topic.split('/')
    const { ref } = JSON.parse(payload.toString()) as { ref?: string }
    const question = `${principal} ${topic.slice(`from/${principal}/`.length)} ${ref ?? ''}`
    if (noun === 'tasks' && ref !== undefined && !this.#asked.has(question)) this.#asked.set(question, this.tasks.get(id)?.v ?? 0)
    if (noun !== 'tasks' || verb !== 'progress') return
    const tenure = this.#tenures.get(id)
    const { attempt } = JSON.parse(payload.toString()) as { attempt: number }
    const leaseMs = this.tasks.get(id)?.leaseMs ?? 0
    if (tenure?.device !== principal || tenure.attempt !== attempt) return
    tenure.untilMs = Math.max(tenure.untilMs, this.agenda.now + leaseMs + this.plan.answerMaxMs * 10)
  }

  /** The acknowledgement promises that it survives. */
  decided ({ topic }: Incoming): void {
    const [, , noun, id = '', verb] = topic.split('/')
    if (noun !== 'tasks' || verb !== 'submit' || this.tasks.get(id) === undefined) return
    if (!this.#disk.has(diskKey('task', id))) this.violated('durability', `the submit of ${id} was acknowledged, but is not written`)
  }

  sent (principal: string, topic: string, payload: unknown): void {
    const found = matchTopic('out', `to/${principal}/${topic}`)
    const problem = found === undefined ? { message: 'no such topic' } : validate(found.key, payload)
    if (problem !== undefined) this.violated('message', `to/${principal}/${topic}: ${problem.message} in ${JSON.stringify(payload)}`)
    if (topic === 'offer') return this.#offer(principal, payload as { task: string, attempt: number })
    const [noun, id = '', verb, answer] = topic.split('/')
    if (noun !== 'tasks') return
    this.#current(principal, `${noun}/${id}/${verb ?? ''}`, payload as TaskDocument)
    if (answer !== 'accepted') return
    this.#written(id, payload as TaskDocument)
    if (verb === 'success') this.#success(id, principal, (payload as { attempt: number }).attempt)
  }

  #offer (device: string, { task, attempt }: { task: string, attempt: number }): void {
    const key = `${task} ${attempt}`
    const first = this.#offered.get(key) ?? device
    if (first !== device) this.violated('attempt', `attempt ${attempt} of ${task} was offered to ${first} and to ${device}`)
    this.#offered.set(key, device)
    const kept = this.#disk.get(diskKey('task', task))?.record as Task | undefined
    if ((kept?.attempt ?? 0) < attempt) this.violated('durability', `attempt ${attempt} of ${task} was offered before it was written`)
  }

  #written (id: string, { v, state }: TaskDocument): void {
    const kept = this.#disk.get(diskKey('task', id))?.record
    if (v > (kept?.v ?? 0) && this.tasks.has(id)) this.violated('durability', `${id} was told to be ${state} with v ${v}, but ${kept?.v ?? 0} is what is written`)
  }

  /** No answer is about a task as it was before the question. */
  #current (principal: string, command: string, { ref, v }: { ref?: string, v?: number }): void {
    const then = this.#asked.get(`${principal} ${command} ${ref ?? ''}`)
    if (this.plan.cluster !== undefined && ref !== undefined && v !== undefined && then !== undefined && v < then) {
      this.violated('outdated', `${command} of ${principal} came when the task had v ${then}, and was answered with v ${v}`)
    }
  }

  #success (id: string, device: string, attempt: number): void {
    const by = `${device} ${attempt}`
    const first = this.#confirmed.get(id) ?? by
    if (first !== by) this.violated('completion', `the success of ${id} was accepted from attempt ${first}, then from ${by}`)
    this.#confirmed.set(id, by)
  }

  // What devices do.

  began (run: Run): void {
    for (const other of this.#running(run.task, run.attempt)) {
      if (other.process === run.process) this.violated('attempt', `${run.device} executes attempt ${run.attempt} of ${run.task} twice`)
    }
    for (const other of this.#runs) if (other.isOver) this.#runs.delete(other)
    this.#runs.add(run)
  }

  * #running (task: string, attempt: number, device?: string): Iterable<Run> {
    for (const run of this.#runs) {
      if (!run.isOver && run.task === task && run.attempt === attempt && (device === undefined || run.device === device)) yield run
    }
  }

  // What the app knows.

  isAccepted (id: string): boolean {
    return this.#accepted.has(id)
  }

  accepted (id: string): void {
    this.#accepted.add(id)
  }

  cancelled (id: string): void {
    this.#cancelled.add(id)
  }

  /** Everything is at rest: what is told now is the truth. */
  recalled (document: TaskDocument): void {
    const { task, v, state } = document
    const truth = this.tasks.get(task)
    if (truth?.v !== v || truth.state !== state) this.violated('disagreement', `${task} is ${truth?.state ?? 'gone'} with v ${truth?.v ?? 0}, but the app is told ${state} with v ${v}`)
    this.told(document)
  }

  told ({ task, state, result }: TaskDocument): void {
    if (!ENDED.has(state)) return
    const end = `${state} ${JSON.stringify(result)}`
    const first = this.#ends.get(task) ?? end
    if (first !== end) this.violated('completion', `the app was told that ${task} is ${first}, then ${end}`)
    this.#ends.set(task, end)
    if (this.#cancelled.has(task) && state !== 'cancelled') this.violated('completion', `the cancelling of ${task} was accepted, yet it is ${state}`)
    if (state === 'completed') this.#resultOfAttempt(task, result)
  }

  #resultOfAttempt (id: string, result: unknown): void {
    const task = this.tasks.get(id)
    const { by, attempt } = Object(result) as { by?: string, attempt?: number }
    if (task?.device === by && task?.attempt === attempt) return
    this.violated('completion', `${id} was completed by attempt ${task?.attempt ?? 0} of ${task?.device ?? 'nobody'}, but its result is ${JSON.stringify(result)}`)
  }

  // In the end.

  get allEnded (): boolean {
    for (const { state } of this.tasks.values()) if (!ENDED.has(state)) return false
    return this.runs.allEnded
  }

  /** What everybody reads of a node is so. */
  nodeIs (name: string, isUp: boolean): void {
    const { state } = this.#disk.get(diskKey('node', name))?.record as { state?: string } | undefined ?? {}
    if ((state === 'online') !== isUp) this.violated('disagreement', `the node ${name} ${isUp ? 'runs' : 'is gone'}, but is ${state ?? 'not known'}`)
  }

  finished (): void {
    this.publications.finished(this.#disk)
    this.runs.finished(this.tasks)
    for (const { id } of this.plan.tasks) {
      const task = this.tasks.get(id)
      if (task === undefined && this.#accepted.has(id)) this.violated('lost', `${id} was accepted and is gone`)
      if (task !== undefined && !ENDED.has(task.state)) this.violated('stuck', `${id} is ${task.state}, attempt ${task.attempt} of ${task.device ?? 'nobody'}`)
    }
  }
}
