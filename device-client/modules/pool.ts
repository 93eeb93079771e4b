// The threads of one module of one deployment: so many calls at once as the device takes tasks. A call that takes too long, or
// was cancelled, ends its thread; the next call gets another.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Alarm, Clock } from '../platform/clock.js'
import { CallError, type Native } from './values.js'
import type { Call, Said, WorkerSettings } from './worker.js'

export interface CallContext {
  readonly signal: AbortSignal
  readonly timeMs: number
  log (level: number, text: string): void
  publish (topic: string, payload: Uint8Array): void
}

/** Files through which a call gets arguments, and gives its result. */
export interface Mounted {
  readonly files: ReadonlyMap<string, Native>
  readonly result: string | undefined
}

/** Of the thread itself; the memory of its module is bounded in the module. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

const startMs = 10_000

export class Pool {
  readonly #idle: Worker[] = []
  #closed = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor (private readonly settings: WorkerSettings, private readonly clock: Clock) {}

  /** @throws CallError */
  async call (call: Call, context: CallContext, mounted: Mounted): Promise<Native | undefined> {
    if (mounted.files.size === 0 && mounted.result === undefined) return await this.#call(call, context)
    // Files have names, so calls that use them take turns.
    const turn = this.#turn.then(() => this.#callWith(call, context, mounted))
    this.#turn = turn.catch(() => {})
    return await turn
  }

  async #callWith (call: Call, context: CallContext, { files, result }: Mounted): Promise<Native | undefined> {
    const { folder } = this.settings
    await mkdir(folder, { recursive: true })
    // One of a former call must not be taken for that of this one.
    if (result !== undefined) await rm(join(folder, result), { force: true })
    for (const [name, content] of files) await writeFile(join(folder, name), content as Uint8Array)
    const value = await this.#call(call, context)
    if (result === undefined) return value
    return await readFile(join(folder, result)).catch(() => { throw new CallError('bad-result', `${call.function} left no file ${result}`) })
  }

  #call (call: Call, context: CallContext): Promise<Native | undefined> {
    if (this.#closed) return Promise.reject(new CallError('not-installed', 'the module was uninstalled'))
    const rested = this.#idle.pop()
    const worker = rested ?? this.#begin()
    return new Promise<Native | undefined>((resolve, reject) => {
      const over = (isAlive: boolean, settle: () => void): void => {
        alarm.cancel()
        context.signal.removeEventListener('abort', cancelled)
        // Not all at once: a worker listens to itself.
        worker.off('message', heard).off('error', broken).off('exit', gone)
        if (isAlive && !this.#closed) this.#rest(worker)
        else this.#end(worker)
        settle()
      }
      const failed = (code: string, message: string): void => over(false, () => reject(new CallError(code, message)))
      const cancelled = (): void => failed('cancelled', 'the task was cancelled, or its lease is over')
      const broken = (error: NodeJS.ErrnoException): void => failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'trap', error.message)
      const gone = (): void => failed('trap', 'its thread has ended')
      const heard = (said: Said): void => {
        switch (said.type) {
          case 'up':
            alarm.cancel()
            alarm = ends()
            return
          case 'done': return over(true, () => resolve(said.value))
          case 'failed': return over(true, () => reject(new CallError(said.code, said.message)))
          case 'log': return context.log(said.level, said.text)
          case 'publish': return context.publish(said.topic, said.payload)
        }
      }
      // That a thread has to be begun first is not the call's fault.
      const ends = (spareMs = 0): Alarm => this.clock.after(context.timeMs + spareMs, () => failed('timed-out', `${call.function} took more than ${context.timeMs} ms`))
      let alarm = ends(rested === undefined ? startMs : 0)
      worker.on('message', heard).on('error', broken).on('exit', gone)
      context.signal.addEventListener('abort', cancelled)
      worker.ref()
      worker.postMessage(call)
    })
  }

  close (): void {
    this.#closed = true
    for (const worker of this.#idle.splice(0)) this.#end(worker)
  }

  #begin (): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.settings, resourceLimits, execArgv: ['--no-warnings'] })
    // One that ends while nothing is called is of no use any more.
    worker.on('error', () => {})
    worker.on('exit', () => {
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return worker
  }

  #rest (worker: Worker): void {
    worker.unref()
    this.#idle.push(worker)
  }

  #end (worker: Worker): void {
    worker.terminate().catch(() => {})
  }
}
