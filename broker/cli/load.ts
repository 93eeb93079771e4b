/** What a counter grows by in a minute, averaged over the last 1, 5 and 15 of them as Mosquitto does it: weights that decay. */

const MINUTE_MS = 60_000
const minutes = [1, 5, 15] as const

export class Load {
  readonly #averages: number[] = minutes.map(() => 0)
  #last = 0

  /**
   * @param count what it is now
   * @param elapsedMs since it was read last
   */
  read (name: string, count: number, elapsedMs: number): Record<string, string> {
    const perMinute = (count - this.#last) * MINUTE_MS / elapsedMs
    this.#last = count
    return Object.fromEntries(minutes.map((span, index) => {
      const kept = Math.exp(-elapsedMs / (span * MINUTE_MS))
      const average = this.#averages[index] = perMinute * (1 - kept) + (this.#averages[index] ?? 0) * kept
      return [`${name}/${span}min`, average.toFixed(2)]
    }))
  }
}
