/** How a task looks from outside: the state document, events, and where it stands in the indexes. Pure. */
import type { Former } from '../../core/effects.js'
import type { Indexes, StoredRecord } from '../../core/records.js'
import { laneKey, rankOf } from '../../core/lanes.js'
import { TASK_DEFAULTS, type Task, isEnded, isHeld } from '../../core/task.js'

/** `state/tasks/{t}`, replies and lists, without the result, which is a text beside the record. */
export function taskDocument (task: Task): object {
  const { id, state, v, attempt, since, percent, note, error, reason, tag, submitter, run, service, queue, priority = TASK_DEFAULTS.priority, dueAt } = task
  const concerned = isHeld(task) || state === 'completed' || state === 'failed'
  return {
    task: id,
    // Before anything that is freely chosen: whoever passes it on finds it there.
    submitter,
    state,
    v,
    function: task.function,
    attempt,
    device: concerned ? task.device : undefined,
    since,
    percent,
    note,
    error,
    reason,
    tag,
    run,
    service,
    queue,
    priority,
    dueAt,
    deadline: isHeld(task) ? task.deadline : undefined
  }
}

export function taskEventDocument (task: Task, before: Former | undefined, event: string, at: number): object {
  const { id, submitter, v, attempt, state, device, percent, note, reason, error } = task
  const concerned = isHeld(task) ? device : before !== undefined && isHeld(before) ? before.device : undefined
  return { event, task: id, submitter, from: before?.state, to: state, v, attempt, device: concerned, at, percent, note, reason, error }
}

export function taskIndexes (record: StoredRecord): Indexes {
  const task = record as Task
  const { deadline, queue: group } = task
  if (task.state === 'available') return { lane: laneKey(task), rank: rankOf(task), group, deadline, addends: { leaseMs: task.leaseMs } }
  if (isHeld(task)) return { holder: task.device, group, deadline }
  if (!isEnded(task)) return { deadline }
  const { id, v, state } = task
  return { deadline, ended: true, stub: { id, v, state, deadline } as StoredRecord }
}
