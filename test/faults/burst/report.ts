/**
 * A run as a test: its seed is printed, and its outcome said in a line. Which
 * seeds, and how large a run, is the caller's business.
 */
import { join } from 'node:path'
import type { Test } from 'tap'
import { type Plan, makePlan } from './plan.js'
import { type Outcome, runBurst } from './run.js'

/**
 * The promise is 5 s. That is measured and told; what is asserted leaves room
 * for a machine that is busy with other things.
 */
const RECOVERY_MAX_MS = 30_000

export function burst (t: Test, seed: number, tasksPerApp: number, seen: (outcome: Outcome) => void = () => {}): void {
  t.test(`seed ${seed}: no acknowledged task is lost, none has two effects`, async t => {
    const outcome = await runOnce(t, makePlan(seed, tasksPerApp))
    seen(outcome)
    for (const line of outcome.evidence) t.comment(line)
    t.same(outcome.lost, [], 'acknowledged and lost')
    t.same(outcome.doubled, [], 'two effects')
    t.same(outcome.wrong, [], 'told what does not hold')
    t.equal(outcome.acked, outcome.submitted, 'all was acknowledged in the end')
    t.equal(outcome.stderr, '', 'the server logged no error')
    for (const ms of outcome.recoveryMs) t.ok(ms < RECOVERY_MAX_MS, `working again after ${ms} ms`)
  })
}

/** @param store instead of the embedded one */
export async function runOnce (t: Test, plan: Plan, store?: readonly string[]): Promise<Outcome> {
  const directory = t.testdir()
  const outcome = await runBurst(plan, directory, store ?? ['--data', join(directory, 'data')])
  const { acked, completed, underWay, recoveryMs, lost, doubled } = outcome
  t.comment(`seed ${plan.seed}: killed ${underWay.length} times with ${underWay.join(', ')} submits under way; ${acked} acknowledged, ` +
    `${completed} completed, ${lost.length} lost, ${doubled.length} with two effects; working again after ${recoveryMs.join(', ')} ms`)
  return outcome
}
