/** A bridge cut for a moment, from either side, and a broker killed; for longer in long-bridge.test.ts. */
import t from 'tap'
import { bridgeCut, incoming, otherBrokerKilled } from './support/bridges.js'

t.jobs = 2
bridgeCut(t, { cutMs: 500, bound: 400 })
otherBrokerKilled(t, { awayMs: 500 })
incoming(t, { killed: 'ours', flowMs: 500 })
incoming(t, { killed: 'theirs', flowMs: 500 })
