/** As bridge.test.ts, with a minute without the other broker. */
import t from 'tap'
import { carrierCutOff, carrierKilled, carrierStalled, redisGone } from './support/bridge-nodes.js'
import { bridgeCut, incoming, otherBrokerKilled, oursKilledMeanwhile } from './support/bridges.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

bridgeCut(t, { cutMs: 60_000, bound: 5_000 })
otherBrokerKilled(t, { awayMs: 60_000 })
oursKilledMeanwhile(t)
incoming(t, { killed: 'ours', flowMs: 20_000 })
incoming(t, { killed: 'theirs', flowMs: 20_000 })
carrierKilled(t, { flowMs: 20_000 })
carrierCutOff(t, { flowMs: 1_000 })
carrierStalled(t, { flowMs: 20_000 })
redisGone(t, { awayMs: 20_000 })
