/**
 * `npm run bench`: what a task costs the server, in packets of stock Aedes
 * measured in the same run. Rounds are interleaved and CPU time counts, since
 * the machine may have other work; `--quick` takes under a minute, `--json`
 * prints one object. It measures and judges nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// real time: a rate is measured over it
import { setTimeout as delay } from 'node:timers/promises'
import { latencies } from './latency.js'
import { type Load, type MessageLoad, type TaskLoad, idleClients, idleDevices, messages, tasks } from './loads.js'
import { ServerProcess } from './process.js'
import { type Report, type Sample, print } from './report.js'

const plans = {
  full: { rounds: 9, roundMs: 2_000, latencyRounds: 1_000, idle: 2_000 },
  quick: { rounds: 4, roundMs: 600, latencyRounds: 200, idle: 500 }
}
/** Until a load has its full number under way, and the compiler has seen it again. */
const RAMP_MS = 200

/**
 * The yardstick is `single`, one message under way a connection, which costs a stock broker about 25 µs on the machine of the
 * design. The more are under way, the more packets share a read and a write and the less each costs: `pipelined` tells the other end.
 */
const messageLoads: readonly MessageLoad[] = [
  { name: 'single', pairs: 50, underWayPerPair: 1 },
  { name: 'pipelined', pairs: 10, underWayPerPair: 10 }
]

const TEN_IMPLIED = { capacity: 10, mode: 'push', begin: 'implied', replies: 'rejections' } as const

const taskLoads: readonly TaskLoad[] = [
  { name: 'full', devices: 50, birth: { capacity: 1, mode: 'push', begin: 'explicit', replies: 'all' }, perSubmit: 1 },
  { name: 'next', devices: 50, birth: { capacity: 1, mode: 'pull', begin: 'explicit', replies: 'all' }, perSubmit: 1 },
  { name: 'ten', devices: 10, birth: TEN_IMPLIED, perSubmit: 1 },
  { name: 'bulk', devices: 10, birth: TEN_IMPLIED, perSubmit: 20 }
]

async function sample (server: ServerProcess, load: Load, roundMs: number): Promise<Sample> {
  load.start()
  // real time: the ramp
  await delay(RAMP_MS)
  const before = { ...await server.usage(), at: performance.now(), completed: load.completed(), packets: load.packets() }
  // real time: the round
  await delay(roundMs)
  const after = { ...await server.usage(), at: performance.now(), completed: load.completed(), packets: load.packets() }
  await load.stop()
  const completed = after.completed - before.completed
  return {
    perSecond: completed / (after.at - before.at) * 1000,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / completed,
    packets: (after.packets - before.packets) / completed
  }
}

async function throughput (servers: readonly ServerProcess[], { rounds, roundMs }: typeof plans.full): Promise<Report['throughput']> {
  const subjects: { server: ServerProcess, load: Load, samples: Sample[] }[] = []
  for (const server of servers) {
    const loads = server.kind === 'stock'
      ? await Promise.all(messageLoads.map(load => messages(server.port, load)))
      : await Promise.all(taskLoads.map(load => tasks(server.port, load)))
    for (const load of loads) subjects.push({ server, load, samples: [] })
  }
  for (let round = 0; round <= rounds; round++) {
    for (const { server, load, samples } of subjects) {
      const taken = await sample(server, load, roundMs)
      // In the first round the compiler is still at work.
      if (round > 0) samples.push(taken)
    }
  }
  return subjects.map(({ server, load, samples }) => ({ server: server.kind, load: load.name, samples }))
}

/** Bytes that each of so many idle clients keeps resident. */
async function idleBytes (server: ServerProcess, connect: (port: number, count: number) => Promise<void>, count: number): Promise<number> {
  await connect(server.port, 50)
  const before = await server.usage('settled')
  await connect(server.port, count)
  const after = await server.usage('settled')
  return (after.residentBytes - before.residentBytes) / count
}

async function main (): Promise<void> {
  const plan = process.argv.includes('--quick') ? plans.quick : plans.full
  const directory = await mkdtemp(join(tmpdir(), 'orchestra-bench-'))
  const start = (kind: ServerProcess['kind']): Promise<ServerProcess> => ServerProcess.start(kind, join(directory, kind))
  const servers = [await start('stock'), await start('memory'), await start('level')]
  const measured = await throughput(servers, plan)
  const waits = await latencies(servers, plan.latencyRounds)
  for (const server of servers) await server.stop()
  const bare = await start('stock')
  const used = await start('memory')
  const idle = { stock: await idleBytes(bare, idleClients, plan.idle), memory: await idleBytes(used, idleDevices, plan.idle) }
  for (const server of [bare, used]) await server.stop()
  await rm(directory, { recursive: true })
  print({ throughput: measured, latencies: waits, idle }, process.argv.includes('--json'))
  process.exit()
}

await main()
