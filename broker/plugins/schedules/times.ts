/** When a schedule is due, and what of it is still to be started. Pure; cron comes in as a function. */
import { everyMs } from '../../core/every.js'
import { longHashOf } from '../../core/hash.js'
import type { Schedule, ScheduleContent } from '../../core/schedule.js'

export type NextCron = (pattern: string, timezone: string, after: number) => number | undefined

/** The last that calendars know. */
export const TIME_MAX = 8.64e15
/** What is later than this was missed: nobody served, or it was paused. */
const LATE_MS = 5_000
const MISSED_MAX = 100
export const WAITING_MAX = 100
/** How soon it is looked whether what goes on is over. */
const BUSY_AGAIN_MS = 1_000

/** The first time after this one; undefined where there is none. */
export function nextAfter (content: ScheduleContent, after: number, next: NextCron): number | undefined {
  const { at, every, cron, timezone = 'UTC', start = 0, end = Infinity } = content
  const from = Math.max(after, start - 1)
  const found = at !== undefined ? (at > after ? at : undefined) : every !== undefined ? nextPeriod(every, content.start, after) : next(cron ?? '', timezone, from)
  return found === undefined || found > Math.min(end, TIME_MAX) ? undefined : found
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
  const { content, nextAt } = schedule
  const { onMissed = 'once', missedMax = MISSED_MAX } = content
  if (nextAt === undefined) return { times: [], isOneByOne: false, missed: 0, nextAt }
  const most = onMissed === 'skip' ? 0 : onMissed === 'once' ? 1 : missedMax
  const { newest, count } = pastOf(content, nextAt, now, most + TIMELY_MAX, next)
  // No jitter is as long as what lies between two times: of all that are past only the last may still be to come.
  const past = newest.filter(at => comesAt(schedule, at) <= now)
  const late = past.filter(at => comesAt(schedule, at) < now - LATE_MS)
  const kept = most === 0 ? [] : late.slice(-most)
  const timely = past.slice(late.length)
  const last = newest.at(-1)
  return {
    times: [...kept, ...timely],
    isOneByOne: onMissed === 'all' && kept.length > 0,
    missed: count - (newest.length - past.length) - timely.length - kept.length,
    nextAt: last === undefined ? nextAt : newest.length > past.length ? last : nextAfter(content, last, next)
  }
}

/** Of a period of a second: so many lie within what is not late. */
const TIMELY_MAX = LATE_MS / 1_000 + 1
const MINUTE_MS = 60_000

/**
 * The newest of the times from the first on until now, and how many there are:
 * of cron, where years of them went by, at least so many. It is not gone through
 * all of them: that takes a tenth of a millisecond each.
 */
function pastOf (content: ScheduleContent, first: number, now: number, most: number, next: NextCron): { readonly newest: readonly number[], readonly count: number } {
  const until = Math.min(now, content.end ?? Infinity)
  if (first > until) return { newest: [], count: 0 }
  if (content.at !== undefined) return { newest: [first], count: 1 }
  if (content.every !== undefined) {
    const ms = everyMs(content.every)
    const count = Math.floor((until - first) / ms) + 1
    return { newest: Array.from({ length: Math.min(count, most) }, (_, n) => first + ms * (count - Math.min(count, most) + n)), count }
  }
  for (let span = MINUTE_MS; ; span *= 2) {
    const isAll = until - span <= first
    const found = walked(content, isAll ? first : until - span, until, next)
    if (isAll || found.length >= most) return { newest: found.slice(-most), count: found.length }
  }
}

/** From a time on, which is one of them or none. */
function walked (content: ScheduleContent, from: number, until: number, next: NextCron): readonly number[] {
  const found: number[] = []
  for (let at = nextAfter(content, from - 1, next); at !== undefined && at <= until; at = nextAfter(content, at, next)) found.push(at)
  return found
}

/** The shortest time between two of those that come next; Infinity where there is one at the most. */
export function shortestGap (content: ScheduleContent, now: number, next: NextCron): number {
  if (content.every !== undefined) return everyMs(content.every)
  let gap = Infinity
  let at = nextAfter(content, now, next)
  for (let n = 0; n < GAPS_SEEN && at !== undefined; n++) {
    const following = nextAfter(content, at, next)
    gap = Math.min(gap, (following ?? Infinity) - at)
    at = following
  }
  return gap
}

/** A day of hours, a week of days. */
const GAPS_SEEN = 30

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
