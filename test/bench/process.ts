/**
 * Starts and asks the processes that are measured, and sees to it that none
 * outlives this one, however it ends. What each of them uses is read from
 * Linux's /proc, the same for our servers and for those of others.
 */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// real time: a peer is asked again and again until it answers
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/ports.js'

const running = new Set<ChildProcess>()
const folders = new Set<string>()

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

/** Gone at the end. */
export function temporaryFolder (): string {
  return removedAtEnd(mkdtempSync(join(tmpdir(), 'orchestra-bench-')))
}

export function removedAtEnd (folder: string): string {
  folders.add(folder)
  return folder
}

/** One of the scripts beside this one; it and we tell each other things as messages. */
export class Script {
  private constructor (private readonly child: ChildProcess) {}

  /** Resolves with the first thing it says. */
  static async start<Ready> (name: string, args: readonly string[], flags: readonly string[] = []): Promise<{ script: Script, ready: Ready }> {
    const path = fileURLToPath(new URL(`${name}.js`, import.meta.url))
    const script = new Script(watched(fork(path, args, { execArgv: [...flags] }), `${name} ${args.join(' ')}`))
    return { script, ready: await script.next<Ready>() }
  }

  get pid (): number {
    return this.child.pid as number
  }

  tell (what: object): void {
    this.child.send(what)
  }

  on (listener: (said: object) => void): void {
    this.child.on('message', listener)
  }

  async next<Said> (): Promise<Said> {
    const [said] = await once(this.child, 'message') as [Said]
    return said
  }

  async stop (): Promise<void> {
    await end(this.child)
  }
}

/** A program of others that listens on a port. */
export interface Program {
  readonly pid: number
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Debian has its servers there, and not in everybody's path. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin` }
const READY_WITHIN_MS = 5_000
const ASKED_EVERY_MS = 10

export function isInstalled (command: string): boolean {
  return spawnSync(command, ['-h'], { env, stdio: 'ignore' }).error === undefined
}

export async function startProgram (command: string, argumentsFor: (port: number) => readonly string[]): Promise<Program> {
  const port = await freePort()
  const child = watched(spawn(command, argumentsFor(port), { env, stdio: 'ignore' }), command)
  for (let waitedMs = 0; !await accepts(port); waitedMs += ASKED_EVERY_MS) {
    if (waitedMs >= READY_WITHIN_MS) throw new Error(`${command} does not listen on port ${port}`)
    // real time: nothing else tells when a program of others is ready
    await delay(ASKED_EVERY_MS)
  }
  return { pid: child.pid as number, port, stop: () => end(child) }
}

/** That a part of what is measured ends by itself makes the whole run worthless. */
function watched (child: ChildProcess, name: string): ChildProcess {
  running.add(child)
  child.on('exit', (code, signal) => {
    if (running.delete(child)) throw new Error(`${name} ended by itself: ${code ?? signal}`)
  })
  return child
}

async function end (child: ChildProcess): Promise<void> {
  running.delete(child)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function accepts (port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** The unit of times in /proc, fixed for programs (proc(5), USER_HZ). */
const MICROS_PER_TICK = 10_000

/** User and system time of all threads of these processes, in µs, to the nearest 10 ms. */
export function cpuMicros (pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name, which may hold anything: user time is the 14th field of the line, system time the 15th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) * MICROS_PER_TICK
  }, 0)
}

export function residentBytes (pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return sum + Number(kib) * 1024
  }, 0)
}

/** Node raises its own limit to this one, and what it starts inherits it. */
export function openFilesMax (): number {
  const [, hard] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return hard === 'unlimited' ? Infinity : Number(hard)
}
