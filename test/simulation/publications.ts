/**
 * What a reader of `state/` and `events/` is told, who ignores a version lower
 * than one it has: no version has two contents, and in the end the reader knows
 * the truth, unless the node that should have told it was struck just then. One
 * node alone tells in order, too.
 */
import type { StoredRecord } from '../../broker/core/records.js'
import { type MessageKey, validate } from '../../schemas/index.js'
import type { Agenda } from './agenda.js'
import { type Disk, diskKey } from './fragile-store.js'
import type { TaskDocument, Violated } from './breach.js'

interface Told { readonly v: number, readonly payload: string }
interface LastChange { readonly v: number, readonly by: string, readonly isExcused: boolean }

/** What a node asked before it was struck may be carried out so long after. */
const UNDER_WAY_MS = 3_500
const KEYS: Readonly<Record<string, MessageKey>> = {
  'state tasks': 'tasks/state',
  'state devices': 'devices/state',
  'state nodes': 'nodes/state',
  'state queues': 'queues/state',
  'state workflows': 'workflows/state',
  'events tasks': 'tasks/event',
  'events devices': 'devices/event'
}

export class Publications {
  readonly #told = new Map<string, Told>()
  readonly #changes = new Map<string, LastChange>()
  readonly #struck = new Map<string, number>()

  constructor (
    private readonly agenda: Agenda,
    private readonly isAlone: boolean,
    private readonly violated: Violated,
    private readonly toldOfTask: (id: string, document: TaskDocument) => void
  ) {}

  published (by: string, topic: string, payload: string): void {
    const [branch = '', noun = '', id = ''] = topic.split('/')
    if (payload === '') return
    const document = JSON.parse(payload) as TaskDocument
    const key = KEYS[`${branch} ${noun}`]
    const problem = key === undefined ? { message: 'no such topic' } : validate(key, document)
    if (problem !== undefined) this.violated('message', `${topic}: ${problem.message} in ${payload}`)
    if (noun === 'tasks') this.toldOfTask(id, document)
    if (branch === 'state') this.#state(by, topic, { v: document.v, payload }, diskKey(noun.slice(0, -1), id))
  }

  #state (by: string, topic: string, told: Told, key: string): void {
    const last = this.#told.get(key)
    if (last === undefined || told.v > last.v) {
      this.#told.set(key, told)
      return
    }
    if (this.isAlone && told.v < last.v) this.violated('version', `${topic} was published with v ${last.v}, then with ${told.v}`)
    if (told.v === last.v && told.payload !== last.payload && !/^(device|queue)/.test(key)) {
      this.violated('version', `${topic} was published with v ${told.v} as ${last.payload}, then by ${by} as ${told.payload}`)
    }
  }

  changed (by: string, kind: string, { id, v }: StoredRecord): void {
    const isExcused = this.agenda.now < (this.#struck.get(by) ?? -Infinity) + UNDER_WAY_MS
    this.#changes.set(diskKey(kind, id), { v, by, isExcused })
  }

  /** A node was killed or cut off: what it has not told it may never tell. */
  interrupted (node: string): void {
    this.#struck.set(node, this.agenda.now)
    for (const [key, change] of this.#changes) {
      if (change.by === node && change.v > (this.#told.get(key)?.v ?? 0)) this.#changes.set(key, { ...change, isExcused: true })
    }
  }

  finished (disk: Disk): void {
    for (const [key, { kind, record: { v } }] of disk) {
      if (kind !== 'task' && kind !== 'node') continue
      const toldV = this.#told.get(key)?.v ?? 0
      const change = this.#changes.get(key)
      if (toldV > v) this.violated('version', `${key} was published with v ${toldV}, and has v ${v}`)
      if (toldV < v && change?.v === v && !change.isExcused) this.violated('untold', `${key} has v ${v}, by ${change.by}, but was last published with ${toldV}`)
    }
  }
}
