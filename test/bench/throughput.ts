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
}

export interface Sample {
  readonly perSecond: number
  /** Of all server processes, for one message or task. */
  readonly cpuMicros: number
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

export async function throughput (subjects: readonly Subject[], { rounds, roundMs }: { rounds: number, roundMs: number }): Promise<Series[]> {
  const series = subjects.map(({ server, load }) => ({ server, load: load.name, samples: [] as Sample[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const taken = await sample(subject, roundMs)
      // In the first round the compiler is still at work.
      if (round > 0) series[index]?.samples.push(taken)
    }
  }
  return series
}

async function sample ({ load, pids }: Subject, roundMs: number): Promise<Sample> {
  const look = () => ({ at: performance.now(), cpu: cpuMicros(pids), completed: load.completed, packets: load.packets })
  load.start()
  // real time: the ramp
  await delay(RAMP_MS)
  const before = look()
  // real time: the round
  await delay(roundMs)
  const after = look()
  await load.stop()
  const completed = after.completed - before.completed
  return {
    perSecond: completed / (after.at - before.at) * 1000,
    cpuMicros: (after.cpu - before.cpu) / completed,
    packets: (after.packets - before.packets) / completed
  }
}
