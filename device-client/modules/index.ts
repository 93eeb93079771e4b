// The modules of a device: its runtime, and how that asks and is answered over the device's connection.

import { Blobs } from '../blobs.js'
import type { Clock } from '../platform/clock.js'
import { Requests } from '../requests.js'
import { parsePayload } from '../topics.js'
import { type ModuleOptions, Runtime } from './runtime.js'

export interface ModulesHost {
  readonly id: string
  readonly clock: Clock
  /** To `from/{me}/{path}`; dropped while there is no connection. */
  send (path: string, payload: string | Buffer): void
  publish (topic: string, payload: Buffer): void
  problem (error: Error): void
  log (message: string): void
}

const timeoutMs = 60_000
const payloadBytesMax = 128 * 1_024
/** `deployments/{name}` */
const partTopic = /^deployments\/([^/]+)$/

export class Modules {
  readonly runtime: Runtime
  readonly #requests: Requests
  readonly #blobs: Blobs
  /** The same blob for two at once is fetched once. */
  readonly #fetches = new Map<string, Promise<Buffer>>()

  constructor (options: ModuleOptions, host: ModulesHost) {
    const { id, clock, problem, log } = host
    const requests = this.#requests = new Requests({ clock, payloadBytesMax, send: (path, payload) => host.send(path, payload) })
    this.#blobs = new Blobs({
      clock,
      ask: (path, body) => requests.request(path, body, timeoutMs),
      askBytes: (path, bytes) => requests.requestBytes(path, bytes, timeoutMs)
    })
    this.runtime = new Runtime(options, {
      id,
      clock,
      problem,
      log,
      ask: (path, body) => requests.request(path, body, timeoutMs),
      publish: (topic, payload) => host.publish(topic, payload),
      fetch: (hash) => this.#fetch(hash),
      store: (bytes) => this.#blobs.upload(bytes)
    })
  }

  /** Whether it was for the modules. `path`: below `to/{me}/`. */
  receive (path: string, payload: Buffer): boolean {
    const [, part] = partTopic.exec(path) ?? []
    if (part !== undefined) this.runtime.receive(part, payload)
    if (part !== undefined || this.#blobs.receive(path, payload)) return true
    if (!path.startsWith('blobs/') && !path.startsWith('deployments/')) return false
    const answer = parsePayload(payload)
    return typeof answer === 'object' && answer !== null && this.#requests.receive(path, answer)
  }

  connected (): void {
    this.#requests.connected()
    this.runtime.connected()
  }

  close (): void {
    this.#requests.close()
    this.runtime.close()
  }

  #fetch (hash: string): Promise<Buffer> {
    const there = this.#fetches.get(hash)
    if (there !== undefined) return there
    const fetch = this.#blobs.download(hash).finally(() => { this.#fetches.delete(hash) })
    this.#fetches.set(hash, fetch)
    return fetch
  }
}
