/**
 * The verdict of one clause. A trial that fails is repeated: a device that was
 * stopped for a moment is not blamed, nor is it for a late kit or broker.
 */
import { messageOf } from './message.js'
import { Ruined } from './stage.js'
import { type Clause, Missing, type Trial, type Verdict, unsure, untested } from './trial.js'

/** Failures of a calm machine that are enough. */
const ENOUGH = 2
const TURNS_MAX = 4

export interface Judgement { readonly verdict: Verdict, readonly isDead: boolean }

/** And whether the device does nothing any more. @throws Ruined */
export async function judge (clause: Clause, trial: Trial): Promise<Judgement> {
  let first: Verdict | undefined
  let [came, excuse, calm] = ['', '', 0]
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const since = trial.stage.clock.now()
    const verdict = explained(await attempt(clause, trial), trial, since)
    if (verdict.outcome !== 'fail') return { verdict: settled(verdict, first), isDead: false }
    came = verdict.came
    if (!await trial.goesOn()) return { verdict, isDead: true }
    const late = await trial.excuse(since)
    if (late !== undefined) excuse = late
    else if (++calm === ENOUGH) return { verdict, isDead: false }
    else first = verdict
  }
  return { verdict: unsure(`${came}; but ${excuse}`), isDead: false }
}

/** What can't be read is the likeliest cause of what did not come. */
function explained (verdict: Verdict, { stage }: Trial, since: number): Verdict {
  const wrong = stage.heard.find(({ at, problem }) => at >= since && problem !== undefined)
  return verdict.outcome !== 'fail' || wrong === undefined ? verdict : { ...verdict, came: `${verdict.came}; its ${wrong.path} can't be read: ${wrong.problem}` }
}

/** One that did not fail, after one that did on a calm machine. */
function settled (verdict: Verdict, failure: Verdict | undefined): Verdict {
  if (failure === undefined) return verdict
  return verdict.outcome === 'pass' ? unsure(`failed once (${failure.came}), then passed (${verdict.came})`) : failure
}

/** @throws Ruined */
export async function attempt ({ run }: Clause, trial: Trial): Promise<Verdict> {
  try {
    return await run(trial)
  } catch (error) {
    if (error instanceof Missing) return untested(error.message)
    if (error instanceof Ruined) throw error
    // Something of which the kit does not know what to make, such as JSON that is too deep.
    return unsure(`the kit itself failed: ${messageOf(error)}`)
  }
}
