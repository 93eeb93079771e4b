/** More seeds of what nodes.test.ts does. */
import t from 'tap'
import { nodeCutOff, nodeKilled } from './burst/two-nodes.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

for (const seed of [2, 3, 4, 5, 6]) {
  nodeKilled(t, seed)
  nodeCutOff(t, seed, 10_000)
}
