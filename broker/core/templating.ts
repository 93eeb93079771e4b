/**
 * Values with expressions in them: texts that begin with `=`, at any depth of
 * what is JSON otherwise.
 */
import type { Reader } from './command.js'
import type { Json } from './records.js'

export type Filled = { readonly value: Json } | { readonly problem: string }

/** The expressions within, without their `=`. */
export function expressionsIn (value: Json | undefined): readonly string[] {
  if (isExpression(value)) return [value.slice(1)]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(expressionsIn)
}

export function isExpression (value: Json | undefined): value is string {
  return typeof value === 'string' && value.startsWith('=')
}

/** Of these names, those that the expressions may speak of: rather one too many. */
export function mentioned (expressions: readonly string[], names: Iterable<string>): readonly string[] {
  const words = new Set(expressions.flatMap(text => text.match(WORD) ?? []))
  return [...names].filter(name => words.has(name))
}

const WORD = /[A-Za-z_][A-Za-z0-9_]*/g

/** With the expressions replaced by what they come to, once for each of these fields besides the data. */
export async function fillEach (reader: Pick<Reader, 'evaluateEach'>, value: Json | undefined, data: object, each: readonly object[]): Promise<readonly Filled[]> {
  const texts = [...new Set(expressionsIn(value))]
  const found = new Map(await Promise.all(texts.map(async text => [text, await reader.evaluateEach(text, data, each)] as const)))
  return each.map((_, at) => {
    for (const text of texts) {
      const one = found.get(text)?.[at]
      if (one === undefined || 'problem' in one) return { problem: one?.problem ?? `${text}: nothing came back` }
      if (one.value === undefined) return { problem: `=${text} comes to nothing` }
    }
    return { value: filled(value ?? null, text => (found.get(text)?.[at] as { readonly value: Json }).value) }
  })
}

function filled (value: Json, of: (text: string) => Json): Json {
  if (isExpression(value)) return of(value.slice(1))
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(one => filled(one, of))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, of)]))
}

/** As a condition: nothing, false, 0 and what is empty are false. */
export function isTrue (value: unknown): boolean {
  if (value === null || typeof value !== 'object') return Boolean(value)
  return Object.keys(value).length > 0
}
