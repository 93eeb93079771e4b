/** What the orchestrator says against a file, with the place in it that it speaks of. */
import { RequestError } from '../../device-client/app.js'
import type { Placed } from './documents.js'
import { CommandError, exitCodes } from './exit.js'

/** As texts name a field: `steps.load.args`; behind that may be one within it: `steps.load`: `args`. */
const FIELD = /`([^`\s]+)`(?:: `([^`\s]+)`)?/

/** @returns the error itself where it says nothing against the content */
export function refusedAt (error: unknown, { placeOf }: Pick<Placed<unknown>, 'placeOf'>): unknown {
  if (!(error instanceof RequestError) || error.code === 'timeout' || error.code === 'closed') return error
  const [, outer, inner] = FIELD.exec(error.message) ?? []
  const path = [outer, inner].flatMap(part => part?.split('.') ?? [])
  return new CommandError(exitCodes.refused, `${placeOf(path)}: ${error.code}: ${error.message}`)
}
