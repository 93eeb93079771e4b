/** Waiting for the end of a run of a workflow, with a picture of it meanwhile. */
import type { WorkflowAccepted } from '../../schemas/index.js'
import { type App, RequestError, WorkflowError } from '../../device-client/app.js'
import { systemClock } from '../platform/clock.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { failureOf } from './output/graph.js'
import { hint, jsonOf, plain, say } from './output/lines.js'
import { type Display, isColoured, showLive } from './output/live.js'
import { valueOf } from './output/table.js'
import { untilSignal } from './signals.js'
import { StepTasks } from './step-tasks.js'

export interface Waiting {
  /** The orchestrator's time, now. */
  readonly at: number
  readonly json: boolean
  /** How long to wait; undefined: as long as it takes. */
  readonly timeout: number | undefined
}

export const waitCodesText = 'Exit codes: 0 done (--wait: completed), 1 failed or not over in time, 2 wrong usage or a file that can\'t be read,\n3 cancelled, 4 nobody answers, 5 refused by the orchestrator, 130 interrupted.'

/** The picture is on stderr, the result on stdout. */
export async function waitFor (app: App, known: WorkflowAccepted, { at, json, timeout }: Waiting): Promise<ExitCode> {
  const { run } = known
  const display = showLive(process.stderr, orchestratorTime(at), isColoured(process.stderr, process.env))
  const tasks = new StepTasks(app, document => display.update(document))
  tasks.update(known)
  const watch = app.workflows.watch(run)
  const watching = (async () => { for await (const state of watch) tasks.update(state) })()
  const ended = app.workflows.result(run, timeout)
  ended.catch(() => {})
  const signal = await Promise.race([untilSignal(), ended.then(() => undefined, () => undefined)])
  await watch.return()
  await watching
  tasks.close()
  if (signal !== undefined) return interrupted(run, display)
  try {
    const result = await ended
    await finish(app, run, display)
    say(json ? jsonOf({ run, state: 'completed', result }) : valueOf(result ?? null))
    return exitCodes.ok
  } catch (error) {
    await finish(app, run, display)
    if (error instanceof WorkflowError) return tellFailure(error, json)
    throw error instanceof RequestError && error.code === 'timeout' ? new CommandError(exitCodes.failed, `it is not over after ${timeout} ms: ${goesOn(run)}`) : error
  }
}

function orchestratorTime (at: number): () => number {
  const clock = systemClock()
  const began = clock.now()
  return () => at + clock.now() - began
}

/** With its last state, if that can be had. */
async function finish (app: App, run: string, display: Display): Promise<void> {
  await app.workflows.get(run).then(state => display.update(state), () => {})
  display.end()
}

function interrupted (run: string, display: Display): ExitCode {
  display.end()
  hint(goesOn(run))
  return exitCodes.interrupted
}

function goesOn (run: string): string {
  return `${run} goes on: orchestra runs ${run} --wait looks at it again, orchestra cancel run ${run} ends it`
}

function tellFailure ({ run, code, message, document }: WorkflowError, json: boolean): ExitCode {
  const { state, error, reason } = document ?? {}
  if (json) say(jsonOf({ run, state, code, message, ...error?.step !== undefined && { step: error.step }, ...error?.index !== undefined && { index: error.index } }))
  else if (state === 'cancelled') hint(plain(`${run} is cancelled${reason === undefined || reason === state ? '' : `: ${reason}`}`))
  else hint(plain(`${run} has failed${error === undefined ? `: ${message}` : ` at ${failureOf(error)}`}${whatToDo(document)}`))
  return state === 'cancelled' ? exitCodes.ended : exitCodes.failed
}

/** Where more is to be found, or what to mend. */
function whatToDo (document: WorkflowError['document']): string {
  if (document === undefined) return ''
  const { step, index, code } = document.error ?? {}
  if (code === 'expression') return '; correct the expression, and run it again'
  const { task, run } = document.steps[step ?? ''] ?? {}
  if (run !== undefined) return `; orchestra runs ${run} tells of its own run`
  if (task === undefined) return `; orchestra runs ${document.run} tells of each step`
  return `; orchestra get ${task}${index === undefined ? '' : `:${index}`} tells of its task`
}
