/** Why a task is where it is: in one sentence, and device by device. */
import type { TaskWhy } from '../../../../schemas/index.js'
import { type CommandDefinition, type Decision, define } from '../../../core/command.js'
import { laneKey, parseLane } from '../../../core/lanes.js'
import { type Candidate, type Explanation, explain } from '../../../core/matching.js'
import { after } from '../../../core/records.js'
import { type Task, isHeld } from '../../../core/task.js'
import { unknownTask } from './manage.js'

/** More would not fit a packet; the nearest to taking it come first. */
const DEVICES_MAX = 50

interface Facts {
  readonly task: Task | undefined
  readonly depth: number
  readonly candidates: readonly Candidate[]
}

export const why: CommandDefinition = define<object, Facts>({
  key: 'tasks/why',
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  read: (reader, { entity }) => after(reader.record('task', entity), record => {
    const task = record as Task | undefined
    if (task?.state !== 'available') return { task, depth: 0, candidates: [] }
    return after(reader.depth('task', laneKey(task)), depth => ({ task, depth, candidates: [...reader.candidates()] }))
  }),
  decide ({ task, depth, candidates }, { now }): Decision {
    if (task === undefined) return { reject: unknownTask }
    return { transitions: [], reply: explanationOf(task, depth, candidates, now) }
  }
})

function explanationOf (task: Task, depth: number, candidates: readonly Candidate[], now: number): object {
  const base = { task: task.id, state: task.state, v: task.v }
  if (task.state === 'waiting') {
    return { ...base, waitsFor: 'due', dueAt: task.dueAt, text: `it waits ${(task.dueAt ?? now) - now} ms more${task.fails > 0 ? `, because attempt ${task.attempt} failed: ${task.error?.message ?? task.error?.code ?? ''}` : ', as it was submitted'}` }
  }
  if (isHeld(task)) return { ...base, ...heldBy(task, now) }
  if (task.state !== 'available') return { ...base, text: `it has ended: ${task.state}${ending(task)}` }
  return { ...base, waitsFor: 'device', ...unplaced(task, depth, candidates) }
}

function heldBy (task: Task, now: number): Pick<TaskWhy, 'text' | 'waitsFor' | 'holder'> {
  const { device = '', attempt, deadline } = task
  const left = `${(deadline ?? now) - now} ms`
  const offered = task.state === 'offered'
  return {
    text: offered ? `it is offered to ${device}, which may begin it within ${left}` : `${device} executes it, its lease ends in ${left}`,
    waitsFor: offered ? 'begin' : 'result',
    holder: { device, attempt, deadline }
  }
}

function ending ({ reason, error }: Task): string {
  const cause = reason ?? error?.message ?? error?.code
  return cause === undefined ? '' : `, ${cause}`
}

function unplaced (task: Task, depth: number, candidates: readonly Candidate[]): Pick<TaskWhy, 'text' | 'lane' | 'more'> & { devices: readonly Explanation[] } {
  const lane = parseLane(laneKey(task))
  const devices = candidates.map(candidate => explain(lane, candidate)).sort(nearestFirst)
  return {
    text: sentence(task, devices),
    lane: { waiting: Math.max(depth, 1) },
    devices: devices.slice(0, DEVICES_MAX),
    ...devices.length > DEVICES_MAX && { more: true }
  }
}

function sentence (task: Task, devices: readonly Explanation[]): string {
  const offering = devices.filter(({ filters }) => !filters.some(({ filter }) => filter === 'function'))
  if (offering.length === 0) return `no device here offers the function ${task.function}`
  const fit = devices.filter(device => device.fits)
  if (fit.length === 0) return unfit(task, devices, offering.length)
  // Whom the task avoids is the last resort: nothing is on its way there while others could.
  const ready = fit.filter(device => device.ready && !device.filters.some(({ filter }) => filter === 'avoided'))
  if (ready.length === 0) return `${count(fit.length)} may take it, none can now: ${reasonOf(fit.find(isPresent) ?? fit[0])}`
  return `${count(ready.length)} may take it now; an offer is on its way`
}

/** The device that it asks for says most; else those that offer the function at all. */
function unfit (task: Task, devices: readonly Explanation[], offering: number): string {
  const wanted = task.require?.device
  if (wanted === undefined) return `${offering} of ${count(devices.length)} offer ${task.function}, none of them meets what the task requires`
  const found = devices.find(({ device }) => device === wanted)
  return found === undefined ? `it requires the device ${wanted}, which is not known here` : `it requires the device ${wanted}, but ${reasonOf(found)}`
}

function isPresent ({ filters }: Explanation): boolean {
  return !filters.some(({ filter }) => filter === 'offline')
}

function reasonOf (device: Explanation | undefined): string {
  return `${device?.device ?? ''} ${device?.filters[0]?.reason ?? ''}`
}

function count (devices: number): string {
  return devices === 1 ? '1 device' : `${devices} devices`
}

function nearestFirst (a: Explanation, b: Explanation): number {
  return a.filters.length - b.filters.length || (b.score ?? 0) - (a.score ?? 0)
}
