// The device's side, for programs: `createDevice(…)` connects with a will, says birth, executes the functions it was given
// and keeps each result until it is accepted. The protocol itself is in agent.ts, a task's life in task-machine.ts.

import { EventEmitter } from 'node:events'
import type { DeviceBirth, Labels, Platform, TaskError } from '../schemas/index.js'
import { DeviceAgent, type AgentState, type Ending } from './agent.js'
import type { Work } from './assignment.js'
import { openConnection, type Broker, type Connection } from './connection.js'
import { loadFunctions, type DescribedFunction, type Library, type TaskFunction } from './functions.js'
import { realClock, type Clock } from './platform/clock.js'
import { loadMeter, thisPlatform } from './platform/machine.js'
import { Modules } from './modules/index.js'
import { type ModuleOptions, interfacesOf } from './modules/runtime.js'
import { renewing } from './promises.js'
import { forgetful, nextSession, resultsOnDisk } from './results.js'
import { branchesOf, parsePayload, type Branches } from './topics.js'

export type { ModuleOptions } from './modules/runtime.js'
export type { Broker } from './connection.js'
export type { DescribedFunction, FunctionDescription, TaskContext, TaskFunction } from './functions.js'

export interface DeviceOptions {
  /** A URL, or options of mqtt.js (TLS keys and the like). Of several nodes: where one is gone, the next in the list is tried. */
  broker: Broker | readonly Broker[]
  /** The principal: user name and client id, unless told otherwise. */
  id: string
  username?: string
  password?: string | Buffer
  root?: string
  /** By name, alone or with a description, or a folder of modules, one function a file. */
  functions: string | Record<string, TaskFunction | DescribedFunction>
  /** The queues whose tasks it takes, and no others; `default` by default. */
  queues?: string[]
  /** How many tasks at once; 1 by default. */
  capacity?: number
  labels?: Labels
  interfaces?: string[]
  /** To run modules of deployments. What it has for them is told in `interfaces` without being named there. */
  modules?: ModuleOptions
  /** Measured, unless given. */
  platform?: Platform
  /** 10,000 by default; 0: none. */
  heartbeatMs?: number
  mode?: 'push' | 'pull'
  begin?: 'explicit' | 'implied'
  /** `rejections`: only on the embedded broker, where the PUBACK is the acceptance. */
  replies?: 'all' | 'rejections'
  /** False: the broker queues while the device is away. Not with `begin: "implied"`. */
  clean?: boolean
  /** Here results survive the process: synced before they are sent, kept until accepted. The session number lives here, too. */
  resultsDir?: string
  /** Must grow with every start. By default from `resultsDir`, else the wall clock. */
  session?: number
  /** Larger results are failed here; 120 KiB by default. */
  resultBytesMax?: number
  log?: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void
  clock?: Clock
}

export interface DeviceTask { readonly task: string, readonly attempt: number, readonly function: string }

export interface DeviceEvents {
  state: [state: AgentState]
  /** A function is called. */
  task: [task: DeviceTask]
  /** `success` and `fail`, which has an error: accepted; `refused`: the result was not; `stopped`: cancelled, or the lease was over. */
  ended: [task: DeviceTask, ending: Ending, error: TaskError | undefined]
  /** Welcomed by the orchestrator. */
  connected: []
  problem: [error: Error]
}

export interface StopOptions {
  /** True: what runs may finish first. False: it is told to stop and given back. */
  finish?: boolean
  /** How long to wait for that and for the acceptance of results; 30,000 by default. */
  timeoutMs?: number
}

export interface Device {
  readonly id: string
  readonly session: number
  readonly state: AgentState
  /** Resolves once the orchestrator has welcomed the device. Rejects for functions that can't serve, and if stopped before. */
  start (): Promise<void>
  stop (options?: StopOptions): Promise<void>
  on<E extends keyof DeviceEvents> (event: E, listener: (...args: DeviceEvents[E]) => void): this
  once<E extends keyof DeviceEvents> (event: E, listener: (...args: DeviceEvents[E]) => void): this
  off<E extends keyof DeviceEvents> (event: E, listener: (...args: DeviceEvents[E]) => void): this
}

/** A payload of 128 KiB, less what else is told about a task together with its result. */
const defaultResultBytesMax = 120 * 1_024
const defaultStopMs = 30_000

/** @throws TypeError for options that contradict the contract. */
export function createDevice (options: DeviceOptions): Device {
  return new MqttDevice(options)
}

class MqttDevice extends EventEmitter<DeviceEvents> implements Device {
  readonly #branches: Branches
  readonly #clock: Clock
  #agent: DeviceAgent | undefined
  #connection: Connection | undefined
  readonly #modules: Modules | undefined
  /** From `start` to the end of `stop`; aborted by `stop`, for a `start` that still waits. */
  #life: AbortController | undefined

  constructor (readonly options: DeviceOptions) {
    super()
    this.#branches = branchesOf(options.id, options.root)
    this.#clock = options.clock ?? realClock
    if (options.modules !== undefined) this.#modules = new Modules(options.modules, { id: options.id, clock: this.#clock, send: (path, payload) => this.#connection?.publish(this.#branches.from + path, payload), publish: (topic, payload) => this.#connection?.publish(topic, payload), problem: (error) => this.#problem(error), log: (message) => options.log?.('info', message) })
    // A late offer out of a stored session would start a lease unseen.
    if (options.begin === 'implied' && options.clean === false) throw new TypeError('begin: "implied" needs a clean session')
  }

  get id (): string { return this.options.id }
  get session (): number { return this.#agent?.session ?? 0 }
  get state (): AgentState { return this.#agent?.state ?? 'offline' }

  async start (): Promise<void> {
    if (this.#life) throw new Error('the device is started already')
    const life = this.#life = new AbortController()
    try {
      const agent = await this.#createAgent()
      life.signal.throwIfAborted()
      this.#agent = agent
      this.#connection = this.#connect(agent)
    } catch (error) {
      if (this.#life === life) this.#life = undefined
      throw error
    }
    await this.#welcomed(life.signal)
  }

  async stop ({ finish = false, timeoutMs = defaultStopMs }: StopOptions = {}): Promise<void> {
    const agent = this.#agent
    this.#life?.abort(new Error('the device was stopped before the orchestrator welcomed it'))
    if (!agent) {
      this.#life = undefined
      return
    }
    const reason = 'the device is shutting down'
    agent.decline(reason)
    if (finish) await this.#settled(agent, timeoutMs)
    agent.giveBack(reason)
    await this.#settled(agent, finish ? Math.min(timeoutMs, 1_000) : timeoutMs)
    agent.leave(reason)
    this.#modules?.close()
    await this.#connection?.close()
    this.#connection = this.#agent = this.#life = undefined
  }

  #welcomed (stopped: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.once('connected', resolve)
      stopped.addEventListener('abort', () => {
        this.off('connected', resolve)
        reject(stopped.reason)
      })
    })
  }

  async #createAgent (): Promise<DeviceAgent> {
    const { options } = this
    const library = await loadFunctions(options.functions, this.#modules !== undefined)
    const results = options.resultsDir === undefined ? forgetful : resultsOnDisk(options.resultsDir)
    const kept = await results.load()
    return new DeviceAgent({
      birth: describe(options, library.described, await this.#session()),
      clock: this.#clock,
      results,
      kept,
      resultBytesMax: options.resultBytesMax ?? defaultResultBytesMax,
      send: (path, payload, acknowledged, qos) => {
        this.#connection?.publish(this.#branches.from + path, JSON.stringify(payload), acknowledged, qos)
      },
      run: (work) => this.#run(work, library),
      hasStep: (name) => this.#modules?.runtime.has(name) === true,
      load: loadMeter(),
      changed: (state) => this.#changed(state),
      welcomed: () => {
        this.#modules?.connected()
        this.emit('connected')
      },
      renewed: () => this.#connection?.cut(true),
      began: (work) => this.emit('task', work),
      ended: (work, ending, outcome) => this.emit('ended', work, ending, outcome?.body.error as TaskError | undefined),
      problem: (error) => this.#problem(error)
    })
  }

  async #session (): Promise<number> {
    const { session, resultsDir } = this.options
    if (session !== undefined) return session
    return resultsDir === undefined ? this.#clock.wallMs() : nextSession(resultsDir, this.#clock.wallMs())
  }

  #connect (agent: DeviceAgent): Connection {
    const { broker, id, username = id, password, clean } = this.options
    const { from, to } = this.#branches
    const will = () => ({ topic: `${from}offline`, payload: JSON.stringify({ session: agent.session, reason: 'connection lost' }) })
    return openConnection({ broker, clientId: id, username, password, clean, will, filters: [`${to}#`], clock: this.#clock }, {
      up: () => agent.connected(),
      down: () => agent.disconnected(),
      message: (topic, payload) => {
        if (!topic.startsWith(to)) return
        const path = topic.slice(to.length)
        if (this.#modules?.receive(path, payload) !== true) agent.receive(path, parsePayload(payload))
      },
      problem: (error) => this.#problem(error)
    })
  }

  #run (work: Work, { functions, forever }: Library): unknown {
    this.options.log?.('info', `${work.function}: task ${work.task}, attempt ${work.attempt}`)
    const called = functions.get(work.function)
    if (called === undefined) return this.#modules?.runtime.run(work)
    return forever.has(work.function) ? renewing(() => called(work.args, work), work, this.#clock) : called(work.args, work)
  }

  #changed (state: AgentState): void {
    this.options.log?.('debug', `state: ${state}`)
    this.emit('state', state)
  }

  #problem (error: Error): void {
    this.options.log?.('warn', error.message)
    this.emit('problem', error)
  }

  /** Resolves once nothing runs and no result waits, or when the time is over. */
  #settled (agent: DeviceAgent, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const alarm = this.#clock.after(timeoutMs, resolve)
      agent.whenSettled(() => {
        alarm.cancel()
        resolve()
      })
    })
  }
}

function describe (options: DeviceOptions, functions: DeviceBirth['functions'], session: number): DeviceBirth {
  const { queues, capacity, labels, modules, platform = thisPlatform(), heartbeatMs, mode, begin, replies } = options
  const interfaces = modules === undefined ? options.interfaces : [...new Set([...options.interfaces ?? [], ...interfacesOf(modules)])]
  return {
    session,
    functions,
    platform,
    ...queues && { queues },
    ...capacity !== undefined && { capacity },
    ...labels && { labels },
    ...interfaces && { interfaces },
    ...heartbeatMs !== undefined && { heartbeatMs },
    ...mode && { mode },
    ...begin && { begin },
    ...replies && { replies }
  }
}
