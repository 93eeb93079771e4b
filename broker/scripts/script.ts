/**
 * What a topic script is once it is read: its steps with their places. Nothing
 * here reads files or runs anything.
 */

export const needs = ['virtual-clock', 'restart', 'store', 'nodes', 'direct', 'own-broker', 'accounts', 'foreign-broker', 'bridge'] as const

/** What a script can't do without; who can't give it skips the script. */
export type Need = typeof needs[number]

export interface Place {
  readonly file: string
  readonly line: number
}

export interface Step {
  /** The name of its kind, as in the table of kinds. */
  readonly kind: string
  /** As written, before variables are filled in. */
  readonly fields: Fields
  readonly place: Place
}

export type Fields = Readonly<Record<string, unknown>>

export interface Script {
  readonly name: string
  readonly file: string
  /** What it shows, by names of whoever wrote it. */
  readonly covers: readonly string[]
  readonly needs: readonly Need[]
  /** Names that get an id each which is unique to the run. */
  readonly ids: readonly string[]
  readonly vars: Fields
  readonly steps: readonly Step[]
}

/** A script that can't be understood, or a step that can't be done; told with its place. */
export class ScriptError extends Error {
  override name = 'ScriptError'
  constructor (readonly place: Place | undefined, message: string) {
    super(place === undefined ? message : `${place.file}:${place.line}: ${message}`)
  }
}

/** An expectation that did not come true. */
export class Unmet extends Error {
  override name = 'Unmet'
  constructor (message: string, readonly expected: string, readonly instead: readonly string[]) {
    super(message)
  }
}
