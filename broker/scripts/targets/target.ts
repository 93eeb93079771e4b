/**
 * What scripts run against: a target gives each script a stage. Whoever adds a
 * set-up implements this; the engine knows nothing else of brokers.
 */
import type { Duplex } from 'node:stream'
import type { Need, Script } from '../script.js'
import type { VirtualClock } from '../virtual-clock.js'

export interface Target {
  readonly gives: ReadonlySet<Need>
  readonly open: (script: Script) => Promise<Stage>
  readonly close: () => Promise<void>
}

export interface Login { readonly username: string, readonly password?: string | undefined }

/** What the store behind the orchestrator is to be: away, there but taking no changes, or well again. */
export const storeStates = ['away', 'full', 'back'] as const
export type StoreState = typeof storeStates[number]

/** Of several that serve together, the first is 1. */
export interface Nodes {
  /** Without a word. */
  readonly kill: (node: number) => Promise<void>
  /** Where it was, on what is stored. */
  readonly start: (node: number) => Promise<void>
}

export interface Stage {
  /** In every id of this script: what other scripts and former runs left is not met. */
  readonly run: string
  readonly root: string
  /** The orchestrator's time, as far as it is known. */
  readonly now: () => number
  /** Whose password the scripts need not hold. */
  readonly login?: Login | undefined
  /** A line to a broker; of several nodes, to that one, the first is 1. */
  readonly connect: (node?: number) => Promise<Duplex>
  /** Absent: time is real. */
  readonly clock?: VirtualClock
  /** How many connections the broker counts, where that can be known. */
  readonly connections?: () => number
  /** Closes all connections. */
  readonly restart?: () => Promise<void>
  readonly store?: (state: StoreState) => Promise<void>
  readonly nodes?: Nodes
  readonly close: () => Promise<void>
}
