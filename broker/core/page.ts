/** Pages of a list, cut to what one message may carry. Pure: who reads them is given. */
import { type Awaitable, type StoredRecord, after } from './records.js'

export interface Page {
  readonly records: readonly StoredRecord[]
  readonly cursor?: string
}

/** At least one record, and no more than `bytesMax` hold: a reader goes on from the cursor. */
export function fittingPage (
  read: (limit: number) => Awaitable<Page>, limit: number, bytesOf: (record: StoredRecord) => number, bytesMax: number
): Awaitable<Page> {
  return after(read(limit), page => {
    let bytes = 0
    const fitting = page.records.findIndex(record => (bytes += bytesOf(record)) > bytesMax)
    return fitting === -1 ? page : read(Math.max(fitting, 1))
  })
}
