/**
 * Retained messages of the embedded store, found by their keys. The package for ordinary MQTT reads and decodes all that
 * there are for every filter of every subscription; with 20,000 of them whoever connected held up everybody.
 */
import { filterReaches, isWild } from './filters.js'

/** Where the package keeps them: `retained:{topic}`. */
const RETAINED = 'retained:'
const ENTRIES_A_READ = 100
/** Behind whatever a name may go on with: this byte does not occur in UTF-8. */
const END = Buffer.of(0xff)

const bytes = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const
type Bytes = typeof bytes

interface Entries {
  nextv: (size: number) => Promise<readonly (readonly [key: Buffer, value: Buffer])[]>
  close: () => Promise<void>
}

/** What is needed of LevelDB. */
export interface Database {
  get: (key: Buffer, options: Bytes) => Promise<Buffer | undefined>
  iterator: (range: Bytes & { readonly gte: Buffer, readonly lt: Buffer }) => Entries
}

/** In place of the database, for one question to the package: whatever range it asks for, it gets what the filter reaches. */
export function narrowed (database: Database, filter: string): { readonly values: () => AsyncGenerator<Buffer> } {
  return { values: () => isWild(filter) ? reached(database, filter.split('/')) : one(database, filter) }
}

async function * one (database: Database, topic: string): AsyncGenerator<Buffer> {
  const packet = await database.get(Buffer.from(RETAINED + topic), bytes)
  if (packet !== undefined) yield packet
}

async function * reached (database: Database, levels: readonly string[]): AsyncGenerator<Buffer> {
  // Without the slash in front of the wildcard: `sport/#` reaches `sport`.
  const first = Buffer.from(RETAINED + levels.slice(0, levels.findIndex(isWild)).join('/'))
  const entries = database.iterator({ gte: first, lt: Buffer.concat([first, END]), ...bytes })
  try {
    while (true) {
      const read = await entries.nextv(ENTRIES_A_READ)
      for (const [key, packet] of read) if (filterReaches(levels, key.toString('utf8', RETAINED.length))) yield packet
      if (read.length === 0) return
    }
  } finally {
    await entries.close()
  }
}
