/** Very many schedules, of which some are due in the same second: how long until the last of those has started its task. */
import { delivered } from './delivered.js'
import { ROOT } from './loads.js'
import { startServer } from './servers.js'
import type { StoreKind } from './server.js'
import { type Wire, dial } from './wire.js'

export interface Timed {
  readonly server: string
  readonly schedules: number
  readonly due: number
  /** From the time that they are due. */
  readonly allStartedMs: number
}

const YEAR_MS = 365 * 86_400_000
/** Until those that are put last are due: they must be there by then. */
const AHEAD_MS = 5_000

export async function timers (kind: StoreKind, { schedules, due }: { readonly schedules: number, readonly due: number }): Promise<Timed> {
  const server = await startServer(kind)
  const wire = await dial(server.port, 'timers', `${ROOT}/state/tasks/+`)
  await put(wire, schedules - due, () => Date.now() + YEAR_MS, 'far')
  const at = Date.now() + AHEAD_MS
  const started = new Set<string>()
  const all = new Promise<void>(resolve => {
    wire.onPublish = topic => {
      if (started.add(topic).size === due) resolve()
    }
  })
  await put(wire, due, () => at, 'due')
  await all
  const allStartedMs = Date.now() - at
  await server.stop()
  return { server: kind, schedules, due, allStartedMs }
}

async function put (wire: Wire, count: number, at: () => number, name: string): Promise<void> {
  await delivered(wire, count, n => wire.publish(`${ROOT}/from/timers/schedules/${name}-${n}/put`, JSON.stringify({ at: at(), task: { function: 'nobody' } })))
}
