// The thread of a module: one call after the other. Each has an instance of its own, unless the module exports `reset`, which
// is called after each call then. What goes wrong in it ends the call, and nothing else.

import { parentPort, workerData } from 'node:worker_threads'
import { type CompiledModule, type Memory, engine } from '../platform/engine.js'
import { type HostSettings, importsOf } from './interfaces.js'
import type { Native } from './values.js'

export interface Call {
  readonly function: string
  readonly args: readonly Native[]
  /** JSON or bytes: a place and a length come back, in one number. */
  readonly givesBytes: boolean
  readonly givesNothing: boolean
}

export interface WorkerSettings extends HostSettings { readonly module: CompiledModule }

export type Said =
  | { readonly type: 'up' }
  | { readonly type: 'done', readonly value: Native | undefined }
  | { readonly type: 'failed', readonly code: string, readonly message: string }
  | { readonly type: 'log', readonly level: number, readonly text: string }
  | { readonly type: 'publish', readonly topic: string, readonly payload: Uint8Array }

type Exports = Record<string, (...values: (number | bigint)[]) => number | bigint | undefined>

interface Instance { readonly exports: Exports, readonly memory: Memory | undefined }

class BadResult extends Error {}

const settings = workerData as WorkerSettings
const say = (said: Said): void => parentPort?.postMessage(said)
let kept: Instance | undefined

/** Of one call. Nothing holds it up while it speaks: what is not read yet would pile up in the device. */
const logsMax = 100
const logLengthMax = 8_192
const publishesMax = 1_000
const publishedBytesMax = 16 * 2 ** 20
let logs = 0
let publishes = 0
let published = 0

const words = {
  log (level: number, text: string): void {
    if (++logs > logsMax + 1) return
    say(logs > logsMax ? { type: 'log', level, text: `further lines of this call are left out: ${logsMax} are taken` } : { type: 'log', level, text: text.slice(0, logLengthMax) })
  },
  publish (topic: string, payload: Uint8Array): void {
    published += payload.length
    if (++publishes > publishesMax || published > publishedBytesMax) throw new Error(`a call may publish ${publishesMax} messages and ${publishedBytesMax} bytes`)
    say({ type: 'publish', topic, payload })
  }
}

function newInstance (): Instance {
  const made: { memory?: Memory | undefined } = {}
  const { imports, wasi } = importsOf(settings, words, () => {
    if (made.memory === undefined) throw new Error('the module has no memory that it exports')
    return made.memory
  })
  const instance = new engine.Instance(settings.module, imports)
  const memory = made.memory = instance.exports.memory as Memory | undefined
  // A library for WASI has an _initialize; a program, which would have a _start, is none.
  if (wasi !== undefined) wasi.initialize(instance)
  return { exports: instance.exports as unknown as Exports, memory }
}

function run (call: Call): Native | undefined {
  logs = publishes = published = 0
  const instance = kept ?? newInstance()
  kept = undefined
  const value = called(instance, call)
  // Only after a call that went well: of any other nobody knows what it has left behind.
  if (instance.exports.reset !== undefined) {
    instance.exports.reset()
    kept = instance
  }
  return value
}

function called ({ exports, memory }: Instance, { function: name, args, givesBytes, givesNothing }: Call): Native | undefined {
  const values = args.flatMap(arg => {
    if (!(arg instanceof Uint8Array)) return [arg]
    const place = Number(exports.alloc?.(arg.length) ?? 0) >>> 0
    if (memory === undefined || place + arg.length > memory.buffer.byteLength) throw new BadResult(`alloc gave no room for ${arg.length} bytes`)
    new Uint8Array(memory.buffer, place, arg.length).set(arg)
    return [place, arg.length]
  })
  const value = exports[name]?.(...values)
  if (givesNothing || value === undefined) return undefined
  if (!givesBytes) return value
  const place = Number(BigInt(value) >> 32n & 0xffffffffn)
  const length = Number(BigInt(value) & 0xffffffffn)
  if (memory === undefined || place + length > memory.buffer.byteLength) throw new BadResult(`the result is said to be ${length} bytes at ${place}, outside of the memory`)
  return Uint8Array.from(new Uint8Array(memory.buffer, place, length))
}

parentPort?.on('message', (call: Call) => {
  try {
    say({ type: 'done', value: run(call) })
  } catch (error) {
    const code = error instanceof BadResult ? 'bad-result' : 'trap'
    say({ type: 'failed', code, message: error instanceof Error ? error.message : String(error) })
  }
})
say({ type: 'up' })
