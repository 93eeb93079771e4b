/**
 * Many subjects under load, one after the other in each round, so that all of
 * them see the same machine; and what each costs its server processes.
 */
// real time: a rate is measured over it
import { setTimeout as delay } from 'node:timers/promises'
import type { Load } from './loads.js'
import { cpuMicros } from './process.js'

export interface Subject {
  readonly server: string
  readonly load: Load
  /** Whose CPU time counts: everything but a load generator of ours. */
  readonly pids: readonly number[]
  /** The one of them that is Redis. */
  readonly redisPid?: number
}

export interface Sample {
  readonly perSecond: number
  /** Of all server processes, for one message or task. */
  readonly cpuMicros: number
  /** Redis' part of it. */
  readonly redisMicros: number
  /** Of this process, for one message or task: where it fills a core, it is the generator that limits the rate. */
  readonly generatorMicros: number
  readonly packets: number
}

export interface Series {
  readonly server: string
  readonly load: string
  /** One a round. */
  readonly samples: readonly Sample[]
}

/** Until a load has its full number under way, and the compiler has seen it again. */
const RAMP_MS = 200
/** A machine that has much else to do lets nothing through for a while. */
const LONGER_MS = 50

export interface Rounds {
  readonly rounds: number
  readonly roundMs: number
  /** Where the machine is so slow that they take longer than this, fewer do: two at the least, of which one counts. */
  readonly allRoundsMs: number
}

export async function throughput (subjects: readonly Subject[], { rounds, roundMs, allRoundsMs }: Rounds): Promise<Series[]> {
  const series = subjects.map(({ server, load }) => ({ server, load: load.name, samples: [] as Sample[] }))
  const until = performance.now() + allRoundsMs
  for (let round = 0; round <= rounds && (round < 2 || performance.now() < until); round++) {
    for (const [index, subject] of subjects.entries()) {
      const taken = await sample(subject, roundMs)
      // In the first round the compiler is still at work.
      if (round > 0) series[index]?.samples.push(taken)
    }
  }
  return series
}

async function sample ({ load, pids, redisPid }: Subject, roundMs: number): Promise<Sample> {
  const look = () => ({
    at: performance.now(),
    cpu: cpuMicros(pids),
    redis: redisPid === undefined ? 0 : cpuMicros([redisPid]),
    generator: cpuMicros([process.pid]),
    completed: load.completed,
    packets: load.packets
  })
  const idle = load.completed
  load.start()
  await atLeast(RAMP_MS, () => load.completed > idle)
  const before = look()
  await atLeast(roundMs, () => load.completed > before.completed)
  const after = look()
  await load.stop()
  const completed = after.completed - before.completed
  return {
    perSecond: completed / (after.at - before.at) * 1000,
    cpuMicros: (after.cpu - before.cpu) / completed,
    redisMicros: (after.redis - before.redis) / completed,
    generatorMicros: (after.generator - before.generator) / completed,
    packets: (after.packets - before.packets) / completed
  }
}

async function atLeast (ms: number, isEnough: () => boolean): Promise<void> {
  for (let waitMs = ms; waitMs === ms || !isEnough(); waitMs = LONGER_MS) {
    // real time: what is through is counted over it
    await delay(waitMs)
  }
}
