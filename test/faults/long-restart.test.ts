/**
 * As restart.test.ts, with 5,000 offers and leases, and until the broker has
 * published the wills that the one before it had left behind.
 */
import t from 'tap'
import { absenceIsTold, everythingGoesOn } from './support/restarts.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

everythingGoesOn(t, { devices: 100, tasksEach: 50 })

/** Four heartbeats of the broker, and a moment. */
const WILLS_MS = 50_000

// real time: the broker sweeps by a timer of its own, and what must not come gives no sign
absenceIsTold(t, () => new Promise(resolve => { setTimeout(resolve, WILLS_MS) }))
