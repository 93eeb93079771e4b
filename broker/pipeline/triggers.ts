/**
 * The topics that deployments are executed by, as this node knows them: each
 * ordinary message is looked at. Every change is read from the store.
 */
import type { Deployment } from '../core/deployment.js'
import type { Store } from '../store/store.js'
import { recordsOf } from './retained.js'

export interface Listening { readonly deployment: string, readonly filter: string }

export class Triggers {
  #listening: readonly Listening[] = []
  #changed: () => void = () => {}
  /** One after the other, so that no answer overtakes a newer one. */
  #reading: Promise<void> = Promise.resolve()

  constructor (private readonly store: Store) {}

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
