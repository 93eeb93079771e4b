/** The conformance kit as tests use it: with little patience, and with why a clause broke. */
import type { Test } from 'tap'
import { type ConformanceOptions, type ConformanceReport, checkConformance } from '../../broker/conformance/run.js'
import { systemClock } from '../../broker/platform/clock.js'

export async function check (broker: string, options: Partial<ConformanceOptions> = {}): Promise<ConformanceReport> {
  const report = await checkConformance({
    broker, device: 'd', root: 'orchestra/v1', clock: systemClock(), quick: {}, slow: { name: 'slow', args: { ms: 2_000 } }, patienceMs: 6_000, birthMs: 8_000, ...options
  })
  if (report === undefined) throw new Error('no birth')
  return report
}

/** With what came, for who wants to know why. */
export function breaks (t: Test, { clauses }: ConformanceReport, ids: readonly string[] = []): void {
  const broken = clauses.filter(({ outcome }) => outcome === 'fail')
  t.same(broken.map(({ id }) => id), ids, { came: broken.map(({ id, came }) => `${id}: ${came}`) })
}
