/** What the doctor says: one line each, what it is about and what to do. */

export const kinds = ['open', 'weak', 'expiring', 'missing', 'fine'] as const
export type Kind = typeof kinds[number]

export interface Finding {
  readonly kind: Kind
  /** A setting, a file, an account. */
  readonly about: string
  readonly says: string
}

export const finding = (kind: Kind, about: string, says: string): Finding => ({ kind, about, says })

const DAY_MS = 86_400_000
/** Time to get a new certificate, or to find out whose account that is. */
const SOON_DAYS = 30

/** Something that ends: nothing where that is far away. */
export function ending (about: string, what: string, until: number, now: number): Finding[] {
  const days = Math.floor((until - now) / DAY_MS)
  if (days > SOON_DAYS) return []
  return [finding('expiring', about, until <= now ? `${what} has ended on ${dayOf(until)}` : `${what} ends on ${dayOf(until)}, in ${days} days`)]
}

export function dayOf (at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
