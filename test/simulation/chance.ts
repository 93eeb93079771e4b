/**
 * All chance of a schedule, out of one seed. Whoever draws has a branch of its
 * own, so that one more draw in one place moves nothing in another.
 */

export class Chance {
  #state: number

  constructor (seed: number) {
    this.#state = seed >>> 0
    // Neighbouring seeds begin alike; a few steps part them.
    for (let i = 0; i < 4; i++) this.fraction()
  }

  /** 0 … 1. Mulberry32: small, quick, and good enough for drawing misfortunes. */
  fraction (): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    const state = this.#state
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  between (least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1))
  }

  happens (probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T> (choices: readonly [T, ...T[]]): T {
    return choices[this.between(0, choices.length - 1)] ?? choices[0]
  }

  branch (): Chance {
    return new Chance(Math.floor(this.fraction() * 2 ** 32))
  }
}
