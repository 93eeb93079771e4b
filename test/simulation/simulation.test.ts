/**
 * Some of the schedules, always the same ones, and each mistake of
 * `mutations.ts` found by the checks. Many more: `npm run simulate`.
 */
import t from 'tap'
import { type Failure, type Seeds, allMutations, runInThreads } from './threads.js'
import { runSchedule } from './world.js'

const SCHEDULES = 150
/** More than enough for any of the mistakes: most are found by the tenth. */
const SCHEDULES_WITH_MISTAKE = 1_500
/** What a thread takes at a time. */
const AT_ONCE = 15
const TRACE_LINES = 150

t.test('whatever gets lost, late or killed: one completion, no lease beyond its time, nothing lost or stuck', async t => {
  let from = 1
  const failures: Failure[] = []
  await runInThreads(() => from > SCHEDULES ? undefined : { from, to: (from += AT_ONCE) }, some => { failures.push(...some) })
  for (const { seed } of failures.slice(0, 1)) {
    const { trace, violation } = await runSchedule(seed, { traced: true })
    t.fail(`seed ${seed}: ${violation?.breach}: ${violation?.what} (npm run simulate -- --seed ${seed})`, { trace: trace.slice(-TRACE_LINES) })
  }
  t.same(failures, [], `${SCHEDULES} schedules`)
})

t.test('a seed gives the same schedule each time', async t => {
  const [first, again] = [await runSchedule(17, { traced: true }), await runSchedule(17, { traced: true })]
  t.ok(first.trace.length > 20, 'something happened')
  t.same(again.trace, first.trace)
})

t.test('the checks find an orchestrator that', async t => {
  const found = new Map<string, Failure>()
  const open: Seeds[] = allMutations.map(({ name }) => ({ from: 1, to: 1 + AT_ONCE, mutation: name }))
  await runInThreads(() => open.shift(), ([failure], seeds) => {
    if (failure !== undefined) found.set(seeds.mutation ?? '', failure)
    else if (seeds.to < SCHEDULES_WITH_MISTAKE) open.push({ ...seeds, from: seeds.to, to: seeds.to + AT_ONCE })
  })
  for (const { name, breaches } of allMutations) {
    const failure = found.get(name)
    t.ok(failure !== undefined && breaches.includes(failure.breach), name, { found: failure })
  }
})
