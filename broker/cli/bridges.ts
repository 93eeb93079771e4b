/** Opens the bridges of a server: files read, queues beside the other stores, connected with its broker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bridge, openBridge } from '../../mosquitto-compat/bridge/index.js'
import { type Log, type Orchestra, systemClock, systemRandom } from '../index.js'
import { CommandError, exitCodes, messageOf } from './exit.js'
import type { BridgeConfig } from './settings/bridges.js'
import type { ServeConfig } from './settings/serve.js'
import { defaultDataDirectory } from './stores.js'

/**
 * @param opened gets each of them as soon as there is something to close
 * @throws CommandError, StoreUnusable
 */
export async function openBridges ({ bridges, memory, data = defaultDataDirectory }: ServeConfig, orchestra: Orchestra, log: Log, opened: Bridge[]): Promise<void> {
  const around = { clock: systemClock(), random: systemRandom(), log, ...!memory && { directory: join(data, 'bridges') } }
  for (const config of bridges) {
    const bridge = await openBridge(await withFiles(config), around)
    opened.push(bridge)
    await bridge.start(orchestra.join(bridge))
  }
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
