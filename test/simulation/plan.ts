/**
 * A schedule as data, drawn from its seed before anything runs: which devices
 * and tasks there are, what the network is like, and what goes wrong when.
 */
import type { DeviceBirth, TaskSubmit } from '../../schemas/index.js'
import { Chance } from './chance.js'
import { type RunPlan, drawRuns } from './runs.js'

/**
 * `wire`: one TCP connection each, in order, lost as a whole: the embedded
 * broker. `wild`: each message for itself, lost, doubled, overtaken: what is
 * possible beside a foreign broker, with its queues and bridges.
 */
export type NetworkKind = 'wire' | 'wild'

export interface NetworkPlan {
  readonly kind: NetworkKind
  /** Share of messages that get lost, and that come twice; `wild` only. */
  readonly lossRate: number
  readonly copyRate: number
  /** Most messages take less; a few take this long. */
  readonly delayMaxMs: number
}

export interface DevicePlan {
  readonly id: string
  readonly birth: Omit<DeviceBirth, 'session' | 'tasks' | 'ref'> & { readonly capacity: number, readonly heartbeatMs: number }
  /** Results survive its death. */
  readonly keepsResults: boolean
  /** Its session number does not survive. */
  readonly forgetsSession: boolean
  /** Its monotonic clock: so many of its milliseconds are one real one. */
  readonly rate: number
  /** Its wall clock is so far off. */
  readonly wallOffsetMs: number
  /** How much of a lease its work takes, at the most. */
  readonly slowness: number
  readonly failRate: number
}

export interface TaskPlan {
  readonly id: string
  readonly at: number
  readonly submit: TaskSubmit
  /** Submitted together with its neighbours, in one message. */
  readonly inBulk: boolean
  readonly again: readonly number[]
  readonly conflictAt?: number
  readonly cancelAt?: number
}

export interface BusPlan {
  /** Share of messages that get lost without anybody being told. */
  readonly lossRate: number
  readonly delayMaxMs: number
}

/** Several nodes that share one store. */
export interface ClusterPlan {
  readonly nodes: number
  readonly bus: BusPlan
  /** How often a new connection leads to another node than the one before. */
  readonly moveRate: number
  /** Share of what a device says that it says on a second connection, to another node. */
  readonly elsewhereRate: number
}

export type Fault = { readonly at: number } & (
  | { readonly type: 'kill', readonly node: number, readonly downMs: number }
  /** Killed right after its next change is applied, or right after the next group is written (several nodes: after its next answer). */
  | { readonly type: 'kill-applied' | 'kill-written', readonly node: number, readonly downMs: number }
  /** The store fails, or with several nodes: its connection, as soon as something is applied. */
  | { readonly type: 'fail-write', readonly node: number }
  | { readonly type: ClusterFault, readonly node: number, readonly downMs: number }
  /** Its connection leads to another node, and it has not noticed. */
  | { readonly type: 'move', readonly device: string }
  | { readonly type: 'crash' | 'hang' | 'cut' | 'leave', readonly device: string, readonly downMs: number }
  | { readonly type: 'cordon' | 'uncordon' | 'forget', readonly device: string }
)

/**
 * Killed and never started again; all of the process stands still; without its
 * store, or waiting long for it, or deaf on the bus, its clients connected.
 */
export type ClusterFault = 'vanish' | 'stall' | 'cut-store' | 'lag' | 'cut-bus'

export interface Plan {
  readonly seed: number
  readonly network: NetworkPlan
  readonly devices: readonly DevicePlan[]
  readonly tasks: readonly TaskPlan[]
  /** Workflows beside them. */
  readonly runs: readonly RunPlan[]
  readonly faults: readonly Fault[]
  /** After this all faults end and the network heals. */
  readonly chaosMs: number
  readonly offerMs: number
  readonly writeMaxMs: number
  /** 0: the store answers at once, as one in the process does. */
  readonly answerMaxMs: number
  /** Absent: one process and a store of its own. */
  readonly cluster?: ClusterPlan
}

/** How many of the schedules have several nodes. */
const CLUSTER_SHARE = 0.4

/** @param clustered all of them, one node with a shared store among them */
export function drawPlan (seed: number, clustered = false): Plan {
  const ofCluster = new Chance(seed ^ 0xc105)
  const plan = { ...drawOneNode(seed), runs: drawRuns(new Chance(seed ^ 0xf10e), seed) }
  return clustered || ofCluster.happens(CLUSTER_SHARE) ? withCluster(plan, ofCluster) : plan
}

function withCluster (plan: Plan, chance: Chance): Plan {
  const nodes = chance.pick([2, 2, 2, 3])
  const cluster: ClusterPlan = {
    nodes,
    bus: { lossRate: chance.pick([0, 0, 0.05, 0.3]), delayMaxMs: chance.pick([2, 20, 300]) },
    moveRate: chance.pick([0.2, 0.8]),
    elsewhereRate: chance.pick([0, 0, 0.3])
  }
  const more = several(chance.between(0, 4), () => drawClusterFault(chance.branch(), plan))
  const faults = plan.faults.map(fault => 'node' in fault ? { ...fault, node: chance.between(0, nodes - 1) } : fault)
  return { ...plan, cluster, faults: [...faults, ...more], answerMaxMs: chance.pick([1, 5, 40]) }
}

function drawClusterFault (chance: Chance, { chaosMs, devices }: Plan): Fault {
  const at = chance.between(0, chaosMs)
  const type = chance.pick<ClusterFault | 'move'>(['vanish', 'stall', 'stall', 'cut-store', 'cut-store', 'lag', 'cut-bus', 'move', 'move'])
  if (type === 'move') return { at, type, device: deviceOf(chance, devices) }
  return { at, type, node: chance.between(0, 2), downMs: Math.min(chance.pick([300, 2_000, 7_000]), chaosMs - at) }
}

function drawOneNode (seed: number): Omit<Plan, 'runs'> {
  const chance = new Chance(seed)
  const chaosMs = chance.between(10_000, 30_000)
  const network = drawNetwork(chance.branch())
  const devices = several(chance.between(1, 3), i => drawDevice(chance.branch(), `d${i + 1}`, network.kind))
  const tasks = several(chance.between(1, 5), i => drawTask(chance.branch(), `t${i + 1}`, chaosMs, devices))
  const faults = several(chance.between(0, 6), () => drawFault(chance.branch(), chaosMs, devices))
  return {
    seed,
    network,
    devices,
    tasks,
    faults,
    chaosMs,
    offerMs: chance.pick([4_500, 5_000, 8_000]),
    writeMaxMs: chance.pick([1, 20, 300]),
    answerMaxMs: chance.pick([0, 0, 0, 5])
  }
}

function drawNetwork (chance: Chance): NetworkPlan {
  const kind = chance.pick<NetworkKind>(['wire', 'wild'])
  if (kind === 'wire') return { kind, lossRate: 0, copyRate: 0, delayMaxMs: chance.pick([5, 200, 2_000]) }
  return {
    kind,
    lossRate: chance.pick([0, 0.02, 0.15, 0.4]),
    copyRate: chance.pick([0, 0.05, 0.3]),
    delayMaxMs: chance.pick([5, 200, 4_000])
  }
}

function drawDevice (chance: Chance, id: string, network: NetworkKind): DevicePlan {
  return {
    id,
    birth: {
      functions: chance.happens(0.8) ? ['f', 'g'] : ['f'],
      capacity: chance.between(1, 3),
      mode: chance.pick(['push', 'pull']),
      begin: chance.pick(['explicit', 'implied']),
      replies: network === 'wire' ? chance.pick(['all', 'rejections']) : 'all',
      heartbeatMs: chance.pick([1_000, 3_000, 10_000, 0])
    },
    keepsResults: chance.happens(0.5),
    forgetsSession: chance.happens(0.2),
    rate: 1 + chance.between(-200, 200) / 1e6,
    wallOffsetMs: chance.pick([0, 3_600_000, -3_600_000]),
    slowness: chance.pick([0.01, 0.5, 1.5]),
    failRate: chance.pick([0, 0.2, 0.5])
  }
}

function drawTask (chance: Chance, id: string, chaosMs: number, devices: readonly DevicePlan[]): TaskPlan {
  const at = chance.between(0, chaosMs / 2)
  const later = (): number => chance.between(at, chaosMs)
  return {
    id,
    at,
    submit: drawSubmit(chance, id, devices),
    inBulk: chance.happens(0.2),
    again: several(chance.between(0, 2), later),
    ...chance.happens(0.1) && { conflictAt: later() },
    ...chance.happens(0.2) && { cancelAt: later() }
  }
}

function drawSubmit (chance: Chance, id: string, devices: readonly DevicePlan[]): TaskSubmit {
  const only = devices[chance.between(0, devices.length - 1)]?.id
  const name = chance.happens(0.8) ? 'f' : 'g'
  const isAble = devices.some(({ birth }) => birth.functions.includes(name))
  return {
    function: isAble ? name : 'f',
    args: { of: id },
    leaseMs: chance.pick([1_000, 2_500, 6_000]),
    maxAttempts: chance.pick([0, 1, 2, 3]),
    backoffMs: chance.pick([100, 1_000]),
    onOffline: chance.happens(0.7) ? 'keep' : 'release',
    notify: chance.happens(0.5),
    ...chance.happens(0.1) && only !== undefined && isAble && { function: 'f', require: { device: only } },
    ...chance.happens(0.2) && { delayMs: chance.between(1, 8_000) },
    ...chance.happens(0.15) && { expiresMs: chance.between(1_000, 20_000) },
    ...chance.happens(0.2) && { priority: chance.between(0, 9) }
  }
}

type OneNodeFault = 'kill' | 'kill-applied' | 'kill-written' | 'fail-write' | 'crash' | 'hang' | 'cut' | 'leave' | 'cordon' | 'uncordon' | 'forget'

function drawFault (chance: Chance, chaosMs: number, devices: readonly DevicePlan[]): Fault {
  const at = chance.between(0, chaosMs)
  const downMs = chance.pick([50, 1_000, 5_000, 12_000])
  const type = chance.pick<OneNodeFault>([
    'kill', 'kill-applied', 'kill-applied', 'kill-written', 'kill-written', 'fail-write',
    'crash', 'crash', 'hang', 'hang', 'cut', 'cut', 'leave', 'cordon', 'uncordon', 'forget'
  ])
  const device = deviceOf(chance, devices)
  switch (type) {
    case 'fail-write': return { at, type, node: 0 }
    case 'kill': case 'kill-applied': case 'kill-written': return { at, type, node: 0, downMs }
    case 'cordon': case 'uncordon': case 'forget': return { at, type, device }
    default: return { at, type, device, downMs }
  }
}

function deviceOf (chance: Chance, devices: readonly DevicePlan[]): string {
  return devices[chance.between(0, devices.length - 1)]?.id ?? ''
}

function several<T> (count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
