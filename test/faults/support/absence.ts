/**
 * Devices with last wills through a restart of the server: some stay away, some
 * come back, one of them under another client id. What is published about them
 * is collected by a watcher that comes back, too.
 */
import { type Body, Line } from './line.js'

const SESSION = 1
const HEARTBEAT_MS = 5_000

export const absent = ['gone-1', 'gone-2', 'gone-3'] as const
export const present = ['back-1', 'back-2', 'moved-1'] as const

export class Scene {
  readonly #watcher: Line
  readonly #lines = new Map<string, Line>()
  readonly #told = new Map<string, Body>()
  /** By device: the versions of `left` and `lost`. */
  readonly departures = new Map<string, Set<number>>()
  #moved = (): void => {}
  readonly #port: number

  constructor (port: number) {
    this.#port = port
    this.#watcher = new Line({ port, name: 'watcher', filters: ['state/devices/+', 'events/devices/+'], message: (topic, body) => this.#seen(topic, body) })
    for (const name of [...absent, ...present]) this.#connect(name)
  }

  /** To be called before the server is killed. */
  prepare (): void {
    for (const name of [...absent, 'moved-1']) this.#lines.get(name)?.stayAway()
  }

  /** The client id is another one, so that its will of before is still with the server. */
  async move (): Promise<void> {
    await this.#lines.get('moved-1')?.leave()
    this.#connect('moved-1', 'another-id')
  }

  /** Resolves with the states of these devices, once each is in this one. */
  async all (names: readonly string[], state: string): Promise<Body[]> {
    const states = (): Body[] => names.map(name => this.#told.get(name) ?? {})
    const isSo = (): boolean => states().filter(told => told.state === state).length === names.length
    await new Promise<void>(resolve => {
      this.#moved = () => { if (isSo()) resolve() }
      this.#moved()
    })
    return states()
  }

  async leave (): Promise<void> {
    await Promise.all([this.#watcher, ...this.#lines.values()].map(line => line.leave()))
  }

  #connect (name: string, clientId = name): void {
    const birth = { session: SESSION, functions: ['work'], heartbeatMs: HEARTBEAT_MS }
    const line = new Line({ port: this.#port, name, clientId, willOf: SESSION, ready: () => line.say('birth', birth) })
    this.#lines.set(name, line)
    // real time: heartbeats of devices that are there
    setInterval(() => { line.say('heartbeat', {}, undefined, 0) }, HEARTBEAT_MS).unref()
  }

  #seen (topic: string, body: Body): void {
    const [branch, , name = ''] = topic.split('/')
    if (branch === 'state') {
      this.#told.set(name, body)
      this.#moved()
    } else if (body.event === 'left' || body.event === 'lost') {
      this.departures.set(name, (this.departures.get(name) ?? new Set()).add(Number(body.v)))
    }
  }
}
