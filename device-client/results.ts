// Results that wait for their acceptance, and the session number: what a device must remember over its own death.
// A result is on disk, synced, before it is sent, and stays there until the orchestrator has accepted it or refused it for
// good. Task ids come from outside, so file names are hashes of them.

import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface KeptResult {
  readonly task: string
  readonly attempt: number
  readonly command: 'success' | 'fail'
  /** The payload, apart from what is only known when it is sent. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface ResultStore {
  load (): Promise<KeptResult[]>
  /** Nothing (at once) or a promise of it being safe. */
  keep (result: KeptResult): Promise<void> | undefined
  discard (result: KeptResult): Promise<void> | undefined
}

/** For devices whose results may die with them: the orchestrator gives the task to somebody else. */
export const forgetful: ResultStore = {
  load: async () => [],
  keep: () => undefined,
  discard: () => undefined
}

const suffix = '.result.json'

export function resultsOnDisk (folder: string): ResultStore {
  const pathOf = ({ task, attempt }: KeptResult): string =>
    join(folder, createHash('sha256').update(`${task}\n${attempt}`).digest('hex') + suffix)
  return {
    load: () => loadAll(folder),
    keep: (result) => writeSynced(folder, pathOf(result), JSON.stringify(result)),
    discard: (result) => rm(pathOf(result), { force: true })
  }
}

/** The next session: greater than every one before, even when the wall clock went back. */
export async function nextSession (folder: string, wallMs: number): Promise<number> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'session')
  const last = Number(await readFile(path, 'utf8').catch(() => '0'))
  const session = Math.max(Number.isSafeInteger(last) ? last + 1 : 0, wallMs)
  await writeSynced(folder, path, String(session))
  return session
}

async function loadAll (folder: string): Promise<KeptResult[]> {
  await mkdir(folder, { recursive: true })
  const kept: KeptResult[] = []
  for (const name of await readdir(folder)) {
    if (!name.endsWith(suffix)) continue
    const path = join(folder, name)
    const result = parse(await readFile(path, 'utf8'))
    if (result) kept.push(result)
    else await rename(path, `${path}.unreadable`)
  }
  return kept
}

function parse (text: string): KeptResult | undefined {
  try {
    const value = JSON.parse(text) as KeptResult
    const known = value.command === 'success' || value.command === 'fail'
    return known && typeof value.task === 'string' && typeof value.attempt === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

/** A rename is atomic; it is durable once the folder is synced, too. */
async function writeSynced (folder: string, path: string, text: string): Promise<void> {
  const draft = `${path}.draft`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}
