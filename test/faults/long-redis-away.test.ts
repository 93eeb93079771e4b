/** As redis-away.test.ts: more seeds, a minute, and a Redis that forces its file to the disk once a second. */
import t from 'tap'
import { killed, killedEverySecond, stalledAndKilled } from './burst/redis-away.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

for (const seed of [2, 3, 4]) stalledAndKilled(t, seed)
killed(t, 2, 5_000)
killed(t, 3, 60_000)
for (const seed of [1, 2, 3]) killedEverySecond(t, seed, 5_000)
