/** The result for people at a terminal. */
import type { Failure, Outcome } from '../run.js'
import { placeText } from '../scene.js'
import type { Report, Write } from './report.js'

const MARKS = { passed: '✓', skipped: '-', failed: '✗' } as const

export function readableReport (write: Write): Report {
  return {
    begin () {},
    told: outcome => write(printable(linesOf(outcome))),
    end (outcomes) {
      const count = (kind: Outcome['kind']): number => outcomes.filter(outcome => outcome.kind === kind).length
      write(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`)
    }
  }
}

/** What is told must not steer the terminal. */
export function printable (text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
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
