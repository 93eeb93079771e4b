/** The bridge cut for a moment, and the other broker killed; for longer in long-bridge.test.ts. */
import t from 'tap'
import { bridgeCut, otherBrokerKilled } from './support/bridges.js'

t.jobs = 2
bridgeCut(t, { cutMs: 3_000, bound: 400 })
otherBrokerKilled(t, { awayMs: 2_000 })
