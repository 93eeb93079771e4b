// `npm run demo:workflow`: fetch → fan-out → join → report over real pictures, on four devices, each a process of its own. A
// device is killed in the middle, the server is killed and started again, and the result is compared with one computed here.
// What is played is in play.ts; this file says how it went, and leaves nothing behind however it ends.

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Crew } from '../crew.js'
import { play } from './play.js'

const usage = `Usage: npm run demo:workflow [-- --redis]

Runs a workflow over pictures: lists them, makes a thumbnail of each, puts all
on a page, and reports. Kills a device in the middle of it, and the server.
--redis: two servers on a redis-server of their own, one of which is killed.
Exit codes: 0 all well, 1 something went wrong, 2 wrong usage.`

const limitMs = 55_000

const flags = readFlags()
if ('exitCode' in flags) {
  console.error(flags.text)
  process.exit(flags.exitCode)
}
if (flags.redis && spawnSync('redis-server', ['--version']).error !== undefined) {
  console.error('redis-server is not there: install the package redis-server (Debian, Ubuntu) or redis (Fedora, Homebrew).')
  process.exit(1)
}
process.exit(await demo(flags))

async function demo ({ redis }: { readonly redis: boolean }): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestra-demo-'))
  const end = new AbortController()
  const ended = new Promise<never>((_resolve, reject) => end.signal.addEventListener('abort', () => reject(end.signal.reason)))
  const packageFolder = dirname(fileURLToPath(import.meta.resolve('aedes-orchestra/package.json')))
  const crew = new Crew(packageFolder, folder, (error) => end.abort(error))
  const limit = setTimeout(() => end.abort(new Error(`it is not done after ${limitMs / 1_000} s`)), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end.abort(new Error(`interrupted by ${signal}`)))
  try {
    await Promise.race([ended, play({ crew, onRedis: redis, say: (line) => console.log(line) })])
    return 0
  } catch (error) {
    console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    clearTimeout(limit)
    await crew.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function readFlags (): { readonly redis: boolean } | { readonly exitCode: number, readonly text: string } {
  try {
    const { values } = parseArgs({ options: { redis: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } })
    return values.help ? { exitCode: 0, text: usage } : values
  } catch (error) {
    return { exitCode: 2, text: `${(error as Error).message}\n\n${usage}` }
  }
}
