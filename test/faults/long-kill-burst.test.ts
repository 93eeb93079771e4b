/**
 * Twenty seeds of what kill-burst.test.ts does, and each of them alone:
 *
 *   node dist/test/faults/long-kill-burst.test.js --seed 7
 */
import { parseArgs } from 'node:util'
import t, { type Test } from 'tap'
import { killBursts } from './burst/report.js'
import type { Outcome } from './burst/run.js'
import { stores } from './support/stores.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(1_200_000)

const SEEDS = 20
const TASKS_PER_APP = 500

const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values
const seeds = seed === undefined ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [Number(seed)]
for (const store of stores) killBursts(t, store, seeds, TASKS_PER_APP, mostlyBusy)

/** Else the runs would show nothing. */
function mostlyBusy (t: Test, outcomes: readonly Outcome[]): void {
  const underWay = outcomes.flatMap(({ struck }) => struck.map(({ underWay }) => underWay))
  const busy = underWay.filter(count => count > 0).length
  t.ok(busy * 2 > underWay.length, `commands were in flight in ${busy} of ${underWay.length} kills`)
}
