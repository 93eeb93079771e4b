/** A node killed, as in nodes.test.ts, with more seeds; and a node cut off from Redis. */
import t from 'tap'
import { nodeCutOff, nodeKilled } from './burst/two-nodes.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

for (const seed of [2, 3, 4, 5, 6]) nodeKilled(t, seed)
for (const seed of [1, 2, 3, 4, 5, 6]) nodeCutOff(t, seed, 10_000)
