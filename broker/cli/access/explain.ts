/** Why somebody may, or may not, publish or subscribe: the table of permissions in sentences. What is asked is not done. */
import { type MessageKey, isId, matchTopic, messages } from '../../../schemas/index.js'
import type { Account } from '../../core/account.js'
import { type Role, grants, readsOf, rolesOf, scopeOf } from '../../core/permissions.js'
import { filterMatches, filtersMeet, isFilter } from '../../hosts/aedes/filters.js'

export type Action = 'publish' | 'subscribe'

export interface Explanation {
  /** `own`: only what is its own. `some`: granted, and only some of it is passed on. */
  readonly allowed: 'yes' | 'own' | 'some' | 'no'
  readonly why: string
}

type Asked = Pick<Account, 'id' | 'kind' | 'roles' | 'enabled' | 'expiresAt'>

export function explain (account: Asked, action: Action, topic: string, { root, now }: { readonly root: string, readonly now: number }): Explanation {
  if (!account.enabled) return no(`${account.id} is disabled: it can't even connect`)
  if (now >= (account.expiresAt ?? Infinity)) return no(`${account.id} has expired: it can't even connect`)
  if (!topic.startsWith(`${root}/`)) return { allowed: 'yes', why: `it is outside of ${root}, where everybody who is let in may do everything` }
  const below = topic.slice(root.length + 1)
  return action === 'publish' ? publishing(account, below) : subscribing(account, below)
}

function publishing (account: Asked, topic: string): Explanation {
  const { id } = account
  const own = `from/${id}/`
  if (/[+#]/.test(topic)) return no('a topic that is published to has no wildcards')
  if (!topic.startsWith(own)) return no(`a principal publishes below ${own} only; elsewhere it is acknowledged, dropped, and told to its sender`)
  const found = matchTopic('in', topic)
  const stranger = found && Object.values(found.params).find(param => !isId(param))
  if (found === undefined) return no('there is no such command')
  if (stranger !== undefined) return no(`${stranger} is no valid id`)
  const scope = scopeOf(account, found.key)
  if (scope === 'any') return { allowed: 'yes', why: `${whoIs(account)} may say ${found.key}` }
  if (scope === 'own') return { allowed: 'own', why: `${whoIs(account)} may say ${found.key} of what is its own: the tasks that it has submitted, itself` }
  const others = Object.entries(grants).filter(([, { says }]) => found.key in says).map(([role]) => role)
  return no(`${whoIs(account)} may not say ${found.key}; ${others.length === 0 ? 'only who connects with the token of an enrolment may' : `these may: ${others.join(', ')}`}`)
}

function subscribing (account: Asked, filter: string): Explanation {
  if (!isFilter(filter)) return no('in a filter a wildcard is a whole level, and # the last one')
  const levels = filter.split('/')
  const own = ['to', account.id, '#']
  const { any, own: ofOwn } = readsOf(account)
  const readable = [...any.map(text => text.split('/')), own]
  if (readable.some(one => covers(one, levels))) return { allowed: 'yes', why: `${whoIs(account)} may read all of it` }
  const parts = [...readable, ...ofOwn.map(text => text.split('/'))].filter(one => filtersMeet(one, levels)).map(one => one.join('/'))
  if (parts.length === 0) return no(`${whoIs(account)} may read none of it; it may read ${[...any, ...ofOwn.map(text => `${text} (of its own tasks)`), own.join('/')].join(', ')}`)
  const isOwnAlone = parts.every(part => ofOwn.includes(part))
  return isOwnAlone
    ? { allowed: 'own', why: `${whoIs(account)} is told of the tasks that it has submitted` }
    : { allowed: 'some', why: `it is granted, and passed on is what ${whoIs(account)} may read: ${parts.join(', ')}` }
}

/** Whether everything that the second matches is matched by the first. */
function covers (one: readonly string[], other: readonly string[]): boolean {
  const fixed = other.filter(level => level !== '#').map(level => level === '+' ? '\0' : level).join('/')
  const isOpen = other.at(-1) === '#'
  return filterMatches(one, fixed) && (!isOpen || one.at(-1) === '#')
}

function whoIs ({ id, kind, roles = [] }: Asked): string {
  return `${id} (${kind}${roles.length > 0 ? `: ${roles.join(', ')}` : ''})`
}

function no (why: string): Explanation {
  return { allowed: 'no', why }
}

/** Beside a foreign broker there are none: who may connect is its business. */
const ofAccounts = /^(accounts|enrolments|audit)\//

/** What a role may publish to and read, as filters below the root, for whoever can't look into messages: `own` is not told apart. */
export function topicsOf (account: Pick<Account, 'id' | 'kind' | 'roles'>): { readonly publish: readonly string[], readonly subscribe: readonly string[] } {
  const said = new Set<string>(rolesOf(account).flatMap((role: Role) => Object.keys(grants[role].says)).filter(key => !ofAccounts.test(key)))
  const publish = [...said].flatMap(key => messages[key as MessageKey].topics).map(topic => topic.replace('{principal}', account.id).replace(/\{\w+\}/g, '+'))
  return { publish: publish.sort(), subscribe: [`to/${account.id}/#`, ...readsOf(account).any] }
}
