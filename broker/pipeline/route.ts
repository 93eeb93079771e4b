/**
 * From a packet to a command: which message it is, whether its sender may say
 * it, whether it is what the schema says. Parsed once, checked once. What is
 * wrong comes back as a rejection and the topic that it goes to.
 */
import { isUtf8 } from 'node:buffer'
import { type MessageKey, type TopicMatch, isId, matchTopic, messages, validate } from '../../schemas/index.js'
import type { Origin, Rejection } from '../core/command.js'

export type { Origin } from '../core/command.js'

/** A publish under our root, as a host hands it on. */
export interface Incoming {
  readonly principal: string
  /** Relative to the root. */
  readonly topic: string
  readonly payload: Buffer
  readonly qos: 0 | 1 | 2
  /** Its connection has a session that outlives it. */
  readonly persistent: boolean
  /** Where it came from. */
  readonly origin?: Origin | undefined
  /** Its connection has shown nothing but the token of this enrolment. */
  readonly enrolment?: string | undefined
  /** The broker's own access list forbids it. */
  readonly isDenied?: boolean
}

export type Routed =
  | { readonly type: 'command', readonly key: MessageKey, readonly entity: string, readonly body: Body, readonly name: string }
  /** `name` is what the command is called below `from/{principal}/`; undefined where that can't be repeated. */
  | { readonly type: 'rejected', readonly rejection: Rejection, readonly name: string | undefined, readonly ref?: string | undefined }

export interface Body { readonly ref?: string, readonly session?: number }
interface Piece extends Body { readonly offset: number, readonly bytes: Buffer }

/** Topics are at most so long, so that they can cross a bridge to any broker. */
const TOPIC_BYTES_MAX = 256
const SLASHES_MAX = 7
/** The longest thing that is added to a command's topic in a reply. */
const REPLY_SUFFIX = '/accepted'

export function route (incoming: Incoming, payloadBytes: number, rootBytes: number): Routed {
  const routed = find(incoming, payloadBytes, rootBytes)
  return routed.type === 'command' || 'ref' in routed ? routed : { ...routed, ref: refIn(incoming.payload) }
}

function find ({ principal, topic, payload, isDenied }: Incoming, payloadBytes: number, rootBytes: number): Routed {
  const own = `from/${principal}/`
  if (!topic.startsWith(own)) return unnamed(foreign, topic)
  const name = topic.slice(own.length)
  if (isDenied === true) return refused(denied, name, topic, rootBytes)
  const found = matchTopic('in', topic)
  if (found === undefined) return refused(unknownCommand(name), name, topic, rootBytes)
  const { entity = principal } = found
  if (!isId(entity)) return refused(badId(entity), name, topic, rootBytes)
  if (messages[found.key].binary) return piece(found, entity, name, payload, payloadBytes)
  return parse(found.key, entity, name, payload, payloadBytes)
}

function refused (rejection: Rejection, name: string, topic: string, rootBytes: number): Routed {
  return isRepeatable(topic, rootBytes) ? { type: 'rejected', name, rejection } : unnamed(rejection, topic)
}

function parse (key: MessageKey, entity: string, name: string, payload: Buffer, payloadBytes: number): Routed {
  if (payload.length > payloadBytes) return { type: 'rejected', name, rejection: tooLarge(payload.length, payloadBytes) }
  if (!isUtf8(payload)) return { type: 'rejected', name, ref: undefined, rejection: { code: 'not-utf8', message: 'the payload is not valid UTF-8' } }
  let body: Body
  try {
    // An empty payload is what `mosquitto_pub -n` sends for a command that needs nothing.
    body = payload.length === 0 ? {} : JSON.parse(payload.toString()) as Body
  } catch (error) {
    return { type: 'rejected', name, ref: undefined, rejection: { code: 'not-json', message: `the payload is not JSON: ${(error as Error).message}` } }
  }
  // What is short can't be deep: a small packet is not looked through.
  if (payload.length > 2 * DEPTH_MAX && isDeeper(body, DEPTH_MAX)) return { type: 'rejected', name, ref: refOf(body), rejection: tooDeep }
  const problem = validate(key, body)
  if (problem !== undefined) return { type: 'rejected', name, ref: refOf(body), rejection: { code: 'invalid', message: problem.message } }
  return { type: 'command', key, entity, body, name }
}

/** Bytes as they are; where they belong says the topic. */
function piece ({ key, params: { offset = '' } }: TopicMatch, entity: string, name: string, bytes: Buffer, payloadBytes: number): Routed {
  if (!/^\d{1,15}$/.test(offset)) return { type: 'rejected', name, ref: undefined, rejection: { code: 'bad-topic', message: `${shortened(offset)} is no offset: a number of bytes` } }
  if (bytes.length > payloadBytes) return { type: 'rejected', name, ref: undefined, rejection: tooLarge(bytes.length, payloadBytes) }
  const body: Piece = { offset: Number(offset), bytes }
  return { type: 'command', key, entity, body, name }
}

function unnamed (rejection: Rejection, topic: string): Routed {
  return { type: 'rejected', name: undefined, rejection: { ...rejection, topic: topic.slice(0, TOPIC_BYTES_MAX) } }
}

/** Far more than data needs, far less than the stack of whoever renders or compares it allows. */
const DEPTH_MAX = 256

const tooDeep: Rejection = { code: 'invalid', message: `the payload is nested more than ${DEPTH_MAX} levels deep` }

function isDeeper (value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (levels === 0) return true
  return Object.values(value).some(inner => isDeeper(inner, levels - 1))
}

const foreign: Rejection = {
  code: 'forbidden',
  message: 'nothing was changed: a principal publishes below from/ and its own name only; the principal is the MQTT user name, or without one the client id'
}

const denied: Rejection = { code: 'forbidden', message: 'nothing was changed: the access list of the broker does not let this client publish here' }

function unknownCommand (name: string): Rejection {
  return { code: 'unknown-command', message: `there is no command ${shortened(name)}` }
}

function badId (id: string): Rejection {
  return { code: 'bad-topic', message: `${shortened(id)} is no valid id: 1 to 64 of the characters A-Z a-z 0-9 _ . : -, the first a letter or a digit` }
}

function tooLarge (bytes: number, limit: number): Rejection {
  return { code: 'too-large', message: `the payload takes ${bytes} bytes, at most ${limit} are taken` }
}

/** Of a payload that was refused unread. */
function refIn (payload: Buffer): string | undefined {
  try {
    return refOf(JSON.parse(payload.toString()))
  } catch {
    return undefined
  }
}

/** Even what is refused for another reason is answered under the `ref` that it came with. */
function refOf (body: unknown): string | undefined {
  const ref = body !== null && typeof body === 'object' && 'ref' in body ? body.ref : undefined
  return typeof ref === 'string' && ref.length <= REF_LENGTH_MAX ? ref : undefined
}

const REF_LENGTH_MAX = 64

function isRepeatable (topic: string, rootBytes: number): boolean {
  const slashes = topic.split('/').length - 1
  return rootBytes + Buffer.byteLength(topic) + REPLY_SUFFIX.length <= TOPIC_BYTES_MAX && slashes < SLASHES_MAX
}

function shortened (text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
