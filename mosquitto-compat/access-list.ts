/**
 * What a foreign broker must allow, as its own access list: beside it the topic
 * says who spoke, so nobody may publish below another's name. User names are the
 * principals.
 */

export interface AccessListOptions {
  readonly root: string
  /** The user name that the orchestrator connects with. */
  readonly orchestrator: string
}

export const brokersWithLists = ['mosquitto', 'emqx'] as const
export type BrokerWithList = typeof brokersWithLists[number]

export function accessList (broker: BrokerWithList, options: AccessListOptions): string {
  return writers[broker](options)
}

const writers: Readonly<Record<BrokerWithList, (options: AccessListOptions) => string>> = {
  /** mosquitto.conf(5), acl_file: patterns are for everybody, with %u for the user name. */
  mosquitto: ({ root, orchestrator }) => `# acl_file of mosquitto.conf; together with allow_anonymous false and a password_file.
# Below ${root} everybody publishes in a branch of their own, and reads their own and what is public.
# Mosquitto denies what no line allows: the site's other topics need lines, too, but none with # alone, which includes ${root}.
pattern write ${root}/from/%u/#
pattern read ${root}/to/%u/#
pattern read ${root}/state/#
pattern read ${root}/events/#

user ${orchestrator}
topic readwrite ${root}/#
`,
  /** acl.conf of EMQX 5: the first line that fits decides. */
  emqx: ({ root, orchestrator }) => `%% acl.conf of EMQX 5; in front of the lines for other topics.
{allow, {username, "${orchestrator}"}, all, ["${root}/#"]}.
%% Everybody publishes in a branch of their own, and reads their own and what is public.
{allow, all, publish, ["${root}/from/\${username}/#"]}.
{allow, all, subscribe, ["${root}/to/\${username}/#", "${root}/state/#", "${root}/events/#"]}.
{deny, all, all, ["${root}/#"]}.
`
}
