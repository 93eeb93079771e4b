/** What becomes of each instance of a service, as its tasks stand. Pure. */
import type { Candidate } from '../../core/matching.js'
import { fits, isReady, score } from '../../core/matching.js'
import type { Lane } from '../../core/lanes.js'
import { type Instance, type Service, instanceTask } from '../../core/service.js'
import { type Task, isEnded } from '../../core/task.js'

const RESTARTS = { max: 5, withinMs: 600_000 }
const BACKOFF_MS = 1_000
const BACKOFF_MAX_MS = 300_000

export type Tasks = ReadonlyMap<string, Task | undefined>

export interface Next {
  readonly instances: Readonly<Record<string, Instance>>
  /** Whose tasks are of no use any more. */
  readonly ended: readonly string[]
  /** Those that begin, and where, if that is chosen here. */
  readonly started: readonly { readonly instance: string, readonly tasks: number, readonly device?: string | undefined }[]
}

/** @param candidates for `spread`: who may be chosen; elsewhere lanes do */
export function nextOf (service: Service, tasks: Tasks, candidates: readonly Candidate[], lane: Lane, now: number): Next {
  const seen = Object.fromEntries(Object.entries(service.instances).map(([number, one]) => [number, observed(service, number, one, tasks, now)]))
  const { kept, ended } = replaced(service, scaled(service, seen, now), now)
  const gone = Object.keys(seen).filter(number => kept[number] === undefined && hasTask(seen[number]))
  const started = startedOf(service, kept, candidates, lane, now)
  const instances = { ...kept }
  for (const { instance, tasks, device } of started) instances[instance] = { ...instances[instance] as Instance, state: 'starting', tasks, device, since: now, dueAt: undefined }
  return { instances, ended: [...ended, ...gone].map(number => instanceTask(service.id, number, seen[number]?.tasks ?? 0)), started }
}

function hasTask (one: Instance | undefined): boolean {
  return one?.state === 'starting' || one?.state === 'executing'
}

/** As its task tells. */
function observed ({ id, content }: Service, number: string, one: Instance, tasks: Tasks, now: number): Instance {
  if (!hasTask(one)) return one
  const task = tasks.get(instanceTask(id, number, one.tasks))
  // Written nowhere, because a crash came between: it is submitted again.
  if (task === undefined) return { ...one, state: 'waiting', dueAt: undefined, since: now }
  if (!isEnded(task)) return task.state === 'executing' && one.state === 'starting' ? { ...one, state: 'executing', device: task.device, error: undefined, since: now } : one
  return again(one, { code: task.error?.code ?? task.state, ...(task.error?.message ?? task.reason) !== undefined && { message: task.error?.message ?? task.reason ?? '' } }, content, now)
}

/** It has ended, or its device is lost: it is started again, unless that was too often. */
function again (one: Instance, error: NonNullable<Instance['error']>, { restarts = RESTARTS, backoffMs = BACKOFF_MS }: Service['content'], now: number): Instance {
  const lately = [...one.restarts.filter(at => at > now - restarts.withinMs), now]
  const ended = { ...one, device: undefined, error, since: now, restarts: lately }
  if (lately.length > restarts.max) return { ...ended, state: 'failed', dueAt: undefined }
  return { ...ended, state: 'waiting', dueAt: now + Math.min(backoffMs * 2 ** (lately.length - 1), BACKOFF_MAX_MS) }
}

/** As many as are wanted: the highest numbers go first. */
function scaled ({ content, generation }: Service, instances: Readonly<Record<string, Instance>>, now: number): Record<string, Instance> {
  const numbers = Array.from({ length: content.instances }, (_, n) => String(n))
  return Object.fromEntries(numbers.map(number => [number, instances[number] ?? { state: 'waiting', generation, tasks: 0, restarts: [], since: now }]))
}

/** Those of a generation before: so many at a time that never too few are executing because of it. */
function replaced ({ content: { instances: wanted, batch = 1 }, generation }: Service, instances: Readonly<Record<string, Instance>>, now: number): { readonly kept: Record<string, Instance>, readonly ended: readonly string[] } {
  const kept: Record<string, Instance> = { ...instances }
  const ended: string[] = []
  const anew = (one: Instance): Instance => ({ ...one, state: 'waiting', generation, restarts: [], device: undefined, dueAt: undefined, error: undefined, since: now })
  for (const [number, one] of Object.entries(kept)) {
    if (one.generation === generation || one.state === 'executing') continue
    if (one.state === 'starting') ended.push(number)
    kept[number] = anew(one)
  }
  const isShort = (): boolean => Object.values(kept).filter(({ state }) => state !== 'executing').length >= Math.min(batch, wanted)
  for (const [number, one] of Object.entries(kept)) {
    if (one.generation === generation || isShort()) continue
    ended.push(number)
    kept[number] = anew(one)
  }
  return { kept, ended }
}

function startedOf ({ content, highest, instances: before }: Service, instances: Readonly<Record<string, Instance>>, candidates: readonly Candidate[], lane: Lane, now: number): Next['started'] {
  const due = Object.entries(instances).filter(([, { state, dueAt = 0 }]) => state === 'waiting' && dueAt <= now)
  const first = Math.max(highest + 1, now)
  if (content.spread !== true) return due.map(([instance], at) => ({ instance, tasks: first + at }))
  // Those that are to end now are there until they have.
  const taken = new Set([...Object.values(instances), ...Object.values(before)].flatMap(({ device, state }) => state === 'executing' || state === 'starting' ? device ?? [] : []))
  const free = candidates.filter(one => fits(lane, one) && isReady(one) && !taken.has(one.device.id)).sort((a, b) => score(b) - score(a))
  return due.flatMap(([instance], at) => {
    const device = free[at]?.device.id
    return device === undefined ? [] : [{ instance, tasks: first + at, device }]
  })
}
