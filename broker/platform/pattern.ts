/**
 * Regular expressions of scripts, with a limit in time: one that tries every
 * way there is would keep all else from going on, and no timer could end it.
 */
import { type Context, Script, createContext } from 'node:vm'

const PATTERN_MS = 500
// A script in a context can be ended from outside while it runs; a plain call can't.
const search = new Script('pattern.exec(text)')

/** What JSONata asks of its RegexEngine. */
export class TimedPattern {
  readonly #pattern: RegExp
  readonly #context: Context

  constructor (pattern: RegExp) {
    this.#pattern = new RegExp(pattern)
    this.#context = createContext({ pattern: this.#pattern, text: '' })
  }

  get lastIndex (): number { return this.#pattern.lastIndex }
  set lastIndex (at: number) { this.#pattern.lastIndex = at }

  /** @throws Error once its time is over */
  exec (text: string): RegExpExecArray | null {
    this.#context.text = text
    try {
      return search.runInContext(this.#context, { timeout: PATTERN_MS }) as RegExpExecArray | null
    } catch {
      throw new Error(`${String(this.#pattern)} takes longer than ${PATTERN_MS} ms`)
    }
  }
}
