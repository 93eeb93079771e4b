/**
 * The figures that the project has set itself goals for, each against its peer
 * of the same run. Where there are rounds, a ratio is that of each round, and
 * their median: both saw the same machine. Of BullMQ's two ways the better one
 * counts, for each figure anew.
 */
import type { Chain, Solving } from './chains.js'
import type { Timed } from './timers.js'
import type { Claims } from './claims.js'
import type { Idle } from './idle.js'
import type { Latency } from './latency.js'
import type { Loss } from './loss.js'
import type { Sample, Series } from './throughput.js'

export interface Results {
  readonly series: readonly Series[]
  readonly latencies: readonly Latency[]
  readonly idle: readonly Idle[]
  readonly claims: readonly Claims[]
  readonly losses: readonly Loss[]
  readonly chains: readonly Chain[]
  readonly timers: readonly Timed[]
  readonly solving: Solving
}

export interface Figure {
  /** What it is called as a field: says the peer, and `ratio` where it is one. */
  readonly key: string
  readonly says: string
  /** Undefined where a part was missing. */
  readonly value: Spread | undefined
  readonly better: 'more' | 'less'
  readonly must?: number
  readonly aim?: number
}

export interface Spread { readonly median: number, readonly low: number, readonly high: number }

/** A QoS 1 message from one client to another: PUBLISH and PUBACK, twice. */
const PACKETS_PER_MESSAGE = 4

export function figuresOf (results: Results): Figure[] {
  return [...taskFigures(results), ...waitFigures(results), ...memoryFigures(results), ...lossFigures(results), ...stockFigures(results), ...fanOutFigures(results), ...deploymentFigures(results)]
}

function taskFigures ({ series }: Results): Figure[] {
  const tasks = (server: string, load: string): Spread | undefined => againstBest(series, server, load, 'perSecond')
  const cpu = (server: string, load: string): Spread | undefined => againstBest(series, server, load, 'cpuMicros')
  return [
    { key: 'redis-full-tasks-ratio-to-bullmq', says: 'tasks/s ÷ BullMQ: full cycle, begin and accepted', value: tasks('redis', 'full'), better: 'more', must: 1, aim: 1.4 },
    { key: 'redis-next-tasks-ratio-to-bullmq', says: '… `next` in `success`', value: tasks('redis', 'next'), better: 'more', must: 1.3, aim: 1.8 },
    { key: 'redis-ten-tasks-ratio-to-bullmq', says: '… capacity 10, begin implied', value: tasks('redis', 'ten'), better: 'more', must: 2.5, aim: 4 },
    { key: 'redis-full-cpu-ratio-to-bullmq', says: 'server CPU per task ÷ BullMQ: full cycle', value: cpu('redis', 'full'), better: 'less', must: 0.75, aim: 0.6 },
    { key: 'redis-ten-cpu-ratio-to-bullmq', says: '… capacity 10', value: cpu('redis', 'ten'), better: 'less', must: 0.35, aim: 0.2 },
    { key: 'level-ten-tasks-ratio-to-bullmq', says: 'tasks/s ÷ BullMQ: embedded durable store, capacity 10', value: tasks('level', 'ten'), better: 'more', must: 3, aim: 6 },
    { key: 'two-nodes-full-cpu-ratio-to-one-node', says: 'CPU per task, two nodes ÷ one: full cycle', value: against(series, ['2 nodes on redis', 'full'], ['redis', 'full'], 'cpuMicros'), better: 'less', must: 1.15, aim: 1 },
    { key: 'two-nodes-ten-cpu-ratio-to-one-node', says: '… capacity 10', value: against(series, ['2 nodes on redis', 'ten'], ['redis', 'ten'], 'cpuMicros'), better: 'less', must: 1.15, aim: 1 },
    { key: 'accounts-full-cpu-ratio-to-none', says: 'CPU per task, with accounts ÷ without: full cycle', value: against(series, ['accounts', 'full'], ['plain', 'full'], 'cpuMicros'), better: 'less', must: 1.03, aim: 1.01 },
    { key: 'accounts-ten-cpu-ratio-to-none', says: '… capacity 10', value: against(series, ['accounts', 'ten'], ['plain', 'ten'], 'cpuMicros'), better: 'less', must: 1.03, aim: 1.01 },
    { key: 'message-cpu-ratio-to-mosquitto', says: 'CPU per QoS 1 message, pipelined, through our broker ÷ Mosquitto', value: against(series, ['memory', 'messages'], ['mosquitto', 'messages'], 'cpuMicros'), better: 'less', must: 1, aim: 0.65 }
  ]
}

function waitFigures ({ latencies, claims }: Results): Figure[] {
  const of = (name: string, key: 'p50Ms' | 'p99Ms'): number | undefined => latencies.find(({ server }) => server === name)?.[key]
  return [
    { key: 'redis-offer-p50-ratio-to-bullmq', says: 'submit to offer at low load ÷ BullMQ add to processor: p50', value: ratio(of('redis', 'p50Ms'), of('bullmq', 'p50Ms')), better: 'less', must: 1, aim: 0.75 },
    { key: 'redis-offer-p99-ratio-to-bullmq', says: '… p99', value: ratio(of('redis', 'p99Ms'), of('bullmq', 'p99Ms')), better: 'less', must: 1, aim: 0.6 },
    ...claims.flatMap(({ server, fewP50Micros, manyP50Micros, manyInTurnP50Micros }): Figure[] => [
      { key: `${server}-claim-ratio-many-to-few-tasks`, says: `a device's claim with many tasks waiting ÷ with few: ${server}`, value: ratio(manyP50Micros, fewP50Micros), better: 'less', must: 1.5, aim: 1.1 },
      { key: `${server}-claim-in-turn-ratio-many-to-few-tasks`, says: '… with many, of another function each time', value: ratio(manyInTurnP50Micros, fewP50Micros), better: 'less' }
    ])
  ]
}

function memoryFigures ({ idle }: Results): Figure[] {
  const of = (name: string): number | undefined => idle.find(({ server }) => server === name)?.bytesPerClient
  return ['redis', 'memory'].map((server): Figure => (
    { key: `${server}-idle-device-memory-ratio-to-mosquitto-client`, says: `memory of an idle device ÷ a client of Mosquitto: ${server}`, value: ratio(of(server), of('mosquitto')), better: 'less', must: 10, aim: 6 }))
}

function lossFigures ({ losses }: Results): Figure[] {
  return losses.flatMap(({ server, cutP50Ms, silentP50 }): Figure[] => [
    { key: `${server}-lost-connection-to-offline-p50-ms`, says: `lost connection to offline event, p50 in ms: ${server}`, value: ratio(cutP50Ms, 1), better: 'less', must: 1, aim: 0.5 },
    { key: `${server}-silent-loss-ratio-to-keepalive`, says: `silent loss to offline event ÷ keepalive: ${server}`, value: ratio(silentP50, 1), better: 'less', must: 1.55, aim: 1.5 }
  ])
}

function stockFigures ({ series }: Results): Figure[] {
  const packets = (load: string): Spread | undefined => inStockPackets(series, 'memory', load, 'single')
  return [
    { key: 'memory-full-cpu-ratio-to-stock-aedes-packet', says: 'CPU per task ÷ a packet of stock Aedes: in memory, full cycle', value: packets('full'), better: 'less', must: 18 },
    { key: 'memory-ten-cpu-ratio-to-stock-aedes-packet', says: '… capacity 10', value: packets('ten'), better: 'less', must: 6 }
  ]
}

/** @param yardstick the load of stock Aedes whose message, a quarter of it, is one */
export function inStockPackets (series: readonly Series[], server: string, load: string, yardstick: string): Spread | undefined {
  const messages = against(series, [server, load], ['stock', yardstick], 'cpuMicros')
  return messages && { median: messages.median * PACKETS_PER_MESSAGE, low: messages.low * PACKETS_PER_MESSAGE, high: messages.high * PACKETS_PER_MESSAGE }
}

function againstBest (series: readonly Series[], server: string, load: string, key: 'perSecond' | 'cpuMicros'): Spread | undefined {
  const loads = series.filter(({ server, load }) => server === 'bullmq' && load !== 'fan-out').map(({ load, samples }) => ({ load, median: medianOf(samples.map(sample => sample[key])) }))
  const [best] = loads.sort((a, b) => key === 'perSecond' ? b.median - a.median : a.median - b.median)
  return best && against(series, [server, load], ['bullmq', best.load], key)
}

type Name = readonly [server: string, load: string]

function against (series: readonly Series[], ours: Name, peer: Name, key: keyof Sample): Spread | undefined {
  const [own, others] = [ours, peer].map(name => series.find(({ server, load }) => server === name[0] && load === name[1])?.samples)
  if (own === undefined || others === undefined) return undefined
  return spread(own.map((sample, round) => sample[key] / (others[round]?.[key] ?? NaN)))
}

function ratio (ours: number | undefined, peer: number | undefined): Spread | undefined {
  return ours === undefined || peer === undefined ? undefined : spread([ours / peer])
}

function spread (values: readonly number[]): Spread {
  return { median: medianOf(values), low: Math.min(...values), high: Math.max(...values) }
}

export function medianOf (values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = NaN, high = NaN] = sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

export function verdictOf ({ value, better, must, aim }: Figure): string {
  if (value === undefined) return 'not measured'
  if (must === undefined) return ''
  const reaches = (goal: number | undefined): boolean => goal !== undefined && (better === 'more' ? value.median >= goal : value.median <= goal)
  if (reaches(aim)) return 'met, aim too'
  return reaches(must) ? 'met' : 'missed'
}

function fanOutFigures ({ series }: Results): Figure[] {
  const servers = series.filter(({ load }) => load === 'fan-out').map(({ server }) => server)
  return [
    ...servers.filter(server => server !== 'bullmq').map((server): Figure => ({ key: `${server.replace(/\W/g, '-')}-fan-out-ratio-to-tasks`, says: `elements/s of a fan-out ÷ plain tasks/s, capacity 10: ${server}`, value: against(series, [server, 'fan-out'], [server, 'ten'], 'perSecond'), better: 'more', must: 0.6 })),
    { key: 'redis-fan-out-ratio-to-bullmq', says: 'elements/s of a fan-out with its join ÷ BullMQ flows', value: against(series, ['redis', 'fan-out'], ['bullmq', 'fan-out'], 'perSecond'), better: 'more', must: 1 }
  ]
}

/** At low load, by turns. */
function deploymentFigures ({ chains, solving, timers }: Results): Figure[] {
  const of = (value: number): Spread => ({ median: value, low: value, high: value })
  return [
    ...chains.map(({ server, taskP50Ms, workflowP50Ms }): Figure => ({ key: `workflowToTaskRatio${server.replace(/\W/g, '')}`, says: `${server}: a workflow of ten steps in single tasks' times, p50`, value: of(workflowP50Ms / taskP50Ms), better: 'less', must: 12 })),
    ...chains.map(({ server, taskP50Ms, chainP50Ms }): Figure => ({ key: `chainToTaskRatio${server.replace(/\W/g, '')}`, says: `${server}: an execution of three steps in single tasks' times, p50`, value: of(chainP50Ms / taskP50Ms), better: 'less', must: 4 })),
    ...timers.map(({ server, schedules, due, allStartedMs }): Figure => ({ key: `${server}-timers-ms`, says: `${server}: of ${schedules} schedules ${due} due at once have started their tasks, in ms`, value: of(allStartedMs), better: 'less', must: 2_000 })),
    { key: 'solverMs', says: `solving ${solving.steps} steps over ${solving.devices} devices, in ms, the slowest`, value: of(solving.maxMs), better: 'less', must: 100 }
  ]
}
