/** What is judged by all that was said in the run, once, at its end. */
import { type Clause, failed, inapplicable, passed, unsure, untested } from '../trial.js'

/** A silence that was no longer than this beyond the limit may be the machine's. */
const LATE_MS = 200
const LISTED_MAX = 5

const listed = (values: Iterable<unknown>): string => [...new Set(values)].slice(0, LISTED_MAX).map(String).join(', ')

export const reviews: readonly Clause[] = [
  {
    id: 'session.steady',
    sentence: '`session` grows with every start of the device, not with every connection.',
    done: 'looked at all births of the run',
    run ({ birth, stage }) {
      const others = stage.heard.filter(({ verb, body, at }) => verb === 'birth' && body.session !== birth.session && at > stage.welcomedAt)
      if (others.length === 0) return passed('one session')
      return failed(`sessions ${listed([birth.session, ...others.map(({ body }) => body.session)])}: it started again, counts up with each birth, or two processes run under this id`)
    }
  }, {
    id: 'presence',
    sentence: 'Presence lasts 2.5 heartbeats: any command renews it.',
    done: 'looked for the longest silence of the run',
    run ({ birth, stage }) {
      const limit = 2.5 * Number(birth.heartbeatMs ?? 10_000)
      if (limit === 0) return inapplicable('its presence does not end by itself')
      const now = stage.clock.now()
      let [longest, since, before] = [0, 0, stage.heard[0]?.at ?? now]
      for (const at of [...stage.heard.map(({ at }) => at), now]) {
        if (at - before > longest) [longest, since] = [at - before, before]
        before = at
      }
      const late = stage.line.pulse.worstSince(since)
      if (longest > limit) return longest - late > limit || late <= LATE_MS ? failed(`silent for ${longest} ms, and may be for ${limit}`) : unsure(`silent for ${longest} ms, but this process or the broker was late by ${late} ms`)
      return now - stage.welcomedAt < limit ? untested(`the run was shorter than ${limit} ms`) : passed(`never silent for more than ${longest} ms`)
    }
  }, {
    id: 'messages.retained',
    sentence: 'Retained commands are a mistake.',
    done: 'subscribed anew, and looked for what the broker had kept',
    async run ({ stage }) {
      stage.line.retained.clear()
      await stage.line.findRetained()
      const { retained } = stage.line
      return retained.size === 0 ? passed('nothing was kept') : failed(`retained: ${listed(retained)} (the broker keeps them no longer)`)
    }
  }, {
    id: 'messages.valid',
    sentence: 'Payloads are JSON objects of the contract; unknown fields are refused.',
    done: 'checked all that it said',
    run ({ stage }) {
      const wrong = stage.heard.filter(({ problem }) => problem !== undefined)
      const [first] = wrong
      return first === undefined ? passed(`${stage.heard.length} messages`) : failed(`${wrong.length} of ${stage.heard.length} messages, first ${first.path}: ${first.problem}`)
    }
  }
]
