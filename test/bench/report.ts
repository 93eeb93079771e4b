/** What was measured, as tables for people or as one JSON object. */
import Table from 'cli-table3'
import { type Figure, type Results, type Spread, figuresOf, inStockPackets, medianOf, verdictOf } from './figures.js'
import type { Sample, Series } from './throughput.js'

const LOADS: Readonly<Record<string, string>> = {
  single: 'QoS 1 messages, one to one, one under way a connection',
  messages: 'QoS 1 messages, one to one, ten under way a connection',
  full: 'full cycle: offer, begin and accepted, success and accepted',
  next: 'the same, pulled: `next` in `success`',
  ten: 'capacity 10, begin implied, `success` answered by its PUBACK',
  bulk: 'the same, submitted 20 in a packet',
  'fan-out': 'one workflow after the other: a task for each element, then one that joins them'
}

/** Loads of stock Aedes whose packet is a measure of CPU time: the first is the one that goals are set in. */
const yardsticks = ['single', 'messages']

/** @param notes what else a reader must know of this run */
export function print (results: Results, notes: readonly string[], asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(objectOf(results, notes), undefined, 2))
  else printTables(results, notes)
}

function objectOf (results: Results, notes: readonly string[]): object {
  const figures = figuresOf(results)
  const found: Record<string, unknown> = {}
  for (const { key, value } of figures) if (value !== undefined) found[key] = rounded(value.median)
  for (const series of results.series) {
    const name = `${series.server}-${series.load}`.replaceAll(' ', '-')
    const { perSecond, cpuMicros, redisMicros, generatorMicros, packets } = mediansOf(series)
    Object.assign(found, { [`${name}-per-second`]: rounded(perSecond), [`${name}-cpu-micros`]: rounded(cpuMicros), [`${name}-redis-micros`]: rounded(redisMicros) })
    Object.assign(found, { [`${name}-generator-micros`]: rounded(generatorMicros), [`${name}-packets`]: rounded(packets) })
    for (const yardstick of yardsticks) {
      const inPackets = inStockPackets(results.series, series.server, series.load, yardstick)
      if (inPackets !== undefined) found[`${name}-cpu-ratio-to-stock-aedes-packet-${yardstick}`] = rounded(inPackets.median)
    }
  }
  const { latencies, idle, claims, losses, chains, timers, solving } = results
  const goals = Object.fromEntries(figures.map(figure => [figure.key, goalOf(figure)]))
  return { ...found, latencies, idle, claims, losses, chains, timers, solving, goals, notes }
}

function goalOf (figure: Figure): object {
  const { value, better, must, aim } = figure
  return { must, aim, better, verdict: verdictOf(figure), ...value && { rounds: [rounded(value.low), rounded(value.high)] } }
}

function mediansOf ({ samples }: Series): Sample {
  const median = (key: keyof Sample): number => medianOf(samples.map(sample => sample[key]))
  return { perSecond: median('perSecond'), cpuMicros: median('cpuMicros'), redisMicros: median('redisMicros'), generatorMicros: median('generatorMicros'), packets: median('packets') }
}

function printTables (results: Results, notes: readonly string[]): void {
  console.log('Server CPU time for one message or task, and the same in packets of stock Aedes, one being a quarter of its message with one')
  console.log('under way a connection (last column: with ten). The CPU of Redis (told on its own, too), of all nodes, and of BullMQ\'s producer and worker is')
  console.log('in it; that of our load generator stands apart: a rate times it that comes near to a second is a rate that the generator limits.')
  console.log(costTable(results))
  console.log(waitTable(results))
  console.log('Against the goals: medians of the rounds, lowest and highest.')
  console.log(goalTable(figuresOf(results)))
  for (const note of notes) console.log(note)
}

const right = 'right' as const

function tableOf (head: string[], leftColumns: number): InstanceType<typeof Table> {
  return new Table({ style: { head: [], border: [], compact: true }, head, colAligns: head.map((_, column) => column < leftColumns ? 'left' : right) })
}

function costTable ({ series }: Results): string {
  const table = tableOf(['server', 'load', 'a second', 'CPU µs', 'Redis', 'generator', 'packets', '= stock packets', '÷ pipelined'], 2)
  for (const one of series) {
    const { server, load } = one
    const { perSecond, cpuMicros, redisMicros, generatorMicros, packets } = mediansOf(one)
    const inPackets = yardsticks.map(yardstick => inWords(inStockPackets(series, server, load, yardstick)))
    table.push([server, LOADS[load] ?? load, Math.round(perSecond), cpuMicros.toFixed(1), orNothing(redisMicros), generatorMicros.toFixed(1), orNothing(packets), ...inPackets])
  }
  return table.toString()
}

function waitTable ({ latencies, idle, claims, losses, chains }: Results): string {
  const table = tableOf(['server', 'what else', '', ''], 2)
  for (const { server, p50Ms, p99Ms } of latencies) table.push([server, 'at low load: submit to offer, add to processor, publish to arrival', `p50 ${p50Ms.toFixed(2)} ms`, `p99 ${p99Ms.toFixed(2)} ms`])
  for (const { server, clients, bytes, bytesPerClient } of idle) table.push([server, `${clients} idle clients or devices connected`, `${kib(bytesPerClient)} KiB each`, `${Math.round(bytes / 1024 ** 2)} MiB in all`])
  for (const { server, few, many, fewP50Micros, manyP50Micros, manyInTurnP50Micros } of claims) {
    table.push([server, `a claim with ${few} and with ${many} tasks waiting, p50`, `${fewP50Micros.toFixed(1)} µs`, `${manyP50Micros.toFixed(1)} µs`])
    table.push([server, `with ${many}, of another function each time`, '', `${manyInTurnP50Micros.toFixed(1)} µs`])
  }
  for (const { server, taskP50Ms, chainP50Ms, workflowP50Ms } of chains) {
    table.push([server, 'at low load: a task of one device, an execution of three steps, p50', `${taskP50Ms.toFixed(2)} ms`, `${chainP50Ms.toFixed(2)} ms`])
    table.push([server, '… a workflow of ten steps, p50', '', `${workflowP50Ms.toFixed(2)} ms`])
  }
  for (const { server, cutP50Ms, silentP50 } of losses) table.push([server, 'offline event after a lost connection, after silence', `${cutP50Ms.toFixed(2)} ms`, `${silentP50.toFixed(2)} keepalives`])
  return table.toString()
}

function goalTable (figures: readonly Figure[]): string {
  const table = tableOf(['figure', 'measured', 'must', 'aim', ''], 1)
  for (const figure of figures) {
    const sign = figure.better === 'more' ? '≥' : '≤'
    const goal = (value: number | undefined): string => value === undefined ? '' : `${sign} ${value}`
    table.push([figure.says, inWords(figure.value), goal(figure.must), goal(figure.aim), verdictOf(figure)])
  }
  return table.toString()
}

function inWords (value: Spread | undefined): string {
  if (value === undefined) return '—'
  const { median, low, high } = value
  return low === high ? digits(median) : `${digits(median)} (${digits(low)}–${digits(high)})`
}

function orNothing (value: number): string {
  return value === 0 ? '' : value.toFixed(1)
}

function digits (value: number): string {
  return value.toFixed(value < 10 ? 2 : 1)
}

function rounded (value: number): number {
  return Math.round(value * 1000) / 1000
}

function kib (bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
