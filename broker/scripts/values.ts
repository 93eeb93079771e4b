/**
 * Values in scripts: `${…}` holds a JSONata expression over the variables;
 * durations; equal and partly equal. Nothing here knows of messages.
 */
import { isDeepStrictEqual } from 'node:util'
import jsonata from 'jsonata'
import type { Fields } from './script.js'

const WHOLE = /^\$\{([^}]+)\}$/
const PART = /\$\{([^}]+)\}/g
const NAME = /^[A-Za-z_]\w*$/

/** A copy with every `${…}` filled in; a text that is nothing but one becomes its value. @throws Error */
export async function fill (value: unknown, vars: Fields): Promise<unknown> {
  if (typeof value === 'string') return await fillText(value, vars)
  if (Array.isArray(value)) return await Promise.all(value.map(part => fill(part, vars)))
  if (typeof value !== 'object' || value === null) return value
  const entries = await Promise.all(Object.entries(value).map(async ([key, part]) => [await fillText(key, vars), await fill(part, vars)]))
  return Object.fromEntries(entries) as unknown
}

async function fillText (text: string, vars: Fields): Promise<unknown> {
  const [, whole] = WHOLE.exec(text) ?? []
  if (whole !== undefined) return await calculate(whole, vars)
  let filled = ''
  let from = 0
  for (const { 0: found, 1: expression = '', index } of text.matchAll(PART)) {
    filled += text.slice(from, index) + textOf(await calculate(expression, vars))
    from = index + found.length
  }
  return filled + text.slice(from)
}

const textOf = (value: unknown): string => typeof value === 'string' ? value : JSON.stringify(value)

async function calculate (expression: string, vars: Fields): Promise<unknown> {
  const value = NAME.test(expression) ? vars[expression] : await evaluate(expression, vars)
  if (value === undefined) throw new Error(`\${${expression}} has no value; there are ${Object.keys(vars).join(', ')}`)
  return value
}

/** A JSONata expression over a value; what it finds is plain JSON. @throws Error */
export async function evaluate (expression: string, input: unknown, vars: Fields = {}): Promise<unknown> {
  try {
    const found: unknown = await jsonata(expression).evaluate(input, { ...vars })
    return found === undefined ? undefined : JSON.parse(JSON.stringify(found)) as unknown
  } catch (error) {
    throw new Error(`${expression}: ${error instanceof Error || isFailure(error) ? error.message : String(error)}`)
  }
}

const isFailure = (error: unknown): error is { message: string } => typeof error === 'object' && error !== null && 'message' in error

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `20s`, `500ms`, `5m`, or milliseconds. @throws Error */
export function durationMs (value: unknown): number {
  const [, digits, unit = 'ms'] = /^(\d+)(ms|s|m|h|d)?$/.exec(String(value)) ?? []
  if (digits === undefined) throw new Error(`${JSON.stringify(value)} is no duration, like 500ms, 20s or 5m`)
  return Number(digits) * (UNITS[unit] ?? NaN)
}

export function equals (actual: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(actual, expected)
}

/** Objects may have more fields than are expected; all else is equal. */
export function isLike (actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length && expected.every((part, at) => isLike(actual[at], part))
  }
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return false
  return Object.entries(expected).every(([key, part]) => Object.hasOwn(actual, key) && isLike((actual as Fields)[key], part))
}
