/**
 * `orchestra serve` as a process of its own, to be killed and started again on
 * the same port and store, and to be looked at from outside. What it writes to
 * stderr is kept for who wants to know why a run failed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../../broker/platform/clock.js'

const program = fileURLToPath(new URL('../../../broker/cli/main.js', import.meta.url))
const clock = systemClock()
/** No server outlives the process that started it. */
const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

/** Longer than a store may take to say whether it can write. */
const ANSWER_MS = 5_000

interface Listening { readonly mqtt: number, readonly http: number }

export class ServerProcess {
  /** Zero until it has listened once; kept from then on. */
  port = 0
  stderr = ''
  readonly #args: readonly string[]
  readonly #nodeArgs: readonly string[]
  #httpPort = 0
  #child: ChildProcess | undefined

  /**
   * @param args the store (`--data DIR`, `--memory`) and whatever else `serve` understands
   * @param nodeArgs for Node itself
   */
  constructor (args: readonly string[], nodeArgs: readonly string[] = []) {
    this.#args = args
    this.#nodeArgs = nodeArgs
  }

  get httpPort (): number {
    return this.#httpPort
  }

  /** Resolves with the time when it was ready, or with nothing where it was killed before. */
  async start (): Promise<number | undefined> {
    const serve = ['serve', '--port', `${this.port}`, '--http-port', '0', '--log-level', 'error', ...this.#args]
    const child = spawn(process.execPath, [...this.#nodeArgs, program, ...serve], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    running.add(child)
    child.once('exit', () => running.delete(child))
    child.stderr.on('data', (chunk: Buffer) => { this.stderr += chunk.toString() })
    const lines = createInterface({ input: child.stdout })
    const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]) as [string?]
    if (line !== undefined) {
      const { listening } = JSON.parse(line) as { listening: Listening }
      this.port = listening.mqtt
      this.#httpPort = listening.http
      return clock.now()
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (child.signalCode !== 'SIGKILL') throw new Error(`the server ended by itself: ${this.stderr}`)
    return undefined
  }

  get isRunning (): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** What /healthz answers: 200 or 503; zero where it doesn't. */
  async health (): Promise<number> {
    try {
      const { status } = await fetch(`http://127.0.0.1:${this.#httpPort}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) })
      return status
    } catch {
      return 0
    }
  }

  /** Bytes of memory; zero where the system does not tell them in /proc. */
  get resident (): number {
    try {
      const [, kib = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')) ?? []
      return Number(kib) * 1024
    } catch {
      return 0
    }
  }

  /** kill -9. Resolves once the process is gone. */
  async kill (): Promise<void> {
    const child = this.#child
    if (child === undefined || !this.isRunning) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
