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
  /** Tasks of no use any more, with those of before that have not ended. */
  readonly ending: readonly string[]
  /** Those that begin, and where, if that is chosen here; and those that were written nowhere, because a crash came between. */
  readonly started: readonly Started[]
}

interface Started { readonly instance: string, readonly tasks: number, readonly device?: string | undefined }

/** @param candidates for `spread`: who may be chosen; elsewhere lanes do */
export function nextOf (service: Service, tasks: Tasks, candidates: readonly Candidate[], lane: Lane, now: number): Next {
  const { id, content, isRemoved } = service
  const ended: string[] = []
  const seen: Record<string, Instance> = {}
  for (const [number, one] of Object.entries(service.instances)) {
    const isStuck = content.spread === true && isStuckOn(one, tasks.get(instanceTask(id, number, one.tasks)), candidates)
    if (isStuck) ended.push(number)
    seen[number] = isStuck ? { ...one, state: 'waiting', device: undefined, dueAt: undefined, since: now } : observed(service, number, one, tasks, now)
  }
  const { kept, ended: outdated } = replaced(service, isRemoved === true ? {} : scaled(service, seen, now), now)
  const gone = Object.keys(seen).filter(number => kept[number] === undefined && hasTask(seen[number]))
  const lost = Object.entries(kept).filter(([number, one]) => hasTask(one) && one.tasks === service.instances[number]?.tasks && tasks.get(instanceTask(id, number, one.tasks)) === undefined)
  const started = startedOf(service, kept, candidates, lane, now)
  const instances = { ...kept }
  for (const { instance, tasks, device } of started) instances[instance] = { ...instances[instance] as Instance, state: 'starting', tasks, device, since: now, dueAt: undefined }
  const ending = [...service.ending, ...[...ended, ...outdated, ...gone].map(number => instanceTask(id, number, service.instances[number]?.tasks ?? 0))]
  return {
    instances,
    // What was written nowhere may be written yet: it is looked for once more.
    ending: [...new Set(ending)].filter(name => { const task = tasks.get(name); return task === undefined ? !service.ending.includes(name) : !isEnded(task) }),
    started: [...started, ...lost.map(([instance, { tasks, device }]) => ({ instance, tasks, device: content.spread === true ? device : undefined }))]
  }
}

/** It was chosen for a device that is not there any more, and has not begun. */
function isStuckOn ({ state, device }: Instance, task: Task | undefined, candidates: readonly Candidate[]): boolean {
  if (state !== 'starting' || device === undefined || (task !== undefined && (isEnded(task) || task.state === 'executing'))) return false
  return candidates.find(one => one.device.id === device)?.device.state !== 'online'
}

function hasTask (one: Instance | undefined): boolean {
  return one?.state === 'starting' || one?.state === 'executing'
}

/** As its task tells. */
function observed ({ id, content }: Service, number: string, one: Instance, tasks: Tasks, now: number): Instance {
  if (!hasTask(one)) return one
  const task = tasks.get(instanceTask(id, number, one.tasks))
  if (task === undefined) return one
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
  const first = highest + 1
  if (content.spread !== true) return due.map(([instance], at) => ({ instance, tasks: first + at }))
  // Those that are to end now are there until they have.
  const taken = new Set([...Object.values(instances), ...Object.values(before)].flatMap(({ device, state }) => state === 'executing' || state === 'starting' ? device ?? [] : []))
  const free = candidates.filter(one => fits(lane, one) && isReady(one) && !taken.has(one.device.id)).sort((a, b) => score(b) - score(a))
  return due.flatMap(([instance], at) => {
    const device = free[at]?.device.id
    return device === undefined ? [] : [{ instance, tasks: first + at, device }]
  })
}
