/** Mistakes made on purpose, one at a time, to see that the checks see them. */
import type { Incoming } from '../../broker/pipeline/route.js'
import type { Store } from '../../broker/store/store.js'

export interface Mutation {
  readonly name: string
  readonly store?: (store: Store) => Store
  readonly receive?: (incoming: Incoming, store: Store) => Incoming
}

export const mutations: readonly Mutation[] = []
