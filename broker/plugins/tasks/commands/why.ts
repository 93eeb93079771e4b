/**
 * Why a task is where it is: in one sentence, and device by device. Of devices
 * that other nodes serve, the records tell what they are and what they hold;
 * whether they asked for work and answer offers is known to those nodes alone,
 * and nothing is claimed of it.
 */
import type { TaskWhy } from '../../../../schemas/index.js'
import { type CommandDefinition, type Decision, type Reader, define } from '../../../core/command.js'
import { type Lane, laneKey, parseLane } from '../../../core/lanes.js'
import { type Candidate, type Explanation, explain, fits } from '../../../core/matching.js'
import type { Node } from '../../../core/node.js'
import { mayTouch } from '../../../core/permissions.js'
import { DEFAULT_QUEUE, type Queue } from '../../../core/queue.js'
import { type Task, isHeld } from '../../../core/task.js'
import { notYours, unknownTask } from './manage.js'

/** More would not fit a packet; the nearest to taking it come first. */
const DEVICES_MAX = 50

interface Facts {
  readonly task: Task | undefined
  readonly depth: number
  /** Its queue, where that is paused or limited. */
  readonly queue?: Queue | undefined
  /** How many of that are offered or executing. */
  readonly running?: number | undefined
  readonly seen: readonly Seen[]
}

interface Seen {
  readonly candidate: Candidate
  /** The other node that serves it. */
  readonly elsewhere?: { readonly node: string, readonly isGone: boolean }
}

export const why: CommandDefinition = define<object, Facts>({
  key: 'tasks/why',
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  async read (reader, { entity }) {
    const task = await reader.record('task', entity) as Task | undefined
    if (task?.state !== 'available') return { task, depth: 0, seen: [] }
    const lane = laneKey(task)
    const queue = await reader.record('queue', task.queue ?? DEFAULT_QUEUE) as Queue | undefined
    const [length] = queue?.limit === undefined ? [] : await reader.queues(queue.id)
    return { task, depth: await reader.depth('task', lane), queue, running: length?.running, seen: await look(reader, parseLane(lane)) }
  },
  decide (facts, { key, sender, now }): Decision {
    const { task } = facts
    if (task === undefined) return { reject: unknownTask }
    if (!mayTouch(sender, key, task.submitter)) return { reject: notYours }
    return { transitions: [], reply: explanationOf(task, facts, now) }
  }
})

async function look (reader: Reader, lane: Lane): Promise<Seen[]> {
  const nodes = new Map<string, Promise<boolean>>()
  return await Promise.all([...reader.candidates()].map(async candidate => {
    const { id, node } = candidate.device
    if (node === undefined || node === reader.node) return { candidate }
    const isGone = nodes.get(node) ?? isNodeGone(reader, node)
    nodes.set(node, isGone)
    // Nobody asks what those hold that can't take it anyway.
    const held = fits(lane, candidate) ? (await reader.held('task', id)).length : 0
    return { candidate: { ...candidate, held, claiming: 0, leaving: 0, credit: Infinity, mute: false }, elsewhere: { node, isGone: await isGone } }
  }))
}

async function isNodeGone (reader: Reader, name: string): Promise<boolean> {
  const node = await reader.record('node', name) as Node | undefined
  return node?.state !== 'online'
}

function explanationOf (task: Task, { depth, queue, running, seen }: Facts, now: number): object {
  const base = { task: task.id, state: task.state, v: task.v }
  if (task.state === 'waiting') {
    return { ...base, waitsFor: 'due', dueAt: task.dueAt, text: `it waits ${(task.dueAt ?? now) - now} ms more${(task.fails ?? 0) > 0 ? `, because attempt ${task.attempt} failed: ${task.error?.message ?? task.error?.code ?? ''}` : ', as it was submitted'}` }
  }
  if (isHeld(task)) return { ...base, ...heldBy(task, now) }
  if (task.state !== 'available') return { ...base, text: `it has ended: ${task.state}${ending(task)}` }
  const held = queue === undefined ? undefined : heldBack(queue, running)
  if (held !== undefined) return { ...base, waitsFor: 'queue', text: held }
  const { text, ...rest } = unplaced(task, depth, seen)
  const { rate, perMs } = queue?.limit ?? {}
  return { ...base, waitsFor: 'device', text: rate === undefined ? text : `${text}; of its queue ${queue?.id} no more than ${rate} are offered within ${perMs} ms`, ...rest }
}

/** By its queue, whatever devices there are. */
function heldBack ({ id, paused, limit }: Queue, running = 0): string | undefined {
  if (paused !== undefined) return `its queue ${id} is paused by ${paused.by}${paused.reason === undefined ? '' : `: ${paused.reason}`}`
  if (limit?.running !== undefined && running >= limit.running) return `of its queue ${id} no more than ${limit.running} may run at once, and ${running} do`
  return undefined
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

function unplaced (task: Task, depth: number, seen: readonly Seen[]): Pick<TaskWhy, 'text' | 'lane' | 'more'> & { devices: readonly Explanation[] } {
  const lane = parseLane(laneKey(task))
  const devices = seen.map(one => explained(lane, one)).sort(nearestFirst)
  return {
    text: sentence(task, devices, new Map(seen.map(one => [one.candidate.device.id, one]))),
    lane: { waiting: Math.max(depth, 1) },
    devices: devices.slice(0, DEVICES_MAX),
    ...devices.length > DEVICES_MAX && { more: true }
  }
}

function explained (lane: Lane, { candidate, elsewhere }: Seen): Explanation {
  const found = explain(lane, candidate)
  if (elsewhere?.isGone !== true || candidate.device.state === 'offline') return found
  const left = { filter: 'node', reason: `was served by ${elsewhere.node}, which is gone, and has not come to another node` }
  return { ...found, ready: false, filters: [...found.filters, left] }
}

function sentence (task: Task, devices: readonly Explanation[], seen: ReadonlyMap<string, Seen>): string {
  const offering = devices.filter(({ filters }) => !filters.some(({ filter }) => filter === 'function'))
  if (offering.length === 0) return `no device here offers the function ${task.function}`
  const fit = devices.filter(device => device.fits)
  if (fit.length === 0) return unfit(task, devices, offering.length)
  // Whom the task avoids is the last resort: nothing is on its way there while others could.
  const ready = fit.filter(device => device.ready && !device.filters.some(({ filter }) => filter === 'avoided'))
  if (ready.length === 0) return `${count(fit.length)} may take it, none can now: ${reasonOf(fit.find(isPresent) ?? fit[0])}`
  return onItsWay(ready.flatMap(({ device }) => seen.get(device) ?? []))
}

/** What is up to other nodes is said with their names. */
function onItsWay (ready: readonly Seen[]): string {
  const here = ready.filter(({ elsewhere }) => elsewhere === undefined)
  if (here.length > 0) return `${count(here.length)} may take it now; an offer is on its way`
  const nodes = [...new Set(ready.map(({ elsewhere }) => elsewhere?.node))]
  const mustAsk = ready.every(({ candidate }) => candidate.device.mode === 'pull')
  return `${count(ready.length)} may take it ${mustAsk ? 'after asking for work' : 'now'}; that is for ${nodes.join(', ')} to offer`
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
