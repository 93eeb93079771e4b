/**
 * `npm run bench`: what a task, a message and a device cost, beside BullMQ,
 * Mosquitto and a stock Aedes in the same run. Rounds are interleaved, and CPU
 * time counts more than rates, since the machine may have other work. `--quick`
 * takes under a minute, `--json` prints one object. It measures and reports,
 * its losses too; no test depends on it.
 */
import { BullMq } from './bullmq.js'
import type { ClaimOrder } from './claim-process.js'
import { chains, solving } from './chains.js'
import { claims } from './claims.js'
import type { Results } from './figures.js'
import { idle, idleClient, idleDevice } from './idle.js'
import { latencies, messageProbe, taskProbe } from './latency.js'
import { type MessageLoad, type TaskLoad, fanOut, messages, tasks } from './loads.js'
import { losses } from './loss.js'
import { startMosquitto } from './mosquitto.js'
import { type Program, isInstalled, openFilesMax, temporaryFolder } from './process.js'
import { print } from './report.js'
import type { StoreKind } from './server.js'
import { type Server, startAttached, startPrivateRedis, startServer } from './servers.js'
import { type Subject, throughput } from './throughput.js'
import { timers } from './timers.js'

const plans = {
  full: { rounds: 5, roundMs: 1_000, allRoundsMs: 150_000, bulk: true, probes: 800, chains: 300, elements: 10_000, timers: { schedules: 100_000, due: 1_000 }, idle: 10_000, claim: { few: 1_000, many: 1_000_000, claims: 2_000 }, loss: { cuts: 300, keepaliveS: 4 } },
  quick: { rounds: 2, roundMs: 300, allRoundsMs: 25_000, bulk: false, probes: 150, chains: 60, elements: 1_000, timers: { schedules: 10_000, due: 1_000 }, idle: 1_000, claim: { few: 1_000, many: 50_000, claims: 500 }, loss: { cuts: 50, keepaliveS: 1 } }
}
type Plan = typeof plans.full

/**
 * The yardstick is `single`, one message under way a connection, which costs a stock broker about 25 µs on the machine of the
 * design. The more are under way, the more packets share a read and a write and the less each costs: `messages` tells the other end.
 */
const single: MessageLoad = { name: 'single', pairs: 50, underWayPerPair: 1 }
const pipelined: MessageLoad = { name: 'messages', pairs: 10, underWayPerPair: 10 }

const TEN_IMPLIED = { capacity: 10, mode: 'push', begin: 'implied', replies: 'rejections' } as const

const taskLoads: readonly TaskLoad[] = [
  { name: 'full', devices: 50, birth: { capacity: 1, mode: 'push', begin: 'explicit', replies: 'all' }, perSubmit: 1 },
  { name: 'next', devices: 50, birth: { capacity: 1, mode: 'pull', begin: 'explicit', replies: 'all' }, perSubmit: 1 },
  { name: 'ten', devices: 10, birth: TEN_IMPLIED, perSubmit: 1 },
  { name: 'bulk', devices: 10, birth: TEN_IMPLIED, perSubmit: 20 }
]

/** What several nodes are compared with one by. */
const sharedLoads = ['full', 'ten']
/** What accounts cost is seen in the same program with and without them. */
const compared = ['plain', 'accounts']

const storeKinds: readonly StoreKind[] = ['memory', 'level', 'redis']
/** The one whose presence and devices are looked at beside Mosquitto's. */
const lossKind: StoreKind = 'redis'
const idleKinds: readonly StoreKind[] = ['memory', 'redis']
/** Besides the connections of idle clients. */
const OTHER_FILES = 500
/** What the solver is to be quick at. */
const SOLVED = { devices: 1_000, steps: 50 }
const concurrencies = [50, 500]
/** As many as the slots of the devices that our elements go to. */
const FLOW_CONCURRENCY = 100
const BULLMQ_NOTE = 'BullMQ: one job a call of `add`, 200 calls and 2,000 jobs under way at the most, removeOnComplete, an empty function, AOF everysec.'

async function underLoad (plan: Plan, stock: Server, servers: readonly Server[], mosquitto: Program | undefined): Promise<Pick<Results, 'series' | 'latencies'>> {
  const redis = await startPrivateRedis()
  const subjects: Subject[] = []
  for (const load of [single, pipelined]) subjects.push({ server: 'stock', load: await messages(stock.port, load), pids: stock.pids })
  if (mosquitto !== undefined) subjects.push({ server: 'mosquitto', load: await messages(mosquitto.port, pipelined), pids: [mosquitto.pid] })
  for (const { name, port, ports, pids, redisPid } of servers) {
    if (name === 'memory') subjects.push({ server: name, load: await messages(port, pipelined), pids })
    for (const load of loadsFor(plan, ports.length, compared.includes(name))) subjects.push({ server: name, load: await tasks(ports, load), pids, redisPid })
    if (!compared.includes(name)) subjects.push({ server: name, load: await fanOut(ports, { name: 'fan-out', devices: 10, birth: TEN_IMPLIED, elements: plan.elements }), pids, redisPid })
  }
  const bullmqs = await Promise.all(concurrencies.map(concurrency => BullMq.start(redis.url, concurrency)))
  for (const bullmq of bullmqs) subjects.push({ server: 'bullmq', load: bullmq, pids: [redis.pid, ...bullmq.pids], redisPid: redis.pid })
  const flows = await BullMq.start(redis.url, FLOW_CONCURRENCY, plan.elements)
  subjects.push({ server: 'bullmq', load: flows, pids: [redis.pid, ...flows.pids], redisPid: redis.pid })
  tell('tasks and messages under load, in rounds')
  const series = await throughput(subjects, plan)

  const probes = new Map([['stock', await messageProbe(stock.port)]])
  for (const { name, ports } of servers) if (!compared.includes(name)) probes.set(name, await taskProbe(ports))
  const [bullmq] = bullmqs
  if (bullmq !== undefined) probes.set('bullmq', () => bullmq.probe())
  tell('latency at low load')
  const waits = await latencies(probes, plan.probes)
  for (const bullmq of [...bullmqs, flows]) await bullmq.end()
  await redis.kill()
  return { series, latencies: waits }
}

function loadsFor ({ bulk }: Plan, nodes: number, isCompared: boolean): TaskLoad[] {
  return taskLoads.filter(({ name, perSubmit }) => nodes > 1 || isCompared ? sharedLoads.includes(name) : bulk || perSubmit === 1)
}

async function connected (clients: number): Promise<Pick<Results, 'idle'>> {
  const found: Results['idle'][number][] = []
  const mosquitto = await startMosquitto()
  if (mosquitto !== undefined) {
    found.push(await idle({ server: 'mosquitto', port: mosquitto.port, pids: [mosquitto.pid], connect: idleClient, settle: async () => {} }, clients))
    await mosquitto.stop()
  }
  for (const kind of ['stock', ...idleKinds] as const) {
    const server = await startServer(kind)
    found.push(await idle({ server: kind, ...server, connect: kind === 'stock' ? idleClient : idleDevice }, clients))
    await server.stop()
  }
  return { idle: found }
}

async function claimOrders (plan: Plan): Promise<ClaimOrder[]> {
  return Promise.all(storeKinds.map(async (kind): Promise<ClaimOrder> => {
    const place = async (): Promise<string> => kind === 'redis' ? (await startPrivateRedis()).url : temporaryFolder()
    return { kind, places: [await place(), await place()], ...plan.claim }
  }))
}

/** For who waits; not for who reads the output elsewhere. */
function tell (what: string): void {
  if (process.stderr.isTTY) console.error(`${process.uptime().toFixed(0)} s: ${what}`)
}

async function main (): Promise<void> {
  if (!isInstalled('redis-server')) throw new Error('The benchmark needs redis-server (Debian: apt-get install redis-server, macOS: brew install redis)')
  const isQuick = process.argv.includes('--quick')
  const plan = isQuick ? plans.quick : plans.full
  const notes = [BULLMQ_NOTE]
  if (!isInstalled('mosquitto')) notes.push('Mosquitto is not installed: what it is the peer of was not measured.')
  const stock = await startServer('stock')
  const attached = await startAttached()
  const servers = [...await Promise.all(storeKinds.map(kind => startServer(kind))), await startServer('redis', 2), await startServer('plain'), await startServer('accounts'), ...attached === undefined ? [] : [attached]]
  const mosquitto = await startMosquitto()
  const measured = await underLoad(plan, stock, servers, mosquitto)
  tell('executions')
  const chained = await chains(servers.filter(({ name }) => !compared.includes(name)), plan.chains)
  tell('lost connections')
  const lost = await losses(lossKind, servers[storeKinds.indexOf(lossKind)]!.port, plan.loss)
  for (const server of [stock, ...servers]) await server.stop()
  await mosquitto?.stop()
  const clients = Math.min(plan.idle, openFilesMax() - OTHER_FILES)
  if (clients < plan.idle) notes.push(`Only ${clients} of ${plan.idle} idle clients: this machine lets a process open no more files (ulimit -Hn).`)
  tell('schedules')
  const timed = [await timers('memory', plan.timers), await timers('redis', plan.timers)]
  tell('idle devices')
  const idle = await connected(clients)
  tell('claims among many tasks')
  const claimed = await claims(await claimOrders(plan))
  print({ ...measured, ...idle, claims: claimed, losses: [lost], chains: chained, timers: timed, solving: solving(SOLVED.devices, SOLVED.steps) }, notes, process.argv.includes('--json'))
  process.exit()
}

await main()
