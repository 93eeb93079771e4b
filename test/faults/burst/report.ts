/**
 * A run as a test: its seed is printed, and its outcome said in a line. Which
 * seeds, how large a run, and what strikes, is the caller's business.
 */
import type { Test } from 'tap'
import { seconds, showed } from '../support/figures.js'
import type { Durable, Opened } from '../support/stores.js'
import { type Plan, makePlan } from './plan.js'
import { type Outcome, runBurst } from './run.js'
import { type Strike, killServer } from './strikes.js'

/**
 * The promise is 5 s. That is measured and told; what is asserted leaves room
 * for a machine that is busy with other things.
 */
const RECOVERY_MAX_MS = 30_000

/**
 * The server killed in mid-burst, once for each seed.
 * @param also what else must be true of all the runs
 */
export function killBursts (t: Test, store: Durable, seeds: readonly number[], tasksPerApp: number, also: (t: Test, outcomes: readonly Outcome[]) => void = () => {}): void {
  t.test(`R1 ${store.name}: the server killed in mid-burst`, async t => {
    const outcomes: Outcome[] = []
    for (const seed of seeds) {
      await t.test(`seed ${seed}: no acknowledged task is lost, none has two effects`, async t => {
        const outcome = await runOnce(t, makePlan(seed, tasksPerApp), await store.open(t), killServer)
        outcomes.push(outcome)
        nothingLost(t, outcome)
        t.equal(outcome.stderr, '', 'the server logged no error')
      })
    }
    also(t, outcomes)
    showed(t, 'R1', store.name, `seeds ${seeds.join(', ')}, ${outcomes.flatMap(({ struck }) => struck).length} kills, ${figuresOf(outcomes)}`)
  })
}

export function nothingLost (t: Test, { evidence, lost, doubled, wrong, acked, submitted, recoveryMs }: Outcome): void {
  for (const line of evidence) t.comment(line)
  t.same(lost, [], 'acknowledged and lost')
  t.same(doubled, [], 'two effects')
  t.same(wrong, [], 'told what does not hold')
  t.equal(acked, submitted, 'all was acknowledged in the end')
  for (const ms of recoveryMs) t.ok(ms < RECOVERY_MAX_MS, `working again after ${ms} ms`)
}

export async function runOnce<Store extends Opened> (t: Test, plan: Plan, store: Store, strike: Strike<Store>): Promise<Outcome> {
  const outcome = await runBurst(plan, t.testdir(), store, strike)
  t.comment(`seed ${plan.seed}: struck with ${outcome.struck.map(({ underWay }) => underWay).join(', ')} submits under way; ${figuresOf([outcome])}`)
  return outcome
}

export function figuresOf (outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const slowest = Math.max(...outcomes.flatMap(({ recoveryMs }) => recoveryMs))
  return `${sum(({ acked }) => acked)} acknowledged, ${sum(({ lost }) => lost.length)} lost, ${sum(({ doubled }) => doubled.length)} with two effects, ` +
    `working again after ${seconds(slowest)} at most`
}
