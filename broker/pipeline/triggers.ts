/**
 * The topics that deployments are executed by, as this node knows them: each
 * ordinary message is looked at. Every change is read from the store.
 */
import { isUtf8 } from 'node:buffer'
import type { Internal } from '../core/command.js'
import type { Deployment } from '../core/deployment.js'
import type { Awaitable } from '../core/records.js'
import type { Random } from '../platform/random.js'
import type { Store } from '../store/store.js'
import { recordsOf } from './retained.js'

export interface Listening { readonly deployment: string, readonly filter: string }

/** Nodes must not choose the same name within a millisecond. */
const RUNS = 2 ** 32

export class Triggers {
  #listening: readonly Listening[] = []
  #changed: () => void = () => {}
  /** One after the other, so that no answer overtakes a newer one. */
  #reading: Promise<void> = Promise.resolve()

  #fired = 0

  constructor (private readonly store: Store, private readonly random: Random, private readonly happen: (internal: Internal) => Awaitable<boolean>) {}

  get all (): readonly Listening[] {
    return this.#listening
  }

  /** Tells of every change, and of what is there now. */
  watch (changed: () => void): void {
    this.#changed = changed
    changed()
  }

  /** Everything anew: at the start, and where a change may have been missed. */
  async load (): Promise<void> {
    const found: Listening[] = []
    for await (const deployment of recordsOf<Deployment>(this.store, 'deployment')) found.push(...listeningOf(deployment))
    this.#set(found)
  }

  /** An ordinary message that these deployments are executed by. Resolves once it is written that they are. */
  async fire (deployments: readonly string[], topic: string, payload: Buffer): Promise<void> {
    for (const entity of deployments) {
      const run = `on-${this.store.now().toString(36)}-${(this.#fired++).toString(36)}-${Math.floor(this.random() * RUNS).toString(36)}`
      await this.happen({ key: 'deployments/execute', entity, body: { run, trigger: topic, args: { topic, payload: readable(payload) } } })
    }
    await this.store.flushed()
  }

  async heard (name: string): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(name))
    await this.#reading
  }

  async #read (name: string): Promise<void> {
    const deployment = await this.store.get('deployment', name) as Deployment | undefined
    this.#set([...this.#listening.filter(one => one.deployment !== name), ...deployment === undefined ? [] : listeningOf(deployment)])
  }

  #set (listening: readonly Listening[]): void {
    const isSame = JSON.stringify(listening) === JSON.stringify(this.#listening)
    this.#listening = listening
    if (!isSame) this.#changed()
  }
}

function listeningOf ({ id, current }: Deployment): readonly Listening[] {
  return current.manifest.triggers?.flatMap(({ topic }) => topic === undefined ? [] : [{ deployment: id, filter: topic }]) ?? []
}

/** JSON where it is JSON, else text, else base64. */
function readable (payload: Buffer): unknown {
  if (!isUtf8(payload)) return { base64: payload.toString('base64') }
  const text = payload.toString()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
