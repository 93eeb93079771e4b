/** Expressions: JSONata, over data that is given by name. */
import jsonata, { type Expression } from 'jsonata'
import { TimedPattern } from './pattern.js'

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

const NO_VARS = {}
const PATH = /^\s*[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\s*$/
/** Names that are no names in JSONata. */
const WORDS = /\b(and|or|in|true|false|null|function)\b/

/** Most only name a value: it is passed on as it is, which is a hundredth of the work. Undefined where there is more to it. */
export function plainly (expression: string, input: unknown): { readonly value: unknown } | undefined {
  if (!PATH.test(expression) || WORDS.test(expression)) return undefined
  let value = input
  for (const name of expression.trim().split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
    value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
  }
  return { value }
}

/** A JSONata expression over a value; what it finds is plain JSON. @throws Error */
export async function evaluate (expression: string, input: unknown, vars: Readonly<Record<string, unknown>> = NO_VARS): Promise<unknown> {
  const plain = vars === NO_VARS ? plainly(expression, input) : undefined
  if (plain !== undefined) return plain.value
  try {
    const found: unknown = await bounded(jsonata(expression, { RegexEngine: TimedPattern as unknown as typeof RegExp })).evaluate(input, { ...vars })
    return found === undefined ? undefined : JSON.parse(JSON.stringify(found, withoutFunctions)) as unknown
  } catch (error) {
    throw new Error(`${expression}: ${error instanceof Error || isFailure(error) ? error.message : String(error)}`)
  }
}

/** As JSON they would be what they are made of. */
function withoutFunctions (_key: string, value: unknown): unknown {
  const { _jsonata_function: isBuiltIn, _jsonata_lambda: isLambda } = (value ?? {}) as Record<string, unknown>
  if (isBuiltIn === true || isLambda === true) throw new Error('it comes to a function: call it')
  return value
}

/** Parts of an expression that are calculated: a second, and what a stack holds. */
const PARTS_MAX = 100_000
const DEPTH_MAX = 250

/** One that goes round for ever would keep everything else from going on, timeouts as well. */
function bounded (expression: Expression): Expression {
  let parts = 0
  let depth = 0
  // The hooks that jsonata has for this; what it calculates side by side has no depth.
  expression.assign(ENTRY, (_part: unknown, _input: unknown, { isParallelCall }: Frame) => {
    if (++parts > PARTS_MAX) throw new Error(`it takes more than ${PARTS_MAX} steps: it may go round for ever`)
    if (isParallelCall !== true && ++depth > DEPTH_MAX) throw new Error(`it is more than ${DEPTH_MAX} levels deep: it may call itself for ever`)
  })
  expression.assign(EXIT, (_part: unknown, _input: unknown, { isParallelCall }: Frame) => { if (isParallelCall !== true) depth-- })
  return expression
}

interface Frame { readonly isParallelCall?: boolean }
// Symbols, which its types do not know.
const ENTRY = Symbol.for('jsonata.__evaluate_entry') as unknown as string
const EXIT = Symbol.for('jsonata.__evaluate_exit') as unknown as string

const isFailure = (error: unknown): error is { message: string } => typeof error === 'object' && error !== null && 'message' in error
