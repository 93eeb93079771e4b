/**
 * What joins the nodes: messages of one sender come to one receiver in their
 * order, those of several in any; some are lost, and all while an end is down.
 * What is told to clients elsewhere goes the same way.
 */
import type { Bus } from '../../broker/store/bus.js'
import type { Agenda } from './agenda.js'
import type { Chance } from './chance.js'
import type { Gate } from './gate.js'
import type { BusPlan } from './plan.js'

export class SimBus {
  readonly #ends = new Map<string, BusEnd>()
  readonly #lastArrival = new Map<string, number>()

  constructor (private readonly agenda: Agenda, private readonly chance: Chance, private plan: BusPlan) {}

  /** From now on nothing gets lost. */
  heal (): void {
    this.plan = { ...this.plan, lossRate: 0 }
  }

  /** The end of a node's new process, in place of the one before. */
  join (node: string, gate: Gate): BusEnd {
    const end = new BusEnd(node, gate, this)
    this.#ends.set(node, end)
    return end
  }

  send (from: BusEnd, to: string | undefined, kind: string, body: Buffer | string): void {
    const bytes = Buffer.from(body)
    const receivers = to === undefined ? [...this.#ends.keys()] : [to]
    for (const receiver of receivers) if (receiver !== from.node) this.carry(from.node, receiver, end => end.receive(kind, bytes, from.node))
  }

  carry (from: string, to: string, arrive: (end: BusEnd) => void): void {
    const { agenda, chance, plan: { lossRate, delayMaxMs } } = this
    const receiver = this.#ends.get(to)
    if (receiver === undefined || this.#ends.get(from)?.isUp !== true || !receiver.isUp || chance.happens(lossRate)) return
    const way = `${from} ${to}`
    const at = Math.max(this.#lastArrival.get(way) ?? 0, agenda.now + chance.fraction() * delayMaxMs)
    this.#lastArrival.set(way, at)
    // Another connection by then, or another process: not its messages.
    const { ups } = receiver
    agenda.after(at - agenda.now, () => { if (receiver.isUp && receiver.ups === ups) receiver.gate.do(() => arrive(receiver)) })
  }
}

export class BusEnd implements Bus {
  isUp = true
  /** How often it came back. */
  ups = 0
  readonly #listeners = new Map<string, (body: Buffer, from: string) => void>()
  readonly #gapListeners: (() => void)[] = []

  constructor (readonly node: string, readonly gate: Gate, private readonly bus: SimBus) {}

  get isDeaf (): boolean {
    return !this.isUp
  }

  send (to: string | undefined, kind: string, body: Buffer | string): void {
    if (!this.gate.isDead) this.bus.send(this, to, kind, body)
  }

  listen (kind: string, listener: (body: Buffer, from: string) => void): void {
    this.#listeners.set(kind, listener)
  }

  onGap (listener: () => void): void {
    this.#gapListeners.push(listener)
  }

  receive (kind: string, body: Buffer, from: string): void {
    this.#listeners.get(kind)?.(body, from)
  }

  drop (): void {
    this.isUp = false
  }

  back (): void {
    this.isUp = true
    this.ups++
    for (const listener of this.#gapListeners) listener()
  }
}
