/** `orchestra acl`: what a foreign broker must allow, in its own words. */
import { accessList, brokersWithLists } from '../../../mosquitto-compat/access-list.js'
import type { Account, AccountKind, UserRole } from '../../core/account.js'
import { topicsOf } from '../access/explain.js'
import { defineCommand } from '../command.js'
import { CommandError, exitCodes } from '../exit.js'
import { id, oneOf, pairs } from '../settings/kinds.js'
import { rootSetting } from '../settings/root.js'

const more = `To stdout: for mosquitto an acl_file, for EMQX 5 lines of acl.conf, for Mosquitto's plugin for dynamic security
commands for its topic. User names are the principals.
  orchestra acl --for mosquitto > /etc/mosquitto/orchestra.acl
  orchestra acl --for mosquitto --account cam-7=device --account uma=viewer+submitter
  orchestra acl --for mosquitto-dynsec --account cam-7=device | mosquitto_pub -u admin -P … -t '$CONTROL/dynamic-security/v1' -s
The plugin must deny publishing and subscribing by default, as it does unless somebody has changed it.
Without accounts everybody may say everything in a branch of their own. With them it is by the same table as in
orchestra serve --accounts; but a topic does not tell whose a task is: who may cancel or get theirs may do so with all,
and the state of tasks is only for who may see all of them (--notify tells a submitter of its own).`

const kinds: readonly AccountKind[] = ['admin', 'device', 'bridge']
const roles: readonly UserRole[] = ['viewer', 'submitter', 'operator']

export const acl = defineCommand({
  name: 'acl',
  about: 'write the access list that a foreign broker needs beside an attached orchestrator',
  settings: {
    for: oneOf(...brokersWithLists)({ about: 'whose list (required)' }),
    root: rootSetting,
    account: pairs({ about: `who may do what, as name=${[...kinds, ...roles].join('|')}; several roles with + between` }),
    orchestrator: id({ default: 'orchestrator', about: 'the user name that the orchestrator connects with' })
  },
  more,
  async run ({ for: broker, root, account, orchestrator }) {
    if (broker === undefined) throw new CommandError(exitCodes.usage, `--for: say whose list: ${brokersWithLists.join('|')}`)
    const users = Object.entries(account).map(([name, what]) => ({ name: nameIn(name), ...topicsOf(accountOf(name, what)) }))
    if (users.length === 0 && broker === 'mosquitto-dynsec') throw new CommandError(exitCodes.usage, '--account: dynamic security knows no patterns for everybody: say who may do what')
    process.stdout.write(accessList(broker, { root, orchestrator, users }))
    return exitCodes.ok
  }
})

function nameIn (name: string): string {
  try {
    return id({ about: '' }).read(name)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `--account: ${JSON.stringify(name)} ${(error as Error).message}`)
  }
}

function accountOf (id: string, what: string): Pick<Account, 'id' | 'kind' | 'roles'> {
  const kind = kinds.find(one => one === what)
  if (kind !== undefined) return { id, kind }
  const named = what.split('+').map(word => roles.find(role => role === word))
  if (named.every(role => role !== undefined)) return { id, kind: 'user', roles: named }
  throw new CommandError(exitCodes.usage, `--account: ${id} must be one of ${[...kinds, ...roles].join(', ')}, not ${JSON.stringify(what)}`)
}
