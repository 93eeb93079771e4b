/** What an app asks about tasks that are there: cancel, get and list. */
import type { TaskCancel, TaskGet, TaskList } from '../../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import { type Page, fittingPage } from '../../../core/page.js'
import { WithTexts } from '../../../core/payload.js'
import { mayTouch } from '../../../core/permissions.js'
import { type Awaitable, type StoredRecord, after } from '../../../core/records.js'
import { type Task, isHeld } from '../../../core/task.js'
import { taskDocument } from '../documents.js'
import { happen } from '../transition.js'

const LIST_LIMIT = 100

interface Known { readonly task: Task | undefined, readonly result?: string | undefined, readonly logs?: string | undefined }

const cancel = define<TaskCancel, Known>({
  key: 'tasks/cancel',
  audited: true,
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  read: (reader, { entity }) => after(reader.record('task', entity), task => ({ task: task as Task | undefined })),
  decide ({ task: before }, { key, sender, now, body }): Decision {
    if (before !== undefined && !mayTouch(sender, key, before.submitter)) return { reject: notYours }
    const { task, transition, rejection } = happen(before, { type: 'cancel', now, reason: body.reason })
    if (rejection !== undefined) return { reject: rejection }
    return { transitions: transition ? [transition] : [], ...task && { reply: taskDocument(task) } }
  }
})

const get = define<TaskGet, Known>({
  key: 'tasks/get',
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  read: readWhole,
  decide ({ task, result, logs }, { key, sender }, { limits }): Decision {
    if (task === undefined) return { reject: unknownTask }
    if (!mayTouch(sender, key, task.submitter)) return { reject: notYours }
    const room = limits.valueBytes - Buffer.byteLength(result ?? '')
    return { transitions: [], reply: new WithTexts(taskDocument(task), { result, logs: logs && newestLines(logs, room) }) }
  }
})

const list = define<TaskList, Page>({
  key: 'tasks/list',
  order: () => undefined,
  read: (reader, { key, sender, body }) => fittingPage(
    limit => reader.page('task', record => matches(record, body) && mayTouch(sender, key, (record as Task).submitter), limit, body.cursor),
    body.limit ?? LIST_LIMIT, record => bytesOf(taskDocument(record as Task)), reader.limits.valueBytes),
  decide: ({ records, cursor }) => ({
    transitions: [],
    reply: { tasks: records.map(record => taskDocument(record as Task)), cursor }
  })
})

export const manageCommands: readonly CommandDefinition[] = [cancel, get, list]

export const unknownTask = {
  code: 'unknown-task',
  message: 'there is no such task, or it is no longer kept'
}

export const notYours = {
  code: 'forbidden',
  message: 'another has submitted this task, and your roles are for your own alone'
}

function readWhole (reader: Reader, { entity }: Command): Awaitable<Known> {
  return after(reader.record('task', entity), task =>
    after(reader.part('task', entity, 'result'), result =>
      after(reader.part('task', entity, 'logs'), logs => ({ task: task as Task | undefined, result, logs }))))
}

/** Logs are kept beside the result, and both must fit one message: the oldest lines stay behind. */
function newestLines (logs: string, room: number): string {
  if (Buffer.byteLength(logs) <= room) return logs
  const lines = JSON.parse(logs) as object[]
  while (lines.length > 0 && bytesOf(lines) > room) lines.shift()
  return JSON.stringify(lines)
}

function bytesOf (value: object): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1
}

function matches (record: StoredRecord, filter: TaskList): boolean {
  const task = record as Task
  return (filter.state === undefined || task.state === filter.state) &&
    (filter.function === undefined || task.function === filter.function) &&
    (filter.tag === undefined || task.tag === filter.tag) &&
    (filter.device === undefined || (task.device === filter.device && (isHeld(task) || task.state === 'completed' || task.state === 'failed')))
}
