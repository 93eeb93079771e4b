/** Plans of workflows of every shape: what may stand in which step. */
import fc from 'fast-check'
import type { OnError, Plan, PlanStep } from '../../../broker/core/workflow.js'

const NAMES = ['a', 'b', 'c', 'd', 'e']
const UNDOS = ['u', 'v']
const LISTS = [undefined, [1, 2], []] as const
const CONDITIONS = [undefined, '=input.yes', '=input.no'] as const
const ERRORS: readonly OnError[] = ['fail', 'skip', { compensate: 'u' }, { compensate: 'v' }]

interface Shape { readonly after: readonly boolean[], readonly when: number, readonly list: number, readonly onError: number }

export function planOf (shapes: readonly Shape[]): Plan {
  const steps: Record<string, PlanStep> = {}
  for (const [n, { after, when, list, onError }] of shapes.entries()) {
    const forEach = LISTS[list] as number[] | undefined
    steps[NAMES[n] ?? ''] = {
      function: 'work',
      maxAttempts: 1,
      after: NAMES.slice(0, n).filter((_, before) => after[before] === true),
      onError: ERRORS[onError] ?? 'fail',
      ...CONDITIONS[when] !== undefined && { when: CONDITIONS[when] },
      ...forEach !== undefined && { forEach }
    }
  }
  for (const undo of UNDOS) if (Object.values(steps).some(({ onError }) => typeof onError === 'object' && onError.compensate === undo)) steps[undo] = { function: 'work', maxAttempts: 1 }
  return { steps }
}

const shape: fc.Arbitrary<Shape> = fc.record({
  after: fc.array(fc.boolean(), { minLength: NAMES.length, maxLength: NAMES.length }),
  when: fc.nat(CONDITIONS.length - 1),
  list: fc.nat(LISTS.length - 1),
  onError: fc.nat(ERRORS.length - 1)
})

export const plans = (stepsMax: number): fc.Arbitrary<Plan> => fc.array(shape, { minLength: 1, maxLength: stepsMax }).map(planOf)

/** All of two steps; a condition and an empty list are alike to a net, whatever they come to. */
export function * smallPlans (): Iterable<Plan> {
  const one: Omit<Shape, 'after'>[] = []
  for (const when of [0, 1]) for (const list of [0, 1]) for (const onError of ERRORS.keys()) one.push({ when, list, onError })
  for (const a of one) yield planOf([{ ...a, after: [] }])
  for (const a of one) for (const b of one) for (const waits of [false, true]) yield planOf([{ ...a, after: [] }, { ...b, after: [waits] }])
}
