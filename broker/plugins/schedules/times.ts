/** When a schedule is due, and what of it is still to be started. Pure; cron comes in as a function. */
import { everyMs } from '../../core/every.js'
import { longHashOf } from '../../core/hash.js'
import type { Schedule, ScheduleContent } from '../../core/schedule.js'

export type NextCron = (pattern: string, timezone: string, after: number) => number | undefined

/** What is later than this was missed: nobody served, or it was paused. */
const LATE_MS = 5_000
/** Looked at one by one; what lies before is missed uncounted. */
const MISSED_SEEN_MAX = 1_000
const MISSED_MAX = 100
export const WAITING_MAX = 100
/** How soon it is looked whether what goes on is over. */
const BUSY_AGAIN_MS = 1_000

/** The first time after this one; undefined where there is none. */
export function nextAfter (content: ScheduleContent, after: number, next: NextCron): number | undefined {
  const { at, every, cron, timezone = 'UTC', start = 0, end = Infinity } = content
  const from = Math.max(after, start - 1)
  const found = at !== undefined ? (at > after ? at : undefined) : every !== undefined ? nextPeriod(every, content.start, after) : next(cron ?? '', timezone, from)
  return found === undefined || found > end ? undefined : found
}

/** In step with `start`; without one with the time before. */
function nextPeriod (every: string, start: number | undefined, after: number): number {
  const ms = everyMs(every)
  if (start === undefined) return after + ms
  return after < start ? start : start + ms * (Math.floor((after - start) / ms) + 1)
}

/** When a time comes, with its jitter: the same on every node. */
export function comesAt ({ id, content: { jitterMs = 0 } }: Pick<Schedule, 'id' | 'content'>, at: number): number {
  return jitterMs === 0 ? at : at + parseInt(longHashOf(`${id} ${at}`).slice(0, 6), 36) % (jitterMs + 1)
}

export interface Due {
  /** To be started now, if nothing goes on. */
  readonly times: readonly number[]
  /** Whether each waits for the one before, whatever `onOverlap` says. */
  readonly isOneByOne: boolean
  readonly missed: number
  readonly nextAt: number | undefined
}

export function dueOf (schedule: Schedule, now: number, next: NextCron): Due {
  const { content: { onMissed = 'once', missedMax = MISSED_MAX } } = schedule
  const past: number[] = []
  let { nextAt } = schedule
  for (let seen = 0; nextAt !== undefined && comesAt(schedule, nextAt) <= now; seen++) {
    past.push(nextAt)
    nextAt = nextAfter(schedule.content, seen < MISSED_SEEN_MAX ? nextAt : Math.max(nextAt, skippedTo(schedule, now)), next)
  }
  const late = past.filter(at => comesAt(schedule, at) < now - LATE_MS)
  const timely = past.slice(late.length)
  const kept = onMissed === 'skip' ? [] : late.slice(onMissed === 'once' ? -1 : -missedMax)
  return { times: [...kept, ...timely], isOneByOne: onMissed === 'all' && kept.length > 0, missed: onMissed === 'once' ? Math.max(late.length - 1, 0) : late.length - kept.length, nextAt }
}

/** Of years of seconds only the last are looked at. */
function skippedTo ({ content: { every } }: Schedule, now: number): number {
  return every === undefined ? now - LATE_MS : now - LATE_MS - everyMs(every)
}

export interface Step {
  readonly start: number | undefined
  readonly replaces: boolean
  readonly waiting: readonly number[]
  readonly skipped: number
}

/** What becomes of what is due, beside what goes on. At most one is started at a look. */
export function stepOf ({ content: { onOverlap = 'skip' }, waiting: before = [] }: Schedule, { times, isOneByOne }: Due, isBusy: boolean): Step {
  const waiting = [...before]
  let skipped = 0
  let start: number | undefined
  for (const at of times) {
    const isFree = start === undefined && waiting.length === 0 && (!isBusy || onOverlap === 'replace')
    if (isFree) start = at
    else if (onOverlap === 'replace') [start, skipped] = [at, skipped + 1]
    else if ((onOverlap === 'queue' || isOneByOne) && waiting.length < WAITING_MAX) waiting.push(at)
    else skipped++
  }
  if (start === undefined && !isBusy) start = waiting.shift()
  return { start, replaces: isBusy && start !== undefined, waiting, skipped }
}

export function deadlineOf (schedule: Pick<Schedule, 'id' | 'content' | 'nextAt' | 'waiting'>, now: number): number | undefined {
  const times = [...schedule.nextAt === undefined ? [] : [comesAt(schedule, schedule.nextAt)], ...(schedule.waiting ?? []).length === 0 ? [] : [now + BUSY_AGAIN_MS]]
  return times.length === 0 ? undefined : Math.min(...times)
}
