/**
 * What is proven of the protocol's net besides its soundness: that both sides
 * come to rest and agree without anybody's help, and what a device may conclude
 * from an answer. Each proof says in words where it fails.
 */
import { HELD, type TaskState } from '../../../broker/core/task.js'
import { NONE } from '../../../broker/core/lifecycle.js'
import type { Transition } from './net.js'
import { type Attempt, END, type Message, START, attempt, cancelling, client, device, phase, slot, task, wire } from './places.js'
import { type Graph, flaws, pathTo, stuck, tokens } from './reachability.js'

type Marking = ReadonlySet<string>

/** Everything that speaks against the protocol; empty where nothing does. */
export function protocolFlaws (graph: Graph): string[] {
  const unsound = flaws(graph)
  if (graph.unsafe !== undefined) return unsound
  const markings = graph.markings.map((_, at) => new Set(tokens(graph, at)))
  const goals = (holds: (marking: Marking) => boolean): number[] => markings.flatMap((marking, at) => holds(marking) ? [at] : [])
  return [
    ...unsound,
    ...graph.net.transitions.flatMap(transition => MADE_BY.flatMap(([rule, holds]) => holds(transition) ? [] : [`broken: ${rule}: ${transition.name}`])).slice(0, 1),
    ...stuck(graph, goals(isAtRest), ofItself).slice(0, 1).map(at => `doesn't end of itself: ${pathTo(graph, at)}`),
    ...stuck(graph, goals(agrees), withoutOffers).slice(0, 1).map(at => `the sides go on disagreeing: ${pathTo(graph, at)}`),
    ...ALWAYS.flatMap(([rule, holds]) => goals(marking => !holds(marking)).slice(0, 1).map(at => `broken: ${rule}: ${pathTo(graph, at)}`))
  ]
}

const enters = ({ takes, puts }: Transition, state: TaskState): boolean => puts.includes(task(state)) && !takes.includes(task(state))
const takesOne = ({ takes }: Transition, message: Message): boolean => LETTERS.some(one => takes.includes(wire(one, message)))

/** What brings a task where it is. */
const MADE_BY: readonly (readonly [string, (transition: Transition) => boolean])[] = [
  ['a task is completed by a success alone', transition => !enters(transition, 'completed') || takesOne(transition, 'success')],
  ['a task is offered by an offer alone', transition => !enters(transition, 'offered') || transition.label.startsWith('offer')]
]

/** Neither people nor good luck is counted on, and mishaps do not help. */
function ofItself ({ by }: Transition): boolean {
  return by === 'device' || by === 'orchestrator' || by === 'frame'
}

function withoutOffers (transition: Transition): boolean {
  return ofItself(transition) && !transition.label.startsWith('offer')
}

const LETTERS: readonly Attempt[] = ['a', 'b']

/** The task is gone or was never there, and nothing of it is left on either side or between. */
function isAtRest (marking: Marking): boolean {
  if (marking.has(START) || marking.has(END)) return true
  return (marking.has(task(NONE)) || marking.has(task('removed'))) && marking.has(slot.free) && isQuiet(marking) &&
    LETTERS.every(one => !has(marking, one) || marking.has(phase(one, 'idle')))
}

function isQuiet (marking: Marking): boolean {
  return LETTERS.every(one => !has(marking, one) || (marking.has(wire(one, 'quiet')) && marking.has(cancelling.none(one))))
}

/** Whether the net has this attempt. */
function has (marking: Marking, one: Attempt): boolean {
  return marking.has(cancelling.none(one)) || marking.has(cancelling.way(one))
}

/** `free`, `executing` or `offline`, with nothing on its way that could change it. */
function agrees (marking: Marking): boolean {
  if (marking.has(START) || marking.has(END)) return true
  return isQuiet(marking) && orchestratorSees(marking) === deviceSees(marking)
}

function orchestratorSees (marking: Marking): string {
  if (!marking.has(device('online'))) return 'offline'
  return marking.has(task('executing')) ? 'executing' : 'free'
}

function deviceSees (marking: Marking): string {
  if (marking.has(client.away)) return 'offline'
  return LETTERS.some(one => marking.has(phase(one, 'executing')) || isDelivering(marking, one)) ? 'executing' : 'free'
}

function isDelivering (marking: Marking, one: Attempt): boolean {
  return marking.has(phase(one, 'delivering success')) || marking.has(phase(one, 'delivering fail'))
}

const isIn = (marking: Marking, ...states: readonly (TaskState | 'removed')[]): boolean => states.some(state => marking.has(task(state)))
const isHeld = (marking: Marking): boolean => isIn(marking, ...HELD)
/** In a net of one attempt that one is always current. */
const isCurrent = (marking: Marking, one: Attempt): boolean =>
  !LETTERS.some(other => other !== one && marking.has(attempt(other)))

const ALWAYS: readonly (readonly [string, (marking: Marking) => boolean])[] = [
  ['the slot is taken while the task is held, and only then', marking =>
    marking.has(START) || marking.has(END) || marking.has(slot.holding) === isHeld(marking)],
  ['who is told that its success was accepted has completed the task', marking => LETTERS.every(one =>
    !(marking.has(phase(one, 'delivering success')) && marking.has(wire(one, 'accepted'))) || isIn(marking, 'completed', 'removed'))],
  ['who completed the task is not rejected when it says so again', marking => LETTERS.every(one =>
    !(marking.has(phase(one, 'delivering success')) && marking.has(wire(one, 'rejected')) && isCurrent(marking, one)) || !isIn(marking, 'completed'))],
  ['who is told that its failure was accepted does not hold the task, nor has completed it', marking => LETTERS.every(one =>
    !(marking.has(phase(one, 'delivering fail')) && marking.has(wire(one, 'accepted')) && isCurrent(marking, one)) || !(isHeld(marking) || isIn(marking, 'completed')))],
  ['who is rejected or told to stop does not hold the task', marking => LETTERS.every(one =>
    !((marking.has(wire(one, 'rejected')) || marking.has(cancelling.way(one))) && isCurrent(marking, one)) || !isHeld(marking))],
  ['a device of one slot runs one attempt', marking =>
    LETTERS.filter(one => ['beginning', 'executing', 'stopping'].some(name => marking.has(phase(one, name as 'beginning')))).length <= 1]
]
