/** The store over Redis against the contract, on a real redis-server, and what it promises beyond it. */
import t from 'tap'
import { systemClock } from '../../broker/platform/clock.js'
import { RedisStore } from '../../broker/store/redis/redis-store.js'
import { startRedis } from '../support/redis-server.js'
import type { StoreUnderTest } from './store-bench.js'
import { runStoreSuite } from './store-suite.js'

const redis = await startRedis(t)
let tags = 0

const subject: StoreUnderTest = {
  name: 'redis',
  create: async options => {
    const tag = `t${tags++}`
    // What is due is judged by the test's clock, as it is by Redis' otherwise; the connection goes by the real one.
    const time = { now: options.clock.now, adjust: async () => {} }
    const create = (): RedisStore => new RedisStore({ ...options, clock: systemClock(), url: redis.url, tag, node: 'a', expiryEvents: false }, time)
    return { store: create(), reopen: async () => create() }
  },
  touchesLast: true,
  modelRuns: 50
}

runStoreSuite(t, subject)
