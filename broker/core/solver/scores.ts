/** Which of the devices that can run a step should. One entry each, from 0 to 1, 1 best; what is not known counts as the middle. */
import { own } from '../records.js'
import type { Place, ScoreName, Standing, Wanted } from './place.js'

interface Score {
  readonly name: ScoreName
  /** By default. */
  readonly weight: number
  readonly of: (step: Wanted, place: Place, standing: Standing) => number
}

const UNKNOWN = 0.5
const PERCENT = 100

/** Where it runs already: whoever has it need not fetch it again. */
const stays: Score = { name: 'stays', weight: 4, of: ({ name }, { device }, { before }) => own(before, name) === device.id ? 1 : 0 }

/** Results need not travel. */
const near: Score = {
  name: 'near',
  weight: 1,
  of ({ after = [] }, { device }, { placed }) {
    return after.length === 0 ? UNKNOWN : after.filter(name => own(placed, name) === device.id).length / after.length
  }
}

/** With `spread`: few steps on each; without, it makes no difference. */
const spread: Score = { name: 'spread', weight: 6, of: (_, { device }, { policy, steps }) => policy.spread === true ? 1 / (1 + (steps.get(device.id) ?? 0)) : UNKNOWN }

const free: Score = { name: 'free', weight: 1, of: (_, { device, held }) => 1 - Math.min(1, held / device.capacity) }

const cpu: Score = { name: 'cpu', weight: 0.5, of: (_, { load }) => load?.cpu === undefined ? UNKNOWN : 1 - load.cpu / PERCENT }

const battery: Score = { name: 'battery', weight: 0.5, of: (_, { load }) => (load?.battery ?? PERCENT) / PERCENT }

/** The module is there for another step. */
const shared: Score = { name: 'shared', weight: 1, of: ({ of: module }, { device }, { modules }) => modules.get(device.id)?.has(module.id) === true ? 1 : 0 }

const scores: readonly Score[] = [stays, near, spread, free, cpu, battery, shared]

/** What each score adds. */
export function scored (step: Wanted, place: Place, standing: Standing): readonly (readonly [name: string, points: number])[] {
  return scores.map(({ name, weight, of }) => [name, (standing.weights[name] ?? weight) * of(step, place, standing)] as const)
}

export function sumOf (step: Wanted, place: Place, standing: Standing): number {
  let sum = 0
  for (const { name, weight, of } of scores) sum += (standing.weights[name] ?? weight) * of(step, place, standing)
  return sum
}
