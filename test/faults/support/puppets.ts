/**
 * Devices in a process of their own, each with its connection, that say what
 * they are told to say: to be killed or stopped in whatever state a test brings
 * them into. This file is both the process and its handle.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Body, Line } from './line.js'

interface Order { readonly name: string, readonly port?: number, readonly command?: string, readonly body?: object }
/** `ready` as a topic: it is connected and has subscribed. */
interface Heard { readonly name: string, readonly topic: string, readonly body: Body }
interface Waiting { readonly wanted: (heard: Heard) => boolean, readonly got: (body: Body) => void }

export const SESSION = 1
const file = fileURLToPath(import.meta.url)
/** Longer than anything takes that is waited for: a test says then what it missed. */
const PATIENCE_MS = 15_000

export class Puppets {
  readonly #child: ChildProcess = fork(file)
  readonly #inbox: Heard[] = []
  readonly #waiting = new Set<Waiting>()

  constructor () {
    this.#child.on('message', message => this.#heard(message as Heard))
  }

  connect (name: string, port: number): void {
    this.#order({ name, port })
  }

  say (name: string, command: string, body: object): void {
    this.#order({ name, command, body })
  }

  /** The next message of this topic below its own branch that was not taken yet. */
  told (name: string, topic: string): Promise<Body> {
    const wanted = (heard: Heard): boolean => heard.name === name && heard.topic === topic
    const at = this.#inbox.findIndex(wanted)
    if (at !== -1) return Promise.resolve(this.#inbox.splice(at, 1)[0]?.body ?? {})
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${name} waited for ${topic} in vain; unread: ${JSON.stringify(this.#inbox)}`)), PATIENCE_MS)
      this.#waiting.add({ wanted, got: body => { clearTimeout(late); resolve(body) } })
    })
  }

  signal (name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  async kill (): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  #order (order: Order): void {
    this.#child.send(order)
  }

  #heard (heard: Heard): void {
    for (const waiting of this.#waiting) {
      if (!waiting.wanted(heard)) continue
      this.#waiting.delete(waiting)
      waiting.got(heard.body)
      return
    }
    this.#inbox.push(heard)
  }
}

function perform (): void {
  const lines = new Map<string, Line>()
  const report = (heard: Heard): void => { process.send?.(heard) }
  process.on('disconnect', () => process.exit())
  process.on('message', message => {
    const { name, port, command = '', body = {} } = message as Order
    if (port === undefined) {
      lines.get(name)?.say(command, body)
      return
    }
    lines.set(name, new Line({
      port,
      name,
      willOf: SESSION,
      ready: () => report({ name, topic: 'ready', body: {} }),
      message: (topic, heard) => report({ name, topic: topic.slice(`to/${name}/`.length), body: heard })
    }))
  })
}

if (process.argv[1] === file) perform()
