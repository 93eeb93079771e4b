/**
 * An access list of mosquitto.conf(5), `acl_file`: read, and asked. As in
 * Mosquitto 2.0 a subscription is always granted; `read` is asked when a message
 * goes out, `write` when one comes in.
 */
import { belowRoot, filterReaches } from '../broker/hosts/aedes/filters.js'
import { withoutMark, wordAndRest } from './conf/lines.js'

export type Action = 'read' | 'write'

interface Rule {
  readonly access: 'read' | 'write' | 'readwrite' | 'deny'
  readonly filter: string
}

/** For one client, with its names put in. */
interface Ready {
  readonly access: Rule['access']
  readonly levels: readonly string[]
}

export interface AccessRules {
  /** Of those without a user name. */
  readonly anonymous: readonly Rule[]
  readonly users: ReadonlyMap<string, readonly Rule[]>
  /** Of all. */
  readonly patterns: readonly Rule[]
}

export interface Who {
  readonly username: string | undefined
  readonly clientId: string
}

const accesses = ['read', 'write', 'readwrite', 'deny'] as const

/** @param problems gets a line for each that can't be used */
export function parseAccessRules (content: string, file: string, problems: string[]): AccessRules {
  const anonymous: Rule[] = []
  const users = new Map<string, Rule[]>()
  const patterns: Rule[] = []
  let mine = anonymous
  for (const [index, line] of withoutMark(content).split('\n').entries()) {
    const [, word, rest = ''] = line.startsWith('#') ? [] : wordAndRest(line)
    const wrong = (what: string): void => { problems.push(`${file}:${index + 1}: ${what}`) }
    if (word === undefined) continue
    if (word === 'user') {
      if (rest === '') wrong('the name is missing: write user and the name')
      mine = users.get(rest) ?? []
      users.set(rest, mine)
    } else if (word === 'topic' || word === 'pattern') {
      const rule = ruleOf(rest, wrong)
      if (rule !== undefined) (word === 'topic' ? mine : patterns).push(rule)
    } else {
      wrong(`${JSON.stringify(word)} is none of user, topic and pattern: correct it, or begin the line with #`)
    }
  }
  return { anonymous, users, patterns }
}

function ruleOf (rest: string, wrong: (what: string) => void): Rule | undefined {
  const [, word = '', more] = /^(\S*)(?:\s+(.*))?$/s.exec(rest) ?? []
  const filter = more ?? word
  const access = more === undefined ? 'readwrite' : accesses.find(access => access === word)
  if (filter === '') wrong('the topic is missing: write topic, read, write, readwrite or deny, and the topic')
  else if (access === undefined) wrong(`${JSON.stringify(word)} is none of ${accesses.join(', ')}`)
  else if (!isFilter(filter)) wrong(`${JSON.stringify(filter)} is no topic filter: + and # stand for whole levels, # for the last`)
  else return { access, filter }
  return undefined
}

/** MQTT 3.1.1, 4.7.1 */
function isFilter (filter: string): boolean {
  const levels = filter.split('/')
  return levels.every((level, index) => level === '+' || (level === '#' && index === levels.length - 1) || !/[+#]/.test(level))
}

/** Whether any line is about something below a root. */
export function isAbout ({ anonymous, users, patterns }: AccessRules, root: string): boolean {
  const levels = root.split('/')
  return [...anonymous, ...[...users.values()].flat(), ...patterns].some(({ access, filter }) => access !== 'deny' && belowRoot(filter, levels) !== undefined)
}

/** What one client may. Made once for each. */
export class Permissions {
  readonly #own: readonly Ready[]
  readonly #patterns: readonly Ready[]
  readonly #isWild: boolean

  constructor ({ anonymous, users, patterns }: AccessRules, { username, clientId }: Who) {
    this.#own = ready(username === undefined ? anonymous : users.get(username) ?? [])
    // Without a user name there is nothing to put in for it.
    const fitting = patterns.filter(({ filter }) => username !== undefined || !filter.includes('%u'))
    this.#patterns = ready(fitting.map(({ access, filter }) => ({ access, filter: filter.replaceAll(/%[cu]/g, name => name === '%c' ? clientId : username ?? '') })))
    this.#isWild = patterns.length > 0 && /[+#]/.test(`${username ?? ''}${clientId}`)
  }

  may (action: Action, topic: string): boolean {
    // Whose name is a wildcard would fit everywhere: no pattern is for them (CVE-2017-7650).
    return judge(this.#own, action, topic) ?? (!this.#isWild && judge(this.#patterns, action, topic) === true)
  }
}

/** What is denied first, so that it goes before what is allowed more broadly. */
function ready (rules: readonly Rule[]): Ready[] {
  const split = ({ access, filter }: Rule): Ready => ({ access, levels: filter.split('/') })
  return [...rules.filter(({ access }) => access === 'deny'), ...rules.filter(({ access }) => access !== 'deny')].map(split)
}

/** Undefined where no rule says anything. */
function judge (rules: readonly Ready[], action: Action, topic: string): boolean | undefined {
  for (const { access, levels } of rules) {
    const isAsked = access === 'deny' || access === 'readwrite' || access === action
    if (isAsked && filterReaches(levels, topic)) return access !== 'deny'
  }
  return undefined
}
