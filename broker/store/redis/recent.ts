/**
 * The records that this process saw last, with their small parts: most commands
 * are about one of them, and their commits tell when another node was faster.
 * Bounded by number and by size; what is not here is read.
 */
import type { Change, StoredRecord } from '../../core/records.js'

interface Entry {
  record: StoredRecord
  parts: Parts | undefined
}

type Parts = Record<string, string>

const ENTRIES_MAX = 20_000
/** In UTF-16 units. */
const CHARS_MAX = 16 * 2 ** 20
const PART_CHARS_MAX = 16 * 2 ** 10

export class Recent {
  /** In the order in which they were first seen. */
  readonly #entries = new Map<string, Entry>()
  #chars = 0

  get (kind: string, id: string): StoredRecord | undefined {
    return this.#entries.get(keyOf(kind, id))?.record
  }

  part (kind: string, id: string, name: string): string | undefined {
    return this.#entries.get(keyOf(kind, id))?.parts?.[name]
  }

  /** What was read: its parts are only what is known of them. */
  saw (kind: string, record: StoredRecord): void {
    const key = keyOf(kind, record.id)
    const entry = this.#entries.get(key)
    this.#put(key, record, entry?.record.v === record.v ? entry.parts : undefined)
  }

  /** What was committed. */
  wrote ({ kind, id, record, parts }: Change): void {
    const key = keyOf(kind, id)
    if (record === null) return this.#drop(key)
    const known = this.#entries.get(key)?.parts
    this.#put(key, record, known)
    for (const name in parts) this.#setPart(key, name, parts[name] ?? null)
  }

  claimed (kind: string, record: StoredRecord, args: string | null): void {
    const key = keyOf(kind, record.id)
    this.#put(key, record, undefined)
    this.#setPart(key, 'args', args)
  }

  forget (kind: string, id: string): void {
    this.#drop(keyOf(kind, id))
  }

  #put (key: string, record: StoredRecord, parts: Entry['parts']): void {
    const before = this.#entries.get(key)
    if (before === undefined) {
      this.#entries.set(key, { record, parts })
      if (this.#entries.size > ENTRIES_MAX || this.#chars > CHARS_MAX) this.#forgetOldest()
      return
    }
    if (before.parts !== parts) this.#chars -= charsOf(before.parts)
    before.record = record
    before.parts = parts
  }

  #setPart (key: string, name: string, text: string | null): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#chars -= entry.parts?.[name]?.length ?? 0
    if (text === null || text.length > PART_CHARS_MAX) {
      delete entry.parts?.[name]
      return
    }
    entry.parts ??= {}
    entry.parts[name] = text
    this.#chars += text.length
  }

  #drop (key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#chars -= charsOf(entry.parts)
  }

  /** Many at once: a map walks over all that was deleted from it to find its first entry. */
  #forgetOldest (): void {
    const [entriesLeft, charsLeft] = [ENTRIES_MAX * 3 / 4, CHARS_MAX * 3 / 4]
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= entriesLeft && this.#chars <= charsLeft) break
      this.#drop(key)
    }
  }
}

function keyOf (kind: string, id: string): string {
  return `${kind}:${id}`
}

function charsOf (parts: Entry['parts']): number {
  let chars = 0
  for (const name in parts) chars += parts[name]?.length ?? 0
  return chars
}
