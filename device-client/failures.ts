// What an app is told when something does not come about. Codes are API, texts are not.

import type { DeploymentState, ExecutionState, Rejected, TaskAccepted, TaskEnded, TaskState, TaskStateName, WorkflowState } from '../schemas/index.js'

/** A task as the orchestrator tells it, whichever message that was. */
export type TaskDocument = TaskAccepted | TaskEnded | TaskState

/** The orchestrator refused a command (`code` of the catalogue), or there was no answer (`timeout`, `closed`). */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor (readonly code: Rejected['code'] | 'timeout' | 'closed', message: string, readonly rejection?: Rejected) {
    super(message)
  }
}

/** A task that ended otherwise than completed, or can't be known to have ended. */
export class TaskError extends Error {
  override name = 'TaskError'
  constructor (
    readonly task: string,
    /** The device's own code for a failed task; else the state, or why nothing is known. */
    readonly code: string,
    message: string,
    readonly state?: TaskStateName,
    readonly document?: TaskDocument
  ) {
    super(message)
  }
}

/** An execution that ended otherwise than completed: `document` tells of each of its steps. */
export class RunError extends Error {
  override name = 'RunError'
  constructor (readonly run: string, readonly code: string, message: string, readonly document: ExecutionState) {
    super(message)
  }
}

/** A run of a workflow that ended otherwise than completed: at which step, and why; `document` tells of each of its steps. */
export class WorkflowError extends Error {
  override name = 'WorkflowError'
  readonly step: string | undefined
  /** Of an element of `forEach`. */
  readonly index: number | undefined
  constructor (readonly run: string, readonly code: string, message: string, readonly document?: WorkflowState) {
    super(message)
    this.step = document?.error?.step
    this.index = document?.error?.index
  }
}

/** A deployment that could not become ready: `document` tells how far each device is. */
export class DeployError extends Error {
  override name = 'DeployError'
  constructor (readonly deployment: string, message: string, readonly document?: DeploymentState) {
    super(message)
  }
}

export function hasEnded (state: TaskStateName): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled' || state === 'expired'
}

export function taskErrorOf (document: TaskDocument): TaskError {
  const { task, state, error, reason } = document
  const message = error?.message ?? reason ?? `the task is ${state}`
  return new TaskError(task, error?.code ?? state, message, state, document)
}
