/** When schedules are due: periods, cron over the days on which clocks change, what was missed. */
import t from 'tap'
import type { Schedule, ScheduleContent } from '../../broker/core/schedule.js'
import { cronProblem, nextCron } from '../../broker/platform/cron.js'
import { comesAt, dueOf, nextAfter, stepOf } from '../../broker/plugins/schedules/times.js'

const task = { function: 'f' }
const at = (text: string): number => Date.parse(text)

function times (content: ScheduleContent, from: string, count: number): string[] {
  const found: string[] = []
  for (let now = at(from); found.length < count;) {
    const next = nextAfter(content, now, nextCron)
    if (next === undefined) break
    found.push(new Date(next).toISOString().replace(':00.000Z', 'Z'))
    now = next
  }
  return found
}

t.test('the hour that summer time leaves out: what was to be in it comes when the clocks have changed', async t => {
  t.same(times({ cron: '30 2 * * *', timezone: 'Europe/Berlin', task }, '2026-03-27T12:00Z', 3), ['2026-03-28T01:30Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'])
  t.same(times({ cron: '30 2 * * *', timezone: 'America/New_York', task }, '2026-03-07T12:00Z', 2), ['2026-03-08T07:00Z', '2026-03-09T06:30Z'])
})

t.test('the hour that there is twice: a time comes once, steps of hours come in both', async t => {
  t.same(times({ cron: '30 2 * * *', timezone: 'Europe/Berlin', task }, '2026-10-24T12:00Z', 2), ['2026-10-25T00:30Z', '2026-10-26T01:30Z'])
  t.same(times({ cron: '30 1 * * *', timezone: 'America/New_York', task }, '2026-10-31T12:00Z', 2), ['2026-11-01T05:30Z', '2026-11-02T06:30Z'])
  t.same(times({ cron: '*/30 * * * *', timezone: 'Europe/Berlin', task }, '2026-10-24T23:45Z', 5), ['2026-10-25T00:00Z', '2026-10-25T00:30Z', '2026-10-25T01:00Z', '2026-10-25T01:30Z', '2026-10-25T02:00Z'])
})

t.test('a day of a period is 24 hours, a day of cron is a day of the place', async t => {
  const start = at('2026-03-28T08:00Z')
  t.same(times({ every: '1d', start, task }, '2026-03-27T12:00Z', 3), ['2026-03-28T08:00Z', '2026-03-29T08:00Z', '2026-03-30T08:00Z'])
  t.same(times({ cron: '0 9 * * *', timezone: 'Europe/Berlin', task }, '2026-03-27T12:00Z', 3), ['2026-03-28T08:00Z', '2026-03-29T07:00Z', '2026-03-30T07:00Z'])
})

t.test('start and end bound all of them', async t => {
  t.same(times({ cron: '0 * * * *', start: at('2026-01-01T03:00Z'), end: at('2026-01-01T05:00Z'), task }, '2026-01-01T00:10Z', 9), ['2026-01-01T03:00Z', '2026-01-01T04:00Z', '2026-01-01T05:00Z'])
  t.same(times({ every: '1h', end: at('2026-01-01T02:30Z'), task }, '2026-01-01T00:00Z', 9), ['2026-01-01T01:00Z', '2026-01-01T02:00Z'])
  t.same(times({ at: at('2026-01-01T02:30Z'), task }, '2026-01-01T00:00Z', 9), ['2026-01-01T02:30Z'])
  t.same(times({ cron: '0 0 30 2 *', task }, '2026-01-01T00:00Z', 9), [])
})

t.test('what can\'t be read is told', async t => {
  t.equal(cronProblem('0 3 * * *', 'Europe/Berlin'), undefined)
  t.match(cronProblem('99 * * * *', 'UTC'), /^`cron`: .*99/)
  t.match(cronProblem('hello you', 'UTC'), /^`cron`: /)
  t.match(cronProblem('* * * * *', 'Mars/City'), /^`timezone`: there is no Mars\/City/)
})

const schedule = (content: ScheduleContent, more: Partial<Schedule> = {}): Schedule => ({ id: 's', v: 1, content, state: 'active', submitter: 'app', nextAt: 0, fired: 0, skipped: 0, missed: 0, since: 0, ...more })

t.test('what is late by more than five seconds was missed', async t => {
  const every = schedule({ every: '10s', task }, { nextAt: 10_000 })
  t.same(dueOf(every, 42_000, nextCron), { times: [30_000, 40_000], isOneByOne: false, missed: 2, nextAt: 50_000 }, 'once: the last of them')
  t.match(dueOf({ ...every, content: { ...every.content, onMissed: 'skip' } }, 42_000, nextCron), { times: [40_000], missed: 3 })
  t.match(dueOf({ ...every, content: { ...every.content, onMissed: 'all' } }, 42_000, nextCron), { times: [10_000, 20_000, 30_000, 40_000], isOneByOne: true, missed: 0 })
  t.match(dueOf({ ...every, content: { ...every.content, onMissed: 'all', missedMax: 1 } }, 42_000, nextCron), { times: [30_000, 40_000], missed: 2 })
  const year = dueOf(schedule({ every: '1s', onMissed: 'skip', task }, { nextAt: 1_000 }), 365 * 86_400_000, nextCron)
  t.match(year, { nextAt: 365 * 86_400_000 + 1_000 }, 'a year of seconds is not gone through one by one')
  t.ok(year.times.length <= 6)
  const cron = dueOf(schedule({ cron: '* * * * * *', onMissed: 'once', task }, { nextAt: 1_000 }), 365 * 86_400_000, nextCron)
  t.match(cron, { nextAt: 365 * 86_400_000 + 1_000 })
})

t.test('of very many that were missed the newest are made up for, and cron is not gone through one by one', async t => {
  const day = 86_400_000
  const counted = (content: ScheduleContent, nextAt: number, now: number): { readonly due: ReturnType<typeof dueOf>, readonly asked: number } => {
    let asked = 0
    const due = dueOf(schedule(content, { nextAt }), now, (...args) => { asked++; return nextCron(...args) })
    return { due, asked }
  }
  const every = counted({ every: '1m', onMissed: 'all', missedMax: 3, task }, 60_000, 10 * day + 30_000)
  t.same(every.due.times, [10 * day - 2 * 60_000, 10 * day - 60_000, 10 * day].slice(0, 3))
  t.match(every.due, { missed: 14_400 - 3, nextAt: 10 * day + 60_000 })
  const cron = counted({ cron: '* * * * *', onMissed: 'all', missedMax: 3, task }, 60_000, 10 * day + 30_000)
  t.same(cron.due.times, every.due.times)
  t.equal(cron.due.nextAt, every.due.nextAt)
  t.ok(cron.asked < 100, `${cron.asked} looks`)
  const seldom = counted({ cron: '0 0 29 2 *', task }, at('2028-02-29T00:00Z'), at('2041-01-01T00:00Z'))
  t.match(seldom.due, { times: [at('2040-02-29T00:00Z')], missed: 3, nextAt: at('2044-02-29T00:00Z') })
})

t.test('jitter is the same wherever it is asked for, and never more than it may be', async t => {
  const jittery = schedule({ every: '10s', jitterMs: 500, task })
  const delays = Array.from({ length: 200 }, (_, n) => comesAt(jittery, n * 10_000) - n * 10_000)
  t.same(delays, Array.from({ length: 200 }, (_, n) => comesAt({ ...jittery }, n * 10_000) - n * 10_000))
  t.ok(Math.min(...delays) >= 0 && Math.max(...delays) <= 500)
  t.ok(new Set(delays).size > 100, 'differently each time')
})

t.test('no more than a hundred wait', async t => {
  const waiting = Array.from({ length: 99 }, (_, n) => n)
  const step = stepOf(schedule({ every: '1s', onOverlap: 'queue', task }, { waiting }), { times: [200, 201, 202], isOneByOne: false, missed: 0, nextAt: 300 }, true)
  t.match(step, { start: undefined, skipped: 2 })
  t.same(step.waiting.slice(-2), [98, 200])
})
