/**
 * As restart.test.ts, with 5,000 offers and leases, and until the broker has
 * published the wills that the one before it had left behind.
 */
import t from 'tap'
import { absenceIsTold, everythingGoesOn } from './support/restarts.js'
import { stores } from './support/stores.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

/** Four heartbeats of the broker, and a moment. */
const WILLS_MS = 50_000
// real time: the broker sweeps by a timer of its own, and what must not come gives no sign
const swept = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, WILLS_MS) })

for (const store of stores) {
  everythingGoesOn(t, store, { devices: 100, tasksEach: 50 })
  absenceIsTold(t, store, swept)
}
