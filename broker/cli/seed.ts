/** What a new installation begins with: the modules, saved workflows and manifests of a folder. */
import { createApp } from '../../device-client/app.js'
import type { Log } from '../index.js'
import { systemClock } from '../platform/clock.js'
import { messageOf } from './exit.js'
import { readFleet } from './fleet.js'
import { type Enter, inProcess } from './in-process.js'

export interface SeedOptions {
  readonly folder: string
  readonly root: string
  /** Of the account `root`, where there are accounts. */
  readonly secret: string | undefined
  readonly enter: Enter
  readonly log: Log
}

/** Devices come by and by: what has no device yet is tried again. */
const RETRY_MS = 5_000
const PASSING: readonly string[] = ['unsatisfiable', 'timeout', 'unavailable']

/** Goes on by itself until all that can be there is there. @returns what ends it */
export function seed ({ folder, root, secret, enter, log }: SeedOptions): () => Promise<void> {
  const clock = systemClock()
  const app = createApp({ broker: inProcess(enter), id: 'root', root, ...secret !== undefined && { password: secret }, problem: error => log.warn({ err: error, folder }, 'seed') })
  const told = new Set<string>()
  const once = (line: string, tell: () => void): void => {
    if (!told.has(line)) tell()
    told.add(line)
  }
  const end = new AbortController()
  async function attempt (): Promise<boolean> {
    const refused = await readFleet(app, folder, what => once(what, () => log.info({ what }, 'seeded')))
    for (const { text } of refused) once(text, () => log.warn({ folder }, `seed: ${text}`))
    const isPassing = refused.some(({ code }) => PASSING.includes(code))
    if (isPassing) once('again', () => log.info({ folder }, `seed: tried again every ${RETRY_MS / 1_000} s`))
    return !isPassing
  }
  async function go (): Promise<void> {
    while (!end.signal.aborted && !await attempt()) await new Promise<void>(resolve => { clock.setTimeout(resolve, RETRY_MS).unref?.() })
  }
  const going = go().catch((error: unknown) => { if (!end.signal.aborted) log.error({ folder }, `seed: ${messageOf(error)}`) }).finally(() => app.close())
  return async () => {
    end.abort()
    await app.close()
    await Promise.race([going, new Promise(resolve => { setImmediate(resolve) })])
  }
}
