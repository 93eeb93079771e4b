/** The bridge cut for a moment, and the other broker killed; for longer, and our server killed, in long-bridge.test.ts. */
import t from 'tap'
import { bridgeCut, otherBrokerKilled } from './support/bridges.js'

t.jobs = 2
bridgeCut(t, { cutMs: 500, bound: 200 })
otherBrokerKilled(t, { awayMs: 500 })
