// The tasks an app waits for. Their ends are told (`ended`), and where that telling got lost (effects can be lost, state
// can't) they are asked for: after each reconnecting, and when nothing was heard for a while.

import { RequestError, TaskError, hasEnded, taskErrorOf, type TaskDocument } from './failures.js'
import type { Alarm, Clock } from './platform/clock.js'

export interface TaskBookOptions {
  readonly clock: Clock
  readonly pollMs: number
  get (task: string): Promise<TaskDocument>
}

interface Entry {
  readonly result: Promise<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  claims: number
  isAccepted: boolean
  heardAt: number
}

/** Questions on their way at the same time after a reconnecting. */
const askedAtOnce = 32

export class TaskBook {
  #alarm: Alarm | undefined
  #asking = false
  readonly #entries = new Map<string, Entry>()

  constructor (readonly options: TaskBookOptions) {}

  /** The outcome of a task that is being submitted or asked for; the same one for all who wait. */
  expect (task: string, accepted: Promise<unknown>): Promise<unknown> {
    const entry = this.#entries.get(task) ?? this.#open(task)
    entry.claims++
    const result = accepted.then(() => entry.result, (error: unknown) => {
      if (--entry.claims === 0) this.#close(task)
      throw error
    })
    result.catch(() => {})
    return result
  }

  isWaitingFor (task: string): boolean {
    return this.#entries.has(task)
  }

  heard (document: TaskDocument): void {
    const entry = this.#entries.get(document.task)
    if (!entry) return
    entry.isAccepted = true
    entry.heardAt = this.options.clock.monotonicMs()
    if (!hasEnded(document.state)) return
    this.#close(document.task)
    if (document.state === 'completed') entry.resolve(document.result)
    else entry.reject(taskErrorOf(document))
  }

  /** Asks for all that were accepted, because their ends may have been told to nobody. */
  askAll (quietMs = 0): void {
    if (this.#asking) return
    this.#asking = true
    const before = this.options.clock.monotonicMs() - quietMs
    const quiet = [...this.#entries].filter(([, { isAccepted, heardAt }]) => isAccepted && heardAt <= before)
    const askRest = async (): Promise<void> => {
      for (let next = quiet.pop(); next; next = quiet.pop()) await this.#ask(next[0])
    }
    Promise.all(Array.from({ length: askedAtOnce }, askRest)).then(() => { this.#asking = false }, () => {})
  }

  close (): void {
    this.#alarm?.cancel()
    for (const [task, { reject }] of this.#entries) reject(new TaskError(task, 'closed', 'the app was closed before the task ended'))
    this.#entries.clear()
  }

  #open (task: string): Entry {
    let resolve!: Entry['resolve']
    let reject!: Entry['reject']
    const result = new Promise<unknown>((_resolve, _reject) => { resolve = _resolve; reject = _reject })
    result.catch(() => {})
    const entry: Entry = { result, resolve, reject, claims: 0, isAccepted: false, heardAt: 0 }
    this.#entries.set(task, entry)
    this.#arm()
    return entry
  }

  #close (task: string): void {
    this.#entries.delete(task)
  }

  #arm (): void {
    const { clock, pollMs } = this.options
    this.#alarm ??= clock.after(pollMs, () => {
      this.#alarm = undefined
      this.askAll(pollMs)
      if (this.#entries.size > 0) this.#arm()
    })
  }

  async #ask (task: string): Promise<void> {
    try {
      this.heard(await this.options.get(task))
    } catch (error) {
      // Whatever else went wrong with the question, it is asked again later.
      if (!(error instanceof RequestError) || (error.code !== 'unknown-task' && error.code !== 'forbidden')) return
      const entry = this.#entries.get(task)
      this.#close(task)
      entry?.reject(new TaskError(task, error.code, `the task was accepted, but is not told about any more: ${error.message}`))
    }
  }
}
