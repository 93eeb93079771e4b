/**
 * One expectation of a message: a topic filter and what the payload must be.
 * It finds a message among those that nobody has taken yet, and tells what
 * came instead. When to look is not decided here.
 */
import { type MessageKey, messages, validate } from '../../schemas/index.js'
import { type Client, type Message, PUBACK_TOPIC } from './client.js'
import { type Scene, shown } from './scene.js'
import { type Fields, Unmet } from './script.js'
import { evaluate } from '../platform/expressions.js'
import { equals, unlike } from './values.js'

/** As in a step, filled in. */
export interface Wanted {
  readonly topic: string
  readonly json?: unknown
  readonly match?: unknown
  readonly text?: string
  readonly hex?: string
  readonly empty?: boolean
  readonly schema?: MessageKey
  readonly jsonata?: string
  readonly retain?: boolean
  readonly qos?: number
  readonly dup?: boolean
  readonly capture?: Readonly<Record<string, string>>
}

/** Whether a topic is one of a filter (MQTT 3.1.1, 4.7). */
export function isOf (filter: string, topic: string): boolean {
  if (topic.startsWith('$') !== filter.startsWith('$')) return false
  const levels = topic.split('/')
  const wanted = filter.split('/')
  const hash = wanted.indexOf('#')
  if (hash === -1 && wanted.length !== levels.length) return false
  if (hash !== -1 && levels.length < hash) return false
  return wanted.slice(0, hash === -1 ? undefined : hash).every((level, at) => level === '+' || level === levels[at])
}

/** Undefined where it is what is wanted, else in which respect it is not. */
export async function misses (wanted: Wanted, message: Message, vars: Fields): Promise<string | undefined> {
  const { payload } = message
  for (const flag of ['retain', 'qos', 'dup'] as const) {
    if (wanted[flag] !== undefined && wanted[flag] !== message[flag]) return flag
  }
  if (wanted.empty !== undefined && wanted.empty !== (payload.length === 0)) return 'empty'
  if (wanted.text !== undefined && payload.toString('utf8') !== wanted.text) return 'text'
  if (wanted.hex !== undefined && payload.toString('hex') !== wanted.hex.toLowerCase()) return 'hex'
  if (!asksForJson(wanted)) return undefined
  const body = parsed(payload)
  if (body === undefined) return 'it is no JSON'
  if (Object.hasOwn(wanted, 'json') && !equals(body, wanted.json)) return `json: ${unlike(body, wanted.json) ?? 'it has more fields'}`
  const place = Object.hasOwn(wanted, 'match') ? unlike(body, wanted.match) : undefined
  if (place !== undefined) return `match: ${place}`
  if (wanted.schema !== undefined) {
    if (!Object.hasOwn(messages, wanted.schema)) throw new Error(`there is no message ${wanted.schema}; there are ${Object.keys(messages).join(', ')}`)
    const problem = validate(wanted.schema, body)
    if (problem !== undefined) return `schema: ${problem.message}`
  }
  if (wanted.jsonata !== undefined && await evaluate(wanted.jsonata, body, vars) !== true) return 'jsonata'
  return undefined
}

const asksForJson = (wanted: Wanted): boolean => (['json', 'match', 'schema', 'jsonata'] as const).some(key => Object.hasOwn(wanted, key))

/** The first message from there on that is wanted, and its place. */
export async function findIn (inbox: readonly Message[], wanted: Wanted, vars: Fields, from = 0): Promise<number | undefined> {
  for (let at = from; at < inbox.length; at++) {
    const message = inbox[at] as Message
    if (!message.isTaken && isOf(wanted.topic, message.topic) && await misses(wanted, message, vars) === undefined) return at
  }
  return undefined
}

/** Takes the message, and keeps what is to be captured of it. */
export async function take (scene: Scene, message: Message, { capture = {} }: Wanted): Promise<void> {
  message.isTaken = true
  const body = parsed(message.payload)
  for (const [name, expression] of Object.entries(capture)) {
    const value = await evaluate(expression, body, scene.vars)
    if (value === undefined) throw new Error(`${expression} finds nothing to capture in ${shown(message, scene.stage.root)}`)
    scene.set({ [name]: value })
  }
}

const NEAR_MAX = 8

/** Told with what came instead: first what is on a topic of the filter, then what is near it. */
export async function unmet (scene: Scene, client: Client, wanted: Wanted, ms: number): Promise<Unmet> {
  const { root } = scene.stage
  const ranked = client.inbox.filter(({ topic }) => topic !== PUBACK_TOPIC || isOf(wanted.topic, topic)).map((message, at) => ({ message, at, nearness: nearness(wanted.topic, message.topic) }))
    .sort((a, b) => Number(a.message.isTaken) - Number(b.message.isTaken) || b.nearness - a.nearness || b.at - a.at)
    .slice(0, NEAR_MAX)
  const instead = await Promise.all(ranked.map(async ({ message }) => {
    const fault = message.isTaken ? 'was expected before' : isOf(wanted.topic, message.topic) ? `differs in ${await misses(wanted, message, scene.vars)}` : 'other topic'
    return `${shown(message, root)}   [${fault}]`
  }))
  return new Unmet(`did not come within ${ms} ms`, textOf(wanted, root), instead)
}

/** How many levels at the start are the same. */
function nearness (filter: string, topic: string): number {
  const levels = topic.split('/')
  const differs = filter.split('/').findIndex((level, at) => level !== '+' && level !== levels[at])
  return differs === -1 ? Infinity : differs
}

export function textOf ({ topic, ...wanted }: Wanted, root: string): string {
  const { capture: _, ...conditions } = wanted
  const below = topic.startsWith(`${root}/`) ? topic.slice(root.length + 1) : topic
  return [below, ...Object.entries(conditions).map(([key, value]) => `${key} ${JSON.stringify(value)}`)].join(' ')
}

function parsed (payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
