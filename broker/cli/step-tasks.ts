/** The tasks of those steps of a run that are under way: whether a device has them, which, and how far it is. */
import type { WorkflowState } from '../../schemas/index.js'
import type { App, Watch } from '../../device-client/app.js'
import type { RunDocument, StepTask } from './output/graph.js'

/** Of a step that is under way; none of one with elements, which are counted, or with a run of its own. */
function taskOf ({ state, task, total }: WorkflowState['steps'][string]): string | undefined {
  return state === 'executing' && total === undefined ? task : undefined
}

function merged (document: RunDocument, tasks: ReadonlyMap<string, StepTask>): RunDocument {
  const steps = Object.fromEntries(Object.entries(document.steps).map(([name, step]) => [name, { ...step, its: tasks.get(name) }]))
  return { ...document, steps }
}

/** So many are asked about, where a run is looked at once. */
const ASKED_MAX = 20

/** As they are now. One that can't be asked about is left as it is. */
export async function withTasks (app: App, document: RunDocument): Promise<RunDocument> {
  const open = Object.entries(document.steps).flatMap(([name, step]) => {
    const task = taskOf(step)
    return task === undefined ? [] : [{ name, task }]
  })
  const found = await Promise.all(open.slice(0, ASKED_MAX).map(async ({ name, task }) => [name, await app.get(task).catch(() => undefined)] as const))
  return merged(document, new Map(found.flatMap(([name, task]) => task === undefined ? [] : [[name, task]])))
}

/** As they go on. */
export class StepTasks {
  readonly #watches = new Map<string, Watch>()
  readonly #tasks = new Map<string, StepTask>()
  #document: RunDocument | undefined

  /** @param changed is told of each change of the run or of one of these */
  constructor (private readonly app: App, private readonly changed: (document: RunDocument) => void) {}

  update (document: RunDocument): void {
    this.#document = document
    for (const [name, step] of Object.entries(document.steps)) {
      const task = taskOf(step)
      if (task === undefined) this.#drop(name)
      else if (!this.#watches.has(name)) this.#follow(name, this.app.watch({ task })).catch(() => {})
    }
    this.#tell()
  }

  close (): void {
    for (const name of [...this.#watches.keys()]) this.#drop(name)
  }

  #drop (name: string): void {
    this.#watches.get(name)?.return().catch(() => {})
    this.#watches.delete(name)
    this.#tasks.delete(name)
  }

  async #follow (name: string, watch: Watch): Promise<void> {
    this.#watches.set(name, watch)
    for await (const sighting of watch) {
      if (sighting.kind !== 'state' || sighting.noun !== 'tasks' || sighting.payload === undefined) continue
      if (this.#watches.get(name) !== watch) return
      this.#tasks.set(name, sighting.payload)
      this.#tell()
    }
  }

  #tell (): void {
    if (this.#document !== undefined) this.changed(merged(this.#document, this.#tasks))
  }
}
