/**
 * Whether any device that could take a task would take its arguments, as far as
 * devices say what these must be like. One that fits is enough: the device
 * checks again before it calls the function.
 */
import type { Reader } from '../../core/command.js'
import { paramsOf } from '../../core/device.js'
import { type Candidate, meets } from '../../core/matching.js'
import type { Requirement } from '../../core/task.js'

interface Call { readonly function: string, readonly args?: unknown, readonly require?: Requirement | undefined }

/** Undefined also where no device is known that could take it: one may come. */
export function argsProblem (reader: Pick<Reader, 'described' | 'offering' | 'paramsProblem'>, { function: name, args, require }: Call): string | undefined {
  const ways = reader.described(name)
  if (ways === undefined) return undefined
  let problem: string | undefined
  for (const { params, by } of ways) {
    const device = first(by, candidate => meets(require, candidate))?.device
    if (device === undefined) continue
    const wrong = reader.paramsProblem(params, args)
    if (wrong === undefined) return undefined
    problem ??= `${wrong}, as ${device.id} describes ${name}`
  }
  // Who says nothing of them may take any.
  const isTaken = problem === undefined || first(reader.offering(name), candidate => paramsOf(candidate.device, name) === undefined && meets(require, candidate)) !== undefined
  return isTaken ? undefined : problem
}

function first (candidates: Iterable<Candidate>, is: (candidate: Candidate) => boolean): Candidate | undefined {
  for (const candidate of candidates) if (is(candidate)) return candidate
  return undefined
}
