/** How long queues are: read from their lanes, whenever somebody asks. */
import { serves } from '../core/device.js'
import { nextPriority, parseLane, rankOf } from '../core/lanes.js'
import { DEFAULT_QUEUE, type QueueLength } from '../core/queue.js'
import type { Task } from '../core/task.js'
import type { Store } from '../store/store.js'
import type { Roster } from './roster.js'

/** Those in which anything waits, and those that a device serves. @param isWanted of their names */
export async function queueLengths (store: Store, roster: Roster, isWanted: (name: string) => boolean = () => true): Promise<readonly QueueLength[]> {
  const lanes = new Map<string, string[]>(servedBy(roster).map(name => [name, []]))
  for (const key of await store.lanes('task')) {
    const { queue = DEFAULT_QUEUE } = parseLane(key)
    lanes.set(queue, [...lanes.get(queue) ?? [], key])
  }
  const wanted = [...lanes].filter(([name]) => isWanted(name)).sort(([a], [b]) => a < b ? -1 : 1)
  return await Promise.all(wanted.map(async ([id, keys]) => await lengthOf(store, roster, id, keys)))
}

function servedBy (roster: Roster): readonly string[] {
  return [...new Set([...roster.seats()].flatMap(({ device: { queues = [DEFAULT_QUEUE] } }) => queues))]
}

async function lengthOf (store: Store, roster: Roster, id: string, keys: readonly string[]): Promise<QueueLength> {
  const depths = await Promise.all(keys.map(key => store.depth('task', key)))
  const oldest = await Promise.all(keys.map(key => oldestOf(store, key)))
  const devices = [...roster.seats()].filter(({ device }) => device.state === 'online' && serves(device, id)).length
  return {
    id,
    waiting: depths.reduce((sum, depth) => sum + depth, 0),
    oldestAt: least(oldest),
    running: id === DEFAULT_QUEUE ? undefined : await store.grouped('task', id),
    devices
  }
}

/** The first of each priority: within one, who came first is first. */
async function oldestOf (store: Store, lane: string): Promise<number | undefined> {
  const since: number[] = []
  let rankMin: number | undefined
  for (;;) {
    const first = await store.first('task', lane, rankMin)
    const task = first === undefined ? undefined : await store.get('task', first) as Task | undefined
    if (task === undefined) return least(since)
    if (task.state === 'available') since.push(task.since)
    rankMin = nextPriority(rankOf(task))
  }
}

function least (times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter(time => time !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}
