/**
 * `orchestra serve` as a process of its own, to be killed and started again on
 * the same port and folder. What it writes to stderr is kept for who wants to
 * know why a run failed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../../broker/platform/clock.js'

const program = fileURLToPath(new URL('../../../broker/cli/main.js', import.meta.url))
const clock = systemClock()
/** No server outlives the process that started it. */
const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

export class ServerProcess {
  /** Zero until it has listened once; kept from then on. */
  port = 0
  stderr = ''
  readonly #args: readonly string[]
  #child: ChildProcess | undefined

  /** @param args the store (`--data DIR`, `--memory`) and whatever else `serve` understands */
  constructor (...args: readonly string[]) {
    this.#args = args
  }

  /** Resolves with the time when it was ready, or with nothing where it was killed before. */
  async start (): Promise<number | undefined> {
    const child = spawn(process.execPath, [program, 'serve', '--port', `${this.port}`, '--http-port', '0', '--log-level', 'error', ...this.#args], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    running.add(child)
    child.once('exit', () => running.delete(child))
    child.stderr.on('data', (chunk: Buffer) => { this.stderr += chunk.toString() })
    const lines = createInterface({ input: child.stdout })
    const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]) as [string?]
    if (line !== undefined) {
      const { listening } = JSON.parse(line) as { listening: { mqtt: number } }
      this.port = listening.mqtt
      return clock.now()
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (child.signalCode !== 'SIGKILL') throw new Error(`the server ended by itself: ${this.stderr}`)
    return undefined
  }

  /** kill -9. Resolves once the process is gone. */
  async kill (): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
