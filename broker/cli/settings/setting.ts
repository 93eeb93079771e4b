/**
 * What a setting is. A table of settings is the one source of their flags,
 * variables, keys in a file, defaults, descriptions and checks: from `httpPort`
 * come `--http-port`, `ORCHESTRA_HTTP_PORT` and `httpPort:`.
 */

export interface Setting<T> {
  readonly about: string
  /** What stands for the value in the help; absent: a switch. */
  readonly value?: string
  /** May be given several times; in a variable, with commas between. */
  readonly many?: boolean
  /** Only a flag: it belongs to one call of a command, not to an environment. */
  readonly flagOnly?: boolean
  /** Its flag may stand without a value, and is then true. */
  readonly bare?: boolean
  /** Not repeated where it is wrong. */
  readonly secret?: boolean
  readonly short?: string
  /** Names a profile, from which the others are read. */
  readonly isProfile?: boolean
  readonly default: T
  /** As it is said in the help, where the plain value is not good to read. */
  readonly defaultText?: string
  /** From a flag, a variable (both text) or a file. @throws Invalid */
  readonly read: (value: unknown) => NonNullable<T>
}

export type Settings = Readonly<Record<string, Setting<unknown>>>
export type Values<S extends Settings> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never }

/** Says what a value must be; where it stands is added by whoever knows. */
export class Invalid extends Error {
  override name = 'Invalid'
}

const kebab = (key: string): string => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

export const flagOf = (key: string): string => `--${kebab(key)}`
export const variableOf = (key: string): string => `ORCHESTRA_${kebab(key).replaceAll('-', '_').toUpperCase()}`

export function defaultsOf<S extends Settings> (settings: S): Values<S> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default])) as Values<S>
}

export function flagsOnly<S extends Settings> (settings: S): S {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, { ...setting, flagOnly: true }])) as S
}
