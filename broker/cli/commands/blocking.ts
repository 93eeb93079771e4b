/** `orchestra cordon`, `uncordon` and `forget`: what is done to a device by hand. */
import type { App } from '../../../device-client/app.js'
import type { DeviceAccepted } from '../../../schemas/index.js'
import { withApp } from '../client.js'
import { type CommandLine, defineCommand, idOf } from '../command.js'
import { exitCodes } from '../exit.js'
import { jsonOf, say } from '../output/lines.js'
import { type ClientConfig, clientSettings } from '../settings/client.js'
import { text } from '../settings/kinds.js'
import { flagsOnly } from '../settings/setting.js'

type Act = (app: App) => Promise<DeviceAccepted>

async function act (config: ClientConfig, done: string, act: Act): Promise<typeof exitCodes.ok> {
  const { ref, ...document } = await withApp(config, act)
  say(config.json ? jsonOf(document) : `${document.device} is ${done}`)
  return exitCodes.ok
}

export const cordon: CommandLine = defineCommand({
  name: 'cordon <device>',
  about: 'block a device: it finishes what it holds and gets no more',
  settings: { ...clientSettings, ...flagsOnly({ reason: text({ about: 'for people' }) }) },
  run: (config, [device]) => act(config, 'cordoned', app => app.cordon(idOf(device), config.reason))
})

export const uncordon: CommandLine = defineCommand({
  name: 'uncordon <device>',
  about: 'give a blocked device work again',
  settings: clientSettings,
  run: (config, [device]) => act(config, 'no longer cordoned', app => app.uncordon(idOf(device)))
})

export const forget: CommandLine = defineCommand({
  name: 'forget <device>',
  about: 'remove what is known of a device',
  settings: clientSettings,
  run: (config, [device]) => act(config, 'forgotten', app => app.forget(idOf(device)))
})
