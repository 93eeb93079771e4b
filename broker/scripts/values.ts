/**
 * Values in scripts: `$(…)` holds a JSONata expression over the variables;
 * durations; equal and partly equal. Nothing here knows of messages.
 */
import { isDeepStrictEqual } from 'node:util'
import { evaluate } from '../platform/expressions.js'
import type { Fields } from './script.js'

const NAME = /^[A-Za-z_]\w*$/
const OPEN = '$('

/** A copy with every `$(…)` filled in; a text that is nothing but one becomes its value. @throws Error */
export async function fill (value: unknown, vars: Fields): Promise<unknown> {
  if (typeof value === 'string') return await fillText(value, vars)
  if (Array.isArray(value)) return await Promise.all(value.map(part => fill(part, vars)))
  if (typeof value !== 'object' || value === null) return value
  const entries = await Promise.all(Object.entries(value).map(async ([key, part]) => [await fillText(key, vars), await fill(part, vars)]))
  return Object.fromEntries(entries) as unknown
}

async function fillText (text: string, vars: Fields): Promise<unknown> {
  let filled = ''
  let from = 0
  for (let open = text.indexOf(OPEN); open !== -1; open = text.indexOf(OPEN, from)) {
    const close = closing(text, open + OPEN.length)
    const value = await calculate(text.slice(open + OPEN.length, close), vars)
    if (open === 0 && close === text.length - 1) return value
    filled += text.slice(from, open) + textOf(value)
    from = close + 1
  }
  return filled + text.slice(from)
}

/** Where the bracket ends that was opened before. */
function closing (text: string, start: number): number {
  let depth = 1
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  throw new Error(`${text}: a bracket is not closed`)
}

const textOf = (value: unknown): string => typeof value === 'string' ? value : JSON.stringify(value)

async function calculate (expression: string, vars: Fields): Promise<unknown> {
  const value = NAME.test(expression) ? vars[expression] : await evaluate(expression, vars)
  if (value === undefined) throw new Error(`$(${expression}) has no value; there are ${Object.keys(vars).join(', ')}`)
  return value
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
/** What a timer of Node can be; a virtual clock would have to live through longer ones second by second. */
const DURATION_MAX_MS = 2 ** 31 - 1

/** `20s`, `500ms`, `5m`, or milliseconds. @throws Error */
export function durationMs (value: unknown): number {
  const [, digits, unit = 'ms'] = /^(\d+)(ms|s|m|h|d)?$/.exec(String(value)) ?? []
  if (digits === undefined) throw new Error(`${JSON.stringify(value)} is no duration, like 500ms, 20s or 5m`)
  const ms = Number(digits) * (UNITS[unit] ?? NaN)
  if (ms > DURATION_MAX_MS) throw new Error(`${JSON.stringify(value)} is longer than a timer can be: at most 24d`)
  return ms
}

export function equals (actual: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(actual, expected)
}

/**
 * Where a value is not like what is expected, as in `tasks.0.state`; undefined
 * where it is: objects may have more fields, all else is equal.
 */
export function unlike (actual: unknown, expected: unknown, path = ''): string | undefined {
  const here = path === '' ? 'the whole' : path
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected) ? undefined : here
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) return here
  if (Array.isArray(expected) && (actual as unknown[]).length !== expected.length) return here
  for (const [key, part] of Object.entries(expected)) {
    const within = path === '' ? key : `${path}.${key}`
    const place = Object.hasOwn(actual, key) ? unlike((actual as Fields)[key], part, within) : within
    if (place !== undefined) return place
  }
  return undefined
}
