/**
 * The device's side of the net, from the table that the device library runs on:
 * its rows are functions, so each is called with an example of each event and
 * its phase and effects are read off. What a row sends goes on the wire, what it
 * waits for comes from there.
 */
import { type Effect, type TaskEvent, type TaskState, isBusy, step } from '../../../device-client/task-machine.js'
import type { Transition } from './net.js'
import { type Attempt, type Message, type Phase, cancelling, client, phase, wire } from './places.js'

const PHASES: readonly Phase[] = ['idle', 'beginning', 'executing', 'stopping', 'delivering success', 'delivering fail']

const EXAMPLES = {
  offered: { type: 'offered', attempt: 1, at: 10, leaseMs: 10, implied: false },
  'offered implied': { type: 'offered', attempt: 1, at: 10, leaseMs: 10, implied: true },
  begun: { type: 'begun', at: 10, sentAt: 10, leaseMs: 10 },
  renewed: { type: 'renewed', sentAt: 10, leaseMs: 10 },
  returned: { type: 'returned' },
  cancelled: { type: 'cancelled' },
  expired: { type: 'expired', at: 100 },
  confirmed: { type: 'confirmed' },
  unanswered: { type: 'unanswered' }
} as const satisfies Record<string, TaskEvent>

export function deviceSide (attempts: readonly Attempt[]): Transition[] {
  return [
    ...attempts.flatMap(about => [...PHASES.flatMap(now => [...hears(about, now), ...acts(about, now)]), ...receivesOffers(about, attempts), ...losses(about)]),
    { name: 'the connection is lost', label: 'connection lost', by: 'mishap', takes: [client.here], puts: [client.away] }
  ]
}

interface Outcome { readonly phase: Phase, readonly effects: readonly Effect[], readonly busy: boolean }

/** What the table does with an event in a phase; undefined where it has nothing to say. */
function outcome (now: Phase, event: TaskEvent): Outcome | undefined {
  const before: TaskState = { phase: machinePhase(now), attempt: 1, beganAt: 5, deadline: 20 }
  const { task, effects } = step(before, event)
  if (task === before && effects.length === 0) return undefined
  return { phase: phaseOf(task, now), effects, busy: isBusy(task) }
}

function machinePhase (now: Phase): TaskState['phase'] {
  if (now === 'idle') return 'absent'
  return now === 'delivering success' || now === 'delivering fail' ? 'delivering' : now
}

/** What came before and what is over are one place: neither takes a slot nor says anything. */
function phaseOf ({ phase: next }: TaskState, now: Phase): Phase {
  if (next === 'absent' || next === 'gone') return 'idle'
  if (next !== 'delivering') return next
  return now === 'delivering fail' ? now : 'delivering success'
}

/** Answers and cancels reach a device that is connected; what means nothing to it is ignored. */
function hears (about: Attempt, now: Phase): Transition[] {
  const answers = { begun: now === 'executing' ? EXAMPLES.renewed : EXAMPLES.begun, accepted: EXAMPLES.confirmed, rejected: EXAMPLES.cancelled }
  return [
    ...(Object.keys(answers) as (keyof typeof answers)[]).map(message => heard(about, now, answers[message], message, wire(about, message), wire(about, 'quiet'))),
    heard(about, now, EXAMPLES.cancelled, 'cancel', cancelling.way(about), cancelling.none(about))
  ]
}

function heard (about: Attempt, now: Phase, event: TaskEvent, message: string, takes: string, puts: string): Transition {
  const done = outcome(now, event)
  return {
    name: `client hears ${message}: ${now} → ${done?.phase ?? 'ignored'} (${about})`,
    label: message,
    by: 'device',
    takes: [client.here, phase(about, now), takes],
    puts: [client.here, phase(about, done?.phase ?? now), puts],
    ...done === undefined && { answers: true }
  }
}

/** What the device does of itself: return, expire, say again, report progress, and forget all when its process dies. */
function acts (about: Attempt, now: Phase): Transition[] {
  const own = (what: string, to: Phase, from: readonly string[] = [], next: readonly string[] = [], by: 'device' | 'mishap' = 'device'): Transition => ({
    name: `client ${what}: ${now} → ${to} (${about})`, label: what, by, takes: [phase(about, now), ...from], puts: [phase(about, to), ...next]
  })
  const said = (what: string, message: Message): Transition =>
    own(what, now, [client.here, wire(about, 'quiet')], [client.here, wire(about, message)])
  const expired = outcome(now, EXAMPLES.expired)
  const returned = outcome(now, EXAMPLES.returned)
  const again = outcome(now, EXAMPLES.unanswered)?.effects.flatMap(effect => messagesOf(effect, now)) ?? []
  return [
    ...expired === undefined ? [] : [own('stops at its deadline', expired.phase)],
    ...returned === undefined ? [] : endings(returned).map(to => own('returns', to)),
    ...again.map(message => said(`says ${message}`, message)),
    ...now === 'executing' ? [said('says progress', 'progress')] : [],
    // A result is kept through a restart, whatever runs is not.
    ...isRunning(now) ? [own('dies', 'idle', [client.away], [client.away], 'mishap')] : []
  ]
}

function endings ({ phase: next, effects }: Outcome): Phase[] {
  return effects.includes('keep') ? ['delivering success', 'delivering fail'] : [next]
}

function messagesOf (effect: Effect, now: Phase): Message[] {
  if (effect === 'begin') return ['begin']
  if (effect !== 'deliver') return []
  return [now === 'delivering fail' ? 'fail' : 'success']
}

function isRunning (now: Phase): boolean {
  return now === 'beginning' || now === 'executing' || now === 'stopping'
}

/** An offer ends what the device still has of an earlier attempt; it takes it up if that leaves it a slot. */
function receivesOffers (about: Attempt, attempts: readonly Attempt[]): Transition[] {
  const other = attempts.find(one => one !== about)
  return (['offer', 'implied offer'] as const).flatMap(message => {
    const event = message === 'offer' ? EXAMPLES.offered : EXAMPLES['offered implied']
    const taken = outcome('idle', event)
    if (taken === undefined) return []
    const ways = [
      { what: 'takes', ...taken },
      // The smallest devices send begin and wait for no answer; whatever they say next counts as their begin.
      ...message === 'offer' ? [{ what: 'hurries to take', ...taken, phase: 'executing' as const }] : []
    ]
    const refusal = { what: 'declines', phase: 'idle' as const, effects: [] }
    if (other === undefined) return [refusal, ...ways].map(way => offered(about, message, way))
    return [offered(about, message, refusal), ...PHASES.flatMap(now => {
      const left = outcome(now, EXAMPLES.cancelled)
      const aside = { while: now, takes: phase(other, now), puts: phase(other, left?.phase ?? now) }
      return (left?.busy ?? isRunning(now)) ? [offered(about, message, refusal, aside)] : ways.map(way => offered(about, message, way, aside))
    })]
  })
}

interface Way { readonly what: string, readonly phase: Phase, readonly effects: readonly Effect[] }
interface Aside { readonly while: Phase, readonly takes: string, readonly puts: string }

function offered (about: Attempt, message: Message, { what, phase: to, effects }: Way, aside?: Aside): Transition {
  const reply: Message = what === 'declines' ? 'decline' : effects.includes('begin') ? 'begin' : 'quiet'
  return {
    name: `client ${what} ${message}${aside === undefined ? '' : ` while ${aside.while}`} (${about})`,
    label: `${what} ${message}`,
    by: 'device',
    takes: [client.here, phase(about, 'idle'), wire(about, message), ...aside === undefined ? [] : [aside.takes]],
    puts: [client.here, phase(about, to), wire(about, reply), ...aside === undefined ? [] : [aside.puts]]
  }
}

const MESSAGES: readonly Message[] = ['offer', 'implied offer', 'begin', 'progress', 'success', 'fail', 'decline', 'begun', 'accepted', 'rejected']

/** Every message may be lost. */
function losses (about: Attempt): Transition[] {
  const lost = (message: string, takes: string, puts: string): Transition =>
    ({ name: `${message} is lost (${about})`, label: 'lost', by: 'mishap', takes: [takes], puts: [puts] })
  return [
    ...MESSAGES.map(message => lost(message, wire(about, message), wire(about, 'quiet'))),
    lost('cancel', cancelling.way(about), cancelling.none(about))
  ]
}
