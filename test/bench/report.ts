/** Medians, spreads and ratios, as tables for people or as one JSON object. */
import Table from 'cli-table3'
import type { Latency } from './latency.js'
import type { ServerKind } from './server.js'

export interface Sample {
  readonly perSecond: number
  readonly cpuMicros: number
  readonly packets: number
}

export interface Report {
  readonly throughput: readonly { readonly server: ServerKind, readonly load: string, readonly samples: readonly Sample[] }[]
  readonly latencies: readonly Latency[]
  /** Resident bytes per idle client of a stock broker, and per idle device. */
  readonly idle: { readonly stock: number, readonly memory: number }
}

/** A QoS 1 message from one client to another: PUBLISH and PUBACK, twice. */
const PACKETS_PER_MESSAGE = 4

const LOADS: Readonly<Record<string, string>> = {
  single: 'QoS 1 messages, one to one, one under way a connection',
  pipelined: 'QoS 1 messages, one to one, ten under way a connection',
  full: 'full cycle: offer, begin and accepted, success and accepted',
  next: 'the same, pulled: `next` in `success`',
  ten: 'capacity 10, begin implied, `success` answered by its PUBACK',
  bulk: 'the same, submitted 20 in a packet'
}

interface Row {
  readonly server: ServerKind
  readonly load: string
  readonly perSecond: number
  readonly cpuMicros: number
  readonly packets: number
  readonly single: Ratio
  readonly pipelined: Ratio
}

/** In packets of a stock broker: median, lowest and highest round. `single` is the measure. */
interface Ratio { readonly median: number, readonly low: number, readonly high: number }

function rows ({ throughput }: Report): Row[] {
  const stock = (name: string): readonly Sample[] => throughput.find(({ load }) => load === name)?.samples ?? []
  return throughput.map(({ server, load, samples }) => {
    const median = (key: keyof Sample): number => medianOf(samples.map(sample => sample[key]))
    return {
      server,
      load,
      perSecond: median('perSecond'),
      cpuMicros: median('cpuMicros'),
      packets: median('packets'),
      single: ratioOf(samples, stock('single')),
      pipelined: ratioOf(samples, stock('pipelined'))
    }
  })
}

/** Each round against the stock broker's of the same round: both saw the same machine. */
function ratioOf (samples: readonly Sample[], stock: readonly Sample[]): Ratio {
  const ratios = samples.map(({ cpuMicros }, round) => cpuMicros / ((stock[round]?.cpuMicros ?? NaN) / PACKETS_PER_MESSAGE))
  return { median: medianOf(ratios), low: Math.min(...ratios), high: Math.max(...ratios) }
}

export function print (report: Report, asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(objectOf(report), undefined, 2))
  else printTables(report)
}

function objectOf (report: Report): object {
  const found: Record<string, number | object> = {}
  for (const { server, load, perSecond, cpuMicros, packets, single, pipelined } of rows(report)) {
    const name = `${server}-${load}`
    Object.assign(found, { [`${name}-per-second`]: rounded(perSecond), [`${name}-cpu-micros`]: rounded(cpuMicros), [`${name}-packets`]: rounded(packets) })
    if (server === 'stock') continue
    for (const [kind, { median, low, high }] of Object.entries({ single, pipelined })) {
      found[`${name}-cpu-ratio-to-stock-aedes-packet-${kind}`] = rounded(median)
      found[`${name}-cpu-spread-of-that-${kind}`] = [rounded(low), rounded(high)]
    }
  }
  const stock = stockLatency(report)
  for (const { server, p50Ms, p99Ms } of report.latencies) {
    Object.assign(found, { [`${server}-latency-p50-ms`]: rounded(p50Ms), [`${server}-latency-p99-ms`]: rounded(p99Ms) })
    if (server !== 'stock') found[`${server}-latency-p50-ratio-to-stock-aedes-message`] = rounded(p50Ms / stock)
  }
  const { idle } = report
  return {
    ...found,
    'idle-client-bytes': Math.round(idle.stock),
    'idle-device-bytes': Math.round(idle.memory),
    'idle-device-memory-ratio-to-stock-aedes-client': rounded(idle.memory / idle.stock)
  }
}

function printTables (report: Report): void {
  const right = 'right' as const
  const plain = { head: [], border: [], compact: true }
  const cost = new Table({ style: plain, head: ['server', 'load', 'a second', 'CPU µs', 'packets', '= stock packets', '÷ pipelined'], colAligns: ['left', 'left', right, right, right, right, right] })
  for (const { server, load, perSecond, cpuMicros, packets, single, pipelined } of rows(report)) {
    cost.push([server, LOADS[load] ?? load, Math.round(perSecond), cpuMicros.toFixed(1), packets.toFixed(1), inWords(single), inWords(pipelined)])
  }
  const wait = new Table({ style: plain, head: ['server', 'at low load', 'p50 ms', 'p99 ms', '÷ stock p50'], colAligns: ['left', 'left', right, right, right] })
  for (const { server, p50Ms, p99Ms } of report.latencies) {
    wait.push([server, server === 'stock' ? 'publish to arrival' : 'submit to offer', p50Ms.toFixed(2), p99Ms.toFixed(2), (p50Ms / stockLatency(report)).toFixed(1)])
  }
  const { idle } = report
  console.log('The CPU time of the server process for one message or task; and, as its measure, that in packets of stock Aedes, one being a quarter')
  console.log('of its message with one under way a connection. The last column: the same with ten under way. Medians of the rounds, lowest and highest.')
  console.log(`${cost.toString()}\n${wait.toString()}`)
  console.log(`An idle device keeps ${kib(idle.memory)} KiB resident, an idle client of stock Aedes ${kib(idle.stock)} KiB: ${(idle.memory / idle.stock).toFixed(1)} times as much.`)
}

function inWords ({ median, low, high }: Ratio): string {
  return `${median.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
}

function stockLatency ({ latencies }: Report): number {
  return latencies.find(({ server }) => server === 'stock')?.p50Ms ?? NaN
}

function medianOf (values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = NaN, high = NaN] = sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

function rounded (value: number): number {
  return Math.round(value * 100) / 100
}

function kib (bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
