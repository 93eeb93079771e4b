/**
 * The retained facts, read from the store whenever somebody subscribes: nothing
 * is kept twice, so nothing can differ. A task's state is given to whoever asks
 * for that task; a wildcard gets its changes only. Devices are given to both.
 */
import type { Device } from '../core/device.js'
import type { Kind } from '../core/effects.js'
import type { Node } from '../core/node.js'
import { WithTexts, renderPayload } from '../core/payload.js'
import type { StoredRecord } from '../core/records.js'
import { type Task, isEnded } from '../core/task.js'
import { taskDocument } from '../plugins/tasks/index.js'
import type { Store } from '../store/store.js'
import { nouns } from './documents.js'
import { createParts } from './parts.js'
import type { QueueBook } from './queue-book.js'
import { type Retained, admits, isWild, recordsOf } from './retained.js'
import type { Roster } from './roster.js'
import { deviceState } from './words.js'

export type { Retained } from './retained.js'

export interface States {
  /** The facts that a filter below the root asks for, e.g. `state/devices/+`. */
  matching: (filter: string) => AsyncIterable<Retained>
  /** All that there are, of tasks too; for a broker that has to keep them itself. */
  all: () => AsyncIterable<Retained>
}

const kinds = Object.keys(nouns) as readonly Kind[]

/** @param alarm what is to be told of this node instead of its record */
export function createStates (store: Store, roster: Roster, queues: Pick<QueueBook, 'facts'>, alarm: () => Node | undefined = () => undefined): States {
  const parts = createParts(store)

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

  /** The facts of one noun: of one, or of all. */
  async function * facts (kind: Kind, wanted?: string): AsyncIterable<Retained> {
    const { stored } = nouns[kind]
    if (wanted === undefined) return yield * each(stored, (record: StoredRecord) => factual(kind, record))
    const one = await store.get(stored, wanted)
    if (one !== undefined) yield await factual(kind, one)
  }

  async function factual (kind: Kind, record: StoredRecord): Promise<Retained> {
    const own = alarm()
    const { payload, isOver } = await nouns[kind].fact(kind === 'node' && record.id === own?.id ? own : record, store)
    return { topic: `state/${kind}s/${record.id}`, payload: renderPayload(payload), ...isOver !== undefined && { isOver } }
  }

  async function * devices (wanted?: string): AsyncIterable<Retained> {
    if (wanted === undefined) return yield * each('device', stateOf)
    const device = await store.get('device', wanted) as Device | undefined
    if (device !== undefined) yield await stateOf(device)
  }

  async function * matching (filter: string): AsyncIterable<Retained> {
    const [branch, noun, id, ...more] = filter.split('/')
    if (branch === '#' || branch === 'to' || branch === '+') yield * parts.matching(filter.split('/'))
    if (!admits(branch, 'state') || (branch !== '#' && noun === undefined)) return
    const isAll = branch === '#' || noun === '#'
    if (!isAll && (id === undefined || (more.length > 0 && more[0] !== '#'))) return
    const wanted = isAll || id === undefined || isWild(id) ? undefined : id
    const own = alarm()
    // Before the store is asked, which may be what it is about.
    if (own !== undefined && (isAll || admits(noun, 'nodes')) && (wanted === undefined || wanted === own.id)) yield await factual('node', own)
    await store.flushed()
    for (const kind of kinds) if ((isAll || admits(noun, `${kind}s`)) && (wanted !== undefined || nouns[kind].isMany !== true)) yield * facts(kind, wanted)
    if (wanted !== undefined && admits(noun, 'tasks')) yield * task(wanted)
    if (isAll || admits(noun, 'devices')) yield * devices(wanted)
    if (isAll || admits(noun, 'queues')) yield * queues.facts(name => wanted === undefined || name === wanted)
  }

  async function * all (): AsyncIterable<Retained> {
    for (const kind of kinds) yield * facts(kind)
    yield * parts.all()
    yield * devices()
    yield * queues.facts()
    yield * each('task', factOf)
  }

  return { matching, all }
}
