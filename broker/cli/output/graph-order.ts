/** Where each step of a graph stands in its picture: each below the step without which it can't begin. Pure. */
import type { WorkflowState } from '../../../schemas/index.js'

type Steps = WorkflowState['steps']

export interface Placed {
  readonly name: string
  /** Lines that lead to it. */
  readonly prefix: string
  /** What it waits for, where the lines don't say it. */
  readonly label: string
}

/** Of all steps. */
const TOP = ''
const INDENT = 3

/** @param indentMax columns; where it would take more, a step that follows alone stands below, and not further in */
export function placed (steps: Steps, indentMax: number): readonly Placed[] {
  const order = inOrder(steps)
  const parents = parentsOf(steps, order)
  const children = new Map<string, string[]>()
  for (const name of order) {
    const parent = parents.get(name) ?? TOP
    children.set(parent, [...children.get(parent) ?? [], name])
  }
  const isFlat = depthOf(order, parents) * INDENT > indentMax
  const found: Placed[] = []
  function place (name: string, prefix: string, below: string, isAlone: boolean): void {
    found.push({ name, prefix, label: labelOf(steps[name], isAlone ? undefined : parents.get(name)) })
    const next = children.get(name) ?? []
    if (isFlat && next.length === 1) return place(next[0] ?? '', below, below, true)
    for (const [i, child] of next.entries()) {
      const isLast = i === next.length - 1
      place(child, below + (isLast ? '└─ ' : '├─ '), below + (isLast ? '   ' : '│  '), false)
    }
  }
  for (const name of children.get(TOP) ?? []) place(name, '', '', false)
  return found
}

/** Of a step that makes up for others: those. */
function beforeOf (step: Steps[string] | undefined, steps: Steps): readonly string[] {
  return [...step?.after ?? [], ...step?.compensates ?? []].filter(name => Object.hasOwn(steps, name))
}

/** Each after those that it waits for; else as they were given. */
function inOrder (steps: Steps): readonly string[] {
  const order = new Set<string>()
  const path = new Set<string>()
  function visit (name: string): void {
    if (order.has(name) || path.has(name)) return
    path.add(name)
    for (const before of beforeOf(steps[name], steps)) visit(before)
    path.delete(name)
    order.add(name)
  }
  for (const name of Object.keys(steps)) visit(name)
  return [...order]
}

/** Of each the nearest step that is on all ways to it (its immediate dominator), or the top. */
function parentsOf (steps: Steps, order: readonly string[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const depths = new Map<string, number>([[TOP, 0]])
  const common = (one: string, other: string): string => {
    let [a, b] = [one, other]
    while (a !== b) {
      if ((depths.get(a) ?? 0) >= (depths.get(b) ?? 0)) a = parents.get(a) ?? TOP
      else b = parents.get(b) ?? TOP
    }
    return a
  }
  for (const name of order) {
    const [first = TOP, ...others] = beforeOf(steps[name], steps)
    const parent = others.reduce(common, first)
    parents.set(name, parent)
    depths.set(name, (depths.get(parent) ?? 0) + 1)
  }
  return parents
}

function depthOf (order: readonly string[], parents: ReadonlyMap<string, string>): number {
  const depths = new Map<string, number>([[TOP, -1]])
  for (const name of order) depths.set(name, (depths.get(parents.get(name) ?? TOP) ?? -1) + 1)
  return Math.max(0, ...depths.values())
}

/** @param above the step to which its lines lead, if they do */
function labelOf (step: Steps[string] | undefined, above: string | undefined): string {
  const { after = [], compensates = [] } = step ?? {}
  if (compensates.length > 0) return `if ${compensates.join(' or ')} fails`
  return after.length === 0 || (after.length === 1 && after[0] === above) ? '' : `← ${after.join(', ')}`
}
