// The processes of the demo: one server and its devices, each a process group of its own, so that whatever they started ends
// with them. That one of them ends by itself is trouble for the whole demo.

import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Labels } from '../../schemas/index.js'

export const host = '127.0.0.1'

type Child = ChildProcessByStdio<null, Readable, Readable>

const commandLine = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
export const functionsFolder = fileURLToPath(new URL('functions', import.meta.url))
/** Between SIGTERM and SIGKILL. */
const patienceMs = 3_000
/** Of what a process wrote, for when it ends badly. */
const lastWordsMax = 2_000

export class Crew {
  #isStopping = false
  #server: Child | undefined
  readonly #devices = new Map<string, Child>()

  /** What the processes write stays below `folder`. */
  constructor (readonly packageFolder: string, readonly folder: string, readonly trouble: (error: Error) => void) {}

  /** Starts the server on free ports, with the embedded store; resolves with its port once it is ready. */
  async serve (): Promise<number> {
    const args = [commandLine, 'serve', '--host', host, '--port', '0', '--http-port', '0', '--data', join(this.folder, 'data')]
    this.#server = this.#start('the server', process.execPath, args)
    const [line] = await once(createInterface(this.#server.stdout), 'line') as [string]
    const { listening } = JSON.parse(line) as { listening: { mqtt: number } }
    return listening.mqtt
  }

  /** A device that loads its functions from a folder. */
  startDevice (id: string, port: number, labels: Labels): void {
    const flags = Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`])
    const args = [commandLine, 'device', '--broker', `mqtt://${host}:${port}`, '--id', id, '--functions', functionsFolder, ...flags]
    this.#devices.set(id, this.#start(id, process.execPath, args))
  }

  /** A device that is a shell script around mosquitto_sub and mosquitto_pub. */
  startShellDevice (id: string, port: number, labels: Labels): void {
    const script = join(this.packageFolder, 'device-client/shell/device.sh')
    this.#devices.set(id, this.#start(id, 'sh', [script, '-i', id, '-b', host, '-p', String(port), '-l', JSON.stringify(labels)]))
  }

  /** Without any warning: the device can say no goodbye. */
  kill (id: string): void {
    const device = this.#devices.get(id)
    this.#devices.delete(id)
    device?.kill('SIGKILL')
  }

  /** The devices first, so that the server hears their goodbye. */
  async stop (): Promise<void> {
    this.#isStopping = true
    await Promise.all([...this.#devices.values()].map(end))
    if (this.#server) await end(this.#server)
  }

  #start (name: string, program: string, args: readonly string[]): Child {
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: this.#environment() })
    let lastWords = ''
    const listen = (words: unknown): void => { lastWords = (lastWords + String(words)).slice(-lastWordsMax) }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', (error) => this.trouble(new Error(`${name} could not be started: ${error.message}`)))
    child.once('exit', (code, signal) => {
      if (!this.#isStopping && !child.killed) this.trouble(new Error(`${name} ended (${signal ?? `exit code ${code}`}) and said:\n${lastWords.trim()}`))
    })
    return child
  }

  /** What is set for a server or device of the user's own must not reach these. */
  #environment (): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('ORCHESTRA_'))
    return { ...Object.fromEntries(own), TMPDIR: this.folder }
  }
}

async function end (child: Child): Promise<void> {
  if (child.pid === undefined) return
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.kill('SIGTERM')
    await ended
    clearTimeout(impatience)
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Good: it left no process of its group behind.
  }
}
