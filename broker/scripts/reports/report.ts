/** What a report is told, as it happens. */
import type { Outcome } from '../run.js'

export interface Report {
  readonly begin: (count: number) => void
  readonly told: (outcome: Outcome) => void
  readonly end: (outcomes: readonly Outcome[]) => void
}

export type Write = (text: string) => void
