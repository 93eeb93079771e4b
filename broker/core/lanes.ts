/**
 * Lanes. A lane is the queue of all available tasks that any device judges
 * alike: same function, same requirement, offers of about the same size, same
 * devices to avoid. Its key is its canonical description, so that every node
 * names it alike and can read it back.
 */
import { TASK_DEFAULTS } from './task.js'
import type { Requirement, Task } from './task.js'

export interface Lane {
  readonly key: string
  readonly function: string
  readonly queue?: string
  readonly require?: Requirement
  /** Bytes that an offer of its tasks takes at the most, the device's own part aside. */
  readonly offerBytes: number
  readonly avoid?: readonly string[]
}

interface LaneKey { f: string, s: number, q?: string, r?: Requirement, n?: readonly string[] }

export function laneKey (task: Task): string {
  // Most ask for nothing more, and this is asked for with every task.
  if (task.require === undefined && task.avoid === undefined && task.queue === undefined) return `{"f":${JSON.stringify(task.function)},"s":${sizeClass(task.offerBytes)}}`
  const key: LaneKey = { f: task.function, s: sizeClass(task.offerBytes) }
  if (task.queue !== undefined) key.q = task.queue
  if (task.require !== undefined) key.r = canonicalRequirement(task.require)
  if (task.avoid !== undefined && task.avoid.length > 0) key.n = [...task.avoid].sort()
  return JSON.stringify(key)
}

export function parseLane (key: string): Lane {
  const { f, s, q, r, n } = JSON.parse(key) as LaneKey
  return { key, function: f, offerBytes: s, ...q !== undefined && { queue: q }, ...r && { require: r }, ...n && { avoid: n } }
}

/** Lowest first: priority, then order of submit. Both stay exact within a double. */
export function rankOf ({ priority = TASK_DEFAULTS.priority, order }: Task): number {
  return (PRIORITY_MAX - priority) * ORDER_SPAN + order
}

/** The lowest rank of the priority below that of this one. */
export function nextPriority (rank: number): number {
  return (Math.floor(rank / ORDER_SPAN) + 1) * ORDER_SPAN
}

const PRIORITY_MAX = 9
/** Room for `order` below one step of priority: 10 × 2^49 is still below 2^53. */
export const ORDER_SPAN = 2 ** 49

/**
 * Small offers are told apart finely, for devices whose whole buffer is 256
 * bytes; large ones coarsely, so that a function has few lanes.
 */
function sizeClass (bytes: number): number {
  if (bytes <= SMALL_OFFER_BYTES) return Math.ceil(bytes / SMALL_STEP_BYTES) * SMALL_STEP_BYTES
  return 2 ** Math.ceil(Math.log2(bytes))
}

const SMALL_OFFER_BYTES = 512
const SMALL_STEP_BYTES = 16

function canonicalRequirement (require: Requirement): Requirement {
  return {
    ...require.device !== undefined && { device: require.device },
    ...require.labels !== undefined && { labels: sortedEntries(require.labels) },
    ...require.interfaces !== undefined && { interfaces: [...require.interfaces].sort() }
  }
}

function sortedEntries (labels: Readonly<Record<string, string>>): Record<string, string> {
  // A null prototype: a label named __proto__ is a label like any other.
  const sorted: Record<string, string> = Object.create(null)
  for (const name of Object.keys(labels).sort()) sorted[name] = labels[name] as string
  return sorted
}
