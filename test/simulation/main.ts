/**
 * `npm run simulate`: many schedules, each from its seed; the first breach of a
 * schedule is shown with a trace of all that led to it.
 *
 *   --schedules N   how many (10,000)     --seconds S   or as many as fit
 *   --from N        the first seed (1)    --seed N      that one alone, traced
 *   --redis N       so many, of several nodes, on a redis-server of its own;
 *                   with --seed that one there
 */
import { parseArgs } from 'node:util'
import { systemClock } from '../../broker/platform/clock.js'
import { OnRedis } from './on-redis.js'
import { type Failure, type Seeds, runInThreads, runSeeds } from './threads.js'
import { type Outcome, type RunOptions, runSchedule } from './world.js'

type Run = (seed: number, options?: Pick<RunOptions, 'traced'>) => Promise<Outcome>

/** Of a failing schedule the end tells most. */
const TRACE_LINES = 120
const FAILURES_SHOWN = 3
const SEEDS_AT_ONCE = 50

const { values } = parseArgs({
  options: {
    schedules: { type: 'string' },
    seconds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    redis: { type: 'string' }
  }
})

async function replay (seed: number): Promise<boolean> {
  const { trace, violation, elapsedMs } = await run(seed, { traced: true })
  console.log(trace.join('\n'))
  console.log(violation === undefined ? `seed ${seed}: nothing wrong in ${elapsedMs / 1_000} s` : `seed ${seed}: ${violation.breach}: ${violation.what}`)
  return violation === undefined
}

async function runMany (first: number, count: number, untilMs: number): Promise<boolean> {
  const clock = systemClock()
  const startMs = clock.now()
  let next = first
  const take = (): Seeds | undefined => {
    if (next >= first + count || clock.now() - startMs > untilMs) return undefined
    const from = next
    next = Math.min(from + SEEDS_AT_ONCE, first + count)
    return { from, to: next }
  }
  const failures: Failure[] = []
  if (onRedis === undefined) await runInThreads(take, some => { failures.push(...some) })
  else for (let seeds = take(); seeds !== undefined; seeds = take()) failures.push(...await runSeeds(run, seeds))
  const seconds = (clock.now() - startMs) / 1_000
  failures.sort((a, b) => a.seed - b.seed)
  for (const { seed } of failures.slice(0, FAILURES_SHOWN)) await show(seed)
  console.log(`seeds ${first} to ${next - 1}: ${next - first} schedules in ${seconds.toFixed(1)} s, ${((next - first) / seconds).toFixed(0)} a second; ${failures.length} with a violation`)
  for (const { breach } of failures.filter(({ breach }, n) => failures.findIndex(other => other.breach === breach) === n)) {
    const seeds = failures.filter(other => other.breach === breach).map(({ seed }) => seed)
    console.log(`  ${breach}: ${seeds.length}, seeds ${seeds.slice(0, 10).join(' ')}`)
  }
  return failures.length === 0
}

async function show (seed: number): Promise<void> {
  const { trace, violation } = await run(seed, { traced: true })
  console.log(`${trace.slice(-TRACE_LINES).join('\n')}\nseed ${seed}: ${violation?.breach ?? 'it does not replay'}: ${violation?.what ?? ''}\nagain: npm run simulate -- --seed ${seed}${values.redis === undefined ? '' : ' --redis 1'}\n`)
}

const { seed, from = '1', seconds, redis, schedules = redis ?? (seconds === undefined ? '10000' : 'Infinity') } = values
const onRedis = redis === undefined ? undefined : await OnRedis.start()
const run: Run = onRedis === undefined ? runSchedule : (seed, options) => onRedis.run(seed, options)
try {
  const passed = seed === undefined
    ? await runMany(Number(from), Number(schedules), seconds === undefined ? Infinity : Number(seconds) * 1_000)
    : await replay(Number(seed))
  process.exitCode = passed ? 0 : 1
} finally {
  await onRedis?.stop()
}
