/** The limits in time that both sides know. */
import { type Clause, NOTHING, SHORT_MS, type Trial, type Verdict, failed, inapplicable, isOver, passed, seen, untested } from '../trial.js'
import type { Answer } from '../stage.js'

/** Most of a lease of 1 s. */
const LATE_ANSWER_MS = 800

/** That the slow function stops at the end of a lease that nothing renews. */
async function lapses (trial: Trial, begin: Answer): Promise<Verdict> {
  const slowMs = await trial.slowMs()
  if (slowMs < SHORT_MS + 2 * trial.wayMs) return untested(`the slow function takes ${slowMs} ms: give it longer`)
  const offer = await trial.begun({ job: trial.slow, leaseMs: SHORT_MS, answers: { begin, progress: NOTHING } })
  const now = trial.stage.clock.now()
  const over = now + SHORT_MS + trial.wayMs
  await trial.stage.pass(SHORT_MS)
  return await isOver(trial, offer, ['success', 'progress'], over, now + slowMs + trial.wayMs + (typeof begin === 'object' ? LATE_ANSWER_MS : 0))
}

export const leases: readonly Clause[] = [
  {
    id: 'lease.over',
    sentence: 'The device counts `leaseMs` on its own monotonic clock and stops by itself.',
    done: 'gave the slow function a lease of 1 s and answered no progress',
    run: trial => lapses(trial, 'accepted')
  }, {
    id: 'lease.from-begin',
    sentence: '… from when it **sent** `begin`, not from when that was answered.',
    done: 'gave the slow function a lease of 1 s, accepted its begin after 0.8 s, and answered no progress',
    run: trial => trial.isImplied ? inapplicable('its begin is implied') : lapses(trial, { lateMs: LATE_ANSWER_MS })
  }, {
    id: 'lease.renewed',
    sentence: '`progress` renews the lease.',
    done: 'gave the slow function a lease of 1 s and accepted its progress',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow, leaseMs: SHORT_MS })
      const outcome = await trial.outcome(offer)
      if (outcome === undefined) trial.stage.held.delete(offer.task)
      if (trial.said(offer, ['progress']).length === 0) return inapplicable('it says no progress')
      return outcome?.verb === 'success' ? passed('success after progress') : failed(`${seen(outcome)} after progress`)
    }
  }, {
    id: 'progress.refused',
    sentence: 'A device treats any rejection that isn\'t retryable as a cancel.',
    done: 'rejected the first progress of the slow function, stale-attempt',
    async run (trial) {
      const slowMs = await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow, leaseMs: SHORT_MS * 3, answers: { progress: { code: 'stale-attempt' } } })
      const progress = await trial.hear(offer, ['progress', 'success'])
      if (progress?.verb !== 'progress') return inapplicable('it says no progress')
      return await isOver(trial, offer, ['success', 'progress'], progress.at + trial.wayMs, progress.at + slowMs + trial.wayMs)
    }
  }
]
