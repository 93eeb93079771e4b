/**
 * Some of the schedules of several nodes on a real redis-server, always the
 * same ones. Many more: `npm run simulate -- --redis 1000`.
 */
import t from 'tap'
import { OnRedis } from './on-redis.js'

const SCHEDULES = 40
const TRACE_LINES = 150

t.test('the same holds on Redis, and it holds in the end what it was told', async t => {
  const onRedis = await OnRedis.start()
  t.teardown(() => onRedis.stop())
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const { violation } = await onRedis.run(seed)
    if (violation === undefined) continue
    const { trace } = await onRedis.run(seed, { traced: true })
    t.fail(`seed ${seed}: ${violation.breach}: ${violation.what} (npm run simulate -- --seed ${seed} --redis 1)`, { trace: trace.slice(-TRACE_LINES) })
    return
  }
  t.pass(`${SCHEDULES} schedules`)
})
