// Many tasks in few packets: splits them so that each packet fits, sends one after the other, and gives an outcome for each.

import { errors, type TaskOutcome, type TaskSubmission, type TaskSubmitManyAccepted } from '../schemas/index.js'
import { RequestError } from './failures.js'

export interface BulkOptions {
  readonly payloadBytesMax: number
  send (chunk: readonly TaskSubmission[]): Promise<TaskSubmitManyAccepted>
  /** For one that was rejected, but not for good. */
  again (task: TaskSubmission): Promise<Standing>
}

export type Standing = Extract<TaskOutcome, { v: number }>

/** The contract's limit of one packet. */
const tasksMax = 1_000
/** Braces, `tasks` and a `ref`. */
const envelopeBytes = 128

/** One promise each, in the order given. */
export function submitInBulk (tasks: readonly TaskSubmission[], options: BulkOptions): Array<Promise<Standing>> {
  let former: Promise<unknown> = Promise.resolve()
  return split(tasks, options.payloadBytesMax - envelopeBytes).flatMap((chunk) => {
    const reply = former.then(() => options.send(chunk))
    former = reply.catch(() => {})
    return chunk.map((task, i) => outcomeOf(reply, i, task, options))
  })
}

async function outcomeOf (reply: Promise<TaskSubmitManyAccepted>, i: number, task: TaskSubmission, { again }: BulkOptions): Promise<Standing> {
  const outcome = (await reply).tasks[i]
  if (!outcome) throw new RequestError('internal', 'the reply has no outcome for this task')
  if (!('code' in outcome)) return outcome
  if (errors[outcome.code].retryable) return again(task)
  throw new RequestError(outcome.code, outcome.message ?? errors[outcome.code].meaning)
}

/** A task too large for any packet gets one of its own, to be refused alone. */
function split (tasks: readonly TaskSubmission[], bytesMax: number): TaskSubmission[][] {
  const chunks: TaskSubmission[][] = []
  let room = -1
  for (const task of tasks) {
    const bytes = Buffer.byteLength(JSON.stringify(task)) + 1
    const last = chunks.at(-1)
    if (!last || bytes > room || last.length === tasksMax) {
      chunks.push([task])
      room = bytesMax - bytes
    } else {
      last.push(task)
      room -= bytes
    }
  }
  return chunks
}
