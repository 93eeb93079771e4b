/**
 * The settings of the server, and what must hold between them. Reasons for the
 * limits stand beside them.
 */
import { existsSync } from 'node:fs'
import type { OrchestraOptions } from '../../index.js'
import { CommandError, exitCodes } from '../exit.js'
import { bridgePrincipalsSetting, bridgesSetting } from './bridges.js'
import { bytes, duration, list, number, text, toggle } from './kinds.js'
import { limitSetting } from './limits.js'
import { loginProblems, loginSettings } from './logins.js'
import { redisProblems, redisSettings } from './redis.js'
import { logLevelSetting, rootSetting } from './root.js'
import { scoreWeightSetting } from './score-weights.js'
import type { Values } from './setting.js'
import { tlsProblems, tlsSettings } from './tls.js'

const port = number(0, 65_535)
const MiB = 1024 ** 2

/** Where tasks and devices are kept. */
export const storeSettings = {
  data: text({ value: 'dir', about: 'folder of the embedded durable store (default: ./orchestra-data)' }),
  memory: toggle({ about: 'keep everything in memory, lost at the end' }),
  ...redisSettings,
  maxEnded: number(1)({ default: 100_000, about: 'ended tasks that are kept, whatever their keepMs' })
}

/** Of the orchestrator itself, whatever broker it works in. */
export const orchestratorSettings = {
  root: rootSetting,
  logLevel: logLevelSetting,
  maxPayload: bytes(16 * 1024, 16 * MiB)({ default: 128 * 1024, defaultText: '128KiB', about: 'largest payload of a command' }),
  maxBlob: bytes(1024, 1024 * MiB)({ default: 64 * MiB, defaultText: '64MiB', about: 'largest blob: a module, or what devices give each other' }),
  scoreWeight: scoreWeightSetting,
  offerTimeout: duration(100)({ default: 5_000, defaultText: '5s', about: 'time for a device to answer an offer' }),
  restartGrace: duration()({ default: 8_000, defaultText: '8s', about: 'time for devices to come back after a restart' })
}

export const configSetting = text({ value: 'file', about: 'a YAML or JSON file with any of these settings, by key (httpPort: 8080)' })

export const serveSettings = {
  seed: text({ value: 'dir', about: 'modules, saved workflows and manifests, as export writes them, to begin with; what has no device yet is tried again' }),
  config: configSetting,
  host: text({ value: 'address', default: '127.0.0.1', about: 'address to listen on; any other than loopback needs --accounts' }),
  port: port({ default: 1883, about: 'MQTT over TCP; 0: a free port' }),
  httpPort: port({ default: 8080, about: 'HTTP: /healthz, /asyncapi.yaml, and MQTT over WebSocket on /mqtt; 0: a free port' }),
  ...loginSettings,
  ...tlsSettings,
  mosquittoConf: text({ value: 'file', about: 'a mosquitto.conf whose listeners, accounts and access lists are served as they are' }),
  mosquittoIgnore: list({ value: 'setting', about: 'settings of that file that are not supported, to go on without them' }),
  check: { ...toggle({ about: 'only say what becomes of each setting of the mosquitto.conf, and what is wrong with it' }), flagOnly: true },
  sysInterval: duration()({ default: 10_000, defaultText: '10s', about: 'time between two updates of $SYS/broker/…; 0: none' }),
  allowOrigin: list({ value: 'origin', about: 'web pages that may connect over WebSocket (https://app.example), besides those of this machine; * for all' }),
  ...storeSettings,
  ...orchestratorSettings,
  bridges: bridgesSetting,
  bridgePrincipals: bridgePrincipalsSetting,
  // Twice the payload: who goes beyond that by a little is told by a rejection, who floods loses the connection.
  maxPacket: bytes(32 * 1024, 256 * MiB)({ default: 256 * 1024, defaultText: '256KiB', about: 'largest MQTT packet; more closes the connection' }),
  limit: limitSetting,
  maxConnections: number(1)({ default: 10_000, about: 'connections altogether' }),
  maxConnectionsPerAddress: number(1)({ about: 'connections from one address (default: 1000, none for loopback)' }),
  connectTimeout: duration(100)({ default: 5_000, defaultText: '5s', about: 'time for a new connection to say CONNECT' }),
  // Until then, all others on the topics of a client that doesn't read wait with it.
  drainTimeout: duration(100)({ default: 5_000, defaultText: '5s', about: 'time after which a client that does not read is dropped' })
}

/** What it is told of them. */
export function orchestratorOptions ({ root, maxPayload, maxBlob, scoreWeight, offerTimeout, restartGrace }: Values<typeof orchestratorSettings>): Pick<OrchestraOptions, 'root' | 'payloadBytes' | 'blobBytesMax' | 'scoreWeights' | 'offerMs' | 'restartGraceMs'> {
  return { root, payloadBytes: maxPayload, blobBytesMax: maxBlob, scoreWeights: scoreWeight, offerMs: offerTimeout, restartGraceMs: restartGrace }
}

export type ServeConfig = Values<typeof serveSettings>
export type StoreConfig = Values<typeof storeSettings>

/** Room for the topic and the header around the largest payload. */
const PACKET_OVERHEAD = 1024

/** What no setting can know alone. @throws CommandError */
export function checkTogether (config: ServeConfig): void {
  const problems: string[] = []
  if (config.mosquittoConf === undefined && (config.check || config.mosquittoIgnore.length > 0)) problems.push('--check, --mosquitto-ignore: need a --mosquitto-conf')
  problems.push(...loginProblems(config), ...tlsProblems(config))
  if (config.mosquittoConf !== undefined && config.tlsCert !== undefined) problems.push('--tls-cert, --mosquitto-conf: the listeners and their certificates stand in that file')
  // With a mosquitto.conf, who may connect stands there, and HTTP serves no MQTT.
  if (config.mosquittoConf === undefined && !isLoopback(config.host) && !config.allowAnonymous && !config.accounts) {
    problems.push(`--host: ${config.host} opens the server to a network: anyone there could read, submit and cancel everything. Say --accounts, too, or, if that is meant, --allow-anonymous`)
  }
  problems.push(...storeProblems(config))
  if (config.seed !== undefined && !existsSync(config.seed)) problems.push(`--seed: there is no folder ${config.seed}`)
  if (config.maxPacket < config.maxPayload + PACKET_OVERHEAD) {
    problems.push(`--max-packet: must be at least --max-payload and ${PACKET_OVERHEAD} bytes, that is ${config.maxPayload + PACKET_OVERHEAD}, not ${config.maxPacket}`)
  }
  if (problems.length > 0) throw new CommandError(exitCodes.usage, ...problems)
}

export function storeProblems (config: StoreConfig): string[] {
  const stores = [config.memory && '--memory', config.data !== undefined && '--data', config.redis !== false && '--redis'].filter(Boolean)
  return [...stores.length > 1 ? [`${stores.join(', ')}: one excludes the other`] : [], ...redisProblems(config)]
}

export function isLoopback (host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
