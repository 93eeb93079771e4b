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

/** @throws Ruined */
export async function judge (clause: Clause, trial: Trial): Promise<Verdict> {
  let came = ''
  let excuse = ''
  let calm = 0
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const since = trial.stage.clock.now()
    const verdict = await attempt(clause, trial)
    if (verdict.outcome !== 'fail') return calm > 0 && verdict.outcome === 'pass' ? unsure(`failed once (${came}), then passed (${verdict.came})`) : verdict
    came = verdict.came
    const late = trial.excuse(since)
    if (late !== undefined) excuse = late
    else if (++calm === ENOUGH) return verdict
  }
  return unsure(`${came}; but ${excuse}`)
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
