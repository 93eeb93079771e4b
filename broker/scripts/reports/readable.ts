/** The result for people at a terminal. */
import type { Failure, Outcome } from '../run.js'
import { placeText } from '../scene.js'
import type { Report, Write } from './report.js'

const MARKS = { passed: '✓', skipped: '-', failed: '✗' } as const

export function readableReport (write: Write): Report {
  return {
    begin () {},
    told: outcome => write(linesOf(outcome)),
    end (outcomes) {
      const count = (kind: Outcome['kind']): number => outcomes.filter(outcome => outcome.kind === kind).length
      write(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`)
    }
  }
}

function linesOf (outcome: Outcome): string {
  const { kind, script, ms } = outcome
  const head = `${MARKS[kind]} ${script.name}`
  if (kind === 'skipped') return `${head} (skipped: needs ${outcome.lacks.join(', ')})\n`
  return kind === 'passed' ? `${head} (${ms} ms)\n` : `${head}\n${failureText(outcome.failure)}`
}

export function failureText ({ place, step, message, expected, instead = [] }: Failure): string {
  const lines = [`${placeText(place)}: ${message}`, `step      ${step}`]
  if (expected !== undefined) lines.push(`expected  ${expected}`, `instead   ${instead[0] ?? 'nothing came'}`, ...instead.slice(1).map(line => `          ${line}`))
  return lines.map(line => `    ${line}\n`).join('')
}
