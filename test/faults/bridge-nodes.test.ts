/** Two nodes with one bridge: who carries is killed, or Redis goes; for longer, and with one that stands still, in long-bridge.test.ts. */
import t from 'tap'
import { carrierKilled, redisGone } from './support/bridge-nodes.js'

t.jobs = 2
carrierKilled(t, { flowMs: 200 })
redisGone(t, { awayMs: 500 })
