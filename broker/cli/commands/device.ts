/** `orchestra device`: a device that executes the functions of a folder, until a signal ends it. */
import type { Broker } from '../../../device-client/connection.js'
import { type Device, type DeviceOptions, type ModuleOptions, createDevice } from '../../../device-client/device.js'
import type { Log } from '../../index.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import { createLog } from '../log.js'
import { say } from '../output/lines.js'
import { brokersOf } from '../settings/client.js'
import { deviceSettings } from '../settings/device.js'
import type { Values } from '../settings/setting.js'
import { untilSignal } from '../signals.js'

const more = `A function: export default async (args, { signal, progress, log }) => result
with, if you like: export const description = { summary, params, result, kind, examples }. What it throws fails the attempt;
"orchestra functions check DIR" tells beforehand what is wrong with any of them. Each setting is taken from its flag, else from its variable.

Logs go to stderr. Stdout gets one line once the device is welcomed: {"device":"cam-7","session":1767225600000}.
Exit codes: 0 ended by a signal, 2 wrong configuration.`

export const device = defineCommand({
  name: 'device',
  about: 'run a device that executes the functions of a folder',
  settings: deviceSettings,
  more,
  async run (config) {
    const log = createLog(config.logLevel)
    const ended = untilSignal()
    const device = createDevice(optionsOf(config, await brokersOf(config), log))
    device.on('ended', ({ task, attempt }, ending, error) => log[error === undefined ? 'info' : 'warn']({ task, attempt, ending, error }, 'ended'))
    if (await Promise.race([started(device), ended]) === 'started') {
      log.info({ device: device.id, session: device.session }, 'welcomed')
      say(JSON.stringify({ device: device.id, session: device.session }))
    }
    log.info({ signal: await ended }, 'shutting down')
    await device.stop(config.finish > 0 ? { finish: true, timeoutMs: config.finish } : {})
    return exitCodes.ok
  }
})

async function started (device: Device): Promise<'started'> {
  try {
    await device.start()
    return 'started'
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--functions: ${messageOf(error)}`)
  }
}

function optionsOf (config: Values<typeof deviceSettings>, broker: readonly Broker[], log: Log): DeviceOptions {
  const { root, user, password, id, functions, label, interface: interfaces, capacity, mode, begin, replies, heartbeat, results } = config
  if (id === undefined || (functions === undefined && config.modules === undefined)) {
    throw new CommandError(exitCodes.usage, `${id === undefined ? '--id' : '--functions'}: a device needs an id, and functions or --modules`)
  }
  return {
    broker,
    root,
    id,
    functions: functions ?? {},
    labels: { ...label },
    interfaces: [...interfaces],
    ...config.queue.length > 0 && { queues: [...config.queue] },
    log: (level, message) => log[level]({ device: id }, message),
    ...config.modules !== undefined && { modules: modulesOf(config, config.modules) },
    ...user !== undefined && { username: user },
    ...password !== undefined && { password },
    ...capacity !== undefined && { capacity },
    ...mode !== undefined && { mode },
    ...begin !== undefined && { begin },
    ...replies !== undefined && { replies },
    ...heartbeat !== undefined && { heartbeatMs: heartbeat },
    ...results !== undefined && { resultsDir: results }
  }
}

function modulesOf ({ camera, sensor, wasi }: Values<typeof deviceSettings>, dir: string): ModuleOptions {
  const sensors = Object.entries({ ...sensor }).map(([name, value]) => {
    if (!Number.isFinite(Number(value))) throw new CommandError(exitCodes.usage, `--sensor ${name}=${value}: a number`)
    return [name, Number(value)] as const
  })
  return { dir, wasi, ...camera !== undefined && { camera }, ...sensors.length > 0 && { sensors: Object.fromEntries(sensors) } }
}
