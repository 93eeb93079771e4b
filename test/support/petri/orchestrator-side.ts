/**
 * The orchestrator's side of the net, from the two tables that it runs on. Each
 * row that may fit gives a transition for each of its states, each message of a
 * device also one for the attempt that it is about. Counters and clocks are left
 * open: where a guard reads them, both outcomes are in the net.
 */
import { NONE } from '../../../broker/core/lifecycle.js'
import type { Presence } from '../../../broker/core/device.js'
import { HELD, type TaskState } from '../../../broker/core/task.js'
import type { DeviceEvent, DeviceRow, deviceLifecycle } from '../../../broker/plugins/devices/lifecycle.js'
import * as guard from '../../../broker/plugins/tasks/guards.js'
import type { TaskRow, taskLifecycle } from '../../../broker/plugins/tasks/lifecycle.js'
import { type Actor, type Judge, type Transition, possibleRows } from './net.js'
import { type Attempt, type Message, attempt, cancelling, client, device, slot, task, wire } from './places.js'

type TaskTable = typeof taskLifecycle
type DeviceTable = typeof deviceLifecycle
type From = TaskState | typeof NONE

/** What the device says, and what it is told where that is accepted. */
const ANSWERS = { begin: 'begun', progress: 'begun', success: 'accepted', fail: 'accepted', decline: 'accepted' } as const
type Word = keyof typeof ANSWERS

export function orchestratorSide (tasks: TaskTable, devices: DeviceTable, attempts: readonly Attempt[]): Transition[] {
  return [
    ...unasked(tasks, attempts),
    ...attempts.flatMap(about => [...offers(tasks, about, attempts), ...words(tasks, about, attempts), ...releases(tasks, about, attempts)]),
    ...presence(devices)
  ]
}

/** What a guard of the task's table says in a state, about the current attempt or an earlier one. */
function judge (state: From, current: boolean): Judge {
  const ofAttempt = [guard.mineSilent, guard.mineLast, guard.mineUndeliverable].map(({ name }) => name)
  return name => {
    if (name === guard.mine.name) return current
    if (ofAttempt.includes(name)) return current ? undefined : false
    // There is one device, so what is held is held by it.
    if (name === guard.heldBy.name) return true
    if (name === guard.heldBySpent.name) return state === 'executing' ? undefined : false
    return undefined
  }
}

/** Submit, cancel, evict and the deadlines: no message of a device is behind them. */
function unasked (tasks: TaskTable, attempts: readonly Attempt[]): Transition[] {
  const by: Readonly<Record<string, Actor>> = { submit: 'people', cancel: 'people', evict: 'mishap', deadline: 'orchestrator' }
  return Object.entries(by).flatMap(([on, actor]) => each(tasks, on as TaskRow['on'], true).flatMap(({ state, row }) => {
    if (row.to === undefined) return []
    if (row.recalls !== true) return [moving(row, state, actor, {})]
    return attempts.map(about => moving(row, state, actor, {
      reads: current(about, attempts), takes: [cancelling.none(about)], puts: [cancelling.way(about)], tail: about
    }))
  }))
}

/** To a device that is online and has a free slot; the attempt's last use has left no message. */
function offers (tasks: TaskTable, about: Attempt, attempts: readonly Attempt[]): Transition[] {
  const last = attempts.at(attempts.indexOf(about) - 1) ?? about
  return each(tasks, 'offer', true).flatMap(({ state, row }) => row.to === undefined
    ? []
    : [moving(row, state, 'orchestrator', {
        reads: [device('online'), client.idle(about), cancelling.none(about)],
        takes: [wire(about, 'quiet'), ...last === about ? [] : [attempt(last)]],
        puts: [wire(about, row.to === 'executing' ? 'implied offer' : 'offer'), ...last === about ? [] : [attempt(about)]],
        tail: about
      })])
}

/** A message of the device about an attempt, and its answer, whether it moves the task or not. */
function words (tasks: TaskTable, about: Attempt, attempts: readonly Attempt[]): Transition[] {
  return (Object.keys(ANSWERS) as Word[]).flatMap(on => [true, false].flatMap(isCurrent => {
    const standing = isCurrent ? current(about, attempts) : earlier(about, attempts)
    if (standing === undefined) return []
    return each(tasks, on, isCurrent).map(({ state, row }) => {
      const answer: Message = row.reject === undefined ? ANSWERS[on] : 'rejected'
      return moving(row, state, 'device', { reads: standing, takes: [wire(about, on)], puts: [wire(about, answer)], tail: `${about}${isCurrent ? '' : ', earlier'}` })
    })
  }))
}

/** Where its device is gone, or comes back and no longer has what it began. */
function releases (tasks: TaskTable, about: Attempt, attempts: readonly Attempt[]): Transition[] {
  const gone = about === attempts[0] ? [[device('offline')], [device(NONE)]] : []
  return each(tasks, 'release', true).flatMap(({ state, row }) => {
    if (row.to === undefined) return []
    const lacking = state === 'executing' ? [[device('online'), client.idle(about), ...current(about, attempts)]] : []
    return [...gone, ...lacking].map(reads => moving(row, state, 'mishap', { reads, tail: reads.join(' + ') }))
  })
}

function each (tasks: TaskTable, on: TaskRow['on'], isCurrent: boolean): { state: From, row: TaskRow }[] {
  const states: readonly From[] = [NONE, ...tasks.states]
  return states.flatMap(state => possibleRows(tasks, state, on, judge(state, isCurrent)).map(row => ({ state, row })))
}

interface Extra { readonly reads?: readonly string[], readonly takes?: readonly string[], readonly puts?: readonly string[], readonly tail?: string }

function moving (row: TaskRow, state: From, by: Actor, { reads = [], takes = [], puts = [], tail }: Extra): Transition {
  // An id lives once: before its submit and after its removal are two places, though one state.
  const from = state === NONE && row.on !== 'submit' ? task('removed') : task(state)
  const to = row.to === undefined ? from : row.to === NONE ? task('removed') : task(row.to)
  const slots = slotChange(state, row)
  const label = row.when === undefined ? row.on : `${row.on} [${row.when.name}]`
  return {
    name: `${label}: ${from} → ${row.reject ?? to}${tail === undefined ? '' : ` (${tail})`}`,
    label,
    by,
    takes: [from, ...slots.takes, ...reads, ...takes],
    puts: [to, ...slots.puts, ...reads, ...puts],
    ...row.to === undefined && { answers: true }
  }
}

/** A task that is held takes the device's slot. */
function slotChange (state: From, { to = state }: TaskRow): { takes: string[], puts: string[] } {
  const before = isHeld(state)
  if (before === isHeld(to)) return { takes: [], puts: [] }
  return before ? { takes: [slot.holding], puts: [slot.free] } : { takes: [slot.free], puts: [slot.holding] }
}

function isHeld (state: From): boolean {
  return (HELD as readonly From[]).includes(state)
}

function current (about: Attempt, attempts: readonly Attempt[]): string[] {
  return attempts.length === 1 ? [] : [attempt(about)]
}

/** Undefined where the net has one attempt alone, which is always the current one. */
function earlier (about: Attempt, attempts: readonly Attempt[]): string[] | undefined {
  const other = attempts.find(one => one !== about)
  return other === undefined ? undefined : [attempt(other)]
}

/** Which of the device's own state an event of its record goes with: `[before, after]`. */
const WITH_CLIENT: Readonly<Record<DeviceEvent['type'], readonly (readonly [string, string])[]>> = {
  birth: [[client.away, client.here], [client.here, client.here]],
  speak: [[client.here, client.here]],
  leave: [[client.here, client.away], [client.away, client.away]],
  deadline: [],
  unanswered: [],
  cordon: [],
  uncordon: [],
  forget: []
}

function presence (devices: DeviceTable): Transition[] {
  const states: readonly (Presence | typeof NONE)[] = [NONE, ...devices.states]
  return devices.events.flatMap(on => states.flatMap(state => possibleRows(devices, state, on, olderIsNever)
    .filter(row => row.to !== undefined)
    .flatMap(row => presenceMoves(row, state))))
}

/** A device of the net has one session, the current one. */
const olderIsNever: Judge = name => name === 'older session' ? false : undefined

function presenceMoves (row: DeviceRow, state: Presence | typeof NONE): Transition[] {
  const { on, when, to = state } = row
  const label = when === undefined ? on : `${on} [${when.name}]`
  const by: Actor = ['cordon', 'uncordon', 'forget'].includes(on) ? 'people' : WITH_CLIENT[on].length > 0 ? 'device' : 'orchestrator'
  const sides = WITH_CLIENT[on].length > 0 ? WITH_CLIENT[on] : [undefined]
  return sides.map(side => ({
    name: `${label}: ${device(state)} → ${device(to)}${side === undefined ? '' : ` (${side[0]})`}`,
    label,
    by,
    takes: [device(state), ...side === undefined ? [] : [side[0]]],
    puts: [device(to), ...side === undefined ? [] : [side[1]]]
  }))
}
