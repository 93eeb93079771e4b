/**
 * What `orchestra login` keeps between commands: where the server is, and as
 * whom to connect. One file a profile, which nobody else on the machine may read.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Entry, readFile } from './file.js'

const DEFAULT = 'default'

export interface Profile {
  readonly broker: readonly string[]
  readonly user: string
  readonly password: string
  readonly root: string
  readonly brokerCa?: string | undefined
}

export function profilePath (name = DEFAULT, { XDG_CONFIG_HOME }: NodeJS.ProcessEnv = process.env): string {
  return join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'orchestra', 'profiles', `${name}.json`)
}

/** Nothing where there is none and none was named. */
export async function readProfile (name: string | undefined, env: NodeJS.ProcessEnv, problems: string[]): Promise<readonly Entry[]> {
  const path = profilePath(name, env)
  if (existsSync(path)) return await readFile(path, problems)
  if (name !== undefined) problems.push(`--profile: there is no profile ${name}: orchestra login --profile ${name} makes it`)
  return []
}

export async function writeProfile (name: string | undefined, { brokerCa, ...profile }: Profile): Promise<string> {
  const path = profilePath(name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // A file that is there would keep its mode.
  await rm(path, { force: true })
  await writeFile(path, `${JSON.stringify({ ...profile, ...brokerCa !== undefined && { brokerCa: resolve(brokerCa) } }, null, 2)}\n`, { mode: 0o600 })
  return path
}

/** @returns whether there was one */
export async function removeProfile (name: string | undefined): Promise<boolean> {
  const path = profilePath(name)
  if (!existsSync(path)) return false
  await rm(path)
  return true
}
