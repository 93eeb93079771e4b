/** How a device brings home what it has done, and lets go of what is not wanted. */
import type { Answer } from '../stage.js'
import { type Clause, NOTHING, failed, finishes, isOver, passed, shown, stops } from '../trial.js'

export const results: readonly Clause[] = [
  {
    id: 'success.again',
    sentence: '`accepted` is the promise: a result is said until it is accepted.',
    done: 'did not answer its success',
    async run (trial) {
      const answers: Record<string, Answer> = { success: NOTHING }
      const offer = await trial.offer({ answers })
      const first = await trial.success(offer)
      answers.success = 'accepted'
      const again = await trial.stage.next(({ task, verb }) => task === offer.task && verb === 'success', trial.patienceMs)
      trial.stage.held.delete(offer.task)
      if (again === undefined) return failed(`success once, and not again within ${trial.patienceMs} ms`)
      const [one, other] = [first, again].map(({ body }) => JSON.stringify(body.result))
      return one === other ? passed(`again after ${again.at - first.at} ms`) : failed(`again, with another result: ${shown(again.body.result)}, and before ${shown(first.body.result)}`)
    }
  }, {
    id: 'success.retryable',
    sentence: 'A retryable rejection: send it again after `retryAfterMs`.',
    done: 'rejected its success, unavailable, retryAfterMs 200',
    async run (trial) {
      const answers: Record<string, Answer> = { success: { code: 'unavailable', retryAfterMs: 200 } }
      const offer = await trial.offer({ answers })
      await trial.success(offer)
      answers.success = 'accepted'
      const again = await trial.stage.next(({ task, verb }) => task === offer.task && verb === 'success', trial.patienceMs)
      trial.stage.held.delete(offer.task)
      return again === undefined ? failed(`success once, and not again within ${trial.patienceMs} ms`) : passed('success again')
    }
  }, {
    id: 'success.refused',
    sentence: 'A device treats any rejection that isn\'t retryable as a cancel: the result is let go.',
    done: 'rejected its success, stale-attempt',
    async run (trial) {
      const offer = await trial.offer({ answers: { success: { code: 'stale-attempt' } } })
      const success = await trial.success(offer)
      await trial.stage.pass(3 * trial.wayMs)
      return await isOver(trial, offer, ['success'], success.at + trial.wayMs / 4)
    }
  }, {
    id: 'cancel.stops',
    sentence: '`cancel`: stop. It frees the slot at once.',
    done: 'cancelled the slow function in mid task',
    run: trial => stops(trial, async task => {
      trial.stage.say(`tasks/${task}/cancel`, { attempt: 1, reason: 'conformance' })
      return 'told'
    })
  }, {
    id: 'cancel.stale',
    sentence: '`attempt` is the fencing token: a cancel of an earlier attempt is not about this one.',
    done: 'cancelled attempt 4 while it worked on attempt 5',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow, attempt: 5 })
      trial.stage.say(`tasks/${offer.task}/cancel`, { attempt: 4 })
      return await finishes(trial, offer)
    }
  }
]
