/** The server killed and started again with much under way; with thousands in long-restart.test.ts. */
import t from 'tap'
import { absenceIsTold, everythingGoesOn } from './support/restarts.js'
import { stores } from './support/stores.js'

t.jobs = 2
for (const store of stores) {
  everythingGoesOn(t, store, { devices: 20, tasksEach: 20 })
  absenceIsTold(t, store)
}
