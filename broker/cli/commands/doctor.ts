/** `orchestra doctor`: what is open, weak, expiring or missing, in the settings and on the server that runs with them. */
import { systemClock } from '../../index.js'
import { withApp } from '../client.js'
import { defineCommand } from '../command.js'
import { type Finding, kinds } from '../doctor/finding.js'
import { lookAtServer } from '../doctor/server.js'
import { lookAtSettings } from '../doctor/settings.js'
import { type ExitCode, exitCodes, messageOf } from '../exit.js'
import { hint, jsonOf, say } from '../output/lines.js'
import { table } from '../output/table.js'
import { clientSettings } from '../settings/client.js'
import { serveSettings } from '../settings/serve.js'
import { toggle } from '../settings/kinds.js'

const { check, mosquittoIgnore, resetRoot, ...ofServer } = serveSettings

export const doctor = defineCommand({
  name: 'doctor',
  about: 'what is open, weak, expiring or missing: in the settings of serve, and on the server that runs',
  settings: { ...ofServer, ...clientSettings, offline: { ...toggle({ about: 'look at the settings alone' }), flagOnly: true } },
  more: `Takes the settings of serve (give it the same --config), and connects as orchestra login has said, or as --broker,
--user and --password do. Exit codes: 0 nothing to do, 1 something is open, weak, expiring or missing, 2 wrong usage.`,
  async run (config): Promise<ExitCode> {
    const now = systemClock().now()
    const found = lookAtSettings({ ...config, check: false, mosquittoIgnore: [], resetRoot: false }, now)
    if (!config.offline) {
      try {
        found.push(...await withApp(config, (app, at) => lookAtServer(app, config, at)))
      } catch (error) {
        hint(`the server was not looked at (--offline leaves it out): ${messageOf(error)}`)
      }
    }
    found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    if (config.json) for (const one of found) say(jsonOf(one))
    else say(table(['', 'ABOUT', 'WHAT'], found.map(({ kind, about, says }) => [kind, about, says])))
    return found.every(isFine) ? exitCodes.ok : exitCodes.failed
  }
})

const isFine = ({ kind }: Finding): boolean => kind === 'fine'
