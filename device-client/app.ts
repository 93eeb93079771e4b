// The app's side, for programs: `createApp(…)` hands in tasks and gives promises of their results, lists, watches, and
// looks after devices. What it asked for survives lost connections: see requests.ts and task-book.ts for how.

import type {
  AccountAccepted, AccountDocument, AccountList, AccountListAccepted, AccountPut, AccountPutAccepted, AccountSecret, AccountSecretAccepted, AuditEntry, AuditList, AuditListAccepted, DeploymentAccepted, DeploymentDocument, DeploymentExecute, DeploymentExecuteAccepted, DeploymentList, DeploymentListAccepted, DeploymentPut, DeploymentState, DeploymentWhyAccepted, DeviceAccepted, DeviceList, DeviceListAccepted, DeviceState, EnrolAccepted, EnrolmentAccepted, EnrolmentDocument, EnrolmentListAccepted, EnrolmentPut, EnrolmentPutAccepted, ExecutionAccepted, ExecutionDocument, ExecutionList, ExecutionListAccepted, ExecutionLogsAccepted, ExecutionState, FunctionList, FunctionListAccepted, ModuleAccepted, ModuleDocument, ModuleList, ModuleListAccepted, ModulePut, NodeState, OfferedFunction, TaskAccepted, TaskList, TaskListAccepted, TaskState, TaskSubmission, TaskWhy, TimeAccepted
} from '../schemas/index.js'
import { isId } from '../schemas/index.js'
import { type BlobOptions, Blobs } from './blobs.js'
import { submitInBulk } from './bulk.js'
import { openConnection, type Broker, type Connection } from './connection.js'
import { Facts, ended, readiness } from './facts.js'
import { hasEnded, type TaskDocument } from './failures.js'
import { randomHex, realClock, type Clock } from './platform/clock.js'
import { idSource } from './platform/ids.js'
import { Requests } from './requests.js'
import { TaskBook } from './task-book.js'
import { branchesOf, parsePayload, type Branches } from './topics.js'
import { Watch, filtersOf, isTargeted, type Sighting, type WatchTarget } from './watch.js'
import { Queues, Schedules, Services } from './timetable.js'
import { Templates, Workflows, type WorkflowPorts } from './workflows.js'

export type { Broker } from './connection.js'
export { DeployError, RequestError, RunError, TaskError, WorkflowError, type TaskDocument } from './failures.js'
export type { RunWatch } from './run-watch.js'
export type { Sighting, Watch, WatchTarget } from './watch.js'
export type { Templates, WorkflowOptions, WorkflowPlan, WorkflowRunOptions, Workflows } from './workflows.js'

export interface AppOptions {
  /** A URL, or options of mqtt.js (TLS keys and the like). Of several nodes: where one is gone, the next in the list is tried. */
  broker: Broker | readonly Broker[]
  /** The principal; by default a new one, which can't ask later for what it submitted. */
  id?: string
  username?: string
  password?: string | Buffer
  root?: string
  /** How long a question may take, lost connections included; 30,000 by default. */
  timeoutMs?: number
  /** How long a submit is said again until it is accepted; by default, and at the most, as long as its task would be kept. */
  submitTimeoutMs?: number
  /** An accepted task that nothing was heard of for so long is asked for; 30,000 by default. */
  pollMs?: number
  /** The orchestrator's limit; 128 KiB by default. */
  payloadBytesMax?: number
  problem?: (error: Error) => void
  clock?: Clock
}

/** Whatever else a submit may say; `id` to choose it, for example to be able to recall the task after a restart. */
export type SubmitOptions = Partial<Omit<TaskSubmission, 'task' | 'function' | 'args' | 'notify'>> & { id?: string }
/** `run`: a name of one's own, so that it can be asked for again; `timeoutMs`: how long to wait for its end. */
export interface RunOptions { run?: string, timeoutMs?: number, keepMs?: number }
export type Submission = SubmitOptions & { function: string, args?: unknown }

export interface TaskHandle {
  readonly id: string
  /** Stored. Rejects with a `RequestError` that says why not. */
  readonly accepted: Promise<{ state: TaskAccepted['state'], v: number }>
  /** Rejects with a `TaskError` when the task failed, was cancelled or expired. */
  readonly result: Promise<unknown>
  cancel (reason?: string): Promise<TaskAccepted>
  why (): Promise<TaskWhy>
  get (): Promise<TaskAccepted>
}

const defaultTimeoutMs = 30_000
const defaultPollMs = 30_000
const defaultPayloadBytesMax = 128 * 1_024
/** Retained messages have no end mark: those that have not come so long after the store's answer to a question are not there. */
const quietMs = 200
/** The contract's default. A submit that is repeated later than this could run the task a second time. */
const defaultKeepMs = 3_600_000

export function createApp (options: AppOptions): App {
  return new App(options)
}

export class App {
  readonly id: string
  readonly #branches: Branches
  readonly #connection: Connection
  readonly #requests: Requests
  readonly #blobs: Blobs
  readonly #book: TaskBook
  readonly #facts: Facts
  readonly #newId: () => string
  /** Graphs of steps: `app.workflows.run(plan, input)` resolves with what they come to. */
  readonly workflows: Workflows
  readonly templates: Templates
  readonly schedules: Schedules
  readonly queues: Queues
  readonly services: Services
  readonly #watches = new Set<Watch>()
  readonly #nodeReaders = new Set<(id: string, node: NodeState | undefined) => void>()
  readonly #filters = new Map<string, number>()
  #ups = 0

  /** @throws TypeError for an id or a root that the contract doesn't allow. */
  constructor (readonly options: AppOptions) {
    const { broker, username, password, clock = realClock, pollMs = defaultPollMs, payloadBytesMax = defaultPayloadBytesMax } = options
    this.id = options.id ?? `app-${randomHex(6)}`
    this.#branches = branchesOf(this.id, options.root)
    this.#newId = idSource(clock)
    this.#requests = new Requests({ clock, payloadBytesMax, send: (path, payload) => this.#connection.publish(this.#branches.from + path, payload) })
    this.#blobs = new Blobs({
      clock,
      ask: (path, body) => this.#ask(path, body),
      askBytes: (path, bytes) => this.#requests.requestBytes(path, bytes, options.timeoutMs ?? defaultTimeoutMs)
    })
    this.#book = new TaskBook({ clock, pollMs, get: (task) => this.#ask(`tasks/${task}/get`) })
    this.#facts = new Facts(clock, { want: (topic) => this.#want(`${this.#branches.root}/${topic}`), release: (topic) => this.#release(`${this.#branches.root}/${topic}`) })
    const ports: WorkflowPorts = { ask: (path, body) => this.#ask(path, body), pages: (...args) => this.#pages(...args), newId: this.#newId, facts: this.#facts }
    this.workflows = new Workflows(ports)
    this.templates = new Templates(ports)
    this.schedules = new Schedules(ports)
    this.queues = new Queues(ports)
    this.services = new Services(ports)
    const identity = { clientId: `${this.id.slice(0, 48)}.${randomHex(6)}`, username: username ?? this.id, password }
    this.#connection = openConnection({ broker, ...identity, filters: [`${this.#branches.to}#`], clock }, {
      up: () => this.#up(),
      down: () => {},
      message: (topic, payload) => {
        const path = topic.slice(this.#branches.to.length)
        if (!topic.startsWith(this.#branches.to) || !this.#blobs.receive(path, payload)) this.#message(topic, parsePayload(payload))
      },
      problem: (error) => options.problem?.(error)
    })
  }

  /** Resolves with what the function returned. */
  submit (functionName: string, args?: unknown, options: SubmitOptions = {}): Promise<unknown> {
    return this.dispatch(functionName, args, options).result
  }

  /** Like `submit`, with a handle on the task. */
  dispatch (functionName: string, args?: unknown, { id = this.#newId(), ...options }: SubmitOptions = {}): TaskHandle {
    const body = { ...options, function: functionName, ...args !== undefined && { args }, notify: true }
    const accepted = this.#about<TaskAccepted>(id, 'submit', body, this.#submitTimeout(options.keepMs))
    return this.#handle(id, accepted.then((document) => this.#heard(document)))
  }

  /** Many in few packets; one handle each, in the order given. */
  submitMany (list: readonly Submission[]): TaskHandle[] {
    const tasks = list.map(({ id = this.#newId(), ...rest }) => ({ ...rest, task: id, notify: true }) as TaskSubmission)
    const timeoutMs = list.reduce((least, { keepMs }) => Math.min(least, this.#submitTimeout(keepMs)), defaultKeepMs)
    const outcomes = submitInBulk(tasks, {
      payloadBytesMax: this.#requests.options.payloadBytesMax,
      send: (chunk) => this.#requests.request('tasks/submit', { tasks: chunk }, timeoutMs),
      again: ({ task, ...body }) => this.#about<TaskAccepted>(task, 'submit', body, timeoutMs)
    })
    return tasks.map(({ task }, i) => this.#handle(task, Promise.resolve(outcomes[i]).then(async (outcome) => {
      if (!outcome) throw new Error('unreachable: an outcome for each task')
      // The outcome of a recall tells that a task has ended, not with what.
      return this.#heard(hasEnded(outcome.state) ? await this.get(task) : outcome as TaskDocument)
    })))
  }

  /** A handle on a task that was submitted before. */
  find (id: string): TaskHandle {
    const filter = `${this.#branches.root}/state/tasks/${id}`
    this.#want(filter)
    const handle = this.#handle(id, this.get(id).then((document) => this.#heard(document)))
    handle.result.catch(() => {}).finally(() => this.#release(filter))
    return handle
  }

  #submitTimeout (keepMs = defaultKeepMs): number { return Math.min(keepMs, this.options.submitTimeoutMs ?? keepMs) }

  get (task: string): Promise<TaskAccepted> { return this.#about(task, 'get') }
  why (task: string): Promise<TaskWhy> { return this.#about(task, 'why') }

  async cancel (task: string, reason?: string): Promise<TaskAccepted> {
    return this.#heard(await this.#about<TaskAccepted>(task, 'cancel', reason === undefined ? {} : { reason }))
  }

  list (filter: Omit<TaskList, 'cursor' | 'ref'> = {}): AsyncGenerator<TaskState> {
    return this.#pages<TaskListAccepted, TaskState>('tasks/list', filter, ({ tasks }) => tasks)
  }

  devices (filter: Omit<DeviceList, 'cursor' | 'ref'> = {}): AsyncGenerator<DeviceState> {
    return this.#pages<DeviceListAccepted, DeviceState>('devices/list', filter, ({ devices }) => devices)
  }

  /** Which functions the devices offer, as most of them describe each. */
  functions (filter: Omit<FunctionList, 'cursor' | 'ref'> = {}): AsyncGenerator<OfferedFunction> {
    return this.#pages<FunctionListAccepted, OfferedFunction>('functions/list', filter, ({ functions }) => functions)
  }

  /** Page by page, as far as it is read. */
  async * #pages<P extends { readonly cursor?: string }, T> (command: string, filter: object, entriesOf: (page: P) => readonly T[]): AsyncGenerator<T> {
    let cursor: string | undefined
    do {
      const page: P = await this.#ask(command, { ...filter, ...cursor !== undefined && { cursor } })
      yield * entriesOf(page)
      cursor = page.cursor
    } while (cursor !== undefined)
  }

  /** The nodes of the orchestrator, those that went within the last hour among them; none where there can be but one. */
  async nodes (): Promise<NodeState[]> {
    const filter = `${this.#branches.root}/state/nodes/+`
    const nodes = new Map<string, NodeState>()
    const read = (id: string, node: NodeState | undefined): void => {
      if (node === undefined) nodes.delete(id)
      else nodes.set(id, node)
    }
    this.#nodeReaders.add(read)
    this.#want(filter)
    try {
      await this.devices({ limit: 1 }).next()
      const { clock = realClock } = this.options
      let before: number
      do {
        before = nodes.size
        await new Promise<void>((resolve) => clock.after(quietMs, resolve))
      } while (nodes.size > before)
      return [...nodes.values()].sort((a, b) => a.node < b.node ? -1 : 1)
    } finally {
      this.#nodeReaders.delete(read)
      this.#release(filter)
    }
  }

  cordon (device: string, reason?: string): Promise<DeviceAccepted> { return this.#ask(`devices/${device}/cordon`, reason === undefined ? {} : { reason }) }
  uncordon (device: string): Promise<DeviceAccepted> { return this.#ask(`devices/${device}/uncordon`) }
  forget (device: string): Promise<DeviceAccepted> { return this.#ask(`devices/${device}/forget`) }
  device (device: string): Promise<DeviceAccepted> { return this.#ask(`devices/${device}/get`) }

  /** Of the accounts; what one may do with them is up to one's own. */
  readonly accounts = {
    /** Makes or changes one: what is absent becomes its default. The answer has a secret where one was made; nobody tells it again. */
    put: (name: string, body: Omit<AccountPut, 'ref'>): Promise<AccountPutAccepted> => this.#ask(`accounts/${name}/put`, body),
    get: (name: string): Promise<AccountAccepted> => this.#ask(`accounts/${name}/get`),
    remove: (name: string): Promise<AccountAccepted> => this.#ask(`accounts/${name}/remove`),
    /** Another secret; the former one works beside it for `overlapMs`, an hour by default. */
    secret: (name: string, body: Omit<AccountSecret, 'ref'> = {}): Promise<AccountSecretAccepted> => this.#ask(`accounts/${name}/secret`, body),
    list: (filter: Omit<AccountList, 'cursor' | 'ref'> = {}): AsyncGenerator<AccountDocument> =>
      this.#pages<AccountListAccepted, AccountDocument>('accounts/list', filter, ({ accounts }) => accounts)
  }

  readonly enrolments = {
    /** The answer has the token with which devices make their own accounts; nobody tells it again. */
    put: (id: string, body: Omit<EnrolmentPut, 'ref'>): Promise<EnrolmentPutAccepted> => this.#ask(`enrolments/${id}/put`, body),
    remove: (id: string): Promise<EnrolmentAccepted> => this.#ask(`enrolments/${id}/remove`),
    list: (): AsyncGenerator<EnrolmentDocument> =>
      this.#pages<EnrolmentListAccepted, EnrolmentDocument>('enrolments/list', {}, ({ enrolments }) => enrolments)
  }

  /** Bytes of any size, named by their SHA-256, in chunks; what nobody uses is removed after a day. */
  readonly blobs = {
    /** Resolves with the SHA-256 once all of it is stored. What is there already is not sent, and a lost connection loses nothing. */
    put: (bytes: Buffer, options?: BlobOptions): Promise<string> => this.#blobs.upload(bytes, options),
    get: (hash: string, options?: BlobOptions): Promise<Buffer> => this.#blobs.download(hash, options)
  }

  readonly modules = {
    /** Makes a version of a module out of a blob that was put before. */
    put: (name: string, body: Omit<ModulePut, 'ref'>): Promise<ModuleAccepted> => this.#ask(`modules/${name}/put`, body),
    /** By default the highest version. */
    get: (name: string, version?: string): Promise<ModuleAccepted> => this.#ask(`modules/${name}/get`, version === undefined ? {} : { version }),
    remove: (name: string, version: string): Promise<ModuleAccepted> => this.#ask(`modules/${name}/remove`, { version }),
    list: (filter: Omit<ModuleList, 'cursor' | 'ref'> = {}): AsyncGenerator<ModuleDocument> =>
      this.#pages<ModuleListAccepted, ModuleDocument>('modules/list', filter, ({ modules }) => modules)
  }

  readonly deployments = {
    /** Chooses a device for each step, and tells it its part. Resolves before they are ready: `ready` waits for that. */
    put: (name: string, body: Omit<DeploymentPut, 'ref'>): Promise<DeploymentAccepted> => this.#ask(`deployments/${name}/put`, body),
    get: (name: string): Promise<DeploymentAccepted> => this.#ask(`deployments/${name}/get`),
    remove: (name: string): Promise<DeploymentAccepted> => this.#ask(`deployments/${name}/remove`),
    /** No more devices get a new revision until it is resumed. */
    pause: (name: string): Promise<DeploymentAccepted> => this.#ask(`deployments/${name}/pause`),
    resume: (name: string): Promise<DeploymentAccepted> => this.#ask(`deployments/${name}/resume`),
    list: (filter: Omit<DeploymentList, 'cursor' | 'ref'> = {}): AsyncGenerator<DeploymentDocument> =>
      this.#pages<DeploymentListAccepted, DeploymentDocument>('deployments/list', filter, ({ deployments }) => deployments),
    why: (name: string): Promise<DeploymentWhyAccepted> => this.#ask(`deployments/${name}/why`),
    /** Resolves once it is ready; rejects with a `DeployError` where it fails or is removed, and with `timeout`. */
    ready: (name: string, timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs): Promise<DeploymentState> =>
      this.#facts.until<DeploymentState>(`state/deployments/${name}`, readiness, timeoutMs)
  }

  readonly executions = {
    /** Runs a deployment; resolves with its result. The same `run` again is the same execution. Rejects with a `RunError` where it fails. */
    run: async (deployment: string, args?: unknown, { run = this.#newId(), timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs, ...options }: RunOptions = {}): Promise<unknown> => {
      const begun = this.executions.begin(deployment, { run, ...args !== undefined && { args }, ...options })
      return await this.#resultOf(run, timeoutMs, begun)
    },
    /** Of one that somebody has begun, or a trigger. */
    result: (run: string, timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs): Promise<unknown> => this.#resultOf(run, timeoutMs, this.executions.get(run)),
    begin: (deployment: string, { run = this.#newId(), ...body }: Partial<Omit<DeploymentExecute, 'ref'>> = {}): Promise<DeploymentExecuteAccepted> => this.#ask(`deployments/${deployment}/execute`, { run, ...body }),
    get: (run: string): Promise<ExecutionAccepted> => this.#ask(`executions/${run}/get`),
    /** What devices and their modules have written about its steps. */
    logs: (run: string): Promise<ExecutionLogsAccepted> => this.#ask(`executions/${run}/logs`),
    cancel: (run: string, reason?: string): Promise<ExecutionAccepted> => this.#ask(`executions/${run}/cancel`, reason === undefined ? {} : { reason }),
    list: (filter: Omit<ExecutionList, 'cursor' | 'ref'> = {}): AsyncGenerator<ExecutionDocument> =>
      this.#pages<ExecutionListAccepted, ExecutionDocument>('executions/list', filter, ({ executions }) => executions)
  }

  /** Makes the own account: connected with the name that it wants and the token of an enrolment. The secret is of its own choice. */
  async #resultOf (run: string, timeoutMs: number, begun: Promise<unknown>): Promise<unknown> {
    const { result } = await this.#facts.until<ExecutionState>(`state/executions/${run}`, ended, timeoutMs, begun)
    return result
  }

  enrol (secret: string): Promise<EnrolAccepted> { return this.#ask('enrol', { secret }) }

  /** Who did what, the newest first. */
  audit (filter: Omit<AuditList, 'cursor' | 'ref'> = {}): AsyncGenerator<AuditEntry> {
    return this.#pages<AuditListAccepted, AuditEntry>('audit/list', filter, ({ entries }) => entries)
  }

  /** The orchestrator's clock, in epoch milliseconds. */
  async time (): Promise<number> {
    const { at } = await this.#ask<TimeAccepted>('time')
    return at
  }

  /** Begins to watch at once; `return()`, or leaving the loop, ends it. */
  watch (target: WatchTarget = 'all'): Watch {
    const filters = filtersOf(target).map((filter) => `${this.#branches.root}/${filter}`)
    const watch = new Watch(target, () => {
      this.#watches.delete(watch)
      for (const filter of filters) this.#release(filter)
    })
    this.#watches.add(watch)
    for (const filter of filters) this.#want(filter)
    return watch
  }

  /** What still waits is rejected as `closed`; tasks go on, and can be found again by their ids. */
  async close (): Promise<void> {
    for (const watch of this.#watches) await watch.return()
    this.#book.close()
    this.#facts.close()
    this.#requests.close()
    await this.#connection.close()
  }

  #ask<T> (path: string, body: object = {}, timeoutMs = this.options.timeoutMs ?? defaultTimeoutMs): Promise<T> {
    return this.#requests.request<T>(path, body, timeoutMs)
  }

  #about<T> (task: string, verb: string, body: object = {}, timeoutMs?: number): Promise<T> {
    if (!isId(task)) return Promise.reject(new TypeError(`${JSON.stringify(task)} is no id of a task`))
    return this.#ask<T>(`tasks/${task}/${verb}`, body, timeoutMs)
  }

  #handle (id: string, accepted: TaskHandle['accepted']): TaskHandle {
    accepted.catch(() => {})
    const result = this.#book.expect(id, accepted)
    return { id, accepted, result, cancel: (reason) => this.cancel(id, reason), why: () => this.why(id), get: () => this.get(id) }
  }

  #heard<D extends TaskDocument> (document: D): D {
    this.#book.heard(document)
    return document
  }

  #want (filter: string): void {
    const readers = this.#filters.get(filter) ?? 0
    this.#filters.set(filter, readers + 1)
    // Asked for again even when it is subscribed: a new reader is to get the current state, too.
    this.#connection.subscribe(filter)
  }

  #release (filter: string): void {
    const readers = (this.#filters.get(filter) ?? 1) - 1
    this.#filters.set(filter, readers)
    if (readers > 0) return
    this.#filters.delete(filter)
    this.#connection.unsubscribe(filter)
  }

  #up (): void {
    this.#requests.connected()
    if (this.#ups++ === 0) return
    this.#book.askAll()
    this.#facts.reconnected()
    for (const watch of this.#watches) watch.push({ kind: 'gap', cause: 'reconnected' })
  }

  #message (topic: string, payload: unknown): void {
    if (typeof payload !== 'object' || payload === null) return
    const { to, root } = this.#branches
    if (topic.startsWith(to)) return this.#told(topic.slice(to.length), payload)
    const [kind, noun, id] = topic.slice(root.length + 1).split('/')
    if (id === undefined || (kind !== 'events' && kind !== 'state')) return
    this.#facts.heard(`${kind}/${noun}/${id}`, payload)
    const isCleared = Object.keys(payload).length === 0
    if (noun === 'nodes') for (const read of this.#nodeReaders) read(id, isCleared ? undefined : payload as NodeState)
    if (noun !== 'tasks' && noun !== 'devices') return
    if (kind === 'state' && noun === 'tasks' && !isCleared) this.#book.heard(payload as TaskState)
    const sighting = { kind: kind === 'events' ? 'event' : 'state', noun, id, payload: isCleared ? undefined : payload } as Sighting
    for (const watch of this.#watches) if (isTargeted(watch.target, noun, id)) watch.push(sighting)
  }

  #told (path: string, payload: object): void {
    if (this.#requests.receive(path, payload)) return
    if (path.startsWith('tasks/') && path.endsWith('/ended')) this.#book.heard(payload as TaskDocument)
  }
}
