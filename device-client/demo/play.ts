// The play itself, as an app sees it: wait for the devices, hand in the tasks, watch them, collect and check the results.

import { spawnSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import type { TaskState } from '../../schemas/index.js'
import { createApp, type App, type TaskHandle } from '../app.js'
import { loadFunctions, type TaskContext } from '../functions.js'
import type { Board } from './board.js'
import { functionsFolder, type Crew, type Node } from './crew.js'
import { stageFailover, type Failover } from './failover.js'
import type { Screen } from './screen.js'
import { summaryOf } from './summary.js'
import { stageTakeover, type Takeover } from './takeover.js'
import { prepareWorkload, type Job, type Sizes } from './workload.js'

export interface Stage {
  readonly crew: Crew
  readonly board: Board
  readonly screen: Screen
  readonly packageFolder: string
  readonly folder: string
  readonly isOnRedis: boolean
}

/** @throws Error where a task failed, a result is wrong, or nobody took over. */
export async function play (stage: Stage, sizes: Sizes): Promise<void> {
  const { crew, board, screen, packageFolder, folder, isOnRedis } = stage
  const serving = isOnRedis ? crew.serveOnRedis() : Promise.all([crew.serve()])
  const [nodes, workload] = await Promise.all([serving, prepareWorkload(packageFolder, folder, sizes)])
  const app = createApp({ broker: nodes[0].url, id: 'demo' })
  screen.open(nodes.map(({ name, url, store }) => `${name} ${url}, store in ${store}`))
  const watching = watchAll(app, board, screen)
  // Whoever gets an answer is subscribed: no birth is missed.
  await app.time()
  startDevices(crew, board, nodes)
  await untilPresent(app, board.devices.size)

  const single = [...workload.long, ...workload.pictures]
  const jobs = [...single, ...workload.texts]
  const handles = [
    ...single.map(({ function: name, args, ...options }) => app.dispatch(name, args, options)),
    ...app.submitMany(workload.texts)
  ]
  const [wrong, takeover, failover] = await Promise.all([
    findWrong(handles, jobs, board),
    killDevice(stage, app, nodes, workload.long),
    killNode(stage, app, nodes, workload.long)
  ])
  await app.close()
  await watching
  screen.close()
  screen.print(summaryOf({ board, wrong: wrong.length, takeover, failover, elapsedMs: screen.elapsedMs }))
  if (wrong.length > 0) throw new Error(`wrong results: ${wrong.join(', ')}`)
}

async function watchAll (app: App, board: Board, screen: Screen): Promise<void> {
  for await (const sighting of app.watch('all')) {
    const moment = board.see(sighting)
    if (moment) screen.tell(moment)
  }
}

/**
 * Two have a label that pictures ask for; the last one is a shell script, where it has the tools that it needs. Of two nodes
 * each has half of them, and the second has none that knows of one server alone: it is the one to be killed.
 */
function startDevices (crew: Crew, board: Board, nodes: readonly [Node, ...Node[]]): void {
  const [first] = nodes
  const second = nodes.toReversed()
  for (const [id, role, order] of [['desk-1', 'desk', second], ['desk-2', 'desk', nodes], ['desk-3', 'desk', second], ['camera-1', 'camera', nodes], ['camera-2', 'camera', second]] as const) {
    board.addDevice(id, `node, ${role}`)
    crew.startDevice(id, order, { role })
  }
  const hasMosquitto = spawnSync('mosquitto_pub', ['--help']).error === undefined
  if (hasMosquitto) {
    board.addDevice('shell-1', 'shell, desk')
    crew.startShellDevice('shell-1', first, { role: 'desk' })
  } else {
    board.addDevice('desk-4', 'node, desk')
    crew.startDevice('desk-4', nodes, { role: 'desk' })
  }
}

async function untilPresent (app: App, count: number): Promise<void> {
  const present = new Set<string>()
  const watch = app.watch('devices')
  for await (const { device, state } of app.devices()) if (state !== 'offline') present.add(device)
  while (present.size < count) {
    const { value } = await watch.next()
    if (value?.kind === 'event' && value.payload.event === 'born') present.add(value.id)
  }
  await watch.return()
}

/** Of one server the first tasks are left alone, so that there is something to see before; of two, the devices of the other. */
function killDevice ({ crew, board, screen }: Stage, app: App, [first, second]: readonly [Node, ...Node[]], jobs: readonly Job[]): Promise<Takeover> {
  const names = namesOf(second ? jobs : jobs.slice(Math.floor(jobs.length / 2)))
  const isCandidate = ({ task, device = '' }: TaskState): boolean => names.has(task) && (board.devices.get(device)?.node ?? first.name) === first.name
  return stageTakeover(app, isCandidate, {
    hold: (device) => crew.signal(device, 'SIGSTOP'),
    goOn: (device) => crew.signal(device, 'SIGCONT'),
    kill (device) {
      crew.signal(device, 'SIGKILL')
      board.killed(device)
      screen.tell({ who: device, what: 'is killed by this demo (kill -9)', tone: 'bad' })
    }
  })
}

async function killNode ({ crew, screen }: Stage, app: App, [to, from]: readonly [Node, ...Node[]], jobs: readonly Job[]): Promise<Failover | undefined> {
  return from && stageFailover(app, namesOf(jobs), { from, to }, () => {
    crew.killNode(from.name)
    screen.tell({ who: from.name, what: 'is killed by this demo (kill -9)', tone: 'bad' })
  })
}

function namesOf (jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(jobs.map(({ id }) => id))
}

/** The same functions, called right here: what came over MQTT, from whichever device, must be the same. */
async function findWrong (handles: readonly TaskHandle[], jobs: readonly Job[], board: Board): Promise<string[]> {
  const { functions } = await loadFunctions(functionsFolder)
  const wrong: string[] = []
  await Promise.all(jobs.map(async ({ id, function: name, args }, i) => {
    const [told, computed] = await Promise.all([handles[i]?.result, functions.get(name)?.(args, here)])
    if (!isDeepStrictEqual(told, computed)) wrong.push(id)
    board.checked++
  }))
  return wrong
}

const here: TaskContext = { task: 'here', attempt: 0, signal: new AbortController().signal, deadline: Infinity, progress () {}, log () {} }
