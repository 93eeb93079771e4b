/**
 * Bursts over a Redis that hangs or is killed, as tests: what the server says
 * and takes meanwhile, and what is there afterwards.
 */
import type { Test } from 'tap'
import { seconds, showed } from '../support/figures.js'
import { openRedis } from '../support/stores.js'
import { type Plan, makePlan } from './plan.js'
import { figuresOf, nothingLost, runOnce } from './report.js'
import type { Outcome } from './run.js'
import { type Away, killRedis, killServerOverStalledRedis } from './strikes.js'

const TASKS_PER_APP = 400
/** Devices that are quick: what is looked at is the app. */
const CAPACITY = 20
/** So many submits at once that the burst is not through before Redis is gone, and that the server has to hold many. */
const WINDOW = 100
const GROWN_MAX = 64 * 1024 ** 2
/** A connection that is lost is noticed within this. */
const NOTICED_SAMPLES = 4

/** R2: nothing is acknowledged that Redis has not got, though the server is killed with it under way. */
export function stalledAndKilled (t: Test, seed: number): void {
  t.test(`R2 redis, seed ${seed}: Redis hangs, the server is killed, both come back`, { buffered: true }, async t => {
    const outcome = await runOnce(t, struckOnce(seed), await openRedis(t, 'everysec'), killServerOverStalledRedis)
    nothingLost(t, outcome)
    t.ok(underWay(outcome) > 0, 'submits were under way')
    t.same(outcome.heardAway, [], 'nothing was acknowledged or answered while Redis hung')
    t.same(otherErrors(outcome), [], 'the server logged no other error')
    showed(t, 'R2', `redis, seed ${seed}`, `${underWay(outcome)} submits under way, none acknowledged meanwhile; ${figuresOf([outcome])}`)
  })
}

/** R3: the server bears it that Redis is gone, and loses nothing that was acknowledged. */
export function killed (t: Test, seed: number, awayMs: number): void {
  t.test(`R3 redis, seed ${seed}: Redis killed for ${seconds(awayMs)}, each write forced to the disk`, { buffered: true }, async t => {
    const outcome = await runOnce(t, struckOnce(seed), await openRedis(t, 'always'), killRedis(awayMs))
    nothingLost(t, outcome)
    const away = bornWell(t, outcome)
    showed(t, 'R3', `redis appendfsync always, ${seconds(awayMs)}`, `${underWay(outcome)} submits under way, none acknowledged meanwhile, ` +
      `memory +${Math.round(away.grownBytes / 1024 ** 2)} MiB at most; ${figuresOf([outcome])}`)
  })
}

/**
 * R3 where Redis forces its file to the disk once a second. What it has written
 * before it is killed the kernel keeps, so that this is no power cut; but it
 * may answer before it writes while the disk is slow, for two seconds.
 */
export function killedEverySecond (t: Test, seed: number, awayMs: number): void {
  t.test(`R3 redis, seed ${seed}: Redis killed for ${seconds(awayMs)}, its file forced to the disk once a second`, { buffered: true }, async t => {
    const outcome = await runOnce(t, struckOnce(seed), await openRedis(t, 'everysec'), killRedis(awayMs))
    bornWell(t, outcome)
    t.same(outcome.early, [], 'what was lost was promised shortly before')
    showed(t, 'R3', `redis appendfsync everysec, ${seconds(awayMs)}, seed ${seed}`, `a kill, not a power cut; ${figuresOf([outcome])}`)
  })
}

function struckOnce (seed: number): Plan {
  const plan = makePlan(seed, TASKS_PER_APP)
  const apps = plan.apps.map(app => ({ ...app, window: WINDOW }))
  const devices = plan.devices.map(device => ({ ...device, birth: { ...device.birth, capacity: CAPACITY } }))
  return { ...plan, apps, devices, kills: plan.kills.slice(0, 1) }
}

function underWay ({ struck: [first] }: Outcome): number {
  return first?.underWay ?? 0
}

/** Than that the store is away. */
function otherErrors ({ stderr }: Outcome): string[] {
  return stderr.split('\n').filter(line => line !== '' && !line.includes('the store can not write'))
}

function bornWell (t: Test, outcome: Outcome): Away {
  const { heardAway, struck } = outcome
  const away = struck[0]?.away
  if (away === undefined) throw new Error('Redis was never away')
  t.ok(underWay(outcome) > 0, 'submits were under way')
  t.same(heardAway, [], 'nothing was acknowledged or answered while Redis was away')
  t.same(otherErrors(outcome), [], 'the server logged no other error')
  t.same(new Set(away.healths.slice(NOTICED_SAMPLES)), new Set([503]), '/healthz says that it is not ready')
  t.ok(away.grownBytes < GROWN_MAX, `memory grew by ${away.grownBytes} bytes at most`)
  return away
}
