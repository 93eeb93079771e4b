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
import { type Outcome, type RunOptions, runSchedule } from './world.js'

type Run = (seed: number, options?: Pick<RunOptions, 'traced'>) => Promise<Outcome>

/** Of a failing schedule the end tells most. */
const TRACE_LINES = 120
const FAILURES_SHOWN = 3

const { values } = parseArgs({
  options: {
    schedules: { type: 'string' },
    seconds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    redis: { type: 'string' }
  }
})

async function replay (run: Run, seed: number): Promise<boolean> {
  const { trace, violation, elapsedMs } = await run(seed, { traced: true })
  console.log(trace.join('\n'))
  console.log(violation === undefined ? `seed ${seed}: nothing wrong in ${elapsedMs / 1_000} s` : `seed ${seed}: ${violation.breach}: ${violation.what}`)
  return violation === undefined
}

async function runMany (run: Run, first: number, count: number, untilMs: number): Promise<boolean> {
  const clock = systemClock()
  const startMs = clock.now()
  const failures = new Map<string, number[]>()
  let seed = first
  for (; seed < first + count && clock.now() - startMs < untilMs; seed++) {
    const { violation } = await run(seed)
    if (violation === undefined) continue
    failures.set(violation.breach, [...failures.get(violation.breach) ?? [], seed])
    if (countOf(failures) <= FAILURES_SHOWN) await show(run, seed)
  }
  const seconds = (clock.now() - startMs) / 1_000
  console.log(`seeds ${first} to ${seed - 1}: ${seed - first} schedules in ${seconds.toFixed(1)} s, ${((seed - first) / seconds).toFixed(0)} a second; ${countOf(failures)} with a violation`)
  for (const [breach, seeds] of failures) console.log(`  ${breach}: ${seeds.length}, seeds ${seeds.slice(0, 10).join(' ')}`)
  return failures.size === 0
}

async function show (run: Run, seed: number): Promise<void> {
  const { trace, violation } = await run(seed, { traced: true })
  console.log(`${trace.slice(-TRACE_LINES).join('\n')}\nseed ${seed}: ${violation?.breach ?? 'it does not replay'}: ${violation?.what ?? ''}\nagain: npm run simulate -- --seed ${seed}${values.redis === undefined ? '' : ' --redis 1'}\n`)
}

function countOf (failures: ReadonlyMap<string, readonly number[]>): number {
  return [...failures.values()].reduce((sum, seeds) => sum + seeds.length, 0)
}

const { seed, from = '1', seconds, redis, schedules = redis ?? (seconds === undefined ? '10000' : 'Infinity') } = values
const onRedis = redis === undefined ? undefined : await OnRedis.start()
const run: Run = onRedis === undefined ? runSchedule : (seed, options) => onRedis.run(seed, options)
try {
  const passed = seed === undefined
    ? await runMany(run, Number(from), Number(schedules), seconds === undefined ? Infinity : Number(seconds) * 1_000)
    : await replay(run, Number(seed))
  process.exitCode = passed ? 0 : 1
} finally {
  await onRedis?.stop()
}
