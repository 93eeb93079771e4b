/**
 * Mistakes made on purpose, one at a time, to see that the checks see them.
 * Each stands between the pipeline and its store, or in front of the pipeline.
 */
import type { Change, StoredRecord } from '../../broker/core/records.js'
import type { Task } from '../../broker/core/task.js'
import type { Incoming } from '../../broker/pipeline/route.js'
import type { Claim, Store } from '../../broker/store/store.js'
import type { Breach } from './breach.js'

export interface Mutation {
  readonly name: string
  /** What it may be found by. */
  readonly breaches: readonly Breach[]
  readonly store?: (store: Store) => Store
  readonly receive?: (incoming: Incoming, store: Store) => Incoming
}

export const mutations: readonly Mutation[] = [
  {
    name: 'acknowledges before it is written',
    breaches: ['durability', 'lost', 'completion'],
    store: store => altered(store, { flushed: () => undefined })
  },
  {
    name: 'forgets to put a timed-out task back into its lane',
    breaches: ['stuck'],
    store: store => withCommits(store, (task, before) => hasTimedOut(task, before) ? { ...task, function: 'nobody-offers-this' } : task)
  },
  {
    name: 'never looks at deadlines',
    breaches: ['lease', 'stuck'],
    store: store => altered(store, { due: () => [] })
  },
  {
    name: 'takes a lease back before its time',
    breaches: ['lease'],
    store: store => withCommits(store, task => task.state === 'executing' && task.deadline !== undefined ? { ...task, deadline: task.deadline - task.leaseMs / 2 } : task)
  },
  {
    name: 'renews the lease when begin is repeated',
    breaches: ['lease'],
    receive: (incoming, store) => {
      renew(incoming, store)
      return incoming
    }
  },
  {
    name: 'accepts the result of a stale attempt',
    breaches: ['completion'],
    receive: asCurrentAttempt
  },
  {
    name: 'uses the number of an attempt again',
    breaches: ['attempt', 'completion'],
    store: store => withClaims(store, claim => ({ ...claim, patch: { ...claim.patch, add: { offers: 1 }, set: { ...claim.patch.set, attempt: 1 } } }))
  },
  {
    name: 'offers one more than a device takes',
    breaches: ['capacity'],
    store: store => withClaims(store, ({ within, ...claim }) => ({ ...claim, max: claim.max + 1 }))
  },
  {
    name: 'lets a late cancel undo a completion',
    breaches: ['completion'],
    receive: (incoming, store) => {
      if (incoming.topic.endsWith('/cancel')) undo(incoming, store)
      return incoming
    }
  },
  {
    name: 'does not find the result again',
    breaches: ['completion', 'message'],
    store: store => altered(store, { part: (kind, id, name) => name === 'result' ? undefined : store.part(kind, id, name) })
  }
]

/** The same with some methods in place of its own. */
export function altered<T extends object> (whole: T, changes: Partial<T>): T {
  return new Proxy(whole, {
    get (target, name) {
      const changed: unknown = Reflect.get(changes, name)
      if (changed !== undefined) return changed
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    }
  })
}

function withCommits (store: Store, alter: (task: Task, before: Task | undefined) => Task): Store {
  const commit = (change: Change): ReturnType<Store['commit']> => {
    if (change.kind !== 'task' || change.record === null) return store.commit(change)
    return store.commit({ ...change, record: alter(change.record as Task, recordAtOnce(store, change.id) as Task | undefined) })
  }
  return altered(store, { commit })
}

function withClaims (store: Store, alter: (claim: Claim) => Claim): Store {
  return altered(store, { claim: claim => store.claim(alter(claim)) })
}

function hasTimedOut (task: Task, before: Task | undefined): boolean {
  return before?.state === 'executing' && task.state === 'available' && (before.deadline ?? Infinity) <= task.since
}

interface About { readonly task: Task, readonly verb: string, readonly body: { readonly attempt?: number } }

/** The task that a command is about, where the store answers at once. */
function about ({ topic, payload }: Incoming, store: Store): About | undefined {
  const [, , noun, id = '', verb = ''] = topic.split('/')
  const record = noun === 'tasks' ? recordAtOnce(store, id) : undefined
  return record && { task: record as Task, verb, body: JSON.parse(payload.toString()) as About['body'] }
}

function recordAtOnce (store: Store, id: string): StoredRecord | undefined {
  // Where many nodes share it, this mistake has to wait, and where it is away.
  if (store.bus !== undefined) return undefined
  try {
    const record = store.get('task', id)
    return record instanceof Promise ? undefined : record
  } catch {
    return undefined
  }
}

function renew (incoming: Incoming, store: Store): void {
  const found = about(incoming, store)
  if (found?.verb !== 'begin' || found.task.state !== 'executing') return
  store.touch('task', found.task.id, store.now() + found.task.leaseMs)
}

function asCurrentAttempt (incoming: Incoming, store: Store): Incoming {
  const found = about(incoming, store)
  if (found?.verb !== 'success' || found.task.device === undefined) return incoming
  const { task: { id, device, attempt }, body } = found
  return { ...incoming, principal: device, topic: `from/${device}/tasks/${id}/success`, payload: Buffer.from(JSON.stringify({ ...body, attempt })) }
}

function undo (incoming: Incoming, store: Store): void {
  const task = about(incoming, store)?.task
  if (task?.state !== 'completed') return
  store.commit({ kind: 'task', id: task.id, expect: task.v, record: { ...task, v: task.v + 1, state: 'cancelled' } as Task })
}
