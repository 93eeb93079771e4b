/** Mistakes with runs of workflows, made on purpose: see `mutations.ts`. */
import type { StoredRecord } from '../../broker/core/records.js'
import type { Workflow } from '../../broker/core/workflow.js'
import type { Due, Store } from '../../broker/store/store.js'
import { type Mutation, altered } from './mutations.js'

export const runMutations: readonly Mutation[] = [
  {
    name: 'never looks at a run again that it has lost sight of',
    breaches: ['stuck'],
    store: store => altered(store, { due: limit => without(store.due(limit)) })
  },
  {
    name: 'takes a step that has begun for one that is over',
    breaches: ['completion', 'stuck'],
    store: store => withRuns(store, run => ({ ...run, steps: Object.fromEntries(Object.entries(run.steps).map(([name, step]) => [name, step.state === 'executing' && step.elements === undefined ? { ...step, state: 'completed' as const } : step])) }))
  },
  {
    name: 'tells a run that has failed as completed',
    breaches: ['completion'],
    store: store => withRuns(store, run => run.state === 'failed' ? { ...run, state: 'completed', error: undefined } : run)
  },
  {
    name: 'forgets that a run was cancelled',
    breaches: ['completion', 'stuck'],
    store: store => withRuns(store, run => run.state === 'cancelled' ? { ...run, state: 'executing' } : run)
  }
]

function without (due: ReturnType<Store['due']>): ReturnType<Store['due']> {
  const others = (all: readonly Due[]): readonly Due[] => all.filter(({ kind }) => kind !== 'workflow')
  return due instanceof Promise ? due.then(others) : others(due as readonly Due[])
}

function withRuns (store: Store, alter: (run: Workflow) => Workflow): Store {
  return altered(store, { commit: change => store.commit(change.kind === 'workflow' && change.record !== null ? { ...change, record: alter(change.record as Workflow) satisfies StoredRecord } : change) })
}
