/**
 * The retained facts, read from the store whenever somebody subscribes: nothing
 * is kept twice, so nothing can differ. A task's state is given to whoever asks
 * for that task; a wildcard gets its changes only. Devices are given to both.
 */
import type { Device } from '../core/device.js'
import type { Versions } from '../core/module.js'
import type { Node } from '../core/node.js'
import { WithTexts, renderPayload } from '../core/payload.js'
import type { StoredRecord } from '../core/records.js'
import { type Task, isEnded } from '../core/task.js'
import { versionsDocument } from '../plugins/modules/index.js'
import { nodeDocument } from '../plugins/nodes/index.js'
import { taskDocument } from '../plugins/tasks/index.js'
import type { Store } from '../store/store.js'
import { type Retained, admits, isWild, recordsOf } from './retained.js'
import { createDeploymentStates } from './deployment-states.js'
import type { Roster } from './roster.js'
import { deviceState } from './words.js'

export type { Retained } from './retained.js'

export interface States {
  /** The facts that a filter below the root asks for, e.g. `state/devices/+`. */
  matching: (filter: string) => AsyncIterable<Retained>
  /** All that there are, of tasks too; for a broker that has to keep them itself. */
  all: () => AsyncIterable<Retained>
}

const NODES_MAX = 1_000

/** @param alarm what is to be told of this node instead of its record */
export function createStates (store: Store, roster: Roster, alarm: () => Node | undefined = () => undefined): States {
  const deployments = createDeploymentStates(store)

  async function * task (id: string): AsyncIterable<Retained> {
    const record = await store.get('task', id) as Task | undefined
    if (record !== undefined) yield await factOf(record)
  }

  async function factOf (task: Task): Promise<Retained> {
    const result = task.state === 'completed' ? await store.part('task', task.id, 'result') : undefined
    return { topic: `state/tasks/${task.id}`, payload: renderPayload(new WithTexts(taskDocument(task), { result })), isOver: isEnded(task) }
  }

  async function * each<R extends StoredRecord> (kind: string, fact: (record: R) => Promise<Retained>): AsyncIterable<Retained> {
    for await (const record of recordsOf<R>(store, kind)) yield await fact(record)
  }

  async function stateOf (read: Device): Promise<Retained> {
    // Content and version of one moment: reading may have taken longer than the next change.
    const seat = roster.get(read.id)
    const device = seat === undefined || seat.device.v < read.v ? read : seat.device
    const document = await deviceState(store, device, Math.max(seat?.v ?? 0, device.v), roster)
    await store.flushed()
    return { topic: `state/devices/${device.id}`, payload: renderPayload(document) }
  }

  async function * nodes (wanted: string | undefined): AsyncIterable<Retained> {
    const { records } = await store.page('node', { match: ({ id }) => wanted === undefined || id === wanted, limit: NODES_MAX })
    const own = alarm()
    for (const record of records) if (record.id !== own?.id) yield nodeFact(record as Node)
  }

  async function * modules (wanted: string | undefined): AsyncIterable<Retained> {
    const fact = (versions: Versions): Retained => ({ topic: `state/modules/${versions.id}`, payload: renderPayload(versionsDocument(versions)) })
    if (wanted === undefined) return yield * each('versions', async (versions: Versions) => fact(versions))
    const one = await store.get('versions', wanted) as Versions | undefined
    if (one !== undefined) yield fact(one)
  }

  async function * matching (filter: string): AsyncIterable<Retained> {
    const [branch, noun, id, ...more] = filter.split('/')
    if (branch === '#' || branch === 'to' || branch === '+') yield * deployments.partsMatching(filter.split('/'))
    if (!admits(branch, 'state') || (branch !== '#' && noun === undefined)) return
    const own = alarm()
    // Before the store is asked, which may be what it is about.
    if (own !== undefined && (branch === '#' || noun === '#' || (admits(noun, 'nodes') && (id === undefined || admits(id, own.id))))) yield nodeFact(own)
    await store.flushed()
    if (branch === '#' || noun === '#') {
      yield * nodes(undefined)
      yield * modules(undefined)
      yield * deployments.facts(undefined)
      return yield * each('device', stateOf)
    }
    if (more.length > 0 && more[0] !== '#') return
    if (noun === 'executions' && id !== undefined && !isWild(id)) yield * deployments.execution(id)
    if (noun === 'tasks' && id !== undefined && !isWild(id)) yield * task(id)
    if (id === undefined) return
    if (admits(noun, 'nodes')) yield * nodes(isWild(id) ? undefined : id)
    if (admits(noun, 'modules')) yield * modules(isWild(id) ? undefined : id)
    if (admits(noun, 'deployments')) yield * deployments.facts(isWild(id) ? undefined : id)
    if (!admits(noun, 'devices')) return
    if (isWild(id)) return yield * each('device', stateOf)
    const device = await store.get('device', id) as Device | undefined
    if (device !== undefined) yield await stateOf(device)
  }

  async function * all (): AsyncIterable<Retained> {
    yield * nodes(undefined)
    yield * modules(undefined)
    yield * deployments.facts(undefined)
    yield * deployments.parts()
    yield * deployments.executions()
    yield * each('device', stateOf)
    yield * each('task', factOf)
  }

  return { matching, all }
}

function nodeFact (node: Node): Retained {
  return { topic: `state/nodes/${node.id}`, payload: renderPayload(nodeDocument(node)) }
}
