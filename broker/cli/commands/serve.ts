/** `orchestra serve`: a server until a signal ends it. */
import { defineCommand } from '../command.js'
import { CommandError, exitCodes, messageOf } from '../exit.js'
import type { Log } from '../../index.js'
import { report } from '../../../mosquitto-compat/conf/report.js'
import { createLog } from '../log.js'
import { takeOver } from '../mosquitto/takeover.js'
import { say } from '../output/lines.js'
import { type Server, startServer } from '../server.js'
import { type ServeConfig, checkTogether, isLoopback, serveSettings } from '../settings/serve.js'
import { untilSignal } from '../signals.js'
import { kindOf, placeOf } from '../stores.js'

const more = `Each setting is taken from its flag, else from its variable, else from the file, else it is the default.
Sizes may say KiB and MiB, times ms, s, m, h and d (plain: bytes, milliseconds).

A Redis is given as redis[s]://[user[:password]@]host[:port][/database]. REDIS_URL alone does not choose it: --redis or
ORCHESTRA_REDIS=true does. Flags can be read by everyone on a machine: a password is safer in REDIS_URL or in a file.

Logs go to stderr. Stdout gets one line once the server is ready: {"listening":{"mqtt":1883,"http":8080}}. With
--accounts the first start says another before it, once: {"root":{"user":"root","secret":"…"}}. Keep it: orchestra login.
SIGTERM and SIGINT end it cleanly: what was acknowledged is stored, devices and tasks go on at the next start.
Exit codes: 0 ended by a signal, 1 could not start (port or store not to be had), 2 wrong configuration.`

export const serve = defineCommand({
  name: 'serve',
  about: 'run a server: MQTT over TCP and WebSocket, with the orchestrator in it',
  settings: serveSettings,
  more,
  async run (config) {
    checkTogether(config)
    const takeover = config.mosquittoConf === undefined ? undefined : takeOver({ ...config, mosquittoConf: config.mosquittoConf })
    const told = takeover === undefined ? [] : [...report(takeover.outcomes), ...takeover.notes]
    if (config.check) for (const line of told) say(line)
    if (takeover !== undefined && takeover.problems.length > 0) throw new CommandError(exitCodes.usage, ...takeover.problems)
    if (config.check) return exitCodes.ok
    const log = createLog(config.logLevel)
    const ended = untilSignal()
    for (const line of told) log.info({}, line)
    const server = await startServer(config, log, process.env, takeover)
    if (takeover !== undefined) process.on('SIGHUP', server.reload)
    await serveUntil(ended, server, takeover?.config ?? config, log)
    return exitCodes.ok
  }
})

async function serveUntil (ended: Promise<string>, server: Server, config: ServeConfig, log: Log): Promise<void> {
  const { host, root } = config
  const { mqttPort: mqtt, httpPort: http, pskPort: psk, node, doors, rootSecret } = server
  if (config.mosquittoConf === undefined && !config.accounts && !isLoopback(host)) log.warn({ host }, `OPEN TO THE NETWORK WITHOUT ACCOUNTS: anyone who reaches ${host} can read, submit and cancel everything`)
  log.info({ host, root, mqtt, http, ...psk !== undefined && { psk }, ...config.tlsCert !== undefined && { tls: true }, node, ...doors.length > 0 && { doors }, store: await placeOf(config, process.env) }, 'ready')
  if (rootSecret !== undefined) say(JSON.stringify({ root: { user: 'root', secret: rootSecret } }))
  say(JSON.stringify({ listening: { mqtt, http, psk } }))
  const signal = await ended
  log.info({ signal }, 'shutting down')
  const problem = await server.problem()
  await server.close()
  if (problem !== undefined) log.warn({ reason: messageOf(problem) }, 'the store takes nothing now: what was acknowledged had been written before, what was not may be missing; goodbye')
  else log.info({}, kindOf(config) === 'memory' ? 'goodbye' : 'everything that was acknowledged is stored; goodbye')
}
