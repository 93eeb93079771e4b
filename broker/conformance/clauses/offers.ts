/** What a device makes of offers. */
import { type Clause, NOTHING, failed, finishes, inapplicable, isOver, passed, seen, untested } from '../trial.js'

const FAR_MS = 3_600_000

export const offers: readonly Clause[] = [
  {
    id: 'offer.begin',
    sentence: 'A task that this device may begin: `begin` carries its attempt.',
    done: 'offered a task',
    async run (trial) {
      if (trial.isImplied) return inapplicable('its begin is implied')
      const offer = await trial.offer({ attempt: 3 })
      const begin = await trial.hear(offer, ['begin'])
      const outcome = await trial.outcome(offer)
      trial.stage.held.delete(offer.task)
      const other = trial.stage.heard.find(({ task, body, problem }) => task === offer.task && problem === undefined && body.attempt !== 3)
      if (other !== undefined) return failed(`${other.verb} of attempt ${String(other.body.attempt)} instead of 3`)
      if (begin !== undefined) return passed('begin, attempt 3')
      const [declined] = trial.said(offer, ['decline'])
      return failed(declined !== undefined ? 'decline, of a function that it named itself' : `no begin${outcome === undefined ? '' : `, but ${outcome.verb}: only \`begin: "implied"\` in its birth allows that`}`)
    }
  }, {
    id: 'implied.no-begin',
    sentence: '`implied`: the lease starts with the offer, no `begin` is sent.',
    done: 'offered a task',
    async run (trial) {
      if (!trial.isImplied) return inapplicable('its begin is explicit')
      const offer = await trial.offer({ attempt: 3 })
      const outcome = await trial.outcome(offer)
      trial.stage.held.delete(offer.task)
      if (trial.said(offer, ['begin']).length > 0) return failed('begin')
      return outcome === undefined ? failed('no report of attempt 3') : passed(`${outcome.verb} of attempt 3, without begin`)
    }
  }, {
    id: 'offer.success',
    sentence: '`success` ends the task with its result.',
    done: 'offered a task and accepted its begin',
    async run (trial) {
      const outcome = await trial.outcome(await trial.offer())
      return outcome?.verb === 'success' ? passed('success') : failed(seen(outcome))
    }
  }, {
    id: 'offer.session',
    sentence: 'A device ignores an offer of another `session`.',
    done: 'offered a task in the name of the session before',
    async run (trial) {
      const offer = await trial.offer({ session: trial.stage.session - 1 })
      trial.lapse(offer)
      return await isOver(trial, offer, ['begin', 'success', 'decline'], 0)
    }
  }, {
    id: 'offer.again',
    sentence: '… and one it has.',
    done: 'sent the same offer three times, one of them as DUP, and once more after its end',
    async run (trial) {
      const offer = await trial.offer()
      trial.stage.offerAgain(offer)
      trial.stage.offerAgain(offer, true)
      if (await trial.outcome(offer) === undefined) return failed('no outcome')
      trial.stage.offerAgain(offer)
      const verdict = await isOver(trial, offer, ['decline'], 0)
      // All was answered at once, so there was nothing to say again.
      const twice = [['begin'], ['success', 'fail']].find(verbs => trial.said(offer, verbs).length > 1)
      return twice === undefined ? verdict : failed(`${twice.join(' or ')} more than once, though each was accepted; or do two processes run under this id?`)
    }
  }, {
    id: 'offer.next-attempt',
    sentence: '`attempt` grows with every new offer: the same task with a later attempt is to be done again.',
    done: 'offered attempt 2 of a task whose attempt 1 it had done',
    async run (trial) {
      const first = await trial.offer()
      if (await trial.outcome(first) === undefined) return untested('attempt 1 had no outcome')
      const outcome = await trial.outcome(await trial.offer({ task: first.task, attempt: 2 }))
      return outcome === undefined ? failed('nothing of attempt 2') : passed(`${outcome.verb} of attempt 2`)
    }
  }, {
    id: 'offer.unknown-function',
    sentence: '`functions` are what it can do: anything else it gives back (`decline`, `fail`) or lets lapse.',
    done: 'offered a task of a function that it did not name',
    async run (trial) {
      const offer = await trial.offer({ job: { name: 'no-such-function', args: {} } })
      if (trial.isPull && await trial.hear(offer, ['begin', 'success', 'fail', 'decline']) === undefined) trial.lapse(offer)
      const goesOn = await trial.fence()
      trial.stage.held.delete(offer.task)
      const said = trial.said(offer, ['success', 'fail', 'decline'])
      if (said.some(({ verb }) => verb === 'success')) return failed('success')
      return goesOn ? passed(said[0]?.verb ?? 'nothing: it let it lapse') : failed('the device did no further task')
    }
  }, {
    id: 'begin.refused',
    sentence: 'A device treats any rejection that isn\'t retryable as a cancel.',
    done: 'rejected its begin, stale-attempt',
    async run (trial) {
      if (trial.isImplied) return inapplicable('its begin is implied')
      const slowMs = await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow, answers: { begin: { code: 'stale-attempt' } } })
      const now = trial.stage.clock.now()
      return await isOver(trial, offer, ['success', 'progress'], now + trial.wayMs, now + slowMs + trial.wayMs)
    }
  }, {
    id: 'begin.unanswered',
    sentence: 'Offers are leases: what is not answered ends with them, and the slot is free for the next.',
    done: 'answered no begin of a task with a lease of 1 s, and offered another one after it',
    async run (trial) {
      if (trial.isImplied) return inapplicable('its begin is implied')
      const offer = await trial.begun({ leaseMs: 1_000, answers: { begin: NOTHING } })
      await trial.stage.pass(1_000 + trial.wayMs)
      trial.stage.held.delete(offer.task)
      return await trial.fence() ? passed('the next task was done') : failed('the device did no further task: does it wait for the answer for ever?')
    }
  }, {
    id: 'begin.deadline',
    sentence: '`deadline` is information: the device counts `leaseMs`.',
    done: 'accepted its begin with a deadline of an hour ago, as one sees it whose clock is wrong',
    async run (trial) {
      if (trial.isImplied) return inapplicable('its begin is implied')
      await trial.slowMs()
      const deadline = trial.stage.clock.now() - FAR_MS
      return await finishes(trial, await trial.begun({ job: trial.slow, answers: { begin: { deadline }, progress: { deadline } } }))
    }
  }
]
