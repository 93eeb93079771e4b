/** From a step of the device's lifecycle to what is committed, noted and told because of it. Pure. */
import type { Internal, Rejection, Transition } from '../../core/command.js'
import type { Device } from '../../core/device.js'
import { type Step, step } from '../../core/lifecycle.js'
import type { Task } from '../../core/task.js'
import { type DeviceEvent, type DeviceRow, deviceLifecycle, nextVersion } from './lifecycle.js'
import { staleSession } from './session.js'

export interface DeviceOutcome {
  readonly device: Device | undefined
  readonly transition?: Transition
  readonly rejection?: Rejection
}

export function happen (device: Device | undefined, event: DeviceEvent, reason?: string): DeviceOutcome {
  const done = step(deviceLifecycle, device, event)
  switch (done.type) {
    case 'moved': return { device: done.after ?? undefined, transition: transitionOf(done, event.now, reason) }
    case 'unchanged': return { device }
    case 'rejected': return { device, rejection: rejectionOf(done.row, device, event) }
  }
}

/** Tasks that its end takes from a device: those that said so, or all of them. */
export function releases (held: readonly Task[], device: string, reason: string, which: (task: Task) => boolean): Internal[] {
  return held.filter(which).map(({ id }) => ({ key: 'tasks/release', entity: id, body: { device, reason } }))
}

export const releasedOffline = (task: Task): boolean => task.onOffline === 'release'

function transitionOf (moved: Extract<Step<Device, DeviceRow>, { type: 'moved' }>, at: number, reason: string | undefined): Transition {
  const { before, after, row } = moved
  const { id } = (after ?? before) as Device
  const told = after ?? { ...before as Device, v: nextVersion(before as Device, at) }
  return {
    ...isOtherwise(before, after) && { follow: [{ key: 'deployments/moved', entity: id, body: {} }] },
    change: { kind: 'device', id, expect: before?.v ?? 0, record: after },
    notes: [{ type: 'device', id, after }],
    effects: [{ type: 'device', device: told, emits: row.emits, at, ...reason !== undefined && { reason }, ...after === null && { gone: true } }]
  }
}

/** Whether it can do what it could. */
function isOtherwise (before: Device | undefined, after: Device | null): boolean {
  return before?.state !== after?.state || (before?.cordoned === undefined) !== (after?.cordoned === undefined)
}

function rejectionOf (row: DeviceRow, device: Device | undefined, event: DeviceEvent): Rejection {
  const stale = 'session' in event ? staleSession(device, event.session) : undefined
  if (stale !== undefined) return stale
  return { code: row.reject ?? 'internal', message: 'there is no such device; a device says birth first' }
}
