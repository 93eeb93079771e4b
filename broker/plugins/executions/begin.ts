/** The beginning of an execution, whatever it was begun by. Pure. */
import type { Transition } from '../../core/command.js'
import type { Deployment } from '../../core/deployment.js'
import type { Execution } from '../../core/execution.js'
import { changed } from './change.js'
import { LOOK_AGAIN_MS, revisionFor, waitingSteps } from './plan.js'

const KEEP_MS = 60 * 60_000
/** Triggers begin no more than so many of one deployment at a time. */
export const RUNNING_MAX = 64

export interface Beginning {
  readonly run: string
  /** As JSON. */
  readonly args: string | undefined
  readonly submitter: string
  readonly trigger?: string | undefined
  readonly following?: number | undefined
  readonly keepMs?: number | undefined
}

export function begin (deployment: Deployment, beginning: Beginning, now: number): readonly Transition[] {
  const { args } = beginning
  return changed(undefined, executionOf(deployment, beginning, now), args === undefined ? undefined : { args })
}

export function executionOf (deployment: Deployment, { run, submitter, trigger, following, keepMs = KEEP_MS }: Beginning, now: number): Execution {
  const { revision, manifest } = revisionFor(deployment)
  return { id: run, v: 1, deployment: deployment.id, revision, state: 'executing', steps: waitingSteps(manifest), submitter, trigger, following, keepMs, createdAt: now, since: now, deadline: now + LOOK_AGAIN_MS }
}
