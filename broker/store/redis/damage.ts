/**
 * Keys of ours in whose place another program has put something else. Each is
 * told to the log once in a while, with what to do; what it concerns fails
 * alone, and nothing is written over.
 */
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log.js'
import { StoreDamaged } from '../store.js'

/** So often each is told, and tried again by what happens by itself. */
const AGAIN_MS = 10_000
/** Beyond so many nobody reads on. */
const KEYS_MAX = 1_000

/** @param key what was asked for, where the error does not name it; undefined where the error is about something else */
export function damageOf (error: Error, key = ''): StoreDamaged | undefined {
  const [, is, wanted, named] = /^DAMAGED (\S+) (\S+) (.*)$/s.exec(error.message) ?? []
  if (named !== undefined) return new StoreDamaged(named, textOf(named, `is a ${is}, where a ${wanted} of ours should be`), { cause: error })
  return error.message.startsWith('WRONGTYPE') ? new StoreDamaged(key, textOf(key, 'is not of the type that it should be'), { cause: error }) : undefined
}

function textOf (key: string, problem: string): string {
  return `the key ${key} in Redis ${problem}: another program has written to it. Bring it back as it was, or remove it (DEL) and give up what was in it; what needs it fails until then`
}

export class Damages {
  readonly #clock: Clock
  readonly #log: Log
  /** When each was told. */
  readonly #told = new Map<string, number>()

  constructor (clock: Clock, log: Log) {
    this.#clock = clock
    this.#log = log
  }

  /** Tells it, unless it was told a moment ago. */
  tell ({ what, message }: StoreDamaged): void {
    if (this.wasTold(what)) return
    if (this.#told.size >= KEYS_MAX) this.#told.clear()
    this.#told.set(what, this.#clock.now())
    this.#log.error({ key: what }, message)
  }

  /** A moment ago. */
  wasTold (key: string): boolean {
    const told = this.#told.get(key)
    return told !== undefined && this.#clock.now() - told < AGAIN_MS
  }
}
