/** A change of an account as a transition: versions, the next deadline, and that all nodes hear of it. Pure. */
import type { Account } from '../../core/account.js'
import type { Transition } from '../../core/command.js'

/** @param after null removes it */
export function change (before: Account | undefined, after: Omit<Account, 'v' | 'changedAt'> | null, id: string, now: number): { transition: Transition, account: Account | undefined } {
  // Never a version that an account of this name had before it was removed.
  const account = after === null ? undefined : { ...after, v: Math.max((before?.v ?? 0) + 1, now), changedAt: now, deadline: deadlineOf(after, now) }
  return {
    account,
    transition: {
      change: { kind: 'account', id, expect: before?.v ?? 0, record: account ?? null },
      notes: [{ type: 'account', id, after: account }],
      effects: []
    }
  }
}

/** The next time at which less is allowed. */
function deadlineOf ({ expiresAt, secrets }: Pick<Account, 'expiresAt' | 'secrets'>, now: number): number | undefined {
  const times = [expiresAt, ...secrets.map(({ until }) => until)].filter(time => time !== undefined).filter(time => time > now)
  return times.length === 0 ? undefined : Math.min(...times)
}
