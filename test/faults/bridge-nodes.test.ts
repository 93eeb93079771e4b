/** Two nodes with one bridge: who carries is killed, or Redis goes; for longer, and with one that stands still, in long-bridge.test.ts. */
import t from 'tap'
import { carrierKilled, redisGone } from './support/bridge-nodes.js'

t.jobs = 2
// Run by itself, tap would end it after 30 s, which a starved machine takes.
t.setTimeout(90_000)
carrierKilled(t, { flowMs: 200 })
redisGone(t, { awayMs: 500 })
