/**
 * The form that scripts and steps must have: schemas/scripts/script.json. It
 * is asked twice: of a script as it is written, and of each step once its
 * variables are filled in.
 */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { scriptSchemaPath } from '../../schemas/index.js'
import type { Fields } from './script.js'

const ID = 'orchestra:/v1/scripts/script.json'
let ajv: Ajv2020 | undefined
const compiled = new Map<string, ValidateFunction>()

/** Compiled when it is first asked for: other commands of the command line do without. */
function checkAt (place: string): ValidateFunction {
  ajv ??= new Ajv2020({ strict: false, allErrors: true }).addSchema(JSON.parse(readFileSync(scriptSchemaPath, 'utf8')) as object)
  const check = compiled.get(place) ?? ajv.compile({ $ref: ID + place })
  compiled.set(place, check)
  return check
}

/** What is wrong with a script, undefined where nothing is. */
export function faultOf (written: unknown): ErrorObject | undefined {
  const check = checkAt('')
  return check(written) ? undefined : mostTelling(check.errors ?? [])
}

/** @throws Error where a filled value is none that this kind of step can take */
export function checkFilled (kind: string, fields: Fields): void {
  const check = checkAt(`#/$defs/kinds/${kind}`)
  if (check(fields)) return
  const fault = mostTelling(check.errors ?? [])
  if (fault !== undefined) throw new Error(faultText(fault, partsOf(fault)))
}

/** Where in the document it is. */
export function partsOf ({ instancePath }: ErrorObject): (string | number)[] {
  return instancePath.split('/').slice(1).map(part => /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function faultText ({ keyword, message = 'is not valid', params, schemaPath }: ErrorObject, path: readonly (string | number)[]): string {
  const subject = path.length === 0 ? '' : `${path.join('.')} `
  const told = params as { readonly additionalProperty?: unknown, readonly allowedValues?: readonly unknown[], readonly type?: unknown }
  if (keyword === 'additionalProperties') return `${subject}has no field ${String(told.additionalProperty)}`
  if (keyword === 'enum') return `${subject}must be one of ${told.allowedValues?.join(', ') ?? ''}`
  // The one negation there is: of payloads.
  if (keyword === 'not') return `${subject}takes one of json, text and hex, not several`
  if (keyword === 'pattern' && schemaPath.includes('duration')) return `${subject}must be a duration, like 500ms, 20s or 5m`
  if (keyword === 'type') return `${subject}must be ${String(told.type).replaceAll(',', ' or ')}`
  return `${subject}${message}`
}

/** What says "one of these failed" tells less than what failed, the deepest most. */
function mostTelling (errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length
  const telling = errors.filter(({ keyword, schemaPath }) => !['if', 'anyOf', 'oneOf'].includes(keyword) && !/anyOf\/\d+\/required$/.test(schemaPath))
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  return (telling.length > 0 ? telling : choices).sort((a, b) => depth(b) - depth(a))[0] ?? errors[0]
}
