/** The result as JUnit XML, for build servers. */
import type { Outcome } from '../run.js'
import { failureText } from './readable.js'

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\n': '&#10;' }

export interface Case {
  readonly group: string
  readonly name: string
  readonly ms?: number
  /** Why it was not tried. */
  readonly skipped?: string
  readonly failure?: { readonly message: string, readonly text: string }
}

export function junitXml (outcomes: readonly Outcome[]): string {
  return junitSuite('topic scripts', outcomes.map(caseOf))
}

/** For whatever comes to a pass, a failure or a skip. */
export function junitSuite (name: string, cases: readonly Case[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length
  const skipped = cases.filter(({ skipped }) => skipped !== undefined).length
  const seconds = cases.reduce((sum, { ms = 0 }) => sum + ms, 0) / 1000
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}" skipped="${skipped}" time="${seconds}">`,
    ...cases.map(testCase),
    '</testsuite>', ''
  ].join('\n')
}

function caseOf (outcome: Outcome): Case {
  const { script: { file, name }, ms } = outcome
  const common = { group: file, name, ms }
  if (outcome.kind === 'passed') return common
  if (outcome.kind === 'skipped') return { ...common, skipped: `needs ${outcome.lacks.join(', ')}` }
  return { ...common, failure: { message: outcome.failure.message, text: failureText(outcome.failure) } }
}

function testCase ({ group, name, ms = 0, skipped, failure }: Case): string {
  const open = `  <testcase classname="${escaped(group)}" name="${escaped(name)}" time="${ms / 1000}"`
  if (skipped !== undefined) return `${open}><skipped message="${escaped(skipped)}"/></testcase>`
  return failure === undefined ? `${open}/>` : `${open}><failure message="${escaped(failure.message)}">${escaped(failure.text)}</failure></testcase>`
}

/** Control characters have no place in XML 1.0, not even escaped. */
function escaped (text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[<>&"\n]/g, char => ENTITIES[char] ?? char)
}
