/**
 * What can happen in the middle of a burst, to the server, to the Redis below
 * it, or to both. When, is the plan's business; whether it did harm, the
 * checker's.
 */
import { systemClock } from '../../../broker/platform/clock.js'
import type { ServerProcess } from '../support/server-process.js'
import type { Opened, OnRedis, OnTwoNodes } from '../support/stores.js'
import type { Kill } from './plan.js'

export interface Scene<Store extends Opened = Opened> {
  /** Of several, the first: the one that is struck. */
  readonly server: ServerProcess
  readonly store: Store
  /** Tasks submitted and not acknowledged yet. */
  readonly underWay: () => number
}

export interface Struck {
  /** From here on it could work again: what the recovery is counted from. */
  readonly at: number
  readonly underWay: number
  /** While nothing could be stored. */
  readonly away?: Away
}

export interface Away {
  readonly from: number
  readonly to: number
  /** What /healthz answered, again and again. */
  readonly healths: readonly number[]
  /** By how much the server's memory grew at most. */
  readonly grownBytes: number
}

export type Strike<Store extends Opened = Opened> = (scene: Scene<Store>, kill: Kill) => Promise<readonly Struck[]>

const clock = systemClock()
const SAMPLE_MS = 250

/** The server is killed, sometimes again while it starts. */
export const killServer: Strike = async ({ server, underWay }, { againAfterMs }) => {
  const struck = [await kill()]
  if (againAfterMs !== undefined) {
    const starting = server.start()
    await passed(againAfterMs)
    struck.push(await kill())
    await starting
  }
  await server.start()
  return struck

  async function kill (): Promise<Struck> {
    await server.kill()
    return { at: clock.now(), underWay: underWay() }
  }
}

/** Redis hangs, and the server is killed while it does. */
export const killServerOverStalledRedis: Strike<OnRedis> = async ({ server, store, underWay }, { againAfterMs = 0 }) => {
  const from = clock.now()
  store.redis.pause()
  await passed(STALL_MS + againAfterMs)
  const waiting = underWay()
  await server.kill()
  const to = clock.now()
  store.redis.resume()
  await server.start()
  return [{ at: to, underWay: waiting, away: { from, to, healths: [], grownBytes: 0 } }]
}

/** Longer than an acknowledgement may be on its way to its client. */
const STALL_MS = 1_500

/** Redis is killed, and comes back after a while. The server has to bear it. */
export function killRedis (awayMs: number): Strike<OnRedis> {
  return async ({ server, store, underWay }) => {
    const before = server.resident
    const from = clock.now()
    await store.redis.kill()
    const healths: number[] = []
    let most = before
    while (clock.now() - from < awayMs) {
      await passed(SAMPLE_MS)
      healths.push(await server.health())
      most = Math.max(most, server.resident)
    }
    const waiting = underWay()
    const to = clock.now()
    await store.redis.restart()
    return [{ at: clock.now(), underWay: waiting, away: { from, to, healths, grownBytes: most - before } }]
  }
}

/** One of two nodes is killed, and does not come back. */
export const killNode: Strike<OnTwoNodes> = async ({ server, underWay }) => {
  await server.kill()
  return [{ at: clock.now(), underWay: underWay() }]
}

/** One of two nodes loses its way to Redis, and gets it back; its clients stay where they are if they like. */
export function cutOffNode (awayMs: number): Strike<OnTwoNodes> {
  return async ({ store, underWay }) => {
    store.wire.cut()
    const at = clock.now()
    const waiting = underWay()
    await passed(awayMs)
    store.wire.mend()
    return [{ at, underWay: waiting }]
  }
}

function passed (ms: number): Promise<void> {
  // real time: how long something is away is what is tested
  return new Promise(resolve => { setTimeout(resolve, ms) })
}
