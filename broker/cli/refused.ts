/** What the orchestrator says against a file, with the place in it that it speaks of. */
import { RequestError } from '../../device-client/app.js'
import type { Placed } from './documents.js'
import { CommandError, exitCodes } from './exit.js'

/** As texts name a field: `steps.load.args`; behind that may be one within it: `steps.load`: `args`. */
const FIELD = /`([^`\s]+)`(?:: `([^`\s]+)`)?/

/** Of these the content is to blame, also where no field is named. */
const ABOUT_CONTENT: readonly string[] = ['invalid', 'unknown-template']

/** @returns the error itself where it says nothing against the content */
export function refusedAt (error: unknown, { placeOf }: Pick<Placed<unknown>, 'placeOf'>): unknown {
  if (!(error instanceof RequestError) || error.rejection === undefined || error.code === 'timeout') return error
  const [, outer, inner] = FIELD.exec(error.message) ?? []
  if (outer === undefined && !ABOUT_CONTENT.includes(error.code)) return error
  const path = [outer, inner].flatMap(part => part?.split('.') ?? [])
  return new CommandError(exitCodes.refused, `${placeOf(path)}: ${error.code}: ${error.message}`)
}
