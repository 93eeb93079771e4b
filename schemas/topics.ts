// Finds the message that a topic belongs to. On the way of every packet: a walk over the topic's levels, without
// regular expressions. It knows nothing of ids: whoever routes checks the parameters with `isId`.

import { messages, type MessageKey } from './generated/messages.js'

export type Direction = 'in' | 'out'

/** The variable levels of a topic, by their names. */
export type TopicParams = Record<string, string>

export interface TopicMatch {
  key: MessageKey
  params: TopicParams
  /** What the message is about: the variable level behind the principal's. */
  entity: string | undefined
}

/** Relative to the root. Anything below `state/` is, and what devices are to have. */
export function isRetained (topic: string): boolean {
  return RETAINED.test(topic)
}

const RETAINED = /^(?:state\/|to\/[^/]+\/deployments\/[^/]+$)/

interface Level {
  literals: Map<string, Level>
  variable?: Level
  name?: string
  key?: MessageKey
}

const newLevel = (): Level => ({ literals: new Map() })

function literalLevel (parent: Level, segment: string): Level {
  const level = parent.literals.get(segment) ?? newLevel()
  parent.literals.set(segment, level)
  return level
}

function variableLevel (parent: Level, name: string): Level {
  parent.variable ??= { ...newLevel(), name }
  return parent.variable
}

function addTopic (root: Level, topic: string, key: MessageKey): void {
  const last = topic.split('/').reduce((level, segment) => segment.startsWith('{')
    ? variableLevel(level, segment.slice(1, -1))
    : literalLevel(level, segment), root)
  last.key = key
}

function treeOf (direction: Direction): Level {
  const root = newLevel()
  for (const [key, message] of Object.entries(messages)) {
    if (message.direction !== direction) continue
    for (const topic of message.topics) addTopic(root, topic, key as MessageKey)
  }
  return root
}

const trees = { in: treeOf('in'), out: treeOf('out') }

/** Literals go before variables; `tasks/submit` is a command, `tasks/submit/cancel` is about a task of that name. */
function walk (level: Level, topic: string, from: number, params: TopicParams): MessageKey | undefined {
  if (from > topic.length) return level.key
  const slash = topic.indexOf('/', from)
  const to = slash === -1 ? topic.length : slash
  const segment = topic.slice(from, to)
  const { literals, variable } = level
  const literal = literals.size === 0 ? undefined : literals.get(segment)
  const key = literal && walk(literal, topic, to + 1, params)
  if (key !== undefined) return key
  if (variable?.name === undefined) return undefined
  const found = walk(variable, topic, to + 1, params)
  if (found !== undefined) params[variable.name] = segment
  return found
}

/** @param topic relative to the root, as in `from/cam-7/birth` */
export function matchTopic (direction: Direction, topic: string): TopicMatch | undefined {
  const params: TopicParams = {}
  const key = walk(trees[direction], topic, 0, params)
  return key === undefined ? undefined : { key, params, entity: entityIn(params) }
}

/** An offset is where in it something belongs. */
function entityIn (params: TopicParams): string | undefined {
  for (const name in params) if (name !== 'principal' && name !== 'offset') return params[name]
  return undefined
}
