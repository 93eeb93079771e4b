/**
 * Many schedules on all cores: threads that ask for some seeds at a time, and
 * tell which of them came to a breach. A seed's schedule is the same whichever
 * thread runs it.
 */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import type { Breach } from './breach.js'
import { clusterMutations } from './cluster-mutations.js'
import { mutations } from './mutations.js'
import { runMutations } from './run-mutations.js'
import { type Outcome, runSchedule } from './world.js'

/** With a mistake, by its name: until it is found. */
export interface Seeds { readonly from: number, readonly to: number, readonly mutation?: string }
type Told = (failures: readonly Failure[], of: Seeds) => void
export interface Failure { readonly seed: number, readonly breach: Breach }

export const allMutations = [...mutations, ...clusterMutations, ...runMutations]

/** @param take the next seeds; undefined where there are no more */
export async function runInThreads (take: () => Seeds | undefined, told: Told): Promise<void> {
  await Promise.all(Array.from({ length: availableParallelism() }, () => runInThread(take, told)))
}

async function runInThread (take: () => Seeds | undefined, told: Told): Promise<void> {
  const worker = new Worker(new URL(import.meta.url))
  try {
    for (let seeds = take(); seeds !== undefined; seeds = take()) {
      worker.postMessage(seeds)
      const [failures] = await once(worker, 'message') as [readonly Failure[]]
      told(failures, seeds)
    }
  } finally {
    await worker.terminate()
  }
}

export async function runSeeds (run: (seed: number) => Promise<Outcome>, { from, to }: Seeds, most = Infinity): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (let seed = from; seed < to && failures.length < most; seed++) {
    const { violation } = await run(seed)
    if (violation !== undefined) failures.push({ seed, breach: violation.breach })
  }
  return failures
}

if (!isMainThread) {
  parentPort?.on('message', (seeds: Seeds) => {
    const mutation = allMutations.find(({ name }) => name === seeds.mutation)
    const run = mutation === undefined ? runSeeds(runSchedule, seeds) : runSeeds(seed => runSchedule(seed, { mutation }), seeds, 1)
    run.then(failures => parentPort?.postMessage(failures), error => { throw error })
  })
}
