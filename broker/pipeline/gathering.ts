/**
 * What has ended of one run is looked at together: of a step with thousands of
 * elements, many end in the time that one look takes. What is under way waits
 * for nobody: an end that comes alone is looked at in the same turn, but for
 * elements, which come in numbers and are gathered for a turn of the event loop.
 */
import type { Internal } from '../core/command.js'

interface Gathered {
  ended: object[]
  looking: boolean
  waiting: boolean
}

export class Gathering {
  readonly #runs = new Map<string, Gathered>()

  /** @param look does not reject */
  constructor (private readonly look: (internal: Internal) => Promise<void>, private readonly failed: (error: unknown) => void) {}

  /** Resolves at once where it has to wait for others. */
  async add (entity: string, ended: readonly object[]): Promise<void> {
    const run = this.#runs.get(entity) ?? { ended: [], looking: false, waiting: false }
    this.#runs.set(entity, run)
    run.ended.push(...ended)
    if (run.looking || run.waiting) return
    if (!ended.every(isElement)) return await this.#look(entity, run)
    this.#later(entity, run)
  }

  #later (entity: string, run: Gathered): void {
    run.waiting = true
    setImmediate(() => {
      run.waiting = false
      this.#look(entity, run).catch(this.failed)
    })
  }

  async #look (entity: string, run: Gathered): Promise<void> {
    const { ended } = run
    run.ended = []
    run.looking = true
    await this.look({ key: 'workflows/advance', entity, body: { ended } })
    run.looking = false
    if (run.ended.length === 0) this.#runs.delete(entity)
    else this.#later(entity, run)
  }
}

function isElement (body: { readonly task?: string, readonly index?: number }): boolean {
  return body.index !== undefined || body.task?.includes(':') === true
}
