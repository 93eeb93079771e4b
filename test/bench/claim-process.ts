/**
 * How long a claim takes in a store that holds few tasks and in one of the same
 * kind that holds many: a device's claim over the lanes that fit it, as the
 * dispatcher asks for it, until the store has answered. Each task that is
 * claimed makes room for another in its lane.
 */
import { join } from 'node:path'
import type { Device } from '../../broker/core/device.js'
import { laneKey } from '../../broker/core/lanes.js'
import type { Task } from '../../broker/core/task.js'
import { systemClock } from '../../broker/platform/clock.js'
import { offerPatch, taskIndexes } from '../../broker/plugins/tasks/index.js'
import { createLevelStore } from '../../broker/store/level/index.js'
import { createMemoryStore } from '../../broker/store/memory/index.js'
import { createRedisStore } from '../../broker/store/redis/index.js'
import type { Store } from '../../broker/store/store.js'
import { quantile } from './latency.js'
import type { StoreKind } from './server.js'

export interface ClaimOrder {
  readonly kind: StoreKind
  /** A folder each, or the URL of a Redis. */
  readonly places: readonly [few: string, many: string]
  readonly few: number
  readonly many: number
  readonly claims: number
}

export interface ClaimLatency {
  /** One device, again and again. */
  readonly fewP50Micros: number
  readonly manyP50Micros: number
  /** A device of another function each time: none of what it asks for is in the processor's caches. */
  readonly manyInTurnP50Micros: number
}

/** Of one function: as many as a device takes from. */
const LANES_PER_DEVICE = 10
const TASKS_PER_LANE = 100
/** Written as one group. */
const GROUP = 1_000
const OFFER_MS = 5_000
const PAYLOAD = JSON.stringify('x'.repeat(64))

function createStore (kind: StoreKind, place: string): Store {
  const clock = systemClock()
  switch (kind) {
    case 'memory': return createMemoryStore({ clock })
    case 'level': return createLevelStore({ clock, directory: join(place, 'claim') })
    case 'redis': return createRedisStore({ clock, url: place })
  }
}

class Depot {
  readonly #store: Store
  /** Of each function, as the dispatcher has them ready. */
  readonly #lanes: readonly (readonly string[])[]
  #tasks = 0
  #claims = 0

  constructor (kind: StoreKind, place: string, private readonly waiting: number) {
    this.#store = createStore(kind, place)
    const functions = Math.max(waiting / TASKS_PER_LANE / LANES_PER_DEVICE, 1)
    this.#lanes = times(functions, number => times(LANES_PER_DEVICE, zone => laneKey(taskOf(number, zone, 0))))
  }

  async fill (): Promise<void> {
    await this.#store.open({ task: taskIndexes }, { due: () => {}, lost: error => { if (error !== undefined) throw error } })
    while (this.#tasks < this.waiting) {
      const group: unknown[] = []
      for (let count = 0; count < GROUP; count++, this.#tasks++) group.push(this.#submit(this.#tasks % this.#lanes.length, this.#tasks / this.#lanes.length))
      await Promise.all(group)
      await this.#store.flushed()
    }
  }

  /** By a device of another function than the last one, where there are several. Resolves with how long it took, in ms. */
  claimInTurn (): Promise<number> {
    return this.claim(this.#claims % this.#lanes.length)
  }

  async claim (number = 0): Promise<number> {
    this.#claims++
    const lanes = this.#lanes[number] ?? []
    const device = { id: `device-${this.#claims}`, begin: 'explicit' } as Device
    const claim = { kind: 'task', lanes, max: 1, patch: offerPatch(device, this.#store.now(), OFFER_MS) }
    const at = performance.now()
    const answer = this.#store.claim(claim)
    const [task] = answer instanceof Promise ? await answer : answer
    const took = performance.now() - at
    if (task === undefined) throw new Error(`no task in ${lanes.join()}`)
    await this.#replace(task as Task, number)
    return took
  }

  async #replace (task: Task, number: number): Promise<void> {
    const zone = Number(task.require?.labels?.['zone'])
    await this.#store.commit({ kind: 'task', id: task.id, expect: task.v, record: null })
    await this.#submit(number, zone)
    this.#tasks++
    await this.#store.flushed()
  }

  #submit (number: number, zone: number): unknown {
    const record = taskOf(number, Math.floor(zone) % LANES_PER_DEVICE, this.#tasks)
    return this.#store.commit({ kind: 'task', id: record.id, expect: 0, record, parts: { args: PAYLOAD } })
  }
}

function times<T> (count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, number) => make(number))
}

function taskOf (functionNumber: number, zone: number, number: number): Task {
  return {
    id: `task-${number}`,
    v: 1,
    state: 'available',
    function: `function-${functionNumber}`,
    require: { labels: { zone: `${zone}` } },
    priority: 0,
    order: number,
    leaseMs: 20_000,
    maxAttempts: 3,
    backoffMs: 1_000,
    onOffline: 'keep',
    keepMs: 3_600_000,
    notify: false,
    submitter: 'app',
    offerBytes: 200,
    attempt: 0,
    begun: 0,
    offers: 0,
    fails: 0,
    since: number
  }
}

async function measure ({ kind, places, few, many, claims }: ClaimOrder, loaded: () => Promise<unknown>): Promise<ClaimLatency> {
  const [depot, full] = [new Depot(kind, places[0], few), new Depot(kind, places[1], many)]
  for (const each of [depot, full]) await each.fill()
  await loaded()
  const ways = [() => depot.claim(), () => full.claim(), () => full.claimInTurn()]
  const waits: number[][] = ways.map(() => [])
  for (let count = 0; count < claims; count++) {
    for (const [index, claim] of ways.entries()) waits[index]?.push(await claim())
  }
  const [fewP50Micros = NaN, manyP50Micros = NaN, manyInTurnP50Micros = NaN] = waits.map(taken => quantile(taken, 0.5) * 1000)
  return { fewP50Micros, manyP50Micros, manyInTurnP50Micros }
}

process.on('disconnect', () => process.exit())
const told = (): Promise<unknown> => new Promise(resolve => { process.once('message', resolve) })
process.send?.({})
const order = await told() as ClaimOrder
const loaded = (): Promise<unknown> => {
  process.send?.({})
  return told()
}
process.send?.(await measure(order, loaded))
