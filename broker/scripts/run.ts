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
  /** In the order of the scripts. */
  readonly told: (outcome: Outcome) => void
}

export async function runScripts (scripts: readonly Script[], { target, clock, jobs, told }: RunOptions): Promise<Outcome[]> {
  const finished: Outcome[] = []
  const outcomes: Outcome[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < scripts.length) {
      const at = next++
      finished[at] = await runScript(scripts[at] as Script, target, clock)
      for (let outcome = finished[outcomes.length]; outcome !== undefined; outcome = finished[outcomes.length]) {
        outcomes.push(outcome)
        told(outcome)
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  return outcomes
}

async function runScript (script: Script, target: Target, clock: Clock): Promise<Outcome> {
  const begun = clock.now()
  const lacks = script.needs.filter(need => !target.gives.has(need))
  if (lacks.length > 0) return { kind: 'skipped', script, lacks, ms: 0 }
  const failure = await play(script, target, clock)
  const ms = clock.now() - begun
  return failure === undefined ? { kind: 'passed', script, ms } : { kind: 'failed', script, failure, ms }
}

async function play (script: Script, target: Target, clock: Clock): Promise<Failure | undefined> {
  let stage: Stage | undefined
  let scene: Scene | undefined
  let at: Step | undefined
  const runSteps = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) await runStep(scene as Scene, step)
  }
  try {
    stage = await target.open(script)
    scene = new Scene(script, stage, clock, runSteps)
    for (const [name, value] of Object.entries(script.vars)) scene.set({ [name]: await fill(value, scene.vars) })
    await runSteps(script.steps)
    return undefined
  } catch (error) {
    at = error instanceof StepFailure ? error.step : script.steps[0]
    return failureOf(error instanceof StepFailure ? error.cause : error, at, script)
  } finally {
    await scene?.close()
    await stage?.close()
  }
}

/** Keeps the innermost step, the one to look at. */
class StepFailure extends Error {
  override name = 'StepFailure'
  constructor (readonly step: Step, cause: unknown) {
    super('a step failed', { cause })
  }
}

async function runStep (scene: Scene, step: Step): Promise<void> {
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
