/**
 * A server of ours as a process, and a real Mosquitto: connected by a bridge of
 * the one or the other. Everybody speaks over talkers, which check all that the
 * orchestrator says against the contract.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectAsync } from 'mqtt'
import type { Test } from 'tap'
import { parse, stringify } from 'yaml'
import { type Mosquitto, startMosquitto } from './mosquitto.js'
import { freePort } from './ports.js'
import { Facts } from './topics/facts.js'
import { Talker, type TalkerOptions } from './topics/talker.js'

export const ROOT = 'orchestra/v1'
const main = fileURLToPath(new URL('../../broker/cli/main.js', import.meta.url))
const examples = fileURLToPath(new URL('../../../mosquitto-compat/examples/', import.meta.url))

export interface StageOptions {
  /** A bridge of ours, from mosquitto-compat/examples, with the ports of the test. */
  readonly example?: string
  /** In place of, or besides what the example says of its first bridge. */
  readonly bridge?: object
  /** From the port of the Mosquitto to one that leads there. */
  readonly through?: (port: number) => Promise<number>
  /** Other keys of the configuration. */
  readonly config?: object
  /** Lines of mosquitto.conf; PORT stands for our port. */
  readonly mosquitto?: readonly string[]
  /** Our server is a node on this Redis. */
  readonly redis?: string
  /** Another node, with the same Mosquitto. */
  readonly beside?: BridgeStage
}

type Retained = Readonly<Record<string, string>>

export class BridgeStage {
  readonly facts: Facts
  #server: ChildProcess | undefined
  #mosquitto: Mosquitto | undefined
  #bridged = 0
  /** Warnings and errors of our server. */
  readonly #log: string[] = []

  private constructor (private readonly t: Test, readonly port: number, private readonly config: string, beside: BridgeStage | undefined) {
    this.facts = beside?.facts ?? new Facts()
    this.#mosquitto = beside?.mosquitto
  }

  get mosquitto (): Mosquitto {
    if (this.#mosquitto === undefined) throw new Error('there is no Mosquitto yet')
    return this.#mosquitto
  }

  /** A test on a stage of its own, which ends with what is true of every one. */
  static test (t: Test, name: string, options: StageOptions, run: (t: Test, stage: BridgeStage) => Promise<void>): void {
    t.test(name, async t => {
      const stage = await BridgeStage.start(t, options)
      await run(t, stage)
      t.same(stage.facts.problems, [], 'all that was told is as the contract says')
    })
  }

  static async start (t: Test, { example, bridge, through, config, mosquitto: lines = [], redis, beside }: StageOptions): Promise<BridgeStage> {
    const [port, mosquittoPort] = [await freePort(), beside?.mosquitto.port ?? await freePort()]
    const file = join(beside === undefined ? t.testdir() : t.testdirName, `${port}.yaml`)
    const { bridges = [], ...rest } = example === undefined ? {} : parse(exampleText(example)) as { bridges?: object[] }
    const url = `mqtt://127.0.0.1:${through === undefined ? mosquittoPort : await through(mosquittoPort)}`
    const ours = [...bridges, ...bridges.length === 0 && bridge !== undefined ? [{}] : []].map(one => ({ ...one, urls: [url], ...bridge }))
    const place = redis === undefined ? { data: join(t.testdirName, 'data') } : { redis }
    writeFileSync(file, stringify({ port, httpPort: 0, ...place, logLevel: 'warn', ...rest, ...ours.length > 0 && { bridges: ours }, ...config }))
    const stage = new BridgeStage(t, port, file, beside)
    // Mosquitto's own bridge tries again after 6 s: it has to find us at once. Ours does after 0.2 s.
    if (lines.some(line => line.startsWith('connection '))) await stage.serve()
    stage.#mosquitto ??= await startMosquitto(t, lines.map(line => line.replace('PORT', String(port))), mosquittoPort)
    await stage.serve()
    if (lines.some(line => line.startsWith('connection '))) await stage.#bridgeAgain()
    if (ours.length > 0) await stage.#connected()
    return stage
  }

  /** Our server was not there when it started, and Mosquitto takes its time to try again. */
  async #bridgeAgain (): Promise<void> {
    await this.mosquitto.kill()
    await this.mosquitto.restart()
  }

  /** Starts it, again too. Resolves once it listens. */
  async serve (): Promise<void> {
    if (isRunning(this.#server)) return
    const child = this.#server = spawn(process.execPath, [main, 'serve', '--config', this.config], { stdio: ['ignore', 'pipe', 'pipe'] })
    createInterface(child.stderr).on('line', line => this.#log.push(line))
    this.t.teardown(() => child.kill('SIGKILL'))
    const lines = createInterface(child.stdout)
    const [line] = await Promise.race([once(lines, 'line'), once(lines, 'close')]) as [string?]
    if (line === undefined && child.signalCode !== 'SIGKILL') throw new Error(`the server ended by itself: ${this.#log.join(' ')}`)
  }

  /** Resolves once our bridge has subscribed there: what is published before is nobody's. */
  async #connected (): Promise<void> {
    const ready = await this.here('ready', { subscribe: ['state/bridges/+'] })
    await ready.next(({ topic, text }) => topic.startsWith('state/bridges/') && text.includes('"connected"'), 'our bridge')
    await ready.leave()
  }

  /** What it has logged so far that contains this. */
  logged (text: string): readonly string[] {
    return this.#log.filter(line => line.includes(text))
  }

  async kill (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#server
    if (!isRunning(child)) return
    child.kill(signal)
    await once(child, 'exit')
  }

  /** To our server: to be stopped and to go on, say. */
  signal (signal: NodeJS.Signals): void {
    this.#server?.kill(signal)
  }

  /** Somebody at our broker. */
  here (name: string, options?: TalkerOptions): Promise<Talker> {
    return this.#talker(this.port, name, options)
  }

  /** Somebody at the Mosquitto. */
  there (name: string, options?: TalkerOptions): Promise<Talker> {
    return this.#talker(this.mosquitto.port, name, options)
  }

  retainedHere (filter: string): Promise<Retained> {
    return retained(this.port, filter)
  }

  retainedThere (filter: string): Promise<Retained> {
    return retained(this.mosquitto.port, filter)
  }

  /** Resolves once Mosquitto's own bridge has subscribed to `alarms/#`, the last of its topics. */
  async bridged (): Promise<void> {
    const [here, there] = [await this.here('ready-here', { subscribe: [] }), await this.there('ready-there', { subscribe: [] })]
    const ready = `alarms/ready-${this.#bridged++}`
    await there.subscribeTo(ready)
    await here.publish(ready, 'ready', { retain: true })
    await there.next(({ topic }) => topic === ready, 'the bridge of Mosquitto')
    await Promise.all([here.leave(), there.leave()])
  }

  /** Resolves once nothing of it is retained there. */
  async gone (filter: string): Promise<void> {
    while (Object.keys(await this.retainedThere(filter)).length > 0);
  }

  async #talker (port: number, name: string, options: TalkerOptions = {}): Promise<Talker> {
    const talker = await Talker.connect(port, ROOT, name, this.facts, { clientId: name, ...options })
    this.t.teardown(() => talker.leave())
    return talker
  }
}

function isRunning (child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

export function exampleText (name: string): string {
  return readFileSync(join(examples, name), 'utf8')
}

let readers = 0

/** Both brokers give what is retained in the order of the topics, here at the latest: the marker is the last. */
async function retained (port: number, filter: string): Promise<Retained> {
  const found: Record<string, string> = {}
  const marker = `zz/${readers++}`
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: marker, username: 'reader' })
  const comes = (wanted: boolean): Promise<void> => new Promise(resolve => {
    client.on('message', (topic, _payload, { retain }) => { if (topic === marker && retain === wanted) resolve() })
  })
  client.on('message', (topic, payload, { retain }) => { if (topic !== marker && retain) found[topic] = payload.toString() })
  await client.subscribeAsync(marker, { qos: 1 })
  const stored = comes(false)
  await client.publishAsync(marker, 'the end', { qos: 1, retain: true })
  await stored
  // mqtt.js asks for nothing twice.
  await client.unsubscribeAsync(marker)
  const all = comes(true)
  await client.subscribeAsync([filter, marker], { qos: 1 })
  await all
  await client.publishAsync(marker, '', { qos: 1, retain: true })
  await client.endAsync()
  return found
}
