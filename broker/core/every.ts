/** Periods as people say them: 10s, 5m. */
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** @param text as the contract has it, e.g. `10s` */
export function everyMs (text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? NaN)
}
