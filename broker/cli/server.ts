/**
 * A server: stores, broker, orchestrator and listeners put together, and taken
 * apart in the order in which nothing acknowledged gets lost. It knows nothing
 * of flags and processes.
 */
import type { EventEmitter } from 'node:events'
import { createServer } from 'node:net'
import { type TlsOptions, type Server as TlsServer, createServer as createTlsServer } from 'node:tls'
import { Aedes } from 'aedes'
import { writeToStream } from 'mqtt-packet'
import { drop } from '../hosts/aedes/dropped.js'
import { type Log, type Orchestra, type OrchestraOptions, type Store, StoreUnusable, Traffic, orchestra, systemClock } from '../index.js'
import { type OpenedBridges, openBridges } from './bridges.js'
import { CommandError, exitCodes } from './exit.js'
import { problemOf } from './health.js'
import { createHttp } from './http.js'
import { type Listening, type SocketCounts, chosenBySetting, listen, sumOf } from './listen.js'
import { type OpenLogins, openLogins } from './logins/index.js'
import { type Doors, openDoors } from './mosquitto/doors.js'
import type { Takeover } from './mosquitto/takeover.js'
import type { MqttStore } from './mqtt-store.js'
import { RetainedCount } from './retained-count.js'
import { contentOf } from './settings/content.js'
import { type ServeConfig, orchestratorOptions, serveSettings } from './settings/serve.js'
import { defaultsOf } from './settings/setting.js'
import { kindOf, openStores } from './stores.js'
import { seed } from './seed.js'
import { SysTopics } from './sys-topics.js'
import { type Tls, openTls } from './tls.js'
import { version } from './version.js'

// 65,536 buffers, one for each number of two bytes, are 6 MiB; making one where it is written costs next to nothing.
writeToStream.cacheNumbers = false

export interface Server {
  readonly mqttPort: number
  /** For keys that devices share with the server; undefined where there are none. */
  readonly pskPort: number | undefined
  readonly httpPort: number
  /** What this node is called; undefined where there can be but one. */
  readonly node: string | undefined
  /** Why nothing can be stored now; undefined where all is well. */
  problem: () => Promise<unknown>
  /** Of the account `root`, where it was made now: nobody can ask for it again. */
  readonly rootSecret: string | undefined
  /** Where MQTT is served, with a mosquitto.conf. */
  readonly doors: readonly string[]
  /** Reads the files of the mosquitto.conf again. */
  reload: () => void
  /** Stops accepting, closes the connections, writes what is applied and lets go of the folder. */
  close: () => Promise<void>
}

/**
 * Wills that a crash left behind are published within four of these: within a minute, which the
 * broker's own default of four minutes is far from.
 */
const HEARTBEAT_MS = 10_000

/** What there is to take apart; a start that fails has only some of it. */
interface Parts extends OpenedBridges {
  readonly listening: Listening[]
  orchestrator?: Orchestra
  aedes?: Aedes
  sys?: SysTopics
  mqtt?: MqttStore | undefined
  tls?: Tls | undefined
  logins?: OpenLogins
  /** Ends the seeding. */
  unseed?: () => Promise<void>
}

/**
 * @param env where REDIS_URL is looked up, if Redis is asked for
 * @param takeover a mosquitto.conf, with the settings beside it
 * @throws CommandError where a port or the store can't be had
 */
export async function startServer (settings: Partial<ServeConfig>, log: Log, env: NodeJS.ProcessEnv = process.env, takeover?: Takeover): Promise<Server> {
  const config = takeover?.config ?? { ...defaultsOf(serveSettings), ...settings }
  const parts: Parts = { listening: [], bridges: [] }
  try {
    const built = await build(config, env, log, parts, takeover)
    let closed: Promise<void> | undefined
    const close = (): Promise<void> => {
      closed ??= takeApart(parts)
      return closed
    }
    return { ...built, close }
  } catch (error) {
    await takeApart(parts)
    throw error instanceof StoreUnusable ? new CommandError(exitCodes.failed, `${flagsFor(error, config)}: ${error.message}`) : error
  }
}

/** The flags with which an option of the Redis store is set, besides the URL. */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  node: ['--node'],
  tag: ['--redis', '--redis-tag'],
  password: ['--redis', '--redis-username', '--redis-password-file'],
  tls: ['--redis', '--redis-ca']
}

function flagsFor ({ option = '' }: StoreUnusable, config: ServeConfig): string {
  return kindOf(config) === 'redis' ? (flagsOf[option] ?? ['--redis']).join(', ') : '--data'
}

async function build (config: ServeConfig, env: NodeJS.ProcessEnv, log: Log, parts: Parts, takeover: Takeover | undefined): Promise<Omit<Server, 'close'>> {
  const { host, httpPort } = config
  const { store, mqtt: mqttStore } = await openStores(config, env, log)
  parts.mqtt = mqttStore
  const problem = (): Promise<unknown> => problemOf(store, mqttStore)
  const aedes = await createBroker(config, log, parts, takeover)
  const gate = takeover?.gate
  const tls = parts.tls = openTls(config, log)
  const logins = parts.logins = openLogins(config, log)
  const traffic = new Traffic()
  const embedded = parts.orchestrator = await orchestra(aedes, { ...orchestraOptions(config, log), traffic, ...logins, accounts: config.accounts ? 'stored' : gate?.hasAccounts === true ? 'proved' : 'none', access: gate?.access, store })
  const rootSecret = await prepareRoot(config, store, embedded)
  await openBridges({ config, env, taken: takeover?.bridges ?? [], orchestra: embedded, bus: store.bus, log, opened: parts })
  // `aedes.handle` is guarded from here on.
  const { ports, names, reload } = takeover === undefined ? await openPorts(aedes, config, parts) : await openDoors({ aedes, takeover, log, listening: parts.listening })
  const http = await listen(createHttp({ aedes, store, config, problem, tls }), { chosenBy: chosenBySetting('httpPort'), host, port: httpPort })
  parts.listening.push(http)
  if (config.seed !== undefined) parts.unseed = await seeding(config, config.seed, aedes, rootSecret, log)
  if (config.sysInterval > 0) {
    const counted = new RetainedCount()
    // Beside other nodes nobody here knows what they retain.
    if (store.bus === undefined) counted.follow(aedes).catch((error: unknown) => log.error({ err: error }, 'retained messages can not be counted'))
    const sockets = (): SocketCounts => sumOf(parts.listening.map(({ sockets }) => sockets()))
    parts.sys = new SysTopics({ aedes, traffic, away: () => embedded.sessionsAway, retained: () => counted.count, sockets, version, clock: systemClock(), intervalMs: config.sysInterval })
    parts.sys.start()
  }
  return { mqttPort: ports[0] ?? 0, pskPort: ports[1], httpPort: http.port, node: store.bus?.node, rootSecret, doors: names, reload, problem }
}

/**
 * @returns the secret of root, where one was made
 * @throws CommandError where the store has accounts and nobody was to ask for them: it would stand open
 */
async function prepareRoot ({ accounts, allowAnonymous, mosquittoConf, rootSecretFile, resetRoot }: ServeConfig, store: Store, orchestrator: Orchestra): Promise<string | undefined> {
  if (!accounts) {
    const isOpen = !allowAnonymous && mosquittoConf === undefined && await store.get('account', 'root') !== undefined
    if (isOpen) throw new CommandError(exitCodes.usage, 'this store has accounts: say --accounts, or --allow-anonymous to let everybody in without one')
    return undefined
  }
  const given = (await contentOf('rootSecretFile', rootSecretFile))?.trim()
  try {
    return await orchestrator.makeRoot(given, { reset: resetRoot })
  } catch (error) {
    throw error instanceof RangeError ? new CommandError(exitCodes.usage, `--root-secret-file: ${error.message}`) : error
  }
}

async function seeding ({ accounts, root, rootSecretFile }: ServeConfig, folder: string, { handle }: Aedes, made: string | undefined, log: Log): Promise<() => Promise<void>> {
  const secret = (await contentOf('rootSecretFile', rootSecretFile))?.trim() ?? made
  if (accounts && secret === undefined) throw new CommandError(exitCodes.usage, '--seed: with --accounts it needs --root-secret-file')
  return seed({ folder, root, secret, enter: handle, log })
}

async function openPorts (aedes: Aedes, config: ServeConfig, { listening, tls, logins }: Parts): Promise<Doors> {
  const { host, port, pskPort } = config
  // Writes are gathered per turn of the event loop, so Nagle's delay would only cost time.
  const mqtt = await listen(tls === undefined ? createServer({ noDelay: true }, aedes.handle) : secured(aedes, config, tls.options, tls.serve), { chosenBy: chosenBySetting('port'), host, port })
  listening.push(mqtt)
  if (logins?.sharedKeys === undefined) return { ports: [mqtt.port], names: [], reload: () => {} }
  const shared = await listen(secured(aedes, config, logins.sharedKeys), { chosenBy: chosenBySetting('pskPort'), host, port: pskPort })
  listening.push(shared)
  return { ports: [mqtt.port, shared.port], names: [], reload: () => {} }
}

/** Those who are still shaking hands are not counted by the protection behind it. */
function secured (aedes: Aedes, { connectTimeout, maxConnections }: ServeConfig, options: TlsOptions, serve?: Tls['serve']): TlsServer {
  const server = createTlsServer({ noDelay: true, handshakeTimeout: connectTimeout, ...options }, aedes.handle)
  server.maxConnections = maxConnections
  serve?.(server)
  return server
}

/**
 * The orchestrator goes before the connections: once closed it drops what comes without an
 * acknowledgement, so the wills of the connections that close then count no device as gone.
 */
async function takeApart ({ listening, bridges, queues, orchestrator, aedes, mqtt, sys, tls, logins, unseed }: Parts): Promise<void> {
  await unseed?.()
  sys?.close()
  tls?.close()
  logins?.close()
  for (const { stop } of listening) stop()
  await orchestrator?.close()
  if (aedes !== undefined) await new Promise<void>(resolve => aedes.close(resolve))
  for (const { cut } of listening) cut()
  // What the last connections said has to cross, too.
  await Promise.all(bridges.map(bridge => bridge.close()))
  await queues?.close()
  await mqtt?.close()
}

async function createBroker ({ connectTimeout, drainTimeout }: ServeConfig, log: Log, parts: Parts, takeover: Takeover | undefined): Promise<Aedes> {
  const persistence = parts.mqtt?.persistence
  const authorizePublish: Aedes['authorizePublish'] = (_client, packet, callback) => {
    // It is the broker's own. Aedes would cut the connection.
    if (packet.topic.startsWith('$SYS/')) drop(packet)
    callback(null)
  }
  // A new id at every start: with a fixed one, queued messages of one client have reached another.
  const aedes = parts.aedes = await Aedes.createBroker({ heartbeatInterval: HEARTBEAT_MS, connectTimeout, drainTimeout, ...persistence && { persistence }, ...takeover?.gate.hooks ?? { authorizePublish } })
  for (const event of ['clientError', 'connectionError'] as const) {
    aedes.on(event, (client, error) => log.debug({ clientId: client.id, reason: error.message }, 'a connection broke'))
  }
  // Not in Aedes' types; unheard it would end the process.
  const emitter: EventEmitter = aedes
  emitter.on('error', (error: Error) => {
    // That its store is away is told once, by the orchestrator's.
    log[parts.mqtt?.away() === undefined ? 'error' : 'debug']({ err: error }, 'the broker could not do something')
  })
  return aedes
}

function orchestraOptions (config: ServeConfig, log: Log): OrchestraOptions {
  const { maxPacket, maxConnections, maxConnectionsPerAddress, connectTimeout, drainTimeout, bridgePrincipals, limit } = config
  return {
    ...orchestratorOptions(config),
    bridgePrincipals,
    quotas: limit.quotas,
    log,
    protection: {
      maxPacket,
      maxConnections,
      connectTimeout,
      drainTimeout,
      shares: limit.shares,
      ...maxConnectionsPerAddress !== undefined && { maxConnectionsPerAddress },
      onRefused: ({ code, message }, remoteAddress) => log.info({ remoteAddress, code, reason: message }, 'a connection was refused')
    }
  }
}
