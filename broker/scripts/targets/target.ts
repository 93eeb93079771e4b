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

export interface Stage {
  /** In every id of this script: what other scripts and former runs left is not met. */
  readonly run: string
  readonly root: string
  /** The orchestrator's time, as far as it is known. */
  readonly now: () => number
  /** Whose password the scripts need not hold. */
  readonly login?: Login | undefined
  /** A line to a broker. */
  readonly connect: () => Promise<Duplex>
  /** Absent: time is real. */
  readonly clock?: VirtualClock
  /** How many connections the broker counts, where that can be known. */
  readonly connections?: () => number
  /** Closes all connections. */
  readonly restart?: () => Promise<void>
  readonly close: () => Promise<void>
}
