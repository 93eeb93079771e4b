// What the demo knows of its devices and tasks, out of what it watches. It paints nothing: see screen.ts.

import type { DeviceEvent, DeviceState, TaskEvent, TaskState } from '../../schemas/index.js'
import type { Sighting } from '../app.js'

export interface DeviceRow {
  readonly id: string
  /** For people: what kind of process it is, and its label. */
  readonly about: string
  state: string
  done: number
  /** Which of several nodes serves it. */
  node?: string
  task?: { readonly id: string, readonly percent: number | undefined }
}

/** Something that a reader may want to know, as a line of text. */
export interface Moment { readonly who: string, readonly what: string, readonly tone: 'plain' | 'good' | 'bad' }

export class Board {
  /** Results that were compared with what they should be. */
  checked = 0
  readonly devices = new Map<string, DeviceRow>()
  readonly #tasks = new Map<string, TaskState>()
  /** By task: the attempts that were begun. An offer that is declined or lapses is an attempt, but none that counts. */
  readonly #begun = new Map<string, Set<number>>()

  addDevice (id: string, about: string): void {
    this.devices.set(id, { id, about, state: 'starting', done: 0 })
  }

  killed (id: string): void {
    const row = this.devices.get(id)
    if (row) row.state = 'killed'
  }

  count (...states: Array<TaskState['state']>): number {
    return [...this.#tasks.values()].filter(({ state }) => states.length === 0 || states.includes(state)).length
  }

  /** How often a task was begun that had been begun before. */
  get retries (): number {
    return [...this.#begun.values()].reduce((sum, attempts) => sum + attempts.size - 1, 0)
  }

  nameOf (task: string): string {
    const state = this.#tasks.get(task)
    return state ? `${state.function} ${state.tag}` : task
  }

  /** For when it takes too long. */
  openTasks (): string {
    const open = [...this.#tasks.values()].filter(({ state }) => state !== 'completed')
    return `Open are: ${open.map(({ task, state, device }) => `${task} (${state}${device === undefined ? '' : `, ${device}`})`).join(', ')}`
  }

  /** Takes in what was seen; what is worth a line comes back. */
  see (sighting: Sighting): Moment | undefined {
    if (sighting.kind === 'gap' || sighting.payload === undefined) return undefined
    if (sighting.kind === 'event') return sighting.noun === 'tasks' ? this.#taskEvent(sighting.id, sighting.payload) : deviceEvent(sighting.id, sighting.payload)
    if (sighting.noun === 'tasks') this.#taskState(sighting.payload)
    else return this.#deviceState(sighting.payload)
    return undefined
  }

  #deviceState ({ device: id, state, node }: DeviceState): Moment | undefined {
    const row = this.devices.get(id)
    if (!row || row.state === 'killed') return undefined
    row.state = state
    if (node === undefined || node === row.node) return undefined
    const isMove = row.node !== undefined
    row.node = node
    return isMove ? { who: id, what: `goes on at ${node}`, tone: 'good' } : undefined
  }

  #taskState (task: TaskState): void {
    this.#tasks.set(task.task, task)
    for (const row of this.devices.values()) if (row.task?.id === task.task) delete row.task
    const row = this.devices.get(task.device ?? '')
    if (task.state === 'executing') {
      this.#begun.set(task.task, (this.#begun.get(task.task) ?? new Set()).add(task.attempt))
      if (row) row.task = { id: task.task, percent: task.percent }
    } else if (task.state === 'completed' && row) row.done++
  }

  #taskEvent (id: string, { event, device = '' }: TaskEvent): Moment | undefined {
    const name = this.nameOf(id)
    if (event === 'succeeded') return { who: device, what: `has done ${name}`, tone: 'plain' }
    if (event === 'began' && this.#begun.has(id)) return { who: device, what: `begins ${name} again`, tone: 'good' }
    if (event === 'timed-out') return { who: device, what: `has lost its lease of ${name}`, tone: 'bad' }
    if (event === 'failed') return { who: device, what: `has failed at ${name}`, tone: 'bad' }
    return undefined
  }
}

const deviceWords: Readonly<Record<DeviceEvent['event'], string>> = {
  born: 'is here',
  left: 'is gone',
  lost: 'is lost',
  cordoned: 'is cordoned',
  uncordoned: 'is uncordoned',
  forgotten: 'is forgotten'
}

function deviceEvent (id: string, { event }: DeviceEvent): Moment {
  return { who: id, what: deviceWords[event], tone: event === 'lost' || event === 'left' ? 'bad' : 'plain' }
}
