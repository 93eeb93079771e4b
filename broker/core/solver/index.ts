/**
 * Which device runs which step: filters leave devices out and say why, scores
 * order the rest. Steps are placed one after the other, each after those that
 * it needs; what was placed counts for those that follow. Pure, and the same
 * for the same input.
 */
import { own } from '../records.js'
import type { Deployment, Policy, Revision } from '../deployment.js'
import type { Module } from '../module.js'
import { MEMORY, filters } from './filters.js'
import type { Place, ScoreWeights, Standing, Wanted } from './place.js'
import { scored, sumOf } from './scores.js'

export { type Place, type ScoreWeights, type Standing, type Wanted, scoreNames } from './place.js'

export interface LeftOut { readonly device: string, readonly filter: string, readonly reason: string }

export interface Solution {
  readonly placement: Readonly<Record<string, string>>
  /** Of each step without a device. */
  readonly unsatisfiable: Readonly<Record<string, readonly LeftOut[]>>
}

export interface Verdict {
  readonly device: string
  readonly fits: boolean
  readonly filter?: string
  readonly reason?: string
  readonly score?: number
  readonly scores?: Readonly<Record<string, number>>
}

/** What speaks for and against each device for each step now, as all is placed; those that fit first. */
export function explain (wanted: readonly Wanted[], places: readonly Place[], policy: Policy, placed: Revision['placement'], { weights = {}, failing = {} }: Pick<Given, 'weights' | 'failing'> = {}): Readonly<Record<string, readonly Verdict[]>> {
  return Object.fromEntries(wanted.map(step => {
    // As if this one alone were to be placed.
    const others = wanted.filter(other => other !== step)
    const standing = standingOf(others, policy, placed, weights, failing)
    return [step.name, places.map(place => verdictOn(step, place, standing)).sort((one, other) => (other.score ?? -1) - (one.score ?? -1))]
  }))
}

function standingOf (wanted: readonly Wanted[], policy: Policy, placed: Revision['placement'], weights: ScoreWeights, failing: NonNullable<Deployment['failing']>): Standing {
  const modules = new Map<string, Map<string, Module>>()
  const steps = new Map<string, number>()
  for (const { name, of: module } of wanted) {
    const id = own(placed, name)
    if (id === undefined) continue
    steps.set(id, (steps.get(id) ?? 0) + 1)
    modules.set(id, (modules.get(id) ?? new Map<string, Module>()).set(module.id, module))
  }
  return { policy, weights, before: placed, placed, failing, modules, steps }
}

function verdictOn (step: Wanted, place: Place, standing: Standing): Verdict {
  const out = leftOut(step, place, standing)
  if (out !== undefined) return { ...out, fits: false }
  const parts = scored(step, place, standing).map(([name, points]) => [name, rounded(points)] as const)
  return { device: place.device.id, fits: true, score: rounded(sumOf(step, place, standing)), scores: Object.fromEntries(parts) }
}

const THOUSAND = 1_000

function rounded (value: number): number {
  return Math.round(value * THOUSAND) / THOUSAND
}

export interface Given {
  /** Where the steps run by now. */
  readonly before?: Revision['placement'] | undefined
  /** Steps that stay where they are, whatever is true of the device now. */
  readonly fixed?: Revision['placement'] | undefined
  readonly failing?: Deployment['failing']
  readonly weights?: ScoreWeights | undefined
}

/** As often it is begun anew. */
const ANEW_MAX = 8

/** @param wanted each after those that it needs */
export function solve (wanted: readonly Wanted[], places: readonly Place[], policy: Policy, given: Given = {}): Solution {
  const plain = placed(wanted, places, policy, given)
  const first = new Set<Wanted>()
  let solution = plain
  for (let anew = 0; anew < ANEW_MAX && Object.keys(solution.unsatisfiable).length > 0; anew++) {
    const { unsatisfiable } = solution
    // Others have taken their memory: with them in front there may be enough for all.
    const crowded = wanted.filter(step => !first.has(step) && own(unsatisfiable, step.name)?.some(({ filter }) => filter === MEMORY) === true)
    if (crowded.length === 0) return plain
    for (const step of crowded) first.add(step)
    solution = placed([...first, ...wanted.filter(step => !first.has(step))], places, policy, given)
  }
  return Object.keys(solution.unsatisfiable).length === 0 ? solution : plain
}

function placed (wanted: readonly Wanted[], places: readonly Place[], policy: Policy, { before = {}, fixed = {}, failing = {}, weights = {} }: Given): Solution {
  const placement: Record<string, string> = {}
  const unsatisfiable: Record<string, readonly LeftOut[]> = {}
  const modules = new Map<string, Map<string, Module>>()
  const steps = new Map<string, number>()
  const standing: Standing = { policy, weights, before, failing, placed: placement, modules, steps }
  const put = ({ name, of: module }: Wanted, id: string): void => {
    placement[name] = id
    steps.set(id, (steps.get(id) ?? 0) + 1)
    modules.set(id, (modules.get(id) ?? new Map<string, Module>()).set(module.id, module))
  }
  // First, so that they count for all others.
  for (const step of wanted) {
    const device = own(fixed, step.name)
    if (device !== undefined) put(step, device)
  }
  for (const step of wanted) {
    if (own(fixed, step.name) !== undefined) continue
    const best = bestOf(step, places, standing)
    if (best === undefined) unsatisfiable[step.name] = places.map(place => leftOut(step, place, standing)).filter(one => one !== undefined)
    else put(step, best.device.id)
  }
  return { placement, unsatisfiable }
}

/** Of equal ones the first by name. */
function bestOf (step: Wanted, places: readonly Place[], standing: Standing): Place | undefined {
  let best: Place | undefined
  let most = -Infinity
  for (const place of places) {
    if (leftOut(step, place, standing) !== undefined) continue
    const sum = sumOf(step, place, standing)
    if (sum < most || (sum === most && best !== undefined && best.device.id < place.device.id)) continue
    most = sum
    best = place
  }
  return best
}

function leftOut (step: Wanted, place: Place, standing: Standing): LeftOut | undefined {
  for (const { name, refuse } of filters) {
    const reason = refuse(step, place, standing)
    if (reason !== undefined) return { device: place.device.id, filter: name, reason }
  }
  return undefined
}
