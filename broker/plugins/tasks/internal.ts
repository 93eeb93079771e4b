/** Events about tasks that no principal sent: deadlines, evictions, releases, and lines for a task's log. */
import { type CommandDefinition, type Decision, define } from '../../core/command.js'
import { type Awaitable, after, all } from '../../core/records.js'
import type { Task } from '../../core/task.js'
import type { TaskEvent } from './events.js'
import { happen } from './transition.js'

type Happening<T extends TaskEvent['type']> = Omit<Extract<TaskEvent, { type: T }>, 'type' | 'now'>

function internal<T extends 'deadline' | 'release'> (type: T): CommandDefinition {
  return define<Happening<T>, Task | undefined>({
    key: `tasks/${type}`,
    optimistic: true,
    order: ({ entity }) => ({ exclusive: `task ${entity}` }),
    read: (reader, { entity }) => after(reader.stub('task', entity), task => task as Task | undefined),
    decide (task, { body, now }): Decision {
      const { transition } = happen(task, Object.assign({ type, now }, body) as unknown as TaskEvent)
      return { transitions: transition ? [transition] : [] }
    }
  })
}

/** Ended tasks of which there are too many. */
const evict = define<{ readonly ids: readonly string[] }, readonly (Task | undefined)[]>({
  key: 'tasks/evict',
  optimistic: true,
  // Each is compared by its version; nobody waits for the others.
  order: () => undefined,
  read: (reader, { body }) => all(body.ids.map(id => reader.stub('task', id) as Awaitable<Task | undefined>)),
  decide: (tasks, { now }): Decision => ({ transitions: tasks.flatMap(task => happen(task, { type: 'evict', now }).transition ?? []) })
})

export interface LogLine { readonly from: string, readonly level: string, readonly message: string, readonly at: number }

/** The newest lines are kept: a device that babbles must not fill the store. */
const LOG_LINES_MAX = 50

/** A line that a device wrote about a task stands beside the task, as long as that is kept. */
const log = define<LogLine, { task: Task | undefined, logs: string | undefined }>({
  key: 'tasks/log',
  order: ({ entity }) => ({ exclusive: `task ${entity}` }),
  read: (reader, { entity }) => after(reader.record('task', entity), task =>
    after(reader.part('task', entity, 'logs'), logs => ({ task: task as Task | undefined, logs }))),
  decide ({ task, logs = '[]' }, { body }): Decision {
    // Only who holds or held it may write beside it.
    if (task?.device !== body.from) return { transitions: [] }
    const lines = [...JSON.parse(logs) as LogLine[], body].slice(-LOG_LINES_MAX)
    const record = { ...task, v: task.v + 1 }
    return {
      transitions: [{
        change: { kind: 'task', id: task.id, expect: task.v, record, parts: { logs: JSON.stringify(lines) } },
        notes: [],
        effects: []
      }]
    }
  }
})

export const taskInternals: readonly CommandDefinition[] = [internal('deadline'), internal('release'), evict, log]
