/**
 * Twenty seeds of what kill-burst.test.ts does, and each of them alone:
 *
 *   node dist/test/faults/long-kill-burst.test.js --seed 7
 */
import { parseArgs } from 'node:util'
import t from 'tap'
import { burst } from './burst/report.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

const SEEDS = 20
const TASKS_PER_APP = 500

const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values
const seeds = seed === undefined ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [Number(seed)]
const underWay: number[] = []
for (const one of seeds) burst(t, one, TASKS_PER_APP, outcome => underWay.push(...outcome.underWay))

t.test('commands were in flight when the server was killed', async t => {
  const busy = underWay.filter(count => count > 0).length
  t.ok(busy * 2 > underWay.length, `in ${busy} of ${underWay.length} kills`)
})
