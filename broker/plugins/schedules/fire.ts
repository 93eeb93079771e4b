/**
 * A schedule whose time has come. What it starts is written before the schedule
 * says so: after a crash in between it is started again under the same name,
 * and is there already. Of several nodes the first commit wins.
 */
import { isActive } from '../../core/account.js'
import { canonical } from '../../core/canonical.js'
import type { Account } from '../../core/account.js'
import { type CommandDefinition, type Decision, type Internal, type Reader, define } from '../../core/command.js'
import type { Schedule } from '../../core/schedule.js'
import { changed, scheduleDocument } from './documents.js'
import { type Started, isBusy, targetOf, targets, workName } from './targets.js'
import { type Due, type Step, deadlineOf, dueOf, stepOf } from './times.js'

interface Facts {
  readonly before: Schedule | undefined
  readonly due?: Due
  readonly step?: Step
  readonly started?: Started | undefined
}

/** How long one that has ended is told of. */
const KEEP_MS = 60 * 60_000

export const fire: CommandDefinition = define<object, Facts>({
  key: 'schedules/deadline',
  order: ({ entity }) => ({ exclusive: `schedule ${entity}` }),
  async read (reader, { entity, now }) {
    const before = await reader.record('schedule', entity) as Schedule | undefined
    if (before?.state !== 'active') return { before }
    const due = dueOf(before, now, reader.nextCron)
    const step = stepOf(before, due, await isBusy(reader, before))
    return { before, due, step, started: step.start === undefined ? undefined : await started(reader, before, step.start, now) }
  },
  decide ({ before, due, step, started }, { now }): Decision {
    if (before === undefined || before.state === 'paused') return { transitions: [] }
    if (due === undefined || step === undefined) return { transitions: (before.deadline ?? Infinity) <= now ? [changed(before, undefined)] : [] }
    const after = next(before, due, step, started, now)
    const made = started === undefined || 'rejection' in started ? undefined : started
    const transitions = [...made?.transitions ?? [], isNews(before, after) ? changed(before, after) : { ...changed(before, after), effects: [] }]
    return { transitions: made?.effects === undefined ? transitions : withEffects(transitions, made.effects), follow: [...made === undefined ? [] : replaced(before, step), ...made?.follow ?? []] }
  }
})

async function started (reader: Reader, schedule: Schedule, at: number, now: number): Promise<Started> {
  const { id, content, isOwned, submitter } = schedule
  const target = targets[targetOf(content) ?? 'message']
  const account = isOwned === true ? await reader.record('account', submitter) as Account | undefined : undefined
  if (isOwned === true && !isActive(account, now)) return { rejection: { code: 'forbidden', message: `the account ${submitter}, which has put it, is gone or disabled` } }
  if (account !== undefined && !target.isAllowed(account)) return { rejection: { code: 'forbidden', message: `${submitter}, who has put it, may not start such things any more: the roles have changed` } }
  return await target.start(reader, schedule, workName(id, at), now)
}

function next (before: Schedule, { missed, nextAt }: Due, { start, waiting, skipped }: Step, made: Started | undefined, now: number): Schedule {
  const isStarted = made !== undefined && !('rejection' in made)
  const state = nextAt === undefined && waiting.length === 0 ? 'ended' : 'active'
  const told = made !== undefined && 'rejection' in made ? { at: start ?? now, code: made.rejection.code, message: made.rejection.message } : isStarted ? undefined : before.problem
  const after: Schedule = {
    ...before,
    v: before.v + 1,
    state,
    nextAt,
    waiting: waiting.length === 0 ? undefined : waiting,
    last: isStarted && start !== undefined ? { at: start, work: made.work } : before.last,
    fired: before.fired + (isStarted ? 1 : 0),
    skipped: before.skipped + skipped,
    missed: before.missed + missed,
    problem: told,
    since: state === before.state ? before.since : now
  }
  return { ...after, deadline: state === 'ended' ? now + KEEP_MS : deadlineOf(after, now) }
}

/** Looked at again while what goes on is waited for, nothing is told. */
function isNews (before: Schedule, after: Schedule): boolean {
  return canonical(scheduleDocument({ ...after, v: 0 })) !== canonical(scheduleDocument({ ...before, v: 0 }))
}

function replaced ({ last }: Schedule, { replaces }: Step): readonly Internal[] {
  if (!replaces || last?.work === undefined) return []
  const { kind, id } = last.work
  return [{ key: `${kind}s/cancel`, entity: id, body: { reason: 'its schedule has started the next one' } }]
}

/** Told with the change of the schedule, once that is written. */
function withEffects (transitions: Extract<Decision, { readonly transitions: unknown }>['transitions'], effects: NonNullable<Extract<Started, { readonly transitions: unknown }>['effects']>): typeof transitions {
  return transitions.map((one, at) => at === transitions.length - 1 ? { ...one, effects: [...one.effects, ...effects] } : one)
}
