/**
 * What is read from files that may be replaced while the server runs: looked at
 * again when one of them has changed, and taken over if it is good. What is
 * wrong with it is logged, and what it said before goes on.
 */
import { type StatsListener, readFileSync, unwatchFile, watchFile } from 'node:fs'
import { type Log } from '../index.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import { flagOf } from './settings/setting.js'

/** By looking at them, not by notices of the system: those don't come from mounted folders, and not for what a link points to. */
const LOOK_MS = 1_000

export class Watched<T> {
  #value: T
  readonly #watchers: (() => void)[] = []
  readonly #look: StatsListener

  /**
   * @param what for people, as in `the certificate`
   * @param read throws an error with a text for people
   * @throws CommandError where the first reading fails
   */
  constructor (private readonly files: readonly string[], what: string, private readonly read: () => T, log: Log) {
    try {
      this.#value = read()
    } catch (error) {
      throw new CommandError(exitCodes.usage, messageOf(error))
    }
    this.#look = (now, before) => {
      if (now.mtimeMs === before.mtimeMs && now.ino === before.ino && now.size === before.size) return
      try {
        this.#value = this.read()
        log.info({}, `${what} has changed and is taken over`)
      } catch (error) {
        log.error({ problem: messageOf(error) }, `${what} has changed and can not be used: what it was before goes on`)
        return
      }
      for (const changed of this.#watchers) changed()
    }
    for (const file of files) watchFile(file, { interval: LOOK_MS, persistent: false }, this.#look)
  }

  get value (): T {
    return this.#value
  }

  onChange (changed: () => void): void {
    this.#watchers.push(changed)
  }

  close (): void {
    for (const file of this.files) unwatchFile(file, this.#look)
  }
}

/** The content of a file that a setting names. @throws with the flag, what is wrong, and what to do */
export function contentOfNow (key: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Error(`${flagOf(key)}: ${path} can't be read (${messageOf(error)}): correct the path, or let this user read it`)
  }
}
