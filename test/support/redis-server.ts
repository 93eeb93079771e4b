/**
 * A real redis-server of the test's own: a free port on loopback, a folder of
 * its own, dead and gone at the end. It can be killed, paused (it then hangs
 * as a stalled machine does) and started again on the same port and folder.
 * It must never touch a Redis that somebody else runs.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './ports.js'

export interface RedisOptions {
  /** Off: what it holds is gone with the process. */
  readonly appendonly?: 'always' | 'everysec'
  /** More of redis-server's own options, such as `['--maxmemory', '10mb']`. */
  readonly args?: readonly string[]
}

export interface RedisServer {
  readonly url: string
  readonly port: number
  readonly dir: string
  /** Another one after each start. */
  readonly pid: number
  /** kill -9; resolves once it is gone. */
  kill (): Promise<void>
  /** Asks it to end, as an administrator does; resolves once it is gone. */
  stop (): Promise<void>
  /** SIGSTOP: connections stay open, and nothing answers. */
  pause (): void
  resume (): void
  /** Kills it where it still runs. Resolves once it takes commands again. */
  restart (): Promise<void>
}

/** What we need of a tap test. */
export interface Teardown { teardown (end: () => Promise<void>): void }

const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

/** @param t ends the server and removes its folder with the test; without it that is `kill()`'s and the caller's business */
export async function startRedis (t?: Teardown, options: RedisOptions = {}): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'orchestra-redis-'))
  const port = await freePort()
  const args = argumentsFor(port, dir, options)
  let child = await start(args)
  const end = (signal: NodeJS.Signals) => ended(child, signal)
  t?.teardown(async () => {
    await end('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    get pid () { return child.pid as number },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => { child.kill('SIGSTOP') },
    resume: () => { child.kill('SIGCONT') },
    restart: async () => {
      await end('SIGKILL')
      child = await start(args)
    }
  }
}

function argumentsFor (port: number, dir: string, { appendonly, args = [] }: RedisOptions): string[] {
  const durability = appendonly === undefined ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', appendonly]
  return ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...durability, ...args]
}

/** Resolves when it has loaded what its folder holds. */
async function start (args: readonly string[]): Promise<ChildProcess> {
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let log = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    const lines = createInterface({ input: child.stdout })
    lines.on('line', line => {
      log += `${line}\n`
      if (line.includes('Ready to accept connections')) resolve()
    })
    lines.once('close', () => reject(new Error(`redis-server ended by itself:\n${log}`)))
  })
  await ready
  return child
}

async function ended (child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
