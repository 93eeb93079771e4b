// Many devices in one process, for load tests and the bench: real MQTT, the real agent and task machine of a device, and work
// that only takes time. What goes wrong (failures, losses, crashes) is drawn from a seed.
// On a broker where the user name is the principal each device needs a connection of its own; where the topic level is,
// they can share a few.

import { EventEmitter } from 'node:events'
import type { IClientOptions } from 'mqtt'
import type { DeviceBirth } from '../schemas/index.js'
import { DeviceAgent, type Ending } from './agent.js'
import type { Work } from './assignment.js'
import { openConnection, type Connection } from './connection.js'
import { realClock, type Clock } from './platform/clock.js'
import { forgetful } from './results.js'
import { branchesOf, parsePayload, type Branches } from './topics.js'

export interface FleetOptions {
  broker: string | IClientOptions
  count: number
  /** The devices are `{prefix}0`, `{prefix}1`, …; `sim-` by default. */
  prefix?: string
  root?: string
  /** How many connections they share; by default each has its own, with a will. */
  connections?: number
  /** What each birth says; `functions` is `["simulate"]` by default. */
  birth?: Partial<Omit<DeviceBirth, 'session' | 'tasks' | 'ref'>>
  /** How long a task takes: always so long, or up to `[least, most]`; 0 by default. */
  workMs?: number | readonly [least: number, most: number]
  /** Share of attempts that fail, 0 to 1. */
  failureRate?: number
  /** Share of messages that get lost, each way, 0 to 1. */
  lossRate?: number
  seed?: number
  /** Instead of the above: what a task does. */
  work?: (work: Work) => unknown
  clock?: Clock
}

export interface FleetEvents {
  ended: [device: string, work: Work, ending: Ending]
  problem: [device: string, error: Error]
}

export type FleetCounts = Record<Ending | 'began', number>

export interface Fleet {
  readonly devices: readonly string[]
  readonly counts: Readonly<FleetCounts>
  /** Resolves once all are welcomed. */
  start (): Promise<void>
  /** Cuts a device's connection without goodbye; its process, or only its line. Not where connections are shared. */
  crash (device: string): void
  disturb (device: string): void
  /** A crashed device starts again, in a new session and with nothing left. */
  revive (device: string): Promise<void>
  /** Says goodbye for all. */
  stop (): Promise<void>
  on<E extends keyof FleetEvents> (event: E, listener: (...args: FleetEvents[E]) => void): this
  off<E extends keyof FleetEvents> (event: E, listener: (...args: FleetEvents[E]) => void): this
}

const startedAtOnce = 100
const resultBytesMax = 120 * 1_024

export function createFleet (options: FleetOptions): Fleet {
  return new MqttFleet(options)
}

interface Simulated {
  readonly id: string
  readonly branches: Branches
  agent: DeviceAgent
  connection: Connection | undefined
  welcomed: () => void
}

/** mulberry32: small, quick, and good enough for drawing misfortunes. */
export function chanceOf (seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

class MqttFleet extends EventEmitter<FleetEvents> implements Fleet {
  readonly devices: readonly string[]
  readonly counts: FleetCounts = { began: 0, success: 0, fail: 0, stopped: 0, refused: 0 }
  readonly #clock: Clock
  readonly #chance: () => number
  readonly #simulated = new Map<string, Simulated>()
  #shared: Connection[] = []

  constructor (readonly options: FleetOptions) {
    super()
    const { count, prefix = 'sim-', seed = 1, clock = realClock } = options
    this.#clock = clock
    this.#chance = chanceOf(seed)
    this.devices = Array.from({ length: count }, (_, i) => `${prefix}${i}`)
    for (const id of this.devices) this.#simulated.set(id, this.#create(id))
  }

  async start (): Promise<void> {
    const all = [...this.#simulated.values()]
    if (this.options.connections !== undefined) return this.#startShared(all, this.options.connections)
    for (let i = 0; i < all.length; i += startedAtOnce) {
      await Promise.all(all.slice(i, i + startedAtOnce).map((device) => this.#startOne(device)))
    }
  }

  crash (device: string): void {
    const { agent, connection } = this.#find(device)
    connection?.cut(false)
    agent.abandon()
  }

  disturb (device: string): void {
    this.#find(device).connection?.cut(true)
  }

  async revive (device: string): Promise<void> {
    const { session } = this.#find(device).agent
    this.crash(device)
    const fresh = this.#create(device, session + 1)
    this.#simulated.set(device, fresh)
    await this.#startOne(fresh)
  }

  async stop (): Promise<void> {
    for (const { agent } of this.#simulated.values()) agent.leave('the simulation is over')
    const own = [...this.#simulated.values()].flatMap(({ connection }) => connection ? [connection] : [])
    await Promise.all(new Set([...own, ...this.#shared].map((connection) => connection.close())))
  }

  #find (id: string): Simulated {
    const simulated = this.#simulated.get(id)
    if (!simulated) throw new RangeError(`no device ${id} in this fleet`)
    return simulated
  }

  #create (id: string, session = this.#clock.wallMs()): Simulated {
    const branches = branchesOf(id, this.options.root)
    const simulated: Simulated = {
      id,
      branches,
      connection: undefined,
      welcomed: () => {},
      agent: new DeviceAgent({
        birth: { functions: ['simulate'], ...this.options.birth, session },
        clock: this.#clock,
        results: forgetful,
        resultBytesMax,
        send: (path, payload, acknowledged, qos) => {
          if (!this.#isLost()) simulated.connection?.publish(branches.from + path, JSON.stringify(payload), acknowledged, qos)
        },
        run: this.options.work ?? ((work) => this.#work(work)),
        load: () => ({ cpu: 0, memory: 0 }),
        changed: () => {},
        welcomed: () => simulated.welcomed(),
        began: () => { this.counts.began++ },
        ended: (work, ending) => {
          this.counts[ending]++
          this.emit('ended', id, work, ending)
        },
        problem: (error) => this.emit('problem', id, error)
      })
    }
    return simulated
  }

  #startOne (simulated: Simulated): Promise<void> {
    const { id, agent, branches } = simulated
    const will = () => ({ topic: `${branches.from}offline`, payload: JSON.stringify({ session: agent.session, reason: 'connection lost' }) })
    const { broker } = this.options
    simulated.connection = openConnection({ broker, clientId: id, username: id, will, filters: [`${branches.to}#`], clock: this.#clock }, {
      up: () => agent.connected(),
      down: () => agent.disconnected(),
      message: (topic, payload) => this.#deliver(simulated, topic, payload),
      problem: (error) => this.emit('problem', id, error)
    })
    return new Promise((resolve) => { simulated.welcomed = resolve })
  }

  async #startShared (all: readonly Simulated[], connections: number): Promise<void> {
    const groups = Array.from({ length: connections }, (_, i) => all.filter((_, j) => j % connections === i))
    const welcomes = all.map((simulated) => new Promise<void>((resolve) => { simulated.welcomed = resolve }))
    this.#shared = groups.map((group, i) => this.#openShared(group, i))
    await Promise.all(welcomes)
  }

  #openShared (group: readonly Simulated[], i: number): Connection {
    const { broker, prefix = 'sim-' } = this.options
    const byTopic = new Map(group.map((simulated) => [simulated.branches.to.slice(0, -1), simulated]))
    const filters = group.map(({ branches }) => `${branches.to}#`)
    const connection = openConnection({ broker, clientId: `${prefix}line-${i}`, filters, clock: this.#clock }, {
      up: () => { for (const { agent } of group) agent.connected() },
      down: () => { for (const { agent } of group) agent.disconnected() },
      message: (topic, payload) => {
        // root (one or two levels), `to`, device
        const branch = /^(.+?\/to\/[^/]+)\//.exec(topic)?.[1] ?? ''
        const simulated = byTopic.get(branch)
        if (simulated) this.#deliver(simulated, topic, payload)
      },
      problem: (error) => this.emit('problem', `line ${i}`, error)
    })
    for (const simulated of group) simulated.connection = connection
    return connection
  }

  #deliver ({ agent, branches }: Simulated, topic: string, payload: Buffer): void {
    if (!this.#isLost()) agent.receive(topic.slice(branches.to.length), parsePayload(payload))
  }

  #isLost (): boolean {
    const { lossRate = 0 } = this.options
    return lossRate > 0 && this.#chance() < lossRate
  }

  #work (work: Work): unknown {
    const { workMs = 0, failureRate = 0 } = this.options
    const fails = failureRate > 0 && this.#chance() < failureRate
    const ms = typeof workMs === 'number' ? workMs : workMs[0] + this.#chance() * (workMs[1] - workMs[0])
    if (ms === 0) return outcome(work, fails)
    return new Promise((resolve, reject) => {
      const alarm = this.#clock.after(ms, () => fails ? reject(misfortune()) : resolve(work.args))
      work.signal.addEventListener('abort', () => {
        alarm.cancel()
        reject(misfortune())
      }, { once: true })
    })
  }
}

function outcome ({ args }: Work, fails: boolean): unknown {
  if (fails) throw misfortune()
  return args
}

function misfortune (): Error {
  return Object.assign(new Error('drawn from the seed'), { code: 'simulated' })
}
