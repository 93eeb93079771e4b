// The play itself, as an app sees it: wait for the devices, hand in the tasks, watch them, collect and check the results.

import { spawnSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { createApp, type App, type TaskHandle } from '../app.js'
import { loadFunctions, type TaskContext } from '../functions.js'
import type { Board } from './board.js'
import { functionsFolder, host, type Crew } from './crew.js'
import type { Screen } from './screen.js'
import { summaryOf } from './summary.js'
import { stageTakeover } from './takeover.js'
import { prepareWorkload, type Job, type Sizes } from './workload.js'

export interface Stage {
  readonly crew: Crew
  readonly board: Board
  readonly screen: Screen
  readonly packageFolder: string
  readonly folder: string
}

/** @throws Error where a task failed, a result is wrong, or nobody took over. */
export async function play (stage: Stage, sizes: Sizes): Promise<void> {
  const { crew, board, screen, packageFolder, folder } = stage
  const [port, workload] = await Promise.all([crew.serve(), prepareWorkload(packageFolder, folder, sizes)])
  const app = createApp({ broker: `mqtt://${host}:${port}`, id: 'demo' })
  screen.open(`mqtt://${host}:${port}, store in ${folder}`)
  const watching = watchAll(app, board, screen)
  // Whoever gets an answer is subscribed: no birth is missed.
  await app.time()
  startDevices(crew, board, port)
  await untilPresent(app, board.devices.size)

  const single = [...workload.long, ...workload.pictures]
  const jobs = [...single, ...workload.texts]
  const handles = [
    ...single.map(({ function: name, args, ...options }) => app.dispatch(name, args, options)),
    ...app.submitMany(workload.texts)
  ]
  const [wrong, takeover] = await Promise.all([
    findWrong(handles, jobs, board),
    stageTakeover(app, lastHalf(workload.long), (device) => kill(stage, device))
  ])
  await app.close()
  await watching
  screen.close()
  screen.print(summaryOf({ board, wrong: wrong.length, takeover, elapsedMs: screen.elapsedMs }))
  if (wrong.length > 0) throw new Error(`wrong results: ${wrong.join(', ')}`)
}

async function watchAll (app: App, board: Board, screen: Screen): Promise<void> {
  for await (const sighting of app.watch('all')) {
    const moment = board.see(sighting)
    if (moment) screen.tell(moment)
  }
}

/** Two have a label that pictures ask for; the last one is a shell script, where it has the tools that it needs. */
function startDevices (crew: Crew, board: Board, port: number): void {
  for (const [id, role] of [['desk-1', 'desk'], ['desk-2', 'desk'], ['desk-3', 'desk'], ['camera-1', 'camera'], ['camera-2', 'camera']] as const) {
    board.addDevice(id, `node, ${role}`)
    crew.startDevice(id, port, { role })
  }
  const hasMosquitto = spawnSync('mosquitto_pub', ['--help']).error === undefined
  if (hasMosquitto) {
    board.addDevice('shell-1', 'shell, desk')
    crew.startShellDevice('shell-1', port, { role: 'desk' })
  } else {
    board.addDevice('desk-4', 'node, desk')
    crew.startDevice('desk-4', port, { role: 'desk' })
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

/** The first ones are left alone, so that there is something to see before. */
function lastHalf (jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(jobs.slice(Math.floor(jobs.length / 2)).map(({ id }) => id))
}

function kill ({ crew, board, screen }: Stage, device: string): void {
  crew.kill(device)
  board.killed(device)
  screen.tell({ who: device, what: 'is killed by this demo (kill -9)', tone: 'bad' })
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
