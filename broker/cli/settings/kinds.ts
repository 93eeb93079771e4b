/**
 * The kinds of settings: each reads what a flag, a variable or a file may say,
 * or tells what it must be.
 */
import { isId } from '../../../schemas/index.js'
import { Invalid, type Setting } from './setting.js'

type Rest<T> = Partial<Pick<Setting<T>, 'value' | 'default' | 'defaultText' | 'short'>> & { readonly about: string }

/** A setting of a kind, with or without a default. */
interface Make<T> {
  (rest: Rest<T> & { readonly default: T }): Setting<T>
  (rest: Rest<T>): Setting<T | undefined>
}

function kind<T> (value: string, read: (value: unknown) => NonNullable<T>): Make<T> {
  return ((rest: Rest<T>) => ({ value, default: undefined, ...rest, read })) as Make<T>
}

function scaled (units: Readonly<Record<string, number>>, plain: number, what: string): (value: unknown) => number {
  return value => {
    const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(String(value)) ?? []
    const factor = unit === '' ? plain : units[unit]
    const result = Math.round(Number(digits) * (factor ?? NaN))
    if (digits === '' || !Number.isSafeInteger(result)) throw new Invalid(`must be ${what}`)
    return result
  }
}

const readBytes = scaled({ B: 1, KiB: 1024, MiB: 1024 ** 2 }, 1, 'a size, like 65536, 64KiB or 1MiB')
const readDuration = scaled({ ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }, 1, 'a duration, like 500ms, 20s, 5m, 1h or 2d (plain: milliseconds)')

export const number = (min: number, max = Number.MAX_SAFE_INTEGER): Make<number> => kind('n', value => {
  const text = String(value)
  const result = Number(text)
  if (/^\d+$/.test(text) && result >= min && result <= max) return result
  throw new Invalid(`must be a whole number ${max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`}`)
})

const within = (read: (value: unknown) => number, min: number, max: number, unit: string) => (value: unknown): number => {
  const result = read(value)
  if (result < min || result > max) throw new Invalid(`must be from ${min} to ${max} ${unit}`)
  return result
}

export const bytes = (min: number, max: number): Make<number> => kind('size', within(readBytes, min, max, 'bytes'))
/** In milliseconds. */
export const duration = (min = 0, max = 365 * 86_400_000): Make<number> => kind('time', within(readDuration, min, max, 'ms'))

export const text: Make<string> = kind('text', value => {
  if (typeof value === 'string' && value !== '') return value
  throw new Invalid('must be a text that is not empty')
})

export const id: Make<string> = kind('id', value => {
  if (typeof value === 'string' && isId(value)) return value
  throw new Invalid('must be an id: a letter or digit, then up to 63 of A-Z a-z 0-9 _ . : -')
})

export const oneOf = <const T extends string>(...words: readonly T[]): Make<T> => kind(words.join('|'), value => {
  const word = words.find(word => word === value)
  if (word !== undefined) return word as NonNullable<T>
  throw new Invalid(`must be one of ${words.join(', ')}`)
})

const bits: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false }

export const toggle = (rest: { readonly about: string, readonly short?: string }): Setting<boolean> => ({
  ...rest,
  default: false,
  read (value) {
    const bit = bits[String(value)]
    if (bit === undefined) throw new Invalid('must be true or false')
    return bit
  }
})

/** An epoch in milliseconds, or a date as ISO 8601 writes it. */
export const moment: Make<number> = kind('when', value => {
  const result = /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value))
  if (Number.isSafeInteger(result)) return result
  throw new Invalid('must be a time, like 2030-01-31T08:00:00Z, or milliseconds since 1970')
})

/** The variable has commas between; flags are given several times. */
const parts = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : String(value).split(',')

export const list = (rest: { readonly about: string, readonly value: string }): Setting<readonly string[]> => ({
  ...rest,
  many: true,
  default: [],
  read: value => parts(value).map(part => text({ about: '' }).read(part))
})

export const pairs = (rest: { readonly about: string }): Setting<Readonly<Record<string, string>>> => ({
  ...rest,
  value: 'k=v',
  many: true,
  default: {},
  read: value => Object.fromEntries(parts(value).map(part => {
    const [, key, word] = /^([^=]+)=(.*)$/s.exec(String(part)) ?? []
    if (key === undefined || word === undefined) throw new Invalid('must be key=value')
    return [key, word]
  }))
})
