/** `orchestra acl`: what a foreign broker must allow, in its own words. */
import { accessList, brokersWithLists } from '../../../mosquitto-compat/access-list.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { id, oneOf } from '../settings/kinds.js'
import { rootSetting } from '../settings/serve.js'

const more = `To stdout: for mosquitto an acl_file, for EMQX 5 lines of acl.conf. User names are the principals.
  orchestra acl --for mosquitto > /etc/mosquitto/orchestra.acl`

export const acl = defineCommand({
  name: 'acl',
  about: 'write the access list that a foreign broker needs beside an attached orchestrator',
  settings: {
    for: oneOf(...brokersWithLists)({ about: 'whose list (required)' }),
    root: rootSetting,
    orchestrator: id({ default: 'orchestrator', about: 'the user name that the orchestrator connects with' })
  },
  more,
  async run ({ for: broker, root, orchestrator }) {
    if (broker === undefined) throw new CommandError(exitCodes.usage, `--for: say whose list: ${brokersWithLists.join('|')}`)
    process.stdout.write(accessList(broker, { root, orchestrator }))
    return exitCodes.ok
  }
})
