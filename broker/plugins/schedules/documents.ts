/** What is told of schedules, and when they are due. Pure. */
import type { Transition } from '../../core/command.js'
import type { Indexes, StoredRecord } from '../../core/records.js'
import type { Schedule, Work } from '../../core/schedule.js'

const NAMES = { task: 'task', workflow: 'run', execution: 'execution' } as const

export function scheduleDocument ({ id, submitter, state, content, nextAt, last, fired, skipped, missed, waiting = [], problem, since, v }: Schedule): object {
  return { schedule: id, submitter, state, ...content, nextAt, last: last && { at: last.at, ...named(last.work) }, fired, skipped, missed, waiting: waiting.length === 0 ? undefined : waiting.length, problem, since, v }
}

function named (work: Work | undefined): object {
  return work === undefined ? {} : { [NAMES[work.kind]]: work.id }
}

export function scheduleIndexes (record: StoredRecord): Indexes {
  const { deadline } = record as Schedule
  return deadline === undefined ? {} : { deadline }
}

export function changed (before: Schedule | undefined, after: Schedule | undefined): Transition {
  const id = (after ?? before)?.id ?? ''
  return {
    change: { kind: 'schedule', id, expect: before?.v ?? 0, record: after ?? null },
    notes: [],
    effects: [after === undefined ? { type: 'gone', kind: 'schedule', id } : { type: 'state', kind: 'schedule', record: after }]
  }
}
