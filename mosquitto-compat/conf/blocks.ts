/**
 * From lines to blocks: the broker's own settings, who may connect, the default
 * listener, a block for each `listener` and each `connection`. Every line is
 * looked up in the table; what is wrong with one is told with its place.
 */
import type { Line } from './lines.js'
import { type Fate, type SettingRow, settingOf } from './settings.js'

export interface Given {
  readonly value: string
  readonly place: string
}

/** One block: for each setting what it was given, the last one last. */
export type Block = Map<string, Given[]>

export interface Blocks {
  readonly broker: Block
  /** Of all listeners, where they have none of their own. */
  readonly security: Block
  /** What stands before any `listener`. */
  readonly defaultListener: Block
  /** Each begins with its `listener`. */
  readonly listeners: readonly Block[]
  /** Each begins with its `connection`. */
  readonly bridges: readonly Block[]
  readonly isPerListener: boolean
}

/** What becomes of a line. */
export interface Outcome extends Given {
  readonly name: string
  readonly fate: Fate
  readonly about: string
}

export interface Sorted {
  readonly blocks: Blocks
  readonly outcomes: readonly Outcome[]
}

const bits: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false }

/** @param problems gets a line for each that Mosquitto would not take either */
export function sortLines (lines: readonly Line[], problems: string[]): Sorted {
  const sorter = new Sorter(problems)
  for (const line of lines) sorter.take(line)
  return sorter
}

class Sorter implements Sorted {
  readonly blocks = { broker: new Map(), security: new Map(), defaultListener: new Map(), listeners: [] as Block[], bridges: [] as Block[], isPerListener: false as boolean } satisfies Blocks
  readonly outcomes: Outcome[] = []
  readonly #problems: string[]
  /** Of each file: an included one begins at the default listener, and leaves the outer one where it was. */
  readonly #listeners = new Map<string, Block>()
  readonly #bridges = new Map<string, Block>()

  constructor (problems: string[]) {
    this.#problems = problems
  }

  take (line: Line): void {
    const { name, value, place, file } = line
    const row = settingOf(name)
    if (row === undefined) return this.#wrong(line, 'Mosquitto 2.0 has no such setting: correct its name, or take the line out')
    const fault = faultOf(value, row)
    if (fault !== undefined) return this.#wrong(line, fault)
    const isHarmless = row.harmless !== undefined && same(value, row)
    this.outcomes.push({ name, value, place, fate: isHarmless ? 'moot' : row.fate, about: isHarmless ? 'as it is here' : row.about })
    if (name === 'per_listener_settings') this.#perListener(line)
    const block = this.#blockFor(line, row)
    if (block !== undefined) block.set(name, [...block.get(name) ?? [], { value, place }])
    else this.#wrong({ name, value, place, file }, 'belongs into a bridge: put it behind its connection')
  }

  #blockFor ({ name, file }: Line, { scope }: SettingRow): Block | undefined {
    const { blocks } = this
    if (name === 'listener') this.#listeners.set(file, begin(blocks.listeners))
    if (name === 'connection') this.#bridges.set(file, begin(blocks.bridges))
    if (scope === 'broker') return blocks.broker
    if (scope === 'bridge') return this.#bridges.get(file)
    if (scope === 'security' && !blocks.isPerListener) return blocks.security
    return this.#listeners.get(file) ?? blocks.defaultListener
  }

  #perListener (line: Line): void {
    this.blocks.isPerListener = isTrue(line.value)
    if (this.blocks.isPerListener && this.blocks.security.size > 0) this.#wrong(line, 'must stand before all settings that it is about: put it first')
  }

  #wrong ({ name, place }: Line, fault: string): void {
    this.#problems.push(`${place}: ${name}: ${fault}`)
  }
}

function begin (blocks: Block[]): Block {
  const block: Block = new Map()
  blocks.push(block)
  return block
}

function faultOf (value: string, { kind }: SettingRow): string | undefined {
  if (value === '') return 'its value is missing: write it behind the name, or take the line out'
  if (kind === 'yes or no' && bits[value] === undefined) return `must be true or false, not ${JSON.stringify(value)}`
  if (kind === 'number' && !/^-?\d+$/.test(value)) return `must be a whole number, not ${JSON.stringify(value)}`
  return undefined
}

function same (value: string, { kind, harmless = '' }: SettingRow): boolean {
  return kind === 'yes or no' ? bits[value] === bits[harmless] : value === harmless
}

export function isTrue (value: string): boolean {
  return bits[value] === true
}

/** The last one counts. */
export function last (block: Block, name: string): Given | undefined {
  return block.get(name)?.at(-1)
}

export function textOf (block: Block, name: string): string | undefined {
  return last(block, name)?.value
}

export function bitOf (block: Block, name: string): boolean | undefined {
  const value = textOf(block, name)
  return value === undefined ? undefined : isTrue(value)
}

export function numberOf (block: Block, name: string): number | undefined {
  const value = textOf(block, name)
  return value === undefined ? undefined : Number(value)
}
