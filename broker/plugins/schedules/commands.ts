/** Schedules: put, get, list, remove, pause, resume. */
import type { ScheduleList, SchedulePut } from '../../../schemas/index.js'
import { canonical } from '../../core/canonical.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Rejection, define } from '../../core/command.js'
import { type Page, fittingPage } from '../../core/page.js'
import { mayTouch, scopeOf } from '../../core/permissions.js'
import type { Schedule, ScheduleContent } from '../../core/schedule.js'
import { changed, scheduleDocument } from './documents.js'
import { problemOf } from './check.js'
import { deadlineOf, nextAfter } from './times.js'

const LIST_LIMIT = 100

const unknown: Rejection = { code: 'unknown-schedule', message: 'there is no such schedule' }
const notYours: Rejection = { code: 'forbidden', message: 'another has put this schedule, and your roles are for your own alone' }
const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `schedule ${entity}` })

interface PutFacts { readonly before: Schedule | undefined, readonly problem: Rejection | undefined, readonly nextAt: number | undefined }

const put = define<SchedulePut, PutFacts>({
  key: 'schedules/put',
  audited: true,
  order,
  async read (reader, { entity, body, now }) {
    const before = await reader.record('schedule', entity) as Schedule | undefined
    const content = contentOf(body)
    const problem = before !== undefined && isSame(before, content) ? undefined : await problemOf(reader, entity, content, now)
    return { before, problem, nextAt: problem === undefined ? nextAfter(content, now, reader.nextCron) : undefined }
  },
  decide ({ before, problem, nextAt }, { key, sender, principal, entity, body, now }): Decision {
    const content = contentOf(body)
    if (before !== undefined && !mayTouch(sender, key, before.submitter)) return { reject: notYours }
    if (before !== undefined && isSame(before, content)) return { transitions: [], reply: scheduleDocument(before) }
    if (problem !== undefined) return { reject: problem }
    if (content.message !== undefined && sender !== undefined && scopeOf(sender, key) !== 'any') return { reject: { code: 'forbidden', message: '`message`: whose roles are for what is their own alone can start tasks, workflows and executions' } }
    if (nextAt === undefined) return { reject: { code: 'too-late', message: content.at !== undefined ? `\`at\` was ${now - content.at} ms ago` : 'it would never start anything: there is no time between `start` and `end`' } }
    const { v = 0, fired = 0, skipped = 0, missed = 0, last, submitter = principal } = before ?? {}
    const after: Schedule = { id: entity, v: v + 1, content, state: 'active', submitter, isOwned: sender === undefined ? undefined : true, nextAt, last, fired, skipped, missed, since: now }
    const made = { ...after, deadline: deadlineOf(after, now) }
    return { transitions: [changed(before, made)], reply: scheduleDocument(made) }
  }
})

/** One that has ended is put anew. */
function isSame ({ content, state }: Schedule, wanted: ScheduleContent): boolean {
  return state !== 'ended' && canonical(content) === canonical(wanted)
}

function contentOf ({ ref, ...content }: SchedulePut): ScheduleContent {
  return JSON.parse(JSON.stringify(content)) as ScheduleContent
}

type Act = (before: Schedule, command: Command<object>, reader: { readonly nextCron: Reader['nextCron'] }) => Schedule | null

/** @param act what becomes of it; the same where nothing does, null where it goes */
function managed (verb: string, act: Act): CommandDefinition {
  return define<object, { readonly before: Schedule | undefined, readonly nextCron: Reader['nextCron'] }>({
    key: `schedules/${verb}`,
    audited: verb !== 'get',
    order,
    read: async (reader, { entity }) => ({ before: await reader.record('schedule', entity) as Schedule | undefined, nextCron: reader.nextCron }),
    decide ({ before, nextCron }, command): Decision {
      if (before === undefined) return { reject: unknown }
      if (!mayTouch(command.sender, command.key, before.submitter)) return { reject: notYours }
      const after = act(before, command, { nextCron })
      return { transitions: after === before ? [] : [changed(before, after ?? undefined)], reply: scheduleDocument(after ?? before) }
    }
  })
}

const get = managed('get', before => before)
const remove = managed('remove', () => null)
const pause = managed('pause', (before, { now }) => before.state === 'active' ? { ...before, v: before.v + 1, state: 'paused', since: now, deadline: undefined } : before)
/** Due at once where something was missed. */
const resume = managed('resume', (before, { now }) => before.state === 'paused' ? resumed(before, now) : before)

function resumed (before: Schedule, now: number): Schedule {
  const after: Schedule = { ...before, v: before.v + 1, state: 'active', since: now }
  return { ...after, deadline: deadlineOf(after, now) }
}

const list = define<ScheduleList, Page>({
  key: 'schedules/list',
  order: () => undefined,
  read: (reader, { key, sender, body }) => fittingPage(
    limit => reader.page('schedule', record => (body.state === undefined || (record as Schedule).state === body.state) && mayTouch(sender, key, (record as Schedule).submitter), limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => Buffer.byteLength(JSON.stringify(scheduleDocument(record as Schedule))) + 1, reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({ transitions: [], reply: { schedules: records.map(record => scheduleDocument(record as Schedule)), cursor } })
})

export const manageCommands: readonly CommandDefinition[] = [put, get, remove, pause, resume, list]
