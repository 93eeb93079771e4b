/**
 * Which topics cross, and what they are called on the other side. Of several
 * rules that fit the first one counts, so nothing crosses twice. Pure.
 */
import { filterReaches } from '../../broker/hosts/aedes/filters.js'
import type { BridgeTopic } from './options.js'

export interface Crossing {
  /** On the other side. */
  readonly topic: string
  readonly qos: 0 | 1
  /** Whether what is retained stays so. */
  readonly retain: boolean
}

export interface Subscription {
  readonly filter: string
  readonly qos: 0 | 1
  /** What goes out on it comes back, unless the broker is told not to. */
  readonly isBoth: boolean
}

interface Side {
  readonly levels: readonly string[]
  readonly from: string
  readonly to: string
  readonly qos: 0 | 1
  readonly retain: boolean
}

export class Rules {
  readonly subscriptions: readonly Subscription[]
  readonly #out: readonly Side[]
  readonly #in: readonly Side[]

  constructor (topics: readonly BridgeTopic[]) {
    const incoming = topics.filter(({ direction }) => direction !== 'out')
    this.subscriptions = incoming.map(({ filter, remotePrefix = '', qos = 1, direction }) => ({ filter: remotePrefix + filter, qos, isBoth: direction === 'both' }))
    this.#in = incoming.map(({ remotePrefix, localPrefix, ...rest }) => sideOf(rest, remotePrefix, localPrefix))
    this.#out = topics.filter(({ direction }) => direction !== 'in').map(({ remotePrefix, localPrefix, ...rest }) => sideOf(rest, localPrefix, remotePrefix))
  }

  out (topic: string): Crossing | undefined {
    return across(this.#out, topic)
  }

  in (topic: string): Crossing | undefined {
    return across(this.#in, topic)
  }

  /** What goes out, as it is called here. */
  get outFilters (): string[] {
    return this.#out.map(({ levels }) => levels.join('/'))
  }
}

function sideOf ({ filter, qos = 1, retain = true }: BridgeTopic | Omit<BridgeTopic, 'localPrefix' | 'remotePrefix'>, from = '', to = ''): Side {
  return { levels: (from + filter).split('/'), from, to, qos, retain }
}

function across (sides: readonly Side[], topic: string): Crossing | undefined {
  const side = sides.find(({ levels }) => filterReaches(levels, topic))
  return side === undefined ? undefined : { topic: side.to + topic.slice(side.from.length), qos: side.qos, retain: side.retain }
}
