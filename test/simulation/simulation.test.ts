/**
 * Some of the schedules, always the same ones, and each mistake of
 * `mutations.ts` found by the checks. Many more: `npm run simulate`.
 */
import t from 'tap'
import { clusterMutations } from './cluster-mutations.js'
import { type Mutation, mutations } from './mutations.js'
import { runMutations } from './run-mutations.js'
import { type Outcome, runSchedule } from './world.js'

const SCHEDULES = 150
/** More than enough for any of the mistakes: most are found by the tenth. */
const SCHEDULES_WITH_MISTAKE = 1_500
const TRACE_LINES = 150

t.test('whatever gets lost, late or killed: one completion, no lease beyond its time, nothing lost or stuck', async t => {
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const { violation } = await runSchedule(seed)
    if (violation === undefined) continue
    const { trace } = await runSchedule(seed, { traced: true })
    t.fail(`seed ${seed}: ${violation.breach}: ${violation.what} (npm run simulate -- --seed ${seed})`, { trace: trace.slice(-TRACE_LINES) })
    return
  }
  t.pass(`${SCHEDULES} schedules`)
})

t.test('a seed gives the same schedule each time', async t => {
  const [first, again] = [await runSchedule(17, { traced: true }), await runSchedule(17, { traced: true })]
  t.ok(first.trace.length > 20, 'something happened')
  t.same(again.trace, first.trace)
})

t.test('the checks find an orchestrator that', async t => {
  for (const mutation of [...mutations, ...clusterMutations, ...runMutations]) {
    const found = await firstViolation(mutation)
    t.ok(found?.violation !== undefined && mutation.breaches.includes(found.violation.breach), mutation.name, { found: found?.violation, seed: found?.seed })
  }
})

async function firstViolation (mutation: Mutation): Promise<Outcome | undefined> {
  for (let seed = 1; seed <= SCHEDULES_WITH_MISTAKE; seed++) {
    const outcome = await runSchedule(seed, { mutation })
    if (outcome.violation !== undefined) return outcome
  }
  return undefined
}
