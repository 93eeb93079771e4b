// `npm run demo`: a server, six devices and real work, each a process of its own; one device is killed in the middle of a
// task, another one finishes it, and every result is compared with one computed here. With --redis there are two servers on
// a Redis of their own, and one of them is killed, too. What is played is in play.ts; this file tells how it went, and
// leaves nothing behind however it ends.

import { spawnSync } from 'node:child_process'
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

const usage = `Usage: npm run demo [-- [--redis] [--quick]]

Starts a server and six devices, gives them work, kills one of them in the
middle of it, checks all results, and cleans up. --quick does less work.
--redis: two servers on a redis-server of their own, one of which is killed.
Exit codes: 0 all well, 1 something went wrong, 2 wrong usage, 130 interrupted.`

const limitMs = 55_000
const whole = { slices: 8, pictures: 6, texts: 50 }
const quick = { slices: 3, pictures: 2, texts: 10 }
/** One of the long tasks for each device: on either node one is in the middle when something is killed. */
const quickNodes = { ...quick, slices: 5 }

/** Of what it was started with, or else the exit code and why. */
type Flags = { quick: boolean, redis: boolean } | { exitCode: number, text: string }

const flags = readFlags()
if ('exitCode' in flags) {
  console.error(flags.text)
  process.exit(flags.exitCode)
}
if (flags.redis && spawnSync('redis-server', ['--version']).error !== undefined) {
  console.error('redis-server is not there: install the package redis-server (Debian, Ubuntu) or redis (Fedora, Homebrew).')
  process.exit(1)
}
const problem = await demo(flags)
if (problem) console.error(`\nThe demo ${problem.message}`)
process.exit(problem ? problem.exitCode : 0)

async function demo ({ quick: isQuick, redis: isOnRedis }: { quick: boolean, redis: boolean }): Promise<{ exitCode: number, message: string } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestra-demo-'))
  const end = new AbortController()
  const packageFolder = dirname(fileURLToPath(import.meta.resolve('aedes-orchestra/package.json')))
  const crew = new Crew(packageFolder, folder, (error) => end.abort(error))
  const board = new Board()
  const limit = setTimeout(() => end.abort(new Error(`it is not done after ${limitMs / 1_000} s. ${board.openTasks()}`)), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end.abort(signal))
  process.stdout.on('error', (error) => end.abort(error))
  process.once('uncaughtException', (error) => end.abort(error))
  const stage = { crew, board, screen: new Screen(board, process.stdout), packageFolder, folder, isOnRedis }
  const sizes = !isQuick ? whole : isOnRedis ? quickNodes : quick
  try {
    await Promise.race([rejection(end.signal), play(stage, sizes)])
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
    const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, redis: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } })
    return values.help ? { exitCode: 0, text: usage } : values
  } catch (error) {
    return { exitCode: 2, text: `${messageOf(error)}\n\n${usage}` }
  }
}
