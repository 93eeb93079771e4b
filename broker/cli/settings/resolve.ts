/**
 * From flags, environment and file to one configuration: flag > variable >
 * file > default. Everything that is wrong is found at once, each with the
 * place where it stands. What the settings are is not known here.
 */
import { CommandError, exitCodes } from '../exit.js'
import { type Entry, readFile } from './file.js'
import { readProfile } from './profile.js'
import { type Setting, type Settings, type Values, flagOf, variableOf } from './setting.js'

export interface Sources {
  /** By key; absent where the flag was not given. */
  readonly flags: Readonly<Record<string, unknown>>
  readonly env: NodeJS.ProcessEnv
  /** Keys of other commands, whose variables may stand in the same environment. */
  readonly otherKeys?: readonly string[]
}

/** @throws CommandError with a line for each thing that is wrong. */
export async function resolve<S extends Settings> (settings: S, sources: Sources): Promise<Values<S>> {
  const problems = unknownVariables(settings, sources)
  const given = Object.entries(settings).flatMap(([key, setting]) => [fromFlag(key, sources), fromVariable(key, setting, sources)])
  const file = [...await fromFile(given, settings, problems), ...settings.profile?.isProfile === true ? await fromProfile(given, settings, sources, problems) : []]
  const values: Record<string, unknown> = {}
  for (const [key, setting] of Object.entries(settings)) {
    const entry = [...given, ...file].find(entry => entry?.key === key)
    values[key] = entry === undefined ? setting.default : readEntry(entry, setting, problems)
  }
  if (problems.length > 0) throw new CommandError(exitCodes.usage, ...problems)
  return values as Values<S>
}

function fromFlag (key: string, { flags }: Sources): Entry | undefined {
  const value = flags[key]
  return value === undefined ? undefined : { key, value, place: flagOf(key) }
}

/** An empty variable is as none: that is how a script leaves one out. */
function fromVariable (key: string, { flagOnly }: Setting<unknown>, { env }: Sources): Entry | undefined {
  const value = flagOnly === true ? undefined : env[variableOf(key)]
  return value === undefined || value === '' ? undefined : { key, value, place: variableOf(key) }
}

async function fromFile (given: readonly (Entry | undefined)[], settings: Settings, problems: string[]): Promise<readonly Entry[]> {
  const path = given.find(entry => entry?.key === 'config')?.value
  if (!('config' in settings) || path === undefined) return []
  const entries = await readFile(String(path), problems)
  return entries.filter(({ key, place }) => {
    const known = key in settings && key !== 'config'
    if (!known) problems.push(`${place}: no such key${nearest(key, Object.keys(settings))}`)
    return known
  })
}

/**
 * What a login has kept. Only where nobody says where to connect, or as whom: a password for one server is not for another.
 * Whoever names a profile means it, and says what is otherwise with flags.
 */
async function fromProfile (given: readonly (Entry | undefined)[], settings: Settings, { env }: Sources, problems: string[]): Promise<readonly Entry[]> {
  const named = given.find(entry => entry?.key === 'profile')?.value
  if (named === undefined && given.some(entry => entry?.key === 'broker' || entry?.key === 'user')) return []
  const entries = await readProfile(named === undefined ? undefined : String(named), env, problems)
  return entries.filter(({ key }) => key in settings)
}

function readEntry ({ value, place }: Entry, { read, secret }: Setting<unknown>, problems: string[]): unknown {
  try {
    return read(value)
  } catch (error) {
    problems.push(`${place}: ${(error as Error).message}${secret === true ? '' : `, not ${JSON.stringify(value)}`}`)
    return undefined
  }
}

function unknownVariables (settings: Settings, { env, otherKeys = [] }: Sources): string[] {
  const names = [...Object.keys(settings), ...otherKeys].map(variableOf)
  const unknown = Object.keys(env).filter(name => name.startsWith('ORCHESTRA_') && !names.includes(name))
  return unknown.map(name => `${name}: no such variable${nearest(name, names)}`)
}

/** The name that was probably meant. */
function nearest (name: string, names: readonly string[]): string {
  const [best] = names
    .map(candidate => ({ candidate, distance: distanceOf(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= name.length / 4 ? ` (did you mean ${best.candidate}?)` : ''
}

/** Levenshtein's. */
function distanceOf (a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
