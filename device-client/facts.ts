// Waits until a retained fact is as it should be: read when it is asked for, and at every change of it.

import type { DeploymentState, ExecutionState } from '../schemas/index.js'
import { DeployError, RequestError, RunError } from './failures.js'
import type { Alarm, Clock } from './platform/clock.js'

export interface FactSource {
  /** Relative to the root. */
  want (topic: string): void
  release (topic: string): void
}

/** Whether it is so far. Undefined: there is none, or no more. @throws what is told to who waits, where it never will be */
export type Check<T> = (fact: T | undefined) => boolean

interface Waiter {
  readonly topic: string
  heard (fact: object): void
  fail (error: Error): void
  /** Asks for it otherwise: of what went while the connection was away, no message tells. */
  readonly again?: (() => Promise<object>) | undefined
}

export class Facts {
  readonly #waiters = new Set<Waiter>()

  constructor (private readonly clock: Clock, private readonly source: FactSource) {}

  /**
   * @param timeoutMs without one, it is waited for as long as it takes
   * @param begun what leads to it: where that is refused, nothing is waited for
   * @param again asks for the fact once more, after each reconnecting; where that is refused, nothing is waited for any more
   * @throws RequestError `timeout`, and what the check throws
   */
  until<T extends object> (topic: string, check: Check<T>, timeoutMs: number | undefined, begun?: Promise<unknown>, again?: () => Promise<object>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const over = (settle: () => void): void => {
        alarm?.cancel()
        if (!this.#waiters.delete(waiter)) return
        this.source.release(topic)
        settle()
      }
      const waiter: Waiter = {
        topic,
        again,
        fail: (error) => over(() => reject(error)),
        heard: (fact) => {
          const isThere = Object.keys(fact).length > 0
          try {
            if (check(isThere ? fact as T : undefined)) over(() => resolve(fact as T))
          } catch (error) {
            over(() => reject(error))
          }
        }
      }
      const alarm: Alarm | undefined = timeoutMs === undefined ? undefined : this.clock.after(timeoutMs, () => waiter.fail(new RequestError('timeout', `${topic} did not come to that within ${timeoutMs} ms`)))
      this.#waiters.add(waiter)
      this.source.want(topic)
      begun?.catch((error: Error) => waiter.fail(error))
    })
  }

  /** Each state of it, undefined where there is none any more. @returns what ends that */
  follow (topic: string, heard: (fact: object | undefined) => void): () => void {
    const waiter: Waiter = { topic, heard: (fact) => heard(Object.keys(fact).length > 0 ? fact : undefined), fail: () => heard(undefined) }
    this.#waiters.add(waiter)
    this.source.want(topic)
    return () => {
      if (this.#waiters.delete(waiter)) this.source.release(topic)
    }
  }

  reconnected (): void {
    for (const waiter of this.#waiters) {
      waiter.again?.().then((fact) => waiter.heard(fact), (error: Error) => {
        if (!(error instanceof RequestError && error.code === 'timeout')) waiter.fail(error)
      })
    }
  }

  heard (topic: string, payload: object): void {
    for (const waiter of this.#waiters) if (waiter.topic === topic) waiter.heard(payload)
  }

  close (): void {
    for (const waiter of this.#waiters) waiter.fail(new RequestError('closed', 'the app was closed before that'))
  }
}

export const readiness: Check<DeploymentState> = (fact) => {
  if (fact === undefined) throw new DeployError('', 'there is no such deployment, or it was removed')
  const { deployment, revision, state, devices, failed } = fact
  const errors = failed?.errors ?? Object.fromEntries(Object.entries(devices).flatMap(([id, { error }]) => error === undefined ? [] : [[id, error]]))
  if (state === 'failed' || (failed !== undefined && failed.revision > revision)) throw new DeployError(deployment, `${deployment}: ${Object.entries(errors).map(([id, error]) => `${id}: ${error}`).join('; ')}`, fact)
  return state === 'ready'
}

export const ended: Check<ExecutionState> = (fact) => {
  if (fact === undefined || fact.state === 'executing') return false
  if (fact.state === 'completed') return true
  const { execution, error, reason, state } = fact
  const at = error?.step === undefined ? '' : ` at ${error.step}`
  throw new RunError(execution, error?.code ?? state, `${state}${at}: ${error?.message ?? error?.code ?? reason ?? ''}`, fact)
}
