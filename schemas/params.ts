// Descriptions of values (`definitions/params.json`), as functions have them of their arguments and results: whether one is
// sound, and whether a value is as it says. ajv compiles them while the program runs, in this file alone, and nothing but
// what is of that small part of JSON Schema: no references and no patterns, so that a check costs no more than the value is
// long. Not exported with the contract: who needs no descriptions loads no compiler.

import { Ajv } from 'ajv'
import type { Params } from './generated/types.js'
import { type Validator, definitionValidators } from './generated/validators.js'
import { problemBy } from './validate.js'

const LEVELS_MAX = 8
const BYTES_MAX = 8_192
/** Compiled ones that are kept, about 20 KiB each; a fleet has fewer kinds of functions. */
const KEPT_MAX = 512

/** What is wrong with a description, in words; undefined where nothing is. @param at what it is called in them, as in `functions[0].params` */
export function paramsSchemaProblem (schema: unknown, at = 'params'): string | undefined {
  // Before anything that goes to the depth of it, and could come to the end of the stack.
  if (isDeep(schema, 2 * LEVELS_MAX + 2)) return `\`${at}\` is more than ${LEVELS_MAX} levels deep`
  const bytes = Buffer.byteLength(JSON.stringify(schema) ?? '')
  if (bytes > BYTES_MAX) return `\`${at}\` takes ${bytes} bytes, at most ${BYTES_MAX} are taken`
  return levelProblem(schema, at, 1)
}

/** Whether values stand in each other deeper than so. */
function isDeep (value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false
  return levels === 0 || Object.values(value).some(one => isDeep(one, levels - 1))
}

/** One level by the contract's own schema, which knows no deeper one; then those in it. */
function levelProblem (schema: unknown, at: string, level: number): string | undefined {
  if (level > LEVELS_MAX) return `\`${at}\` is level ${level}, at most ${LEVELS_MAX} are taken`
  const problem = problemBy(definitionValidators.Params, schema, slashed(at)) ?? contradiction(schema as Params, at)
  if (problem !== undefined) return problem
  const { properties = {}, items } = schema as Params
  for (const [name, field] of Object.entries(properties)) {
    const problem = levelProblem(field, `${at}.properties.${name}`, level + 1)
    if (problem !== undefined) return problem
  }
  return items === undefined ? undefined : levelProblem(items, `${at}.items`, level + 1)
}

/** As the words want it, which are made of a JSON Pointer. */
const slashed = (at: string): string => at.replaceAll('[', '.').replaceAll(']', '').replaceAll('.', '/')

const BOUNDS = [['minimum', 'maximum'], ['minLength', 'maxLength'], ['minItems', 'maxItems']] as const

/** What no value could meet. */
function contradiction ({ properties = {}, required = [], ...bounds }: Params, at: string): string | undefined {
  const missing = required.find(name => !Object.hasOwn(properties, name))
  if (missing !== undefined) return `\`${at}.required\` names ${missing}, which \`${at}.properties\` does not`
  const [low, high] = BOUNDS.find(([low, high]) => (bounds[low] ?? -Infinity) > (bounds[high] ?? Infinity)) ?? []
  return low === undefined ? undefined : `\`${at}.${low}\` must be at most \`${at}.${high}\``
}

/** What is wrong with a value, or with the description itself, in words; undefined where nothing is. @param at what it is called in them */
export function paramsProblem (schema: Params, value: unknown, at = 'args'): string | undefined {
  const found = validatorOf(schema)
  if (typeof found === 'string') return found
  // In JSON there is no such value: what is meant is that there is none.
  if (value === undefined) return schema.type === undefined && schema.enum === undefined ? undefined : `\`${at}\` is missing`
  return problemBy(found, value, slashed(at))
}

/** By the very object, so that the way of a packet makes no text of it; what isn't sound is known by its problem. */
const byObject = new WeakMap<object, Validator | string>()
/** By canonical text, the longest unused first. */
const byText = new Map<string, Validator>()

function validatorOf (schema: Params): Validator | string {
  const known = byObject.get(schema)
  if (known !== undefined) return known
  const found = paramsSchemaProblem(schema) ?? compiled(schema)
  if (typeof schema === 'object' && schema !== null) byObject.set(schema, found)
  return found
}

function compiled (schema: Params): Validator {
  const text = textOf(schema)
  const validator = byText.get(text) ?? compile(JSON.parse(text) as object)
  byText.delete(text)
  byText.set(text, validator)
  const [oldest] = byText.keys()
  if (byText.size > KEPT_MAX && oldest !== undefined) byText.delete(oldest)
  return validator
}

// A field that every object inherits, as `constructor`, is not there for that.
const ajv = new Ajv({ meta: false, validateSchema: false, addUsedSchema: false, strict: false, messages: false, ownProperties: true, logger: false })

function compile (schema: object): Validator {
  try {
    return ajv.compile(schema) as Validator
  } finally {
    // It keeps all that it has ever compiled, otherwise.
    ajv.removeSchema(schema)
  }
}

/** What decides, with the fields in one order; what is told to people is left out. */
function textOf ({ description, default: _, properties, items, ...rest }: Params): string {
  const inner: Record<string, string> = {}
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) inner[name] = JSON.stringify(value)
  if (items !== undefined) inner.items = textOf(items as Params)
  if (properties !== undefined) inner.properties = joined(Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, textOf(field as Params)])))
  return joined(inner)
}

const joined = (fields: Readonly<Record<string, string>>): string =>
  `{${Object.entries(fields).sort(([a], [b]) => a < b ? -1 : 1).map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`
