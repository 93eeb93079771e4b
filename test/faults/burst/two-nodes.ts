/** Bursts over two nodes on one Redis, one of which is struck, as tests. */
import type { Test } from 'tap'
import { seconds, showed } from '../support/figures.js'
import { type OnTwoNodes, openForTwo } from '../support/stores.js'
import { makePlan } from './plan.js'
import { figuresOf, nothingLost, runOnce } from './report.js'
import { type Strike, cutOffNode, killNode } from './strikes.js'

const TASKS_PER_APP = 300

export function nodeKilled (t: Test, seed: number): void {
  nodeStruck(t, seed, 'killed', killNode)
}

/** So long that leases run out meanwhile. */
export function nodeCutOff (t: Test, seed: number, awayMs: number): void {
  nodeStruck(t, seed, `cut off from Redis for ${seconds(awayMs)}`, cutOffNode(awayMs))
}

function nodeStruck (t: Test, seed: number, how: string, strike: Strike<OnTwoNodes>): void {
  t.test(`R10 redis, seed ${seed}: one of two nodes ${how}`, { buffered: true }, async t => {
    const plan = makePlan(seed, TASKS_PER_APP)
    const outcome = await runOnce(t, { ...plan, kills: plan.kills.slice(0, 1) }, await openForTwo(t), strike)
    nothingLost(t, outcome)
    showed(t, 'R10', `redis, one of two nodes ${how}, seed ${seed}`, `no task held by two devices; ${figuresOf([outcome])}`)
  })
}
