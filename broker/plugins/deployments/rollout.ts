/**
 * How far a revision is: devices get their parts in batches, perhaps a few of
 * them long before the others, and where too many fail, the one before comes
 * back. Pure.
 */
import { own } from '../../core/records.js'
import type { Deployment, OnDevice, Revision } from '../../core/deployment.js'
import { timersOf } from './timers.js'

const ABORT_AFTER = 1
export const MOVE_AFTER_MS = 30_000
/** How soon it is looked for another device where there was none. */
const RETRY_MS = 5_000

/** With what follows from how its devices are: the next batch, the return, the state. */
export function settled (deployment: Deployment, now: number): Deployment {
  const after = advanced(isPauseOver(deployment, now) ? resumed(deployment) : deployment, now)
  const state = stateOf(after)
  return { ...after, state, wasReady: after.wasReady ?? (state === 'ready' ? true : undefined), since: state === deployment.state ? deployment.since : now, deadline: deadlineOf(after, now) }
}

function isPauseOver ({ paused }: Deployment, now: number): boolean {
  return paused?.until !== undefined && paused.until <= now
}

/** What canaries were waited for is not waited for again. */
export function resumed (deployment: Deployment): Deployment {
  return { ...deployment, paused: undefined, isProven: deployment.isProven ?? (deployment.paused !== undefined && deployment.paused.by === undefined ? true : undefined) }
}

function advanced (deployment: Deployment, now: number): Deployment {
  const { current, former, devices } = deployment
  const { rollout: { abortAfter = ABORT_AFTER } = {} } = current.manifest.policy
  const entries = Object.entries(devices)
  const failures = entries.filter(([, { state }]) => state === 'failed')
  if (failures.length >= abortAfter) {
    if (former === undefined || deployment.wasReady === true) return deployment
    const errors = Object.fromEntries(failures.map(([device, { error = '' }]) => [device, error]))
    // Who had it has it still.
    const ready = Object.fromEntries(Object.values(former.placement).map(device => [device, { state: 'ready' } as const]))
    return { ...deployment, current: former, former: undefined, paused: byHand(deployment), wasReady: true, isProven: undefined, timers: timersOf(former.manifest, now), devices: ready, behind: undefined, failed: { revision: current.revision, errors, modules: Object.values(current.modules).map(({ id }) => id).sort() } }
  }
  const pending = entries.filter(([, { state }]) => state === 'pending')
  if (pending.length === 0) return deployment
  const room = roomOf(deployment)
  if (room === 'proving') return { ...deployment, paused: { since: now, until: untilOf(current, now) } }
  const next = pending.slice(0, Math.max(room, 0))
  return next.length === 0 ? deployment : { ...deployment, devices: { ...devices, ...Object.fromEntries(next.map(([device]) => [device, { state: 'sent' }])) } }
}

/** How many more may get their parts now; `proving`: the canaries are ready, and the others wait. */
function roomOf ({ current, former, devices, paused, isProven }: Deployment): number | 'proving' {
  const { rollout: { batch = Infinity, canary } = {} } = current.manifest.policy
  const count = (wanted: OnDevice['state']): number => Object.values(devices).filter(({ state }) => state === wanted).length
  if (paused !== undefined) return 0
  const room = batch - count('sent')
  // With none that runs there is nothing to be careful with.
  if (canary === undefined || isProven === true || former === undefined) return room
  return count('ready') >= canary ? 'proving' : Math.min(room, canary - count('sent') - count('ready'))
}

function untilOf ({ manifest: { policy: { rollout } } }: Revision, now: number): number | undefined {
  return rollout?.canaryMs === undefined ? undefined : now + rollout.canaryMs
}

/** What somebody has paused stays so, whatever revision comes. */
export function byHand ({ paused }: Deployment): Deployment['paused'] {
  return paused?.by === undefined ? undefined : paused
}

function stateOf ({ current, devices, lost = {}, problem }: Deployment): Deployment['state'] {
  const states = new Set(Object.values(devices).map(({ state }) => state))
  if (states.has('failed')) return 'failed'
  const isWhole = Object.keys(current.manifest.steps).every(step => own(current.placement, step) !== undefined)
  if (!isWhole || problem !== undefined || Object.keys(lost).length > 0) return 'degraded'
  return states.has('sent') || states.has('pending') ? 'deploying' : 'ready'
}

function deadlineOf ({ current, lost = {}, problem, behind, paused, timers = [] }: Deployment, now: number): number | undefined {
  const { moveAfterMs = MOVE_AFTER_MS } = current.manifest.policy
  const due = Object.values(lost).map(since => Math.max(since + moveAfterMs, now + 1))
  const all = [...problem === undefined ? due : [now + RETRY_MS], ...behind === undefined ? [] : [now + RETRY_MS], ...paused?.until === undefined ? [] : [paused.until], ...timers.filter(at => at !== null)]
  return all.length === 0 ? undefined : Math.min(...all)
}

/** For a revision whose devices have nothing of it yet. */
export function unsent (devices: readonly string[]): Readonly<Record<string, OnDevice>> {
  return Object.fromEntries([...devices].sort().map(device => [device, { state: 'pending' }]))
}
