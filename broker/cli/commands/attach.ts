/** `orchestra attach`: the orchestrator beside a broker that is there already, until a signal ends it. */
import { StoreUnusable, attach as attachTo } from '../../index.js'
import { withoutPassword } from '../../hosts/remote/advice.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { createLog } from '../log.js'
import { say } from '../output/lines.js'
import { attachSettings, brokerOptions, checkAttached, nameOf } from '../settings/attach.js'
import { orchestratorOptions } from '../settings/serve.js'
import { untilSignal } from '../signals.js'
import { createStore, placeOf } from '../stores.js'

const more = `The broker must let it publish and read everything below the root, with several connections as $share/orchestra/{root}/from/#.
Those, and several nodes, take commands side by side: say the second about one task once the first is answered.
Everybody else should publish only below {root}/from/ and their own name, and read only {root}/to/ and their own name,
{root}/state/ and {root}/events/: here the topic says who spoke, and the broker's access list, which orchestra acl writes, is
what makes that true.

Logs go to stderr. Stdout gets one line once commands are taken: {"attached":["mqtt://127.0.0.1:1883"]}.
SIGTERM and SIGINT end it cleanly: the broker keeps what is said meanwhile until the next start.
Exit codes: 0 ended by a signal, 1 could not start (store not to be had), 2 wrong configuration.`

export const attach = defineCommand({
  name: 'attach',
  about: 'run the orchestrator beside a broker that is there already, as its client',
  settings: attachSettings,
  more,
  async run (config) {
    checkAttached(config)
    const { root, connections, retained } = config
    const log = createLog(config.logLevel)
    const ended = untilSignal()
    const name = nameOf(config)
    const broker = await brokerOptions(config)
    const store = await createStore({ ...config, node: name }, process.env, log)
    const place = await placeOf({ ...config, node: name, port: 0 }, process.env)
    const options = { ...orchestratorOptions(config), broker, name, store, log, intakes: connections, retained }
    const attached = await attachTo(options).catch((error: unknown) => {
      throw error instanceof StoreUnusable ? new CommandError(exitCodes.failed, `${config.redis === false ? '--data' : '--redis'}: ${error.message}`) : error
    })
    await Promise.race([attached.ready.then(() => {
      log.info({ root, node: name, broker: config.broker.map(withoutPassword), store: place }, 'attached')
      say(JSON.stringify({ attached: config.broker.map(withoutPassword) }))
    }), ended])
    log.info({ signal: await ended }, 'shutting down')
    await attached.close()
    return exitCodes.ok
  }
})
