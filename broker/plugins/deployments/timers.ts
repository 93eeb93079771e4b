/** Triggers that wait for a time. Pure. */
import type { Deployment, Manifest, Trigger } from '../../core/deployment.js'
import { everyMs } from '../../core/every.js'
import { hashOf } from '../../core/hash.js'

function periodOf ({ every }: Trigger): number | undefined {
  return every === undefined ? undefined : everyMs(every)
}

/** Undefined where none waits for a time. */
export function timersOf ({ triggers = [] }: Manifest, now: number): Deployment['timers'] {
  const timers = triggers.map(trigger => {
    const ms = periodOf(trigger)
    return ms === undefined ? null : now + ms
  })
  return timers.some(at => at !== null) ? timers : undefined
}

export interface Firing { readonly run: string, readonly trigger: string, readonly at: number }

/** What is due now. What was missed while nobody was there happens once. */
export function firingsOf ({ id, current, timers = [] }: Deployment, now: number): readonly Firing[] {
  return timers.flatMap((at, index) => at === null || at > now ? [] : [{ run: runOf(id, index, at), trigger: `every ${current.manifest.triggers?.[index]?.every ?? ''}`, at }])
}

/** The same time, the same execution: whoever finds it due a second time, as after a crash, finds it begun. */
function runOf (deployment: string, index: number, at: number): string {
  return `every-${at.toString(36)}-${index}-${hashOf(deployment)}`
}

/** In step with when it began, whatever came in between. */
export function wound ({ current, timers }: Deployment, now: number): Deployment['timers'] {
  return timers?.map((at, index) => {
    const ms = periodOf(current.manifest.triggers?.[index] ?? {})
    return at === null || ms === undefined || at > now ? at : at + ms * (Math.floor((now - at) / ms) + 1)
  })
}
