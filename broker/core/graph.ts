/** Steps that wait for others: in which order, and who is behind whom. Pure. */

export type Graph = Readonly<Record<string, { readonly after?: readonly string[] | undefined }>>

/** The steps in an order in which each comes after those that it needs. @returns the names of a cycle where there is one */
export function inOrder (steps: Graph): { readonly order: readonly string[], readonly cycle?: readonly string[] } {
  const order: string[] = []
  const seen = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  let cycle: readonly string[] | undefined
  function visit (name: string): void {
    if (cycle !== undefined || seen.get(name) === 'done') return
    if (seen.get(name) === 'open') {
      cycle = [...path.slice(path.indexOf(name)), name]
      return
    }
    seen.set(name, 'open')
    path.push(name)
    for (const before of steps[name]?.after ?? []) visit(before)
    path.pop()
    seen.set(name, 'done')
    order.push(name)
  }
  for (const name of Object.keys(steps).sort()) visit(name)
  return cycle === undefined ? { order } : { order: [], cycle }
}

/** All steps that are over by the time that this one begins. */
export function upstreamOf (name: string, steps: Graph, found = new Set<string>()): ReadonlySet<string> {
  for (const before of steps[name]?.after ?? []) {
    if (found.has(before)) continue
    found.add(before)
    upstreamOf(before, steps, found)
  }
  return found
}
