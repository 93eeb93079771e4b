// Holds a function to its description: args that it does not take never reach it, and what it returns is as it says. And a
// function that goes on for ever keeps its lease while it runs.

import type { Work } from './assignment.js'
import type { FunctionDescription, TaskFunction } from './task-function.js'
import type { Alarm, Clock } from './platform/clock.js'

/** As it is where nothing is promised: ajv is loaded for those alone that describe values. */
export async function promised (call: TaskFunction, { params, result }: FunctionDescription = {}): Promise<TaskFunction> {
  if (params === undefined && result === undefined) return call
  const { paramsProblem } = await import('../schemas/params.js')
  return async (args, context) => {
    refuse('bad-args', params && paramsProblem(params, args))
    const returned = await call(args, context)
    if (result !== undefined) refuse('bad-result', paramsProblem(result, travelling(returned), 'result'))
    return returned
  }
}

/** The same again would go the same way. */
function refuse (code: string, message: string | undefined): void {
  if (message !== undefined) throw Object.assign(new Error(message), { code, retry: false })
}

/** As it will arrive; what is no JSON is told apart from what is no result of this kind. */
function travelling (value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value ?? null)) as unknown
  } catch (error) {
    throw Object.assign(new Error(error instanceof Error ? error.message : 'the result is not JSON'), { code: 'result-not-json', retry: false })
  }
}

/** One may get lost and the next still comes in time. */
const RENEWALS_A_LEASE = 3
const RENEWAL_MIN_MS = 200

/** Renews the lease until the call has ended. */
export async function renewing (call: () => unknown, work: Pick<Work, 'deadline' | 'renew'>, clock: Clock): Promise<unknown> {
  let alarm: Alarm | undefined
  const wait = (): void => {
    alarm = clock.after(Math.max((work.deadline - clock.wallMs()) / RENEWALS_A_LEASE, RENEWAL_MIN_MS), () => {
      work.renew()
      wait()
    })
  }
  wait()
  try {
    return await call()
  } finally {
    alarm?.cancel()
  }
}
