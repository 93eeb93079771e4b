/**
 * What a fault test showed, as one line of its output; table.ts makes the
 * README's table of these lines.
 */
import type { Test } from 'tap'

export interface Figure {
  /** `R1` … of the promises. */
  readonly promise: string
  /** Store and variant. */
  readonly where: string
  readonly figures: string
  readonly held: boolean
}

const LINE = /^\s*# ([RS]\d+) ([^:]+): (.+?)( \(NOT HELD\))?$/

/** To be called at the end of a test: a line says so where something failed before. */
export function showed (t: Test, promise: string, where: string, figures: string): void {
  t.comment(`${promise} ${where}: ${figures}${t.passing() ? '' : ' (NOT HELD)'}`)
}

export function figuresIn (tapOutput: string): Figure[] {
  return tapOutput.split('\n').flatMap(line => {
    const [, promise, where, figures, broken] = LINE.exec(line) ?? []
    return promise === undefined || where === undefined || figures === undefined ? [] : [{ promise, where, figures, held: broken === undefined }]
  })
}

export function seconds (ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}
