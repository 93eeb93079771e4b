/**
 * The clauses of the topic page that can be seen from outside of a device, in
 * the order in which they are tried; where the connection is cut, last. To add
 * one, add an entry.
 */
import type { Clause } from '../trial.js'
import { births } from './births.js'
import { connections } from './connections.js'
import { leases } from './leases.js'
import { offers } from './offers.js'
import { results } from './results.js'
import { asking, slots } from './slots.js'

export { reviews } from './reviews.js'

export const clauses: readonly Clause[] = [...asking, ...offers, ...leases, ...results, ...births, ...slots, ...connections]
