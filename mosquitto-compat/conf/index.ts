/**
 * Reads a mosquitto.conf, with what it includes, into what a server needs of
 * it, and says of every line what becomes of it. It starts nothing, and reads
 * none of the files that the settings name.
 */
import { type MosquittoBridge, bridgeOf } from './bridges.js'
import { type Outcome, bitOf, numberOf, sortLines, textOf } from './blocks.js'
import { clashesOf } from './clashes.js'
import { readLines } from './lines.js'
import { type MosquittoListener, listenersOf } from './listeners.js'

export { clash } from './clashes.js'
export type { BridgeTls, BridgeTopic, MosquittoBridge } from './bridges.js'
export type { Outcome } from './blocks.js'
export type { ListenerTls, MosquittoListener, Security } from './listeners.js'

export interface MosquittoConf {
  readonly listeners: readonly MosquittoListener[]
  /** Undefined where the file says nothing. */
  readonly persistence: boolean | undefined
  readonly persistenceLocation: string | undefined
  readonly sysIntervalS: number | undefined
  /** Undefined: none. */
  readonly maxPacketSize: number | undefined
  readonly messageSizeLimit: number | undefined
  readonly clientidPrefixes: string | undefined
  readonly bridges: readonly MosquittoBridge[]
}

export interface ReadConf {
  readonly conf: MosquittoConf
  /** In the order of the files. */
  readonly outcomes: readonly Outcome[]
  /** What is wrong with the file, each with its place and what to do. */
  readonly problems: readonly string[]
}

export function readMosquittoConf (file: string): ReadConf {
  const problems: string[] = []
  const { blocks, outcomes } = sortLines(readLines(file, problems), problems)
  const { broker } = blocks
  const conf = {
    listeners: listenersOf(blocks, problems),
    persistence: bitOf(broker, 'persistence') ?? bitOf(broker, 'retained_persistence'),
    persistenceLocation: textOf(broker, 'persistence_location'),
    sysIntervalS: numberOf(broker, 'sys_interval'),
    maxPacketSize: limitOf(numberOf(broker, 'max_packet_size')),
    messageSizeLimit: limitOf(numberOf(broker, 'message_size_limit')),
    clientidPrefixes: textOf(broker, 'clientid_prefixes'),
    bridges: blocks.bridges.map(block => bridgeOf(block, problems))
  }
  problems.push(...clashesOf(conf.listeners))
  return { conf, outcomes, problems }
}

function limitOf (value: number | undefined): number | undefined {
  return value === undefined || value <= 0 ? undefined : value
}
