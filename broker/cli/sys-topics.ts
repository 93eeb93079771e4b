/**
 * `$SYS/broker/…`, with Mosquitto's names: what changed is published once in an
 * interval, and whoever subscribes gets all of it, as if it were retained. It is
 * kept in memory alone: each node speaks of itself, and of no time before its start.
 */
import { Readable } from 'node:stream'
import type { Aedes, Client, PublishPacket } from 'aedes'
import { filterMatches } from '../hosts/aedes/filters.js'
import type { Traffic } from '../hosts/aedes/traffic.js'
import type { Clock } from '../platform/clock.js'
import type { SocketCounts } from './listen.js'
import { Load } from './load.js'

export interface SysOptions {
  readonly aedes: Aedes
  readonly traffic: Traffic
  /** Clients with a stored session that are away. */
  readonly away: () => number
  /** Retained messages; undefined where nobody knows. */
  readonly retained: () => number | undefined
  /** Of all listeners. */
  readonly sockets: () => SocketCounts
  readonly version: string
  readonly clock: Clock
  readonly intervalMs: number
}

interface Persistence {
  createRetainedStreamCombi: (patterns: readonly string[]) => AsyncIterable<PublishPacket>
}

const PREFIX = '$SYS/broker/'

export class SysTopics {
  readonly #options: SysOptions
  readonly #startedAt: number
  /** What was said last. */
  #values: ReadonlyMap<string, string> = new Map()
  readonly #loads = new Map<string, Load>()
  #clientsMax = 0
  #heapMax = 0
  #timer: ReturnType<Clock['setTimeout']> | undefined

  constructor (options: SysOptions) {
    this.#options = options
    this.#startedAt = options.clock.now()
  }

  /** Speaks from now on. */
  start (): void {
    this.#retain()
    this.#speak()
  }

  close (): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer)
  }

  #speak (): void {
    const { aedes, clock, intervalMs } = this.#options
    const before = this.#values
    this.#values = new Map(Object.entries(this.#read()).map(([name, value]) => [PREFIX + name, String(value)]))
    for (const [topic, value] of this.#values) if (before.get(topic) !== value) aedes.publish(packet(topic, value, false), () => {})
    this.#timer = clock.setTimeout(() => this.#speak(), intervalMs)
    this.#timer.unref?.()
  }

  #read (): Record<string, string | number> {
    const { aedes, traffic, away, retained, sockets, version, clock, intervalMs } = this.#options
    const { clients } = aedes as Aedes & { readonly clients: Readonly<Record<string, Client & { readonly subscriptions: object }>> }
    const [connected, disconnected] = [aedes.connectedClients, away()]
    const heap = process.memoryUsage().heapUsed
    const kept = retained()
    const counts = countsOf(traffic, sockets())
    this.#clientsMax = Math.max(this.#clientsMax, connected + disconnected)
    this.#heapMax = Math.max(this.#heapMax, heap)
    return {
      version: `aedes-orchestra version ${version}`,
      uptime: `${Math.floor((clock.now() - this.#startedAt) / 1000)} seconds`,
      'clients/connected': connected,
      'clients/active': connected,
      'clients/disconnected': disconnected,
      'clients/inactive': disconnected,
      'clients/total': connected + disconnected,
      'clients/maximum': this.#clientsMax,
      'clients/expired': 0,
      'messages/received': counts['messages/received'],
      'messages/sent': counts['messages/sent'],
      'publish/messages/received': counts['publish/received'],
      'publish/messages/sent': counts['publish/sent'],
      'bytes/received': counts['bytes/received'],
      'bytes/sent': counts['bytes/sent'],
      'subscriptions/count': Object.values(clients).reduce((sum, { subscriptions }) => sum + Object.keys(subscriptions).length, 0),
      ...kept !== undefined && { 'retained messages/count': kept },
      'heap/current': heap,
      'heap/maximum': this.#heapMax,
      ...this.#loadsOf(counts, intervalMs)
    }
  }

  #loadsOf (counts: Counts, elapsedMs: number): Record<string, string> {
    const loads: Record<string, string> = {}
    for (const [name, count] of Object.entries(counts)) {
      const load = this.#loads.get(name) ?? new Load()
      this.#loads.set(name, load)
      Object.assign(loads, load.read(`load/${name}`, count, elapsedMs))
    }
    return loads
  }

  /** Retained messages come from the persistence: ours beside them. */
  #retain (): void {
    const { persistence } = this.#options.aedes as Aedes & { readonly persistence: Persistence }
    const before = persistence.createRetainedStreamCombi
    const told = (patterns: readonly string[]): PublishPacket[] => this.#matching(patterns)
    persistence.createRetainedStreamCombi = patterns => Readable.from((async function * () {
      yield * told(patterns)
      yield * before.call(persistence, patterns)
    })())
  }

  #matching (patterns: readonly string[]): PublishPacket[] {
    // MQTT 3.1.1, 4.7.2: a wildcard in its place fits no topic that begins with $.
    const filters = patterns.filter(pattern => pattern.startsWith('$SYS/')).map(pattern => pattern.split('/'))
    if (filters.length === 0) return []
    return [...this.#values].filter(([topic]) => filters.some(filter => filterMatches(filter, topic))).map(([topic, value]) => packet(topic, value, true))
  }
}

type Counts = ReturnType<typeof countsOf>

/** All that only grows, by the names of its averages. */
function countsOf (traffic: Traffic, { accepted, bytesRead, bytesWritten }: SocketCounts) {
  return {
    'messages/received': traffic.packetsReceived,
    'messages/sent': traffic.packetsSent,
    'publish/received': traffic.publishesReceived,
    'publish/sent': traffic.publishesSent,
    'bytes/received': bytesRead,
    'bytes/sent': bytesWritten,
    sockets: accepted,
    connections: traffic.connects
  }
}

function packet (topic: string, value: string, retain: boolean): PublishPacket {
  return { cmd: 'publish', topic, payload: Buffer.from(value), qos: 0, dup: false, retain }
}
