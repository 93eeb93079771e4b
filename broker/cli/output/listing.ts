/** What `tasks`, `devices` and `nodes` have in common: as many entries as asked for, as a table or one JSON a line. */
import { number } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'
import { hint, jsonOf, say } from './lines.js'
import { table } from './table.js'

export const limitSettings = flagsOnly({ limit: number(0)({ default: 100, about: 'how many at most; 0: all' }) })

/** The largest page that the contract allows; what is not needed isn't asked for. */
const PAGE_MAX = 100

export const pageOf = (limit: number): number => limit === 0 ? PAGE_MAX : Math.min(limit, PAGE_MAX)

interface Listing<T> {
  readonly json: boolean
  readonly limit: number
  readonly head: readonly string[]
  /** A column that is left out where no entry has anything to say in it. */
  readonly optional?: string
  readonly row: (entry: T) => readonly unknown[]
}

export async function showListing<T> (entries: AsyncIterable<T> | Iterable<T>, { json, limit, head, optional, row }: Listing<T>): Promise<void> {
  const rows: (readonly unknown[])[] = []
  let count = 0
  let more = false
  for await (const entry of entries) {
    more = limit > 0 && count === limit
    if (more) break
    count++
    if (json) say(jsonOf(entry))
    else rows.push(row(entry))
  }
  const idle = head.findIndex((name, column) => name === optional && rows.every(cells => cells[column] === undefined))
  const kept = <C>(cells: readonly C[]): C[] => cells.filter((_, column) => column !== idle)
  if (rows.length > 0) say(table(kept(head), rows.map(kept)))
  if (count === 0 && !json) hint('none')
  if (more) hint(`there are more than ${limit}: --limit 0 lists all`)
}
