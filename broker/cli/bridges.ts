/** Opens the bridges of a server: files read, queues beside the other stores, connected with its broker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bridge, type BridgeState, type Local, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { type Log, type Orchestra, systemClock, systemRandom } from '../index.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import type { TakenBridge } from './mosquitto/bridges.js'
import type { BridgeConfig } from './settings/bridges.js'
import type { ServeConfig } from './settings/serve.js'
import { defaultDataDirectory } from './stores.js'

/**
 * @param taken those of a mosquitto.conf
 * @param opened gets each of them as soon as there is something to close
 * @throws CommandError, StoreUnusable
 */
export async function openBridges ({ bridges, memory, data = defaultDataDirectory }: ServeConfig, taken: readonly TakenBridge[], orchestra: Orchestra, log: Log, opened: Bridge[]): Promise<void> {
  const around = { clock: systemClock(), random: systemRandom(), log, ...!memory && { directory: join(data, 'bridges') } }
  const all: readonly TakenBridge[] = [...await Promise.all(bridges.map(withFiles)), ...taken]
  for (const options of all) {
    const bridge = await openBridge(options, around)
    opened.push(bridge)
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
    if (payload === told) return
    told = payload
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
