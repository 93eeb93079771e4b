// The functions of a device: given in code, or a folder of modules, one function a file, called by the file's name.
// Arguments are data, never code: what a task can start is what was put here beforehand.

import { readdir } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validate, type DeviceFunction } from '../schemas/index.js'

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

export interface Library {
  readonly functions: ReadonlyMap<string, TaskFunction>
  /** As `birth` tells it. */
  readonly described: DeviceFunction[]
}

/** @throws TypeError for names and modules that can't serve, before anything is connected. */
export async function loadFunctions (source: string | Record<string, TaskFunction>, mayBeNone = false): Promise<Library> {
  const entries = typeof source === 'string'
    ? await readFolder(source)
    : Object.entries(source).map(([name, call]) => ({ name, call }))
  const described = entries.map(describe)
  const problem = validate('devices/birth', { session: 0, functions: described })
  if (entries.length === 0 && !mayBeNone) throw new TypeError('functions: a device without modules must have at least 1 entry')
  if (problem) throw new TypeError(`functions of ${typeof source === 'string' ? source : 'the device'}: ${problem.message}`)
  return { functions: new Map(entries.map(({ name, call }) => [name, call])), described }
}

interface Entry { name: string, call: TaskFunction, description?: string }

const describe = ({ name, description }: Entry): DeviceFunction =>
  description === undefined ? name : { name, description }

const moduleExtensions = new Set(['.js', '.mjs', '.cjs'])

async function readFolder (folder: string): Promise<Entry[]> {
  const names = (await readdir(folder)).filter((name) => moduleExtensions.has(extname(name))).sort()
  if (names.length === 0) throw new TypeError(`functions: ${folder} holds no .js, .mjs or .cjs module`)
  return Promise.all(names.map((name) => readModule(join(folder, name))))
}

async function readModule (path: string): Promise<Entry> {
  const exported = await import(pathToFileURL(resolve(path)).href) as { default?: unknown, description?: unknown }
  if (typeof exported.default !== 'function') throw new TypeError(`functions: ${path} has no function as its default export`)
  const { description } = exported
  return {
    name: basename(path, extname(path)),
    call: exported.default as TaskFunction,
    ...typeof description === 'string' && { description }
  }
}
