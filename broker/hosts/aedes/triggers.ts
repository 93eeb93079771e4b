/** Ordinary messages by which deployments are executed: each is acknowledged once that is written. */
import type { PublishPacket } from 'aedes'
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import type { Log } from '../../platform/log.js'
import { filterMatches } from './filters.js'

export interface TriggersOptions {
  readonly orchestrator: Orchestrator
  /** The root and a slash. */
  readonly prefix: string
  readonly log: Log
}

export class TopicTriggers {
  readonly #options: TriggersOptions
  #wanted: readonly { readonly deployment: string, readonly levels: readonly string[] }[] = []

  constructor (options: TriggersOptions) {
    this.#options = options
    const { triggers } = options.orchestrator
    triggers.watch(() => { this.#wanted = triggers.all.map(({ deployment, filter }) => ({ deployment, levels: filter.split('/') })) })
  }

  /** With an error it is not acknowledged. */
  offer (packet: PublishPacket, done: (error?: Error | null) => void): void {
    const { orchestrator, prefix, log } = this.#options
    const { topic, payload } = packet
    // Nearly always there are none.
    if (this.#wanted.length === 0 || topic.startsWith(prefix) || topic.startsWith('$')) return done(null)
    const deployments = [...new Set(this.#wanted.filter(({ levels }) => filterMatches(levels, topic)).map(({ deployment }) => deployment))]
    if (deployments.length === 0) return done(null)
    orchestrator.triggers.fire(deployments, topic, Buffer.from(payload)).then(() => done(null), (error: Error) => {
      log.warn({ err: error, topic, deployments }, 'what a message was to execute could not be begun; it is not acknowledged')
      done(error)
    })
  }
}
