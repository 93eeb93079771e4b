/** Several tasks at once, and asking for them. */
import type { Offer } from '../stage.js'
import { type Clause, type Trial, failed, finishes, inapplicable, isOver, passed, seen, shown, untested } from '../trial.js'

/** More show nothing that these don't. */
const SLOTS_MAX = 8

const slotsOf = ({ birth }: Trial): number => Math.min(SLOTS_MAX, Number(birth.capacity ?? 1))

/** One after the other, as a device of mode `pull` must ask for each. */
async function fill (trial: Trial, count: number): Promise<Offer[]> {
  const offers: Offer[] = []
  for (let slot = 1; slot <= count; slot++) offers.push(await trial.offer({ job: trial.slow, attempt: slot }))
  return offers
}

export const slots: readonly Clause[] = [
  {
    id: 'capacity.all',
    sentence: '`capacity`: so many tasks at once, each with an outcome of its own.',
    done: 'offered as many tasks of the slow function as it takes, each with another attempt',
    async run (trial) {
      const count = slotsOf(trial)
      if (count < 2) return inapplicable('its capacity is 1')
      const { result } = await trial.measured()
      const offers = await fill(trial, count)
      const outcomes = await Promise.all(offers.map(offer => trial.outcome(offer)))
      for (const { task } of offers) trial.stage.held.delete(task)
      const mixed = trial.stage.heard.find(({ task, body }) => offers.some(offer => offer.task === task && offer.attempt !== body.attempt))
      if (mixed !== undefined) return failed(`${mixed.verb} of ${mixed.task} with attempt ${shown(mixed.body.attempt)}, which is another task's`)
      const lost = outcomes.findIndex(outcome => outcome?.verb !== 'success')
      if (lost >= 0) return failed(`${seen(outcomes[lost])} of the ${lost + 1}. of ${count} tasks`)
      const firstEnd = Math.min(...outcomes.map(outcome => outcome?.at ?? 0))
      const late = offers.filter(offer => trial.said(offer, ['begin']).some(({ at }) => at > firstEnd))
      if (late.length > 0) return failed(`${late.length} of ${count} were begun only after another one had ended`)
      const other = outcomes.find(outcome => JSON.stringify(outcome?.body.result) !== JSON.stringify(result))
      return passed(`${count} at once, each with its success${other === undefined ? '' : ', results differ'}`)
    }
  }, {
    id: 'capacity.cancel-one',
    sentence: '`cancel` is about one task: the others go on.',
    done: 'cancelled the first of two tasks in mid task',
    async run (trial) {
      if (slotsOf(trial) < 2) return inapplicable('its capacity is 1')
      const slowMs = await trial.slowMs()
      const offers = await fill(trial, 2)
      for (const offer of offers) if (!trial.isImplied && await trial.hear(offer, ['begin']) === undefined) return untested('an offer was not begun')
      const [one, other] = offers as [Offer, Offer]
      trial.stage.say(`tasks/${one.task}/cancel`, { attempt: one.attempt, reason: 'conformance' })
      const at = trial.stage.clock.now()
      const verdict = await finishes(trial, other)
      if (verdict.outcome === 'fail') return failed(`${verdict.came}, which was not cancelled`)
      const stopped = await isOver(trial, one, ['success', 'progress'], at + trial.wayMs, at + slowMs + trial.wayMs)
      return stopped.outcome === 'pass' ? passed('the one stopped, the other succeeded') : stopped
    }
  }
]

/** Tried first: without it, a device of mode `pull` gets nothing else to do. */
export const asking: readonly Clause[] = [
  {
    id: 'pull.asks',
    sentence: '`pull`: offers only after `next`, a level that an offer takes one of, and that ends with birth.',
    done: 'waited for next, again after a task, and again after a birth',
    async run (trial) {
      if (!trial.isPull) return inapplicable('its mode is push')
      if (!await trial.asked()) return failed('no next')
      if (!await trial.fence()) return failed('the task that it asked for was not done')
      if (!await trial.asked()) return failed('no next after a task')
      if (await trial.reborn() === undefined) return untested('it said no birth')
      return await trial.asked() ? passed('next, each time') : failed('no next after a birth')
    }
  }
]
