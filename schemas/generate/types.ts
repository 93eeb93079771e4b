// Writes `types.ts`: one type for each schema with a title, shared definitions once.

import { compile, type Options } from 'json-schema-to-typescript'
import { listMessages } from './catalogue.js'
import { generatedNote } from './note.js'
import { bare, resolve, type Link } from './resolve.js'
import type { Schema, Sources } from './sources.js'

type Compilable = Parameters<typeof compile>[0]

const linkByName: Link = (title, beside) => ({ ...beside, tsType: title })

const options = (schema: Schema): Partial<Options> => ({
  bannerComment: '',
  unknownAny: true,
  ignoreMinAndMaxItems: true,
  // Named fields beside free ones: optional fields don't fit an index signature without `undefined`.
  strictIndexSignatures: schema.properties !== undefined && typeof schema.additionalProperties === 'object',
  style: { singleQuote: true, semi: false, printWidth: 120, trailingComma: 'none' }
})

const typeWords = ['type', 'tsType', 'enum', 'anyOf', 'properties']

/** A field that may be any JSON value would come out as an object. */
function withUnknowns (schema: Schema): Schema {
  if (!typeWords.some(word => word in schema)) return { ...schema, tsType: 'unknown' }
  const { properties, items } = schema
  return {
    ...schema,
    ...items && { items: withUnknowns(items) },
    ...properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, withUnknowns(field)])) }
  }
}

const typeOf = (sources: Sources, key: string, title: string): Promise<string> => {
  const schema = withUnknowns(resolve(sources, key, linkByName))
  return compile({ ...bare(schema), title } as Compilable, title, options(schema))
}

function typeTable (sources: Sources): string {
  const rows = listMessages(sources).map(({ key, type }) => `  '${key}': ${type}`)
  return `/** The type of each message, by its key. */\nexport interface MessageTypes {\n${rows.join('\n')}\n}\n`
}

export async function typesFile (sources: Sources): Promise<string> {
  const parts = [generatedNote]
  for (const [key, { title }] of sources.schemas) {
    if (title !== undefined) parts.push(await typeOf(sources, key, title))
  }
  return [...parts, typeTable(sources)].join('\n')
}
