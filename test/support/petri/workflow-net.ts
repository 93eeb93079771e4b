/**
 * The workflow net of a plan: what may become of a run, whatever devices do. A
 * token a step, and one that says how the run is: well, or failing. One that
 * fails begins nothing more, ends what is under way and executes the step that
 * makes up for it. A list stands for any by two elements.
 */
import { type Plan, type PlanStep, compensations } from '../../../broker/core/workflow.js'
import { type Actor, type Net, type Transition, placesOf } from './net.js'

export const WELL = 'well'
export const FAILING = 'failing'
const [START, END] = ['START', 'END']
const ELEMENTS = [1, 2] as const

/** Where a step is: `waiting`, `executing` (an element: `executing 1`, `executed 1`), `over`. */
export const at = (step: string, place: string): string => `${step}: ${place}`

export function workflowNet (plan: Plan): Net {
  const apart = compensations(plan)
  const names = Object.keys(plan.steps)
  const steps = names.filter(name => !apart.has(name))
  const all = (place: string, of: Iterable<string>): string[] => Array.from(of, name => at(name, place))
  const transitions: Transition[] = [
    made('begin', 'people', [START], [WELL, ...all('waiting', names)]),
    made('cancel', 'people', [WELL], [FAILING]),
    ...steps.flatMap(name => ofStep(name, plan.steps[name] ?? {})),
    ...[...apart].flatMap(ofCompensation),
    made('completed', 'orchestrator', [WELL, ...all('over', steps), ...all('waiting', apart)], [END]),
    made('failed', 'orchestrator', [FAILING, ...all('over', names)], [END])
  ]
  return { name: 'a run', places: placesOf(transitions), transitions, start: START, end: END }
}

function made (name: string, by: Actor, takes: readonly string[], puts: readonly string[]): Transition {
  return { name, label: name, by, takes, puts }
}

function ofStep (name: string, { after = [], when, forEach, onError = 'fail' }: PlanStep): Transition[] {
  const [waiting, over] = [at(name, 'waiting'), at(name, 'over')]
  // What is over stays so: it is only looked at.
  const before = [WELL, ...after.map(other => at(other, 'over'))]
  const failure = (what: string, from: string, to: string, seen: readonly string[] = [], by: Actor = 'device'): Transition => {
    if (onError === 'skip') return made(`${what}, skipped`, by, [from, ...seen, WELL], [to, ...seen, WELL])
    const makesUp = typeof onError === 'object' ? onError.compensate : undefined
    return made(what, by, [from, ...seen, WELL, ...makesUp === undefined ? [] : [at(makesUp, 'waiting')]], [to, ...seen, FAILING, ...makesUp === undefined ? [] : [at(makesUp, 'executing')]])
  }
  const executing = forEach === undefined ? [at(name, 'executing')] : ELEMENTS.map(n => at(name, `executing ${n}`))
  return [
    made(`${name} begins`, 'orchestrator', [waiting, ...before], [...executing, ...before]),
    failure(`${name} can't begin`, waiting, over, before.slice(1), 'orchestrator'),
    ...when === undefined && forEach === undefined ? [] : [made(`${name} has nothing to do`, 'orchestrator', [waiting, ...before], [over, ...before])],
    ...forEach === undefined ? ofOne(name, over, failure) : ofElements(name, failure),
    made(`${name} is not begun any more`, 'orchestrator', [waiting, FAILING], [over, FAILING])
  ]
}

type Failure = (what: string, from: string, to: string) => Transition

function ofOne (name: string, over: string, failure: Failure): Transition[] {
  const executing = at(name, 'executing')
  return [
    made(`${name} succeeds`, 'device', [executing, WELL], [over, WELL]),
    failure(`${name} fails`, executing, over),
    made(`${name} is ended`, 'orchestrator', [executing, FAILING], [over, FAILING])
  ]
}

function ofElements (name: string, failure: Failure): Transition[] {
  const each = ELEMENTS.flatMap(n => {
    const [executing, executed] = [at(name, `executing ${n}`), at(name, `executed ${n}`)]
    return [
      made(`element ${n} of ${name} succeeds`, 'device', [executing, WELL], [executed, WELL]),
      failure(`element ${n} of ${name} fails`, executing, executed),
      made(`element ${n} of ${name} is ended`, 'orchestrator', [executing, FAILING], [executed, FAILING])
    ]
  })
  return [...each, made(`${name} has come together`, 'orchestrator', ELEMENTS.map(n => at(name, `executed ${n}`)), [at(name, 'over')])]
}

function ofCompensation (name: string): Transition[] {
  const [waiting, executing, over] = ['waiting', 'executing', 'over'].map(place => at(name, place)) as [string, string, string]
  return [
    made(`${name} has ended`, 'device', [executing], [over]),
    made(`${name} is not needed`, 'orchestrator', [waiting, FAILING], [over, FAILING])
  ]
}
