/**
 * Somebody at a shell: speaks with `mosquitto_pub` and hears with
 * `mosquitto_sub`, real processes with MQTT 3.1.1. What is heard is checked
 * against the contract, as everywhere.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Body, Message } from './facts.js'
import { ROOT, type Rig } from './rig.js'

interface Teardown { teardown: (run: () => unknown) => void }

interface Waiting { readonly topic: string, readonly fields: Body, readonly got: (message: Message) => void }

const PATIENCE_MS = 8_000

export class Shell {
  readonly heard: Message[] = []
  readonly #waiting: Waiting[] = []
  #ear: ChildProcess | undefined

  private constructor (private readonly rig: Rig, readonly name: string) {}

  /** Somebody who listens to their own branch. `options` are further ones of `mosquitto_sub`. */
  static async open (t: Teardown, rig: Rig, name: string, filters: readonly string[] = [`to/${name}/#`], options: readonly string[] = []): Promise<Shell> {
    const shell = new Shell(rig, name)
    t.teardown(() => shell.kill())
    await shell.#listen(filters, options)
    return shell
  }

  /** `mosquitto_pub`, with what comes after the topic, and what it is given on its standard input. */
  async pub (topic: string, options: readonly string[], input = ''): Promise<number> {
    const child = spawn('mosquitto_pub', [...this.#connection(), '-q', '1', '-t', `${ROOT}/${topic}`, ...options], { stdio: ['pipe', 'ignore', 'inherit'] })
    child.stdin.end(input)
    const [code] = await once(child, 'close') as [number]
    return code
  }

  /** A command of one's own; without a body an empty message. */
  async say (command: string, body?: object): Promise<void> {
    const code = await this.pub(`from/${this.name}/${command}`, body === undefined ? ['-n'] : ['-m', JSON.stringify(body)])
    if (code !== 0) throw new Error(`mosquitto_pub ${command} ended with ${code}`)
  }

  /** A command, and what is heard on the topic of its answer. */
  async ask (command: string, body?: object): Promise<Body> {
    const [answer] = await Promise.all([this.told(`${command}/accepted`), this.say(command, body)])
    return answer
  }

  async told (topic: string, fields: Body = {}): Promise<Body> {
    return await this.seen(`to/${this.name}/${topic}`, fields)
  }

  async seen (topic: string, fields: Body = {}): Promise<Body> {
    return (await this.#next(topic, fields)).body ?? {}
  }

  /** What `mosquitto_sub` prints until it has so many messages and ends by itself. */
  async collect (filters: readonly string[], count: number): Promise<string[]> {
    const child = this.#sub(filters, ['-C', String(count)])
    const lines: string[] = []
    for await (const line of createInterface({ input: child.stdout })) lines.push(line)
    return lines
  }

  /** Without goodbye. */
  kill (): void {
    this.#ear?.kill('SIGKILL')
  }

  async #listen (filters: readonly string[], options: readonly string[]): Promise<void> {
    const subscribed = this.#subscribed(filters)
    const child = this.#sub(filters, options)
    this.#ear = child
    createInterface({ input: child.stdout }).on('line', line => this.#hear(line))
    await subscribed
  }

  /** The broker has granted it: from now on nothing is missed. */
  #subscribed (filters: readonly string[]): Promise<void> {
    const { aedes } = this.rig
    return new Promise(resolve => {
      const listener = (granted: readonly { topic: string }[]): void => {
        if (granted[0]?.topic !== `${ROOT}/${filters[0] ?? ''}`) return
        aedes.off('subscribe', listener)
        resolve()
      }
      aedes.on('subscribe', listener)
    })
  }

  #sub (filters: readonly string[], options: readonly string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
    const topics = filters.flatMap(filter => ['-t', `${ROOT}/${filter}`])
    return spawn('mosquitto_sub', [...this.#connection(), '-q', '1', '-F', '%t %r %q %p', ...topics, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  }

  #connection (): string[] {
    return ['-h', '127.0.0.1', '-p', String(this.rig.port), '-V', 'mqttv311', '-u', this.name]
  }

  #hear (line: string): void {
    const [topic = '', retain, qos, ...rest] = line.slice(ROOT.length + 1).split(' ')
    const text = rest.join(' ')
    const message = { topic, body: text === '' ? undefined : JSON.parse(text) as Body, text, retain: retain === '1', qos: Number(qos), dup: false }
    this.rig.facts.check(`${this.name}'s shell`, this.name, message)
    const at = this.#waiting.findIndex(waiting => fits(message, waiting))
    if (at === -1) this.heard.push(message)
    else this.#waiting.splice(at, 1)[0]?.got(message)
  }

  #next (topic: string, fields: Body): Promise<Message> {
    const at = this.heard.findIndex(message => fits(message, { topic, fields }))
    if (at !== -1) return Promise.resolve(this.heard.splice(at, 1)[0] as Message)
    return new Promise((resolve, reject) => {
      const heard = (): string => this.heard.slice(-8).map(message => `${message.topic} ${message.text}`).join(' ')
      const timer = setTimeout(() => reject(new Error(`${this.name} waited for ${topic} in vain; heard: ${heard()}`)), PATIENCE_MS)
      this.#waiting.push({ topic, fields, got: message => { clearTimeout(timer); resolve(message) } })
    })
  }
}

function fits ({ topic, body }: Message, wanted: { topic: string, fields: Body }): boolean {
  return topic === wanted.topic && Object.entries(wanted.fields).every(([name, value]) => body?.[name] === value)
}
