/** Redis away in the middle of a burst; longer, with more seeds and settings, in long-redis-away.test.ts. */
import t from 'tap'
import { killed, stalledAndKilled } from './burst/redis-away.js'

t.jobs = 2
// More than a run's own waits add up to: on a machine that is busy it is they that say what did not come.
t.setTimeout(240_000)
stalledAndKilled(t, 1)
killed(t, 1, 5_000)
