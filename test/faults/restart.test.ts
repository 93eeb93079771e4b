/** The server killed and started again with much under way; with thousands in long-restart.test.ts. */
import t from 'tap'
import { absenceIsTold, everythingGoesOn } from './support/restarts.js'

everythingGoesOn(t, { devices: 20, tasksEach: 20 })
absenceIsTold(t)
