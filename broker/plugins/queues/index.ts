/** Queues by name: everything under `from/{p}/queues/…`; what is told on `state/queues/+` follows from their lanes. */
import { type Command, type CommandDefinition, type Decision, type Transition, define } from '../../core/command.js'
import type { Queue, QueueLength } from '../../core/queue.js'

interface Facts { readonly queue: Queue | undefined, readonly length: QueueLength }

const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `queue ${entity}` })

/** @param act what becomes of it; the same where nothing does, undefined where it is not paused any more */
function managed (verb: string, act: (queue: Queue | undefined, command: Command<{ readonly reason?: string }>) => Queue | undefined): CommandDefinition {
  return define<{ readonly reason?: string }, Facts>({
    key: `queues/${verb}`,
    audited: verb !== 'get',
    order,
    async read (reader, { entity }) {
      const [length = { id: entity, waiting: 0, devices: 0 }] = await reader.queues(entity)
      return { queue: await reader.record('queue', entity) as Queue | undefined, length }
    },
    decide ({ queue, length }, command): Decision {
      const after = act(queue, command)
      return { transitions: after === queue ? [] : [changed(queue, after)], reply: queueDocument(after, length, command.now) }
    }
  })
}

/** By more than one at the same time it is paused once. */
const pause = managed('pause', (queue, { entity, principal, body, now }) => queue ?? { id: entity, v: 1, by: principal, reason: body.reason, since: now })
const resume = managed('resume', () => undefined)
const get = managed('get', queue => queue)

const list = define<object, readonly Facts[]>({
  key: 'queues/list',
  order: () => undefined,
  async read (reader) {
    const { records } = await reader.page('queue', () => true, LIST_MAX, undefined)
    const lengths = await reader.queues()
    const others = records.filter(({ id }) => !lengths.some(length => length.id === id)).map(({ id }) => ({ id, waiting: 0, devices: 0 }))
    return [...lengths, ...others].slice(0, LIST_MAX).map(length => ({ length, queue: records.find(({ id }) => id === length.id) as Queue | undefined }))
  },
  decide: (queues, { now }) => ({ transitions: [], reply: { queues: queues.map(({ queue, length }) => queueDocument(queue, length, now)) } })
})

const LIST_MAX = 1_000

export const queueCommands: readonly CommandDefinition[] = [pause, resume, get, list]

function changed (before: Queue | undefined, after: Queue | undefined): Transition {
  const id = (after ?? before)?.id ?? ''
  return { change: { kind: 'queue', id, expect: before?.v ?? 0, record: after ?? null }, notes: [{ type: 'queue', id, after }], effects: [] }
}

/** @param v grows with the clock: what is told follows from much that has no version of its own */
export function queueDocument (queue: Queue | undefined, { id, waiting, oldestAt, devices }: QueueLength, v: number): object {
  return { queue: id, state: queue === undefined ? 'open' : 'paused', by: queue?.by, reason: queue?.reason, waiting, oldestAt, devices, since: queue?.since, v }
}
