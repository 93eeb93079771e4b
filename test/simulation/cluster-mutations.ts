/**
 * Mistakes on purpose that only several nodes can show: each is made by all of
 * them, between the pipeline and its store, or between it and the bus.
 */
import type { Device } from '../../broker/core/device.js'
import { laneKey } from '../../broker/core/lanes.js'
import type { Change, StoredRecord } from '../../broker/core/records.js'
import type { Task } from '../../broker/core/task.js'
import type { Word } from '../../broker/pipeline/exchange.js'
import type { Bus } from '../../broker/store/bus.js'
import type { Page, PageRequest, Store } from '../../broker/store/store.js'
import { type Mutation, altered } from './mutations.js'

export const clusterMutations: readonly Mutation[] = [
  {
    name: 'claims what comes to more than a device takes',
    breaches: ['capacity'],
    store: store => altered(store, { claim: ({ within, ...claim }) => store.claim(claim) })
  },
  {
    name: 'adopts a device without writing its node',
    breaches: ['stuck', 'served'],
    store: ofCluster(store => altered(store, { commit: change => withoutMove(store, change) }))
  },
  {
    name: 'calls nobody for work and never reviews the lanes',
    breaches: ['stuck'],
    store: ofCluster(onlyOwnLanes)
  },
  {
    name: 'trusts what it remembers of a record for a rejection',
    breaches: ['outdated', 'disagreement'],
    store: ofCluster(store => altered(store, { get: (kind, id) => kind === 'task' ? store.remembered?.(kind, id) ?? store.get(kind, id) : store.get(kind, id) }))
  },
  {
    name: 'serves devices of other nodes',
    breaches: ['served'],
    store: ofCluster(allOurs)
  },
  {
    name: 'does not say again that it runs after it was taken for gone',
    breaches: ['version', 'disagreement'],
    store: ofCluster(bornOnce)
  }
]

function ofCluster (alter: (store: Store, bus: Bus) => Store): (store: Store) => Store {
  return store => store.bus === undefined ? store : alter(store, store.bus)
}

async function withoutMove (store: Store, change: Change): Promise<'applied' | 'conflict'> {
  const before = change.kind === 'device' && change.record !== null ? await store.get('device', change.id) as Device | undefined : undefined
  return store.commit(before === undefined ? change : { ...change, record: { ...change.record, node: before.node } as Device })
}

function onlyOwnLanes (store: Store, bus: Bus): Store {
  const own = new Set<string>()
  return altered(store, {
    bus: altered(bus, {
      send: (to, kind, body) => { if (wordOf(kind, body)?.type !== 'work') bus.send(to, kind, body) }
    }),
    commit: change => {
      const task = change.kind === 'task' ? change.record as Task | null : null
      if (task?.state === 'available') own.add(laneKey(task))
      return store.commit(change)
    },
    lanes: async kind => {
      const lanes = await store.lanes(kind)
      return own.size === 0 ? lanes : lanes.filter(lane => own.has(lane))
    }
  })
}

function allOurs (store: Store, bus: Bus): Store {
  const taken = <R extends StoredRecord | null | undefined>(record: R): R => record != null && 'node' in record ? { ...record, node: bus.node } : record
  return altered(store, {
    bus: altered(bus, {
      listen: (kind, listener) => bus.listen(kind, (body, from) => {
        const word = wordOf(kind, body)
        if (word?.type === 'device') listener(Buffer.from(JSON.stringify({ ...word, device: taken(word.device) })), from)
        else listener(body, from)
      })
    }),
    page: async (kind: string, request: PageRequest): Promise<Page> => {
      const page = await store.page(kind, request)
      return kind === 'device' ? { ...page, records: page.records.map(taken) } : page
    }
  })
}

function bornOnce (store: Store, { node }: Bus): Store {
  let isBorn = false
  return altered(store, {
    commit: change => {
      if (change.kind === 'node' && change.id === node && isBorn) return Promise.resolve('applied')
      isBorn ||= change.kind === 'node' && change.id === node
      return store.commit(change)
    }
  })
}

function wordOf (kind: string, body: Buffer | string): Word | undefined {
  return kind === 'pipeline' ? JSON.parse(body.toString()) as Word : undefined
}
