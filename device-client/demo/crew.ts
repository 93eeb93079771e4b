// The processes of the demo: servers, a Redis where they are two, and devices, each a process group of its own, so that whatever they started ends
// with them. That one of them ends by itself is trouble for the whole demo.

import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
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

/** A server that runs. */
export interface Node {
  readonly name: string
  readonly url: string
  /** Where it keeps everything, for people. */
  readonly store: string
}

export class Crew {
  #isStopping = false
  readonly #servers = new Map<string, Child>()
  #redis: Child | undefined
  readonly #devices = new Map<string, Child>()

  /** What the processes write stays below `folder`. */
  constructor (readonly packageFolder: string, readonly folder: string, readonly trouble: (error: Error) => void) {}

  /** One server, with the embedded store. Resolves once it is ready. */
  serve (): Promise<Node> {
    const folder = join(this.folder, 'data')
    return this.#serve('server', folder, ['--data', folder])
  }

  /** Two servers on one Redis of their own. */
  async serveOnRedis (): Promise<readonly [Node, Node]> {
    const redis = await this.#startRedis()
    return Promise.all([
      this.#serve('node-1', redis, ['--redis', redis, '--node', 'node-1']),
      this.#serve('node-2', redis, ['--redis', redis, '--node', 'node-2'])
    ])
  }

  /** A device that loads its functions from a folder, and goes on at the next of the nodes where one is gone. */
  startDevice (id: string, nodes: readonly Node[], labels: Labels): void {
    const flags = Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`])
    const brokers = nodes.map(({ url }) => url).join(',')
    const args = [commandLine, 'device', '--broker', brokers, '--id', id, '--functions', functionsFolder, ...flags]
    this.#devices.set(id, this.#start(id, process.execPath, args))
  }

  /** A device that runs modules of deployments. */
  startModuleDevice (id: string, nodes: readonly Node[], labels: Labels, ...flags: readonly string[]): void {
    const told = Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`])
    const brokers = nodes.map(({ url }) => url).join(',')
    this.#devices.set(id, this.#start(id, process.execPath, [commandLine, 'device', '--broker', brokers, '--id', id, '--modules', join(this.folder, id), ...told, ...flags]))
  }

  /** The orchestrator beside a mosquitto of its own, at which everybody is. */
  async serveBeside (): Promise<Node> {
    const port = await freePort()
    const config = join(this.folder, 'mosquitto.conf')
    await writeFile(config, `listener ${port} ${host}\nallow_anonymous true\n`)
    const mosquitto = this.#start('mosquitto', 'mosquitto', ['-c', config, '-v'])
    this.#servers.set('mosquitto', mosquitto)
    for await (const line of createInterface(mosquitto.stderr)) if (line.includes('running')) break
    mosquitto.stderr.resume()
    const url = `mqtt://${host}:${port}`
    const folder = join(this.folder, 'data')
    const orchestrator = this.#start('orchestrator', process.execPath, [commandLine, 'attach', '--broker', url, '--data', folder])
    this.#servers.set('orchestrator', orchestrator)
    await once(createInterface(orchestrator.stdout), 'line')
    return { name: 'mosquitto', url, store: folder }
  }

  /** A device that is a shell script around mosquitto_sub and mosquitto_pub. */
  startShellDevice (id: string, { url }: Node, labels: Labels): void {
    const script = join(this.packageFolder, 'device-client/shell/device.sh')
    this.#devices.set(id, this.#start(id, 'sh', [script, '-i', id, '-b', host, '-p', new URL(url).port, '-l', JSON.stringify(labels)]))
  }

  /** SIGKILL is without any warning: the device can say no goodbye. */
  signal (id: string, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    this.#devices.get(id)?.kill(signal)
    if (signal === 'SIGKILL') this.#devices.delete(id)
  }

  /** Killed without any warning, and started again on the same port and store. */
  async restart ({ name, url, store }: Node): Promise<void> {
    const server = this.#servers.get(name)
    const ended = server === undefined ? undefined : once(server, 'exit')
    this.killNode(name)
    await ended
    const flags = store.startsWith('redis:') ? ['--redis', store, '--node', name] : ['--data', store]
    await this.#serve(name, store, flags, new URL(url).port)
  }

  /** Likewise. */
  killNode (name: string): void {
    this.#servers.get(name)?.kill('SIGKILL')
  }

  /** The devices first, so that the servers hear their goodbye. */
  async stop (): Promise<void> {
    this.#isStopping = true
    await Promise.all([...this.#devices.values()].map(end))
    await Promise.all([...this.#servers.values()].map(end))
    if (this.#redis) await end(this.#redis)
  }

  async #serve (name: string, store: string, storeFlags: readonly string[], port = '0'): Promise<Node> {
    const server = this.#start(name, process.execPath, [commandLine, 'serve', '--host', host, '--port', port, '--http-port', '0', ...storeFlags])
    this.#servers.set(name, server)
    const [line] = await once(createInterface(server.stdout), 'line') as [string]
    const { listening } = JSON.parse(line) as { listening: { mqtt: number } }
    return { name, url: `mqtt://${host}:${listening.mqtt}`, store }
  }

  /** As durable as most would run it: what was written is synced once a second. Resolves with its URL. */
  async #startRedis (): Promise<string> {
    const folder = join(this.folder, 'redis')
    await mkdir(folder)
    const port = await freePort()
    this.#redis = this.#start('redis-server', 'redis-server', ['--bind', host, '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'])
    for await (const line of createInterface(this.#redis.stdout)) if (line.includes('Ready to accept connections')) break
    return `redis://${host}:${port}`
  }

  #start (name: string, program: string, args: readonly string[]): Child {
    // Whoever waited for another process goes on when that is ended.
    if (this.#isStopping) throw new Error(`${name} is not started any more`)
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

/** Asked of the system and given back at once: redis-server can't be asked which port it took. */
async function freePort (): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
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
