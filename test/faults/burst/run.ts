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
import { type Verdict, heardBetween, isEnded, judge } from './checker.js'
import type { Place, Plan } from './plan.js'
import type { Strike, Struck } from './strikes.js'

export interface Outcome extends Verdict {
  readonly struck: readonly Struck[]
  /** From when it could work again until a submit was acknowledged, a start included; nothing where it was struck again before, or there was none left. */
  readonly recoveryMs: readonly number[]
  /** What clients were told while nothing could be stored. */
  readonly heardAway: readonly string[]
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
  const processes = new Processes()
  try {
    await server.start()
    const place = { port: server.port, directory }
    for (const device of plan.devices) processes.start('device', { ...device, ...place })
    for (const app of plan.apps) processes.start('app', { ...app, ...place })
    const struck: Struck[] = []
    for (const kill of plan.kills) {
      await processes.acked(kill.afterAcks)
      // real time: the moment of the strike, as the seed says
      await new Promise<void>(resolve => { setTimeout(resolve, kill.delayMs) })
      struck.push(...await strike({ server, store, underWay: () => processes.underWay }, kill))
    }
    await processes.acked(plan.apps.reduce((sum, { tasks }) => sum + tasks, 0))
    await askForAll(place)
    return outcomeOf(readHistories(directory), struck, server.stderr)
  } finally {
    await processes.end()
    await server.kill()
  }
}

function outcomeOf (entries: readonly Entry[], struck: readonly Struck[], stderr: string): Outcome {
  const verdict = judge(entries)
  const recoveryMs = struck.map(({ at }, n) => firstAckBetween(entries, at, struck[n + 1]?.at ?? Infinity) - at).filter(Number.isFinite)
  const heardAway = struck.flatMap(({ away }) => away === undefined ? [] : heardBetween(entries, away.from + ON_ITS_WAY_MS, away.to))
  return { ...verdict, struck, recoveryMs, heardAway, stderr, evidence: evidenceOf(verdict, entries) }
}

function firstAckBetween (entries: readonly Entry[], from: number, to: number): number {
  return Math.min(...entries.filter(({ what, at }) => what === 'ack' && at > from && at < to).map(({ at }) => at))
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
async function askForAll ({ port, directory }: Place): Promise<void> {
  const invoked = readHistories(directory).filter(({ what }) => what === 'invoke').map(({ task }) => task)
  const history = new History(directory, 'checker')
  const open = new Set(invoked)
  // real time: only the bound of the wait; what has not ended by then is judged as it is
  await new Promise<void>(resolve => {
    const late = setTimeout(resolve, PATIENCE_MS)
    const line = new Line({ port, name: 'checker', filters: ['to/checker/#', 'state/tasks/+'], message: heard, ready: () => ask(invoked) })

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
