/** The result as JUnit XML, for build servers. */
import type { Outcome } from '../run.js'
import { failureText } from './readable.js'

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\n': '&#10;' }

export function junitXml (outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome['kind']): number => outcomes.filter(outcome => outcome.kind === kind).length
  const seconds = outcomes.reduce((sum, { ms }) => sum + ms, 0) / 1000
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="topic scripts" tests="${outcomes.length}" failures="${count('failed')}" skipped="${count('skipped')}" time="${seconds}">`,
    ...outcomes.map(testCase),
    '</testsuite>', ''
  ].join('\n')
}

function testCase (outcome: Outcome): string {
  const { script, ms } = outcome
  const open = `  <testcase classname="${escaped(script.file)}" name="${escaped(script.name)}" time="${ms / 1000}"`
  if (outcome.kind === 'passed') return `${open}/>`
  const inner = outcome.kind === 'skipped'
    ? `<skipped message="needs ${outcome.lacks.join(', ')}"/>`
    : `<failure message="${escaped(outcome.failure.message)}">${escaped(failureText(outcome.failure))}</failure>`
  return `${open}>${inner}</testcase>`
}

/** Control characters have no place in XML 1.0, not even escaped. */
function escaped (text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[<>&"\n]/g, char => ENTITIES[char] ?? char)
}
