/**
 * What a client did and was told, line by line in a file of its own. Lines are
 * written synchronously before the client goes on, so that the file tells the
 * truth whatever happens to anybody.
 */
import { openSync, readFileSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../../broker/platform/clock.js'

export type What =
  /** An app: is about to submit; got PUBACK for it; was told what the task is now; was refused. */
  | 'invoke' | 'ack' | 'told' | 'refused'
  /** A device: was offered; is about to say `success`; got PUBACK for it; was told `accepted`, `rejected`. */
  | 'receive' | 'complete' | 'complete-acked' | 'complete-accepted' | 'complete-rejected'
  /** A device: knows that it holds the lease; is about to say `fail`; was told to stop. */
  | 'begun' | 'fail' | 'dropped'
  /** The checker's own question at the end, and that the task is not known any more. */
  | 'final' | 'unknown'

export interface Entry {
  readonly who: string
  readonly at: number
  readonly what: What
  readonly task: string
  readonly args?: number
  readonly attempt?: number
  /** When a lease is over by the device's own clock. */
  readonly until?: number
  readonly state?: string
  readonly v?: number
  readonly result?: unknown
  readonly code?: string
}

export type Note = Omit<Entry, 'who' | 'at'>

export class History {
  readonly #file: number
  readonly #clock = systemClock()

  constructor (directory: string, private readonly who: string) {
    this.#file = openSync(join(directory, `${who}.ndjson`), 'a')
  }

  now (): number {
    return this.#clock.now()
  }

  write (note: Note): void {
    const entry: Entry = { who: this.who, at: this.now(), ...note }
    writeSync(this.#file, `${JSON.stringify(entry)}\n`)
  }
}

/** Of all clients; in the order of each file. */
export function readHistories (directory: string): Entry[] {
  return readdirSync(directory).filter(name => name.endsWith('.ndjson')).flatMap(name =>
    readFileSync(join(directory, name), 'utf8').trimEnd().split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Entry))
}
