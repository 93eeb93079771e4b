/** Expressions in manifests: JSONata, over data that is given by name. */
import jsonata from 'jsonata'

interface Node {
  readonly type: string
  readonly value?: unknown
  readonly steps?: readonly Node[]
  readonly lhs?: Node | readonly unknown[]
  readonly rhs?: Node
  readonly expressions?: readonly Node[]
  readonly arguments?: readonly Node[]
  readonly condition?: Node
  readonly then?: Node
  readonly else?: Node
}

/** What is wrong with an expression, in words; undefined where nothing is. @param names what it may speak of */
export function problemOf (text: string, names: ReadonlySet<string>): string | undefined {
  let root: Node
  try {
    root = jsonata(text).ast() as unknown as Node
  } catch (error) {
    return (error as Error).message
  }
  const strange = namesIn(root).find(name => !names.has(name))
  return strange === undefined ? undefined : `it speaks of ${strange}, and there are ${[...names].join(', ')}`
}

/** The names with which it begins to look into the data; what stands behind them is of the data's own. */
function namesIn (node: Node | undefined): readonly string[] {
  if (node === undefined) return []
  if (node.type === 'path') {
    const [first] = node.steps ?? []
    return first?.type === 'name' ? [String(first.value)] : namesIn(first)
  }
  const { lhs, rhs, expressions = [], arguments: given = [] } = node
  const left = Array.isArray(lhs) ? lhs.flat() as readonly Node[] : [lhs as Node | undefined]
  return [...left, rhs, ...expressions, ...given, node.condition, node.then, node.else].flatMap(namesIn)
}
