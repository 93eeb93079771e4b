/**
 * Listens to the ordinary topics by which deployments are executed, on a
 * connection of its own. Several nodes share the messages. Each is acknowledged
 * once it is written what it has begun.
 */
import type { Orchestrator } from '../../pipeline/orchestrator.js'
import { filterMatches } from '../aedes/filters.js'
import { Link, type LinkOptions } from './link.js'

export interface TriggersOptions extends Omit<LinkOptions, 'filters' | 'clean'> {
  readonly orchestrator: Orchestrator
  readonly prefix: string
  readonly isShared: boolean
}

export class TopicTriggers {
  readonly #options: TriggersOptions
  #link: Link | undefined

  constructor (options: TriggersOptions) {
    this.#options = options
    options.orchestrator.triggers.watch(() => this.#listen())
  }

  async close (): Promise<void> {
    const link = this.#link
    this.#link = undefined
    this.#options.orchestrator.triggers.watch(() => {})
    await link?.close()
  }

  #listen (): void {
    const { orchestrator, prefix, isShared, log } = this.#options
    this.#link?.close().catch(() => {})
    this.#link = undefined
    const wanted = orchestrator.triggers.all.map(one => ({ ...one, levels: one.filter.split('/') }))
    if (wanted.length === 0) return
    const filters = [...new Set(wanted.map(({ filter }) => isShared ? `$share/orchestra/${filter}` : filter))]
    const link = this.#link = new Link({ ...this.#options, clean: true, filters }, {
      up: () => {},
      packet: ({ topic, payload, retain }, done) => {
        const deployments = [...new Set(wanted.filter(({ levels }) => filterMatches(levels, topic)).map(({ deployment }) => deployment))]
        // What is retained has happened before.
        if (retain || topic.startsWith(prefix) || deployments.length === 0) return done()
        orchestrator.triggers.fire(deployments, topic, Buffer.from(payload)).then(done, (error: unknown) => {
          log.warn({ err: error, topic, deployments }, 'what a message was to execute could not be begun; it is not acknowledged')
          link.leave(AWAY_MS)
        })
      }
    })
    link.open()
  }
}

/** How long it stays away from what it could not acknowledge. */
const AWAY_MS = 1_000
