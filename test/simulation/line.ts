/**
 * The way between one client and the orchestrator. What is said on it may get
 * lost, late, doubled or out of order, or the connection breaks with all that
 * is under way: which of these, the plan says. It knows no message.
 */
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import type { NetworkPlan } from './plan.js'

/** One end of a line. */
export interface End {
  connected: () => void
  disconnected: () => void
}

export class Line {
  isUp = false
  /** Each connection has its own: what belongs to an older one is lost. */
  #connection = 0
  #lastUp = 0
  #lastDown = 0

  constructor (private readonly agenda: Agenda, private readonly chance: Chance, private plan: NetworkPlan, private readonly end: End) {}

  /** From now on nothing gets lost or late. */
  heal (): void {
    this.plan = { ...this.plan, lossRate: 0, copyRate: 0, delayMaxMs: 2 }
  }

  connect (): void {
    if (this.isUp) return
    this.isUp = true
    this.#connection++
    this.end.connected()
  }

  /** What is under way on a wire is gone with it; a wild network knows no connections. */
  break (): void {
    if (!this.isUp) return
    this.isUp = false
    this.end.disconnected()
  }

  /** Towards the orchestrator. */
  up (arrive: () => void): void {
    if (!this.isUp) return
    this.#lastUp = this.#carry(this.#lastUp, arrive)
  }

  /** Towards the client. */
  down (arrive: () => void): void {
    if (!this.isUp) return
    this.#lastDown = this.#carry(this.#lastDown, () => { if (this.isUp) arrive() })
  }

  #carry (last: number, arrive: () => void): number {
    const { agenda, chance, plan } = this
    if (plan.kind === 'wild') {
      if (chance.happens(plan.lossRate)) return last
      agenda.after(this.#delayMs(), arrive)
      if (chance.happens(plan.copyRate)) agenda.after(this.#delayMs(), arrive)
      return last
    }
    const connection = this.#connection
    const at = Math.max(last, agenda.now + this.#delayMs())
    agenda.after(at - agenda.now, () => { if (this.isUp && this.#connection === connection) arrive() })
    return at
  }

  #delayMs (): number {
    const { chance, plan: { delayMaxMs } } = this
    return chance.happens(0.85) ? chance.fraction() * Math.min(delayMaxMs, 20) : chance.fraction() * delayMaxMs
  }
}
