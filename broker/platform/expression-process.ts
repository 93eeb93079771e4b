/**
 * Expressions of others, evaluated in a process apart: one that goes round for
 * ever, or takes all memory, ends with that process and holds up nobody but
 * those that wait for it. A thread would not do: where one allocation goes
 * beyond its memory, the whole process ends.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Clock, type Timer, systemClock } from './clock.js'
import { plainly } from './expressions.js'

export interface Asked {
  readonly expression: string
  readonly data: object
  /** It is evaluated once for each of them, over the data with these fields besides. */
  readonly each: readonly object[]
  /** Of what it comes to, as JSON. */
  readonly bytesMax: number
}

/** As JSON; none where it comes to nothing. */
export type Answered = { readonly value?: string } | { readonly problem: string }
/** What the process says once it has begun. */
export const READY = 'ready'

interface Waiting extends Asked {
  readonly settle: (answers: readonly Answered[]) => void
}

export type Evaluated = { readonly value: unknown } | { readonly problem: string }

const ONCE = [{}]
/** Within the time of one. */
const TOGETHER_MAX = 32
const EXPRESSION_MS = 1_000
const MEMORY_MB = 64
/** More than any command's arguments may have. */
const BYTES_MAX = 4 * 1024 * 1024

export class ExpressionProcess {
  readonly #clock: Clock
  readonly #queue: Waiting[] = []
  #child: ChildProcess | undefined
  #current: Waiting | undefined
  #alarm: Timer | undefined

  constructor (clock: Clock = systemClock()) {
    this.#clock = clock
  }

  /** @throws Error in words for people */
  readonly evaluate = async (expression: string, data: object): Promise<unknown> => {
    const [found] = await this.evaluateEach(expression, data, ONCE)
    if (found !== undefined && 'problem' in found) throw new Error(found.problem)
    return found?.value
  }

  /** The same, once for each of these; in their order. What takes too long is told of all that were asked for together. */
  readonly evaluateEach = async (expression: string, data: object, each: readonly object[]): Promise<readonly Evaluated[]> => {
    const plain = each.map(fields => plainly(expression, { ...data, ...fields }))
    if (plain.every(one => one !== undefined)) return plain
    const found: Evaluated[] = []
    for (let at = 0; at < each.length; at += TOGETHER_MAX) {
      const answers = await this.#answers(expression, data, each.slice(at, at + TOGETHER_MAX))
      found.push(...answers.map(answer => 'problem' in answer ? { problem: `${expression}: ${answer.problem}` } : { value: answer.value === undefined ? undefined : JSON.parse(answer.value) as unknown }))
    }
    return found
  }

  #answers (expression: string, data: object, each: readonly object[]): Promise<readonly Answered[]> {
    return new Promise(resolve => {
      this.#queue.push({ expression, data, each, bytesMax: BYTES_MAX, settle: resolve })
      this.#next()
    })
  }

  #next (): void {
    if (this.#current !== undefined) return
    this.#current = this.#queue.shift()
    if (this.#current === undefined) return this.#heed(false)
    this.#heed(true)
    if (this.#child === undefined) this.#start()
    else this.#ask()
  }

  /** Nobody's exit waits for it unless it is asked something; it ends with its channel. */
  #heed (isAsked: boolean): void {
    for (const one of [this.#child, this.#child?.channel]) isAsked ? one?.ref() : one?.unref()
  }

  #ask (): void {
    if (this.#current === undefined) return
    const { settle, ...asked } = this.#current
    this.#child?.send(asked satisfies Asked, error => { if (error !== null) this.#ended(error.message) })
    this.#alarm = this.#clock.setTimeout(() => this.#ended(`it takes longer than ${EXPRESSION_MS} ms`), EXPRESSION_MS)
  }

  #start (): void {
    const child = this.#child = fork(fileURLToPath(new URL('./expression-child.js', import.meta.url)), { execArgv: [`--max-old-space-size=${MEMORY_MB}`], env: {}, stdio: 'ignore' })
    child.on('message', said => {
      if (child !== this.#child) return
      if (said === READY) this.#ask()
      else this.#answered(said as readonly Answered[])
    })
    child.on('error', error => { if (child === this.#child) this.#ended(error.message) })
    child.on('exit', (_, signal) => { if (child === this.#child) this.#ended(signal === 'SIGABRT' ? `it needs more than ${MEMORY_MB} MiB` : 'the process that evaluates it ended') })
  }

  /** The process is of no more use. */
  #ended (problem: string): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
    this.#answered(this.#current?.each.map(() => ({ problem })) ?? [])
  }

  #answered (answers: readonly Answered[]): void {
    if (this.#alarm !== undefined) this.#clock.clearTimeout(this.#alarm)
    this.#current?.settle(answers)
    this.#current = undefined
    this.#next()
  }
}
