/**
 * The clauses of the topic page that can be seen from outside of a device, in
 * the order in which they are tried. To add one, add an entry.
 */
import { type Clause, type Trial, type Verdict, failed, inapplicable, isOver, passed, untested } from './trial.js'

/** Least lease that the contract allows. */
const SHORT_MS = 1_000
/** For the way of what the device sent before it stopped. */
const WAY_MS = 400
const NOTHING = 'nothing'

/** That the slow function, interrupted in mid task, says no more. Welcomes go on to name it, so that they stop nothing by the way. */
async function stops (trial: Trial, interrupt: (task: string) => Promise<unknown>): Promise<Verdict> {
  const slowMs = await trial.slowMs()
  const offer = await trial.begun({ job: trial.slow })
  const until = trial.stage.clock.now() + slowMs + WAY_MS
  await trial.stage.pass(WAY_MS)
  if (await interrupt(offer.task) === undefined) return untested('it said no birth')
  if (trial.said(offer, ['success']).length > 0) return untested('the slow function ended too early: give it longer')
  return await isOver(trial, offer, ['success', 'progress'], trial.stage.clock.now() + WAY_MS, until)
}

const seen = (heard: { verb: string } | undefined): string => heard?.verb ?? NOTHING

export const clauses: readonly Clause[] = [
  {
    id: 'offer.begin',
    sentence: 'A task that this device may begin: `begin` carries its attempt.',
    done: 'offered a task',
    async run (trial) {
      if (trial.isImplied) return inapplicable('its begin is implied')
      const offer = trial.offer({ attempt: 3 })
      const begin = await trial.hear(offer, ['begin'])
      await trial.outcome(offer)
      const other = trial.stage.heard.find(({ task, body }) => task === offer.task && body.attempt !== 3)
      if (other !== undefined) return failed(`${other.verb} of attempt ${String(other.body.attempt)} instead of 3`)
      return begin === undefined ? failed('no begin') : passed('begin, attempt 3')
    }
  }, {
    id: 'offer.success',
    sentence: '`success` ends the task with its result.',
    done: 'offered a task and accepted its begin',
    async run (trial) {
      const outcome = await trial.outcome(trial.offer())
      return outcome?.verb === 'success' ? passed('success') : failed(seen(outcome))
    }
  }, {
    id: 'offer.session',
    sentence: 'A device ignores an offer of another `session`.',
    done: 'offered a task in the name of the session before',
    async run (trial) {
      const offer = trial.offer({ session: trial.stage.session - 1 })
      trial.stage.held.delete(offer.task)
      return await isOver(trial, offer, ['begin', 'success', 'decline'], 0)
    }
  }, {
    id: 'offer.again',
    sentence: '… and one it has.',
    done: 'sent the same offer three times, one of them as DUP, and once more after its end',
    async run (trial) {
      const offer = trial.offer()
      const { answers, ...said } = offer
      trial.stage.say('offer', { ...said, offerMs: 5_000 })
      trial.stage.say('offer', { ...said, offerMs: 5_000 }, true)
      if (await trial.outcome(offer) === undefined) return failed('no outcome')
      trial.stage.say('offer', { ...said, offerMs: 5_000 })
      const verdict = await isOver(trial, offer, ['decline'], 0)
      // All was answered at once, so there was nothing to say again.
      const twice = [['begin'], ['success', 'fail']].find(verbs => trial.said(offer, verbs).length > 1)
      return twice === undefined ? verdict : failed(`${twice.join(' or ')} more than once`)
    }
  }, {
    id: 'offer.unknown-function',
    sentence: '`functions` are what it can do: anything else it gives back (`decline`, `fail`) or lets lapse.',
    done: 'offered a task of a function that it did not name',
    async run (trial) {
      const offer = trial.offer({ job: { name: 'no-such-function', args: {} } })
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
      return await isOver(trial, offer, ['success', 'progress'], now + WAY_MS, now + slowMs + WAY_MS)
    }
  }, {
    id: 'lease.over',
    sentence: 'The device counts `leaseMs` on its own monotonic clock from when it sent `begin` or `progress` and stops by itself.',
    done: 'gave the slow function a lease of 1 s and answered no progress',
    async run (trial) {
      const slowMs = await trial.slowMs()
      if (slowMs < SHORT_MS + 2 * WAY_MS) return untested(`the slow function takes ${slowMs} ms: give it longer`)
      const offer = await trial.begun({ job: trial.slow, leaseMs: SHORT_MS, answers: { progress: NOTHING } })
      const now = trial.stage.clock.now()
      await trial.stage.pass(SHORT_MS)
      return await isOver(trial, offer, ['success', 'progress'], now + SHORT_MS + WAY_MS, now + slowMs + WAY_MS)
    }
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
    id: 'success.again',
    sentence: '`accepted` is the promise: a result is said until it is accepted.',
    done: 'did not answer its success',
    async run (trial) {
      const answers: Record<string, 'nothing' | 'accepted'> = { success: NOTHING }
      const offer = trial.offer({ answers })
      const first = await trial.success(offer)
      answers.success = 'accepted'
      const wanted = ({ task, verb }: { task?: string, verb: string }): boolean => task === offer.task && verb === 'success'
      const again = await trial.stage.next(wanted, trial.patienceMs)
      trial.stage.held.delete(offer.task)
      if (again === undefined) return failed('success once, and not again')
      return JSON.stringify(again.body.result) === JSON.stringify(first.body.result) ? passed(`again after ${again.at - first.at} ms`) : failed('again, with another result')
    }
  }, {
    id: 'success.retryable',
    sentence: 'A retryable rejection: send it again after `retryAfterMs`.',
    done: 'rejected its success, unavailable',
    async run (trial) {
      const answers: Record<string, { code: string, retryAfterMs: number } | 'accepted'> = { success: { code: 'unavailable', retryAfterMs: 200 } }
      const offer = trial.offer({ answers })
      await trial.success(offer)
      answers.success = 'accepted'
      const again = await trial.stage.next(({ task, verb }) => task === offer.task && verb === 'success', trial.patienceMs)
      trial.stage.held.delete(offer.task)
      return again === undefined ? failed('success once, and not again') : passed('success again')
    }
  }, {
    id: 'success.refused',
    sentence: 'A device treats any rejection that isn\'t retryable as a cancel: the result is let go.',
    done: 'rejected its success, stale-attempt',
    async run (trial) {
      const offer = trial.offer({ answers: { success: { code: 'stale-attempt' } } })
      const success = await trial.success(offer)
      await trial.stage.pass(3 * WAY_MS)
      return await isOver(trial, offer, ['success'], success.at + WAY_MS / 4)
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
      const outcome = await trial.outcome(offer)
      trial.stage.held.delete(offer.task)
      return outcome?.verb === 'success' ? passed('success of attempt 5') : failed(`${seen(outcome)} of attempt 5`)
    }
  }, {
    id: 'welcome.keeps',
    sentence: '`welcome`: `tasks` are the leases that it still holds, and it goes on with them.',
    done: 'named the task in the welcome to a birth in mid task',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow })
      if (await trial.reborn() === undefined) return untested('it said no birth')
      const outcome = await trial.outcome(offer)
      trial.stage.held.delete(offer.task)
      return outcome?.verb === 'success' ? passed('success') : failed(seen(outcome))
    }
  }, {
    id: 'welcome.stops',
    sentence: 'What it began before birth and doesn\'t find in `welcome` it stops.',
    done: 'answered a birth in mid task with a welcome without the task',
    run: trial => stops(trial, task => {
      trial.stage.held.delete(task)
      return trial.reborn()
    })
  }, {
    id: 'packet.too-large',
    sentence: '`maxPacket`: nothing larger is sent to it. Should something be, it goes on.',
    done: 'sent an offer that is larger than its maxPacket',
    async run (trial) {
      const { maxPacket } = trial.birth
      if (typeof maxPacket !== 'number') return inapplicable('it named no maxPacket')
      const offer = trial.offer({ args: 'x'.repeat(maxPacket) })
      trial.stage.held.delete(offer.task)
      return await trial.fence() ? passed('the next task was done') : failed('the device did no further task')
    }
  }, {
    id: 'session.steady',
    sentence: '`session` grows with every start of the device, not with every connection.',
    done: 'looked at all births of the run',
    run ({ birth, stage }) {
      const others = stage.heard.filter(({ verb, body, at }) => verb === 'birth' && body.session !== birth.session && at > stage.welcomedAt)
      return others.length === 0 ? passed('one session') : failed(`another session: ${String(others[0]?.body.session)}`)
    }
  }, {
    id: 'presence',
    sentence: 'Presence lasts 2.5 heartbeats: any command renews it.',
    done: 'looked for the longest silence of the run',
    run ({ birth, stage }) {
      const limit = 2.5 * Number(birth.heartbeatMs ?? 10_000)
      if (limit === 0) return inapplicable('its presence does not end by itself')
      const times = [...stage.heard.map(({ at }) => at), stage.clock.now()]
      const longest = Math.max(...times.slice(1).map((at, before) => at - (times[before] ?? at)))
      if (longest > limit) return failed(`silent for ${longest} ms`)
      return stage.clock.now() - stage.welcomedAt < limit ? untested(`the run was shorter than ${limit} ms`) : passed(`never silent for more than ${longest} ms`)
    }
  }, {
    id: 'messages.valid',
    sentence: 'Payloads are JSON objects of the contract; unknown fields are refused.',
    done: 'checked all that it said',
    run ({ stage }) {
      const wrong = stage.heard.find(({ problem }) => problem !== undefined)
      return wrong === undefined ? passed(`${stage.heard.length} messages`) : failed(`${wrong.path}: ${wrong.problem}`)
    }
  }, {
    id: 'will',
    sentence: '`offline`: the last will, and also sent by a polite device before it leaves.',
    done: 'nothing: the connection of a device can\'t be cut from here',
    run: () => untested('cut its power and watch from/{device}/offline')
  }
]
