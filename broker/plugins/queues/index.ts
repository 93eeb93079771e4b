/** Queues by name: everything under `from/{p}/queues/…`; what is told on `state/queues/+` follows from their lanes. */
import { type Command, type CommandDefinition, type Decision, type Rejection, type Transition, define } from '../../core/command.js'
import { DEFAULT_QUEUE, type Queue, type QueueLength, type QueueLimit, RATE_PER_MS } from '../../core/queue.js'

interface Facts { readonly queue: Queue | undefined, readonly length: QueueLength }

const order = ({ entity }: Command<unknown>): { exclusive: string } => ({ exclusive: `queue ${entity}` })

interface Body extends QueueLimit { readonly reason?: string }
type State = Pick<Queue, 'paused' | 'limit'>

/** @param act what becomes of it; the same where nothing does */
function managed (verb: string, act: (state: State, command: Command<Body>) => State | Rejection): CommandDefinition {
  return define<Body, Facts>({
    key: `queues/${verb}`,
    audited: verb !== 'get',
    order,
    async read (reader, { entity }) {
      const [length = { id: entity, waiting: 0, devices: 0 }] = await reader.queues(entity)
      return { queue: await reader.record('queue', entity) as Queue | undefined, length }
    },
    decide ({ queue, length }, command): Decision {
      const before = queue ?? {}
      const state = act(before, command)
      if ('code' in state) return { reject: state }
      if (state === before) return { transitions: [], reply: queueDocument(queue, length, command.now) }
      const hasAny = state.paused !== undefined || state.limit !== undefined
      const after: Queue | undefined = hasAny ? { id: command.entity, v: (queue?.v ?? 0) + 1, paused: state.paused, limit: state.limit } : undefined
      return { transitions: queue === undefined && after === undefined ? [] : [changed(queue, after)], reply: queueDocument(after, length, command.now) }
    }
  })
}

/** By more than one at the same time it is paused once. */
const pause = managed('pause', (state, { principal, body, now }) => state.paused === undefined ? { ...state, paused: { by: principal, reason: body.reason, since: now } } : state)
const resume = managed('resume', state => state.paused === undefined ? state : { ...state, paused: undefined })
const get = managed('get', state => state)

/** The whole limit anew: what it does not name has no bound. */
const limit = managed('limit', (state, { entity, body: { running, rate, perMs } }) => {
  if (entity === DEFAULT_QUEUE) return { code: 'invalid', message: `what is of the queue ${DEFAULT_QUEUE} is not counted, so it can't be limited: give these tasks a queue of their own` }
  if (perMs !== undefined && rate === undefined) return { code: 'invalid', message: 'perMs: is of rate, which is missing' }
  if (running === undefined && rate === undefined) return state.limit === undefined ? state : { ...state, limit: undefined }
  return { ...state, limit: { running, rate, perMs: rate === undefined ? undefined : perMs ?? RATE_PER_MS } }
})

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

export const queueCommands: readonly CommandDefinition[] = [pause, resume, limit, get, list]

function changed (before: Queue | undefined, after: Queue | undefined): Transition {
  const id = (after ?? before)?.id ?? ''
  return { change: { kind: 'queue', id, expect: before?.v ?? 0, record: after ?? null }, notes: [{ type: 'queue', id, after }], effects: [] }
}

/** @param v grows with the clock: what is told follows from much that has no version of its own */
export function queueDocument (queue: Queue | undefined, { id, waiting, oldestAt, running, devices }: QueueLength, v: number): object {
  const { paused, limit } = queue ?? {}
  return { queue: id, state: paused === undefined ? 'open' : 'paused', by: paused?.by, reason: paused?.reason, waiting, oldestAt, running, limit, devices, since: paused?.since, v }
}
