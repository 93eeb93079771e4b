// Writes `validators.ts`: one function for each message, as plain code without references, so that nothing is compiled
// at start and a check costs no more than its comparisons.

import { Ajv2020 } from 'ajv/dist/2020.js'
import * as standalone from 'ajv/dist/standalone/index.js'
import { listMessages, type Message } from './catalogue.js'
import { generatedNote } from './note.js'
import { bare, resolve, type Link } from './resolve.js'
import type { Schema, Sources } from './sources.js'

// ajv is CommonJS without a marker that Node's named imports understand.
const standaloneCode = standalone.default as unknown as { default: typeof standalone.default.default }

const helperPattern = /const (\w+) = require\("(ajv\/dist\/runtime\/\w+)"\)\.default;?/g

/** ajv writes `require` for its helpers even in ES modules. */
function importHelpers (code: string): string {
  const imports: string[] = []
  const body = code.replace(helperPattern, (_, name: string, module: string) => {
    imports.push(`import ${name}Module from '${module}.js'`)
    return `const ${name} = ${name}Module.default;`
  })
  if (body.includes('require(')) throw new Error('the validators would need `require`')
  return [...imports, body].join('\n')
}

/** Titled definitions and messages keep functions of their own, which halves the code. */
const linkByName: Link = title => ({ $ref: title })

/** Texts for people have no place in code. */
const withoutDescriptions = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema, (name, value: unknown) => name === 'description' && typeof value === 'string' ? undefined : value)) as Schema

/** Definitions against which more than messages is checked, by their titles. */
const checkedAlone = ['Params']

function standaloneOf (sources: Sources, messages: Message[]): string {
  const ajv = new Ajv2020({ allowUnionTypes: true, inlineRefs: false, messages: false, code: { source: true, esm: true, lines: true } })
  for (const [key, { title }] of sources.schemas) {
    if (title !== undefined) ajv.addSchema(withoutDescriptions(bare(resolve(sources, key, linkByName))), title)
  }
  const names = Object.fromEntries([...messages.map(({ type }) => type), ...checkedAlone].map(type => [`validate${type}`, type]))
  return importHelpers(standaloneCode.default(ajv, names))
}

const types = `
export interface SchemaError {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

export interface Validator {
  (value: unknown): boolean
  errors?: SchemaError[] | null
}
`

// The tables are the only exports, and their types are written out: the compiler then never looks into the functions, whose
// length it can't bear.
export function validatorsFile (sources: Sources): string {
  const messages = listMessages(sources)
  const code = standaloneOf(sources, messages).replace(/^export const /gm, 'const ')
  const rows = messages.map(({ key, type }) => `  '${key}': validate${type}`)
  const table = `export const validators: Record<MessageKey, Validator> = {\n${rows.join(',\n')}\n}\n`
  const definitions = `export const definitionValidators: Record<${checkedAlone.map(type => `'${type}'`).join(' | ')}, Validator> = {\n${checkedAlone.map(type => `  ${type}: validate${type}`).join(',\n')}\n}\n`
  return `// @ts-nocheck\n${generatedNote}\nimport type { MessageKey } from './messages.js'\n${code}\n${types}\n${table}\n${definitions}`
}
