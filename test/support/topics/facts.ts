/**
 * What must be true of everything that the orchestrator says, whatever a test is
 * about: it has a topic of the contract, fits its schema, reaches nobody else
 * than it is for, and versions grow. Problems are collected, the rig reports them.
 */
import { matchTopic, messages, validate } from '../../../schemas/index.js'

export type Body = Readonly<Record<string, unknown>>

export interface Message {
  /** Below the root; the whole topic where it lies outside of it. */
  readonly topic: string
  /** Undefined where the payload is empty, or is no JSON. */
  readonly body: Body | undefined
  readonly text: string
  readonly retain: boolean
  readonly qos: number
  readonly dup: boolean
}

/** The largest payload by default, in both directions. */
const PAYLOAD_BYTES = 128 * 1024

export class Facts {
  readonly problems: string[] = []
  /** By reader and topic: the state that it was told last. */
  readonly #states = new Map<string, { v: number, text: string }>()

  /** By reader and topic: the version of the last event. */
  readonly #events = new Map<string, number>()

  check (reader: string, principal: string, { topic, body, text }: Message): void {
    if (topic.startsWith('to/') && !topic.startsWith(`to/${principal}/`)) this.#report(topic, `was given to ${principal}`, text)
    const isCleared = text === '' && (topic.startsWith('state/') || /^to\/[^/]+\/deployments\/[^/]+$/.test(topic))
    // What there is no command for is rejected under the name that it was given.
    const found = matchTopic('out', topic) ?? (topic.endsWith('/rejected') ? matchTopic('out', `to/${principal}/rejected`) : undefined)
    if (found === undefined) return this.#report(topic, 'is no topic of the contract', text)
    if (Buffer.byteLength(text) > PAYLOAD_BYTES) this.#report(topic, `takes ${Buffer.byteLength(text)} bytes`, text.slice(0, 200))
    const problem = isCleared || messages[found.key].binary ? undefined : validate(found.key, body)
    if (problem !== undefined) this.#report(topic, problem.message, text)
    if (topic.startsWith('state/')) this.#checkVersion(`${reader} ${topic}`, topic, text, body)
    if (topic.startsWith('events/')) this.#checkEvent(`${reader} ${topic}`, topic, text, body)
  }

  #checkEvent (key: string, topic: string, text: string, body: Body | undefined): void {
    const v = Number(body?.v)
    const before = this.#events.get(key)
    if (before !== undefined && v < before && body?.event !== 'submitted') this.#report(topic, `v fell from ${before}`, text)
    // What is forgotten and comes again begins anew.
    this.#events.set(key, body?.event === 'forgotten' ? 0 : v)
  }

  #checkVersion (key: string, topic: string, text: string, body: Body | undefined): void {
    const before = this.#states.get(key)
    if (body === undefined) {
      this.#states.delete(key)
      return
    }
    const v = Number(body.v)
    if (before !== undefined && v < before.v) this.#report(topic, `v fell from ${before.v}`, text)
    if (v === before?.v && text !== before.text) this.#report(topic, `changed but kept its v, before ${before.text}`, text)
    this.#states.set(key, { v, text })
  }

  #report (topic: string, what: string, text: string): void {
    this.problems.push(`${topic} ${what}: ${text}`)
  }
}
