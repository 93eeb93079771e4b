/** A log that a test can wait for: each line is heard once, whether it was said before or comes later. */
import type { Log } from '../../broker/platform/log.js'

type Level = keyof Log
interface Line { readonly level: Level, readonly message: string, readonly details: object }
interface Listener { readonly line: Line, readonly heard: () => void }

export class HeardLog implements Log {
  readonly debug = this.#at('debug')
  readonly info = this.#at('info')
  readonly warn = this.#at('warn')
  readonly error = this.#at('error')
  readonly #lines: Line[] = []
  readonly #listeners: Listener[] = []
  readonly #sayings: { readonly has: (line: Line) => boolean, readonly heard: (line: Line) => void }[] = []

  /** Resolves with a line that was not heard before and says at least this. */
  heard (level: Level, message: string, details: object = {}): Promise<void> {
    const line = { level, message, details }
    const at = this.#lines.findIndex(one => says(one, line))
    if (at === -1) return new Promise(resolve => { this.#listeners.push({ line, heard: resolve }) })
    this.#lines.splice(at, 1)
    return Promise.resolve()
  }

  /** Resolves with the line, details and all, that has this text in it; it counts as heard. */
  async said (text: string): Promise<string> {
    const has = (line: Line): boolean => JSON.stringify(line).includes(text)
    const at = this.#lines.findIndex(has)
    if (at !== -1) return JSON.stringify(this.#lines.splice(at, 1)[0])
    return await new Promise(resolve => { this.#sayings.push({ has, heard: line => resolve(JSON.stringify(line)) }) })
  }

  #at (level: Level): (details: object, message: string) => void {
    return (details, message) => {
      const line = { level, message, details }
      const at = this.#listeners.findIndex(one => says(line, one.line))
      const saying = this.#sayings.findIndex(({ has }) => has(line))
      if (saying !== -1) this.#sayings.splice(saying, 1)[0]?.heard(line)
      else if (at === -1) this.#lines.push(line)
      else this.#listeners.splice(at, 1)[0]?.heard()
    }
  }
}

function says (line: Line, wanted: Line): boolean {
  const details: Readonly<Record<string, unknown>> = { ...line.details }
  return line.level === wanted.level && line.message === wanted.message && Object.entries(wanted.details).every(([name, value]) => details[name] === value)
}
