// Checks a message against its schema and says in words for people what is wrong. It reports the first problem only:
// a sender corrects one thing at a time, and what is refused should cost little.

import type { MessageKey } from './generated/messages.js'
import { type SchemaError, type Validator, validators } from './generated/validators.js'

export interface ValidationProblem {
  /** JSON Pointer of the value that is wrong; empty for the payload itself. */
  path: string
  message: string
}

// Field names come from strangers and go into replies and logs.
const fieldNameMax = 64
const short = (name: string): string => name.length > fieldNameMax ? `${name.slice(0, fieldNameMax)}…` : name

const article = (type: string): string => /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
const plural = (count: unknown, noun: string, nouns: string): string => `${String(count)} ${count === 1 ? noun : nouns}`
const types = (type: unknown): string => [type].flat().map(name => article(String(name))).join(' or ')

/** `/functions/0/name` → `functions[0].name` */
const readable = (path: string): string =>
  path.slice(1).split('/').map(part => /^\d+$/.test(part) ? `[${part}]` : `.${short(part)}`).join('').replace(/^\./, '')

const subject = (path: string): string => path === '' ? 'the payload' : `\`${readable(path)}\``
const field = (path: string, name: unknown): string => `\`${readable(`${path}/${short(String(name))}`)}\``

type Words = (params: Record<string, unknown>) => string

const predicates: Record<string, Words> = {
  type: ({ type }) => `must be ${types(type)}`,
  enum: ({ allowedValues }) => `must be one of ${[allowedValues].flat().join(', ')}`,
  pattern: ({ pattern }) => `must have the form ${String(pattern)}`,
  minimum: ({ limit }) => `must be at least ${String(limit)}`,
  maximum: ({ limit }) => `must be at most ${String(limit)}`,
  minLength: ({ limit }) => `must have at least ${plural(limit, 'character', 'characters')}`,
  maxLength: ({ limit }) => `must have at most ${plural(limit, 'character', 'characters')}`,
  minItems: ({ limit }) => `must have at least ${plural(limit, 'entry', 'entries')}`,
  maxItems: ({ limit }) => `must have at most ${plural(limit, 'entry', 'entries')}`,
  minProperties: ({ limit }) => `must have at least ${plural(limit, 'field', 'fields')}`,
  maxProperties: ({ limit }) => `must have at most ${plural(limit, 'field', 'fields')}`
}

const predicate = ({ keyword, params }: SchemaError): string => predicates[keyword]?.(params) ?? 'is not valid'

function words (error: SchemaError): string {
  const { keyword, instancePath, params } = error
  if (keyword === 'required') return `${field(instancePath, params.missingProperty)} is missing`
  if (keyword === 'additionalProperties') return `unknown field ${field(instancePath, params.additionalProperty)}`
  return `${subject(instancePath)} ${predicate(error)}`
}

const depthOf = ({ instancePath }: SchemaError): number => instancePath.split('/').length

/** Every alternative of a choice has reported: the one that got furthest is what the sender meant. */
function explainChoice (errors: readonly SchemaError[]): ValidationProblem {
  const depth = Math.max(...errors.map(depthOf))
  const deepest = errors.filter(error => depthOf(error) === depth && error.keyword !== 'anyOf')
  const path = deepest[0]?.instancePath ?? ''
  const constant = deepest.find(({ keyword }) => keyword === 'const')
  const meant = deepest.find(({ keyword }) => keyword !== 'const' && keyword !== 'type')
  const type = deepest.flatMap(({ keyword, params }) => keyword === 'type' ? [params.type] : [])
  const message = words(meant ?? { keyword: 'type', instancePath: path, params: { type } })
  return { path, message: constant ? message.replace('must be', `must be ${String(constant.params.allowedValue)} or`) : message }
}

function explain (errors: readonly SchemaError[]): ValidationProblem {
  const [first, ...more] = errors
  if (first === undefined) return { path: '', message: 'the payload is not valid' }
  const path = first.instancePath
  const last = more.at(-1)
  if (last?.keyword === 'anyOf') return explainChoice(errors)
  if (last?.keyword !== 'propertyNames') return { path, message: words(first) }
  const name = short(String(last.params.propertyName))
  return { path, message: `${subject(path)} has a field named \`${name}\`, which ${predicate(first)}` }
}

/** The first problem of that value as that message; undefined if there is none. */
export function validate (key: MessageKey, value: unknown): ValidationProblem | undefined {
  const validator = validators[key]
  return validator(value) ? undefined : explain(validator.errors ?? [])
}

/** The same in words, for a value that is called `at` where it stands: as in `args.size`. */
export function problemBy (validator: Validator, value: unknown, at: string): string | undefined {
  if (validator(value)) return undefined
  return explain((validator.errors ?? []).map(error => ({ ...error, instancePath: `/${at}${error.instancePath}` }))).message
}
