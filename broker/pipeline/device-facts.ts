/**
 * What is published of a device changes with the tasks that it holds, which
 * write no record of it: collected here, told at the end of a turn.
 */
import type { Effect } from '../core/effects.js'
import type { Roster, Seat } from './roster.js'

export class DeviceFacts {
  readonly #changed = new Set<Seat>()

  constructor (
    private readonly roster: Roster,
    private readonly now: () => number,
    private readonly tell: (effects: readonly Effect[]) => void
  ) {}

  /** At once, and told at the end of the turn: no two contents share a version. */
  change (seat: Seat): void {
    this.versioned(seat)
    this.#changed.add(seat)
  }

  versioned (seat: Seat): void {
    seat.v = Math.max(seat.v + 1, this.now())
  }

  publish (): void {
    if (this.#changed.size === 0) return
    const at = this.now()
    // Not of those that were forgotten since, or are served elsewhere.
    const seats = [...this.#changed].filter(seat => seat.ours && this.roster.get(seat.device.id) === seat)
    this.#changed.clear()
    if (seats.length > 0) this.tell(seats.map(({ device }) => ({ type: 'device', device, emits: undefined, at })))
  }
}
