/**
 * Runs scripts against a target, and says of each what became of it. How that
 * is shown is in reports/.
 */
import type { Clock } from '../platform/clock.js'
import { Scene } from './scene.js'
import { type Need, type Place, type Script, type Step, Unmet } from './script.js'
import { kinds } from './steps/index.js'
import type { Stage, Target } from './targets/target.js'
import { fill } from './values.js'

export interface Failure {
  readonly place: Place
  /** As written. */
  readonly step: string
  readonly message: string
  readonly expected?: string
  readonly instead?: readonly string[]
}

export type Outcome = { readonly script: Script, readonly ms: number } & (
  { readonly kind: 'passed' } | { readonly kind: 'skipped', readonly lacks: readonly Need[] } | { readonly kind: 'failed', readonly failure: Failure }
)

export interface RunOptions {
  readonly target: Target
  readonly clock: Clock
  /** How many scripts run at the same time. */
  readonly jobs: number
  /** Real time for one script; without it there is no end to one that waits for ever. */
  readonly scriptMs?: number
  /** Ends what runs, and begins nothing more: what was not run is not told. */
  readonly signal?: AbortSignal
  /** In the order of the scripts. */
  readonly told: (outcome: Outcome) => void
}

export async function runScripts (scripts: readonly Script[], options: RunOptions): Promise<Outcome[]> {
  const { jobs, told, signal } = options
  const finished: Outcome[] = []
  const outcomes: Outcome[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < scripts.length && signal?.aborted !== true) {
      const at = next++
      finished[at] = await runScript(scripts[at] as Script, options)
      for (let outcome = finished[outcomes.length]; outcome !== undefined; outcome = finished[outcomes.length]) {
        outcomes.push(outcome)
        told(outcome)
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  return outcomes
}

async function runScript (script: Script, options: RunOptions): Promise<Outcome> {
  const { target, clock } = options
  const begun = clock.now()
  const lacks = script.needs.filter(need => !target.gives.has(need))
  if (lacks.length > 0) return { kind: 'skipped', script, lacks, ms: 0 }
  const failure = await play(script, options)
  const ms = clock.now() - begun
  return failure === undefined ? { kind: 'passed', script, ms } : { kind: 'failed', script, failure, ms }
}

async function play (script: Script, options: RunOptions): Promise<Failure | undefined> {
  const { target, clock } = options
  let stage: Stage | undefined
  let scene: Scene | undefined
  try {
    stage = await target.open(script)
    const here = scene = new Scene(script, stage, clock, async steps => { for (const step of steps) await runStep(here, step) })
    await inTime(options, async () => {
      for (const [name, value] of Object.entries(script.vars)) here.set({ [name]: await fill(value, here.vars) })
      await here.runSteps(script.steps)
    })
    return undefined
  } catch (error) {
    const at = error instanceof StepFailure ? error.step : scene?.current ?? script.steps[0]
    return failureOf(error instanceof StepFailure ? error.cause : error, at, script)
  } finally {
    await scene?.close(new Error('the script is over'))
    await stage?.close()
  }
}

/** Whatever a script waits for when its time is over, or when nobody wants it any more, ends with that. */
async function inTime ({ clock, scriptMs, signal }: RunOptions, work: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = scriptMs === undefined ? undefined : clock.setTimeout(() => reject(new Error(`the script takes longer than ${scriptMs} ms`)), scriptMs)
    const stop = (): void => reject(new Error('it was interrupted'))
    if (signal?.aborted === true) stop()
    signal?.addEventListener('abort', stop)
    work().then(resolve, reject).finally(() => {
      if (timer !== undefined) clock.clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    })
  })
}

/** Keeps the innermost step, the one to look at. */
class StepFailure extends Error {
  override name = 'StepFailure'
  constructor (readonly step: Step, cause: unknown) {
    super('a step failed', { cause })
  }
}

async function runStep (scene: Scene, step: Step): Promise<void> {
  scene.goesOn()
  scene.current = step
  try {
    await kinds[step.kind]?.run(scene, step)
  } catch (error) {
    throw error instanceof StepFailure ? error : new StepFailure(step, error)
  }
}

function failureOf (error: unknown, step: Step | undefined, script: Script): Failure {
  const place = step?.place ?? { file: script.file, line: 1 }
  const message = error instanceof Error ? error.message : String(error)
  return { place, step: step === undefined ? '' : stepText(step), message, ...error instanceof Unmet && { expected: error.expected, instead: error.instead } }
}

const STEP_MAX = 160

function stepText ({ fields }: Step): string {
  const { steps: _, vars: __, ...written } = fields
  const text = Object.entries(written).map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ')
  return text.length > STEP_MAX ? `${text.slice(0, STEP_MAX)}…` : text
}
