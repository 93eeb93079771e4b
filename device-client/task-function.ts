// What a function is: what it is called with, and what its description may say.

import type { DeviceFunction, Params } from '../schemas/index.js'

export interface TaskContext {
  readonly task: string
  readonly attempt: number
  /** Fires when the lease is over by this device's own clock, or the task was cancelled. */
  readonly signal: AbortSignal
  /** When the lease ends, as epoch milliseconds by this device's wall clock; grows with each accepted progress. */
  readonly deadline: number
  /** Tells how far it is, and renews the lease. What comes too fast is thinned out. */
  progress (percent?: number, note?: string): void
  /** Kept with the task. A line alone is of level `info`. */
  log (level: LogLevel, message: string): void
  log (message: string): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What it throws fails the attempt: `error.code` and `error.message` travel; `error.retry === false` ends the task. */
// As a method, so that a function may say more of its args than that they are some JSON value.
export type TaskFunction = { call (args: unknown, context: TaskContext): unknown }['call']

/** What others are told of a function; its args and its result are held to it. */
export interface FunctionDescription {
  /** For people, in a sentence. */
  readonly summary?: string
  /** What `args` must be like; others fail with `bad-args`, and are refused at the submit already. */
  readonly params?: Params
  /** What it returns; anything else fails with `bad-result`. */
  readonly result?: Params
  /** `forever`: it goes on until it is cancelled, and its lease is renewed while it runs. */
  readonly kind?: 'single' | 'forever'
  /** Args that fit `params`. */
  readonly examples?: readonly unknown[]
}

export interface DescribedFunction {
  readonly description?: string | FunctionDescription
  readonly run: TaskFunction
}

export interface Entry {
  readonly name: string
  readonly call: TaskFunction
  readonly description?: FunctionDescription
}

/** As `birth` tells it. */
export function announced ({ name, description: { summary, params, result, kind } = {} }: Pick<Entry, 'name' | 'description'>): DeviceFunction {
  const described = { ...summary !== undefined && { description: summary }, ...params && { params }, ...result && { result }, ...kind === 'forever' && { kind } }
  return Object.keys(described).length === 0 ? name : { name, ...described }
}
