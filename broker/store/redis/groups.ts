/**
 * Group commit: what is asked in one turn of the event loop goes to Redis as
 * one call, with few calls under way at a time; what comes meanwhile makes the
 * next group.
 */
import type { Clock } from '../../platform/clock.js'

interface Waiting<Op, Reply> {
  readonly op: Op
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/** So that Node and Redis work at the same time. With more, groups get smaller: each costs both some tens of microseconds, whatever is in it. */
const UNDER_WAY_MAX = 2
/** A further one waits until it is worth its call. */
const FURTHER_MIN = 24
/** Others wait while Redis runs a script: about a millisecond at the most. */
const GROUP_MAX = 128

export class Groups<Op, Reply> {
  readonly #run: (ops: readonly Op[]) => Promise<readonly Reply[]>
  readonly #clock: Clock
  readonly #isLater: (op: Op) => boolean
  #waiting: Waiting<Op, Reply>[] = []
  #underWay = 0
  #scheduled = false
  #idlers: (() => void)[] = []

  /** `run` answers each op, in order. Those that are `later` hear of it once what the others' answers lead to has been done. */
  constructor (clock: Clock, run: (ops: readonly Op[]) => Promise<readonly Reply[]>, isLater: (op: Op) => boolean) {
    this.#clock = clock
    this.#isLater = isLater
    this.#run = run
  }

  add (op: Op): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ op, resolve, reject })
      this.#schedule()
    })
  }

  /** Resolves once nothing waits or is under way. */
  async idle (): Promise<void> {
    if (this.#isBusy) await new Promise<void>(resolve => { this.#idlers.push(resolve) })
  }

  get #isBusy (): boolean {
    return this.#waiting.length > 0 || this.#underWay > 0
  }

  #schedule (): void {
    if (this.#scheduled || this.#underWay >= UNDER_WAY_MAX || (this.#underWay > 0 && this.#waiting.length < FURTHER_MIN)) return
    this.#scheduled = true
    this.#clock.defer(() => {
      this.#scheduled = false
      this.#next()
    })
  }

  #next (): void {
    const group = this.#waiting.splice(0, GROUP_MAX)
    if (group.length === 0) return
    this.#underWay++
    this.#run(group.map(({ op }) => op)).then(
      replies => this.#answer(group, replies),
      error => group.forEach(({ reject }) => reject(error))
    ).finally(() => {
      this.#underWay--
      if (this.#waiting.length > 0) this.#schedule()
      if (!this.#isBusy) for (const resolve of this.#idlers.splice(0)) resolve()
    })
    if (this.#waiting.length > 0) this.#schedule()
  }

  #answer (group: readonly Waiting<Op, Reply>[], replies: readonly Reply[]): void {
    const later: (() => void)[] = []
    for (const [n, { op, resolve }] of group.entries()) {
      const reply = replies[n] as Reply
      if (this.#isLater(op)) later.push(() => resolve(reply))
      else resolve(reply)
    }
    // In this turn, but behind all promises that the others settle.
    if (later.length > 0) process.nextTick(() => { for (const resolve of later) resolve() })
  }
}
