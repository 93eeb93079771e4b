/** Scripts × set-ups, as lines: what ran where, and what became of it. */
import type { Outcome, Script } from '../../../broker/scripts/index.js'

const MARKS = { passed: 'ok', failed: 'NOT OK', skipped: '-' } as const

export function tableOf (scripts: readonly Script[], results: ReadonlyMap<string, readonly Outcome[]>): string[] {
  const names = [...results.keys()]
  const nameWidth = Math.max(...scripts.map(({ name }) => name.length))
  const row = (first: string, cells: readonly string[]): string => [first.padEnd(nameWidth), ...cells.map((cell, at) => cell.padEnd(names[at]?.length ?? 0))].join('  ')
  const cellOf = (script: Script, name: string): string => {
    const outcome = results.get(name)?.find(one => one.script === script)
    return outcome === undefined ? '-' : MARKS[outcome.kind]
  }
  const counts = names.map(name => String(results.get(name)?.filter(({ kind }) => kind === 'passed').length ?? 0))
  return [row('script', names), ...scripts.map(script => row(script.name, names.map(name => cellOf(script, name)))), row('passed', counts)]
}
