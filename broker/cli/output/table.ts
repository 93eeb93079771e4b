/** Tables for people, and the short forms of times and values in them. */
import Table from 'cli-table3'
import { jsonOf, plain } from './lines.js'

const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' }

export function table (head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const grid = new Table({ head: [...head], chars: none, style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true } })
  for (const row of rows) grid.push(row.map(cell => plain(String(cell ?? ''))))
  return grid.toString().replace(/ +$/gm, '')
}

const units = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1_000]] as const

/** The largest unit that fits: 3h, 12s. */
export function ageOf (since: number | undefined, at: number): string {
  if (since === undefined) return ''
  const ms = Math.max(at - since, 0)
  const [unit, length] = units.find(([, length]) => ms >= length) ?? ['ms', 1]
  return `${Math.floor(ms / length)}${unit}`
}

export function pairsOf (labels: Readonly<Record<string, string>> = {}): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(' ')
}

/** A value as JSON: on a terminal over several lines. */
export function valueOf (value: unknown): string {
  return jsonOf(value, process.stdout.isTTY ? 2 : 0)
}

/** One `name: value` a line, without what is absent. */
export function facts (entries: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(entries).filter(([, value]) => value !== undefined && value !== '')
  const width = Math.max(...given.map(([name]) => name.length)) + 2
  return given.map(([name, value]) => `${`${name}:`.padEnd(width)}${typeof value === 'string' ? plain(value) : String(value)}`).join('\n')
}
