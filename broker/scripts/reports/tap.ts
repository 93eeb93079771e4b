/** The result as TAP 14, for programs. */
import { stringify } from 'yaml'
import type { Failure, Outcome } from '../run.js'
import { printable } from './readable.js'
import type { Report, Write } from './report.js'

export function tapReport (write: Write): Report {
  let [number, planned] = [0, 0]
  return {
    begin: count => {
      planned = count
      write(`TAP version 14\n1..${count}\n`)
    },
    told: outcome => write(lineOf(outcome, ++number)),
    end: () => { if (number < planned) write('Bail out! interrupted\n') }
  }
}

function lineOf (outcome: Outcome, number: number): string {
  const { kind, script, ms } = outcome
  const head = `${kind === 'failed' ? 'not ok' : 'ok'} ${number} - ${escaped(script.name)}`
  if (kind === 'skipped') return `${head} # SKIP needs ${outcome.lacks.join(', ')}\n`
  return `${head} # time=${ms}ms\n${kind === 'failed' ? diagnosis(outcome.failure) : ''}`
}

/** In TAP, `#` begins a directive. */
const escaped = (text: string): string => printable(text.replaceAll('\n', ' ').replace(/[\\#]/g, '\\$&'))

function diagnosis ({ place, step, message, expected, instead }: Failure): string {
  const { file, line } = place
  const block = stringify({ message, at: `${file}:${line}`, step, ...expected !== undefined && { expected }, ...instead !== undefined && { instead: [...instead] } }, { lineWidth: 0 })
  return `  ---\n${block.replace(/^/gm, '  ').trimEnd()}\n  ...\n`
}
