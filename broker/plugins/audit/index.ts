/** What was done by whom: kept, told to administrators, and read by them. Nothing here decides whether something may be done. */
import type { AuditList } from '../../../schemas/index.js'
import type { AuditEntry, AuditRecord } from '../../core/audit.js'
import { type CommandDefinition, type Decision, type Reader, define } from '../../core/command.js'
import { type Awaitable, after } from '../../core/records.js'

/** Of each node. A thousand a day are a week and a half; the log has them all. */
export const AUDIT_MAX = 10_000
const LIST_LIMIT = 100
const PAGE = 1_000

/** Nobody sends this. */
const note = define<{ place: number, entry: AuditEntry }, AuditRecord | undefined>({
  key: 'audit/note',
  order: ({ entity }) => ({ exclusive: `audit ${entity}` }),
  read: (reader, { entity }) => after(reader.record('audit', entity), record => record as AuditRecord | undefined),
  decide (before, { entity, body: { place, entry } }): Decision {
    const record: AuditRecord = { id: entity, v: (before?.v ?? 0) + 1, place, entry }
    return { transitions: [{ change: { kind: 'audit', id: entity, expect: before?.v ?? 0, record }, notes: [], effects: [{ type: 'audit', entry }] }] }
  }
})

const list = define<AuditList, readonly AuditRecord[]>({
  key: 'audit/list',
  order: () => undefined,
  read: (reader, { body }) => found(reader, body),
  decide (records, { body }, { limits }): Decision {
    const newest = [...records].sort(newestFirst)
    const from = body.cursor === undefined ? 0 : newest.findIndex(record => cursorOf(record) === body.cursor) + 1
    const entries: AuditEntry[] = []
    let bytes = 0
    for (const { entry } of newest.slice(from, from + (body.limit ?? LIST_LIMIT))) {
      bytes += Buffer.byteLength(JSON.stringify(entry)) + 1
      if (bytes > limits.valueBytes) break
      entries.push(entry)
    }
    const last = newest[from + entries.length - 1]
    const isMore = from + entries.length < newest.length
    return { transitions: [], reply: { entries, cursor: isMore && last !== undefined ? cursorOf(last) : undefined } }
  }
})

export const auditCommands: readonly CommandDefinition[] = [note, list]

/** There are at most so many that all of them can be looked at. */
function found (reader: Reader, { account, entity }: AuditList): Awaitable<readonly AuditRecord[]> {
  const matches = ({ entry }: AuditRecord): boolean => (account === undefined || entry.account === account) && (entity === undefined || entry.entity === entity)
  const next = (known: readonly AuditRecord[], cursor: string | undefined): Awaitable<readonly AuditRecord[]> =>
    after(reader.page('audit', record => matches(record as AuditRecord), PAGE, cursor), page => {
      const all = [...known, ...page.records as readonly AuditRecord[]]
      return page.cursor === undefined ? all : next(all, page.cursor)
    })
  return next([], undefined)
}

function newestFirst (a: AuditRecord, b: AuditRecord): number {
  return b.entry.at - a.entry.at || b.place - a.place || (a.id < b.id ? 1 : -1)
}

/** Its place is used again: the time tells it from its successor. */
function cursorOf ({ id, place, entry }: AuditRecord): string {
  return Buffer.from(`${entry.at}.${place}.${id}`).toString('base64url')
}
