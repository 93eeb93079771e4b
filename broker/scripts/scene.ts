/**
 * A script that is running: its variables and connections, and how it waits.
 * On a virtual clock waiting moves the time from timer to timer, once all is
 * quiet; else it is real. What the steps mean is in steps/.
 */
import type { Clock } from '../platform/clock.js'
import type { Client, Message } from './client.js'
import type { Fields, Place, Script, Step } from './script.js'
import type { Stage } from './targets/target.js'

const BRANCH = /^(\$share\/[^/]+\/)?(from|to|state|events)\//
/** Real time after which a broker that is not quiet yet will hardly be. */
const UNREST_MS = 10_000
/** Two in a row: what one connection sent in the first may reach another in the second. */
const QUIET_ROUNDS = 2
/** Of the event loop: more than an answer over loopback takes. */
const TURNS = 50

export class Scene {
  /** The step that runs, the innermost one. */
  current: Step | undefined
  isPaused = false
  /** By the name in the script. */
  readonly #clients = new Map<string, Client>()
  /** With those whose name another one has by now. */
  readonly #all: Client[] = []
  #over: Error | undefined
  #vars: Record<string, unknown>
  #arrivals = 0
  #running = 1
  #waiting = 0
  #turn: Promise<void> = Promise.resolve()
  #commands = 0
  readonly #listeners = new Set<() => void>()

  /** @param clock for real waiting */
  constructor (script: Script, readonly stage: Stage, private readonly clock: Clock, readonly runSteps: (steps: readonly Step[]) => Promise<void>) {
    const ids = script.ids.map(name => [name, `${name}-${stage.run}`])
    this.#vars = { run: stage.run, root: stage.root, ...stage.login !== undefined && { user: stage.login.username }, ...Object.fromEntries(ids) as Fields }
  }

  get vars (): Fields {
    return { ...this.#vars, now: this.stage.now() }
  }

  set (vars: Fields): void {
    Object.assign(this.#vars, vars)
  }

  /** Variables that hold for these steps alone. */
  async within (vars: Fields, steps: readonly Step[]): Promise<void> {
    const outer = { ...this.#vars }
    this.set(vars)
    await this.runSteps(steps)
    for (const name of Object.keys(vars)) {
      if (Object.hasOwn(outer, name)) this.#vars[name] = outer[name]
      else delete this.#vars[name]
    }
  }

  /** Our four branches are below the root; any other topic is meant as it is. */
  topic (topic: string): string {
    if (!BRANCH.test(topic)) return topic
    return topic.replace(BRANCH, (branch, share: string | undefined = '') => `${share}${this.stage.root}/${branch.slice(share.length)}`)
  }

  client (name: string): Client {
    const client = this.#clients.get(name)
    if (client === undefined) throw new Error(`${name} was not connected; there are ${[...this.#clients.keys()].join(', ') || 'none'}`)
    return client
  }

  add (name: string, client: Client): void {
    this.#clients.set(name, client)
    this.#all.push(client)
  }

  nextRef (): string {
    return `s${++this.#commands}`
  }

  readonly arrived = (): void => {
    this.#arrivals++
    for (const listener of this.#listeners) listener()
  }

  /** What the check finds, as soon as it does; undefined once the time is over. */
  async until<T> (check: () => Promise<T | undefined> | T | undefined, withinMs: number): Promise<T | undefined> {
    const { clock } = this.stage
    return clock === undefined ? await this.#untilReally(check, withinMs) : await this.#untilVirtually(check, withinMs)
  }

  /** All that is under way has come, as far as that can be known. */
  async quiet (): Promise<void> {
    await this.#alone(() => this.#calm())
  }

  /** Lets this much time pass. */
  async pass (ms: number): Promise<void> {
    if (this.stage.clock !== undefined) await this.#untilVirtually(() => undefined, ms, true)
    else await this.#untilReally(() => undefined, ms)
  }

  /** Branches that run at the same time: the clock moves only when all of them wait. */
  async parallel (branches: readonly (readonly Step[])[]): Promise<void> {
    this.#running += branches.length - 1
    let left = branches.length
    await Promise.all(branches.map(async steps => {
      await this.runSteps(steps)
      if (--left > 0) this.#running--
    }))
  }

  /** All connections are cut; what still waits ends with this error, if there is one. */
  async close (over?: Error): Promise<void> {
    this.#over = over
    this.arrived()
    await Promise.all(this.#all.splice(0).map(client => client.drop()))
  }

  /** @throws Error once the script is over */
  goesOn (): void {
    if (this.#over !== undefined) throw this.#over
  }

  async #untilVirtually<T> (check: () => Promise<T | undefined> | T | undefined, withinMs: number, moves = !this.isPaused): Promise<T | undefined> {
    const until = this.stage.now() + withinMs
    this.#waiting++
    try {
      const calmly = async (): Promise<T | undefined> => {
        await this.#calm()
        return await check()
      }
      let found = await this.#presently(check) ?? await this.#alone(calmly)
      if (!moves) return found
      while (found === undefined && this.stage.now() < until) {
        this.goesOn()
        found = await this.#alone(async () => {
          await this.#tick(until)
          return await calmly()
        })
      }
      return found
    } finally {
      this.#waiting--
    }
  }

  /** An answer that is under way needs no round of pings, which costs one for each connection. */
  async #presently<T> (check: () => Promise<T | undefined> | T | undefined): Promise<T | undefined> {
    let found = await check()
    for (let turn = 0, seen = this.#arrivals; found === undefined && turn < TURNS; turn++) {
      await this.stage.clock?.settle()
      if (seen !== this.#arrivals) found = await check()
      seen = this.#arrivals
    }
    return found
  }

  /** To the next timer, once every branch waits. */
  async #tick (until: number): Promise<void> {
    const { clock } = this.stage
    if (clock === undefined || this.#waiting < this.#running) return
    await clock.advance(Math.max(0, Math.min(clock.nextAt ?? until, until) - clock.now()))
  }

  async #calm (): Promise<void> {
    let quietRounds = 0
    const given = this.clock.now() + UNREST_MS
    while (quietRounds < QUIET_ROUNDS) {
      this.goesOn()
      if (this.clock.now() > given) throw new Error(`it is not quiet after ${UNREST_MS} ms: some connection does not come to its end`)
      const before = this.#arrivals
      const answers = await this.#round()
      const isStill = this.#arrivals === before + answers && this.#isCounted()
      quietRounds = isStill ? quietRounds + 1 : 0
    }
  }

  /** One branch at a time: another one's pings are no rest. */
  async #alone<T> (work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.then(() => {}, () => {})
    return await turn
  }

  async #untilReally<T> (check: () => Promise<T | undefined> | T | undefined, withinMs: number): Promise<T | undefined> {
    let isOver = false
    const timer = this.clock.setTimeout(() => {
      isOver = true
      this.arrived()
    }, withinMs)
    try {
      for (;;) {
        this.goesOn()
        const seen = this.#arrivals
        const found = await check()
        if (found !== undefined || isOver) return found
        if (seen === this.#arrivals) await this.#arrival()
      }
    } finally {
      this.clock.clearTimeout(timer)
    }
  }

  #arrival (): Promise<void> {
    return new Promise(resolve => {
      const listener = (): void => {
        this.#listeners.delete(listener)
        resolve()
      }
      this.#listeners.add(listener)
    })
  }

  /** A ping round trip on every connection; resolves with how many answers that were. */
  async #round (): Promise<number> {
    await this.stage.clock?.settle()
    const readers = this.#all.filter(({ isOpen, isReading }) => isOpen && isReading)
    const answers = await Promise.all(readers.map(reader => reader.ping().then(() => 1, () => 0)))
    await this.stage.clock?.settle()
    return answers.reduce<number>((sum, answer) => sum + answer, 0)
  }

  /** The broker has noticed who went. */
  #isCounted (): boolean {
    const { connections } = this.stage
    if (connections === undefined) return true
    return connections() === this.#all.filter(({ isOpen }) => isOpen).length
  }
}

/** A message as reports show it. */
export function shown (message: Message, root: string): string {
  const { topic, payload, retain } = message
  const below = topic.startsWith(`${root}/`) ? topic.slice(root.length + 1) : topic
  return `${below}${retain ? ' (retained)' : ''} ${payloadText(payload)}`
}

const SHOWN_MAX = 300

export function payloadText (payload: Buffer): string {
  if (payload.length === 0) return '(empty)'
  const text = payload.toString('utf8')
  const readable = text.includes('\ufffd') ? `hex ${payload.toString('hex')}` : text
  return readable.length > SHOWN_MAX ? `${readable.slice(0, SHOWN_MAX)}…` : readable
}

export function placeText ({ file, line }: Place): string {
  return `${file}:${line}`
}
