/**
 * The whole protocol as one net: a device × a task, from START (neither is
 * known) to END (both are gone and nothing is on its way). With one attempt it is
 * small enough for pictures; with two, earlier attempts linger while later ones
 * go on, which is what the fencing is for.
 */
import { NONE } from '../../../broker/core/lifecycle.js'
import { deviceLifecycle } from '../../../broker/plugins/devices/lifecycle.js'
import { taskLifecycle } from '../../../broker/plugins/tasks/lifecycle.js'
import { deviceSide } from './device-side.js'
import { type Net, type Transition, placesOf } from './net.js'
import { orchestratorSide } from './orchestrator-side.js'
import { type Attempt, END, START, attempt, cancelling, client, device, phase, slot, task, wire } from './places.js'
import { type Graph, explore } from './reachability.js'

export interface Tables {
  readonly tasks: typeof taskLifecycle
  readonly devices: typeof deviceLifecycle
}

const TABLES: Tables = { tasks: taskLifecycle, devices: deviceLifecycle }
const LETTERS: readonly Attempt[] = ['a', 'b']

export function protocolNet (count: 1 | 2, tables: Tables = TABLES): Net {
  return protocolGraph(count, tables).net
}

/**
 * The net with its reachability graph. Left out are answers to what no device
 * says that keeps to the protocol: the tables have rows for those, too.
 */
export function protocolGraph (count: 1 | 2, { tasks, devices }: Tables = TABLES): Graph {
  const attempts = LETTERS.slice(0, count)
  const transitions = [...frame(attempts), ...orchestratorSide(tasks, devices, attempts), ...deviceSide(attempts)]
  const graph = explore({ name: 'a device × a task', places: placesOf(transitions), transitions, start: START, end: END })
  const said = transitions.filter(({ name, answers }) => answers !== true || graph.fired.has(name))
  return { ...graph, net: { ...graph.net, transitions: said } }
}

function frame (attempts: readonly Attempt[]): Transition[] {
  const atRest = [slot.free, device(NONE), client.away, ...attempts.flatMap(one => [phase(one, 'idle'), wire(one, 'quiet'), cancelling.none(one)])]
  const last = attempts.length === 1 ? [] : attempts.slice(-1).map(attempt)
  return [
    { name: 'open', label: 'open', by: 'frame', takes: [START], puts: [task(NONE), ...atRest, ...last] },
    ...(attempts.length === 1 ? [[]] : attempts.map(one => [attempt(one)])).map((current): Transition =>
      ({ name: `close${current.map(one => ` (${one})`).join('')}`, label: 'close', by: 'frame', takes: [task('removed'), ...atRest, ...current], puts: [END] }))
  ]
}
