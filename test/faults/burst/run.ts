/**
 * One run: a server, processes that submit and processes that execute, a strike
 * where the seed says, until all that was acknowledged has ended; then every
 * task is asked for once more, and the checker judges.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { History, type Entry, readHistories } from '../support/history.js'
import { type Body, Line } from '../support/line.js'
import { ServerProcess } from '../support/server-process.js'
import type { Opened } from '../support/stores.js'
import { type Verdict, isEnded, judge, toldBetween } from './checker.js'
import { heldTwice, overloaded } from './leases.js'
import type { Place, Plan } from './plan.js'
import type { Strike, Struck } from './strikes.js'

export interface Outcome extends Verdict {
  readonly struck: readonly Struck[]
  /**
   * How long each app waited at the longest for an acknowledgement after each strike, a start included;
   * nothing where it was struck again before, or the app had no more to say.
   */
  readonly recoveryMs: readonly number[]
  /** What clients were told while nothing could be stored. */
  readonly heardAway: readonly string[]
  /** What is not right of tasks of which nobody was told anything shortly before the first strike. */
  readonly early: readonly string[]
  readonly stderr: string
  /** All that was written down about the first tasks of which something is not right. */
  readonly evidence: readonly string[]
}

const QUIET = ['--offer-timeout', '2s', '--restart-grace', '3s']
/** Far beyond what a run takes; what has not ended by then is reported as lost. */
const PATIENCE_MS = 45_000
/** For what was said before, and has still to arrive on a busy machine. */
const ON_ITS_WAY_MS = 1_000

export async function runBurst<Store extends Opened> (plan: Plan, directory: string, store: Store, strike: Strike<Store>): Promise<Outcome> {
  const server = new ServerProcess([...store.args, ...QUIET])
  const servers = [server, ...(store.others ?? []).map(args => new ServerProcess([...args, ...QUIET]))]
  const processes = new Processes()
  try {
    for (const one of servers) await one.start()
    const ports = servers.map(({ port }) => port)
    // Half of them on each of two nodes.
    const placeOf = (n: number): Place => ({ port: ports[n % ports.length] ?? 0, otherPorts: ports.toSpliced(n % ports.length, 1), directory })
    for (const [n, device] of plan.devices.entries()) processes.start('device', { ...device, ...placeOf(n) })
    for (const [n, app] of plan.apps.entries()) processes.start('app', { ...app, ...placeOf(n) })
    const struck: Struck[] = []
    for (const kill of plan.kills) {
      await processes.acked(kill.afterAcks)
      // real time: the moment of the strike, as the seed says
      await new Promise<void>(resolve => { setTimeout(resolve, kill.delayMs) })
      struck.push(...await strike({ server, store, underWay: () => processes.underWay }, kill))
    }
    await processes.acked(plan.apps.reduce((sum, { tasks }) => sum + tasks, 0))
    await askForAll(placeOf(0))
    return outcomeOf(plan, readHistories(directory), struck, servers.map(({ stderr }) => stderr).join(''))
  } finally {
    await processes.end()
    for (const one of servers) await one.kill()
  }
}

function outcomeOf (plan: Plan, entries: readonly Entry[], struck: readonly Struck[], stderr: string): Outcome {
  const judged = judge(entries)
  const capacities = new Map(plan.devices.map(({ name, birth }) => [name, birth.capacity]))
  const verdict = { ...judged, wrong: [...judged.wrong, ...heldTwice(entries), ...overloaded(entries, capacities)] }
  const recoveryMs = struck.flatMap(({ at }, n) => plan.apps.flatMap(({ name }) => longestWait(entries, name, at, struck[n + 1]?.at ?? Infinity)))
  const heardAway = struck.flatMap(({ away }) => away === undefined ? [] : toldBetween(entries, away.from + ON_ITS_WAY_MS, away.to).map(entry => JSON.stringify(entry)))
  return { ...verdict, struck, recoveryMs, heardAway, early: earlyOf(verdict, entries, struck[0]?.away?.from ?? 0), stderr, evidence: evidenceOf(verdict, entries) }
}

/** Not the first acknowledgement: that may have been on its way. Nothing where there was none. */
function longestWait (entries: readonly Entry[], app: string, from: number, to: number): number[] {
  const times = entries.filter(({ who, what, at }) => who === app && what === 'ack' && at > from && at < to).map(({ at }) => at)
  return times.length === 0 ? [] : [Math.max(...times.map((at, n) => at - (times[n - 1] ?? from)))]
}

/** Redis counts whole seconds, and two of them. */
const UNWRITTEN_MS = 3_000

function earlyOf ({ lost, doubled, wrong }: Verdict, entries: readonly Entry[], strikeAt: number): string[] {
  const recent = new Set(toldBetween(entries, strikeAt - UNWRITTEN_MS, strikeAt + ON_ITS_WAY_MS).map(({ task }) => task))
  return [...lost, ...doubled, ...wrong].filter(said => !recent.has(said.split(':')[0] ?? ''))
}

const EVIDENCE_MAX = 3

function evidenceOf ({ lost, doubled, wrong }: Verdict, entries: readonly Entry[]): string[] {
  const tasks = new Set([...lost, ...doubled, ...wrong].slice(0, EVIDENCE_MAX).map(said => said.split(':')[0]))
  return entries.filter(({ task }) => tasks.has(task)).sort((a, b) => a.at - b.at).map(entry => JSON.stringify(entry))
}

/** The processes of the clients, and how far those that submit have come. */
class Processes {
  readonly #children: ChildProcess[] = []
  readonly #progress = new Map<ChildProcess, { acked: number, underWay: number }>()
  #moved = (): void => {}
  #failed = (_: Error): void => {}
  #isOver = false

  get underWay (): number {
    return [...this.#progress.values()].reduce((sum, { underWay }) => sum + underWay, 0)
  }

  start (program: 'app' | 'device', argument: object): void {
    const child = fork(fileURLToPath(new URL(`${program}.js`, import.meta.url)), [JSON.stringify(argument)])
    child.on('message', progress => {
      this.#progress.set(child, progress as { acked: number, underWay: number })
      this.#moved()
    })
    child.once('exit', () => { if (!this.#isOver) this.#failed(new Error(`a process of ${program} ended by itself`)) })
    this.#children.push(child)
  }

  /** Until so many tasks are acknowledged. */
  async acked (count: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#failed = reject
      const late = setTimeout(() => reject(new Error(`only ${this.#acked()} of ${count} acknowledged after ${PATIENCE_MS} ms`)), PATIENCE_MS)
      this.#moved = () => {
        if (this.#acked() < count) return
        clearTimeout(late)
        resolve()
      }
      this.#moved()
    })
  }

  async end (): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(async child => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }))
  }

  #acked (): number {
    return [...this.#progress.values()].reduce((sum, { acked }) => sum + acked, 0)
  }
}

/** The checker's own connection: waits until every task has ended, and writes down how. */
async function askForAll ({ port, otherPorts, directory }: Place): Promise<void> {
  const invoked = readHistories(directory).filter(({ what }) => what === 'invoke').map(({ task }) => task)
  const history = new History(directory, 'checker')
  const open = new Set(invoked)
  // real time: only the bound of the wait; what has not ended by then is judged as it is
  await new Promise<void>(resolve => {
    const late = setTimeout(resolve, PATIENCE_MS)
    const line = new Line({ port, otherPorts, name: 'checker', filters: ['to/checker/#', 'state/tasks/+'], message: heard, ready: () => ask(invoked) })

    function ask (tasks: readonly string[]): void {
      for (const task of tasks) line.say(`tasks/${task}/get`, {})
    }

    function heard (topic: string, { state, v, attempt, result, code }: Body): void {
      const [branch, , , task = '', command] = topic.split('/')
      if (branch === 'state') return isEnded(String(state)) ? ask([topic.split('/')[2] ?? '']) : undefined
      if (command !== 'get') return
      history.write({ what: code === undefined ? 'final' : 'unknown', task, ...{ state, v, attempt, result, code } as object })
      if (code !== undefined || isEnded(String(state))) open.delete(task)
      if (open.size > 0) return
      clearTimeout(late)
      line.leave().then(resolve, resolve)
    }
  })
}
