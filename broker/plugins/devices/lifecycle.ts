/**
 * The lifecycle of a device, as a table. Pure: it imports the core alone.
 *
 *            birth, any word of the current session
 *            ┌──────────────────────────────┐
 *   birth ─▶ online ── leave, silence ──▶ offline ── forget ──▶ gone
 *
 * `free` and `executing` are not here: a device that is online is the one or
 * the other by the tasks that name it.
 */
import { type Device, type Presence, presenceMs } from '../../core/device.js'
import { type Lifecycle, NONE, type Row, rowsOf } from '../../core/lifecycle.js'

interface Now { readonly now: number }
/** An absent session means the current one. */
interface OfSession extends Now { readonly session?: number }

export type DeviceEvent =
  | Now & { readonly type: 'birth', readonly session: number, readonly device: Device }
  /** Any other command of the device. */
  | OfSession & { readonly type: 'speak', readonly adoptedBy?: string }
  | OfSession & { readonly type: 'leave', readonly reason?: string }
  /** Its presence has run out. */
  | Now & { readonly type: 'deadline' }
  /** It let three offers in a row lapse, and has no heartbeat to be missed. */
  | Now & { readonly type: 'unanswered' }
  | Now & { readonly type: 'cordon', readonly by: string, readonly reason?: string }
  | Now & { readonly type: 'uncordon' }
  | Now & { readonly type: 'forget' }

type EventType = DeviceEvent['type']
type EventOf<T extends EventType> = Extract<DeviceEvent, { type: T }>
export type DeviceCode = 'unknown-device' | 'stale-session'
export type DeviceRow = Row<Device, DeviceEvent, Presence, DeviceCode>

const on = rowsOf<Device, DeviceEvent, Presence, DeviceCode>()

const KNOWN: readonly Presence[] = ['online', 'offline']

const olderSession = {
  name: 'older session',
  test: (device: Device, event: OfSession) => event.session !== undefined && event.session < device.session
}
const sameAsBefore = {
  name: 'nothing new',
  test: (device: Device, event: EventOf<'birth'>) => event.session === device.session && isSame(device, event.device)
}
const renewal = {
  name: 'same session',
  test: (device: Device, event: EventOf<'birth'>) => event.session === device.session
}
const orphan = { name: 'its node is gone', test: (_: Device, event: EventOf<'speak'>) => event.adoptedBy !== undefined }
const cordoned = { name: 'cordoned', test: (device: Device) => device.cordoned !== undefined }
const presenceOver = {
  name: 'presence over',
  // The store may hold a later, touched deadline than the record: it says when to ask.
  test: (device: Device) => presenceMs(device) !== undefined
}

const rows: readonly DeviceRow[] = [
  on('birth', { from: [NONE], to: 'online', apply: (_, e) => ({ ...e.device, deadline: presenceEnd(e.device, e.now) }), emits: 'born' }),
  on('birth', { from: KNOWN, when: olderSession, reject: 'stale-session' }),
  on('birth', { from: ['online'], when: sameAsBefore }),
  on('birth', { from: ['online'], when: renewal, to: 'online', apply: reborn }),
  on('birth', { from: KNOWN, to: 'online', apply: reborn, emits: 'born' }),

  on('speak', { from: KNOWN, when: olderSession, reject: 'stale-session' }),
  on('speak', { from: ['offline'], to: 'online', apply: (device, e) => ({ ...adopted(e), deadline: presenceEnd(device, e.now) }), emits: 'born' }),
  on('speak', { from: ['online'], when: orphan, to: 'online', apply: (_, e) => adopted(e) }),
  on('speak', { from: ['online'] }),

  on('leave', { from: [NONE] }),
  on('leave', { from: KNOWN, when: olderSession, reject: 'stale-session' }),
  on('leave', { from: ['online'], to: 'offline', apply: absent, emits: 'left' }),
  on('leave', { from: ['offline'] }),

  on('deadline', { from: ['online'], when: presenceOver, to: 'offline', apply: absent, emits: 'lost' }),
  on('deadline', { from: [NONE, ...KNOWN] }),
  on('unanswered', { from: ['online'], to: 'offline', apply: absent, emits: 'lost' }),
  on('unanswered', { from: [NONE, 'offline'] }),

  ...KNOWN.flatMap(state => [
    on('cordon', { from: [state], when: cordoned }),
    on('cordon', { from: [state], to: state, apply: (_, e) => ({ cordoned: { by: e.by, at: e.now, ...e.reason !== undefined && { reason: e.reason } } }), emits: 'cordoned' }),
    on('uncordon', { from: [state], when: cordoned, to: state, apply: () => ({ cordoned: undefined }), emits: 'uncordoned' }),
    on('uncordon', { from: [state] })
  ]),
  on('forget', { from: KNOWN, to: NONE, emits: 'forgotten' }),
  ...(['speak', 'cordon', 'uncordon', 'forget'] as const).map(type => on(type, { from: [NONE], reject: 'unknown-device' }))
]

export const deviceLifecycle: Lifecycle<Device, DeviceEvent, Presence, DeviceCode> = {
  name: 'device',
  states: KNOWN,
  events: ['birth', 'speak', 'leave', 'deadline', 'unanswered', 'cordon', 'uncordon', 'forget'],
  rows,
  nextVersion: (device, event) => nextVersion(device, event.now)
}

/**
 * Its published state also changes with the tasks that it holds, which write no record of it:
 * versions follow the clock, so that they grow across both, and across restarts.
 */
export function nextVersion (device: Device, now: number): number {
  return Math.max(device.v + 1, now)
}

export function presenceEnd (device: Device, now: number): number | undefined {
  const ms = presenceMs(device)
  return ms === undefined ? undefined : now + ms
}

function reborn (before: Device, { device, now }: EventOf<'birth'>): Partial<Device> {
  // What the new birth doesn't name is gone; what people said of the device stays.
  const cleared = Object.fromEntries(Object.keys(before).map(key => [key, undefined]))
  return { ...cleared, ...device, v: before.v, since: before.since, cordoned: before.cordoned, deadline: presenceEnd(device, now) }
}

/** The node that heard it serves it from now on. */
function adopted ({ adoptedBy }: EventOf<'speak'>): Partial<Device> {
  return adoptedBy === undefined ? {} : { node: adoptedBy }
}

function absent (): Partial<Device> {
  return { deadline: undefined }
}

const VOLATILE: ReadonlySet<string> = new Set(['id', 'v', 'state', 'since', 'deadline', 'cordoned'])

function isSame (before: Device, after: Device): boolean {
  return description(before) === description(after)
}

function description (device: Device): string {
  const fields = Object.entries(device).filter(([name, value]) => !VOLATILE.has(name) && value !== undefined)
  return JSON.stringify(fields.sort(([a], [b]) => a < b ? -1 : 1))
}
