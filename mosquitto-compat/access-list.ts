/**
 * What a foreign broker must allow, as its own access list: beside it the topic
 * says who spoke, so nobody may publish below another's name. User names are the
 * principals. Who may say and read what comes from outside.
 */

export interface ListedUser {
  readonly name: string
  /** Filters below the root. */
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

export interface AccessListOptions {
  readonly root: string
  /** The user name that the orchestrator connects with. */
  readonly orchestrator: string
  /** Those who are known. None: everybody may say everything in a branch of their own, and read what is public. */
  readonly users: readonly ListedUser[]
}

export const brokersWithLists = ['mosquitto', 'mosquitto-dynsec', 'emqx'] as const
export type BrokerWithList = typeof brokersWithLists[number]

export function accessList (broker: BrokerWithList, options: AccessListOptions): string {
  return writers[broker](options)
}

/** Whatever a user name has in it: what these lists have for everybody. */
const EVERYBODY: ListedUser = { name: '%u', publish: ['from/%u/#'], subscribe: ['to/%u/#', 'state/#', 'events/#'] }

const writers: Readonly<Record<BrokerWithList, (options: AccessListOptions) => string>> = {
  mosquitto: aclFile,
  'mosquitto-dynsec': dynamicSecurity,
  emqx: aclConf
}

/** mosquitto.conf(5), acl_file: patterns are for everybody, with %u for the user name. */
function aclFile ({ root, orchestrator, users }: AccessListOptions): string {
  const lines = (word: string, { publish, subscribe }: ListedUser): string[] => [...publish.map(topic => `${word} write ${root}/${topic}`), ...subscribe.map(topic => `${word} read ${root}/${topic}`)]
  return `# acl_file of mosquitto.conf; together with allow_anonymous false and a password_file.
# Mosquitto denies what no line allows: the site's other topics need lines, too, but none with # alone, which includes ${root}.
${users.length === 0
? `# Below ${root} everybody publishes in a branch of their own, and reads their own and what is public.
${lines('pattern', EVERYBODY).join('\n')}
`
: users.map(user => `user ${user.name}\n${lines('topic', user).join('\n')}\n`).join('\n')}
user ${orchestrator}
topic readwrite ${root}/#
`
}

/** Commands for the topic of the plugin: roles, and who has them. Passwords, and what is allowed by default, it does not touch. */
function dynamicSecurity ({ root, orchestrator, users }: AccessListOptions): string {
  const acl = (acltype: string, topic: string): object => ({ acltype, topic: `${root}/${topic}`, priority: 0, allow: true })
  const role = (name: string, publish: readonly string[], subscribe: readonly string[]): object[] => {
    const rolename = `orchestra-${name}`
    const acls = [...publish.map(topic => acl('publishClientSend', topic)), ...subscribe.flatMap(topic => [acl('subscribePattern', topic), acl('publishClientReceive', topic)])]
    return [{ command: 'createRole', rolename, acls }, { command: 'addClientRole', username: name, rolename, priority: 0 }]
  }
  return `${JSON.stringify({
    commands: [
      ...role(orchestrator, ['#'], ['#']),
      ...users.flatMap(({ name, publish, subscribe }) => role(name, publish, subscribe))
    ]
  }, null, 2)}\n`
}

/** acl.conf of EMQX 5: the first line that fits decides. */
function aclConf ({ root, orchestrator, users }: AccessListOptions): string {
  const topics = (filters: readonly string[]): string => filters.map(filter => JSON.stringify(`${root}/${filter}`)).join(', ')
  const everybody = `%% Everybody publishes in a branch of their own, and reads their own and what is public.
{allow, all, publish, ["${root}/from/\${username}/#"]}.
{allow, all, subscribe, ["${root}/to/\${username}/#", "${root}/state/#", "${root}/events/#"]}.`
  const each = users.map(({ name, publish, subscribe }) => `{allow, {username, ${JSON.stringify(name)}}, publish, [${topics(publish)}]}.\n{allow, {username, ${JSON.stringify(name)}}, subscribe, [${topics(subscribe)}]}.`)
  return `%% acl.conf of EMQX 5; in front of the lines for other topics.
{allow, {username, ${JSON.stringify(orchestrator)}}, all, ["${root}/#"]}.
${users.length === 0 ? everybody : each.join('\n')}
{deny, all, all, ["${root}/#"]}.
`
}
