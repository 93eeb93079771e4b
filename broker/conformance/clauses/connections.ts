/**
 * What happens when the connection is cut: the kit connects with the device's
 * client id, so that the broker drops the device and publishes its will.
 */
import { messageOf } from '../message.js'
import type { Heard } from '../stage.js'
import { type Clause, type Trial, type Verdict, failed, inapplicable, passed, shown, untested } from '../trial.js'

interface Cut { readonly cutAt: number, readonly hadSession: boolean, readonly isBack: boolean, readonly will: Heard | undefined }

async function cut (trial: Trial): Promise<Cut | string> {
  const { stage, clientId, patienceMs } = trial
  const since = stage.heard.length
  try {
    const taken = await stage.line.takeOver(clientId, patienceMs)
    const will = stage.heard.slice(since).find(({ verb, path }) => verb === 'offline' && path === verb)
    return taken.isBack || will !== undefined ? { ...taken, will } : await trial.fence() ? `no client of the broker has the id ${clientId}: say which, --client-id` : { ...taken, will }
  } catch (error) {
    return `the broker refused the client id ${clientId}: ${messageOf(error)}`
  }
}

function judgeWill ({ will }: Cut, trial: Trial): Verdict {
  if (will === undefined) return failed('no offline: it has no will, or one on another topic than from/{device}/offline')
  if (will.problem !== undefined) return failed(`offline: ${will.problem}`)
  const { session } = will.body
  if (session === trial.stage.session) return passed('offline of this session')
  // It can't change its will while it is connected, and its birth was refused for the kit's sake.
  const wasBorn = trial.stage.heard.some(({ verb, body, at }) => verb === 'birth' && body.session === session && at <= trial.stage.welcomedAt)
  if (!wasBorn) return failed(`offline of session ${shown(session)}, and this is ${trial.stage.session}`)
  return passed('offline of the session before its birth was refused, with which it had connected: to be heard, it would have to connect anew')
}

export const connections: readonly Clause[] = [
  {
    id: 'will',
    sentence: '`offline` is the last will, with the session.',
    done: 'took its connection, by its client id',
    async run (trial) {
      const came = await cut(trial)
      return typeof came === 'string' ? untested(came) : judgeWill(came, trial)
    }
  }, {
    id: 'connection.back',
    sentence: '`session` grows with every start of the device, not with every connection.',
    done: 'took its connection, and offered a task once it was back',
    async run (trial) {
      const { session } = trial.stage
      const came = await cut(trial)
      if (typeof came === 'string') return untested(came)
      if (!came.isBack) return failed(`it did not connect again within ${trial.patienceMs} ms`)
      const born = trial.stage.heard.find(({ verb, at }) => verb === 'birth' && at >= came.cutAt)
      if (born === undefined && await trial.reborn() === undefined) return failed('it came back without a birth')
      if (trial.stage.session !== session) return failed(`it came back with session ${trial.stage.session}, and was ${session}`)
      return await trial.fence() ? passed('back with the same session; the next task was done') : failed('it came back, and did no further task: did it subscribe again?')
    }
  }, {
    id: 'implied.clean',
    sentence: '`implied` needs a clean session: a late offer would start a lease unseen.',
    done: 'took its connection, and looked whether the broker had stored a session',
    async run (trial) {
      if (!trial.isImplied) return inapplicable('its begin is explicit')
      const came = await cut(trial)
      if (typeof came === 'string') return untested(came)
      return came.hadSession ? failed('the broker had stored its session') : passed('no session was stored')
    }
  }
]
