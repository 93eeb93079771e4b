// What is played: a run of a workflow over real pictures. In the middle of it a device is killed, then the server, which is
// started again; what comes of it is compared with what this process makes of the same pictures by itself.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createApp, type App, type WorkflowPlan } from '../../app.js'
import { loadFunctions, type TaskContext } from '../../functions.js'
import { realClock } from '../../platform/clock.js'
import { functionsFolder, type Crew } from '../crew.js'
import { paintAll } from '../workload.js'

export interface Stage {
  readonly crew: Crew
  readonly onRedis: boolean
  say (line: string): void
}

const pictureCount = 24
const devices = ['desk-1', 'desk-2', 'desk-3', 'desk-4']
const width = 40
const columns = 6
/** So short that a killed device is noticed soon, so long that a busy machine's progress comes in time. */
const leaseMs = 2_000

export const album: WorkflowPlan & { steps: object } = {
  steps: {
    fetch: { function: 'fetch', args: { folder: '=input.folder' } },
    small: { function: 'thumbnail', after: ['fetch'], forEach: '=fetch.result.files', args: { path: '=item.path', width }, leaseMs, maxAttempts: 6 },
    page: { function: 'sheet', after: ['small'], args: { pictures: '=small.results', columns } },
    report: { function: 'report', after: ['page'], args: { page: '=page.result', files: '=fetch.result.files' } }
  },
  result: '=report.result'
}

/** @throws Error where the run fails, or comes to something else */
export async function play ({ crew, onRedis, say }: Stage): Promise<void> {
  const folder = join(crew.folder, 'pictures')
  await mkdir(folder)
  const [nodes] = await Promise.all([onRedis ? crew.serveOnRedis() : Promise.all([crew.serve()]), paintAll(folder, pictureCount)])
  for (const id of devices) crew.startDevice(id, nodes, {})
  const app = createApp({ broker: nodes.map(({ url }) => url), id: 'demo' })
  try {
    await thereAre(app, devices.length)
    const { run } = await app.workflows.submit(album, { folder }, { run: 'album' })
    say(`Run ${run}: fetch, a thumbnail of each of ${pictureCount} pictures, a page of them, a report.`)
    await untilDone(app, run, 4)
    const lost = await killOne(app, crew)
    say(`${lost.device} is killed in the middle of ${lost.task}.`)
    await untilDone(app, run, pictureCount / 2)
    const [node] = nodes
    const at = realClock.monotonicMs()
    await crew.restart(node)
    say(`The server ${node.name} is killed, and started again within ${Math.round(realClock.monotonicMs() - at)} ms.`)
    const result = await app.workflows.result(run)
    const { steps } = await app.workflows.get(run)
    say(`Done: ${JSON.stringify(result)}`)
    const { device, attempt } = await app.get(lost.task)
    say(`${lost.task} was finished by ${device} in attempt ${attempt}; ${steps.small?.done} of ${steps.small?.total} thumbnails are on the page.`)
    if (!isDeepStrictEqual(result, await computed(folder))) throw new Error('what was computed here is another result')
    say('The same was computed here.')
  } finally {
    await app.close()
  }
}

async function thereAre (app: App, count: number): Promise<void> {
  for (let seen = 0; seen < count;) {
    seen = 0
    for await (const { state } of app.devices()) if (state !== 'offline') seen++
    if (seen < count) await new Promise<void>((resolve) => realClock.after(100, resolve))
  }
}

/** So many thumbnails are made. */
async function untilDone (app: App, run: string, count: number): Promise<void> {
  for await (const { steps, state } of app.workflows.watch(run)) if (state !== 'executing' || (steps.small?.done ?? 0) >= count) return
}

/** One that stands still while it is asked what it holds: it can't be quicker than the kill. */
async function killOne (app: App, crew: Crew): Promise<{ readonly device: string, readonly task: string }> {
  for (;;) {
    for (const device of devices) {
      crew.signal(device, 'SIGSTOP')
      // What it said before is on its way: the second answer is behind that.
      await app.device(device)
      const { executing: [task] = [] } = await app.device(device)
      if (task?.includes('small:') === true && (await app.get(task)).state === 'executing') {
        crew.signal(device, 'SIGKILL')
        return { device, task }
      }
      crew.signal(device, 'SIGCONT')
    }
  }
}

/** The same functions, called one after the other right here. */
async function computed (folder: string): Promise<unknown> {
  const { functions } = await loadFunctions(functionsFolder)
  const call = async <T>(name: string, args: unknown): Promise<T> => await functions.get(name)?.(args, here) as T
  const { files } = await call<{ files: { path: string }[] }>('fetch', { folder })
  const pictures: unknown[] = []
  for (const { path } of files) pictures.push(await call('thumbnail', { path, width }))
  return await call('report', { page: await call('sheet', { pictures, columns }), files })
}

const here: TaskContext = { task: 'here', attempt: 0, signal: new AbortController().signal, deadline: Infinity, progress () {}, log () {} }
