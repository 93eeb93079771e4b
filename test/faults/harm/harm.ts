/** Attackers as processes, and what an honest fleet beside them feels. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../../broker/platform/clock.js'
import { type App, createApp } from '../../../device-client/app.js'
import { type Device, createDevice } from '../../../device-client/device.js'

const program = fileURLToPath(new URL('attacker.js', import.meta.url))
const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

export type Outcome = Readonly<Record<string, number | boolean | string>>

export interface Attacker {
  /** Tells it to end, if it goes on for ever, and resolves with what came of it. */
  readonly end: () => Promise<Outcome>
  readonly ended: Promise<Outcome>
}

/** Resolves once it is under way, or over. */
export async function attack (way: string, port: number, seed = 1, count = 0): Promise<Attacker> {
  const child = spawn(process.execPath, [program, way, String(port), String(seed), String(count)], { stdio: ['pipe', 'pipe', 'inherit'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let begin: () => void = () => {}
  const begun = new Promise<void>(resolve => { begin = resolve })
  const ended = new Promise<Outcome>((resolve, reject) => {
    let last: Outcome = {}
    createInterface({ input: child.stdout }).on('line', line => {
      last = JSON.parse(line) as Outcome
      begin()
    }).once('close', () => 'way' in last ? resolve(last) : reject(new Error(`the attacker ${way} ended without a word`)))
  })
  if (way !== 'packets' && way !== 'commands' && way !== 'oversized') await begun
  return {
    ended,
    async end () {
      child.stdin.end()
      return await ended
    }
  }
}

export interface Felt { readonly tasks: number, readonly p50Ms: number, readonly p99Ms: number, readonly connectMs: number }

/** A device and an app that go on as always. */
export class Honest {
  readonly #broker: string
  readonly #device: Device
  readonly #app: App
  readonly #clock = systemClock()

  private constructor (broker: string, device: Device, app: App) {
    this.#broker = broker
    this.#device = device
    this.#app = app
  }

  static async join (port: number): Promise<Honest> {
    const broker = `mqtt://127.0.0.1:${port}`
    const device = createDevice({ id: 'honest-device', broker, functions: { echo: (args: unknown) => args }, capacity: 4 })
    const app = createApp({ broker, id: 'honest-app' })
    await device.start()
    const honest = new Honest(broker, device, app)
    await app.submit('echo', 1)
    return honest
  }

  /** Tasks one after the other, so many at a time, until the time is over or `until` has come; how long each took from submit to result. */
  async work (ms: number, until: Promise<unknown> = new Promise(() => {})): Promise<Felt> {
    const took: number[] = []
    const end = performance.now() + ms
    let isOver = false
    until.then(() => { isOver = true }, () => { isOver = true })
    const over = (): boolean => isOver || performance.now() >= end
    const one = async (): Promise<void> => {
      while (!over()) {
        const begun = performance.now()
        await this.#app.submit('echo', took.length)
        took.push(performance.now() - begun)
        await new Promise<void>(resolve => { this.#clock.setTimeout(resolve, 20) })
      }
    }
    const connects = this.#connects(over)
    await Promise.all([one(), one()])
    const connectMs = await connects
    took.sort((a, b) => a - b)
    const at = (share: number): number => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN) * 10) / 10
    return { tasks: took.length, p50Ms: at(0.5), p99Ms: at(0.99), connectMs }
  }

  /** The longest that a new client had to wait for its first answer. */
  async #connects (over: () => boolean): Promise<number> {
    let longest = 0
    while (!over()) {
      const begun = performance.now()
      const app = createApp({ broker: this.#broker })
      await app.time()
      longest = Math.max(longest, performance.now() - begun)
      await app.close()
      await new Promise<void>(resolve => { this.#clock.setTimeout(resolve, 100) })
    }
    return Math.round(longest)
  }

  async leave (): Promise<void> {
    await this.#app.close()
    await this.#device.stop({ finish: false })
  }
}
