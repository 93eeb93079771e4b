/** Two nodes on one Redis, one of which is killed or cut off; more seeds in long-nodes.test.ts. */
import t from 'tap'
import { nodeCutOff, nodeKilled } from './burst/two-nodes.js'

nodeKilled(t, 1)
nodeCutOff(t, 1, 6_000)
