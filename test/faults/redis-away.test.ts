/** Redis away in the middle of a burst; longer, with more seeds and settings, in long-redis-away.test.ts. */
import t from 'tap'
import { killed, stalledAndKilled } from './burst/redis-away.js'

t.jobs = 2
stalledAndKilled(t, 1)
killed(t, 1, 5_000)
