// `npm run demo`: a server, six devices and real work, each a process of its own; one device is killed in the middle of a
// task, another one finishes it, and every result is compared with one computed here. What is played is in play.ts; this
// file tells how it went, and leaves nothing behind however it ends.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { TaskError } from '../app.js'
import { Board } from './board.js'
import { Crew } from './crew.js'
import { play } from './play.js'
import { Screen } from './screen.js'

const usage = `Usage: npm run demo [-- --quick]

Starts a server and six devices, gives them work, kills one of them in the
middle of it, checks all results, and cleans up. --quick does less work.
Exit codes: 0 all well, 1 something went wrong, 2 wrong usage, 130 interrupted.`

const limitMs = 55_000
const whole = { slices: 8, pictures: 6, texts: 50 }
const quick = { slices: 3, pictures: 2, texts: 10 }

/** Of what it was started with, or else the exit code and why. */
type Flags = { quick: boolean } | { exitCode: number, text: string }

const flags = readFlags()
if ('exitCode' in flags) {
  console.error(flags.text)
  process.exit(flags.exitCode)
}
const problem = await demo(flags.quick)
if (problem) console.error(`\nThe demo ${problem.message}`)
process.exit(problem ? problem.exitCode : 0)

async function demo (isQuick: boolean): Promise<{ exitCode: number, message: string } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestra-demo-'))
  const end = new AbortController()
  const packageFolder = dirname(fileURLToPath(import.meta.resolve('aedes-orchestra/package.json')))
  const crew = new Crew(packageFolder, folder, (error) => end.abort(error))
  const board = new Board()
  const limit = setTimeout(() => end.abort(new Error(`it is not done after ${limitMs / 1_000} s. ${board.openTasks()}`)), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end.abort(signal))
  process.stdout.on('error', (error) => end.abort(error))
  process.once('uncaughtException', (error) => end.abort(error))
  try {
    await Promise.race([rejection(end.signal), play({ crew, board, screen: new Screen(board, process.stdout), packageFolder, folder }, isQuick ? quick : whole)])
  } catch (error) {
    if (typeof error === 'string') return { exitCode: 130, message: `was interrupted (${error}).` }
    return { exitCode: 1, message: `failed: ${error instanceof TaskError ? `${error.task}: ` : ''}${messageOf(error)}` }
  } finally {
    clearTimeout(limit)
    await crew.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function rejection (signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function messageOf (error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function readFlags (): Flags {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } })
    return values.help ? { exitCode: 0, text: usage } : values
  } catch (error) {
    return { exitCode: 2, text: `${messageOf(error)}\n\n${usage}` }
  }
}
