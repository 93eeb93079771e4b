/**
 * Carries a service on: whatever has happened, it is looked at as a whole, and
 * what is due is done. The service is written first: of its tasks none is
 * unknown to it, and one that was not written is submitted again.
 */
import type { TaskSubmit } from '../../../schemas/index.js'
import { type Command, type CommandDefinition, type Decision, type Reader, type Transition, define } from '../../core/command.js'
import { type Lane, laneKey, parseLane } from '../../core/lanes.js'
import type { Candidate } from '../../core/matching.js'
import { type Service, instanceTask } from '../../core/service.js'
import type { Task } from '../../core/task.js'
import { cancelTask, submitInstance } from '../tasks/index.js'
import { changed } from './documents.js'
import { nextOf } from './plan.js'

/** How soon it is looked at although nothing was heard: a device may have come that one waits for. */
const LOOK_AGAIN_MS = 10_000
/** Far longer than until it is looked at: what is not there was never written. */
const KEEP_MS = 60 * 60_000

interface Facts {
  readonly before: Service | undefined
  readonly args: string
  readonly tasks: ReadonlyMap<string, Task | undefined>
  /** Of other nodes as well: each offers to its own. */
  readonly candidates: readonly Candidate[]
  readonly order: number
}

async function read (reader: Reader, { entity }: Command<unknown>): Promise<Facts> {
  const before = await reader.record('service', entity) as Service | undefined
  if (before === undefined) return { before, args: 'null', tasks: new Map(), candidates: [], order: 0 }
  const ids = [...Object.entries(before.instances).flatMap(([number, { tasks }]) => tasks === 0 ? [] : instanceTask(entity, number, tasks)), ...before.ending]
  const [args, ...tasks] = await Promise.all([reader.part('service', entity, 'args'), ...ids.map(id => reader.record('task', id))])
  const candidates = before.content.spread === true ? await readCandidates(reader) : []
  return { before, args: args ?? 'null', tasks: new Map(ids.map((id, at) => [id, tasks[at] as Task | undefined])), candidates, order: reader.order(Math.max(before.content.instances, 1)) }
}

/** What those hold that other nodes serve, the store knows. */
async function readCandidates (reader: Reader): Promise<readonly Candidate[]> {
  return await Promise.all([...reader.candidates()].map(async candidate => {
    const { id, node } = candidate.device
    if (node === undefined || node === reader.node) return candidate
    return { ...candidate, held: (await reader.held('task', id)).length, claiming: 0, leaving: 0, credit: Infinity }
  }))
}

function decide ({ before, args, tasks, candidates, order }: Facts, { now }: Command<unknown>): Decision {
  if (before === undefined) return { transitions: [] }
  const next = nextOf(before, tasks, candidates, laneOf(before), now)
  const cancelled = next.ending.flatMap(id => cancelledOf(tasks.get(id), now))
  const submitted = next.started.flatMap(({ instance, tasks: number, device }, at) => submittedOf(before, instanceTask(before.id, instance, number), args, device, order + at, now))
  if (before.isRemoved === true && next.ending.length === 0) return { transitions: [changed(before, undefined)] }
  const due = Object.values(next.instances).flatMap(({ state, dueAt }) => state === 'waiting' && dueAt !== undefined ? dueAt : [])
  const highest = Math.max(before.highest, ...next.started.map(({ tasks }) => tasks))
  const after: Service = { ...before, v: before.v + 1, instances: next.instances, ending: next.ending, highest, deadline: Math.max(now + 1, Math.min(now + LOOK_AGAIN_MS, ...due)) }
  const isSame = JSON.stringify([after.instances, after.ending]) === JSON.stringify([before.instances, before.ending])
  const isIdle = isSame && cancelled.length + submitted.length === 0 && before.deadline > now
  return { transitions: isIdle ? [] : [changed(before, after), ...cancelled, ...submitted] }
}

function cancelledOf (task: Task | undefined, now: number): readonly Transition[] {
  return task === undefined ? [] : cancelTask(task, 'its service goes on without it', now)
}

function submissionOf ({ content }: Service, device: string | undefined): TaskSubmit {
  const { function: name, require, queue, priority, leaseMs, stallMs } = content
  const where = device === undefined ? require : { ...require, device }
  return Object.fromEntries(Object.entries({ function: name, require: where, queue, priority, leaseMs, stallMs, maxAttempts: 1, onOffline: 'release', keepMs: KEEP_MS }).filter(([, value]) => value !== undefined)) as unknown as TaskSubmit
}

function submittedOf (service: Service, id: string, args: string, device: string | undefined, order: number, now: number): readonly Transition[] {
  return submitInstance(id, submissionOf(service, device), args, service, order, now)
}

/** What its tasks ask for. */
function laneOf ({ content: { function: name, require, queue } }: Service): Lane {
  return parseLane(laneKey({ function: name, require, queue, offerBytes: 0 } as Task))
}

function advance (key: string): CommandDefinition {
  return define<object, Facts>({ key, order: ({ entity }) => ({ exclusive: `service ${entity}` }), read, decide })
}

export const advances: readonly CommandDefinition[] = [advance('services/advance'), advance('services/deadline')]
