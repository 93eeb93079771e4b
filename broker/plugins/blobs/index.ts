/** Blobs: everything under `from/{p}/blobs/…`. They are never told on `state/` or `events/`. */
import type { Indexes, StoredRecord } from '../../core/records.js'

export { blobCommands } from './commands.js'

export function blobIndexes (record: StoredRecord): Indexes {
  const { deadline } = record as StoredRecord & { deadline?: number }
  return deadline === undefined ? {} : { deadline }
}
