/**
 * Twenty seeds of what kill-burst.test.ts does, and each of them alone:
 *
 *   node dist/test/faults/long-kill-burst.test.js --seed 7
 */
import { parseArgs } from 'node:util'
import t from 'tap'
import { killBursts } from './burst/report.js'
import { stores } from './support/stores.js'

// Run by itself, tap would end it after 30 s.
t.setTimeout(600_000)

const SEEDS = 20
const TASKS_PER_APP = 500

const { seed } = parseArgs({ options: { seed: { type: 'string' } } }).values
const seeds = seed === undefined ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [Number(seed)]
for (const store of stores) killBursts(t, store, seeds, TASKS_PER_APP)
