// Replaces every `$ref` of a schema. What stands beside a `$ref` extends its target: properties and required names are
// added, `unevaluatedProperties: false` closes the sum. Definitions with a title may be kept as links instead, so that
// generated types and documents name them once.

import { posix } from 'node:path'
import type { Schema, Sources } from './sources.js'

/** Makes what stands for a reference to a titled definition; undefined inlines it. */
export type Link = (title: string, beside: Schema) => Schema | undefined

const annotations = new Set(['$schema', '$id', '$ref', 'title', 'examples'])
const structure = ['properties', 'required', 'unevaluatedProperties']

const withoutAnnotations = (schema: Schema): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !annotations.has(name) && !name.startsWith('x-')))

function extend (target: Schema, beside: Schema): Schema {
  const merged: Schema = { ...withoutAnnotations(target), ...beside }
  if (target.properties ?? beside.properties) merged.properties = { ...target.properties, ...beside.properties }
  if (target.required ?? beside.required) merged.required = [...target.required ?? [], ...beside.required ?? []]
  if (beside.unevaluatedProperties === false) {
    merged.additionalProperties = false
    delete merged.unevaluatedProperties
  }
  return merged
}

/** The schema of that key without any `$ref` but those that `link` makes. */
export function resolve (sources: Sources, key: string, link: Link = () => undefined): Schema {
  const schema = sources.schemas.get(key)
  if (schema === undefined) throw new Error(`there is no schema ${key}`)
  return resolveIn(schema, key)

  function resolveIn (schema: Schema, at: string): Schema {
    const { $ref, ...own } = schema
    const children = resolveChildren(own, at)
    return $ref === undefined ? children : follow($ref, children, at)
  }

  function follow ($ref: string, beside: Schema, at: string): Schema {
    const key = posix.join(posix.dirname(at), $ref).replace(/\.json$/, '')
    const target = sources.schemas.get(key)
    if (target === undefined) throw new Error(`${at} refers to ${$ref}, which does not exist`)
    const extended = structure.some(name => name in beside)
    const linked = target.title === undefined || extended ? undefined : link(target.title, beside)
    return linked ?? extend(resolveIn(target, key), beside)
  }

  function resolveChildren (schema: Schema, at: string): Schema {
    const result: Schema = { ...schema }
    const { properties, items, anyOf, propertyNames, additionalProperties } = schema
    if (properties) {
      result.properties = Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, resolveIn(child, at)]))
    }
    if (items) result.items = resolveIn(items, at)
    if (anyOf) result.anyOf = anyOf.map(child => resolveIn(child, at))
    if (propertyNames) result.propertyNames = resolveIn(propertyNames, at)
    if (typeof additionalProperties === 'object') result.additionalProperties = resolveIn(additionalProperties, at)
    return result
  }
}

/** The bare schema, for tools that don't know our annotations. */
export const bare = withoutAnnotations
