/**
 * From a mosquitto.conf to a server's configuration: reads the file and those
 * that it names, says of every setting what becomes of it, and finds all that
 * is wrong at once. Nothing is started here.
 */
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type MosquittoConf, type MosquittoListener, type Outcome, clash, readMosquittoConf } from '../../../mosquitto-compat/conf/index.js'
import { forTerminal } from '../../../mosquitto-compat/conf/report.js'
import type { ServeConfig } from '../settings/serve.js'
import { type TakenBridge, bridgesOf } from './bridges.js'
import { Gate } from './gate.js'
import { secureContextOf } from './tls.js'

export interface Takeover {
  readonly conf: MosquittoConf
  readonly gate: Gate
  readonly bridges: readonly TakenBridge[]
  readonly outcomes: readonly Outcome[]
  /** What is not in the file, and yet good to know. */
  readonly notes: readonly string[]
  /** What keeps the server from starting, each with its place and what to do. */
  readonly problems: readonly string[]
  /** What the flags say, with what the file says in its place. */
  readonly config: ServeConfig
}

/** The least that commands need, of payload and of packet. */
const PAYLOAD_BYTES_MIN = 16 * 1024
const PACKET_OVERHEAD = 1024

export function takeOver (config: ServeConfig & { readonly mosquittoConf: string }): Takeover {
  const { conf, outcomes, problems: found } = readMosquittoConf(config.mosquittoConf)
  const problems = [...found, ...missingOnes(outcomes, config)]
  const gate = new Gate(conf, problems)
  for (const { tls } of conf.listeners) if (tls !== undefined) secureContextOf(tls, problems)
  if (config.port !== portDefault) problems.push(`--port: the listeners are those of ${config.mosquittoConf}: leave it out`)
  problems.push(...conf.listeners.filter(listener => clash(listener, httpOf(config))).map(({ place }) => `${place}: port ${config.httpPort} is that of --http-port already: give HTTP another one`))
  const { maxPacketSize } = conf
  if (maxPacketSize !== undefined && maxPacketSize < PAYLOAD_BYTES_MIN + PACKET_OVERHEAD) problems.push(`${placeOf(outcomes, 'max_packet_size')}: max_packet_size: commands need at least ${PAYLOAD_BYTES_MIN + PACKET_OVERHEAD} bytes: raise it`)
  const bridges = bridgesOf(conf.bridges, problems)
  for (const { place, name, remote } of config.redis === false ? [] : conf.bridges) {
    // Its default has the name of the machine in it.
    if (remote.clientId === undefined) problems.push(`${place}: connection ${name}: with --redis it needs a remote_clientid, the same at all nodes; remote_clientid ${hostname()}.${name} goes on with what waits at the other broker for this machine`)
  }
  for (const { name } of config.bridges) if (bridges.some(bridge => bridge.name === name)) problems.push(`bridges: ${config.mosquittoConf} has a connection ${name}, too: give it another name`)
  return { conf, gate, bridges, outcomes, notes: notesOn(conf, gate, config), problems: problems.map(forTerminal), config: configured(config, conf) }
}

const portDefault = 1883

function httpOf ({ host, httpPort }: ServeConfig): Pick<MosquittoListener, 'at'> {
  return { at: { host, port: httpPort, family: undefined } }
}

function missingOnes (outcomes: readonly Outcome[], { mosquittoIgnore, mosquittoConf }: ServeConfig): string[] {
  const missing = outcomes.filter(({ name, fate }) => fate === 'missing' && !mosquittoIgnore.includes(name))
  const idle = mosquittoIgnore.filter(name => !outcomes.some(outcome => outcome.name === name))
  const names = [...new Set(missing.map(({ name }) => name))]
  return [
    ...missing.map(({ place, name, about }) => `${place}: ${name}: not supported (${about})`),
    ...names.length > 0 ? [`take these lines out, or start with --mosquitto-ignore ${names.join(',')} to go on without them`] : [],
    ...idle.map(name => `--mosquitto-ignore: ${mosquittoConf} has no ${name}: leave it out`)
  ]
}

function notesOn ({ maxPacketSize, listeners }: MosquittoConf, gate: Gate, { root, maxPacket, maxConnections, maxConnectionsPerAddress = 1000, mosquittoConf }: ServeConfig): string[] {
  return [
    ...maxPacketSize === undefined ? [`${mosquittoConf} has no max_packet_size: packets may have ${maxPacket} bytes here, and any number in Mosquitto: --max-packet changes that`] : [],
    `${maxConnections} connections are taken altogether, and ${maxConnectionsPerAddress} from one address: --max-connections and --max-connections-per-address change that`,
    ...(gate.hasAccounts ? listeners : []).filter(isOpen).map(({ place }) => `${place}: this listener asks for no password: whoever reaches it can take any user name, also one that has a password elsewhere`),
    ...gate.listsWithout(root).map(path => `${path} has no line for ${root}: nobody can work there: orchestra acl --for mosquitto writes some`)
  ]
}

function isOpen ({ security, tls }: MosquittoListener): boolean {
  return security.allowAnonymous && security.passwordFile === undefined && tls?.identityIsUsername !== true
}

function placeOf (outcomes: readonly Outcome[], name: string): string {
  return outcomes.findLast(outcome => outcome.name === name)?.place ?? name
}

function configured (config: ServeConfig, { persistence, persistenceLocation, sysIntervalS, maxPacketSize }: MosquittoConf): ServeConfig {
  const isStoreChosen = config.memory || config.data !== undefined || config.redis !== false
  const store = isStoreChosen || persistence === undefined
    ? {}
    : persistence ? { data: persistenceLocation === undefined ? undefined : join(persistenceLocation, 'orchestra-data') } : { memory: true }
  const size = maxPacketSize === undefined
    ? {}
    : { maxPacket: maxPacketSize, maxPayload: Math.min(config.maxPayload, maxPacketSize - PACKET_OVERHEAD) }
  return { ...config, ...store, ...size, ...sysIntervalS !== undefined && { sysInterval: sysIntervalS * 1000 } }
}
