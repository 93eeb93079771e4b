/** Opens the bridges of a server: files read, queues where the other stores are, connected with its broker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bridge, type BridgeState, type Local, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { type Log, type Orchestra, systemClock, systemRandom } from '../index.js'
import type { Bus } from '../store/bus.js'
import { SharedQueues } from './bridge-queues.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import type { TakenBridge } from './mosquitto/bridges.js'
import type { BridgeConfig } from './settings/bridges.js'
import type { ServeConfig } from './settings/serve.js'
import { defaultDataDirectory, sharedOptions } from './stores.js'

export interface BridgesOptions {
  readonly config: ServeConfig
  readonly env: NodeJS.ProcessEnv
  /** Those of a mosquitto.conf. */
  readonly taken: readonly TakenBridge[]
  readonly orchestra: Orchestra
  /** To the other nodes, where the store is shared. */
  readonly bus: Bus | undefined
  readonly log: Log
  /** Gets each thing as soon as there is something to close. */
  readonly opened: OpenedBridges
}

export interface OpenedBridges {
  readonly bridges: Bridge[]
  /** Of several nodes; to be closed after the bridges. */
  queues?: SharedQueues
}

/** @throws CommandError, StoreUnusable */
export async function openBridges ({ config, env, taken, orchestra, bus, log, opened }: BridgesOptions): Promise<void> {
  const all: readonly TakenBridge[] = [...await Promise.all(config.bridges.map(withFiles)), ...taken]
  if (all.length === 0) return
  const around = { clock: systemClock(), random: systemRandom(), log }
  const { memory, data = defaultDataDirectory } = config
  const queues = bus === undefined ? undefined : await SharedQueues.open(await sharedOptions(config, env, log), all.map(({ name }) => name), bus)
  if (queues !== undefined) opened.queues = queues
  const place = queues === undefined ? { ...!memory && { directory: join(data, 'bridges') } } : { queue: queues.queue }
  for (const options of all) {
    const bridge: Bridge = await openBridge(options, { ...around, ...place })
    opened.bridges.push(bridge)
    const local = orchestra.join(bridge)
    await bridge.start(options.localNoticeTopic === undefined ? local : withNotices(local, options.localNoticeTopic, log))
  }
}

/** As Mosquitto tells its own clients of a bridge. */
function withNotices (local: Local, topic: string, log: Log): Local {
  let told: string | undefined
  const tell = (state: BridgeState): void => {
    local.tell(state)
    const payload = state.state === 'connected' ? '1' : '0'
    // Another node may have said something else since.
    const name = `${payload} ${state.since}`
    if (name === told) return
    told = name
    local.publish({ topic, payload: Buffer.from(payload), qos: 1, retain: true }).catch((error: unknown) => log.warn({ err: error, topic }, 'the state of a bridge could not be published'))
  }
  return { ...local, tell }
}

async function withFiles ({ passwordFile, ca, cert, key, ...rest }: BridgeConfig): Promise<Parameters<typeof openBridge>[0]> {
  const read = async (file: string | undefined): Promise<string | undefined> => {
    if (file === undefined) return undefined
    try {
      return await readFile(file, 'utf8')
    } catch (error) {
      throw new CommandError(exitCodes.usage, `bridges: ${rest.name}: ${messageOf(error)}`)
    }
  }
  // As it is written by an editor, with a line's end.
  const password = rest.password ?? (await read(passwordFile))?.replace(/\r?\n$/, '')
  return { ...rest, password, ca: await read(ca), cert: await read(cert), key: await read(key) }
}
